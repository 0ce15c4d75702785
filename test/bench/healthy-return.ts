import { llrPack } from "../../src/plan/llr";
import { financialYear } from "../../src/plan/periods";
import { sheet, workbook } from "../returns/grids";
import type { Snapshot } from "../../src/returns/snapshot";

/**
 * Returns with nothing wrong in them, made up from a seed: a sheet for each trust with metrics down
 * and five years across, a sheet of a trust's sites with a total, and an action tracker. The base on
 * which the mutation benchmark makes one mistake at a time.
 */

/** A cell of a workbook in the making; a formula is a SUM over its own column, recalculated before reading. */
export interface Cell {
  value: string | number | null;
  formula?: string;
}

export interface Sheet {
  name: string;
  rows: Cell[][];
}

export interface Book {
  sheets: Sheet[];
  calculation: "automatic" | "manual";
}

/** A stream of numbers from 0 to 1 that a seed settles (mulberry32). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

export function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T;
}

export const YEARS = [2020, 2021, 2022, 2023, 2024].map((start) => financialYear(start).label);
export const FIRST_YEAR_COLUMN = 2;
export const HEADER_ROW = 2;
export const AS_OF = "2025-03-31";

/** Lines of a trust's sheet, with a first year's figure for UHL; LPT's are a fifth of it. */
const LINES: readonly (readonly [metric: string, unit: string, size: number])[] = [
  ["ELEC", "kWh", 41_234_567],
  ["GAS", "kWh", 95_123_456],
  ["OIL", "kWh", 1_234_321],
  ["WATER", "m³", 357_913],
  ["RECYCLING", "tonnes", 1_637.4],
  ["INCINERATION", "tonnes", 843.7],
  ["FLEET-MILES", "miles", 1_243_517],
  ["GREY-MILES", "miles", 3_417_233],
  ["GIA", "m²", 331_271],
  ["CONTACTS", "contacts", 1_512_347],
  ["PAPER", "reams", 51_237],
  ["FLEET-LEV", "%", 41],
  ["RENEWABLE-E", "%", 62],
  ["CYCLE", "yes/no", 1],
];

/** Pounds for one of the unit, as trusts pay it. */
const PRICES: Readonly<Record<string, number>> = { ELEC: 0.21, GAS: 0.061, WATER: 2.9 };

const EMISSIONS = ["S1", "S2", "S3-CF", "CF", "S3-PLUS", "CFP"] as const;
export const SITE_METRICS = ["GIA", "ELEC", "GAS", "WATER", "ELEC-COST", "GAS-COST"] as const;
export const SITE_FIRST_ROW = 3;
const SITES = 10;

export function titleOf(metric: string): string {
  const found = llrPack.metrics.find(({ id }) => id === metric);
  if (found === undefined) throw new Error(`The plan has no metric ${metric}`);
  return found.title;
}

const cell = (value: string | number | null): Cell => ({ value });
const texts = (...values: (string | number | null)[]): Cell[] => values.map(cell);

/** A workbook with no mistake in it. */
export function healthyBook(seed: number): Book {
  const random = randomFrom(seed);
  const uhl = trustFigures(random, 1);
  const lpt = trustFigures(random, 0.2);
  const sites = siteSheet(random, lpt);
  return {
    calculation: "automatic",
    sheets: [
      trustSheet("UHL", "University Hospitals of Leicester NHS Trust", uhl),
      trustSheet("LPT", "Leicestershire Partnership NHS Trust", lpt),
      sites,
      trackerSheet(random),
    ],
  };
}

type Figures = Map<string, (number | string)[]>;

function trustFigures(random: Random, scale: number): Figures {
  const figures: Figures = new Map();
  for (const [metric, unit, size] of LINES)
    figures.set(metric, lineOf(random, metric, unit, size * (unit === "%" ? 1 : scale)));
  for (const [metric, price] of Object.entries(PRICES)) {
    const amounts = figures.get(metric) as number[];
    let now = price * between(random, 0.9, 1.1);
    figures.set(
      `${metric}-COST`,
      amounts.map((amount) => Math.round(amount * (now *= between(random, 0.98, 1.05)))),
    );
  }
  for (const [metric, values] of emissions(random, scale)) figures.set(metric, values);
  return figures;
}

/** A year's figure is the last one's with a few percent up or down: what meters really do. */
function lineOf(random: Random, metric: string, unit: string, size: number): (number | string)[] {
  if (unit === "yes/no") return YEARS.map(() => "Yes");
  let value = size * between(random, 0.9, 1.1);
  const spread = metric === "GIA" ? 0.015 : 0.06;
  const fine = unit === "tonnes" || unit === "%" ? 1 : 0;
  let last = Number.NaN;
  return YEARS.map(() => {
    let now = Number(value.toFixed(fine));
    // A meter does not read the same twice: without a mistake no figure repeats the one before it.
    if (now === last) now = Number((now + 10 ** -fine).toFixed(fine));
    last = now;
    value =
      unit === "%" ? Math.min(99, value + between(random, 1, 5)) : value * between(random, 1 - spread, 1 + spread);
    return now;
  });
}

function emissions(random: Random, scale: number): Figures {
  const [s1, s2, s3, more] = [27_431, 9_312, 11_243, 151_237].map(
    (size) => lineOf(random, "S1", "tCO2e", size * scale) as number[],
  ) as [number[], number[], number[], number[]];
  const plus = s3.map((value, index) => value + (more[index] as number));
  const sum = (third: number[]): number[] =>
    third.map((value, index) => value + (s1[index] as number) + (s2[index] as number));
  return new Map<string, (number | string)[]>([
    ["S1", s1],
    ["S2", s2],
    ["S3-CF", s3],
    ["CF", sum(s3)],
    ["S3-PLUS", plus],
    ["CFP", sum(plus)],
  ]);
}

function unitOf(metric: string): string {
  if (metric.endsWith("-COST")) return "£";
  return (EMISSIONS as readonly string[]).includes(metric) ? "tCO2e" : (LINES.find(([id]) => id === metric)?.[1] ?? "");
}

function trustSheet(name: string, title: string, figures: Figures): Sheet {
  const rows = [texts(`${title}: sustainability return`), [], texts("Metric", "Unit", ...YEARS)];
  for (const [metric, values] of figures) rows.push(texts(titleOf(metric), unitOf(metric), ...values));
  return { name, rows };
}

/** LPT's sites in the last year, whose sums are the trust's own figures of that year; and landfill, which only sites give. */
function siteSheet(random: Random, trust: Figures): Sheet {
  const weights = Array.from({ length: SITES }, () => between(random, 0.5, 1.6));
  const columns = SITE_METRICS.map((metric) => {
    if (metric.endsWith("-COST")) return [];
    const total = (trust.get(metric) as number[])[YEARS.length - 1] as number;
    return split(random, total, weights);
  });
  for (const [index, metric] of SITE_METRICS.entries()) {
    if (!metric.endsWith("-COST")) continue;
    const fuel = metric.slice(0, -5);
    const amounts = columns[SITE_METRICS.indexOf(fuel as "GAS")] as number[];
    columns[index] = amounts.map((amount) =>
      Math.round(amount * (PRICES[fuel] as number) * between(random, 0.95, 1.05)),
    );
    const sum = columns[index].reduce((so, each) => so + each, 0);
    (trust.get(metric) as number[])[YEARS.length - 1] = sum;
  }
  const landfill = weights.map((weight) => Number((weight * between(random, 9, 14)).toFixed(1)));
  const rows = [
    texts(`Leicestershire Partnership NHS Trust: sites, ${YEARS[YEARS.length - 1] as string}`),
    [],
    texts(
      "Trust Code",
      "Site Code",
      "Site Name",
      ...SITE_METRICS.map((metric) => `${titleOf(metric)} (${unitOf(metric)})`),
      `${titleOf("LANDFILL")} (tonnes)`,
    ),
    ...weights.map((_, site) =>
      texts(
        "RT5",
        `RT5${String.fromCharCode(65 + site)}1`,
        `${SITE_NAMES[site] as string}`,
        ...columns.map((column) => column[site] as number),
        landfill[site] as number,
      ),
    ),
  ];
  rows.push([
    cell("Total"),
    cell(null),
    cell(null),
    ...[...SITE_METRICS, "LANDFILL"].map((_, index) => totalCell(index + 3)),
  ]);
  const made = { name: "LPT sites", rows };
  recalculateSheet(made);
  return made;
}

const SITE_NAMES = [
  "Glenside Hospital",
  "Bradgate Unit",
  "Evington Centre",
  "Coalville Hospital",
  "Hinckley Hospital",
  "Loughborough Hospital",
  "Melton Hospital",
  "Rutland Hospital",
  "Fielding Hospital",
  "Stewart House",
];

function split(random: Random, total: number, weights: readonly number[]): number[] {
  const shares = weights.map((weight) => weight * between(random, 0.88, 1.12));
  const sum = shares.reduce((so, each) => so + each, 0);
  const parts = shares.map((share) => Math.round((total * share) / sum));
  parts[0] = (parts[0] as number) + total - parts.reduce((so, each) => so + each, 0);
  return parts;
}

export function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

function totalCell(column: number): Cell {
  const at = letters(column);
  return { value: 0, formula: `=SUM(${at}${SITE_FIRST_ROW + 1}:${at}${SITE_FIRST_ROW + SITES})` };
}

/** Works out every SUM of a sheet anew, as Excel would after an edit. */
export function recalculateSheet({ rows }: Sheet): void {
  for (const row of rows) {
    row.forEach((each, column) => {
      const range = /^=SUM\([A-Z]+(\d+):[A-Z]+(\d+)\)$/.exec(each.formula ?? "");
      if (range === null) return;
      const summed = rows.slice(Number(range[1]) - 1, Number(range[2])).map((above) => above[column]?.value);
      each.value = Number(
        summed.reduce<number>((so, value) => so + (typeof value === "number" ? value : 0), 0).toPrecision(15),
      );
    });
  }
}

/** Actions of the plan without twins, each with an owner, a status its dates bear out, and a due date within the plan. */
function trackerSheet(random: Random): Sheet {
  const actions = llrPack.actions.filter(({ twins, metrics }) => twins.length === 0 && metrics.length > 0).slice(0, 14);
  const rows = [
    texts("Green plan actions"),
    [],
    texts("ID", "Action", "Owner", "Status", "Due date", "Start date", "Completed", "% complete"),
  ];
  for (const { id, title } of actions) {
    const done = random() < 0.4;
    const due = pick(random, ["31/03/2024", "30/06/2024", "31/12/2024", "31/03/2025", "30/06/2025"]);
    rows.push(
      texts(
        id,
        title,
        pick(random, ["A. Patel", "J. Smith", "M. Okoro"]),
        done ? "Complete" : "In progress",
        due,
        "01/10/2022",
        done ? "15/03/2024" : null,
        done ? 100 : 50,
      ),
    );
  }
  return { name: "Actions", rows };
}

/** The workbook as the reader sees it. */
export function snapshotOf(book: Book): Snapshot {
  for (const each of book.sheets) recalculateSheet(each);
  const made = workbook(
    book.sheets.map(({ name, rows }) =>
      sheet(
        name,
        rows.map((row) => row.map(({ value, formula }) => (formula === undefined ? value : { value, formula }))),
      ),
    ),
    { fileName: "Sustainability return.xlsx" },
  );
  return { ...made, calculation: book.calculation };
}
