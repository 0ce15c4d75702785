import { keyOf } from "../../../collections/keys";
import { common, groupBy } from "../../../collections/groups";
import type { NonEmpty } from "../../../collections/non-empty";
import { next, previous, type Period } from "../../../plan/time/periods";
import { periodWords, possessive, sentenceCase, someOf } from "../../../plan/wording";
import { cellPlace } from "../../../snapshot/addresses";
import type { CellPlace } from "../../../snapshot/snapshot";
import type { CheckContext } from "../../context/check-context";
import { placeOf, type FigureSeries, type Point } from "../../context/figure-series";
import { findingIn, type Candidate } from "../../findings/candidate";
import { PERIODS } from "../codes";
import type { Rule } from "../rule";

/** Periods missing in the middle of a series (validation-rules.md DQ11). */
export const missingPeriods: Rule = {
  ...PERIODS,
  severity: "warning",
  looksFor: "Periods missing in the middle.",
  check(context) {
    const given = periodsGiven(context);
    // What the system does not state itself is made of its members' figures: the gap is theirs.
    const stating = context.allSeries.filter(({ site, organisation }) => site === null && given.has(organisation));
    const gaps = stating.flatMap(gapsOf);
    const missing = gaps.filter((gap) => isEmpty(gap, [...(given.get(gap.series.organisation)?.values() ?? [])]));
    // A year that no organisation gives is one year missing, not one for each.
    const groups = groupBy(missing, ({ before, after }) => keyOf(before.period.label, after.period.label));
    return [...groups.values()].map((group) => finding(context, group));
  },
};

interface Gap {
  readonly series: FigureSeries;
  readonly before: Point;
  readonly after: Point;
}

/** Periods that follow one another without end: a range or a single date has no neighbour to miss. */
const REGULAR = new Set([
  "financial-year",
  "financial-quarter",
  "month",
  "calendar-year",
  "calendar-quarter",
  "academic-year",
]);

function gapsOf(series: FigureSeries): Gap[] {
  return series.points.flatMap((after, index) => {
    const before = series.points[index - 1];
    const gap =
      before !== undefined && REGULAR.has(after.period.kind) && previous(after.period).label !== before.period.label;
    return gap ? [{ series, before, after }] : [];
  });
}

/** The periods that each organisation gives any figure for, by their labels. */
function periodsGiven({ observations }: CheckContext): ReadonlyMap<string, ReadonlyMap<string, Period>> {
  return new Map(
    [...groupBy(observations, ({ organisation }) => organisation)].map(([organisation, own]) => [
      organisation,
      new Map(own.map(({ period }) => [period.label, period])),
    ]),
  );
}

/**
 * Whether an organisation gives nothing at all for the periods of a gap. A period in which it gives other figures is
 * not missing (single blanks are DQ05's), nor is a year of which it gives some quarters: the missing quarter is the gap.
 */
function isEmpty({ before, after }: Gap, given: readonly Period[]): boolean {
  for (let at = next(before.period); at.last < after.period.last; at = next(at)) {
    if (given.some((other) => other.label === at.label || overlaps(other, at))) return false;
  }
  return true;
}

/** Whether a period of another kind is of the same time: quarters of the year, a calendar year that overlaps it. */
function overlaps(other: Period, period: Period): boolean {
  return other.kind !== period.kind && other.first <= period.last && other.last >= period.first;
}

function finding(context: CheckContext, group: NonEmpty<Gap>): Candidate {
  const [{ before, after }] = group;
  const [from, to] = [next(before.period), previous(after.period)];
  const missing =
    from.label === to.label ? `${periodWords(from)} is` : `${periodWords(from)} to ${periodWords(to)} are`;
  const metrics = [...new Set(group.map((each) => context.titleOf(each.series.metric.id)))];
  const owners = [...new Set(group.map((each) => possessive(context.nameOf(each.series.organisation))))];
  const cells = group.map((each) => placeOf(each.after));
  return findingIn(cells, {
    severity: "warning",
    organisation: common(group, (each) => each.series.organisation),
    period: after.period.label,
    involves: group.flatMap(cellsBetween),
    message: `${sentenceCase(missing)} missing from ${someOf(owners)} figures for ${someOf(metrics)}, between ${periodWords(before.period)} (${placeOf(before).cell}) and ${periodWords(after.period)} (${placeOf(after).cell}). Give the missing figures, or say why there are none.`,
    effect: 0.02,
    subject: `gap after ${before.period.label}`,
  });
}

/** The cells of a row between the figures on either side of a gap: what stands there unread is its cause. */
function cellsBetween({ before, after }: Gap): CellPlace[] {
  const [from, to] = [placeOf(before), placeOf(after)];
  if (from.sheet !== to.sheet || from.row !== to.row) return [to];
  const count = Math.max(0, to.column - from.column);
  return Array.from({ length: count }, (_, index) => cellPlace(to.sheet, to.row, from.column + 1 + index));
}
