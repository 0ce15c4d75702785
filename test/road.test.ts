import fc from "fast-check";
import { readFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { patched } from "../src/excel/read/patch";
import type { Choices } from "../src/outcome";
import { llrPack } from "../src/plan/llr";
import type { CellValue, SheetSnapshot, Snapshot } from "../src/snapshot/snapshot";
import { walk, walkEdited, type Trail } from "../src/road";
import { openExcel } from "../src/standin/index";
import { RULES } from "../src/validation/checking/catalogue";
import type { Reach } from "../src/validation/rules/rule";
import { snapshotOf } from "./bench/book";
import { healthyBook } from "./bench/healthy-return";
import { largeReturn } from "./bench/large-return";
import { snapshot as read } from "./excel/workbook";
import { siteData } from "./returns/eric-layout";
import { sheet, workbook, type Grid } from "./returns/grids";

jest.setTimeout(300_000);

/**
 * The road after an edit leads to exactly where the whole road leads: whatever is typed, wherever, on
 * returns of every shape, one edit after another.
 */

const choices: Choices = { asOf: null, today: "2025-04-30", period: null, organisations: [] };

interface Cell {
  readonly value: CellValue;
  readonly formula?: string | null;
  readonly format?: string;
}

interface Edit {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly cell: (before: CellValue) => Cell;
}

function edited(snapshot: Snapshot, { sheet: at, row, column, cell }: Edit): Snapshot {
  const old = snapshot.sheets[at]!;
  const { top, left } = old.used!;
  const { value, formula = null, format } = cell(old.values[row]![column]!);
  const now = patched(old, [
    {
      top: top + row,
      left: left + column,
      values: [[value]],
      formulas: [[formula]],
      ...(format === undefined ? {} : { numberFormats: [[format]] }),
    },
  ]);
  return now === old ? snapshot : { ...snapshot, sheets: snapshot.sheets.map((each) => (each === old ? now : each)) };
}

/** What the whole road says of a workbook nothing of which was ever seen before. */
function afresh(snapshot: Snapshot, chosen = choices): Trail {
  return walk(JSON.parse(JSON.stringify(snapshot)) as Snapshot, llrPack, chosen);
}

function expectSame(trail: Trail, chosen = choices): void {
  const whole = afresh(trail.outcome.snapshot, chosen);
  for (const key of Object.keys(whole.outcome) as (keyof Trail["outcome"])[]) {
    if (!isDeepStrictEqual(trail.outcome[key], whole.outcome[key]))
      expect(trail.outcome[key]).toEqual(whole.outcome[key]);
    if (!isDeepStrictEqual(trail.outcome[key], whole.outcome[key])) throw new Error(`${key} differs`);
  }
}

const scaled = fc
  .constantFrom(0.001, 0.01, 0.1, 0.5, 0.99, 1.001, 1.15, 1.609, 2, 3.6, 10, 100, 1000, -1)
  .map((by) => (before: CellValue): Cell => ({ value: typeof before === "number" ? before * by + 0 : 12_345 * by }));
const numbers = fc
  .oneof(
    fc.constantFrom(0, 1, 0.5, 47, 100, 150, -5, 2023, 2024, 202_404, 45_383, 999_999, 32_767, 12_000, 1e9, 0.001),
    fc.double({ min: -1e6, max: 1e8, noNaN: true }),
  )
  // Excel knows no negative nought.
  .map((value) => (): Cell => ({ value: value + 0 }));
const others = fc
  .constantFrom<Cell>(
    { value: null },
    { value: "n/a" },
    { value: "Not Applicable" },
    { value: "1,077" },
    { value: "12 kWh" },
    { value: "#DIV/0!" },
    { value: "2023/24" },
    { value: "Gas consumed (kWh)" },
    { value: "UHL" },
    { value: "Total" },
    { value: "Complete" },
    { value: true },
    { value: 77, formula: "=SUM(C3:C9)" },
    { value: 77, formula: "=1+76" },
    { value: 0.47, format: "0%" },
    { value: 45_383, format: "dd/mm/yyyy" },
  )
  .map((cell) => (): Cell => cell);
/** Mostly numbers for numbers: the way that is quick. */
const cells = fc.oneof(
  { arbitrary: scaled, weight: 6 },
  { arbitrary: numbers, weight: 3 },
  { arbitrary: others, weight: 2 },
);

function isNumber({ values }: SheetSnapshot, row: number, column: number): boolean {
  return typeof values[row]![column] === "number";
}

/** Places of a workbook, those of numbers more often than the rest. */
function editsOf(snapshot: Snapshot): fc.Arbitrary<Edit> {
  const places = snapshot.sheets.flatMap((each, at) =>
    each.values.flatMap((row, r) => row.map((_, c) => ({ sheet: at, row: r, column: c }))),
  );
  const figures = places.filter(({ sheet: at, row, column }) => isNumber(snapshot.sheets[at]!, row, column));
  const place = fc.oneof(
    { arbitrary: fc.constantFrom(...figures), weight: 5 },
    { arbitrary: fc.constantFrom(...places), weight: 1 },
  );
  return fc.tuple(place, cells).map(([at, cell]) => ({ ...at, cell }));
}

const years = ["2020/21", "2021/22", "2022/23", "2023/24"];
/** Sources that add up, a stated total of them, shares, a text among figures, another organisation, an action tracker. */
const mixed: Grid = [
  ["UHL return"],
  ["Metric", "Unit", ...years, "Target 2024/25"],
  ["Electricity consumed", "kWh", 4000, 3900, 3950, 3800, 3700],
  ["Gas", "MWh", 100, 95, 97, 90, 90],
  ["Oil", "kWh", 10, 9, 8, "n/a", 7],
  ["Water", "m³", 500, 510, 505, 0, 480],
  ["Floor area", "m²", 1000, 1000, 1010, 1010, 1010],
  ["Renewable electricity bought", "%", 0.5, 0.6, 0.7, 0.8, 1],
  ["Scope 1", "tCO2e", 40, 39, 38, 37, 36],
  ["Scope 2", "tCO2e", 30, 29, 28, 27, 26],
  ["Something else", "No.", 1, 2, 3, 4, 5],
];
const sites: Grid = [
  ["2023/24"],
  [
    "Trust code",
    "Site code",
    "Gas consumed (kWh)",
    "Electricity consumed (kWh)",
    "Water volume (m³)",
    "Gas cost (£)",
    "GIA (m²)",
  ],
  ...Array.from({ length: 12 }, (_, site) => [
    site % 6 === 5 ? "RXX" : "RWE",
    `R${site % 6 === 5 ? "XX" : "WE"}${String(site).padStart(2, "0")}`,
    1000 + 37 * site,
    500 + 11 * site,
    30 + site,
    60 + 2 * site,
    10 + site,
  ]),
  ["RWE", "RWE03", 1111, 533, 33, 66, 13],
  [
    "Total",
    null,
    { value: 15_000, formula: "=SUM(C3:C15)" },
    { value: 7000, formula: "=SUM(D3:D15)" },
    { value: 500, formula: "=SUM(E3:E15)" },
    1000,
    200,
  ],
];
const tracker: Grid = [
  ["Ref", "Action", "Status", "Owner", "Due", "% complete"],
  ["FN1", "Fleet review", "Complete", "A. Patel", 45_000, 100],
  ["CCA 1", "Climate", "In progress", "TBC", "March 2025", 50],
];
const months: Grid = [
  ["LPT"],
  ["Month", "Electricity (kWh)", "Gas (kWh)"],
  ...["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"].map((month, at) => [
    `${month}-${at < 9 ? 22 : 23}`,
    100 + at,
    900 - 50 * at,
  ]),
];

/** A trust's sites, and beside them its own statement, which agrees with them. */
const ofSites: Grid = [
  ["2023/24"],
  ["Site code", "Gas consumed (kWh)", "Water volume (m³)"],
  ["RT501", 100, 10],
  ["RT502", 200, 20],
  ["RT503", 300, 30],
];
const ofTrust: Grid = [
  ["LPT"],
  ["Metric", "Unit", "2022/23", "2023/24"],
  ["Gas consumed", "kWh", 90, 600],
  ["Water volume", "m³", 61, 60],
];

async function sampleReturn(): Promise<Snapshot> {
  const file = readFileSync(path.resolve(__dirname, "../assets/sample-return.xlsx"));
  return read(await openExcel(file, { fileName: "sample-return.xlsx", recalculate: false }));
}

const returns: readonly (readonly [name: string, runs: number, make: () => Snapshot | Promise<Snapshot>])[] = [
  ["the sample return", 25, sampleReturn],
  [
    "a return of metrics down, of sites, of months, with a tracker",
    120,
    () => workbook([sheet("UHL", mixed), sheet("Sites", sites), sheet("Actions", tracker), sheet("LPT", months)]),
  ],
  [
    "a trust's sites, and its own statement that agrees with them",
    120,
    () => workbook([sheet("LPT sites", ofSites), sheet("LPT", ofTrust)]),
  ],
  ["a trust's healthy return", 50, () => snapshotOf(healthyBook(7))],
  [
    "a national collection in the layout of ERIC",
    25,
    () => workbook([siteData({ subtotals: true })], { fileName: "ERIC 2016-17.xlsx" }),
  ],
  ["yearly sheets with a row a site", 20, () => largeReturn(4_000, "dense")],
];

/** One edit, or several told together, as when formulas follow what was typed. */
function afterEdits(trail: Trail, together: readonly Edit[], chosen = choices): Trail {
  return walkEdited(trail, together.reduce(edited, trail.outcome.snapshot), chosen);
}

function chainsOf(snapshot: Snapshot): fc.Arbitrary<Edit[][]> {
  return fc.array(fc.array(editsOf(snapshot), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
}

describe.each(returns)("%s", (_, runs, make) => {
  test("is checked after edits as it would be afresh", async () => {
    const first = walk(await make(), llrPack, choices);
    fc.assert(
      fc.property(chainsOf(first.outcome.snapshot), (chain) => {
        expectSame(chain.reduce((trail, together) => afterEdits(trail, together), first));
      }),
      { numRuns: runs },
    );
  });
});

/** UHL's electricity of 2021/22 in the return of several shapes. */
const figure = { sheet: 0, row: 2, column: 3 };
const several = () => returns[1]![2]() as Snapshot;
const to = (value: CellValue) => ({ ...figure, cell: () => ({ value }) });

test("a figure that gives way to another leaves tables, headings and mapping as they were found", () => {
  const first = walk(several(), llrPack, choices);
  const again = afterEdits(first, [to(4100)]);
  const { tables, mapping } = first.outcome.reading;
  expect(again.outcome.reading.tables).toBe(tables);
  expect(again.outcome.reading.mapping).toBe(mapping);
  expect(again.outcome.reading.observations.find(({ place }) => place.cell === "UHL!D3")?.value).toBe(4100);
  expectSame(again);
});

test.each([null, "n/a", 2023, "2023/24"])("what is no plain number (%s) is read with all the rest", (value) => {
  const first = walk(several(), llrPack, choices);
  const again = afterEdits(first, [to(value)]);
  expect(again.outcome.reading.tables).not.toBe(first.outcome.reading.tables);
  expectSame(again);
});

test("nothing edited is nothing to do, and other choices are another road", () => {
  const first = walk(several(), llrPack, choices);
  expect(walkEdited(first, first.outcome.snapshot, { ...choices })).toBe(first);
  const earlier = { ...choices, asOf: "2023-03-31" };
  expectSame(walkEdited(first, first.outcome.snapshot, earlier), earlier);
});

test("one organisation's outcome follows an edit as that of all does", () => {
  const chosen = { ...choices, organisations: ["RWE"] };
  const first = walk(several(), llrPack, chosen);
  fc.assert(
    fc.property(chainsOf(first.outcome.snapshot), (chain) => {
      expectSame(
        chain.reduce((trail, together) => afterEdits(trail, together, chosen), first),
        chosen,
      );
    }),
    { numRuns: 30 },
  );
});

test("a rule of figures that claimed to look at the layout alone would be found out", () => {
  const rule = RULES.find(({ code }) => code === "DQ05")!;
  const first = walk(several(), llrPack, choices);
  const claim = jest.replaceProperty(rule as { reach: Reach }, "reach", "layout");
  const again = afterEdits(first, [to(-4100)]);
  claim.restore();
  expect(() => expectSame(again)).toThrow();
  expectSame(afterEdits(first, [to(-4100)]));
});
