import { contentOf, keyByContent } from "./column-content";
import type { Content } from "./column-content";
import type { SheetGrid } from "./grid";
import { isTracker } from "./headers";
import type { Run } from "./headers";
import { fold } from "../words/text";
import { trackerRole } from "../words/tracker-words";

/** The columns of one table among several side by side. */
export interface Segment {
  readonly left: number;
  readonly right: number;
}

/** A header as found, with the rows below it and the columns it may reach over. */
export interface Header {
  readonly headerRows: readonly number[];
  readonly first: Run;
  readonly after: readonly number[];
  readonly limits: Segment;
}

/** Keys that a table may begin with. A comment, a RAG or a unit comes again after every year of one table. */
const beginsTable: ReadonlySet<string> = new Set(["metric", "period", "organisation", "site"]);
const notAKey = "";

/** Splits a header where a second table begins beside the first: at headings that come again, or after a blank column at keys of a kind already there. */
export function splitHeader(grid: SheetGrid, header: Header): Segment[] {
  const segments: { left: number; right: number; keys: Set<string>; values: number }[] = [];
  for (const { column, key } of usedColumns(grid, header)) {
    const current = segments[segments.length - 1];
    const apart = current !== undefined && column > current.right + 1;
    const again =
      current !== undefined && key !== null && key !== notAKey && current.keys.has(kindOf(key)) && current.values > 0;
    const starts = current === undefined || (again && (apart || current.keys.has(`${key} headed`)));
    if (starts) segments.push({ left: column, right: column, keys: new Set(), values: 0 });
    const target = segments[segments.length - 1]!;
    target.right = column;
    if (key === null) target.values++;
    else if (key !== notAKey) target.keys.add(kindOf(key)).add(`${key} headed`);
  }
  const { columns } = header.first;
  const headed = segments.filter(({ left, right }) => columns.some((column) => column >= left && column <= right));
  return headed.length > 0 ? headed : [{ left: columns[0]!, right: columns[columns.length - 1]! }];
}

function usedColumns(grid: SheetGrid, header: Header): { column: number; key: string | null }[] {
  const used = [];
  const tracker = trackerRow(grid, header.headerRows, header.limits);
  for (let { left: column } = header.limits; column <= header.limits.right; column++) {
    const headed = header.headerRows.some((row) => !grid.blank(row, column));
    const content = contentOf(grid, column, header.after);
    if (!headed && content === "blank") continue;
    const key = tracker === null ? keyOf(grid, header, column, content) : trackerKey(grid, tracker, column);
    used.push({ column, key });
  }
  return used;
}

/** The row of a header that heads a tracker: not always its first ("UHL | LPT" may stand over "Status | Status"). */
export function trackerRow(grid: SheetGrid, headerRows: readonly number[], { left, right }: Segment): number | null {
  const within = (row: number) => grid.cells(row).filter((column) => column >= left && column <= right);
  return headerRows.find((row) => isTracker(grid, { row, columns: within(row) })) ?? null;
}

/** A tracker's rows are known by their ids: another column of those begins another, a second status does not. */
function trackerKey(grid: SheetGrid, row: number, column: number): string | null {
  const heading = grid.text(row, column);
  return trackerRole(fold(heading)) === "rawId" ? `rawId|${heading.toLowerCase()}` : null;
}

/** What kind of keys a column holds ("metric", "site"…, with its heading after "|"), `notAKey` for what stands beside figures, or null where it holds figures. */
function keyOf(grid: SheetGrid, { headerRows, after }: Header, column: number, content: Content): string | null {
  for (const row of headerRows) {
    const role = grid.label(row, column)?.role;
    if (!role || role === "value") continue;
    const family = role.replace(/Code$/, "");
    return beginsTable.has(family) ? `${family}|${grid.text(row, column).toLowerCase()}` : notAKey;
  }
  const headed = headerRows.some((row) => !grid.blank(row, column));
  if (headed || (content !== "text" && content !== "years")) return null;
  return `${keyByContent(grid, column, after)}|`;
}

function kindOf(key: string): string {
  return key.split("|")[0]!;
}
