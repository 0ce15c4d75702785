import { version as packageVersion } from "../../package.json";
import type { Outcome } from "../../src/outcome";
import { reportBook } from "../../src/report/book/book";
import { isFormula, isLink, type ReportCell, type ReportSheet, type ReportTable } from "../../src/report/sheet";
import { version } from "../../src/report/source/version";
import { exampleOutcome, returnSheets, snapshotOf } from "./outcome";

const emptyOutcome = (): Outcome => {
  const full = exampleOutcome();
  const reading = { ...full.reading, observations: [], tables: [], actions: [], notUnderstood: [] };
  return { ...full, reading, totals: [], findings: [], assessments: [], actions: [] };
};

const sheetOf = (sheets: readonly ReportSheet[], kind: string) => sheets.find((sheet) => sheet.kind === kind)!;
const tableOf = (sheets: readonly ReportSheet[], name: string) =>
  sheets.flatMap(({ tables }) => tables).find((table) => table.name === name)!;
const columnOf = (table: ReportTable, header: string): ReportCell[] =>
  table.rows.map((row) => row[table.columns.findIndex((column) => column.header === header)]!);

describe.each([
  ["a full return", exampleOutcome],
  ["a return in which nothing was found", emptyOutcome],
])("the report book of %s", (_, outcome) => {
  const { sheets } = reportBook(outcome());
  const tables = sheets.flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));

  test("has the sheets of the report, then those on which people decide", () => {
    expect(sheets.map(({ name }) => name)).toEqual([
      "Contents",
      "Board Report",
      "What Changed",
      "Paper Text",
      "Board Questions",
      "Action Status",
      "Trajectories",
      "Charts",
      "Findings",
      "Annual Review",
      "Green Plan Facts",
      "Notes",
      "Green Plan Mapping",
      "Green Plan Explanations",
      "Green Plan Settings",
      "Green Plan History",
      "Green Plan As Read",
    ]);
  });

  test("opens each sheet with a title in A1 and what it holds in A2", () => {
    for (const { paragraphs } of sheets) {
      expect(paragraphs[0]).toMatchObject({ row: 0, style: "title" });
      expect(paragraphs[1]).toMatchObject({ row: 1, style: "description" });
    }
  });

  test("says in A2 how many tables there are", () => {
    const words = [
      "No table",
      "One table",
      "Two tables",
      "Three tables",
      "Four tables",
      "Five tables",
      "Six tables",
      "Seven tables",
    ];
    for (const { paragraphs, tables, name } of sheets) {
      expect([name, String(paragraphs[1]!.cell).split(":")[0]]).toEqual([
        name,
        words[tables.length] ?? `${tables.length} tables`,
      ]);
    }
  });

  test("heads every column of every table, and no two alike", () => {
    for (const { table } of tables) {
      const headers = table.columns.map(({ header }) => header.trim().toLowerCase());
      expect(headers).not.toContain("");
      expect(new Set(headers).size).toBe(headers.length);
    }
  });

  test("names every table once, and gives none no rows", () => {
    const names = tables.map(({ table }) => table.name);
    expect(new Set(names).size).toBe(names.length);
    for (const { table } of tables) expect(table.rows.length).toBeGreaterThan(0);
  });

  test("lets no two blocks of a sheet meet", () => {
    for (const { paragraphs, tables } of sheets) {
      const rows = [
        ...paragraphs.map(({ row }) => row),
        ...tables.flatMap(({ row, rows }) => Array.from({ length: rows.length + 1 }, (_, at) => row + at)),
      ];
      expect(new Set(rows).size).toBe(rows.length);
    }
  });

  /** Columns that people write in though each cell is read back and written anew. */
  const toFillIn = [
    "Label",
    ...["Explanation", "Who", "Why", "Label", "Agreed by", "Name or role", "Meeting"],
    ...["Supplied by", "Method or factor set", "Note"],
  ];

  test("leaves no text cell blank without a reason but those that people fill", () => {
    // A copy of the return's cells is as blank as they are.
    for (const { table } of tables.filter(({ table: { name } }) => !name.startsWith("GreenPlan_AsRead"))) {
      table.columns.forEach(({ people, format, header }, at) => {
        if (people || format !== "text" || toFillIn.includes(header)) return;
        // Of asks that nobody kept or wrote yet; people need not know their references.
        if (table.name === "GreenPlan_Asks") return;
        // Free rows, to write a decision in, are blank from end to end.
        const written = table.rows.filter((row) => row.some((cell) => cell !== null));
        for (const row of written) expect([table.name, header, row[at]]).not.toContainEqual(null);
      });
    }
  });

  test("gives the reason under Data note wherever a figure is blank", () => {
    for (const { table } of tables) {
      const note = table.columns.findIndex(({ header }) => header === "Data note");
      if (note < 0) continue;
      const figures = table.columns.flatMap(({ format, header }, at) =>
        format === "figure" && ["Actual", "Path", "Gap"].includes(header) ? [at] : [],
      );
      for (const row of table.rows) {
        if (figures.some((at) => row[at] === null)) expect(String(row[note])).toMatch(/^\[[a-z]\]/);
      }
    }
  });

  test("identifies each row of a table that people write in by a reference of its own", () => {
    for (const { table } of tables.filter(({ table }) => table.columns.some(({ people }) => people))) {
      expect(table.key).not.toEqual([]);
      const keys = table.rows.map((row) => table.key.map((at) => row[at]).join(" | "));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test("draws charts only over tables and columns that are there", () => {
    const all = sheets.flatMap(({ tables }) => tables);
    for (const { charts } of sheets) {
      for (const { table: name, categories, series } of charts) {
        const headers = all.find((table) => table.name === name)!.columns.map(({ header }) => header);
        for (const column of [categories, ...series.map(({ column }) => column)]) expect(headers).toContain(column);
      }
    }
  });
});

describe("what the board reads", () => {
  const { sheets } = reportBook(exampleOutcome());
  const board = sheetOf(sheets, "board-report");
  const said = board.paragraphs.map(({ cell }) => String(cell));

  test("says first where the system stands on each footprint, and what it would take", () => {
    const headings = board.paragraphs.filter(({ style }) => style === "heading").map(({ cell }) => cell);
    expect(headings[0]).toBe("Where we stand: LLR’s NHS Carbon Footprint is 33.7% behind its trajectory in 2024/25");
    // calculations.md section 2: (79,000 - 17,720) / 7 years to 2031/32.
    expect(
      said.some((text) => text.startsWith("LLR’s NHS Carbon Footprint needs 8,754 tCO₂e less each year to 2031/32")),
    ).toBe(true);
  });

  test("says how many actions are late and whether the return is ready", () => {
    expect(said.join(" ")).toContain("Of 63 actions on 31 March 2025: 5 complete, 3 overdue");
    expect(said).toContain(
      "The return is not ready to submit: 1 error, 1 warning to explain, 1 figure not understood.",
    );
  });

  test("reckons actual, gap and colour from the return's own cells", () => {
    const footprints = tableOf(sheets, "GreenPlan_Footprints");
    expect(columnOf(footprints, "Latest")[0]).toEqual({ formula: "=LLR!G3" });
    expect(columnOf(footprints, "Gap")[0]).toMatchObject({ formula: expect.stringMatching(/^=E\d+-F\d+$/) });
    expect(columnOf(footprints, "State")[0]).toMatchObject({ formula: expect.stringContaining("Notes!$B$") });
  });

  test("turns the gap round where higher is better, so that positive is behind", () => {
    const targets = tableOf(sheets, "GreenPlan_Targets");
    const row = columnOf(targets, "Reference").indexOf("RENEWABLE-E|RT5");
    expect(columnOf(targets, "Gap")[row]).toMatchObject({ formula: expect.stringMatching(/^=F\d+-E\d+$/) });
  });

  test("puts the worst first", () => {
    const { assessments } = exampleOutcome();
    const rag = new Map(
      assessments.filter(({ latest }) => latest).map((each) => [`${each.metric}|${each.organisation}`, each.rag]),
    );
    const order = columnOf(tableOf(sheets, "GreenPlan_Targets"), "Reference").map((key) => rag.get(String(key)));
    const rank = order.map((each) => ["red", "amber", "green", "grey"].indexOf(each!));
    expect(rank).toEqual([...rank].sort((a, b) => a - b));
  });

  test("uses no number of its own in a formula, nor a function younger than Excel 2010", () => {
    // What the return's cells came to is compared there with what they come to now.
    const others = sheets.filter(({ kind }) => kind !== "as-read");
    const formulas = others.flatMap(({ tables, paragraphs }) => [
      ...tables.flatMap(({ rows }) => rows.flat()),
      ...paragraphs.map(({ cell }) => cell),
    ]);
    const functions = new Set<string>();
    for (const cell of formulas.filter(isFormula)) {
      const bare = cell.formula.replace(/"[^"]*"/g, "").replace(/'[^']*'!/g, "");
      for (const [, name] of bare.matchAll(/([A-Z]+)\(/g)) functions.add(name!);
      // 0 and 1 are no assumptions; 4 is the length of a year's name.
      for (const [number] of bare.matchAll(/(?<![A-Z$\d.])\d+(?:\.\d+)?(?![\d.]*[A-Z!])/g)) {
        expect(["0", "1", "4"]).toContain(number);
      }
    }
    const known = [
      "ABS",
      "AND",
      "COUNTA",
      "COUNTIF",
      "COUNTIFS",
      "IF",
      "ISERROR",
      "LEFT",
      "NOT",
      "ROWS",
      "SUM",
      "TEXT",
      "VALUE",
    ];
    expect([...functions].filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe("text from a return", () => {
  test("is never a formula, whatever it begins with", () => {
    const { sheets } = reportBook(exampleOutcome());
    const owners = columnOf(tableOf(sheets, "GreenPlan_Actions"), "Owner");
    expect(owners).toContain('=HYPERLINK("https://example.org")');
    expect(
      columnOf(tableOf(sheets, "GreenPlan_Findings"), "What is wrong and what to do").some((cell) =>
        String(cell).startsWith("=UHL"),
      ),
    ).toBe(true);
    expect(columnOf(tableOf(sheets, "GreenPlan_NotUnderstood"), "As written")).toEqual(["+44"]);
  });
});

describe("findings", () => {
  const findings = tableOf(reportBook(exampleOutcome()).sheets, "GreenPlan_Findings");

  test("stand with errors first, each with a link to its cell", () => {
    expect(columnOf(findings, "Severity")).toEqual(["◆ Error", "▲ Warning"]);
    expect(columnOf(findings, "Where")[0]).toEqual({
      text: "LPT!G5",
      link: { sheet: "LPT", address: "G5", tip: "Go to LPT!G5" },
    });
    expect(columnOf(findings, "Where").every(isLink)).toBe(true);
  });
});

describe("a person's sheet called as ours", () => {
  test("keeps its name, and ours says whose it is", () => {
    const mine = { ...returnSheets[0]!, name: "Board Report" };
    const { sheets } = reportBook(exampleOutcome({ snapshot: snapshotOf([...returnSheets, mine]) }));
    expect(sheetOf(sheets, "board-report").name).toBe("Board Report (Green Plan)");
    const link = columnOf(tableOf(sheets, "GreenPlan_Contents"), "Sheet").find(
      (cell) => isLink(cell) && cell.text.startsWith("Board"),
    );
    expect(link).toMatchObject({ link: { sheet: "Board Report (Green Plan)" } });
  });
});

describe("charts", () => {
  test("draw the footprint against its late and early path to net zero", () => {
    const charts = sheetOf(reportBook(exampleOutcome()).sheets, "charts");
    const table = charts.tables.find(({ name }) => name === "GreenPlan_Footprint1")!;
    const late = columnOf(table, "Trajectory");
    // calculations.md section 1: linear from 88.6 kt, 80% off by the late edge 2031/32, nothing in 2039/40.
    expect(columnOf(table, "Year")[0]).toBe("2019/20");
    expect(late[5]).toBeCloseTo(59066.67, 2);
    expect(late[12]).toBeCloseTo(17720, 6);
    expect(late[16]).toBeCloseTo(8860, 6);
    expect(late[20]).toBe(0);
    expect(columnOf(table, "Earliest trajectory")[5]).toBeCloseTo(44300, 6);
    expect(charts.charts.find(({ table }) => table === "GreenPlan_Footprint1")).toMatchObject({
      type: "Line",
      title: "LLR’s NHS Carbon Footprint is 33.7% behind its trajectory in 2024/25",
    });
  });

  test("are replaced by a sentence where there is nothing to draw", () => {
    const charts = sheetOf(reportBook(emptyOutcome()).sheets, "charts");
    expect(charts.charts).toEqual([]);
    expect(charts.paragraphs.filter(({ cell }) => String(cell).startsWith("No chart:"))).toHaveLength(7);
  });
});

test("the version on the sheets is the package's", () => {
  expect(version).toBe(packageVersion);
});
