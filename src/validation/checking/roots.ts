import type { CellPlace } from "../../snapshot/snapshot";
import { cellKey } from "../../snapshot/addresses";
import type { Candidate } from "../findings/candidate";
import type { Rule } from "../rules/rule";

/** What a rule saw, and the rule. */
export interface Found {
  readonly rule: Rule;
  readonly candidate: Candidate;
}

/** What any wrong figure sets off in the rules that compare figures. */
const COMPARISONS = ["DQ03", "DQ06", "DQ08", "DQ10", "DQ12", "DQ15", "DQ16", "DQ17", "DQ18"];

/**
 * Which rule's finding explains which others' on the same cells: one cause is reported once, at its root.
 * A unit slip does not also fire as variance and outlier; a total that leaves a row out is not also a sum that fails.
 */
const EXPLAINS: Readonly<Record<string, readonly string[]>> = {
  DQ02: ["DQ01", "DQ05", "type-error", "required-value", ...COMPARISONS],
  "blank-label": ["DQ11", "missing-label"],
  "incorrect-label": ["missing-label"],
  "duplicate-label": ["primary-key", "duplicate-row", "DQ05", "DQ11", ...COMPARISONS],
  "forbidden-value": ["DQ01", "DQ04", "DQ05", "type-error", "constraint-error", "truncated-value", ...COMPARISONS],
  "type-error": ["DQ05", ...COMPARISONS],
  DQ01: ["DQ05"],
  "truncated-value": ["DQ04", ...COMPARISONS],
  "duplicate-row": ["primary-key", ...COMPARISONS],
  "primary-key": ["DQ05", ...COMPARISONS],
  DQ07: ["constraint-error", ...COMPARISONS],
  "constraint-error": COMPARISONS,
  "required-value": ["DQ05", ...COMPARISONS],
  DQ04: ["DQ05", "constraint-error", ...COMPARISONS],
  DQ05: COMPARISONS,
  DQ13: ["DQ06"],
  DQ06: ["DQ03", "DQ08", "DQ13", "DQ16", "DQ17"],
  DQ18: ["DQ16"],
  DQ16: ["DQ03", "DQ17"],
  DQ08: ["DQ03"],
  DQ10: ["DQ03", "DQ17"],
  DQ03: ["DQ15", "DQ17"],
  AC01: ["AC02"],
};

type CellSet = Map<string, Set<number>>;

/**
 * Leaves out every finding that another one, nearer the cause, already explains. Causes are taken in
 * the order of the list above, and what was left out explains nothing itself.
 */
export function atTheRoot(found: readonly Found[]): Found[] {
  let left = [...found];
  for (const [code, explained] of Object.entries(EXPLAINS)) {
    const cells: CellSet = new Map();
    for (const { rule, candidate } of left) {
      if (rule.code !== code) continue;
      for (const place of candidate.causes ?? cellsOf(candidate)) addCell(cells, place);
    }
    if (cells.size === 0) continue;
    left = left.filter(
      ({ rule, candidate }) =>
        !explained.includes(rule.code) ||
        !(candidate.involves ?? cellsOf(candidate)).some((place) => hasCell(cells, place)),
    );
  }
  return left;
}

function cellsOf({ cells, also }: Candidate): readonly CellPlace[] {
  return also === undefined ? cells : [...cells, ...also];
}

function addCell(cells: CellSet, { sheet, row, column }: CellPlace): void {
  const ofSheet = cells.get(sheet);
  if (ofSheet === undefined) cells.set(sheet, new Set([cellKey(row, column)]));
  else ofSheet.add(cellKey(row, column));
}

function hasCell(cells: CellSet, { sheet, row, column }: CellPlace): boolean {
  return cells.get(sheet)?.has(cellKey(row, column)) ?? false;
}
