import type { CellLook, SheetGrid } from "./grid";
import { withoutOrganisation } from "./tracker-columns";
import { tellsStatus, trackerRole } from "../words/tracker-words";
import { fold } from "../words/text";
import { keyRole } from "../words/heading-words";

/** Roles that only a heading over a column of keys has; a cell below one is data. */
const keyHeadings = new Set([
  "metric",
  "unit",
  "period",
  "organisation",
  "organisationCode",
  "site",
  "siteCode",
  "kind",
]);
const rowsLookedBelow = 12;
const deepestHeader = 4;
const longestGroup = 90;

/** The cells of one row that stand for themselves: those of one table, or those outside all tables. */
export interface Run {
  readonly row: number;
  readonly columns: readonly number[];
}

/** "Organisation | UHL", "Year | 2023/24": a heading word and what it says, side by side, with nothing else between. */
export function contextPairs(
  grid: SheetGrid,
  { row, columns }: Run,
): readonly { readonly role: number; readonly value: number }[] {
  if (columns.length < 2 || columns.length % 2 !== 0) return [];
  const pairs = [];
  for (let index = 0; index < columns.length; index += 2) {
    const [role, value] = [columns[index]!, columns[index + 1]!];
    if (!isPair(grid, row, role, value)) return [];
    pairs.push({ role, value });
  }
  return pairs;
}

function isPair(grid: SheetGrid, row: number, roleColumn: number, valueColumn: number): boolean {
  const heading = grid.value(row, roleColumn);
  const role = typeof heading === "string" && heading.length <= longestGroup ? keyRole(fold(heading)) : null;
  if (role === null) return false;
  const value = grid.label(row, valueColumn);
  if (value === null || value.role !== null) return false;
  switch (role) {
    case "period":
      return value.period !== null && value.name === "";
    case "organisation":
    case "organisationCode":
      return grid.labels.organisations.whole(value.text) !== null;
    case "metric":
      return value.metric !== null;
    case "unit":
      return value.unit !== null && value.name === "";
    case "kind":
      return value.kind !== null && value.name === "";
    default:
      return false;
  }
}

/** Whether a cell that looks so may be a heading. */
export function heading(look: CellLook): boolean {
  return look === "signal" || look === "year";
}

/**
 * Whether the numbers of a row that may be years ("Staff trained | 2019 | 2024") are figures: words
 * of its own lead them, and they do not count on as the years of a header do.
 */
function yearsAreFigures(grid: SheetGrid, { row, columns }: Run): boolean {
  const years = columns.filter((column) => grid.look(row, column) === "year");
  const first = grid.label(row, columns[0]!);
  if (years.length === 0 || grid.text(row, columns[0]!) === "" || years[0] === columns[0]) return false;
  if (first !== null && first.role !== null) return false;
  const values = years.map((column) => Number(grid.value(row, column)));
  const countsOn = values.length > 1 && values.every((value, index) => index === 0 || value === values[index - 1]! + 1);
  return !countsOn;
}

/** Whether a row begins, as those of a form do, with a metric. */
function namesMetric(grid: SheetGrid, row: number, { columns }: Run): boolean {
  return (grid.label(row, columns[0]!)?.metric ?? null) !== null;
}

function looks(grid: SheetGrid, { row, columns }: Run) {
  return columns.map((column) => ({ column, look: grid.look(row, column) }));
}

/** Whether a row outside any table heads one: heading words, no figures, and data of their kind below. */
export function headsTable(grid: SheetGrid, run: Run, below: readonly number[]): boolean {
  if (run.columns.some((column) => grid.isFigure(run.row, column))) return false;
  const cells = looks(grid, run);
  if (cells.some(({ look }) => look === "figure")) return false;
  if (isTracker(grid, run)) return true;
  if (contextPairs(grid, run).length > 0) return false;
  const signals = cells.filter(({ look }) => heading(look)).map(({ column }) => column);
  if (signals.length === 0) return false;
  const next = below[0];
  const inForm = namesMetric(grid, run.row, run) && next !== undefined && namesMetric(grid, next, run);
  if (inForm && yearsAreFigures(grid, run)) return false;
  if (signals.length === 1 && run.columns.length > 1 && signals[0] === run.columns[0]) return false;
  const roles = run.columns.filter((column) => keyHeadings.has(grid.label(run.row, column)?.role ?? ""));
  return dataBelow(grid, run, signals, roles.length >= 2, below);
}

/** Data stands below: a figure or an answer under a heading word, or any row of as many cells under a list's headings. */
function dataBelow(
  grid: SheetGrid,
  run: Run,
  signals: readonly number[],
  isList: boolean,
  below: readonly number[],
): boolean {
  for (const row of below.slice(0, rowsLookedBelow)) {
    const figure = run.columns.length > 1 && contextPairs(grid, { row, columns: grid.cells(row) }).length === 0;
    const looksLikeData = figure ? ["figure", "answer", "year"] : ["figure", "answer"];
    const under = signals.some((column) => looksLikeData.includes(grid.look(row, column)));
    if (under) return run.columns.length > 1 || headsAlone(grid, run, row);
    if (isList && grid.cells(row).filter((column) => run.columns.includes(column)).length >= 3) return true;
  }
  return false;
}

/** One heading alone: over the figures of labelled rows, or a metric over figures with nothing beside them. A title over the numbers of questions heads none. */
function headsAlone(grid: SheetGrid, run: Run, row: number): boolean {
  const [column] = run.columns;
  const labelled = grid.cells(row).some((each) => each < column!);
  if (labelled) return column! > grid.left;
  return grid.cells(row).length === 1 || namesMetric(grid, run.row, run);
}

/**
 * At least three of the headings of an action tracker, one of which names or identifies the action.
 * A date or a number makes it an action's own row, whatever its words; a heading that only a table
 * of figures has makes it none.
 */
export function isTracker(grid: SheetGrid, { row, columns }: Run): boolean {
  const roles = new Set<string>();
  const others: number[] = [];
  for (const column of columns) {
    const value = grid.value(row, column);
    if (typeof value !== "string") return false;
    const role = trackerRole(fold(value)) ?? trackerRole(withoutOrganisation(grid, value).text);
    if (role === null) others.push(column);
    else roles.add(tellsStatus(role) ? "status" : role === "completion" || role === "revised" ? "due" : role);
  }
  const named = roles.has("rawId") || roles.has("title");
  const followed = ["status", "owner", "due", "percent", "completed"].filter((role) => roles.has(role)).length;
  const listed = roles.has("rawId") && roles.has("title") && roles.has("status");
  if (!named || !(listed || (followed >= 2 && roles.size >= 3))) return false;
  const surely = roles.has("rawId") && roles.has("title") && followed >= 2;
  return !others.some((column) => ofFigures(grid, row, column, surely));
}

/** A heading that only a table of figures has. A period or a measure over words is a tracker's own ("Q1 2023/24 update"). */
function ofFigures(grid: SheetGrid, row: number, column: number, surely: boolean): boolean {
  const label = grid.label(row, column);
  if (label === null) return false;
  if (label.role === "unit") return true;
  const mayBe = ["metric", "value"].includes(label.role ?? "") || (label.period !== null && label.name === "");
  return mayBe && !(surely && wordsBelow(grid, row, column));
}

/** Whether no figure stands in the rows below a heading. */
function wordsBelow(grid: SheetGrid, row: number, column: number): boolean {
  const below = grid.filledRows.filter((each) => each > row).slice(0, rowsLookedBelow);
  return !below.some((each) => grid.isFigure(each, column));
}

const itemReference = /^(?!q[1-4]$|h[12]$|fy)[a-z]{1,4}[ .-]?\d{1,3}$/i;

/** Whether a row inside an open table is a heading again: the same headings, or new ones over the columns of figures. */
export function headsAgain(grid: SheetGrid, run: Run, leafRow: number, valueColumns: readonly number[]): boolean {
  if (run.columns.some((column) => grid.isFigure(run.row, column))) return false;
  const same = run.columns.filter((column) => sameText(grid, run.row, leafRow, column)).length;
  if (same >= 2 && same === run.columns.length) return true;
  if (isTracker(grid, run)) return true;
  // A row that begins with a reference ("WFL4", "CCA 1") is an item's own, though its dates could head columns.
  if (itemReference.test(grid.text(run.row, run.columns[0]!))) return false;
  const overValues = run.columns.filter((column) => valueColumns.includes(column));
  if (overValues.length === 0 || contextPairs(grid, run).length > 0) return false;
  const first = grid.label(run.row, run.columns[0]!);
  if (first?.metric && !valueColumns.includes(run.columns[0]!)) return false;
  const cells = looks(grid, { row: run.row, columns: overValues });
  if (cells.some(({ look }) => look === "figure" || look === "answer")) return false;
  if (yearsAreFigures(grid, run)) return false;
  return cells.filter(({ look }) => heading(look)).length * 2 > cells.length;
}

function sameText(grid: SheetGrid, row: number, other: number, column: number): boolean {
  const text = grid.text(row, column);
  return text !== "" && fold(text) === fold(grid.text(other, column));
}

/** The rows of one header, top to bottom: from a first heading row down to the last before data. */
export function headerBelow(grid: SheetGrid, first: Run, below: readonly number[]): number[] {
  const rows = [first.row];
  if (isTracker(grid, first)) return rows;
  const keys = new Set(first.columns.filter((column) => keyHeadings.has(grid.label(first.row, column)?.role ?? "")));
  const firstValue = first.columns.find((column) => !keys.has(column)) ?? first.columns[0]!;
  const right = first.columns[first.columns.length - 1]!;
  for (const row of below) {
    if (rows.length >= deepestHeader) break;
    const columns = grid.cells(row);
    const cells = looks(grid, { row, columns });
    if (cells.some(({ look }) => look === "figure" || look === "answer")) break;
    if (!cells.some(({ look }) => heading(look))) break;
    if (yearsAreFigures(grid, { row, columns }) || yearsUnderPeriods(grid, row, columns, rows)) break;
    if (columns.some((column) => keys.has(column)) || !columns.some((column) => column >= firstValue)) break;
    if (columns.length === 1 && (columns[0]! < firstValue || columns[0] === first.columns[0])) break;
    if (columns[0]! > right || contextPairs(grid, { row, columns }).length > 0) break;
    rows.push(row);
  }
  return rows;
}

function yearsUnderPeriods(
  grid: SheetGrid,
  row: number,
  columns: readonly number[],
  header: readonly number[],
): boolean {
  return columns.some(
    (column) =>
      grid.look(row, column) === "year" && header.some((above) => grid.label(above, column)?.period?.kind === "period"),
  );
}

/** The rows above a header that group its columns: "2022/23 | 2023/24" over "Actual | Target | Actual | Target". */
export function groupsAbove(grid: SheetGrid, header: Run, above: readonly number[]): number[] {
  const rows: number[] = [];
  const [left, right] = [header.columns[0]!, header.columns[header.columns.length - 1]!];
  for (const row of [...above].reverse()) {
    if (rows.length >= deepestHeader - 1) break;
    const columns = grid.cells(row).filter((column) => column >= left && column <= right);
    if (!groups(grid, { row, columns }, header)) break;
    rows.unshift(row);
  }
  return rows;
}

function groups(grid: SheetGrid, run: Run, header: Run): boolean {
  const overKeys = (column: number) => keyHeadings.has(grid.label(header.row, column)?.role ?? "");
  const over = run.columns.filter((column) => column > header.columns[0]! && !overKeys(column));
  if (over.length === 0 || contextPairs(grid, run).length > 0) return false;
  const telling = over.every((column) => {
    const text = grid.text(run.row, column);
    return (
      !["figure", "answer"].includes(grid.look(run.row, column)) && text.length <= longestGroup && !text.includes(":")
    );
  });
  if (!telling) return false;
  if (run.columns.length > 1) return true;
  return heading(grid.look(run.row, over[0]!));
}
