import type { SheetSnapshot } from "../../snapshot/snapshot";
import { MAX_SHEET_NAME } from "../../snapshot/addresses";
import { isOwnTable } from "../../snapshot/own-tables";
import { sheetKinds, stateKinds, type SheetKind } from "../sheet";

/** What our sheets are called where nobody else's is called so. */
export const sheetTitles: Readonly<Record<SheetKind, string>> = {
  contents: "Contents",
  "board-report": "Board Report",
  changes: "What Changed",
  "paper-text": "Paper Text",
  "board-questions": "Board Questions",
  "action-status": "Action Status",
  trajectories: "Trajectories",
  charts: "Charts",
  findings: "Findings",
  "annual-review": "Annual Review",
  "plan-facts": "Green Plan Facts",
  notes: "Notes",
  "as-read": "Green Plan As Read",
  mapping: "Green Plan Mapping",
  explanations: "Green Plan Explanations",
  settings: "Green Plan Settings",
  history: "Green Plan History",
  "kept-words": "Green Plan Kept Words",
};

type Known = Pick<SheetSnapshot, "name" | "own" | "used" | "tables" | "chartsAlone">;

/** Pages that people keep by renaming them: the next is made beside them. */
const keptByRenaming: readonly string[] = ["board-report"];

/**
 * The name a sheet of ours has or will have in this workbook. Ours is told by its mark, never by its name alone: the
 * one still called as it was when written; else a renamed one, while it holds a table of ours and is no page that a
 * person kept; else an empty one with our title, which a writing that died had added and not yet marked.
 */
export function ownSheetName(kind: string, title: string, sheets: readonly Known[]): string {
  const ours = sheets.filter(({ own }) => own?.kind === kind);
  const found =
    ours.find(({ own, name }) => own?.title === name) ??
    (keptByRenaming.includes(kind) ? undefined : ours.find(({ tables }) => tables.some(isOwnTable)));
  return found?.name ?? freeName(title, sheets);
}

/** The title itself where no sheet has it, or an empty one; else with a number. */
function freeName(title: string, sheets: readonly Known[]): string {
  const taken = new Set(sheets.filter((each) => !isLeftEmpty(each, title)).map(({ name }) => name.toLowerCase()));
  const fits = `${title} (Green Plan)`.length <= MAX_SHEET_NAME;
  let name = title;
  for (let copy = 1; taken.has(name.toLowerCase()); copy += 1) {
    const number = fits ? (copy === 1 ? " (Green Plan)" : ` (Green Plan ${copy})`) : ` (${copy + 1})`;
    name = title.slice(0, MAX_SHEET_NAME - number.length) + number;
  }
  return name;
}

function isLeftEmpty({ name, own, used, tables, chartsAlone }: Known, title: string): boolean {
  return name === title && own === null && used === null && tables.length === 0 && !chartsAlone;
}

/** The names of all our report sheets in this workbook. */
export function sheetNames(sheets: readonly Known[]): Readonly<Record<SheetKind, string>> {
  const names = { ...sheetTitles };
  for (const kind of [...sheetKinds, ...stateKinds]) names[kind] = ownSheetName(kind, sheetTitles[kind], sheets);
  return names;
}
