import type { IsoDate } from "../plan/time/periods";
import { decidedRows, type DecidedTable } from "../snapshot/kept-words";
import type { TableRecord } from "../snapshot/own-tables";
import type { CellValue, Snapshot } from "../snapshot/snapshot";
import { dayReader, saysSomethingIn, textOf, type DecisionCells } from "./cells";

/** Explanations: why a figure that was warned of is right, with a name and a date. */

export const explanationsTable: DecidedTable = {
  name: "GreenPlan_Explanations",
  about: ["Reference"],
  isWritten: (row) => saysSomethingIn(row, ["Explanation", "Who", "When"]),
};

type Header = "Where" | "What was found" | "Figure" | "Explanation" | "Who" | "When" | "State" | "Reference";

/** What a person says of one finding: who explained it, when, and how. */
export interface Explanation {
  /** The finding's key: it survives rows that move. */
  readonly key: string;
  readonly who: string;
  /** The day it was given, or null where none was. */
  readonly when: IsoDate | null;
  readonly text: string;
  /** The figure it explains, as it stood then: the explanation is stale once the figure changes. */
  readonly figure: number | string | null;
}

/** One row of the table: what was found, and what a person says of it. */
export interface ExplanationRow {
  readonly key: string;
  /** The finding's first cell ("Site Data!BF812"), or null. */
  readonly where: string | null;
  readonly found: string;
  readonly figure: number | string | null;
  readonly given: Explanation | null;
  readonly state: string;
}

/** The explanations that people have given; a row in which nobody wrote is passed over. */
export function explanationsIn({ sheets, dateSystem }: Snapshot): Explanation[] {
  const day = dayReader(dateSystem);
  return decidedRows(sheets, explanationsTable).flatMap((record): Explanation[] => {
    const cell = (header: Header) => record.get(header);
    const [key, text, who] = [textOf(cell("Reference")), textOf(cell("Explanation")), textOf(cell("Who"))];
    const when = day(cell("When"));
    if (key === "" || (text === "" && who === "" && when === null)) return [];
    return [{ key, who, when, text, figure: figureIn(cell("Figure")) }];
  });
}

function figureIn(value: CellValue = null): number | string | null {
  return typeof value === "boolean" || value === "[z]" ? null : value;
}

/** A row's cells as the sheet shows them. The figure is the one that was explained, where an explanation was given. */
export function explanationCells({ key, where, found, figure, given, state }: ExplanationRow): DecisionCells<Header> {
  return {
    Where: where ?? "[z]",
    "What was found": found,
    Figure: given?.figure ?? figure ?? "[z]",
    Explanation: given?.text || null,
    Who: given?.who || null,
    When: given?.when ? { date: given.when } : null,
    State: state,
    Reference: key,
  };
}

/** The row of an explanation that has no finding among those that are listed. */
export function rowWithoutFinding(given: Explanation, found: string, state: string): ExplanationRow {
  return { key: given.key, where: null, found, figure: given.figure, given, state };
}

/** The rows to write once a person has explained one finding: those of the workbook, with this explanation in its row. */
export function explanationsWith(given: Explanation, snapshot: Snapshot): ExplanationRow[] {
  const kept = explanationsIn(snapshot);
  const rows = decidedRows(snapshot.sheets, explanationsTable).map((record) => readRow(record, kept));
  const state = "given since the last check";
  const known = rows.some(({ key }) => key === given.key);
  const added = known ? [] : [rowWithoutFinding(given, "[z] see the Findings sheet", state)];
  return [...rows.map((row) => (row.key === given.key ? { ...row, given, state } : row)), ...added];
}

function readRow(record: TableRecord, kept: readonly Explanation[]): ExplanationRow {
  const cell = (header: Header) => record.get(header);
  const [key, where] = [String(cell("Reference") ?? ""), String(cell("Where") ?? "")];
  const figure = cell("Figure");
  return {
    key,
    where: where.includes("!") ? where : null,
    found: String(cell("What was found") ?? "[z]"),
    figure: typeof figure === "number" ? figure : null,
    given: kept.find((each) => each.key === key) ?? null,
    state: String(cell("State") ?? "[z]"),
  };
}
