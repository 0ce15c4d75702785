import { cellAddress, parseRange } from "../../../src/snapshot/addresses";
import type { GridCell } from "../grids";
import { answered, unread, type Book, type Page, type PageCell, type Wanted } from "./book";
import { textOf } from "./lists";
import { dated } from "./when-books";

/**
 * Workbooks drawn as text. "=== name" begins one and "--- name" a sheet; a line is a row and "|" parts its cells. After
 * "+++" stand the answers: "C3:D3 GAS RT5/any 2023/24,2024/25 target x1000 =5 may", where a list goes cell by cell,
 * "_" is a space, "x" the factor to the plan's unit and "=" the value where it is not the cell's; or "not C5", "ask C5".
 */
export function drawnBooks(file: string, group: string): Book[] {
  return textOf(file)
    .split(/^=== /m)
    .slice(1)
    .map((text) => drawnBook(text, group));
}

function drawnBook(text: string, group: string): Book {
  const [drawing = "", answers = ""] = text.split(/^\+\+\+$/m);
  const [name = "", ...sheets] = drawing.split(/^--- /m);
  const pages = sheets.map(drawnPage);
  for (const line of answers.split("\n").filter((each) => each.trim() !== "")) answer(pages, line, name.trim());
  return { file: `${group.replaceAll(" ", "-")}-${name.trim()}.xlsx`, group, pass: name.trim(), pages };
}

interface DrawnPage extends Page {
  readonly rows: PageCell[][];
}

function drawnPage(text: string): DrawnPage {
  const [name = "", ...lines] = text.trimEnd().split("\n");
  return { name: name.trim(), rows: lines.map((line) => line.split("|").map((cell) => drawnCell(cell.trim()))) };
}

/** A number, 'text, date:2024-04-01{format}, 0.5{0%}; anything else is text, "\n" a new line. */
function drawnCell(text: string): GridCell {
  if (text === "") return null;
  if (text.startsWith("'")) return text.slice(1);
  const [, day, dayFormat] = /^date:([\d-]+)\{(.+)\}$/.exec(text) ?? [];
  if (day !== undefined && dayFormat !== undefined) return dated(`DATE:${day}:${dayFormat}`);
  const [, number, format] = /^(-?\d+(?:\.\d+)?)(?:\{(.+)\})?$/.exec(text) ?? [];
  if (number === undefined) return text.replaceAll("\\n", "\n");
  return format === undefined ? Number(number) : { value: Number(number), format };
}

function answer(pages: readonly DrawnPage[], line: string, name: string): void {
  const [first = "", ...rest] = line.trim().split(/\s+/);
  if (first === "not" || first === "ask") {
    for (const { page, row, column } of cellsOf(pages, rest.join(" "), name))
      put(page, row, column, (cell) => unread(cell, `${name} ${cellAddress(row, column)}`, first));
    return;
  }
  cellsOf(pages, first, name).forEach(({ page, row, column }, index) =>
    put(page, row, column, (cell) =>
      answered(cell, wantedAt(rest, index, cell), `${name} ${cellAddress(row, column)}`),
    ),
  );
}

function cellsOf(pages: readonly DrawnPage[], reference: string, name: string) {
  const [address = "", sheet] = reference.split("!").reverse();
  const page = pages.find((each) => sheet === undefined || each.name === sheet);
  const area = parseRange(address);
  if (!page || !area) throw new Error(`${name}: there is no ${reference}.`);
  const rows = Array.from({ length: area.bottom - area.top + 1 }, (_, at) => area.top + at);
  const columns = Array.from({ length: area.right - area.left + 1 }, (_, at) => area.left + at);
  return rows.flatMap((row) => columns.map((column) => ({ page, row, column })));
}

function put({ rows, name }: DrawnPage, row: number, column: number, answerOf: (cell: GridCell) => PageCell): void {
  const cell = rows[row]?.[column];
  if (!rows[row] || cell === null || cell === undefined)
    throw new Error(`${name}!${cellAddress(row, column)} is empty.`);
  if (typeof cell === "object" && "want" in cell)
    throw new Error(`${name}!${cellAddress(row, column)} is answered twice.`);
  rows[row][column] = answerOf(cell);
}

function wantedAt(words: readonly string[], index: number, cell: GridCell): Wanted {
  const at = (list = "") => {
    const items = list.split(",");
    return (items.length === 1 ? items[0] : items[index])?.replaceAll("_", " ") ?? "";
  };
  const [metric, owner, period, ...more] = words;
  const [organisation = "", site = ""] = at(owner).split("/");
  const factor = Number(more.find((word) => /^x\d/.test(word))?.slice(1) ?? 1);
  const given = more.find((word) => word.startsWith("="))?.slice(1);
  const kind = more.find((word) => /^[a-z;,]+$/.test(word) && word !== "may");
  return {
    status: more.includes("may") ? "may" : "must",
    metric: at(metric),
    organisation,
    site,
    period: at(period),
    kind: kind === undefined ? "actual" : at(kind),
    value: given ?? String(Number((numberIn(cell) * factor).toPrecision(12))),
  };
}

function numberIn(cell: GridCell): number {
  const value = typeof cell === "object" ? cell?.value : cell;
  if (typeof value !== "number") throw new Error(`${String(value)} is no number.`);
  return value;
}
