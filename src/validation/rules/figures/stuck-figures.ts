import { isNonEmpty, type NonEmpty } from "../../../collections/non-empty";
import { formatNumber, periodWords } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { placeOf } from "../../context/figure-series";
import {
  copiedBlocks,
  isTelling,
  repeatingSeries,
  repeatsOf,
  TELLING_UNITS,
  type Repeat,
} from "../../evidence/figures/repeats";
import { findingAt, type Candidate } from "../../findings/candidate";
import { figureName, where } from "../../findings/phrases";
import { STALE_OR_ROUND } from "../codes";
import type { Rule } from "../rule";

/** For how many periods a figure that may repeat by chance must stay the same [ours]. */
const UNTELLING_PERIODS = 5;

/** One figure that stays the same period after period (validation-rules.md DQ10). */
export const stuckFigures: Rule = {
  ...STALE_OR_ROUND,
  severity: "warning",
  looksFor: "A figure identical, to the unit, for several periods running.",
  thresholds: ({ stalePeriods }) => [
    `one line identical for ${stalePeriods} periods running`,
    `figures of fewer than ${TELLING_UNITS} units of their last digit may repeat by chance: for ${UNTELLING_PERIODS} periods, and as no copied line`,
  ],
  check(context) {
    // A block that was copied whole is reported as that (copied-figures).
    const copied = new Set(context.once(copiedBlocks).flatMap((repeats) => repeats.map(({ point }) => point)));
    const runs = context.once(repeatingSeries).flatMap((series) => runsOf(repeatsOf(series)));
    return runs
      .filter((run) => isLong(context, run) && !run.every(({ point }) => copied.has(point)))
      .map((run) => finding(context, run));
  },
};

/** Repeats that follow on one another. */
function runsOf(repeats: readonly Repeat[]): NonEmpty<Repeat>[] {
  const starts = repeats.flatMap(({ before }, index) => (repeats[index - 1]?.point === before ? [] : [index]));
  return starts.flatMap((start, index) => {
    const run = repeats.slice(start, starts[index + 1]);
    return isNonEmpty(run) ? [run] : [];
  });
}

function isLong({ thresholds }: CheckContext, run: NonEmpty<Repeat>): boolean {
  return run.length + 1 >= (run.some(isTelling) ? thresholds.stalePeriods : UNTELLING_PERIODS);
}

function finding(context: CheckContext, run: NonEmpty<Repeat>): Candidate {
  const { series, point } = run[run.length - 1] ?? run[0];
  const first = run[0].before;
  const cells = run.map((each) => placeOf(each.point)).reverse();
  return findingAt(series, point, {
    severity: "warning",
    cells,
    involves: [...cells, placeOf(first)],
    message: `${figureName(context, series, point)} ${where(context, series, point)} has been the same to the unit since ${periodWords(first.period)} (${placeOf(first).cell}), ${formatNumber(run.length + 1)} periods running. A new figure was expected; replace what was carried over, or explain why it is the same.`,
    effect: run.length / 100,
  });
}
