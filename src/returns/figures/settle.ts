import type { Metric, OrganisationCode, Pack } from "../../plan/schema";
import { packUnit } from "../../plan/quantity/units";
import type { Unit } from "../../plan/quantity/units";
import type { Period } from "../../plan/time/periods";
import { parseRange, rangeAddress } from "../../snapshot/addresses";
import { applyByHand } from "./by-hand";
import type { HandChoice, HandChoices, MappedSeries } from "./by-hand";
import { chooseMetrics } from "./choose-metric";
import type { ChosenMetrics } from "./choose-metric";
import type { Claim } from "./claims";
import { addTo } from "../../collections/collect";
import type { Share } from "../words/metric-names";
import type { MappingRow, NotUnderstood } from "../observation";
import { readFigure } from "./values";

/** One figure of one metric, settled but not yet added up with its fellows. */
export interface Figure {
  readonly claim: Claim;
  readonly metric: Metric;
  readonly share: Share;
  /** The known name it was matched to: two columns of one name are one source, given twice. */
  readonly name: string;
  readonly value: number | null;
  readonly note: string | null;
  readonly confidence: number;
  readonly givenUnit: Unit | null;
  /** Null only for a total over organisations. */
  readonly organisation: OrganisationCode | null;
  readonly period: Period;
}

export interface Settled {
  readonly figures: readonly Figure[];
  readonly notUnderstood: readonly NotUnderstood[];
  readonly mapping: readonly MappingRow[];
  /** Tables with at least one figure of a metric of the plan. */
  readonly understoodTables: ReadonlySet<number>;
}

interface Series extends MappedSeries {
  readonly claims: readonly Claim[];
}

/** Settles, series by series, which metric the claims give, for whom and when; lists what cannot be settled. */
export function settle(claims: readonly Claim[], pack: Pack, byHand: readonly MappingRow[]): Settled {
  const series = seriesOf(claims);
  const hand = applyByHand(byHand, series, pack);
  const parts = series.map((each) => settleSeries(each, hand.bySeries.get(each.key), pack));
  const drifted = driftedFigures(hand, claims);
  return {
    figures: parts.flatMap(({ figures }) => figures),
    notUnderstood: [...parts.flatMap(({ notUnderstood }) => notUnderstood), ...drifted],
    mapping: [
      ...parts.map(({ mapping }) => mapping),
      ...hand.drifted.map(({ row, why }) => ({ ...row, confidence: 0, why })),
    ],
    understoodTables: new Set(parts.flatMap(({ figures }) => figures.map(({ claim }) => claim.table))),
  };
}

function seriesOf(claims: readonly Claim[]): Series[] {
  const byKey = new Map<string, Claim[]>();
  for (const claim of claims) addTo(byKey, claim.series, claim);
  return [...byKey].map(([key, list]) => ({
    key,
    claims: list,
    sheet: list[0]!.grid.name,
    label: list[0]!.metric.text,
    range: rangeOf(list),
  }));
}

function rangeOf(claims: readonly Claim[]): string {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const claim of claims) {
    if (claim.row < top) top = claim.row;
    if (claim.row > bottom) bottom = claim.row;
    if (claim.column < left) left = claim.column;
    if (claim.column > right) right = claim.column;
  }
  return rangeAddress({ top, left, bottom, right });
}

interface SettledSeries {
  readonly figures: readonly Figure[];
  readonly notUnderstood: readonly NotUnderstood[];
  readonly mapping: MappingRow;
}

function settleSeries(series: Series, hand: HandChoice | undefined, pack: Pack): SettledSeries {
  const isAnswer = series.claims.some((claim) => typeof claim.raw === "string");
  const chosen = hand?.entries
    ? ({
        entries: hand.entries,
        confidence: 1,
        unit: hand.unit ?? series.claims[0]!.unit,
        why: "set by hand",
      } satisfies ChosenMetrics)
    : chooseMetrics(series.claims[0]!, isAnswer, pack);
  if (hand && hand.entries === null)
    return { figures: [], notUnderstood: [], mapping: mappingRow(series, null, hand, "left out by hand") };
  if (chosen.entries === null) return unsettled(series, chosen);
  const fellows = series.claims.map(({ raw }) => raw).filter((raw) => typeof raw === "number");
  const figures: Figure[] = [];
  const notUnderstood: NotUnderstood[] = [];
  for (const claim of series.claims) {
    const own = hand ? chosen : ofClaim(claim, series, chosen, pack);
    if (own.entries === null) notUnderstood.push(notGiven(claim, own.why));
    else take(claim, own, hand, fellows, figures, notUnderstood);
  }
  return { figures, notUnderstood, mapping: mappingRow(series, chosen, hand, chosen.why, figures) };
}

/** Rows of one list may each have a unit of their own. */
function ofClaim(claim: Claim, series: Series, chosen: ChosenMetrics, pack: Pack): ChosenMetrics {
  const first = series.claims[0]!;
  if (claim.unit?.symbol === first.unit?.symbol && claim.unitConflict === first.unitConflict) return chosen;
  return chooseMetrics(claim, typeof claim.raw === "string", pack);
}

function take(
  claim: Claim,
  chosen: Extract<ChosenMetrics, { entries: readonly unknown[] }>,
  hand: HandChoice | undefined,
  fellows: readonly number[],
  figures: Figure[],
  notUnderstood: NotUnderstood[],
): void {
  const period = hand?.period ?? ("period" in claim.period ? claim.period.period : null);
  if (period === null) {
    if (!isEmptyText(claim))
      notUnderstood.push(notGiven(claim, "reason" in claim.period ? claim.period.reason : "No period is named."));
    return;
  }
  const organisation = hand?.organisation ?? claim.organisation;
  if (organisation === null && claim.total === null) {
    if (!isEmptyText(claim))
      notUnderstood.push(
        notGiven(
          claim,
          "No organisation is named in its row, column, title, sheet or file: add its code, or choose the organisation.",
        ),
      );
    return;
  }
  for (const { metric, share } of chosen.entries) {
    if (hand && chosen.unit && packUnit(metric.unit).dimension !== chosen.unit.dimension) continue;
    const cell = {
      raw: claim.raw,
      numberFormat: claim.grid.format(claim.row, claim.column),
      unit: chosen.unit,
      fellows,
    };
    const { value, note } = readFigure(cell, metric);
    figures.push({
      claim,
      metric,
      share,
      name: claim.metric.match?.name ?? claim.metric.text,
      value,
      note: note ?? claim.note,
      confidence: chosen.confidence,
      givenUnit: chosen.unit,
      organisation: organisation?.code ?? null,
      period,
    });
  }
}

function isEmptyText(claim: Claim): boolean {
  const raw = claim.raw;
  return typeof raw === "string" && !/\d/.test(raw);
}

function notGiven(claim: Claim, reason: string): NotUnderstood {
  const sentence = reason.endsWith(".") ? reason : `This figure is not read: ${reason}.`;
  return {
    place: claim.grid.place(claim.row, claim.column),
    raw: claim.raw,
    label: claim.metric.text,
    reason: sentence,
  };
}

/** A series with no metric is one line of its own, with how many figures stand in it. */
function unsettled(series: Series, chosen: ChosenMetrics): SettledSeries {
  const numbers = series.claims.filter((claim) => typeof claim.raw === "number");
  const mapping = mappingRow(series, null, undefined, chosen.why);
  const [first] = numbers;
  const about = { figures: [], mapping: { ...mapping, confidence: chosen.confidence } };
  if (first === undefined || first.aside) return { ...about, notUnderstood: [] };
  const count = numbers.length === 1 ? "This figure is" : `These ${numbers.length} figures (${series.range}) are`;
  const reason = `${count} not read: ${chosen.why}. Say in the mapping which metric it is, or leave it out.`;
  const place = first.grid.place(first.row, first.column);
  return { ...about, notUnderstood: [{ place, raw: first.raw, label: series.label, reason }] };
}

function mappingRow(
  series: Series,
  chosen: ChosenMetrics | null,
  hand: HandChoice | undefined,
  why: string,
  figures: readonly Figure[] = [],
): MappingRow {
  const entry = chosen?.entries?.find(({ share }) => share === "whole") ?? chosen?.entries?.[0];
  const organisations = new Set(figures.map(({ organisation }) => organisation));
  const periods = new Set(figures.map(({ period }) => period.label));
  return {
    sheet: series.sheet,
    range: series.range,
    label: series.label,
    metric: entry?.metric.id ?? null,
    unit: chosen?.entries ? (chosen.unit?.symbol ?? null) : null,
    organisation: organisations.size === 1 ? ([...organisations][0] ?? null) : (hand?.row.organisation ?? null),
    period: periods.size === 1 ? ([...periods][0] ?? null) : (hand?.row.period ?? null),
    confidence: chosen?.confidence ?? (hand ? 1 : 0),
    why: hand?.moved ? `${why}; found again at ${series.range}, it was at ${hand.row.range}` : why,
    byHand: hand !== undefined,
  };
}

/** Choices made by hand whose heading is gone: each is told once, at the place it had. */
function driftedFigures(hand: HandChoices, claims: readonly Claim[]): NotUnderstood[] {
  return hand.drifted.flatMap(({ row, why }) => {
    const grid = claims.find((claim) => claim.grid.name === row.sheet)?.grid;
    const area = parseRange(row.range);
    if (!grid || !area) return [];
    return [
      { place: grid.place(area.top, area.left), raw: grid.value(area.top, area.left), label: row.label, reason: why },
    ];
  });
}
