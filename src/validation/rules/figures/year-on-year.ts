import { keyOf } from "../../../collections/keys";
import { formatPercent, formatQuantity, periodWords, sentenceCase, someOf } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { placeOf, placesOf, type FigureSeries, type Point } from "../../context/figure-series";
import { figureName, where } from "../../findings/phrases";
import { EXPLAINS, rootChanges, type Change } from "../../evidence/figures/change-roots";
import { materialityOf, type Materiality } from "../../evidence/figures/materiality";
import { dominants } from "../../evidence/figures/outlying-sites";
import { findingAt, ofOne, type Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { hasGap, isSeasonal, moves, stepsOf } from "../../evidence/figures/steps";

/** Year-on-year change with a double key: a percentage and a materiality amount (validation-rules.md DQ03). */
export const yearOnYear: Rule = {
  code: "DQ03",
  name: "year-on-year",
  severity: "warning",
  looksFor: "A figure that moved from one period to the next by more than a percentage and by more than an amount.",
  why: "A large movement is either a mistake or news, and whoever receives the return will ask which.",
  thresholds: () => [
    "the metric’s own percentage: 15% for energy and emissions, 25% for small streams, 5% for floor area",
    "the metric’s own share of the organisation’s total",
    "shares move by percentage points, not percent",
  ],
  check(context) {
    const materiality = context.once(materialityOf);
    const changes: Change[] = [];
    for (const series of context.allSeries.filter(couldMove)) {
      const large = stepsOf(series, (from, to) => isLarge(series, from, to, materiality));
      for (const step of large) changes.push({ ...step, delta: step.to.value - step.from.value });
    }
    const roots = rootChanges(context, changes).filter(
      (change) => !isOfOneSite(context, change) && !isOfSitesLeftOut(context, change, materiality),
    );
    return spikesOnce(roots).map((change) => finding(context, change, materiality));
  },
};

/** Whether one site that makes most of the total (DQ17) makes most of the change as well: that site is the finding. */
function isOfOneSite(context: CheckContext, { series, to, delta }: Change): boolean {
  return context
    .once(dominants)
    .some(
      ({ figure: { series: own, point } }) =>
        own.metric === series.metric &&
        own.organisation === series.organisation &&
        point.period.label === to.period.label &&
        (own.site === series.site || (series.site === null && delta > 0 && point.value >= EXPLAINS * delta)),
    );
}

/** Whether only sites whose figure is left out of one of the two years make it: the empty or unread cell is the finding. */
function isOfSitesLeftOut(context: CheckContext, { series, from, to }: Change, materiality: Materiality): boolean {
  if (series.site !== null || from.observations.length < 2 || to.observations.length < 2) return false;
  const reporting = context.once(sitesReporting);
  const keep = (point: Point, other: Point): Point => {
    const there = new Set(other.observations.map(({ site }) => site));
    const stillThere = (site: string | null): boolean =>
      reporting.has(keyOf(series.organisation, site, other.period.label));
    const kept = point.observations.filter(({ site }) => there.has(site) || !stillThere(site));
    return { ...point, value: kept.reduce((so, { value }) => so + (value ?? 0), 0) };
  };
  const [before, after] = [keep(from, to), keep(to, from)];
  if (before.value === from.value && after.value === to.value) return false;
  return !isLarge(series, before, after, materiality);
}

/** Sites that give any figure for a period, by organisation, site and period. */
function sitesReporting(context: CheckContext): ReadonlySet<string> {
  const sited = context.observations.filter(({ site, value }) => site !== null && value !== null);
  return new Set(sited.map(({ organisation, site, period }) => keyOf(organisation, site, period.label)));
}

/** A change, and the one that undoes it: one odd year makes both. */
interface Spike extends Change {
  readonly back?: Change;
}

function spikesOnce(changes: readonly Change[]): Spike[] {
  const undoing = new Set<Change>();
  return changes.flatMap((change): Spike[] => {
    if (undoing.has(change)) return [];
    const { series, from, to } = change;
    const back = changes.find(
      (each) =>
        each.series === series &&
        each.from === to &&
        !hasGap(change) &&
        !hasGap(each) &&
        isLevel(series, from, each.to),
    );
    if (back === undefined) return [change];
    undoing.add(back);
    return [{ ...change, back }];
  });
}

function isLevel({ metric }: FigureSeries, a: Point, b: Point): boolean {
  const change = Math.abs(b.value - a.value);
  return (metric.unit === "%" ? change : (change / a.value) * 100) <= metric.materiality.percent;
}

/** Whether a series has a large step at all, by its values alone: most have none. Seasons are looked at in full. */
function couldMove(series: FigureSeries): boolean {
  const { unit, materiality, nature } = series.metric;
  if (nature === "answer") return false;
  return isSeasonal(series) || moves(series, unit === "%" ? 0 : materiality.percent / 100);
}

function isLarge(series: FigureSeries, from: Point, to: Point, materiality: Materiality): boolean {
  // From or to nothing is another question: DQ05 asks it.
  if (from.value <= 0 || to.value <= 0) return false;
  const change = Math.abs(to.value - from.value);
  if (series.metric.unit === "%") return change > series.metric.materiality.percent;
  return (change / from.value) * 100 > series.metric.materiality.percent && change > materiality.amount(series, from);
}

function finding(context: CheckContext, change: Spike, materiality: Materiality): Candidate {
  const { series, from, to, delta } = change;
  return findingAt(series, to, {
    severity: "warning",
    cells: to.stated === null ? placesOf(to) : [to.stated.place],
    also: to.stated === null ? [] : to.observations.map(({ place }) => place),
    involves: [...placesOf(to), ...placesOf(from)],
    // A sum of sites that moved does not say which of them is odd (DQ17).
    ...(series.site === null && series.metric.nature === "flow" && to.observations.length > 1 ? { causes: [] } : {}),
    label: to.stated?.label ?? ofOne(to.observations, ({ label }) => label),
    message: message(context, change),
    effect: materiality.effect(series, from, delta),
  });
}

function message(context: CheckContext, change: Spike): string {
  const { series, from, to, delta } = change;
  const unit = series.metric.unit;
  const percent = formatPercent((Math.abs(delta) / from.value) * 100);
  const direction = delta > 0 ? "above" : "below";
  const amount = unit === "%" ? `${formatQuantity(Math.abs(delta), "points")}` : formatQuantity(Math.abs(delta), unit);
  const by = unit === "%" ? `${amount} ${direction}` : `${percent} ${direction}`;
  const then = `${periodWords(from.period)} (${placeOf(from).cell}, ${formatQuantity(from.value, unit)})`;
  const tail = unit === "%" ? "" : `, a ${delta > 0 ? "rise" : "fall"} of ${amount}`;
  const across = hasGap(change) ? ` The periods between the two are not in the return.` : "";
  const back =
    change.back === undefined
      ? ""
      : ` ${sentenceCase(periodWords(change.back.to.period))} (${placeOf(change.back.to).cell}, ${formatQuantity(change.back.to.value, unit)}) is level with the earlier figure again.`;
  return `${figureName(context, series, to)} ${where(context, series, to)} is ${by} ${then}${tail}.${across}${back}${comingsAndGoings(from, to)} ${advice(series.metric.unit)}`;
}

/** " Of its sites RT5C1 is only in 2023/24.": sites that were opened, closed or left out. */
function comingsAndGoings(from: Point, to: Point): string {
  if (from.observations.length + to.observations.length < 3) return "";
  const only = (here: Point, there: Point): string => {
    const others = new Set(there.observations.map(({ site }) => site));
    const sites = here.observations.flatMap(({ site }) => (site === null || others.has(site) ? [] : [site]));
    if (sites.length === 0 || sites.length === here.observations.length) return "";
    return ` Of its sites, ${someOf(sites)} ${sites.length === 1 ? "is" : "are"} only in ${periodWords(here.period)}.`;
  };
  return only(to, from) + only(from, to);
}

function advice(unit: string): string {
  if (unit === "m²")
    return "Check whether the same buildings are measured in the same way; correct it, or explain the change.";
  if (unit === "kWh" || unit === "m³")
    return "Check the meter readings and the unit; correct it, or explain the change.";
  return "Check the figure against its source; correct it, or explain the change.";
}
