import { peoplesWords, withWords } from "../../src/report/source/people";
import { SheetLayout } from "../../src/report/layout/layout";
import type { ReportSheet } from "../../src/report/sheet";
import type { CellValue, SheetSnapshot } from "../../src/snapshot/snapshot";

/** Our sheet as planned, with these row references. */
function planned(keys: readonly string[]): ReportSheet {
  const layout = new SheetLayout("findings", "Findings", "Findings", "One table");
  layout.table({
    name: "GreenPlan_Findings",
    items: keys,
    key: ["Reference"],
    columns: [
      { header: "Reference", width: 10, cell: (key) => key },
      { header: "Commentary", width: 10 },
    ],
  });
  return layout.finish({ header: "", footer: "" });
}

/** Our sheet as a person left it. */
function left(rows: readonly (readonly CellValue[])[], formulas: Record<string, string> = {}): SheetSnapshot {
  const values = rows.map((row) => [...row]);
  return {
    name: "Findings",
    visibility: "visible",
    used: { top: 2, left: 0, bottom: 1 + rows.length, right: rows[0]!.length - 1 },
    values,
    formulas: values.map((row, r) => row.map((_, c) => formulas[`${r},${c}`] ?? null)),
    numberFormats: values.map((row) => row.map(() => "General")),
    hiddenRows: [],
    hiddenColumns: [],
    tables: [
      {
        name: "GreenPlan_Findings",
        area: { top: 2, left: 0, bottom: 1 + rows.length, right: rows[0]!.length - 1 },
        showHeaders: true,
        showTotals: false,
      },
    ],
    own: { kind: "findings", version: "0.1.0", title: "Findings" },
  };
}

describe("people's words", () => {
  const book = [planned(["b", "a"])];

  test("go with their row, wherever it stands now", () => {
    const words = peoplesWords(
      [
        left([
          ["Reference", "Commentary"],
          ["a", "first"],
          ["b", null],
        ]),
      ],
      book,
    );
    const { sheets, left: rest } = withWords(book, words);
    expect(sheets[0]!.tables[0]!.rows).toEqual([
      ["b", null],
      ["a", "first"],
    ]);
    expect(rest).toEqual([]);
  });

  test("bring the column they stand in with them", () => {
    const words = peoplesWords(
      [
        left([
          ["Reference", "Commentary", "Budget"],
          ["a", null, 1200],
        ]),
      ],
      book,
    );
    const [sheet] = withWords(book, words).sheets;
    expect(sheet!.tables[0]!.columns.map(({ header }) => header)).toEqual(["Reference", "Commentary", "Budget"]);
    expect(sheet!.tables[0]!.rows[1]).toEqual(["a", null, 1200]);
    expect(sheet!.size.columns).toBe(3);
    expect(sheet!.widths).toHaveLength(3);
  });

  test("that are a formula speak of their own row wherever it moves, and of others as before", () => {
    const sheet = left(
      [
        ["Reference", "Commentary", "Double"],
        ["a", 3, 6],
      ],
      { "1,2": "=B4*2+$B$4+Notes!B4+SUM(B4:B9)+B40" },
    );
    const [moved] = withWords(book, peoplesWords([sheet], book)).sheets;
    expect(moved!.tables[0]!.rows[1]![2]).toEqual({ formula: "=B5*2+$B$4+Notes!B4+SUM(B5:B9)+B40" });
  });

  test("whose row is gone are given back, not dropped", () => {
    const words = peoplesWords(
      [
        left([
          ["Reference", "Commentary"],
          ["gone", "keep me"],
        ]),
      ],
      book,
    );
    expect(withWords(book, words).left).toEqual([
      { table: "GreenPlan_Findings", row: "gone", column: "Commentary", words: "keep me" },
    ]);
  });

  test("are found by the order of columns where the header row was taken off", () => {
    const sheet = left([["a", "first", "mine"]]);
    const bare = { ...sheet, tables: sheet.tables.map((table) => ({ ...table, showHeaders: false })) };
    expect(peoplesWords([bare], book).map(({ row, column, words }) => [row, column, words])).toEqual([
      ["a", "Commentary", "first"],
      ["a", "Column 3", "mine"],
    ]);
  });

  test("are not looked for on sheets that are not ours", () => {
    const theirs = {
      ...left([
        ["Reference", "Commentary"],
        ["a", "x"],
      ]),
      own: null,
    };
    expect(peoplesWords([theirs], book)).toEqual([]);
  });
});
