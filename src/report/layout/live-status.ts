import { isSameFigure } from "../../plan/quantity/same-figure";
import type { Metric, Target } from "../../plan/schema";
import type { Assessment } from "../../assessment/assessment";
import { gapOf } from "../../assessment/paths/gap";
import { ragOf } from "../../assessment/targets/rag";
import { ratingStates } from "./states";

/** The formulas of gap and RAG (calculations.md sections 2 and 7), over cells of the row they stand in. */

interface GapCells {
  readonly actual: string;
  readonly path: string;
}

/** Behind is positive, whatever the direction. A band is measured from its low edge. */
export function gapFormula(better: Metric["better"], { actual, path }: GapCells): string {
  return better === "lower" || better === "neither" ? `=${actual}-${path}` : `=${path}-${actual}`;
}

/** The gap as a share of the path; a path at 0 has none. */
export function gapShareFormula(gap: string, path: string): string {
  return `=IF(${path}=0,"[z]",${gap}/ABS(${path}))`;
}

interface RagCells {
  readonly gap: string;
  readonly path: string;
  /** The largest share behind that is still amber. */
  readonly amber: string;
  /** The largest share that only comes of adding up in another order, so that a figure on its path is green in every spreadsheet. */
  readonly noise: string;
}

/** The state by the gap alone. */
export function stateFormula({ gap, path, amber: amberShare, noise }: RagCells, target: Target | undefined): string {
  const strict = target?.goal.kind === "level" && target.goal.strict === true;
  const met = strict ? `${gap}<-${noise}*ABS(${path})` : `${gap}<=${noise}*ABS(${path})`;
  const { green, amber, red } = ratingStates;
  return `=IF(${met},"${green}",IF(${path}=0,"${red}",IF(${gap}<=${amberShare}*ABS(${path}),"${amber}","${red}")))`;
}

/** True where the sheet's gap formula answers the assessed gap. */
export function gapIsLive({ gap, actual, path }: Assessment, better: Metric["better"]): boolean {
  if (gap === null || actual === null || path.late === null) return false;
  return isSameFigure(gapOf(actual, path.late, better), gap);
}

/** True where the sheet's colour formula answers the assessed colour; a grey for a reason is a word, not a formula. */
export function ragIsLive(assessment: Assessment, target: Target | undefined, amberPercent: number): boolean {
  const { rag, gap, path } = assessment;
  if (rag === "grey" || gap === null || path.late === null) return false;
  const strict = target?.goal.kind === "level" && target.goal.strict === true;
  return ragOf(gap, path.late, { amberPercent, strict }) === rag;
}
