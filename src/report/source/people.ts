import { cellAddress, cellPlace, parseAreas } from "../../snapshot/addresses";
import { holdsCell, intersect } from "../../snapshot/areas";
import { isDecisionRow, keptWordsIn, placeOf, rowOfFormula, type KeptWords } from "../../snapshot/kept-words";
import { cellsOf, isNamed } from "../../snapshot/own-tables";
import type { Area, SheetSnapshot, TableSnapshot } from "../../snapshot/snapshot";
import { formatCodes } from "../layout/number-formats";
import { writtenAreas, type Column, type FormulaCell, type ReportSheet, type ReportTable } from "../sheet";

/**
 * What people wrote on our sheets: the Commentary cells and any column they added to a table. It
 * moves with its row, by the row's reference. Words whose row is no longer reported are kept on
 * a sheet of their own and go back to their row when it returns.
 */

/** All words people wrote in the tables of these sheets, and those that were kept before. */
export function peoplesWords(sheets: readonly SheetSnapshot[], book: readonly ReportSheet[]): KeptWords[] {
  const tables = book.flatMap(({ name, tables }) => tables.map((table) => ({ sheet: name, table })));
  const words = tables.flatMap(({ sheet: name, table: plan }) => {
    const sheet = sheets.find((each) => each.own !== null && each.name === name);
    const table = sheet?.tables.find((each) => isNamed(each, plan.name));
    return sheet && table ? wordsIn(sheet, table, plan) : [];
  });
  return inOnePlace([...keptWordsIn(sheets), ...words]);
}

/** Of two copies of one cell's words the later stands in the place of the earlier. */
function inOnePlace(words: readonly KeptWords[]): KeptWords[] {
  return [...new Map(words.map((each) => [placeOf(each), each])).values()];
}

function wordsIn(sheet: SheetSnapshot, table: TableSnapshot, plan: ReportTable): KeptWords[] {
  const cells = cellsOf(sheet, table);
  // Where a person has taken the header row off, columns are known by their order.
  const usual = cells[0]?.map((_, at) => plan.columns[at]?.header ?? `Column ${at + 1}`) ?? [];
  const [headers, rows] = table.showHeaders ? [cells[0] ?? [], cells.slice(1)] : [usual, cells];
  const key = plan.key.map((column) => headers.indexOf(plan.columns[column]?.header ?? null));
  if (key.length === 0 || key.includes(-1)) return [];
  const written = new Set(plan.columns.filter(({ people }) => !people).map(({ header }) => header));
  return headers.flatMap((header, at) => {
    if (typeof header !== "string" || written.has(header)) return [];
    return rows.flatMap((cells, index): KeptWords[] => {
      const [row, words] = [rowReference(cells, key), cells[at]];
      if (words === null || words === undefined || words === "" || row === "") return [];
      const [sheetRow, column] = [table.area.top + (table.showHeaders ? 1 : 0) + index, table.area.left + at];
      const text = formulaAt(sheet, sheetRow, column);
      const stoodAt = cellPlace(sheet.name, sheetRow, column).cell;
      const formula = text === null ? {} : { formula: { text, at: stoodAt } };
      return [{ table: plan.name, row, column: header, words, ...formula }];
    });
  });
}

/** A row by what stands in its key columns; "" where nothing does. */
function rowReference(cells: readonly unknown[], key: readonly number[]): string {
  const parts = key.map((at) => String(cells[at] ?? ""));
  return parts.every((part) => part === "") ? "" : parts.join(" | ");
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
 * What people typed on our sheets beside all we wrote there, where the new report will stand: it is
 * kept among the words without a row. What the report does not reach stays where it is.
 */
export function overrun(sheets: readonly SheetSnapshot[], book: readonly ReportSheet[]): KeptWords[] {
  return book.flatMap((plan) => {
    const sheet = sheets.find((each) => each.own !== null && each.name === plan.name);
    if (!sheet?.used) return [];
    const ours = [...parseAreas(sheet.own?.extent ?? ""), ...sheet.tables.map(({ area }) => area)];
    const reached = writtenAreas(plan);
    return reached.flatMap((area) => wordsBeside(sheet, area, ours));
  });
}

function wordsBeside({ name, used, values }: SheetSnapshot, reached: Area, ours: readonly Area[]): KeptWords[] {
  const area = used && intersect(used, reached);
  if (!used || !area) return [];
  const words: KeptWords[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const typed = values[row - used.top]?.[column - used.left] ?? null;
      if (typed === null || typed === "" || ours.some((each) => holdsCell(each, row, column))) continue;
      words.push({ table: name, row: cellAddress(row, column), column: "typed beside the report", words: typed });
    }
  }
  return words;
}

function groupByTable(words: readonly KeptWords[]): Map<string, KeptWords[]> {
  const groups = new Map<string, KeptWords[]>();
  for (const each of words) groups.set(each.table, [...(groups.get(each.table) ?? []), each]);
  return groups;
}

const addedWidth = 26;

function filled(table: ReportTable, words: readonly KeptWords[], left: Set<KeptWords>): ReportTable {
  const { key } = table;
  if (key.length === 0 || words.length === 0) return table;
  const known = table.columns.map(({ header }) => header);
  const ofPeople = words.filter((each) => !isDecisionRow(each));
  const added = [...new Set(ofPeople.map(({ column }) => column))].filter((header) => !known.includes(header));
  const columns = [...table.columns, ...added.map(addedColumn)];
  const said = new Map(words.map((each) => [`${each.row}\n${each.column}`, each]));
  const rows = table.rows.map((row, index) =>
    columns.map(({ header, people }, at) => {
      const found = people ? said.get(`${rowReference(row, key)}\n${header}`) : undefined;
      if (!found) return row[at] ?? null;
      left.delete(found);
      return calculated(found, table.row + 1 + index) ?? found.words;
    }),
  );
  return { ...table, columns, rows, codes: [...table.codes, ...added.map(() => formatCodes.text)] };
}

function addedColumn(header: string): Column {
  return { header, width: addedWidth, format: "text", align: "left", wrap: true, people: true };
}

/** A person's formula in the row it moves to: what it said of its own row it says of the new one. */
function calculated({ formula }: KeptWords, row: number): FormulaCell | null {
  const before = formula ? rowOfFormula(formula) : null;
  if (!formula || before === null) return null;
  const moved = formula.text.replace(
    /(?<![A-Za-z0-9_.!$])(\$?[A-Z]{1,3})(\d+)(?![\d(A-Za-z_])/g,
    (whole, column: string, at: string) => (at === String(before + 1) ? `${column}${row + 1}` : whole),
  );
  return { formula: moved };
}
