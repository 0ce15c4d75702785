import { contextPairs } from "./context-pairs";
import type { NonEmpty } from "../../collections/non-empty";
import { isHeadingLook, type SheetGrid } from "./grid";
import { isWithin, runOf, segmentOf, type Run } from "./run";
import { isTracker } from "./tracker-heading";
import { fold } from "../words/text";

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

/**
 * Whether the numbers of a row that may be years ("Staff trained | 2019 | 2024") are figures: words
 * of its own lead them, and they do not count on as the years of a header do.
 */
function yearsAreFigures(grid: SheetGrid, { row, columns }: Run): boolean {
  const years = columns.filter((column) => grid.look(row, column) === "year");
  const first = grid.label(row, columns[0]);
  if (years.length === 0 || grid.text(row, columns[0]) === "" || years[0] === columns[0]) return false;
  if (first !== null && first.role !== null) return false;
  const [start = 0, ...others] = years.map((column) => Number(grid.value(row, column)));
  const countsOn = others.length > 0 && others.every((value, index) => value === start + index + 1);
  return !countsOn;
}

/** Whether a row begins, as those of a form do, with a metric. */
export function namesMetric(grid: SheetGrid, row: number, { columns }: Run): boolean {
  return (grid.label(row, columns[0])?.metric ?? null) !== null;
}

function looks(grid: SheetGrid, row: number, columns: readonly number[]) {
  return columns.map((column) => ({ column, look: grid.look(row, column) }));
}

/** Whether a row outside any table heads one: heading words, no figures, and data of their kind below. */
export function headsTable(grid: SheetGrid, run: Run, below: readonly number[]): boolean {
  if (run.columns.some((column) => grid.isFigure(run.row, column))) return false;
  const cells = looks(grid, run.row, run.columns);
  if (cells.some(({ look }) => look === "figure")) return false;
  if (isTracker(grid, run)) return true;
  if (contextPairs(grid, run).length > 0 || isDayOfForm(grid, run)) return false;
  const signals = cells.filter(({ look }) => isHeadingLook(look)).map(({ column }) => column);
  if (signals.length === 0) return false;
  const next = below[0];
  const isMetricNext = next !== undefined && namesMetric(grid, next, run);
  if (isMetricNext && namesMetric(grid, run.row, run) && yearsAreFigures(grid, run)) return false;
  // "Main heating fuel | Gas" over "Water (m3) | 5" is an answer of a form.
  if (isMetricNext && signals.every((column) => (grid.label(run.row, column)?.metric ?? null) !== null)) return false;
  if (signals.length === 1 && run.columns.length > 1 && signals[0] === run.columns[0]) return false;
  const roles = run.columns.filter((column) => isKeyHeading(grid, run.row, column));
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
    const looksLikeData =
      run.columns.length > 1 && !isPairs(grid, row) ? ["figure", "answer", "year"] : ["figure", "answer"];
    const under = signals.some((column) => looksLikeData.includes(grid.look(row, column)));
    if (under) return run.columns.length > 1 || headsAlone(grid, run, row);
    if (isList && grid.cells(row).filter((column) => run.columns.includes(column)).length >= 3) return true;
  }
  return false;
}

/** True where all of a row is pairs of a heading word and what it says. */
function isPairs(grid: SheetGrid, row: number): boolean {
  const run = runOf(row, grid.cells(row));
  return run !== null && contextPairs(grid, run).length > 0;
}

/** One heading alone: over the figures of labelled rows, or a metric over figures with nothing beside them. A title over the numbers of questions heads none. */
function headsAlone(grid: SheetGrid, run: Run, row: number): boolean {
  const [column] = run.columns;
  const labelled = grid.cells(row).some((each) => each < column);
  if (labelled) return column > grid.left;
  return grid.cells(row).length === 1 || namesMetric(grid, run.row, run);
}

const itemReference = /^(?!q[1-4]$|h[12]$|fy)[a-z]{1,4}[ .-]?\d{1,3}$/i;

/** Whether a row inside an open table is a heading again: the same headings, or new ones over the columns of figures. */
export function headsAgain(grid: SheetGrid, run: Run, leafRow: number, valueColumns: readonly number[]): boolean {
  if (run.columns.some((column) => grid.isFigure(run.row, column))) return false;
  const same = run.columns.filter((column) => sameText(grid, run.row, leafRow, column)).length;
  if (same >= 2 && same === run.columns.length) return true;
  if (isTracker(grid, run)) return true;
  // A row that begins with a reference ("WFL4", "CCA 1") is an item's own, though its dates could head columns.
  if (itemReference.test(grid.text(run.row, run.columns[0]))) return false;
  const overValues = run.columns.filter((column) => valueColumns.includes(column));
  if (overValues.length === 0 || contextPairs(grid, run).length > 0) return false;
  const first = grid.label(run.row, run.columns[0]);
  if (first?.metric && !valueColumns.includes(run.columns[0])) return false;
  const cells = looks(grid, run.row, overValues);
  if (cells.some(({ look }) => look === "figure" || look === "answer")) return false;
  if (yearsAreFigures(grid, run) || isRowOfDays(grid, run, leafRow, overValues)) return false;
  return cells.filter(({ look }) => isHeadingLook(look)).length * 2 > cells.length;
}

/** "Date completed | 12/06/2025": a line of a form. */
function isDayOfForm(grid: SheetGrid, { row, columns }: Run): boolean {
  const [first, second, ...others] = columns;
  if (second === undefined || others.length > 0 || grid.label(row, first)?.role !== null) return false;
  const period = grid.label(row, second)?.period;
  const isDay = period?.kind === "period" && period.period.kind === "date";
  return (
    isDay &&
    /\b(dated?|completed|signed|submitted|updated|as at|printed|issued|received|produced|approved|on)\b/i.test(
      grid.text(row, first),
    )
  );
}

/** "Data as at | 30/04/2023 | 30/04/2024" under years: days after words of their own are said of the columns, and head none. */
function isRowOfDays(grid: SheetGrid, { row, columns }: Run, leafRow: number, overValues: readonly number[]): boolean {
  const first = grid.label(row, columns[0]);
  if (overValues.includes(columns[0]) || first === null || first.role !== null || first.organisation !== null)
    return false;
  const kindsIn = (each: number) =>
    overValues.map((column) => {
      const period = grid.label(each, column)?.period;
      return period?.kind === "period" ? period.period.kind : null;
    });
  const over = kindsIn(leafRow);
  return kindsIn(row).every((kind) => kind === "date") && !over.includes("date") && !over.includes("month");
}

function sameText(grid: SheetGrid, row: number, other: number, column: number): boolean {
  const text = grid.text(row, column);
  return text !== "" && fold(text) === fold(grid.text(other, column));
}

/** The rows of one header, top to bottom: from a first heading row down to the last before data. */
export function headerBelow(grid: SheetGrid, first: Run, below: readonly number[]): NonEmpty<number> {
  const rows: [number, ...number[]] = [first.row];
  if (isTracker(grid, first)) return rows;
  for (const row of below) {
    const run = runOf(row, grid.cells(row));
    if (rows.length >= deepestHeader || run === null || !continuesHeader(grid, first, run, rows)) break;
    rows.push(row);
  }
  return rows;
}

function continuesHeader(grid: SheetGrid, first: Run, run: Run, header: readonly number[]): boolean {
  const { row, columns } = run;
  const cells = looks(grid, row, columns);
  if (cells.some(({ look }) => look === "figure" || look === "answer")) return false;
  if (!cells.some(({ look }) => isHeadingLook(look))) return false;
  if (yearsAreFigures(grid, run) || yearsUnderPeriods(grid, row, columns, header)) return false;
  const keys = first.columns.filter((column) => isKeyHeading(grid, first.row, column));
  const firstValue = first.columns.find((column) => !keys.includes(column)) ?? first.columns[0];
  if (columns.some((column) => keys.includes(column)) || !columns.some((column) => column >= firstValue)) return false;
  if (columns.length === 1 && (columns[0] < firstValue || columns[0] === first.columns[0])) return false;
  return columns[0] <= segmentOf(first).right && contextPairs(grid, run).length === 0;
}

/** True for a heading of a role that only a column of keys has. */
export function isKeyHeading(grid: SheetGrid, row: number, column: number): boolean {
  return keyHeadings.has(grid.label(row, column)?.role ?? "");
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

/**
 * The rows above a header that group its columns: "2022/23 | 2023/24" over "Actual | Target | Actual | Target".
 *
 * @param next the first row below the header.
 */
export function groupsAbove(
  grid: SheetGrid,
  header: Run,
  above: readonly number[],
  next: number | undefined,
): number[] {
  const overKeys = next === undefined ? null : headingsOverKeys(grid, header, next);
  if (overKeys !== null && overKeys === above.at(-1)) return [overKeys];
  const rows: number[] = [];
  const breadth = segmentOf(header);
  for (const row of [...above].reverse()) {
    if (rows.length >= deepestHeader - 1) break;
    const columns = grid.cells(row).filter((column) => isWithin(breadth, column));
    const run = runOf(row, columns);
    if (run === null || !isGroupRow(grid, run, header)) break;
    rows.unshift(row);
  }
  return rows;
}

/** The row right above a header of years that heads what its columns of words hold: "Theme | Unit | Scope | Figures" over " | | | 2022/23". */
function headingsOverKeys(grid: SheetGrid, header: Run, next: number): number | null {
  const [first] = header.columns;
  const row = header.row - 1;
  const keys = grid.cells(next).filter((column) => column < first);
  const areHeaded = keys.length > 1 && keys.every((column) => grid.look(row, column) !== "blank");
  const cells = grid.cells(row);
  const areWords = cells.every((column) => ["text", "signal"].includes(grid.look(row, column)));
  return areHeaded && areWords && cells.some((column) => column >= first) ? row : null;
}

function isGroupRow(grid: SheetGrid, run: Run, header: Run): boolean {
  const over = run.columns.filter((column) => column > header.columns[0] && !isKeyHeading(grid, header.row, column));
  const [firstOver] = over;
  if (firstOver === undefined || contextPairs(grid, run).length > 0) return false;
  const areNames = over.every((column) => {
    const text = grid.text(run.row, column);
    return (
      !["figure", "answer"].includes(grid.look(run.row, column)) && text.length <= longestGroup && !text.includes(":")
    );
  });
  return areNames && (run.columns.length > 1 || isHeadingLook(grid.look(run.row, firstOver)));
}
