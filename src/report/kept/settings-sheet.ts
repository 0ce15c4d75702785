import {
  decisionCells,
  type decisionHeaders,
  decisionRowsIn,
  decisionsTable,
  type DecisionRow,
} from "../../decisions/decision-rows";
import type { DecisionCell, RowToWrite } from "../../decisions/cells";
import { isDaySetting, settingRows, settingsTable } from "../../decisions/settings";
import { register } from "../../assessment/targets/register";
import type { Outcome } from "../../outcome";
import { SheetLayout, type SheetFrame } from "../layout/layout";
import { formatCodes } from "../layout/number-formats";
import { signedContents, signOff } from "./sign-off-tables";
import type { Proposal } from "../../decisions/board-asks";
import { highlightsAndAsks } from "./asks-table";
import { keptTable } from "./kept-table";
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
  layout.describe("what you can set, who signed, what a board is asked, where footprints come from, what was decided.");
  return layout.finish({ header, footer });
}

/** What a person can set. Columns and rows of their own stay. */
function settings(layout: SheetLayout, { snapshot, pack, tolerances }: Outcome): void {
  const looks = {
    Setting: { width: 24 },
    Value: { width: 18, format: "figure", align: "left", wrap: true },
    "What it does": { width: 36 },
    "Agreed by": { width: 14 },
    When: { width: 13, format: "date" },
  } as const;
  const code = (row: RowToWrite) => (isDaySetting(row) ? formatCodes.date : formatCodes.text);
  keptTable(layout, settingsTable, settingRows(snapshot, pack, tolerances), looks, code);
}

/** The table of decisions on figures: every row a person wrote, what is asked for, and free rows. */
function decisions(layout: SheetLayout, outcome: Outcome): void {
  const rows = decisionRowsIn(outcome.snapshot, outcome.pack);
  layout.heading("Decisions: baselines, own targets and control limits, with the reason, the name and the date");
  layout.prose(
    'Write one in a free row. "new baseline": the old and new value. "own target": the change in percent, where the plan leaves room for one. "new limits": the month or quarter that control limits begin with.',
  );
  if (outcome.pack.organisations.some(({ besideTotal }) => besideTotal))
    layout.prose(
      '"count in total": a member whose figures of a metric stand beside the total; under Why, what the baseline holds of it.',
    );
  const looks = {
    Decision: { width: 24 },
    Metric: { width: 18 },
    Why: { width: 36 },
    Organisation: { width: 14 },
    Period: { width: 13 },
    "Old value": { width: 12.5, format: "figure" },
    "New value": { width: 12.5, format: "figure" },
    Who: { width: 14 },
    When: { width: 13, format: "date" },
    State: { width: 20 },
  } as const satisfies Record<(typeof decisionHeaders)[number], object>;
  keptTable(layout, decisionsTable, rowsToWrite(outcome, rows), looks, () => "#,##0.######");
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
