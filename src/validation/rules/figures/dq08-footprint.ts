import { formatQuantity, joinWords, periodWords } from "../../../plan/wording";
import type { Period } from "../../../plan/time/periods";
import type { Observation, Total } from "../../../returns/observation";
import type { CheckContext } from "../../context/check-context";
import { whose } from "../../findings/phrases";
import { roundingUnit } from "../../context/rounding";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";

/** Scopes and footprints that do not fit together (validation-rules.md DQ08). */
export const footprint: Rule = {
  code: "DQ08",
  name: "footprint",
  severity: "error",
  looksFor: "Scopes that do not add up to their footprint; a Footprint Plus below the Footprint it contains.",
  why: "The footprint is what the plan’s targets are set on, and it is only as good as the scopes it is made of.",
  thresholds: ({ roundingTolerance }) => [
    `${roundingTolerance} of the last digit for each figure`,
    "the plan’s own identities between metrics",
  ],
  mends: null,
  check(context) {
    const places = periodsOf(context);
    return [
      ...context.pack.identities.flatMap((identity) =>
        places.flatMap((place) => identityBroken(context, identity.total, identity.parts, place)),
      ),
      ...context.pack.orders.flatMap((order) =>
        places.flatMap((place) => orderBroken(context, order.greater, order.lesser, place)),
      ),
    ];
  },
};

interface Place {
  readonly organisation: string;
  readonly period: Period;
}

/** Each organisation and period that has a total of a metric that identities or orders speak of. */
function periodsOf(context: CheckContext): Place[] {
  const { identities, orders } = context.pack;
  const wholes = new Set([...identities.map((each) => each.total), ...orders.map((each) => each.greater)]);
  const places = new Map<string, Place>();
  for (const { metric, organisation, period } of context.input.totals) {
    if (wholes.has(metric)) places.set(`${organisation}|${period.label}`, { organisation, period });
  }
  return [...places.values()];
}

function known(context: CheckContext, metric: string, { organisation, period }: Place): Total | null {
  const total = context.total(metric, organisation, period.label);
  const usable = total !== undefined && total.value !== null && !total.partial && total.observations.length > 0;
  return usable ? total : null;
}

function identityBroken(context: CheckContext, total: string, parts: readonly string[], place: Place): Candidate[] {
  const whole = known(context, total, place);
  const scopes = parts.map((part) => known(context, part, place));
  if (whole === null || !scopes.every((each) => each !== null)) return [];
  const sum = scopes.reduce((so, each) => so + (each.value as number), 0);
  const stated = whole.value as number;
  const all = [whole, ...scopes];
  const tolerance = all.reduce((so, each) => so + rounding(context, each), 0) + 1e-9 * Math.abs(stated);
  if (Math.abs(stated - sum) <= tolerance) return [];
  const observations = suspectFirst(context, all, stated - sum);
  const unit = whole.unit;
  const made = joinWords(
    scopes.map(
      (each) => `${context.titleOf(each.metric)} (${cellOf(each)}, ${formatQuantity(each.value as number, unit)})`,
    ),
  );
  return [
    {
      ...about(observations, whole, place),
      message: `${nameOf(context, whole, place)} (${cellOf(whole)}) is ${formatQuantity(stated, unit)}, but ${made} add up to ${formatQuantity(sum, unit)}, a difference of ${formatQuantity(Math.abs(stated - sum), unit)}. Total and parts were expected to agree; correct whichever is wrong.`,
      effect: stated === 0 ? 1 : Math.min(1, Math.abs(stated - sum) / Math.abs(stated)),
    },
  ];
}

function orderBroken(context: CheckContext, greater: string, lesser: string, place: Place): Candidate[] {
  const [more, less] = [known(context, greater, place), known(context, lesser, place)];
  if (more === null || less === null) return [];
  const [above, below] = [more.value as number, less.value as number];
  if (above >= below - rounding(context, more) - rounding(context, less)) return [];
  return [
    {
      ...about([...more.observations, ...less.observations], more, place),
      message: `${nameOf(context, more, place)} (${cellOf(more)}, ${formatQuantity(above, more.unit)}) is below ${context.titleOf(lesser)} (${cellOf(less)}, ${formatQuantity(below, less.unit)}), which it contains. It was expected to be at least as large; check both, and their units.`,
      effect: below === 0 ? 1 : Math.min(1, (below - above) / below),
    },
  ];
}

function about(observations: readonly Observation[], total: Total, place: Place) {
  return {
    severity: "error" as const,
    cells: observations.slice(0, 1).map((each) => each.place),
    also: observations.slice(1).map((each) => each.place),
    label: observations[0]?.label ?? null,
    metric: total.metric,
    organisation: place.organisation,
    site: null,
    period: place.period.label,
    mend: null,
    figure: total.value,
  };
}

function rounding(context: CheckContext, total: Total): number {
  return total.observations.reduce((so, each) => so + context.thresholds.roundingTolerance * roundingUnit(each), 0);
}

function cellOf(total: Total): string {
  return total.observations[0]?.place.cell ?? "";
}

function nameOf(context: CheckContext, total: Total, { organisation, period }: Place): string {
  return `${whose(context, { metric: total.metric, organisation, site: null })} in ${periodWords(period)}`;
}

/** The figure that, put right by the difference, would be nearest to its own last period stands first. */
function suspectFirst(context: CheckContext, totals: readonly Total[], missing: number): Observation[] {
  const gains = totals.map((total, index) => {
    const before = lastValue(context, total);
    if (before === null || before <= 0) return 0;
    const value = total.value as number;
    const repaired = value + (index === 0 ? -missing : missing);
    return (Math.abs(value - before) - Math.abs(repaired - before)) / before;
  });
  const best = gains.indexOf(Math.max(...gains));
  const order = best > 0 ? [totals[best] as Total, ...totals.filter((_, index) => index !== best)] : totals;
  return order.flatMap((each) => each.observations);
}

function lastValue(context: CheckContext, total: Total): number | null {
  const series = context
    .seriesOf(total.metric, total.organisation)
    .find((each) => each.site === null && each.points.some((point) => point.period.label === total.period.label));
  const at = series?.points.findIndex((point) => point.period.label === total.period.label) ?? -1;
  return series?.points[at - 1]?.value ?? null;
}
