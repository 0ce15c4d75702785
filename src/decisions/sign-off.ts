import { formatDate, type IsoDate } from "../plan/time/periods";
import { decidedRows, type DecidedTable } from "../snapshot/kept-words";
import type { TableRecord } from "../snapshot/own-tables";
import type { CellValue, Snapshot } from "../snapshot/snapshot";
import { dayReader, plainText, saysSomethingIn, textOf } from "./cells";

/** Who prepared, checked and approved a report, as people write it on the settings sheet. */

const signOffSteps = ["Prepared by", "Checked by", "Approved by"] as const;
export type SignOffStep = (typeof signOffSteps)[number];

export const signOffTable: DecidedTable = {
  name: "GreenPlan_SignOff",
  about: ["Step"],
  headers: ["Step", "Name or role", "State", "Date", "Meeting"],
  isWritten: (row) => saysSomethingIn(row, ["Name or role", "Date", "Meeting"]),
};

/** What stands in the row of a step. */
export interface WrittenSignOff {
  readonly step: SignOffStep;
  readonly who: string;
  /** The cell under Date, and the day it says; null where it says none. */
  readonly date: CellValue;
  readonly when: IsoDate | null;
  readonly meeting: string | null;
}

type Workbook = Pick<Snapshot, "sheets" | "dateSystem">;

/** The three steps as they are written, in order. */
export function signOffsIn({ sheets, dateSystem }: Workbook): WrittenSignOff[] {
  const rows = decidedRows(sheets, signOffTable);
  const day = dayReader(dateSystem);
  return signOffSteps.map((step) => {
    const row = rowFor(rows, step);
    const date = row?.get("Date") ?? null;
    const meetingDay = day(row?.get("Meeting"));
    const meeting = meetingDay === null ? textOf(row?.get("Meeting")) || null : formatDate(meetingDay);
    return { step, who: textOf(row?.get("Name or role")), date, when: day(date), meeting };
  });
}

/** Rows in which people wrote and that are no step's: they stay as they are. */
export function otherSignOffs({ sheets }: Pick<Workbook, "sheets">): TableRecord[] {
  const rows = decidedRows(sheets, signOffTable);
  const used = new Set(signOffSteps.map((step) => rowFor(rows, step)));
  return rows.filter((row) => !used.has(row) && signOffTable.isWritten(row));
}

/** Of two rows for one step the first that says something. */
function rowFor(rows: readonly TableRecord[], step: SignOffStep): TableRecord | undefined {
  const all = rows.filter((row) => plainText(row.get("Step")) === plainText(step));
  return all.find(signOffTable.isWritten) ?? all[0];
}

/** Where the report keeps what it said when somebody signed, and what it says now. */
export const signedTable: DecidedTable = {
  name: "GreenPlan_Signed",
  about: ["Report"],
  isWritten: () => false,
  isRecord: (row) => textOf(row.get("Contents")) !== "",
};

/** The row of the report that stands in the workbook: what is signed next is this. */
export const THIS_REPORT = "This report";

/** What a report said, in letters by which a later one is compared with it, and who signed it. */
export interface SignedContents {
  readonly of: SignOffStep | typeof THIS_REPORT;
  /** "A. Patel, 12 December 2026"; null for the report that stands. */
  readonly signedBy: string | null;
  readonly contents: string;
}

/** What the workbook keeps of reports that were signed, and of the one that stands in it. */
export function signedContentsIn({ sheets }: Pick<Workbook, "sheets">): SignedContents[] {
  const rows = decidedRows(sheets, signedTable);
  return ([THIS_REPORT, ...signOffSteps] as const).flatMap((of): SignedContents[] => {
    const row = rows.find((each) => plainText(each.get("Report")) === plainText(of));
    const contents = textOf(row?.get("Contents"));
    return contents === "" ? [] : [{ of, signedBy: textOf(row?.get("Signed by")), contents }];
  });
}
