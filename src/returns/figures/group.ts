import { groupBy } from "../../collections/groups";
import { keyOf } from "../../collections/keys";
import { isNonEmpty, type NonEmpty } from "../../collections/non-empty";
import { hasValue, typedAsText, type Known, type Observation, type ObservationPart } from "../observation";
import { placeOf } from "./claim";
import type { Refusal } from "./questions";
import type { Figure } from "./settle";
import type { SiteCodes } from "./site-codes";
import { sum } from "./sum";

/** The figures of one metric, site or organisation, period and kind in one table, and what they give. */
export interface FigureGroup {
  readonly figures: NonEmpty<Figure>;
  /** True for a total over rows or columns. */
  readonly isTotal: boolean;
  readonly observations: readonly Observation[];
  /** Sources that are not the whole of anything. */
  readonly sourcesAlone: readonly Refusal[];
}

/** Groups figures, and adds up the sources of a group that has no figure for the whole. */
export function groupFigures(figures: readonly Figure[], sites: SiteCodes): FigureGroup[] {
  const groups = groupBy(figures, ({ claim, metric, organisation, period }) => {
    const total = claim.total === null ? [] : claim.total === "row" ? [claim.row] : [claim.row, claim.column];
    const site = sites.siteOf(claim.site, organisation);
    return keyOf(claim.table, metric.id, organisation, site, period.label, claim.kind, ...total);
  });
  return [...groups.values()].map((group) => groupOf(group, sites));
}

function groupOf(figures: NonEmpty<Figure>, sites: SiteCodes): FigureGroup {
  const [first, ...others] = figures;
  const group = { figures, isTotal: first.claim.total !== null, observations: [], sourcesAlone: [] };
  if (others.length === 0 && first.share === "whole") return { ...group, observations: [observationOf(first, sites)] };
  const wholes = figures.filter(({ share }) => share === "whole");
  const sources = figures.filter(({ share }) => share !== "whole");
  const hasMain = sources.some(({ share }) => share === "main");
  const canAdd = hasMain && sources.some(hasValue);
  if (wholes.some(hasValue) || (wholes.length > 0 && !canAdd))
    return { ...group, observations: wholes.map((figure) => observationOf(figure, sites)) };
  if (hasMain && isNonEmpty(sources)) return { ...group, observations: [addedUp(sources, sites)] };
  return { ...group, sourcesAlone: sources.map(sourceAlone) };
}

function sourceAlone({ claim, metric }: Figure): Refusal {
  const reason = `This is one source of “${metric.title}”, and the table has no column for the rest: add the main source or the total.`;
  return { claim, reason, suggestion: metric.id, asks: "other" };
}

/** The observation that one figure gives by itself. */
export function observationOf(figure: Figure, sites: SiteCodes): Observation {
  const { claim } = figure;
  return {
    metric: figure.metric.id,
    organisation: figure.organisation ?? "",
    site: sites.siteOf(claim.site, figure.organisation),
    period: figure.period,
    kind: claim.kind === "actual" && claim.note === "estimated" ? "estimate" : claim.kind,
    value: figure.value,
    unit: figure.metric.unit,
    raw: claim.raw,
    givenUnit: figure.givenUnit,
    place: placeOf(claim),
    label: claim.metric.text,
    parts: null,
    note: figure.note,
    hidden: isHidden(figure),
    confidence: figure.confidence,
    table: claim.table,
  };
}

/** Sources added up. A source that cannot be read leaves the sum unknown; one that does not apply adds nothing. */
function addedUp(sources: NonEmpty<Figure>, sites: SiteCodes): Observation {
  const byName = [...groupBy(sources, ({ name }) => name).values()];
  const isUnequal = byName.some(([first, ...others]) => others.some(({ value }) => value !== first.value));
  const once = byName.map(([first]) => first);
  const unread = once.find(({ value, note }) => value === null && note !== "not applicable");
  const known = once.filter(hasValue);
  const isUnknown = isUnequal || unread !== undefined || known.length === 0;
  const first = observationOf(sources[0], sites);
  return {
    ...first,
    value: isUnknown ? null : sum(known.map(({ value }) => value)),
    note: isUnequal
      ? "one source stands twice with different figures"
      : (unread?.note ?? (known.length === 0 ? first.note : noteOfTyped(known))),
    parts: once.length > 1 ? known.map(partOf) : null,
    hidden: once.some(isHidden),
    confidence: Math.min(...once.map(({ confidence }) => confidence)),
  };
}

function noteOfTyped(known: readonly Figure[]): string | null {
  return known.some(({ note }) => note?.endsWith(typedAsText)) ? typedAsText : null;
}

function isHidden({ claim }: Figure): boolean {
  return claim.grid.hidden(claim.row, claim.column);
}

function partOf({ claim, value }: Known<Figure>): ObservationPart {
  return { place: placeOf(claim), label: claim.metric.text, value };
}
