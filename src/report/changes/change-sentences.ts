import type { Outcome } from "../../outcome";
import {
  formatFigure,
  formatFigureDifference,
  formatPercent,
  joinWords,
  periodWords,
  plural,
  sentenceCase,
  someOf,
  figureName,
} from "../../plan/wording";
import { changesIn, type Moved } from "./changes";
import { actionMoveKinds, type Figure, type FigureMove } from "./compare";
import { reportName } from "./since";
import { fromTo, lacksReason, whyOf } from "./why";

/** What has changed since an earlier report, in sentences for a board. */

/** "Since the report to the Board, 12 December 2026 (figures as at 31 March 2025)"; null where there is none. */
export function sinceWords(outcome: Outcome): string | null {
  const { report } = changesIn(outcome).since;
  return report === null ? null : `Since ${reportName(report)}`;
}

/**
 * What a board is told of the changes, what matters most first; one sentence where there is no earlier report or where
 * nothing changed.
 *
 * @param most how many sentences at most.
 */
export function changeSentences(outcome: Outcome, most = 4): string[] {
  const { since, moved } = changesIn(outcome);
  if (moved === null) return since.report === null ? [since.why] : [];
  const unknown = unknownSentence(moved);
  const name = reportName(moved.since);
  if (moved.isNothing)
    return unknown === null
      ? [`Nothing has changed since ${name}.`]
      : [`As far as is known, nothing has changed since ${name}.`, unknown];
  return [
    footprintSentence(moved, outcome),
    restatedSentence(moved, outcome),
    unknown,
    ratingsSentence(moved, outcome),
    actionsSentence(moved),
    comingsSentence(moved),
    baselineSentence(moved, outcome),
    findingsSentence(moved),
  ]
    .filter((sentence) => sentence !== null)
    .slice(0, most);
}

/** The first footprint of the whole that has a figure of a new period. */
function footprintSentence({ figures, since }: Moved, outcome: Outcome): string | null {
  const { pack } = outcome;
  const footprints = pack.metrics.filter(({ area }) => area === "carbon").map(({ id }) => id);
  const [, subject] = since.series.split(" | ");
  const move = figures.find(
    ({ kind, metric, organisation }) =>
      kind === "new period" && footprints.includes(metric) && [pack.system, subject].includes(organisation),
  );
  const before = move?.beforeNow ?? move?.before;
  if (!move?.now || !before) return null;
  const then = `${figureWords(before)}${move.beforeNow === null ? "" : " as restated"}`;
  return `${sentenceCase(figureName(outcome.pack, move))} went from ${then} to ${figureWords(move.now)}: ${differenceWords(before, move.now)}.`;
}

function figureWords({ value, unit, period }: Figure): string {
  return `${formatFigure(value, unit)} in ${periodWords(period)}`;
}

/** "1,900 tCO₂e less (2.3%)", "4 percentage points more", "no to yes", "the same". */
export function differenceWords(before: Figure, now: Figure): string {
  const { unit } = now;
  if (before.unit !== unit) return `now given in ${unit}`;
  const difference = now.value - before.value;
  if (difference === 0) return "the same";
  if (unit === "yes/no") return `${formatFigure(before.value, unit)} to ${formatFigure(now.value, unit)}`;
  const percent = formatPercent(Math.abs((difference / before.value) * 100));
  const share = before.value === 0 || unit === "%" ? "" : ` (${percent})`;
  return `${formatFigureDifference(Math.abs(difference), unit)} ${difference < 0 ? "less" : "more"}${share}`;
}

/** Figures of a period already reported that are others now: never progress. */
function restatedSentence(moved: Moved, outcome: Outcome): string | null {
  const restated = moved.figures.filter((each) => each.kind === "restated" || each.beforeNow !== null);
  const [first] = restated;
  const to = first?.beforeNow ?? first?.now;
  if (!first?.before || !to) return null;
  const silent = restated.filter((each) => lacksReason(whyOf(each, outcome, moved))).length;
  const reasons =
    silent === 0 ? "" : `; ${silent === restated.length ? "no" : `${silent} without a`} reason is recorded`;
  const named = `${figureName(outcome.pack, first)} for ${periodWords(first.before.period)} ${fromTo(first.before, to)}`;
  const more = restated.length === 1 ? "" : " and others";
  return `${plural(restated.length, "figure already reported was", "figures already reported were")} restated, which is no progress: ${named}${more}${reasons}.`;
}

/** Sentences of counts: "3 targets are rated better (…); 1 is rated worse (…)." Null where all are none. */
function counted(parts: readonly (readonly [names: readonly unknown[], one: string, many: string])[]): string | null {
  const said = parts.flatMap(([all, one, many]) => {
    const names = all.filter((each) => typeof each === "string");
    const named = names.length === 0 ? "" : ` (${someOf(names, 2)})`;
    return all.length === 0 ? [] : [`${plural(all.length, one, many)}${named}`];
  });
  return said.length === 0 ? null : `${joinWords(said)}.`;
}

function ratingsSentence({ figures }: Moved, outcome: Outcome): string | null {
  const named = (wanted: FigureMove["rating"]) =>
    figures.filter(({ rating }) => rating === wanted).map((each) => figureName(outcome.pack, each));
  return counted([
    [
      named("better"),
      "target is rated better than for the period before",
      "targets are rated better than for the period before",
    ],
    [named("worse"), "target is rated worse", "targets are rated worse"],
  ]);
}

function actionsSentence({ actions }: Moved): string | null {
  const parts = actionMoveKinds.flatMap((kind) => {
    const size = actions.filter((each) => (kind === "date moved" ? each.isMoved : each.kind === kind)).length;
    return size === 0 ? [] : [`${size} ${kind === "date moved" ? "given another date" : kind}`];
  });
  return parts.length === 0 ? null : `Of the actions: ${joinWords(parts)}.`;
}

function comingsSentence({ figures }: Moved): string | null {
  const of = (wanted: FigureMove["kind"]) => figures.flatMap(({ kind }) => (kind === wanted ? [kind.length] : []));
  return counted([
    [of("first figure"), "figure is reported for the first time", "figures are reported for the first time"],
    [of("withdrawn"), "figure was withdrawn", "figures were withdrawn"],
  ]);
}

function baselineSentence({ figures }: Moved, outcome: Outcome): string | null {
  const rebased = figures.filter(({ baseline }) => baseline !== null).map((each) => figureName(outcome.pack, each));
  return counted([[rebased, "baseline was replaced", "baselines were replaced"]]);
}

function findingsSentence({ counts }: Moved): string | null {
  const parts = counts.flatMap(({ name, before, now }) =>
    (name === "Open errors" || name === "Warnings to explain") && before !== null && before !== now
      ? [`${name.toLowerCase()} were ${before} and are ${now ?? 0}`]
      : [],
  );
  return parts.length === 0 ? null : `${sentenceCase(parts.join("; "))}.`;
}

function unknownSentence({ unknown }: Moved): string | null {
  if (unknown.length === 0) return null;
  return `How ${plural(unknown.length, "figure or action", "figures and actions")} stood then is not known: rows of the history were deleted or say two things of one.`;
}
