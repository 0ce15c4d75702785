import { dayOr, dayReader, rowWith } from "../../decisions/cells";
import { otherSignOffs, signedTable, signOffTable } from "../../decisions/sign-off";
import { itemCount } from "../../assessment/approval/contents";
import type { Outcome } from "../../outcome";
import type { SheetLayout } from "../layout/layout";
import { keptTable } from "./kept-table";

/** The table in which people write who prepared, checked and approved the report, and what that is worth. */
export function signOff(layout: SheetLayout, { snapshot, signOff: { rows } }: Outcome): void {
  layout.heading("Sign-off: who prepared, checked and approved this report");
  layout.prose(
    "Write a name or role and the date. It holds for the report that stands in this workbook, and is void once a figure, rating, baseline, action or setting changes.",
  );
  const day = dayReader(snapshot.dateSystem);
  const known = rows.map(({ written: { step, who, date, meeting }, state }) =>
    rowWith(null, { Step: step, "Name or role": who || null, State: state, Date: dayOr(day, date), Meeting: meeting }),
  );
  const unknown = "not used: the steps are prepared, checked and approved, each once";
  const others = otherSignOffs(snapshot).map((row) => rowWith(row, { State: unknown }));
  keptTable(layout, signOffTable, [...known, ...others], {
    Step: { width: 24 },
    "Name or role": { width: 18 },
    State: { width: 36 },
    Date: { width: 14, format: "date" },
    Meeting: { width: 12 },
  });
}

/** What this report says and what was signed, in letters: by them the next report tells what has changed. */
export function signedContents(layout: SheetLayout, { signOff: { kept } }: Outcome): void {
  layout.heading("What was signed");
  layout.prose("Kept and compared by the report, to see what has changed since somebody signed: leave it as it is.");
  const rows = kept.map(({ of, signedBy, contents }) =>
    rowWith(null, {
      Report: of,
      "Signed by": signedBy ?? "[z] what is signed next",
      Contents: contents,
      Items: itemCount(contents),
    }),
  );
  keptTable(layout, signedTable, rows, {
    Report: { width: 24 },
    "Signed by": { width: 18 },
    Contents: { width: 36, wrap: false },
    Items: { width: 14, format: "whole" },
  });
}
