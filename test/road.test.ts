import fc from "fast-check";
import { readFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { readReturn, rereadReturn } from "../src/excel/job";
import type { CellsEdited } from "../src/excel/host/events";
import { runExcel } from "../src/excel/host/run";
import type { Choices, Outcome } from "../src/outcome";
import { llrPack } from "../src/plan/llr";
import { outcomeOf } from "../src/road";
import { cellAddress } from "../src/snapshot/addresses";
import type { SheetSnapshot, Snapshot } from "../src/snapshot/snapshot";
import { openExcel, type OpenedExcel } from "../src/standin/index";
import { snapshotOf } from "./bench/book";
import { healthyBook } from "./bench/healthy-return";
import { workbookOf } from "./excel/workbook";
import { sheet, workbook, type Grid } from "./returns/grids";

jest.setTimeout(120_000);

/**
 * After an edit only the edited cells are read from Excel, and the road is gone again: whatever is
 * typed, wherever, the outcome is the one of a workbook read as a whole.
 */

const choices: Choices = { asOf: null, today: "2025-04-30", period: null, organisations: [] };

interface Edit extends CellsEdited {
  readonly sheet: string;
  readonly address: string;
  readonly entry: string | number | boolean;
  readonly format?: string;
}

async function type(opened: OpenedExcel, edits: readonly Edit[]): Promise<void> {
  await runExcel(opened.Excel, async (context) => {
    for (const { sheet: name, address, entry, format } of edits) {
      const cell = context.workbook.worksheets.getItem(name).getRange(address);
      cell.formulas = [[entry]];
      if (format !== undefined) cell.numberFormat = [[format]];
    }
    await context.sync();
  });
}

/** The outcome after edits, which is the one that a reading of the whole workbook gives. */
async function afterEdits(opened: OpenedExcel, before: Outcome, edits: readonly Edit[], chosen = choices) {
  await type(opened, edits);
  const again = await rereadReturn(opened.Excel, { before: before.snapshot, edited: edits }, llrPack, chosen);
  expectSame(again, await readReturn(opened.Excel, llrPack, chosen));
  return again;
}

/** Jest's own comparison is slow on whole outcomes: it is asked only to word a difference. */
function expectSame(outcome: Outcome, expected: Outcome): void {
  if (!isDeepStrictEqual(outcome, expected)) expect(outcome).toEqual(expected);
  expect(isDeepStrictEqual(outcome, expected)).toBe(true);
}

/** Mostly numbers, as people mistype them; now and then something that is no number. */
const entries = fc.oneof(
  {
    arbitrary: fc.constantFrom(0, 1, 0.47, 150, -5, 2023, 45_383, 999_999, 1e9, 3.6, 12_345, -4100, 0.001),
    weight: 3,
  },
  { arbitrary: fc.double({ min: -1e6, max: 1e8, noNaN: true }).map((value) => value + 0), weight: 2 },
  {
    arbitrary: fc.constantFrom(
      "",
      "n/a",
      "'1,077",
      "12 kWh",
      "=1/0",
      "'2023/24",
      "Gas consumed (kWh)",
      "UHL",
      "Total",
      "Complete",
      true,
      "=SUM(C3:C5)",
      "=1+76",
    ),
    weight: 2,
  },
);

/** Edits of a workbook's cells, those of numbers more often than the rest; a few change the cell's format as well. */
function editsOf({ sheets }: Snapshot): fc.Arbitrary<Edit[]> {
  const cells = sheets
    .filter(({ own }) => own === null)
    .flatMap(({ name, used, values }) =>
      values.flatMap((row, r) =>
        row.map((value, c) => ({
          value,
          sheet: name,
          address: cellAddress((used?.top ?? 0) + r, (used?.left ?? 0) + c),
        })),
      ),
    );
  const place = fc.oneof(
    { arbitrary: fc.constantFrom(...cells.filter(({ value }) => typeof value === "number")), weight: 5 },
    { arbitrary: fc.constantFrom(...cells), weight: 1 },
  );
  const edit = fc
    .tuple(place, entries, fc.constantFrom(undefined, undefined, undefined, "0%", "dd/mm/yyyy"))
    .map(([at, entry, format]): Edit => ({ ...at, entry, ...(format === undefined ? {} : { format }) }));
  return fc.array(edit, { minLength: 1, maxLength: 3 });
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

async function openSample(): Promise<OpenedExcel> {
  const file = readFileSync(path.resolve(__dirname, "../assets/sample-return.xlsx"));
  return openExcel(file, { fileName: "sample-return.xlsx", recalculate: false });
}

async function opened(sheets: readonly SheetSnapshot[]): Promise<OpenedExcel> {
  const made = await workbookOf(sheets);
  const formulas = sheets.flatMap(({ name, formulas: rows }) =>
    rows.flatMap((row, r) =>
      row.flatMap((entry, c) => (entry === null ? [] : [{ sheet: name, address: cellAddress(r, c), entry }])),
    ),
  );
  await type(made, formulas);
  return made;
}

const several = [sheet("UHL", mixed), sheet("Sites", sites), sheet("Actions", tracker), sheet("LPT", months)];

const returns: readonly (readonly [name: string, runs: number, open: () => Promise<OpenedExcel>])[] = [
  ["the sample return", 4, openSample],
  ["a return of metrics down, of sites, of months, with a tracker", 15, () => opened(several)],
  [
    "a trust's sites, and its own statement that agrees with them",
    15,
    () => opened([sheet("LPT sites", ofSites), sheet("LPT", ofTrust)]),
  ],
  ["a trust's healthy return", 4, () => opened(snapshotOf(healthyBook(7)).sheets)],
];

describe.each(returns)("%s", (_, runs, open) => {
  test("is checked after edits as if all of it had been read", async () => {
    const excel = await open();
    let outcome = await readReturn(excel.Excel, llrPack, choices);
    await fc.assert(
      fc.asyncProperty(editsOf(outcome.snapshot), async (edits) => {
        outcome = await afterEdits(excel, outcome, edits);
      }),
      { numRuns: runs },
    );
  });
});

test("one organisation's outcome follows an edit as that of all does", async () => {
  const chosen = { ...choices, organisations: ["RWE"] };
  const excel = await opened(several);
  let outcome = await readReturn(excel.Excel, llrPack, chosen);
  for (const [address, entry] of [
    ["D3", 4100],
    ["E5", "n/a"],
    ["C3", -4100],
  ] as const)
    outcome = await afterEdits(excel, outcome, [{ sheet: "UHL", address, entry }], chosen);
});

test("a figure's edit is seen in its observation and in what is found wrong with it", async () => {
  const excel = await opened(several);
  const first = await readReturn(excel.Excel, llrPack, choices);
  const again = await afterEdits(excel, first, [{ sheet: "UHL", address: "D3", entry: -4100 }]);
  expect(again.reading.observations.find(({ place }) => place.cell === "UHL!D3")?.value).toBe(-4100);
  const signs = ({ findings }: Outcome) =>
    findings.filter(({ code, cells }) => code === "DQ05" && cells[0] === "UHL!D3");
  expect([signs(first).length, signs(again).length]).toEqual([0, 1]);
});

test("nothing edited gives the same outcome, and another reporting date its own", async () => {
  const excel = await opened(several);
  const first = await readReturn(excel.Excel, llrPack, choices);
  expectSame(await afterEdits(excel, first, []), first);
  const earlier = await afterEdits(excel, first, [], { ...choices, asOf: "2023-03-31" });
  expect(earlier.asOf).toBe("2023-03-31");
});

test("the same workbook and choices give the same outcome", () => {
  const snapshot = workbook(several);
  const copy = JSON.parse(JSON.stringify(snapshot)) as Snapshot;
  expectSame(outcomeOf(copy, llrPack, choices), outcomeOf(snapshot, llrPack, choices));
});

test("an outcome is plain data, which a worker can send", () => {
  expect(notPlain(outcomeOf(workbook(several), llrPack, choices))).toEqual([]);
});

/** Where a value holds anything but objects, lists, texts, numbers, yes, no and nothing. */
function notPlain(value: unknown, at = "outcome", seen = new Set<unknown>()): string[] {
  if (typeof value === "function" || typeof value === "symbol") return [at];
  if (typeof value !== "object" || value === null || seen.has(value)) return [];
  seen.add(value);
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return [at];
  const descriptors = Object.entries(Object.getOwnPropertyDescriptors(value));
  return descriptors.flatMap(([name, { get, value: inner }]) =>
    get === undefined ? notPlain(inner, `${at}.${name}`, seen) : [`${at}.${name}`],
  );
}
