import type { Assessment } from "../../assessment/assessment";
import type { Pack } from "../../plan/schema";
import {
  formatFigure,
  formatFigureDifference,
  formatPercent,
  joinWords,
  organisationName,
  periodWords,
  figureName,
} from "../../plan/wording";
import { gapSize } from "../words/sentences";
import type { ReportSource } from "../source/source";

/** What the board's paper says of one target's latest figure: short sentences, at most two numbers in each. */

/** "LLR’s NHS Carbon Footprint was 79,000 tCO₂e in 2024/25. That is 33.7% behind its trajectory and 2.3% less than the year before." */
export function figureSentences(source: ReportSource, row: Assessment): string {
  const { pack } = source.outcome;
  const { actual, unit, period } = row;
  if (actual === null) return `${figureName(pack, row)} has no figure.`;
  const level = unit !== "yes/no" ? formatFigure(actual, unit) : actual === 1 ? "in place" : "not in place";
  const rated = [gapInWords(row) ?? [], changeInWords(source, row) ?? []].flat();
  return [
    `${figureName(pack, row)} was ${level} in ${periodWords(period)}.`,
    ...(row.rag === "grey" ? [`It cannot be rated: ${notRatedWords(pack, row)}.`] : []),
    ...(rated.length > 0 ? [`That is ${joinWords(rated)}.`] : []),
  ].join(" ");
}

/** "33.7% behind its trajectory", "on its trajectory", "above range"; null where it is not rated or its level says it all. */
function gapInWords(row: Assessment): string | null {
  const { rag, gap, path, word, goal } = row;
  if (rag === "grey" || goal.kind === "yes") return null;
  if (gap === null || path.late === null) return word;
  if (gap === 0) return "on its trajectory";
  return `${gapSize(row)} ${gap > 0 ? "behind" : "ahead of"} its trajectory`;
}

/** Why a figure is not rated: "without LPT it is only a part". */
export function notRatedWords(pack: Pack, { why, missing }: Assessment): string {
  const names = joinWords(missing.map((code) => organisationName(pack, code)));
  if (why === "partial") return `without ${names || "a member"} it is only a part`;
  if (why === "no baseline") return "there is no baseline to draw its trajectory from";
  if (why === "stale") return "the figure is out of date";
  return why === "not yet due" ? "its target is not yet due" : "it is not set against a trajectory";
}

/** "2.3% less than the year before"; null where no year before can be set against it. */
function changeInWords(source: ReportSource, row: Assessment): string | null {
  if (row.unit === "yes/no") return null;
  const change = source.direction(row)?.change ?? null;
  if (change === null) return null;
  const size = row.unit === "%" ? formatFigureDifference(Math.abs(change), "%") : formatPercent(Math.abs(change));
  if (Number.parseFloat(size) === 0) return "the same as the year before";
  return `${size} ${change < 0 ? "less" : "more"} than the year before`;
}
