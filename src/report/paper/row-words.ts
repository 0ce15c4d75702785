import { directionOf } from "../../assessment/outlook/direction";
import type { Assessment } from "../../assessment/assessment";
import type { Pack } from "../../plan/schema";
import {
  formatFigure,
  formatFigureDifference,
  formatPercent,
  joinWords,
  metricName,
  organisationName,
  periodWords,
  possessive,
} from "../../plan/wording";
import { seriesKey } from "../../series/series-key";
import type { ReportSource } from "../source/source";

/** What the board's paper says of one target's latest figure: short sentences, at most two numbers in each. */

/** "LLR’s NHS Carbon Footprint" */
export function nameOf(pack: Pack, { metric, organisation }: Pick<Assessment, "metric" | "organisation">): string {
  return `${possessive(organisationName(pack, organisation))} ${metricName(pack, metric)}`;
}

/** "LLR’s NHS Carbon Footprint was 79,000 tCO₂e in 2024/25." */
export function levelSentence(pack: Pack, row: Assessment): string {
  const { actual, unit, period } = row;
  if (actual === null) return `${nameOf(pack, row)} has no figure.`;
  if (unit === "yes/no")
    return `${nameOf(pack, row)} ${actual === 1 ? "was in place" : "was not in place"} in ${periodWords(period)}.`;
  return `${nameOf(pack, row)} was ${formatFigure(actual, unit)} in ${periodWords(period)}.`;
}

/** "33.7% behind its trajectory", "on its trajectory", "above range"; null where it is not rated. */
export function gapInWords({ rag, gap, gapPercent, unit, path, word, goal }: Assessment): string | null {
  if (rag === "grey") return null;
  if (goal.kind === "yes") return rag === "green" ? "as the plan asks" : "not as the plan asks";
  if (gap === null || path.late === null) return word;
  if (gap === 0) return "on its trajectory";
  const size = Math.abs(gap);
  const share =
    gapPercent === null || unit === "%" ? formatFigureDifference(size, unit) : formatPercent(Math.abs(gapPercent));
  return `${share} ${gap > 0 ? "behind" : "ahead of"} its trajectory`;
}

/** Why a figure is not rated: "without LPT it is only a part". */
export function notRatedWords(pack: Pack, { why, partial, missing }: Assessment): string {
  const names = joinWords(missing.map((code) => organisationName(pack, code)));
  if (partial || why === "partial") return `without ${names || "a member"} it is only a part`;
  if (why === "no baseline") return "there is no baseline to draw its trajectory from";
  if (why === "stale") return "the figure is out of date";
  return why === "not yet due" ? "its target is not yet due" : "it is not set against a trajectory";
}

/** "2.3% less than the year before"; null where no year before can be set against it. */
export function changeInWords(source: ReportSource, row: Assessment): string | null {
  const metric = source.metric(row.metric);
  if (metric === undefined || row.partial || row.unit === "yes/no") return null;
  const series = source.outcome.assessments.filter((each) => seriesKey(each) === seriesKey(row) && !each.partial);
  const change = directionOf(row, series, metric)?.change ?? null;
  if (change === null) return null;
  const size = row.unit === "%" ? formatFigureDifference(Math.abs(change), "%") : formatPercent(Math.abs(change));
  if (Number.parseFloat(size) === 0) return "the same as the year before";
  return `${size} ${change < 0 ? "less" : "more"} than the year before`;
}

/** How a figure stands and moved, in a sentence that follows its level. */
export function standingSentence(source: ReportSource, row: Assessment): string {
  const { pack } = source.outcome;
  const [gap, change] = [gapInWords(row), changeInWords(source, row)];
  const moved = change === null ? "" : ` It is ${change}.`;
  if (gap === null) return `It cannot be rated: ${notRatedWords(pack, row)}.${moved}`;
  return `That is ${joinWords([gap, ...(change === null ? [] : [change])])}.`;
}
