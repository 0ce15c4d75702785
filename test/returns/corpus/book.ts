import { cellPlace } from "../../../src/snapshot/addresses";
import type { Snapshot } from "../../../src/snapshot/snapshot";
import { sheet, workbook, type Grid, type GridCell } from "../grids";

/**
 * What a careful person makes of a cell. `must`: read exactly so; `may`: so or not at all; `ask`: not read, or with a
 * finding on the cell; `not`: never a figure of the plan.
 */
export type Status = "must" | "may" | "ask" | "not";

export interface Wanted {
  readonly status: Status;
  /** One of these, parted by ";": the same in what follows. */
  readonly metric: string;
  readonly organisation: string;
  /** "": none may be named; "any": a site of the organisation may be. */
  readonly site: string;
  readonly period: string;
  readonly kind: string;
  /** In the plan's unit; "yes" and "no" stand for themselves. */
  readonly value: string;
}

/** A cell of a workbook with its right answer. */
interface Answered {
  readonly cell: GridCell;
  readonly want: Wanted;
  /** The wording that is tried. */
  readonly line: string;
}

export type PageCell = GridCell | Answered;

export interface Page {
  readonly name: string;
  readonly rows: readonly (readonly PageCell[])[];
}

export interface Book {
  readonly file: string;
  readonly group: string;
  /** How the lines are put into the workbook: "long list", "heading"… */
  readonly pass: string;
  readonly pages: readonly Page[];
}

/** One line of truth.tsv. */
export interface Truth extends Wanted {
  readonly file: string;
  readonly cell: string;
  readonly group: string;
  readonly case: string;
  readonly pass: string;
}

const isAnswered = (cell: PageCell): cell is Answered =>
  cell !== null && cell !== undefined && typeof cell === "object" && "want" in cell;

export const answered = (cell: GridCell, want: Wanted, line: string): Answered => ({ cell, want, line });

const silent = { metric: "", organisation: "", site: "", period: "", kind: "", value: "" };

/** A cell that is not to be read. */
export const unread = (cell: GridCell, line: string, status: "ask" | "not" = "ask"): Answered =>
  answered(cell, { ...silent, status }, line);

/** A figure to be read; an actual unless told otherwise. */
export function figure(
  cell: GridCell,
  want: Pick<Wanted, "metric" | "organisation" | "period" | "value"> & Partial<Wanted>,
  line: string,
): Answered {
  return answered(cell, { status: "must", site: "", kind: "actual", ...want }, line);
}

/** Lines that only keep company: they let a page be seen as a table, and are counted by themselves. */
const company = "company";
export const companion = (cell: GridCell, want: Parameters<typeof figure>[1]): Answered => figure(cell, want, company);

export function snapshotOf(book: Book): Snapshot {
  return workbook(
    book.pages.map(({ name, rows }) => sheet(name, gridOf(rows))),
    { fileName: book.file },
  );
}

export const gridOf = (rows: Page["rows"]): Grid =>
  rows.map((row) => row.map((cell) => (isAnswered(cell) ? cell.cell : cell)));

export function truthOf({ file, group, pass, pages }: Book): Truth[] {
  return pages.flatMap(({ name, rows }) =>
    rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) =>
        isAnswered(cell)
          ? {
              file,
              cell: cellPlace(name, row, column).cell,
              group: cell.line === company ? company : group,
              case: cell.line,
              pass,
              ...cell.want,
            }
          : [],
      ),
    ),
  );
}
