import { periodWords, someOf } from "../../../plan/wording";
import { cellPlace } from "../../../snapshot/addresses";
import type { Observation } from "../../../returns/observation";
import { partsDrifts, yearPairs } from "../../evidence/sheets/label-drift";
import type { PartsDrift, YearPair } from "../../evidence/sheets/label-drift";
import type { CheckContext } from "../../context/check-context";
import { common, groupBy } from "../../../collections/groups";
import { references } from "../../findings/references";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { noThresholds } from "../rule";

/** Columns that last year's table had and this year's has not (frictionless-py's missing-label). */
export const missingLabel: Rule = {
  code: "missing-label",
  name: "missing-label",
  severity: "warning",
  looksFor: "A metric that one year’s table has a column for and the next year’s table of the same layout has not.",
  why: "A column that is gone looks like a figure that is nothing, and a trend breaks without a word.",
  thresholds: noThresholds,
  mends: null,
  check(context) {
    const split = partsDrifts(context.once(yearPairs));
    const found = context.once(yearPairs).flatMap((pair) => missing(context, pair, split));
    // The same columns gone for several organisations of one table are gone once.
    const groups = groupBy(found, ({ pair: { before, after }, gone }) =>
      [before.table, after.table, ...gone.map(({ metric }) => metric)].join("|"),
    );
    return [...groups.values()].map((group) => candidate(context, group));
  },
};

interface Missing {
  readonly pair: YearPair;
  /** Last year's figures of the metrics that have no column now. */
  readonly gone: readonly Observation[];
}

function missing(context: CheckContext, pair: YearPair, split: readonly PartsDrift[]): Missing[] {
  const { before, after } = pair;
  // What a metric is made of in other columns than before is told as that (extra-label).
  const drifted = split.filter((drift) => drift.after === after);
  const told = new Set(drifted.flatMap(({ metric }) => context.metrics.get(metric)?.ofWhich ?? []));
  const gone = [...before.metrics]
    .filter(([metric]) => !after.metrics.has(metric) && !told.has(metric))
    .map(([, figure]) => figure);
  return gone.length === 0 ? [] : [{ pair, gone }];
}

function candidate(context: CheckContext, group: readonly Missing[]): Candidate {
  const [{ pair, gone }] = group as readonly Missing[] as [Missing];
  const { before, after } = pair;
  const sheet = context.input.reading.tables[after.table]?.sheet ?? "";
  const places = group.flatMap((each) => each.gone.map(({ place }) => place));
  const titles = gone.map(({ metric }) => context.titleOf(metric));
  const names = group.map((each) => context.nameOf(each.pair.after.organisation));
  // Where the column stood last year: one whose heading was lost is told as that (blank-label).
  const stood = group.flatMap((each) => {
    const row = [...each.pair.after.metrics.values()][0]?.place.row ?? 0;
    return each.gone.map(({ place }) => cellPlace(sheet, row, place.column));
  });
  return {
    severity: "warning",
    cells: places,
    involves: [...places, ...stood],
    label: gone[0]?.label ?? null,
    metric: gone.length === 1 ? (gone[0]?.metric ?? null) : null,
    organisation: common(group, (each) => each.pair.after.organisation),
    site: null,
    period: after.period.label,
    message: `${sheet} has no column for ${someOf(titles)} of ${someOf(names)}, which ${periodWords(before.period)} has (${someOf(references(places))}). The same columns were expected for ${periodWords(after.period)}; add them, or say what took their place.`,
    mend: null,
    figure: gone.length,
    effect: 0.05,
    subject: sheet,
  };
}
