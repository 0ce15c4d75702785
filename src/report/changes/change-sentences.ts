import type { Outcome } from "../../outcome";
import {
  formatDifference,
  formatPercent,
  formatQuantity,
  joinWords,
  metricName,
  organisationName,
  periodWords,
  plural,
  possessive,
  sentenceCase,
  someOf,
} from "../../plan/wording";
import { changesIn, isUnchanged, type Changes } from "./changes";
import type { Comparison, Figure, FigureMove } from "./compare";
import type { ReportKept } from "./history";
import { reportName } from "./since";
import { hasNewBaseline, whyOf } from "./why";

/** What has changed since an earlier report, in sentences for a board. */

type Moved = NonNullable<Changes["moved"]>;

/** "Since the report to the Board, 12 December 2026 (figures as at 31 March 2025)"; null where there is none. */
export function sinceWords(outcome: Outcome): string | null {
  const { report } = changesIn(outcome).since;
  return report === null ? null : `Since ${reportName(report)}`;
}

/** What a board is told of the changes, at most four sentences; one where there is no earlier report or nothing changed. */
export function changeSentences(outcome: Outcome): string[] {
  return allChangeSentences(outcome).slice(0, 4);
}

/** Every sentence on the changes, what matters most first. */
export function allChangeSentences(outcome: Outcome): string[] {
  const { since, moved } = changesIn(outcome);
  if (moved === null) return since.report === null ? [since.why] : [];
  const unknown = unknownSentence(moved);
  if (isUnchanged(moved)) {
    const name = reportName(moved.since);
    if (unknown === null) return [`Nothing has changed since ${name}.`];
    return [`As far as is known nothing has changed since ${name}.`, unknown];
  }
  return [
    headline(moved, outcome),
    restatedSentence(moved, outcome),
    unknown,
    ratingsSentence(moved, outcome),
    actionsSentence(moved),
    comingsSentence(moved),
    baselineSentence(moved, outcome),
    findingsSentence(moved),
  ].filter((sentence) => sentence !== null);
}

/** "LLR’s NHS Carbon Footprint" */
export function figureName({ metric, organisation }: Pick<FigureMove, "metric" | "organisation">, outcome: Outcome) {
  return `${possessive(organisationName(outcome.pack, organisation))} ${metricName(outcome.pack, metric)}`;
}

/** The first footprint of the whole that has a figure of a new period. */
function headline({ figures }: Moved, outcome: Outcome): string | null {
  const { pack } = outcome;
  const footprints = pack.metrics.filter(({ area }) => area === "carbon").map(({ id }) => id);
  const whole = [pack.system, changesIn(outcome).kept.report.whose];
  const move = figures.find(
    ({ kind, metric, organisation }) =>
      kind === "new period" && footprints.includes(metric) && whole.includes(organisation),
  );
  const before = move?.beforeNow ?? move?.before;
  if (!move?.now || !before) return null;
  const restated = move.beforeNow === null ? "" : " as restated";
  return `${sentenceCase(figureName(move, outcome))} went from ${figureWords(before)}${restated} to ${figureWords(move.now)}, ${differenceWords(before, move.now)}.`;
}

function figureWords({ value, unit, period }: Figure): string {
  return `${formatQuantity(value, unit)} in ${periodWords(period)}`;
}

/** "1,900 tCO₂e less (2.3%)", "4 percentage points more", "no to yes", "the same". */
export function differenceWords(before: Figure, now: Figure): string {
  if (before.unit !== now.unit) return `now given in ${now.unit}`;
  const difference = now.value - before.value;
  if (difference === 0) return "the same";
  if (now.unit === "yes/no")
    return `${formatQuantity(before.value, now.unit)} to ${formatQuantity(now.value, now.unit)}`;
  const share =
    before.value === 0 || now.unit === "%" ? "" : ` (${formatPercent(Math.abs((difference / before.value) * 100))})`;
  return `${formatDifference(Math.abs(difference), now.unit)} ${difference < 0 ? "less" : "more"}${share}`;
}

/** Figures of a period already reported that are others now. They are never progress. */
function restatedSentence({ figures, since }: Moved, outcome: Outcome): string | null {
  const restated = figures.filter((each) => each.kind === "restated" || each.beforeNow !== null);
  const [first, ...others] = restated;
  const to = first?.beforeNow ?? first?.now;
  if (!first?.before || !to) return null;
  const more = others.length === 0 ? "" : ` and ${plural(others.length, "other figure")}`;
  const were = restated.length === 1 ? "was" : "were";
  const reasons = restated.filter((each) => /no reason recorded/.test(whyOf(each, outcome, since))).length;
  const unexplained =
    reasons === 0
      ? ""
      : restated.length === 1
        ? ", with no reason recorded"
        : `, ${reasons === restated.length ? "all" : reasons} with no reason recorded`;
  return `${sentenceCase(figureName(first, outcome))} for ${periodWords(first.before.period)} (from ${formatQuantity(first.before.value, first.before.unit)} to ${formatQuantity(to.value, to.unit)})${more} ${were} restated${unexplained}: that is a correction, not progress.`;
}

function ratingsSentence({ figures }: Moved, outcome: Outcome): string | null {
  const named = (wanted: FigureMove["rating"]) =>
    figures.filter(({ rating }) => rating === wanted).map((each) => figureName(each, outcome));
  const [better, worse] = [named("better"), named("worse")];
  const parts = [
    ...(better.length === 0
      ? []
      : [
          `${plural(better.length, "target is", "targets are")} rated better than in the year before (${someOf(better, 2)})`,
        ]),
    ...(worse.length === 0
      ? []
      : [`${plural(worse.length, "target is", "targets are")} rated worse (${someOf(worse, 2)})`]),
  ];
  return parts.length === 0 ? null : `${sentenceCase(parts.join("; "))}.`;
}

function actionsSentence({ actions }: Moved): string | null {
  const count = (kind: (typeof actions)[number]["kind"]) => actions.filter((each) => each.kind === kind).length;
  const moved = actions.filter(({ isMoved }) => isMoved).length;
  const parts = (
    [
      [count("completed"), "completed"],
      [count("ended"), "ended without being done"],
      [count("newly overdue"), "newly overdue"],
      [moved, "given another date"],
      [count("reopened"), "reopened"],
      [count("no longer returned"), "no longer reported"],
    ] as const
  ).flatMap(([size, words]) => (size === 0 ? [] : [`${size} ${words}`]));
  return parts.length === 0 ? null : `Actions: ${joinWords(parts)}.`;
}

function comingsSentence({ figures }: Moved): string | null {
  const [first, gone] = (["first figure", "withdrawn"] as const).map(
    (kind) => figures.filter((each) => each.kind === kind).length,
  );
  const parts = [
    ...(first ? [`${plural(first, "figure is", "figures are")} reported for the first time`] : []),
    ...(gone ? [`${plural(gone, "figure was", "figures were")} withdrawn`] : []),
  ];
  return parts.length === 0 ? null : `${sentenceCase(joinWords(parts))}.`;
}

function baselineSentence({ figures }: Moved, outcome: Outcome): string | null {
  const named = figures.filter(hasNewBaseline).map((each) => figureName(each, outcome));
  if (named.length === 0) return null;
  return `${plural(named.length, "baseline was", "baselines were")} replaced (${someOf(named, 2)}): gaps and ratings before and after do not compare.`;
}

function findingsSentence({ counts }: Moved): string | null {
  const parts = counts.flatMap(({ name, before, now }) =>
    (name === "Errors" || name === "Warnings to explain") && before !== null && before !== now
      ? [`${name.toLowerCase()}, ${before} then and ${now ?? "not known"} now`]
      : [],
  );
  return parts.length === 0 ? null : `Open findings: ${parts.join("; ")}.`;
}

function unknownSentence({ unknown }: Comparison & { since: ReportKept }): string | null {
  if (unknown.length === 0) return null;
  const things = plural(unknown.length, "thing");
  return `How ${things} stood then is not known: rows of the history were deleted or say two things.`;
}
