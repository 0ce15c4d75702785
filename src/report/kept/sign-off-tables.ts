import { dayOr, dayReader, type DecisionCells } from "../../decisions/cells";
import {
  otherSignOffs,
  signedTable,
  signOffTable,
  type SignedContents,
  type SignOffHeader,
} from "../../decisions/sign-off";
import { itemCount } from "../../assessment/approval/contents";
import type { SignOffRow } from "../../assessment/approval/sign-off";
import type { TableRecord } from "../../snapshot/own-tables";
import type { Outcome } from "../../outcome";
import { cellColumn, type SheetLayout } from "../layout/layout";

/** The table in which people write who prepared, checked and approved the report; its last column says what that is worth. */
export function signOff(layout: SheetLayout, { snapshot, signOff: { rows } }: Outcome): void {
  layout.heading("Sign-off: who prepared, checked and approved this report");
  layout.paragraph(
    "Write a name or role and the date. It holds for the report that stands in this workbook, and is void once a figure, rating, baseline, action or setting changes.",
  );
  const day = dayReader(snapshot.dateSystem);
  const known = rows.map(({ written, state }: SignOffRow): DecisionCells<SignOffHeader> => ({
    Step: written.step,
    "Name or role": written.who || null,
    State: state,
    Date: dayOr(day, written.date),
    Meeting: written.meeting,
  }));
  layout.table({
    name: signOffTable.name,
    key: signOffTable.about,
    items: [...known, ...otherSignOffs(snapshot).map(asWritten)],
    columns: [
      cellColumn("Step", { width: 34 }),
      cellColumn("Name or role", { width: 18 }),
      cellColumn("State", { width: 60 }),
      cellColumn("Date", { width: 15, format: "date" }),
      cellColumn("Meeting", { width: 14 }),
    ],
  });
}

function asWritten(row: TableRecord): DecisionCells<SignOffHeader> {
  const cell = (header: SignOffHeader) => row.get(header) ?? null;
  return {
    Step: cell("Step"),
    "Name or role": cell("Name or role"),
    State: "not used: the steps are prepared, checked and approved, each once",
    Date: cell("Date"),
    Meeting: cell("Meeting"),
  };
}

/** What this report says and what was signed, in letters: by them the next report tells what has changed. */
export function signedContents(layout: SheetLayout, { signOff: { kept } }: Outcome): void {
  layout.heading("What was signed");
  layout.paragraph(
    "Kept and compared by the report, to see what has changed since somebody signed: leave it as it is.",
  );
  layout.table<SignedContents>({
    name: signedTable,
    items: kept,
    columns: [
      { header: "Report", width: 34, cell: ({ of }) => of },
      { header: "Signed by", width: 18, cell: ({ signedBy }) => signedBy ?? "[z] what is signed next" },
      { header: "Contents", width: 60, wrap: false, cell: ({ contents }) => contents },
      { header: "Items", width: 15, format: "whole", cell: ({ contents }) => itemCount(contents) },
    ],
  });
}
