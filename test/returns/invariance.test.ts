import fc from "fast-check";
import type { GridCell } from "./grids";
import { sheet } from "./grids";
import { lines, read } from "./reading";

type Rows = readonly (readonly GridCell[])[];

/** Tables of every shape; `head` rows stand still, `body` rows may change places where their order says nothing. */
const shapes: readonly { readonly name: string; readonly head: Rows; readonly body: Rows }[] = [
  {
    name: "metrics down, periods across",
    head: [["UHL return"], ["Metric", "Unit", "2022/23", "2023/24", "Target 2024/25"]],
    body: [
      ["Electricity consumed", "kWh", 40, 39, 38],
      ["Gas", "MWh", 100, 95, 90],
      ["Water", "m³", 500, 510, 480],
      ["Renewable electricity bought", "%", 50, 60, 100],
      ["Something else", "No.", 1, 2, 3],
    ],
  },
  {
    name: "periods down, metrics across",
    head: [["LPT"], ["Financial year", "Electricity (kWh)", "Gas (kWh)", "Comments"]],
    body: [
      ["2021/22", 1, 2, "as billed"],
      ["2022/23", 3, 4, null],
      ["2023/24", 5, 6, "estimated"],
    ],
  },
  {
    name: "long list",
    head: [["Organisation", "Metric", "Period", "Value", "Unit"]],
    body: [
      ["UHL", "Gas", "2022/23", 10, "MWh"],
      ["RT5", "Electricity", "2023/24", 20, "kWh"],
      ["NUH", "Electricity", "2023/24", 70, "kWh"],
      ["RWE", "Gas cost", "2023/24", 30, "£k"],
    ],
  },
  {
    name: "one row a site, grouped headings over the columns",
    head: [
      ["2023/24"],
      [null, null, null, "Energy", null, "Water services", null],
      [
        "Trust code",
        "Site code",
        "Site type",
        "Gas consumed (kWh)",
        "Electricity consumed (kWh)",
        "Water volume (m³)",
        "Water cost (£)",
      ],
    ],
    body: [
      ["RWE", "RWEAA", "General acute", 10, 1, 3, 5],
      ["RWE", "RWEAE", "General acute", 20, 2, "Not Applicable", 6],
      ["RT5", "AGGRE", "Aggregate", 30, 3, 4, 7],
      ["RXX", "RXX01", "Community", 99, 98, 97, 96],
    ],
  },
];

function figuresOf(rows: Rows, at = { row: 0, column: 0 }): string[] {
  return lines(read([sheet("Return", rows, { at })]));
}

function withBlankRows(rows: Rows, before: readonly number[]): Rows {
  return rows.flatMap((row, index) => [...Array.from({ length: before[index] ?? 0 }, () => []), row]);
}

function withBlankColumns(rows: Rows, before: readonly number[]): Rows {
  return rows.map((row) =>
    row.flatMap((cell, index) => [...Array.from({ length: before[index] ?? 0 }, () => null), cell]),
  );
}

const gaps = (count: number) => fc.array(fc.constantFrom(0, 0, 0, 1, 2), { minLength: count, maxLength: count });

describe.each(shapes)("$name", ({ head, body }) => {
  const rows = [...head, ...body];
  const expected = figuresOf(rows);

  test("gives figures at all", () => {
    expect(expected.length).toBeGreaterThanOrEqual(3);
  });

  test("its rows may stand in any order", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...body], { minLength: body.length }), (shuffled) => {
        expect(figuresOf([...head, ...shuffled])).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  test("blank rows may stand between any of its rows", () => {
    fc.assert(
      fc.property(gaps(rows.length), (before) => {
        expect(figuresOf(withBlankRows(rows, before))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  test("blank columns may stand between any of its columns", () => {
    fc.assert(
      fc.property(gaps(7), (before) => {
        expect(figuresOf(withBlankColumns(rows, before))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  test("it may stand anywhere on the sheet", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(200), (row, column) => {
        expect(figuresOf(rows, { row, column })).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});
