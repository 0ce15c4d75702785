import {
  between,
  FIRST_YEAR_COLUMN,
  healthyBook,
  HEADER_ROW,
  letters,
  pick,
  randomFrom,
  SITE_FIRST_ROW,
  titleOf,
  YEARS,
} from "./healthy-return";
import type { Book, Cell, Random, Sheet } from "./healthy-return";

/**
 * One known mistake at a time, made in a healthy return: what it is, which rule should tell it, and
 * the cell it should name. This file knows the rules' codes from the reference alone and imports
 * nothing of them, so that it cannot lean on what it measures.
 */

export interface Mutant {
  readonly seed: number;
  /** "a figure in MWh among kWh" */
  readonly kind: string;
  readonly code: string;
  /** "UHL!F5"; null where the whole workbook is meant. */
  readonly cell: string | null;
  readonly book: Book;
}

interface Mutation {
  readonly kind: string;
  readonly code: string;
  /** Makes the mistake; the cell it is in. */
  readonly make: (book: Book, random: Random) => string | null;
}

const LAST = FIRST_YEAR_COLUMN + YEARS.length - 1;

function sheetOf(book: Book, name: string): Sheet {
  return book.sheets.find((each) => each.name === name) as Sheet;
}

function rowOf(sheet: Sheet, metric: string): number {
  return sheet.rows.findIndex((row) => row[0]?.value === titleOf(metric));
}

interface Spot {
  readonly cell: Cell;
  readonly name: string;
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

function spot(sheet: Sheet, row: number, column: number): Spot {
  return {
    cell: sheet.rows[row]?.[column] as Cell,
    name: `${sheet.name}!${letters(column)}${row + 1}`,
    sheet,
    row,
    column,
  };
}

/** A figure of UHL's sheet: of one of these metrics, in a year of choice or by chance after the first. */
function figure(book: Book, random: Random, metrics: readonly string[], year?: number): Spot {
  const sheet = sheetOf(book, "UHL");
  const column = FIRST_YEAR_COLUMN + (year ?? 1 + Math.floor(random() * (YEARS.length - 1)));
  return spot(sheet, rowOf(sheet, pick(random, metrics)), column);
}

/** A figure of one of LPT's sites. */
function siteFigure(book: Book, random: Random, heading: string): Spot {
  const sheet = sheetOf(book, "LPT sites");
  const column = (sheet.rows[HEADER_ROW] as Cell[]).findIndex(({ value }) =>
    String(value).startsWith(titleOf(heading)),
  );
  return spot(sheet, SITE_FIRST_ROW + Math.floor(random() * 10), column);
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

function scale(kind: string, factor: number, metrics: readonly string[]): Mutation {
  return {
    kind,
    code: "DQ04",
    make(book, random) {
      const { cell, name } = figure(book, random, metrics);
      cell.value = round(Number(cell.value) * factor);
      return name;
    },
  };
}

function round(value: number): number {
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(5));
}

function write(
  kind: string,
  code: string,
  where: (book: Book, random: Random) => Spot,
  what: (cell: Cell, random: Random) => string | number | null,
): Mutation {
  return {
    kind,
    code,
    make(book, random) {
      const { cell, name } = where(book, random);
      cell.value = what(cell, random);
      delete cell.formula;
      return name;
    },
  };
}

const withCommas = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ",");
const flow = (book: Book, random: Random): Spot => figure(book, random, FLOWS);
const change = (low: number, high: number) => (cell: Cell, random: Random) =>
  Math.round(Number(cell.value) * between(random, low, high));

const UNITS: readonly Mutation[] = [
  scale("a figure in MWh among kWh", 1 / 1000, ENERGY),
  scale("a figure in GWh among kWh", 1 / 1_000_000, ENERGY),
  scale("a figure in litres among m³", 1000, ["WATER"]),
  scale("a figure ten times too large", 10, AMOUNTS),
  scale("a figure ten times too small", 1 / 10, AMOUNTS),
  scale("a figure a hundred times too large", 100, AMOUNTS),
  scale("a figure in MJ among kWh", 3.6, ENERGY),
  scale("a figure in GJ among kWh", 1 / 277.8, ENERGY),
  scale("kilograms among tonnes", 1000, ["RECYCLING", "INCINERATION"]),
  write(
    "a site's gas in MWh",
    "DQ04",
    (book, random) => siteFigure(book, random, "GAS"),
    (cell) => round(Number(cell.value) / 1000),
  ),
];

const CHANGES: readonly Mutation[] = [
  write(
    "a third more in the last year",
    "DQ03",
    (book, random) => figure(book, random, FLOWS, YEARS.length - 1),
    change(1.36, 1.46),
  ),
  write(
    "a third less in the last year",
    "DQ03",
    (book, random) => figure(book, random, FLOWS, YEARS.length - 1),
    change(0.55, 0.68),
  ),
  write(
    "a floor area a tenth larger",
    "DQ03",
    (book, random) => figure(book, random, ["GIA"], YEARS.length - 1),
    change(1.08, 1.14),
  ),
  {
    kind: "three lines or more copied from last year",
    code: "DQ10",
    make(book, random) {
      const sheet = sheetOf(book, "UHL");
      const names = ["WATER", "RECYCLING", "GREY-MILES", "PAPER"].map((metric) => {
        const { cell, name, row } = spot(sheet, rowOf(sheet, metric), LAST);
        cell.value = sheet.rows[row]?.[LAST - 1]?.value ?? null;
        return name;
      });
      return pick(random, names);
    },
  },
];

const TEXTS: readonly Mutation[] = [
  write("a number typed with commas as text", "DQ01", flow, ({ value }) => withCommas(Number(value))),
  write(
    "a number with its unit in the cell",
    "DQ01",
    (book, random) => figure(book, random, ENERGY),
    ({ value }) => `${value} kWh`,
  ),
  write("a word for nothing", "DQ01", flow, (_, random) => pick(random, ["n/a", "TBC", "-", "Not Applicable"])),
  write("words for a number", "type-error", flow, (_, random) =>
    pick(random, ["see the other sheet", "awaiting invoices from estates", "as last year"]),
  ),
  write("a list's prompt left standing", "forbidden-value", flow, () => "< Select >"),
  write(
    "a filler of nines",
    "forbidden-value",
    (book, random) => figure(book, random, ["PAPER", "WATER"]),
    () => 999_999,
  ),
  write("a cell error", "DQ02", flow, (_, random) => pick(random, ["#REF!", "#DIV/0!", "#N/A", "#VALUE!"])),
  write(
    "an answer that is neither yes nor no",
    "constraint-error",
    (book, random) => figure(book, random, ["CYCLE"]),
    () => 3,
  ),
  write(
    "a figure at a system's limit",
    "truncated-value",
    (book, random) => figure(book, random, ["WATER", "PAPER"]),
    (_, random) => pick(random, [65_535, 32_767]),
  ),
];

const SIGNS: readonly Mutation[] = [
  write("a minus before a consumption", "DQ05", flow, ({ value }) => -Number(value)),
  write("a nought where there was a figure", "DQ05", flow, () => 0),
  write("a figure left out", "DQ05", flow, () => null),
  write(
    "a share over a hundred",
    "DQ07",
    (book, random) => figure(book, random, ["FLEET-LEV", "RENEWABLE-E"]),
    (_, random) => Math.round(between(random, 110, 180)),
  ),
  write(
    "a fraction among percentages",
    "DQ07",
    (book, random) => figure(book, random, ["FLEET-LEV", "RENEWABLE-E"], YEARS.length - 1),
    ({ value }) => Number((Number(value) / 100).toFixed(3)),
  ),
];

const SUMS: readonly Mutation[] = [
  write(
    "a scope that does not fit its footprint",
    "DQ08",
    (book, random) => figure(book, random, ["S1", "S2", "S3-CF"]),
    change(1.05, 1.12),
  ),
  write("a footprint typed wrong", "DQ08", (book, random) => figure(book, random, ["CF", "CFP"]), change(1.02, 1.1)),
  write(
    "a Footprint Plus below its Footprint",
    "DQ08",
    (book, random) => figure(book, random, ["CFP"]),
    change(0.16, 0.22),
  ),
  write(
    "a site's figure that no longer makes the trust's",
    "DQ06",
    (book, random) => siteFigure(book, random, "GAS"),
    change(1.1, 1.3),
  ),
  {
    kind: "a total typed over, and wrong",
    code: "DQ06",
    make(book, random) {
      const sheet = sheetOf(book, "LPT sites");
      const { cell, name } = spot(sheet, sheet.rows.length - 1, pick(random, [4, 5, 6]));
      cell.value = Math.round(Number(cell.value) * between(random, 1.05, 1.2));
      delete cell.formula;
      return name;
    },
  },
  {
    kind: "a total that leaves a row out",
    code: "DQ13",
    make(book, random) {
      const sheet = sheetOf(book, "LPT sites");
      const { cell, name } = spot(sheet, sheet.rows.length - 1, pick(random, [3, 4, 5, 6]));
      cell.formula = (cell.formula as string).replace(/(\d+)\)$/, (_, last) => `${Number(last) - 1})`);
      return name;
    },
  },
  {
    kind: "a typed number among formulas",
    code: "DQ13",
    make(book, random) {
      const sheet = sheetOf(book, "LPT sites");
      const { cell, name } = spot(sheet, sheet.rows.length - 1, pick(random, [4, 5, 6, 7]));
      delete cell.formula;
      return name;
    },
  },
  write(
    "a cost copied into a consumption",
    "DQ16",
    (book, random) => figure(book, random, ["WATER"]),
    (cell) => Math.round(Number(cell.value) * 6.5),
  ),
  write(
    "one site's landfill most of the trust's",
    "DQ17",
    (book, random) => siteFigure(book, random, "LANDFILL"),
    (cell) => Math.round(Number(cell.value) * 47),
  ),
];

const LAYOUT: readonly Mutation[] = [
  {
    kind: "a row twice with the same figures",
    code: "duplicate-row",
    make(book, random) {
      const sheet = sheetOf(book, "LPT sites");
      const row = SITE_FIRST_ROW + Math.floor(random() * 10);
      const copy = (sheet.rows[row] as Cell[]).map((each) => ({ ...each }));
      return insertSiteRow(sheet, copy);
    },
  },
  {
    kind: "a site twice with other figures",
    code: "primary-key",
    make(book, random) {
      const sheet = sheetOf(book, "LPT sites");
      const row = SITE_FIRST_ROW + Math.floor(random() * 10);
      const copy = (sheet.rows[row] as Cell[]).map((each, column) =>
        column === 5 ? { value: Math.round(Number(each.value) * 1.07) } : { ...each },
      );
      insertSiteRow(sheet, copy);
      return spot(sheet, row, 5).name;
    },
  },
  {
    kind: "a year's heading twice",
    code: "duplicate-label",
    make(book) {
      const { cell, name, sheet } = spot(sheetOf(book, "UHL"), HEADER_ROW, LAST);
      cell.value = (sheet.rows[HEADER_ROW] as Cell[])[LAST - 1]?.value ?? null;
      return name;
    },
  },
  {
    kind: "a year's heading left blank",
    code: "blank-label",
    make(book, random) {
      const { cell, name } = spot(sheetOf(book, "UHL"), HEADER_ROW, LAST - (random() < 0.5 ? 0 : 1));
      cell.value = null;
      return name;
    },
  },
  {
    kind: "a metric's name misspelt",
    code: "incorrect-label",
    make(book, random) {
      const sheet = sheetOf(book, "UHL");
      const { cell, name } = spot(sheet, rowOf(sheet, pick(random, ["ELEC", "WATER", "RECYCLING"])), 0);
      const text = String(cell.value);
      const at = 3 + Math.floor(random() * 2);
      cell.value = text.slice(0, at) + text.slice(at + 1);
      return name;
    },
  },
  {
    kind: "a blank row inside a table",
    code: "blank-row",
    make(book, random) {
      const sheet = sheetOf(book, "UHL");
      const row = HEADER_ROW + 3 + Math.floor(random() * 10);
      sheet.rows.splice(row, 0, []);
      return `${sheet.name}!A${row + 1}`;
    },
  },
  {
    kind: "a row the plan asks for, all blank",
    code: "required-value",
    make(book, random) {
      const sheet = sheetOf(book, "UHL");
      const row = rowOf(sheet, pick(random, ["FLEET-LEV", "RENEWABLE-E", "PAPER"]));
      for (let column = FIRST_YEAR_COLUMN; column <= LAST; column++) (sheet.rows[row]?.[column] as Cell).value = null;
      return spot(sheet, row, LAST).name;
    },
  },
  {
    kind: "a year that has not begun",
    code: "DQ11",
    make(book) {
      const sheet = sheetOf(book, "UHL");
      spot(sheet, HEADER_ROW, LAST).cell.value = "2026/27";
      return spot(sheet, HEADER_ROW + 1, LAST).name;
    },
  },
  {
    kind: "factors of another year named",
    code: "DQ09",
    make(book, random) {
      const sheet = sheetOf(book, "UHL");
      sheet.rows[1] = [
        { value: `Emissions by the UK Government conversion factors ${pick(random, [2019, 2020, 2021, 2022])}` },
      ];
      return `${sheet.name}!A2`;
    },
  },
  {
    kind: "calculation set to manual",
    code: "DQ02",
    make(book) {
      book.calculation = "manual";
      return null;
    },
  },
];

/** Adds a row below the sites and takes it into the totals. */
function insertSiteRow(sheet: Sheet, row: Cell[]): string {
  const at = sheet.rows.length - 1;
  sheet.rows.splice(at, 0, row);
  for (const each of sheet.rows[at + 1] as Cell[]) {
    if (each.formula !== undefined)
      each.formula = each.formula.replace(/(\d+)\)$/, (_, last) => `${Number(last) + 1})`);
  }
  return spot(sheet, at, 5).name;
}

const isDone = (row: Cell[]): boolean => row[3]?.value === "Complete";
const isOpen = (row: Cell[]): boolean => !isDone(row);

const ACTIONS: readonly Mutation[] = [
  write(
    "a due date that is none",
    "AC01",
    (book, random) => actionCell(book, random, "Due date"),
    (_, random) => pick(random, ["soon", "when funded", "31/02/2025"]),
  ),
  write(
    "a due date after the plan",
    "AC02",
    (book, random) => actionCell(book, random, "Due date", isOpen),
    () => "31/12/2027",
  ),
  write(
    "an action without an owner",
    "AC03",
    (book, random) => actionCell(book, random, "Owner", isOpen),
    (_, random) => pick(random, [null, "TBC"]),
  ),
  write(
    "an action id that is none of the plan's",
    "AC06",
    (book, random) => actionCell(book, random, "ID"),
    (_, random) => pick(random, ["ZZ4", "EF99", "Q7"]),
  ),
  write(
    "complete after the reporting date",
    "AC07",
    (book, random) => actionCell(book, random, "Completed", isDone),
    () => "31/05/2025",
  ),
  write(
    "complete at 60%",
    "AC07",
    (book, random) => actionCell(book, random, "% complete", isDone),
    () => 60,
  ),
  write(
    "100% and in progress",
    "AC07",
    (book, random) => actionCell(book, random, "Status", isDone),
    () => "In progress",
  ),
];

const MUTATIONS: readonly Mutation[] = [...UNITS, ...CHANGES, ...TEXTS, ...SIGNS, ...SUMS, ...LAYOUT, ...ACTIONS];

/** Healthy returns each with one mistake: every kind in turn, `rounds` times, from seeds that follow `seed`. */
export function mutants(seed: number, rounds: number): Mutant[] {
  return Array.from({ length: rounds }, (_, round) =>
    MUTATIONS.map(({ kind, code, make }, index): Mutant => {
      const own = seed + round * MUTATIONS.length + index;
      const book = healthyBook(own);
      const cell = make(book, randomFrom(own ^ 0x5eed));
      return { seed: own, kind, code, cell, book };
    }),
  ).flat();
}
