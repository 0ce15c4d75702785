import fc from "fast-check";
import { sheet } from "./grids";
import { layouts, type Layout, type Rows } from "./layouts";
import { lines, read } from "./reading";

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

/** The cells of some columns in another order, in every row alike. */
function withColumnsMoved(rows: Rows, columns: readonly number[], order: readonly number[]): Rows {
  const at = new Map(columns.map((column, index) => [column, order[index]!]));
  return rows.map((row) => (row.length === 1 ? row : row.map((_, column) => row[at.get(column) ?? column])));
}

describe.each(layouts)("$name", ({ head, body, anyOrder, columns }: Layout) => {
  const rows = [...head, ...body];
  const expected = figuresOf(rows);

  test("gives figures at all", () => {
    expect(expected.length).toBeGreaterThanOrEqual(3);
  });

  test("its rows may stand in any order, where their order says nothing", () => {
    const free = anyOrder ? [...body] : [];
    fc.assert(
      fc.property(fc.shuffledSubarray(free, { minLength: free.length }), (moved) => {
        const shuffled = anyOrder ? moved : body;
        expect(figuresOf([...head, ...shuffled])).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  test("its columns may stand in any order, where it says nothing", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...columns], { minLength: columns.length }), (order) => {
        expect(figuresOf(withColumnsMoved(rows, columns, order))).toEqual(expected);
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

  test("it may stand anywhere on the sheet, with empty formatted cells and spaces around it", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(200), fc.nat(30), (row, column, below) => {
        const around = [...rows, ...Array.from({ length: below }, () => [null, " ", null])];
        expect(figuresOf(around, { row, column })).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});

test("sheets may stand in any order", () => {
  const sheets = layouts.map(({ name, head, body }) => sheet(name.slice(0, 31), [...head, ...body]));
  const expected = lines(read(sheets));
  fc.assert(
    fc.property(fc.shuffledSubarray(sheets, { minLength: sheets.length }), (shuffled) => {
      expect(lines(read(shuffled))).toEqual(expected);
    }),
    { numRuns: 10 },
  );
});
