import { groupBy } from "../../collections/groups";
import { isNonEmpty, type NonEmpty } from "../../collections/non-empty";
import type { Metric, OrganisationCode, Pack } from "../../plan/schema";
import { packUnit, type Unit } from "../../plan/quantity/units";
import type { Period } from "../../plan/time/periods";
import { parseRange } from "../../snapshot/addresses";
import { applyByHand, type HandChoice, type HandChoices, type MappedSeries } from "./by-hand";
import { dayIsNoPeriod, periodFor } from "../keys/resolve-period";
import { chooseMetrics, type ChosenMetrics } from "./choose-metric";
import type { Claim } from "./claim";
import { isCounted, rangeOf, type Refusal } from "./questions";
import { isCollectionField } from "../words/collection-fields";
import type { Share } from "../words/metric-names";
import { fold } from "../words/text";
import type { LeftOutRule, MappingRow, NotUnderstood } from "../observation";
import { readFigure } from "./values";

/** One figure of one metric, settled but not yet added up with the other sources of its table. */
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
  readonly refusals: readonly Refusal[];
  /** Claims that a rule leaves out, with the rule. */
  readonly leftOut: ReadonlyMap<Claim, LeftOutRule>;
  /** Choices made by hand whose heading is gone. */
  readonly drifted: readonly NotUnderstood[];
  readonly mapping: readonly MappingRow[];
  /** Tables with at least one figure of a metric of the plan. */
  readonly understoodTables: ReadonlySet<number>;
}

/** Figures under one heading of a metric. */
interface Series extends MappedSeries {
  readonly claims: NonEmpty<Claim>;
}

/** Settles, series by series, which metric the claims give, for whom and when; lists what cannot be settled. */
export function settle(claims: readonly Claim[], pack: Pack, byHand: readonly MappingRow[]): Settled {
  const series = seriesOf(claims);
  const hand = applyByHand(byHand, series, pack);
  const parts = series.map((each) => settleWithoutChanges(each, hand));
  return {
    figures: parts.flatMap(({ figures }) => figures),
    refusals: parts.flatMap(({ refusals }) => refusals),
    leftOut: new Map(parts.flatMap(({ leftOut }) => leftOut)),
    drifted: driftedFigures(hand, claims),
    mapping: [
      ...parts.map(({ mapping }) => mapping),
      ...hand.drifted.map(({ row, why }) => ({ ...row, confidence: 0, why })),
    ],
    understoodTables: new Set(parts.flatMap(({ figures }) => figures.map(({ claim }) => claim.table))),
  };
}

function seriesOf(claims: readonly Claim[]): Series[] {
  return [...groupBy(claims, ({ series }) => series)].map(([key, ofSeries]) => ({
    key,
    claims: ofSeries,
    sheet: ofSeries[0].grid.name,
    label: ofSeries[0].metric.text,
    text: textOf(ofSeries[0]),
    range: rangeOf(ofSeries),
  }));
}

/** What a line says, whenever and whosever it is: its words, its unit and the heading over it. */
function textOf({ metric, unit, over, grid: { labels } }: Claim): string {
  const words = (text: string) => labels.read(text).name || fold(text);
  return [words(metric.text), unit?.symbol ?? "", over === null ? "" : words(over)].filter(Boolean).join(" · ");
}

interface SettledClaims {
  readonly figures: readonly Figure[];
  readonly refusals: readonly Refusal[];
}

interface SettledSeries extends SettledClaims {
  readonly leftOut: readonly (readonly [Claim, LeftOutRule])[];
  readonly mapping: MappingRow;
}

/** Changes and variances are no figures of anything: what a line gives besides them is settled. */
function settleWithoutChanges(series: Series, choices: HandChoices): SettledSeries {
  const figures = series.claims.filter(({ kind }) => kind !== "variance");
  if (!isNonEmpty(figures)) {
    const mapping = { ...mappingRow(series, null, undefined, "a change or variance"), confidence: 0 };
    return leftOutBy("a change or variance", series, mapping);
  }
  return settleSeries({ ...series, claims: figures }, choices);
}

function settleSeries(series: Series, choices: HandChoices): SettledSeries {
  // One bad unit does not speak for the others.
  const first = series.claims.find(({ unitConflict }) => unitConflict === null) ?? series.claims[0];
  const isAnswer = series.claims.some((claim) => typeof claim.raw === "string");
  const own = chooseMetrics(first, isAnswer);
  // An answer to the same words elsewhere is for what is not understood; here a person may say otherwise of anything.
  const elsewhere = own.entries === null ? choices.byText.get(series.text) : undefined;
  const hand = choices.bySeries.get(series.key) ?? elsewhere ?? undefined;
  if (hand?.kind === "left out")
    return leftOutBy("left out by hand", series, mappingRow(series, null, hand, "left out by hand"));
  const chosen = hand ? chosenByHand(hand, first) : own;
  if (chosen.entries === null)
    return unsettled(series, elsewhere === null ? { ...chosen, why: answeredTwice } : chosen);
  const numbers = series.claims.map(({ raw }) => raw).filter((raw) => typeof raw === "number");
  const settled = series.claims.map((claim): SettledClaims => {
    const each = hand ? chosen : chosenForClaim(claim, first, chosen);
    return each.entries === null ? refused(claim, each.why) : settleClaim(claim, each, hand, numbers);
  });
  const figures = settled.flatMap((each) => each.figures);
  const refusals = settled.flatMap((each) => each.refusals);
  return { figures, refusals, leftOut: [], mapping: mappingRow(series, chosen, hand, chosen.why, figures) };
}

const answeredTwice = "the same words are answered in two ways in other places";

type Choice = Extract<ChosenMetrics, { readonly entries: readonly unknown[] }>;
type MetricByHand = Extract<HandChoice, { readonly kind: "metric" }>;

function chosenByHand({ entries, unit }: MetricByHand, first: Claim): Choice {
  return { entries, suggestion: null, confidence: 1, unit: unit ?? first.unit, why: "set by hand" };
}

/** The choice for one claim: rows of one list may each have a unit of their own. */
function chosenForClaim(claim: Claim, first: Claim, chosen: ChosenMetrics): ChosenMetrics {
  if (claim.unit?.symbol === first.unit?.symbol && claim.unitConflict === first.unitConflict) return chosen;
  return chooseMetrics(claim, typeof claim.raw === "string");
}

const noOrganisation =
  "No organisation is named in its row, column, title, sheet or file: add its code, or choose the organisation.";

/** The figures one claim gives, one for each metric of its name. */
function settleClaim(
  claim: Claim,
  chosen: Choice,
  hand: MetricByHand | undefined,
  numbersOfSeries: readonly number[],
): SettledClaims {
  const nothing = isCounted(claim) ? null : { figures: [], refusals: [] };
  const named = hand?.period ? { kind: "period" as const, period: hand.period } : claim.period;
  if (named.kind === "none") return nothing ?? refused(claim, named.reason);
  const organisation = hand?.organisation ?? claim.organisation;
  if (organisation === null && (claim.total === null || claim.organisationAsked !== null))
    return nothing ?? refused(claim, claim.organisationAsked ?? noOrganisation);
  const nature = chosen.entries[0]?.metric.nature ?? "flow";
  const period = periodFor(named.period, nature);
  if (period === null) return nothing ?? refused(claim, dayIsNoPeriod);
  const cell = {
    raw: claim.raw,
    numberFormat: claim.grid.format(claim.row, claim.column),
    unit: chosen.unit,
    numbersOfSeries,
  };
  const fits = ({ unit }: Metric) => !hand || !chosen.unit || packUnit(unit).dimension === chosen.unit.dimension;
  const doubts: string[] = [];
  const figures = chosen.entries
    .filter(({ metric }) => fits(metric))
    .map(({ metric, share }): Figure => {
      const { value, note, doubt } = readFigure(cell, metric);
      if (doubt !== null) doubts.push(doubt);
      return {
        claim,
        metric,
        share,
        name: claim.metric.match?.name ?? claim.metric.text,
        value,
        note: note === null || claim.note === null ? (note ?? claim.note) : `${claim.note}; ${note}`,
        confidence: chosen.confidence,
        givenUnit: chosen.unit,
        organisation: organisation?.code ?? null,
        period,
      };
    });
  const [doubt] = doubts;
  return doubt === undefined ? { figures, refusals: [] } : { ...refused(claim, doubt), figures };
}

function refused(claim: Claim, reason: string): SettledClaims {
  return { figures: [], refusals: [{ claim, reason, suggestion: null, asks: "other" }] };
}

/** A series with no metric: a reference beside the figures, a field of another collection, or a question. */
function unsettled(series: Series, chosen: ChosenMetrics): SettledSeries {
  const counted = series.claims.filter(isCounted);
  const mapping = { ...mappingRow(series, null, undefined, chosen.why), confidence: chosen.confidence };
  const [first] = series.claims;
  if (first.aside) return leftOutBy("a name, reference or note beside the figures", series, mapping);
  const parts = series.label.split(" – ");
  // "Gas consumed – UHL (acute)" is no field of others: the plan knows one half of it. Under "PFI" the whole of a name is one.
  const isOthers = (part: string) =>
    isCollectionField(part) &&
    (first.grid.labels.read(part).metric === null || (parts.length === 1 && first.metric.match === null));
  if (parts.some(isOthers))
    return leftOutBy("a field of a national collection that the plan has no metric for", series, mapping);
  const { suggestion } = chosen;
  const refusals = counted.map((claim) => ({ claim, reason: chosen.why, suggestion, asks: "metric" as const }));
  return { figures: [], refusals, leftOut: [], mapping };
}

function leftOutBy(rule: LeftOutRule, { claims }: Series, mapping: MappingRow): SettledSeries {
  return { figures: [], refusals: [], leftOut: claims.map((claim) => [claim, rule] as const), mapping };
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
  const isHere = hand !== undefined && hand.given !== "elsewhere";
  return {
    sheet: series.sheet,
    range: series.range,
    label: series.label,
    metric: entry?.metric.id ?? null,
    unit: chosen?.entries ? (chosen.unit?.symbol ?? null) : null,
    // What a person set stands as it was set: what the sheet says now may be another year's tomorrow.
    organisation: isHere ? hand.row.organisation : organisations.size === 1 ? ([...organisations][0] ?? null) : null,
    period: isHere ? hand.row.period : periods.size === 1 ? ([...periods][0] ?? null) : null,
    confidence: chosen?.confidence ?? (hand ? 1 : 0),
    why: hand === undefined ? why : whyByHand(hand, series, why),
    byHand: isHere,
    text: series.text,
    ...(isHere && { who: hand.row.who ?? "", ...(hand.row.when !== undefined && { when: hand.row.when }) }),
  };
}

function whyByHand({ given, row }: HandChoice, { range }: Series, why: string): string {
  if (given === "here") return why;
  if (given === "moved") return `${why}; found again at ${range}, it was at ${row.range}`;
  return `${why} for the same words on “${row.sheet}”, ${row.range}`;
}

/** Choices made by hand whose heading is gone: each is told once, at the place it had. */
function driftedFigures(hand: HandChoices, claims: readonly Claim[]): NotUnderstood[] {
  return hand.drifted.flatMap(({ row, why }) => {
    const grid = claims.find((claim) => claim.grid.name === row.sheet)?.grid;
    const area = parseRange(row.range);
    if (!grid || !area) return [];
    const place = grid.place(area.top, area.left);
    const raw = grid.value(area.top, area.left);
    return [{ place, range: row.range, cells: 0, raw, label: row.label, reason: why, asks: "other", suggestion: null }];
  });
}
