import { keyOf } from "../../collections/keys";
import { isNonEmpty, type NonEmpty } from "../../collections/non-empty";
import { fold } from "../words/text";
import { trackerRole } from "../words/tracker-words";
import { contentOf, keyByContent, type Content } from "./column-content";
import type { SheetGrid } from "./grid";
import { isWithin, runOf, segmentOf, type Run, type Segment } from "./run";
import { isTracker } from "./tracker-heading";

/** A header as found, with the rows below it and the columns it may reach over. */
export interface Header {
  readonly headerRows: readonly number[];
  readonly first: Run;
  readonly after: readonly number[];
  readonly limits: Segment;
}

/** Keys that a table may begin with. A comment, a RAG or a unit comes again after every year of one table. */
const beginsTable: ReadonlySet<string> = new Set(["metric", "period", "organisation", "site"]);

/** What a used column holds: keys of some kind under a heading ("" for none), figures, or what stands beside them. */
type ColumnContent =
  { readonly kind: "key"; readonly of: string; readonly heading: string } | { readonly kind: "figures" | "beside" };

/** One table of a header in the making. */
interface OpenSegment {
  left: number;
  right: number;
  readonly kinds: Set<string>;
  readonly headings: Set<string>;
  hasFigures: boolean;
}

/** Splits a header where a second table begins beside the first: at headings that come again, or after a blank column at keys of a kind already there. */
export function splitHeader(grid: SheetGrid, header: Header): NonEmpty<Segment> {
  const segments: OpenSegment[] = [];
  for (const { column, content } of usedColumns(grid, header)) {
    const current = segments.at(-1);
    const target = current === undefined || begins(current, column, content) ? segmentAt(column) : current;
    if (target !== current) segments.push(target);
    target.right = column;
    if (content.kind === "figures") target.hasFigures = true;
    if (content.kind !== "key") continue;
    target.kinds.add(content.of);
    target.headings.add(keyOf(content.of, content.heading));
  }
  const headed = segments.filter((segment) => header.first.columns.some((column) => isWithin(segment, column)));
  return isNonEmpty(headed) ? headed : [segmentOf(header.first)];
}

function segmentAt(column: number): OpenSegment {
  return { left: column, right: column, kinds: new Set(), headings: new Set(), hasFigures: false };
}

/** True where a column begins a table beside the one before it. */
function begins(current: OpenSegment, column: number, content: ColumnContent): boolean {
  if (content.kind !== "key" || !current.hasFigures || !current.kinds.has(content.of)) return false;
  return column > current.right + 1 || current.headings.has(keyOf(content.of, content.heading));
}

function usedColumns(grid: SheetGrid, header: Header): { column: number; content: ColumnContent }[] {
  const used = [];
  const tracker = trackerRow(grid, header.headerRows, header.limits);
  for (let { left: column } = header.limits; column <= header.limits.right; column++) {
    const headed = header.headerRows.some((row) => !grid.blank(row, column));
    const cells = contentOf(grid, column, header.after);
    if (!headed && cells === "blank") continue;
    const content = tracker === null ? contentUnder(grid, header, column, cells) : ofTracker(grid, tracker, column);
    used.push({ column, content });
  }
  return used;
}

/** The row of a header that heads a tracker: not always its first ("UHL | LPT" may stand over "Status | Status"). */
export function trackerRow(grid: SheetGrid, headerRows: readonly number[], breadth: Segment): number | null {
  const heads = (row: number) => {
    const columns = grid.cells(row).filter((column) => isWithin(breadth, column));
    const run = runOf(row, columns);
    return run !== null && isTracker(grid, run);
  };
  return headerRows.find(heads) ?? null;
}

/** A tracker's rows are known by their ids: another column of those begins another, a second status does not. */
function ofTracker(grid: SheetGrid, row: number, column: number): ColumnContent {
  const heading = grid.text(row, column);
  if (trackerRole(fold(heading)) !== "rawId") return { kind: "figures" };
  return { kind: "key", of: "rawId", heading: heading.toLowerCase() };
}

function contentUnder(grid: SheetGrid, { headerRows, after }: Header, column: number, cells: Content): ColumnContent {
  for (const row of headerRows) {
    const role = grid.label(row, column)?.role;
    if (!role || role === "value") continue;
    const of = role.replace(/Code$/, "");
    return beginsTable.has(of)
      ? { kind: "key", of, heading: grid.text(row, column).toLowerCase() }
      : { kind: "beside" };
  }
  const headed = headerRows.some((row) => !grid.blank(row, column));
  if (headed || (cells !== "text" && cells !== "years")) return { kind: "figures" };
  return { kind: "key", of: keyByContent(grid, column, after), heading: "" };
}
