import {
  between,
  letters,
  pick,
  randomFrom,
  titleOf,
  type Book,
  type Cell,
  type FigureAt,
  type Random,
  type Sheet,
} from "./book";
import { YEARS } from "./facts";
import { healthyBook, HEADER_ROW, LAYOUTS, LIST_COLUMNS, type Layout } from "./healthy-return";

/**
 * One known mistake at a time, made in a healthy return: what it is, which rule should tell it, and
 * the cell it should name. This file knows the rules' codes from the reference alone and imports
 * nothing of them, so that it cannot lean on what it measures.
 */

export interface Mutant {
  readonly seed: number;
  /** "a figure in MWh among kWh" */
  readonly kind: string;
  readonly layout: Layout;
  readonly code: string;
  /** "UHL!F5"; null where the whole workbook is meant. */
  readonly cell: string | null;
  readonly book: Book;
}

interface Mutation {
  readonly kind: string;
  readonly code: string;
  /** The layouts in which the mistake makes sense. */
  readonly layouts: readonly Layout[];
  /** Makes the mistake; the cell it is in. */
  readonly make: (book: Book, random: Random) => string | null;
}

const [ACROSS, LIST, SITES, TRUSTS, QUARTERS] = LAYOUTS;
const ALL = LAYOUTS;
const TRUST_LEVEL = [ACROSS, LIST, TRUSTS, QUARTERS] as const;
const YEARLY = [ACROSS, LIST, TRUSTS] as const;
const WITH_SITES = [ACROSS, SITES] as const;

function sheetOf(book: Book, name: string): Sheet {
  return book.sheets.find((each) => each.name === name) as Sheet;
}

interface Spot {
  readonly cell: Cell;
  readonly name: string;
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

function spot(sheet: Sheet, row: number, column: number): Spot {
  const cells = sheet.rows[row] as Cell[];
  while (cells.length <= column) cells.push({ value: null });
  return {
    cell: cells[column] as Cell,
    name: `${sheet.name}!${letters(column)}${row + 1}`,
    sheet,
    row,
    column,
  };
}

interface Wanted {
  readonly metrics: readonly string[];
  /** "later": any period but the first; "compared": one with the same season a year before it; "between": nor the last. */
  readonly period?: "any" | "later" | "compared" | "between" | "last";
  readonly site?: boolean;
}

/** Figures of one kind; where trusts and sites both stand in the book, the trusts', unless sites are wanted. */
function figures(book: Book, { metrics, period = "later", site }: Wanted): FigureAt[] {
  const last = book.periods.length - 1;
  const first = { any: 0, later: 1, compared: book.layout === QUARTERS ? 4 : 1, between: 1, last }[period];
  const wantsSite = site ?? book.layout === SITES;
  // Where a trust's figure stands beside its sites', their sum is what tells a mistake: that is a mistake of its own below.
  const besideSites = new Set(book.figures.filter((each) => each.site !== null).map(sameThing));
  return book.figures.filter(
    (each) =>
      metrics.includes(each.metric) &&
      each.period >= first &&
      (period !== "between" || each.period < last) &&
      (each.site !== null) === wantsSite &&
      (wantsSite || !besideSites.has(sameThing(each))),
  );
}

function sameThing({ metric, organisation, period }: FigureAt): string {
  return `${metric}|${organisation}|${period}`;
}

function figure(book: Book, random: Random, wanted: Wanted): Spot {
  const { sheet, row, column } = pick(random, figures(book, wanted));
  return spot(sheetOf(book, sheet), row, column);
}

/** The same metric's figure of another period, or another metric's of the same. */
function beside(book: Book, of: Spot, change: { metric?: (metric: string) => string; back?: number }): Spot {
  const own = ownFigure(book, of);
  const metric = change.metric?.(own.metric) ?? own.metric;
  const period = own.period - (change.back ?? 0);
  const found = book.figures.find(
    (each) =>
      each.metric === metric &&
      each.period === period &&
      each.organisation === own.organisation &&
      each.site === own.site,
  ) as FigureAt;
  return spot(sheetOf(book, found.sheet), found.row, found.column);
}

function ownFigure(book: Book, { sheet, row, column }: Spot): FigureAt {
  return book.figures.find(
    (each) => each.sheet === sheet.name && each.row === row && each.column === column,
  ) as FigureAt;
}

/** An action's cell under a heading. */
function actionCell(book: Book, random: Random, heading: string, accept: (row: Cell[]) => boolean = () => true): Spot {
  const sheet = sheetOf(book, "Actions");
  const column = (sheet.rows[HEADER_ROW] as Cell[]).findIndex(({ value }) => value === heading);
  const rows = sheet.rows.flatMap((row, index) => (index > HEADER_ROW && accept(row) ? [index] : []));
  return spot(sheet, pick(random, rows), column);
}

const ENERGY = ["ELEC", "GAS"];
const FLOWS = ["ELEC", "GAS", "WATER", "GREY-MILES", "PAPER"];
const AMOUNTS = ["ELEC", "GAS", "WATER"];
const SHARES = ["FLEET-LEV", "RENEWABLE-E"];

type What = (cell: Cell, random: Random) => string | number | null;

function write(kind: string, code: string, layouts: readonly Layout[], wanted: Wanted, what: What): Mutation {
  return writeAt(kind, code, layouts, (book, random) => figure(book, random, wanted), what);
}

function writeAt(
  kind: string,
  code: string,
  layouts: readonly Layout[],
  where: (book: Book, random: Random) => Spot,
  what: What,
): Mutation {
  return {
    kind,
    code,
    layouts,
    make(book, random) {
      const { cell, name } = where(book, random);
      cell.value = what(cell, random);
      delete cell.formula;
      return name;
    },
  };
}

function round(value: number): number {
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(5));
}

const times =
  (factor: number): What =>
  ({ value }) =>
    round(Number(value) * factor);
const change =
  (low: number, high: number): What =>
  (cell, random) =>
    Math.round(Number(cell.value) * between(random, low, high));
const withCommas = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ",");

const UNITS: readonly Mutation[] = [
  write("a figure in MWh among kWh", "DQ04", ALL, { metrics: ENERGY }, times(1 / 1000)),
  write("a figure in GWh among kWh", "DQ04", TRUST_LEVEL, { metrics: ENERGY }, times(1 / 1_000_000)),
  write("a figure in litres among m³", "DQ04", ALL, { metrics: ["WATER"] }, times(1000)),
  write("a figure ten times too large", "DQ04", ALL, { metrics: AMOUNTS }, times(10)),
  write("a figure ten times too small", "DQ04", ALL, { metrics: AMOUNTS }, times(1 / 10)),
  write("a figure a hundred times too large", "DQ04", ALL, { metrics: AMOUNTS }, times(100)),
  write("a figure in MJ among kWh", "DQ04", ALL, { metrics: ENERGY }, times(3.6)),
  write("a figure in GJ among kWh", "DQ04", ALL, { metrics: ENERGY }, times(1 / 277.8)),
  write("kilograms among tonnes", "DQ04", TRUST_LEVEL, { metrics: ["RECYCLING", "INCINERATION"] }, times(1000)),
  write("kilometres among miles", "DQ04", YEARLY, { metrics: ["FLEET-MILES", "GREY-MILES"] }, times(1.609)),
  write("square feet among m²", "DQ04", YEARLY, { metrics: ["GIA"] }, times(10.764)),
  write("the first year's figure in MWh", "DQ04", YEARLY, { metrics: ENERGY, period: "any" }, times(1 / 1000)),
  write("a cost in thousands of pounds", "DQ04", ALL, { metrics: ["ELEC-COST", "GAS-COST"] }, times(1 / 1000)),
  write("a site's gas in MWh", "DQ04", [ACROSS], { metrics: ["GAS"], site: true, period: "any" }, times(1 / 1000)),
];

const CHANGES: readonly Mutation[] = [
  write("a third more in the last year", "DQ03", ALL, { metrics: FLOWS, period: "last" }, change(1.36, 1.46)),
  write("a third less in the last year", "DQ03", ALL, { metrics: FLOWS, period: "last" }, change(0.57, 0.66)),
  write(
    "a third more in one year between others",
    "DQ03",
    YEARLY,
    { metrics: FLOWS, period: "between" },
    change(1.38, 1.48),
  ),
  write("a floor area a tenth larger", "DQ03", YEARLY, { metrics: ["GIA"], period: "last" }, change(1.08, 1.14)),
  {
    kind: "three lines or more copied from last year",
    code: "DQ10",
    layouts: TRUST_LEVEL,
    make(book, random) {
      const metrics = ["WATER", "RECYCLING", "GREY-MILES", "PAPER"];
      const back = book.layout === QUARTERS ? 4 : 1;
      const names = metrics.map((metric) => {
        const copied = figures(book, { metrics: [metric], period: "last" })[0] as FigureAt;
        const to = spot(sheetOf(book, copied.sheet), copied.row, copied.column);
        to.cell.value = beside(book, to, { back }).cell.value;
        return to.name;
      });
      return pick(random, names);
    },
  },
  {
    kind: "a site's row copied from last year",
    code: "DQ10",
    layouts: [SITES],
    make(book, random) {
      const one = figure(book, random, { metrics: ["GAS"], period: "last" });
      for (const metric of ["ELEC", "GAS", "WATER", "ELEC-COST", "GAS-COST"]) {
        const to = beside(book, one, { metric: () => metric });
        to.cell.value = beside(book, to, { back: 1 }).cell.value;
      }
      return one.name;
    },
  },
  {
    kind: "one line the same three years running",
    code: "DQ10",
    layouts: YEARLY,
    make(book, random) {
      const last = figure(book, random, { metrics: ["WATER", "PAPER", "FLEET-MILES"], period: "last" });
      const value = beside(book, last, { back: 2 }).cell.value;
      last.cell.value = value;
      beside(book, last, { back: 1 }).cell.value = value;
      return last.name;
    },
  },
];

const TEXTS: readonly Mutation[] = [
  write("a number typed with commas as text", "DQ01", ALL, { metrics: FLOWS }, ({ value }) =>
    withCommas(Number(value)),
  ),
  write("a number with its unit in the cell", "DQ01", ALL, { metrics: ENERGY }, ({ value }) => `${value} kWh`),
  write("a word for nothing", "DQ01", ALL, { metrics: FLOWS }, (_, random) =>
    pick(random, ["n/a", "TBC", "-", "Not Applicable"]),
  ),
  write("words for a number", "type-error", ALL, { metrics: FLOWS }, (_, random) =>
    pick(random, ["see the other sheet", "awaiting invoices from estates", "as last year"]),
  ),
  write("a list's prompt left standing", "forbidden-value", ALL, { metrics: FLOWS }, () => "< Select >"),
  write("a filler of nines", "forbidden-value", ALL, { metrics: ["PAPER", "WATER"] }, () => 999_999),
  write("a cell error", "DQ02", ALL, { metrics: FLOWS }, (_, random) =>
    pick(random, ["#REF!", "#DIV/0!", "#N/A", "#VALUE!"]),
  ),
  write("an answer that is neither yes nor no", "constraint-error", YEARLY, { metrics: ["CYCLE"] }, () => 3),
  write("a figure at a system's limit", "truncated-value", ALL, { metrics: ["WATER", "PAPER"] }, (_, random) =>
    pick(random, [65_535, 32_767]),
  ),
];

const SIGNS: readonly Mutation[] = [
  write("a minus before a consumption", "DQ05", ALL, { metrics: FLOWS }, ({ value }) => -Number(value)),
  write("a nought where there was a figure", "DQ05", ALL, { metrics: FLOWS, period: "compared" }, () => 0),
  write("a figure left out", "DQ05", ALL, { metrics: FLOWS, period: "compared" }, () => null),
  write("a share over a hundred", "DQ07", YEARLY, { metrics: SHARES }, (_, random) =>
    Math.round(between(random, 110, 180)),
  ),
  write("a fraction among percentages", "DQ07", YEARLY, { metrics: SHARES, period: "last" }, ({ value }) =>
    Number((Number(value) / 100).toFixed(3)),
  ),
];

const SUMS: readonly Mutation[] = [
  write(
    "a scope that does not fit its footprint",
    "DQ08",
    YEARLY,
    { metrics: ["S1", "S2", "S3-CF"] },
    change(1.05, 1.12),
  ),
  write("a footprint typed wrong", "DQ08", YEARLY, { metrics: ["CF", "CFP"] }, change(1.02, 1.1)),
  write("a Footprint Plus below its Footprint", "DQ08", YEARLY, { metrics: ["CFP"] }, change(0.125, 0.15)),
  write(
    "a site's figure that no longer makes the trust's",
    "DQ06",
    [ACROSS],
    { metrics: ["GAS"], site: true, period: "any" },
    change(1.1, 1.3),
  ),
  {
    kind: "a total typed over, and wrong",
    code: "DQ06",
    layouts: WITH_SITES,
    make(book, random) {
      const { cell, name } = totalSpot(book, random, ["ELEC", "GAS", "WATER"]);
      cell.value = Math.round(Number(cell.value) * between(random, 1.05, 1.2));
      delete cell.formula;
      return name;
    },
  },
  {
    kind: "a total that leaves a row out",
    code: "DQ13",
    layouts: WITH_SITES,
    make(book, random) {
      const { cell, name } = totalSpot(book, random, ["GIA", "ELEC", "GAS", "WATER"]);
      cell.formula = (cell.formula as string).replace(/(\d+)\)$/, (_, last) => `${Number(last) - 1})`);
      return name;
    },
  },
  {
    kind: "a typed number among formulas",
    code: "DQ13",
    layouts: WITH_SITES,
    make(book, random) {
      const { cell, name } = totalSpot(book, random, ["ELEC", "GAS", "WATER", "ELEC-COST"]);
      delete cell.formula;
      return name;
    },
  },
  {
    kind: "a cost copied into a consumption",
    code: "DQ16",
    layouts: ALL,
    make(book, random) {
      const to = figure(book, random, { metrics: book.layout === SITES ? ["GAS"] : ["WATER"] });
      to.cell.value = beside(book, to, { metric: (metric) => `${metric}-COST` }).cell.value;
      return to.name;
    },
  },
  write("a consumption far too large for its cost", "DQ16", TRUST_LEVEL, { metrics: ["WATER"] }, times(6.5)),
  write(
    "one site's landfill most of the trust's",
    "DQ17",
    WITH_SITES,
    { metrics: ["LANDFILL"], site: true, period: "last" },
    times(47),
  ),
];

/** A metric's cell in the row of totals under sites. */
function totalSpot(book: Book, random: Random, metrics: readonly string[]): Spot {
  const { sheet, column } = figure(book, random, { metrics, site: true, period: "any" });
  return spot(sheet, sheet.rows.length - 1, column);
}

const ROWS: readonly Mutation[] = [
  {
    kind: "a row twice with the same figures",
    code: "duplicate-row",
    layouts: [ACROSS, SITES, LIST, TRUSTS],
    make(book, random) {
      const { sheet, row, column } = rowToCopy(book, random);
      return insertRow(sheet, row, column, copyOf(sheet, row));
    },
  },
  {
    kind: "a row twice with other figures",
    code: "primary-key",
    layouts: [ACROSS, SITES, LIST, TRUSTS],
    make(book, random) {
      const { sheet, row, column, name } = rowToCopy(book, random);
      const copy = copyOf(sheet, row);
      (copy[column] as Cell).value = Math.round(Number(copy[column]?.value) * 1.07);
      insertRow(sheet, row, column, copy);
      return name;
    },
  },
  {
    kind: "a period's heading twice",
    code: "duplicate-label",
    layouts: [ACROSS, QUARTERS],
    make(book, random) {
      const { sheet, column } = figure(book, random, { metrics: ["GAS"] });
      const { cell, name } = spot(sheet, HEADER_ROW, column);
      cell.value = spot(sheet, HEADER_ROW, column - 1).cell.value;
      return name;
    },
  },
  {
    kind: "a heading left blank",
    code: "blank-label",
    layouts: [ACROSS, QUARTERS, SITES],
    make(book, random) {
      const { sheet, column } = figure(book, random, { metrics: ["GAS"], period: "last" });
      const { cell, name } = spot(sheet, HEADER_ROW, column);
      cell.value = null;
      return name;
    },
  },
  {
    kind: "a metric's name misspelt",
    code: "incorrect-label",
    layouts: ALL,
    make(book, random) {
      const metrics = book.layout === SITES ? ["ELEC", "WATER"] : ["ELEC", "WATER", "RECYCLING"];
      const { sheet, row, column } = figure(book, random, { metrics });
      const label = { [LIST]: [row, LIST_COLUMNS.metric], [SITES]: [HEADER_ROW, column] }[book.layout] ?? [row, 0];
      const { cell, name } = spot(sheet, label[0] as number, label[1] as number);
      const text = String(cell.value);
      const at = 3 + Math.floor(random() * 2);
      cell.value = text.slice(0, at) + text.slice(at + 1);
      return name;
    },
  },
  {
    kind: "a blank row inside a table",
    code: "blank-row",
    layouts: [ACROSS, TRUSTS, QUARTERS, LIST],
    make(book, random) {
      const { sheet, row } = figure(book, random, { metrics: ["OIL", "WATER", "RECYCLING", "GREY-MILES"] });
      sheet.rows.splice(row, 0, []);
      return `${sheet.name}!A${row + 1}`;
    },
  },
  {
    kind: "a row the plan asks for, all blank",
    code: "required-value",
    layouts: [ACROSS],
    make(book, random) {
      const last = figure(book, random, { metrics: ["FLEET-LEV", "RENEWABLE-E", "PAPER"], period: "last" });
      YEARS.forEach((_, back) => (spot(last.sheet, last.row, last.column - back).cell.value = null));
      return last.name;
    },
  },
];

/** A row to be there twice: a site's, an entry of the list, a metric's. */
function rowToCopy(book: Book, random: Random): Spot {
  const site = book.layout === SITES || book.layout === ACROSS;
  return figure(book, random, { metrics: ["GAS"], site, period: "last" });
}

function copyOf(sheet: Sheet, row: number): Cell[] {
  return (sheet.rows[row] as Cell[]).map((each) => ({ ...each }));
}

/** Adds a row below another and takes it into the totals; the copy's cell in a column. */
function insertRow(sheet: Sheet, row: number, column: number, copy: Cell[]): string {
  const total = sheet.rows.findIndex((each) => each[0]?.value === "Total");
  const at = total < 0 ? row + 1 : total;
  sheet.rows.splice(at, 0, copy);
  for (const each of (total < 0 ? [] : sheet.rows[at + 1]) as Cell[]) {
    if (each.formula !== undefined)
      each.formula = each.formula.replace(/(\d+)\)$/, (_, last) => `${Number(last) + 1})`);
  }
  return spot(sheet, at, column).name;
}

/** Writes a period's name wherever it stands over or beside figures of one trust. */
function renamePeriod(book: Book, period: number, name: string): Spot {
  const found = book.figures.filter((each) => each.period === period && each.organisation === "RWE");
  for (const { sheet, row, column } of found) {
    const at = book.layout === LIST ? [row, LIST_COLUMNS.year] : [HEADER_ROW, column];
    spot(sheetOf(book, sheet), at[0] as number, at[1] as number).cell.value = name;
  }
  const first = found[0] as FigureAt;
  return spot(sheetOf(book, first.sheet), first.row, first.column);
}

const PERIODS: readonly Mutation[] = [
  {
    kind: "a year that has not begun",
    code: "DQ11",
    layouts: [ACROSS, LIST],
    make: (book) => renamePeriod(book, YEARS.length - 1, "2026/27").name,
  },
  {
    kind: "an academic year",
    code: "DQ11",
    layouts: [ACROSS, LIST],
    make: (book) => renamePeriod(book, YEARS.length - 1, "Academic year 2024/25").name,
  },
  {
    kind: "a calendar year among financial years",
    code: "DQ11",
    layouts: [ACROSS, LIST],
    make: (book) => renamePeriod(book, 0, "Calendar year 2020").name,
  },
  {
    kind: "a period left out in the middle",
    code: "DQ11",
    layouts: [ACROSS, LIST, TRUSTS, QUARTERS],
    make(book, random) {
      const middle = 2 + Math.floor(random() * (book.periods.length - 4));
      const after = book.figures.find(
        (each) => each.period === middle + 1 && each.organisation === "RWE" && each.metric === "GAS",
      ) as FigureAt;
      const next = spot(sheetOf(book, after.sheet), after.row, after.column).cell;
      leaveOut(book, middle);
      for (const sheet of book.sheets)
        for (const [row, cells] of sheet.rows.entries()) {
          const column = cells.indexOf(next);
          if (column >= 0) return spot(sheet, row, column).name;
        }
      return null;
    },
  },
  {
    kind: "a year of estimates",
    code: "DQ12",
    layouts: [ACROSS],
    make: (book) => renamePeriod(book, YEARS.length - 1, `${YEARS[YEARS.length - 1] as string} (estimated)`).name,
  },
  {
    kind: "most sites estimated",
    code: "DQ12",
    layouts: [SITES],
    make(book, random) {
      const { sheet, column } = figure(book, random, { metrics: ["GAS"], period: "last" });
      const notes = (sheet.rows[HEADER_ROW] as Cell[]).findIndex(({ value }) => value === "Notes");
      for (let row = HEADER_ROW + 1; row <= HEADER_ROW + 6; row++) spot(sheet, row, notes).cell.value = "Estimated";
      return spot(sheet, HEADER_ROW + 1, column).name;
    },
  },
  writeAt(
    "factors of another year named",
    "DQ09",
    [ACROSS, TRUSTS, QUARTERS, LIST],
    (book) => {
      // Under the title, or with the notes below.
      const sheet = book.sheets[0] as Sheet;
      if (book.layout !== ACROSS) sheet.rows.push([], []);
      return spot(sheet, book.layout === ACROSS ? 1 : sheet.rows.length - 1, 0);
    },
    (_, random) =>
      `Emissions by the UK Government conversion factors ${pick(random, ["2019", "2020", "2021", "2022"])}`,
  ),
  {
    kind: "an intensity without what it is divided by",
    code: "DQ15",
    layouts: [ACROSS],
    make(book) {
      const sheet = sheetOf(book, "UHL");
      const at = sheet.rows.findIndex((row) => row[0]?.value === titleOf("GIA"));
      const row = sheet.rows[at] as Cell[];
      (row[0] as Cell).value = titleOf("GAS-M2");
      (row[1] as Cell).value = "kWh/m²";
      YEARS.forEach((_, year) => ((row[2 + year] as Cell).value = 287.3 + year));
      return spot(sheet, at, 2 + YEARS.length - 1).name;
    },
  },
  {
    kind: "calculation set to manual",
    code: "DQ02",
    layouts: ALL,
    make(book) {
      book.calculation = "manual";
      return null;
    },
  },
];

function leaveOut(book: Book, period: number): void {
  const gone = book.figures.filter((each) => each.period === period);
  if (book.layout === TRUSTS) {
    const name = gone[0]?.sheet;
    book.sheets = book.sheets.filter((each) => each.name !== name);
  } else if (book.layout === LIST) {
    const rows = new Set(gone.map(({ row }) => row));
    const sheet = sheetOf(book, gone[0]?.sheet ?? "");
    sheet.rows = sheet.rows.filter((_, row) => !rows.has(row));
  } else {
    const columns = new Map(gone.filter(({ site }) => site === null).map(({ sheet, column }) => [sheet, column]));
    for (const [name, column] of columns)
      for (const row of sheetOf(book, name).rows.slice(HEADER_ROW)) row.splice(column, 1);
  }
}

const isDone = (row: Cell[]): boolean => row[3]?.value === "Complete";
const isOpen = (row: Cell[]): boolean => !isDone(row);

/** The tracker is one and the same in every layout. */
const TRACKED = [ACROSS, LIST] as const;

function action(
  kind: string,
  code: string,
  heading: string,
  accept: ((row: Cell[]) => boolean) | undefined,
  what: What,
): Mutation {
  return writeAt(kind, code, TRACKED, (book, random) => actionCell(book, random, heading, accept), what);
}

const ACTIONS: readonly Mutation[] = [
  action("a due date that is none", "AC01", "Due date", undefined, (_, random) =>
    pick(random, ["soon", "when funded", "31/02/2025"]),
  ),
  action("a due quarter that can be read two ways", "AC01", "Due date", isOpen, (_, random) =>
    pick(random, ["Q2 2024", "Q3 2024"]),
  ),
  action("a due date after the plan", "AC02", "Due date", isOpen, () => "31/12/2027"),
  action("an action without an owner", "AC03", "Owner", isOpen, (_, random) => pick(random, [null, "TBC"])),
  {
    kind: "twins with two statuses",
    code: "AC05",
    layouts: TRACKED,
    make(book) {
      const sheet = sheetOf(book, "Actions");
      const row = (id: string, status: string, completed: string | null, percent: number): Cell[] =>
        [id, null, "A. Patel", status, "31/03/2025", "01/10/2022", completed, percent].map((value) => ({ value }));
      sheet.rows.push(row("TT11", "Complete", "15/03/2024", 100), row("EF7", "In progress", null, 40));
      return spot(sheet, sheet.rows.length - 1, 3).name;
    },
  },
  action("an action id that is none of the plan's", "AC06", "ID", undefined, (_, random) =>
    pick(random, ["ZZ4", "EF99", "Q7"]),
  ),
  action("complete after the reporting date", "AC07", "Completed", isDone, () => "31/05/2025"),
  action("complete at 60%", "AC07", "% complete", isDone, () => 60),
  action("100% and in progress", "AC07", "Status", isDone, () => "In progress"),
  action("complete without a date", "AC07", "Completed", isDone, () => null),
];

const MUTATIONS: readonly Mutation[] = [
  ...UNITS,
  ...CHANGES,
  ...TEXTS,
  ...SIGNS,
  ...SUMS,
  ...ROWS,
  ...PERIODS,
  ...ACTIONS,
];

/** Each mistake in each layout it makes sense in. */
const KINDS = MUTATIONS.flatMap((mutation) => mutation.layouts.map((layout) => ({ mutation, layout })));

/** Healthy returns each with one mistake: every kind in each of its layouts, `rounds` times, from seeds that follow `seed`. */
export function* mutants(seed: number, rounds: number): Generator<Mutant> {
  for (let round = 0; round < rounds; round++) {
    for (const [index, { mutation, layout }] of KINDS.entries()) {
      const own = seed + round * KINDS.length + index;
      const book = healthyBook(own, layout);
      const cell = mutation.make(book, randomFrom(own ^ 0x5eed));
      yield { seed: own, kind: mutation.kind, layout, code: mutation.code, cell, book };
    }
  }
}
