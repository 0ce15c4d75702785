import { assessActions } from "../../../src/assessment/actions/assess-actions";
import type { ActionAssessment } from "../../../src/assessment/assessment";
import { llrPack } from "../../../src/plan/llr";
import { sheet, type Grid } from "../../returns/grids";
import { read } from "../../returns/reading";

/** The actions of a tracker kept on one sheet, as of a date: its rows as people keep them, read and assessed. */
export function managed(asOf: string, headings: Grid[number], ...rows: Grid): Map<string, ActionAssessment> {
  const { actions } = read([sheet("Tracker", [headings, ...rows])]);
  const assessed = assessActions({ reported: actions, pack: llrPack, asOf, dateSystem: 1900 });
  return new Map(assessed.map((each) => [each.id, each]));
}
