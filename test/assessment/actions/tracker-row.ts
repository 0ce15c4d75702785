import type { ReportedAction } from "../../../src/returns/observation";

let lastRow = 5;

/** One row of an action tracker, with an owner and nothing else said of it, in cells of its own. */
export function trackerRow(action: string, over: Partial<ReportedAction> = {}): ReportedAction {
  lastRow += 1;
  const at = (column: string) => `Actions!${column}${lastRow + 1}`;
  return {
    action,
    rawId: action,
    title: null,
    status: null,
    owner: "Head of Estates",
    due: null,
    started: null,
    completed: null,
    lastUpdate: null,
    percent: null,
    comment: null,
    organisation: null,
    place: { sheet: "Actions", row: lastRow, column: 0, cell: at("A") },
    cells: { status: at("F"), owner: at("E"), completed: at("H") },
    ...over,
  };
}
