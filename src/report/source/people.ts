import { cellAddress, parseRange } from "../../snapshot/addresses";
import type { Area, CellValue, SheetSnapshot, TableSnapshot } from "../../snapshot/snapshot";
import { formatCodes } from "../layout/number-formats";
import { cellsOf, isNamed } from "../../snapshot/own-tables";
import type { Column, ReportSheet, ReportTable } from "../sheet";

/**
 * What people wrote on our sheets: the Commentary cells and any column they added to a table. It
 * moves with its row, by the row's reference. Words whose row is no longer reported are kept on
 * the Notes sheet and go back to their row when it returns.
 */

/** Words in want of their row. */
export interface KeptWords {
  readonly table: string;
  /** The row's reference. */
  readonly row: string;
  readonly column: string;
  readonly words: string | number | boolean;
  /** Set where a person's column calculates: its formula, and the sheet row it stood in. */
  readonly formula?: { readonly text: string; readonly row: number };
}

const keptTable = "GreenPlan_KeptWords";
const referenceHeader = "Reference";

/** All words people wrote in the tables of our sheets, wherever they stand now. */
export function peoplesWords(sheets: readonly SheetSnapshot[], book: readonly ReportSheet[]): KeptWords[] {
  const ours = new Map(book.flatMap(({ tables }) => tables).map((table) => [table.name, table]));
  return sheets
    .filter(({ own }) => own !== null)
    .flatMap((sheet) => sheet.tables.flatMap((table) => wordsIn(sheet, table, ours)));
}

function wordsIn(sheet: SheetSnapshot, table: TableSnapshot, ours: ReadonlyMap<string, ReportTable>): KeptWords[] {
  const plan = [...ours.values()].find(({ name }) => isNamed(table, name));
  const cells = cellsOf(sheet, table);
  // Where a person has taken the header row off, columns are known by their order.
  const usual = cells[0]?.map((_, at) => plan?.columns[at]?.header ?? `Column ${at + 1}`) ?? [];
  const [headers, rows] = table.showHeaders ? [cells[0] ?? [], cells.slice(1)] : [usual, cells];
  if (isNamed(table, keptTable)) return earlierKept(headers, rows);
  const key = headers.indexOf(referenceHeader);
  if (!plan || plan.key === null || key < 0) return [];
  const written = new Set(plan.columns.filter(({ people }) => !people).map(({ header }) => header));
  return headers.flatMap((header, at) => {
    if (typeof header !== "string" || written.has(header)) return [];
    return rows.flatMap((cells, index): KeptWords[] => {
      const [row, words] = [cells[key], cells[at]];
      if (words === null || words === undefined || words === "" || row === null || row === undefined) return [];
      const sheetRow = table.area.top + (table.showHeaders ? 1 : 0) + index;
      const text = formulaAt(sheet, sheetRow, table.area.left + at);
      const formula = text === null ? {} : { formula: { text, row: sheetRow } };
      return [{ table: plan.name, row: String(row), column: header, words, ...formula }];
    });
  });
}

function earlierKept(headers: readonly CellValue[], rows: readonly (readonly CellValue[])[]): KeptWords[] {
  const [table, row, column, words] = ["Table", "Row", "Column", "Words"].map((header) => headers.indexOf(header));
  return rows.flatMap((cells) => {
    const text = (at: number | undefined) => String(cells[at ?? -1] ?? "");
    const said = cells[words ?? -1];
    if (said === null || said === undefined || said === "") return [];
    return [{ table: text(table), row: text(row), column: text(column), words: said }];
  });
}

function formulaAt({ used, formulas }: SheetSnapshot, row: number, column: number): string | null {
  return used ? (formulas[row - used.top]?.[column - used.left] ?? null) : null;
}

/** Puts people's words back beside their rows. What finds no row is given back as left over. */
export function withWords(
  book: readonly ReportSheet[],
  words: readonly KeptWords[],
): { sheets: ReportSheet[]; left: KeptWords[] } {
  const byTable = groupByTable(words);
  const left = new Set(words);
  const sheets = book.map((sheet) => {
    const tables = sheet.tables.map((table) => filled(table, byTable.get(table.name) ?? [], left));
    const widest = Math.max(sheet.size.columns, ...tables.map(({ columns }) => columns.length));
    const widths = Array.from(
      { length: Math.max(widest, sheet.widths.length) },
      (_, at) => sheet.widths[at] ?? addedWidth,
    );
    return { ...sheet, tables, widths, size: { ...sheet.size, columns: widest } };
  });
  return { sheets, left: [...left] };
}

/**
 * What people typed on our sheets outside all we wrote there, where the new report will stand: it
 * is kept among the words without a row. What the report does not reach stays where it is.
 */
export function overrun(sheets: readonly SheetSnapshot[], book: readonly ReportSheet[]): KeptWords[] {
  return book.flatMap(({ name, size }) => {
    const sheet = sheets.find((each) => each.own !== null && each.name === name);
    const written = parseRange(sheet?.own?.extent ?? "");
    if (!sheet?.used || !written) return [];
    const { used, tables } = sheet;
    const isTheirs = (row: number, column: number) =>
      row < size.rows &&
      column < size.columns &&
      ![written, ...tables.map(({ area }) => area)].some((area) => holds(area, row, column));
    return sheet.values.flatMap((cells, r) =>
      cells.flatMap((words, c): KeptWords[] => {
        const [row, column] = [used.top + r, used.left + c];
        if (words === null || words === "" || !isTheirs(row, column)) return [];
        return [{ table: name, row: cellAddress(row, column), column: "typed beside the report", words }];
      }),
    );
  });
}

function holds({ top, left, bottom, right }: Area, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

function groupByTable(words: readonly KeptWords[]): Map<string, KeptWords[]> {
  const groups = new Map<string, KeptWords[]>();
  for (const each of words) groups.set(each.table, [...(groups.get(each.table) ?? []), each]);
  return groups;
}

const addedWidth = 26;

function filled(table: ReportTable, words: readonly KeptWords[], left: Set<KeptWords>): ReportTable {
  const { key } = table;
  if (key === null || words.length === 0) return table;
  const known = table.columns.map(({ header }) => header);
  const added = [...new Set(words.map(({ column }) => column))].filter((header) => !known.includes(header));
  const columns = [...table.columns, ...added.map(addedColumn)];
  const said = new Map(words.map((each) => [`${each.row}\n${each.column}`, each]));
  const rows = table.rows.map((row, index) =>
    columns.map(({ header, people }, at) => {
      const found = people ? said.get(`${String(row[key])}\n${header}`) : undefined;
      if (!found) return row[at] ?? null;
      left.delete(found);
      return found.formula ? { formula: movedTo(table.row + 1 + index, found.formula) } : found.words;
    }),
  );
  return { ...table, columns, rows, codes: [...table.codes, ...added.map(() => formatCodes.text)] };
}

function addedColumn(header: string): Column {
  return { header, width: addedWidth, format: "text", align: "left", wrap: true, people: true };
}

/** A person's formula in the row it moves to: what it said of its own row it says of the new one. */
function movedTo(row: number, formula: { readonly text: string; readonly row: number }): string {
  const own = String(formula.row + 1);
  return formula.text.replace(
    /(?<![A-Za-z0-9_.!$])(\$?[A-Z]{1,3})(\d+)(?![\d(A-Za-z_])/g,
    (whole, column: string, at: string) => (at === own ? `${column}${row + 1}` : whole),
  );
}
