import { lettersWidth } from "../../snapshot/letter-widths";
import { absoluteCell, cellAddress, columnLetters, sheetPrefix } from "../../snapshot/addresses";
import type { UnitId } from "../../plan/schema";
import { changeCode, figureCode, formatCodes, gapCode } from "./number-formats";
import { colourOfState } from "./states";
import type {
  Column,
  ColumnFormat,
  Paragraph,
  ReportCell,
  ReportChart,
  ReportSheet,
  ReportTable,
  SheetKind,
  StateColour,
} from "../sheet";

/** The address of another column's cell in the row being written: "G12". */
export type InRow = (header: string) => string;

/** A column of a table of `T`: how it looks, and what stands in it for one row. */
export interface ColumnOf<T> {
  readonly header: string;
  readonly width: number;
  /** "text" where not said. */
  readonly format?: ColumnFormat;
  /** Text to the left and numbers to the right where not said. */
  readonly align?: Column["align"];
  /** Text is wrapped where not said, numbers and dates are not. */
  readonly wrap?: boolean;
  /** Absent for a column that people write in. */
  readonly cell?: (item: T, at: InRow) => ReportCell;
}

export interface TableOf<T> {
  readonly name: string;
  readonly items: readonly T[];
  readonly columns: readonly ColumnOf<T>[];
  /** The headers of the columns that identify a row from run to run. */
  readonly key?: readonly string[];
  /** True for buttons to filter by in the header. */
  readonly filter?: boolean;
  /** The header of the column of states; `colours` where they are not those of targets and actions. */
  readonly state?: { readonly header: string; readonly colours?: Readonly<Record<string, StateColour>> };
  /** The unit of a row's figures and gaps, or the format itself where it is no metric's. */
  readonly unit?: (item: T) => UnitId;
  readonly code?: (item: T) => string;
}

/** Where a table came to stand. Row indexes are of its items. */
export interface Placed {
  readonly table: ReportTable;
  /** "'Trajectories'!$G$6" */
  cell(header: string, item: number): string;
  /** "'Trajectories'!$G$6:$G$80" */
  column(header: string): string;
}

/** A sheet's name, and what is printed above and below it. */
export type SheetFrame = Pick<ReportSheet, "name" | "header" | "footer">;

type Finish = Pick<ReportSheet, "header" | "footer"> & {
  /** The table whose header row stays in sight, where the sheet has one long table. */
  readonly follow?: Placed;
  readonly freezeColumns?: number;
  /** The table whose header row is repeated on each printed page; it stands last. The one followed where not said. */
  readonly repeat?: Placed | null;
  readonly printTo?: string;
};

/** Lays a sheet out from the top down: A1 its title, A2 what it holds, then notes, then tables in column A. */
export class SheetLayout {
  private row = 0;
  private newPageWanted = false;
  private readonly pageBreaks: number[] = [];
  private readonly paragraphs: Paragraph[] = [];
  private readonly tables: ReportTable[] = [];
  private readonly charts: ReportChart[] = [];

  constructor(
    readonly kind: SheetKind,
    readonly name: string,
    title: string,
    description: string,
  ) {
    this.paragraph(title, "title");
    this.paragraph(description, "description");
  }

  /** Says in A2 how many tables there are, once they stand: "Six tables: …" */
  describe(holds: string): void {
    const count = this.tables.length;
    const words = [
      "No table",
      "One table",
      "Two tables",
      "Three tables",
      "Four tables",
      "Five tables",
      "Six tables",
      "Seven tables",
    ];
    const cell = `${words[count] ?? `${count} tables`}: ${holds}`;
    this.paragraphs[1] = { row: 1, cell, style: "description" };
  }

  paragraph(cell: ReportCell, style: Paragraph["style"] = "body"): void {
    this.paragraphs.push({ row: this.row, cell, style });
    this.row += 1;
  }

  /** A paragraph in a row that was left free before, for what is known only later. */
  paragraphAt(row: number, cell: ReportCell, style: Paragraph["style"]): void {
    this.paragraphs.push({ row, cell, style });
  }

  /** A text that may be too long for one line of paper, of so many points, goes on in the next: between two of its clauses, else between two words. */
  prose(text: string, room = narrowestPage): void {
    for (const line of linesOf(text, room)) this.paragraph(line);
  }

  heading(text: string): void {
    this.gap();
    if (this.newPageWanted) this.pageBreaks.push(this.row);
    this.newPageWanted = false;
    this.paragraph(text, "heading");
  }

  /** The next heading begins a new printed page. */
  newPage(): void {
    this.newPageWanted = true;
  }

  gap(rows = 1): void {
    this.row += rows;
  }

  /** The row that comes next: where a chart beside the next table begins. */
  get next(): number {
    return this.row;
  }

  /** A table at the next row. It must have items: where there are none, say so in a line instead. */
  table<T>(plan: TableOf<T>): Placed {
    const headerRow = this.row;
    const table: ReportTable = {
      name: plan.name,
      row: headerRow,
      columns: plan.columns.map(columnOf),
      rows: plan.items.map((item, index) => {
        const inRow: InRow = (header) => cellAddress(headerRow + 1 + index, indexOf(plan, header));
        return plan.columns.map((column) => column.cell?.(item, inRow) ?? null);
      }),
      key: (plan.key ?? []).map((header) => indexOf(plan, header)),
      filter: plan.filter ?? false,
      state: plan.state
        ? { column: indexOf(plan, plan.state.header), colours: plan.state.colours ?? colourOfState }
        : null,
      codes: plan.columns.map(({ format = "text" }) => codesOf(plan, format)),
    };
    this.tables.push(table);
    this.row += 1 + plan.items.length;
    return this.placed(table);
  }

  private placed(table: ReportTable): Placed {
    const first = table.row + 1;
    const column = (header: string) => table.columns.findIndex((each) => each.header === header);
    return {
      table,
      cell: (header, item) => sheetPrefix(this.name) + absoluteCell(first + item, column(header)),
      column: (header) => {
        const letters = columnLetters(column(header));
        return `${sheetPrefix(this.name)}$${letters}$${first + 1}:$${letters}$${first + table.rows.length}`;
      },
    };
  }

  chart(chart: ReportChart): void {
    this.charts.push(chart);
    this.row = Math.max(this.row, chart.at.bottom + 1);
  }

  finish({ header, footer, follow, freezeColumns = 0, printTo, repeat = follow }: Finish): ReportSheet {
    const widest = this.tables.reduce((most, { columns }) => Math.max(most, columns.length), 1);
    const printed = follow?.table.columns.findIndex((each) => each.header === printTo) ?? -1;
    const beside = this.charts.map(({ at }) => at.right + 1);
    const chartColumns = this.tables.length === 0 ? [...beside, columnsOfText] : beside;
    const widths = Array.from({ length: Math.max(widest, ...chartColumns) }, (_, at) =>
      Math.max(...this.tables.map(({ columns }) => columns[at]?.width ?? 0), minimumWidth),
    );
    return {
      kind: this.kind,
      name: this.name,
      paragraphs: this.paragraphs,
      tables: this.tables,
      charts: this.charts,
      widths,
      freeze: follow ? { rows: follow.table.row + 1, columns: freezeColumns } : null,
      titleRow: repeat?.table.row ?? null,
      pageBreaks: this.pageBreaks,
      size: { rows: this.row, columns: widest },
      printColumns: Math.max(printed >= 0 ? printed + 1 : widest, ...chartColumns),
      header,
      footer,
    };
  }
}

/** A column that shows what each row holds under the same header. */
export function cellColumn<Header extends string>(
  header: Header,
  look: Omit<ColumnOf<never>, "header" | "cell">,
): ColumnOf<Readonly<Record<Header, ReportCell>>> {
  return { ...look, header, cell: (row) => row[header] };
}

/** Points that the narrowest of our printed pages holds side by side. */
const narrowestPage = 900;

const minimumWidth = 8;

/** Points of the text of every sheet. */
export const BODY_SIZE = 12;

/** A character of 12-point Arial is 8 pixels wide on the average, a cell has 5 pixels of margin, and a pixel is three quarters of a point. */
export function widthInPoints(characters: number): number {
  return (characters * 8 + 5) * 0.75;
}

const unitCodes = { figure: figureCode, gap: gapCode, change: changeCode } as const;

/** Columns of the least width that a sheet of sentences alone is printed over: else they would be cut at its first. */
const columnsOfText = 20;

/** A text in lines of at most so many points, broken where a clause ends, else where a word does. */
function linesOf(text: string, room: number): string[] {
  const clauses = text
    .split(/(?<=[;:.?]) /)
    .flatMap((clause) => (isWider(clause, room) ? joined(clause.split(" "), room) : [clause]));
  return joined(clauses, room);
}

/** True where a text takes more points than there are, in the size of the sheets' text. */
export function isWider(text: string, room: number): boolean {
  return lettersWidth(text, BODY_SIZE) > room;
}

function joined(parts: readonly string[], room: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines[lines.length - 1];
    if (last !== undefined && !isWider(`${last} ${part}`, room)) lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(part);
  }
  return lines;
}

function codesOf<T>({ items, unit, code, name }: TableOf<T>, format: ColumnFormat): string | string[] {
  if (format !== "figure" && format !== "gap" && format !== "change") return formatCodes[format];
  if (code) return items.map(code);
  if (!unit) throw new RangeError(`The table ${name} has figures, and no unit to show them in.`);
  return items.map((item) => unitCodes[format](unit(item)));
}

function columnOf<T>({ header, width, format = "text", align, wrap, cell }: ColumnOf<T>): Column {
  const numbers = format !== "text" && format !== "date";
  return {
    header,
    width,
    format,
    align: align ?? (numbers ? "right" : "left"),
    wrap: wrap ?? format === "text",
    people: cell === undefined,
  };
}

function indexOf<T>({ name, columns }: TableOf<T>, header: string): number {
  const index = columns.findIndex((each) => each.header === header);
  if (index < 0) throw new RangeError(`The table ${name} has no column "${header}".`);
  return index;
}
