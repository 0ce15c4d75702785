import { formulaToFile } from "../../../formula/file-formulas";
import { cellAddress, MAX_COLUMNS, parseCell, rangeAddress } from "../../../snapshot/addresses";
import type { Cell, Scalar, SheetState } from "../../../workbook-file/book/book";
import { childSpans, type Span, withAttributes } from "../package/part-editor";
import { encodeText, escapeXml, numberText } from "../package/xml-text";

/** Errors a file may hold in a cell; newer ones stand in parts of their own and are written as the nearest of these. */
const FILE_ERRORS = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"]);

/** Which cells of a sheet are to be written: columns by row, each told whether its content or only its style changed. */
export type EditedCells = Map<number, Map<number, "content" | "style">>;

export interface CellWriting {
  sheet: SheetState;
  /** cellXfs index of an index into the book's styles. */
  xf: (style: number) => number;
}

/** One cell; its content stands inline, so the shared strings of the user's sheets stay as they are. */
function cellXml(row: number, column: number, cell: Cell, xf: number): string {
  const place = `<c r="${cellAddress(row, column)}"${xf === 0 ? "" : ` s="${xf}"`}`;
  if (cell.formula !== undefined) return formulaCell(place, cell);
  const { value } = cell;
  if (value === null) return `${place}/>`;
  if (typeof value === "string") return `${place} t="inlineStr"><is>${textXml(value)}</is></c>`;
  const { type, text } = plainValue(value);
  return `${place}${type}><v>${text}</v></c>`;
}

/** A text run, with its spaces kept where XML would drop them. */
function textXml(text: string): string {
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : "";
  return `<t${space}>${encodeText(text)}</t>`;
}

function formulaCell(place: string, cell: Cell): string {
  const array = cell.array ? ` t="array" ref="${rangeAddress(cell.array.rect)}"` : "";
  const formula = `<f${array}>${escapeXml(formulaToFile(cell.formula!))}</f>`;
  if (cell.value === null) return `${place}>${formula}</c>`;
  if (typeof cell.value === "string") return `${place} t="str">${formula}<v>${encodeText(cell.value)}</v></c>`;
  const { type, text } = plainValue(cell.value);
  return `${place}${type}>${formula}<v>${text}</v></c>`;
}

function plainValue(value: Exclude<Scalar, string | null>): { type: string; text: string } {
  if (typeof value === "boolean") return { type: ' t="b"', text: value ? "1" : "0" };
  if (typeof value === "number") {
    return Number.isFinite(value) ? { type: "", text: numberText(value) } : { type: ' t="e"', text: "#NUM!" };
  }
  return { type: ' t="e"', text: FILE_ERRORS.has(value.error) ? escapeXml(value.error) : "#VALUE!" };
}

/** Cells named by a sheet's edits; with `all`, every cell it holds. */
export function editedCells(sheet: SheetState, all: boolean): EditedCells {
  const edited: EditedCells = new Map();
  const mark = (row: number, column: number, what: "content" | "style") => {
    let columns = edited.get(row);
    if (!columns) edited.set(row, (columns = new Map()));
    if (columns.get(column) !== "content") columns.set(column, what);
  };
  if (all) {
    sheet.cells.forEach((line, row) => line.forEach((cell, column) => cell && mark(row, column, "content")));
  }
  for (const key of sheet.edits.styles) mark(Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS, "style");
  for (const key of sheet.edits.values) mark(Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS, "content");
  return edited;
}

/** `sheetData` with the edited cells and rows in it; all others are copied as they stand. */
export function mergeSheetData(
  text: string,
  data: Span | undefined,
  edited: EditedCells,
  rows: ReadonlySet<number>,
  writing: CellWriting,
): string {
  const spans = data ? rowSpans(text, data) : [];
  freeSharedFormulas(text, spans, edited, writing.sheet);
  const wanted = [...new Set([...edited.keys(), ...rows])].sort((a, b) => a - b);
  const pieces: string[] = [];
  let next = 0;
  const writeNewBefore = (row: number) => {
    for (; next < wanted.length && wanted[next]! < row; next++) {
      pieces.push(rowXml(wanted[next]!, edited.get(wanted[next]!), true, writing));
    }
  };
  for (const { row, span } of spans) {
    writeNewBefore(row);
    if (wanted[next] !== row) {
      pieces.push(text.slice(span.start, span.end));
      continue;
    }
    next++;
    pieces.push(rowXml(row, edited.get(row), rows.has(row), writing, { text, span }));
  }
  writeNewBefore(Infinity);
  return pieces.length === 0 ? "<sheetData/>" : `<sheetData>${pieces.join("")}</sheetData>`;
}

function rowSpans(text: string, data: Span): { row: number; span: Span }[] {
  let row = -1;
  return childSpans(text, data.openEnd, data.closeStart).map((span) => {
    const stated = /\sr\s*=\s*["'](\d+)["']/.exec(text.slice(span.start, span.openEnd))?.[1];
    row = stated === undefined ? row + 1 : Number(stated) - 1;
    return { row, span };
  });
}

function cellSpans(text: string, rowSpan: Span): { column: number; span: Span }[] {
  let column = -1;
  return childSpans(text, rowSpan.openEnd, rowSpan.closeStart)
    .filter((span) => span.name === "c")
    .map((span) => {
      const stated = /\sr\s*=\s*["']([^"']+)["']/.exec(text.slice(span.start, span.openEnd))?.[1];
      column = (stated === undefined ? null : parseCell(stated)?.column) ?? column + 1;
      return { column, span };
    });
}

/**
 * Cells of a shared formula hang on the one that holds its text. Where that one is overwritten, all of
 * them get their formula written out.
 */
function freeSharedFormulas(
  text: string,
  rows: readonly { row: number; span: Span }[],
  edited: EditedCells,
  sheet: SheetState,
): void {
  const lost = new Set<string>();
  const shared = (cell: string) => /<(?:[\w.-]+:)?f\b[^>]*\ssi\s*=\s*["'](\d+)["'][^>]*?(\/?)>/.exec(cell);
  for (const { row, span } of rows) {
    const columns = edited.get(row);
    if (!columns) continue;
    for (const each of cellSpans(text, span)) {
      const formula = columns.get(each.column) === "content" && shared(text.slice(each.span.start, each.span.end));
      if (formula && !formula[2]) lost.add(formula[1]!);
    }
  }
  if (lost.size === 0) return;
  for (const { row, span } of rows) {
    for (const each of cellSpans(text, span)) {
      const formula = shared(text.slice(each.span.start, each.span.end));
      if (!formula || !lost.has(formula[1]!) || !sheet.cells[row]?.[each.column]) continue;
      let columns = edited.get(row);
      if (!columns) edited.set(row, (columns = new Map()));
      columns.set(each.column, "content");
    }
  }
}

interface RowSource {
  text: string;
  span: Span;
}

function rowXml(
  row: number,
  columns: ReadonlyMap<number, "content" | "style"> | undefined,
  withProperties: boolean,
  writing: CellWriting,
  source?: RowSource,
): string {
  const open = source ? source.text.slice(source.span.start, source.span.openEnd) : `<row r="${row + 1}">`;
  const name = /^<([^\s/>]+)/.exec(open)![1]!;
  const own = source ? cellSpans(source.text, source.span) : [];
  const cells = mergeCells(row, columns ?? new Map(), own, source?.text ?? "", writing);
  const tag = withAttributes(open.replace(/\s*\/>$/, ">"), {
    ...(columns ? { spans: null } : {}),
    ...(withProperties ? rowProperties(row, writing) : {}),
  });
  return `${tag}${cells}</${name}>`;
}

function rowProperties(row: number, { sheet, xf }: CellWriting): Record<string, string | number | null> {
  const own = sheet.rows.get(row);
  const height = own?.height ?? null;
  const style = own?.style ?? null;
  return {
    s: style === null ? null : xf(style),
    customFormat: style === null ? null : 1,
    ht: height === null ? null : numberText(height),
    customHeight: height === null ? null : 1,
    hidden: own?.hidden ? 1 : null,
  };
}

/** The header of a table is text and says the name of its column: Excel takes a number there for damage and repairs it. */
function asHeader(sheet: SheetState, row: number, column: number, cell: Cell): Cell {
  const table = sheet.tables.find(
    ({ showHeaders, rect }) => showHeaders && rect.top === row && rect.left <= column && column <= rect.right,
  );
  const name = table?.columns[column - table.rect.left];
  return name === undefined ? cell : { value: name, style: cell.style };
}

function mergeCells(
  row: number,
  columns: ReadonlyMap<number, "content" | "style">,
  own: readonly { column: number; span: Span }[],
  text: string,
  { sheet, xf }: CellWriting,
): string {
  const written = (column: number) => {
    const cell = sheet.cells[row]?.[column];
    return cell ? cellXml(row, column, asHeader(sheet, row, column, cell), xf(cell.style)) : "";
  };
  const pieces: { column: number; xml: string }[] = own.map(({ column, span }) => {
    const what = columns.get(column);
    const raw = text.slice(span.start, span.end);
    if (what === undefined) return { column, xml: raw };
    const cell = sheet.cells[row]?.[column];
    if (what === "content" || !cell) return { column, xml: written(column) };
    const open = withAttributes(text.slice(span.start, span.openEnd), { s: xf(cell.style) });
    return { column, xml: open + text.slice(span.openEnd, span.end) };
  });
  const present = new Set(own.map((each) => each.column));
  for (const column of columns.keys()) if (!present.has(column)) pieces.push({ column, xml: written(column) });
  return pieces
    .sort((a, b) => a.column - b.column)
    .map((each) => each.xml)
    .join("");
}
