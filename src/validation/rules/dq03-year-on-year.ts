import { formatPercent, formatQuantity, periodWords } from "../../plan/wording";
import type { CheckContext } from "../context";
import { placeOf, placesOf } from "../context";
import { figureName, where } from "../phrases";
import { rootChanges } from "../change-roots";
import type { Change } from "../change-roots";
import type { Line, Point } from "../lines";
import { Materiality } from "../materiality";
import type { Candidate, Rule } from "../rule";
import { hasGap, isSeasonal, moves, stepsOf } from "../steps";

/** Year-on-year change with a double key: a percentage and a materiality amount (validation-rules.md DQ03). */
export const yearOnYear: Rule = {
  code: "DQ03",
  name: "year-on-year",
  reach: "figures",
  severity: "warning",
  looksFor: "A figure that moved from one period to the next by more than a percentage and by more than an amount.",
  why: "A large movement is either a mistake or news, and whoever receives the return will ask which.",
  thresholds: () => [
    "the metric’s own percentage: 15% for energy and emissions, 25% for small streams, 5% for floor area",
    "the metric’s own share of the organisation’s total",
    "shares move by percentage points, not percent",
  ],
  mends: null,
  check(context) {
    const materiality = new Materiality(context);
    const changes: Change[] = [];
    for (const line of context.linesThat(couldMove)) {
      const large = stepsOf(line, (from, to) => isLarge(line, from, to, materiality));
      for (const step of large) changes.push({ ...step, delta: step.to.value - step.from.value });
    }
    return rootChanges(context, changes).map((change) => candidate(context, change, materiality));
  },
};

/** Whether a line has a large step at all, by its values alone: most have none. Seasons are looked at in full. */
function couldMove(line: Line): boolean {
  const { unit, materiality, nature } = line.metric;
  if (nature === "answer") return false;
  return isSeasonal(line) || moves(line, unit === "%" ? 0 : materiality.percent / 100);
}

function isLarge(line: Line, from: Point, to: Point, materiality: Materiality): boolean {
  // From or to nothing is another question: DQ05 asks it.
  if (from.value <= 0 || to.value <= 0) return false;
  const change = Math.abs(to.value - from.value);
  if (line.metric.unit === "%") return change > line.metric.materiality.percent;
  return (change / from.value) * 100 > line.metric.materiality.percent && change > materiality.amount(line, from);
}

function candidate(context: CheckContext, change: Change, materiality: Materiality): Candidate {
  const { line, from, to, delta } = change;
  return {
    severity: "warning",
    cells: to.stated === null ? placesOf(to) : [to.stated.place],
    also: to.stated === null ? [] : to.observations.map(({ place }) => place),
    involves: [...placesOf(to), ...placesOf(from)],
    label: to.stated?.label ?? (to.observations.length === 1 ? (to.observations[0]?.label ?? null) : null),
    metric: line.metric.id,
    organisation: line.organisation,
    site: line.site,
    period: to.period.label,
    message: message(context, change),
    mend: null,
    figure: to.value,
    effect: materiality.effect(line, from, delta),
  };
}

function message(context: CheckContext, change: Change): string {
  const { line, from, to, delta } = change;
  const unit = line.metric.unit;
  const percent = formatPercent((Math.abs(delta) / from.value) * 100);
  const direction = delta > 0 ? "above" : "below";
  const amount = unit === "%" ? `${formatQuantity(Math.abs(delta), "points")}` : formatQuantity(Math.abs(delta), unit);
  const by = unit === "%" ? `${amount} ${direction}` : `${percent} ${direction}`;
  const then = `${periodWords(from.period)} (${placeOf(from).cell}, ${formatQuantity(from.value, unit)})`;
  const tail = unit === "%" ? "" : `, a ${delta > 0 ? "rise" : "fall"} of ${amount}`;
  const across = hasGap(change) ? ` The periods between the two are not in the return.` : "";
  return `${figureName(context, line, to)} ${where(context, line, to)} is ${by} ${then}${tail}.${across} ${advice(line.metric.unit)}`;
}

function advice(unit: string): string {
  if (unit === "m²")
    return "Check whether the same buildings are measured in the same way; correct it, or explain the change.";
  if (unit === "kWh" || unit === "m³")
    return "Check the meter readings and the unit; correct it, or explain the change.";
  return "Check the figure against its source; correct it, or explain the change.";
}
