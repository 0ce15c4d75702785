import {
  decisionCells,
  decisionHeaders,
  decisionRowsIn,
  decisionsTable,
  type DecisionRow,
} from "../../decisions/decision-rows";
import type { DecisionCell } from "../../decisions/cells";
import { settingRows, settingsTable, type SettingRow } from "../../decisions/settings";
import { register } from "../../assessment/targets/register";
import type { Outcome } from "../../outcome";
import { cellColumn, SheetLayout, type ColumnOf, type SheetFrame } from "../layout/layout";
import { formatCodes } from "../layout/number-formats";
import { signedContents, signOff } from "./sign-off-tables";
import type { Proposal } from "../../decisions/board-asks";
import { highlightsAndAsks } from "./asks-table";
import { footprintSources } from "./sources-table";
import type { ReportSheet } from "../sheet";

/** Free rows at the end of the table of decisions, to write one in. */
const FREE_ROWS = 3;

/**
 * The settings sheet: what a person can set for this workbook, and what was decided of its figures.
 *
 * @param proposals what the board might be asked: people keep, reword or drop it here.
 */
export function settingsSheet(
  outcome: Outcome,
  { name, header, footer }: SheetFrame,
  proposals: readonly Proposal[] = [],
): ReportSheet {
  const layout = new SheetLayout("settings", name, "Green plan settings", "");
  layout.gap();
  settings(layout, outcome);
  signOff(layout, outcome);
  highlightsAndAsks(layout, outcome, proposals);
  footprintSources(layout, outcome);
  signedContents(layout, outcome);
  decisions(layout, outcome);
  layout.describe("what you can set for this workbook, who signed it, and what was decided. Blank: the usual.");
  return layout.finish({ header, footer });
}

/** What a person can set. Columns and rows of their own stay. */
function settings(layout: SheetLayout, { snapshot, pack, tolerances }: Outcome): void {
  layout.table<SettingRow>({
    name: settingsTable.name,
    key: settingsTable.about,
    items: settingRows(snapshot, pack, tolerances),
    columns: [
      cellColumn("Setting", { width: 34 }),
      cellColumn("Value", { width: 18, format: "figure", align: "left", wrap: true }),
      cellColumn("What it does", { width: 60 }),
      cellColumn("Agreed by", { width: 15 }),
      cellColumn("When", { width: 14, format: "date" }),
    ],
    code: ({ isDay }) => (isDay ? formatCodes.date : formatCodes.text),
  });
}

/** A row of the table of decisions to write: its cells by header; none for a free row. */
type RowToWrite = ReadonlyMap<string, DecisionCell>;

/** The table of decisions on figures: every row a person wrote, what is asked for, and free rows. */
function decisions(layout: SheetLayout, outcome: Outcome): void {
  const rows = decisionRowsIn(outcome.snapshot, outcome.pack);
  const headers: readonly string[] = decisionHeaders;
  const added = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))].filter((each) => !headers.includes(each));
  layout.heading("Decisions: baselines, own targets and control limits, with the reason, the name and the date");
  layout.paragraph(
    'Write one in a free row. "new baseline": the old and new value. "own target": the change in percent, where the plan leaves room for one. "new limits": the month or quarter that control limits begin with.',
  );
  if (outcome.pack.organisations.some(({ besideTotal }) => besideTotal))
    layout.paragraph(
      '"count in total": a member whose figures of a metric stand beside the total; under Why, what the baseline holds of it.',
    );
  layout.table<RowToWrite>({
    name: decisionsTable.name,
    items: rowsToWrite(outcome, rows),
    columns: [
      column("Decision", { width: 34 }),
      column("Metric", { width: 18 }),
      column("Why", { width: 60 }),
      column("Organisation", { width: 15 }),
      column("Period", { width: 14 }),
      column("Old value", { width: 14, format: "figure" }),
      column("New value", { width: 14, format: "figure" }),
      column("Who", { width: 20 }),
      column("When", { width: 14, format: "date" }),
      column("State", { width: 60 }),
      ...added.map((each) => column(each, { width: 26 })),
    ],
    code: () => "#,##0.######",
  });
}

function column(header: string, look: Omit<ColumnOf<RowToWrite>, "header" | "cell">): ColumnOf<RowToWrite> {
  return { ...look, header, cell: (cells) => cells.get(header) ?? null };
}

function rowsToWrite({ totals, reading, pack, asOf }: Outcome, rows: readonly DecisionRow[]): RowToWrite[] {
  const read = rows.flatMap(({ read }) => (typeof read === "string" ? [] : [read]));
  const { kept, added } = register({ totals, reading, pack, asOf, decisions: read });
  const states = new Map(read.map((decision, index) => [decision, kept[index] ?? null]));
  const written = rows.flatMap(({ cells, read }): RowToWrite[] => {
    if (typeof read === "string") return [new Map<string, DecisionCell>([...cells, ["State", read]])];
    const row = states.get(read);
    return row ? [new Map([...cells, ...decisionCells(row.decision, row.state, cells)])] : [];
  });
  const joined = added.map(({ decision, state }) => decisionCells(decision, state, new Map()));
  return [...written, ...joined, ...Array.from({ length: FREE_ROWS }, () => new Map<string, DecisionCell>())];
}
