import { reportBook } from "../../src/report/book/book";
import { isFormula, type ReportCell, type ReportChart, type ReportSheet } from "../../src/report/sheet";
import type { Outcome } from "../../src/outcome";
import { exampleOutcome } from "./outcome";

const sheetsOf = (changes: Partial<Outcome> = {}) => reportBook(exampleOutcome(changes)).sheets;
const chartsOf = (changes: Partial<Outcome> = {}) => sheetsOf(changes).find(({ kind }) => kind === "charts")!;

function chartOf({ charts }: ReportSheet, table: string): ReportChart {
  return charts.find((chart) => chart.table === table)!;
}
function tableOf({ tables }: ReportSheet, name: string) {
  return tables.find((table) => table.name === name)!;
}
/** The cells of a column by its header. */
function column(sheet: ReportSheet, name: string, header: string): ReportCell[] {
  const { columns, rows } = tableOf(sheet, name);
  return rows.map((row) => row[columns.findIndex((each) => each.header === header)] ?? null);
}
const numbers = (cells: readonly ReportCell[]) => cells.map((cell) => (typeof cell === "number" ? cell : 0));

const sheet = chartsOf();

describe("areas", () => {
  test("are counted by the board's own table, off track in its colour and the rest in greys", () => {
    const board = sheetsOf().find(({ kind }) => kind === "board-report")!;
    const areas = tableOf(board, "GreenPlan_Areas");
    const offTrack = column(sheet, "GreenPlan_AreaChart", "Off track");
    const names = column(sheet, "GreenPlan_AreaChart", "Area");
    expect(names.length).toBeGreaterThan(2);
    offTrack.forEach((cell, index) => {
      const row = areas.row + 2 + areas.rows.findIndex(([name]) => name === names[index]);
      expect(isFormula(cell) && cell.formula).toBe(`='Board Report'!$C$${row}`);
    });
    const { series, title } = chartOf(sheet, "GreenPlan_AreaChart");
    expect(series.map(({ colour }) => colour)).toEqual(["#DA291C", "#2B3A44", "#5A6B78", "#8795A0"]);
    expect(title).toMatch(/^Targets are off track in \d of \d areas$|^No area/);
  });
});

describe("owners", () => {
  const actions = exampleOutcome().actions;
  const owned = (owner: (index: number) => string | null) =>
    chartsOf({ actions: actions.map((action, index) => ({ ...action, cell: "Actions!A1", owner: owner(index) })) });

  test("stand with the most overdue first, and the actions add up to the plan's", () => {
    const late = numbers(column(sheet, "GreenPlan_ActionOwners", "Overdue"));
    expect(late).toEqual([...late].sort((a, b) => b - a));
    const all = ["Overdue", "Due soon", "On track", "Complete", "Other"].flatMap((header) =>
      numbers(column(sheet, "GreenPlan_ActionOwners", header)),
    );
    expect(all.reduce((sum, count) => sum + count, 0)).toBe(actions.length);
  });

  test("are twelve at most, the rest together, and nobody's actions by themselves", () => {
    const names = column(
      owned((index) => (index % 4 === 0 ? "TBC" : `Owner ${index}`)),
      "GreenPlan_ActionOwners",
      "Owner",
    );
    expect(names).toHaveLength(12);
    expect(names).toContain("No owner named");
    expect(names[names.length - 1]).toMatch(/^\d+ other owners$/);
  });

  test("written in two ways are one", () => {
    const two = owned((index) => (index % 2 === 0 ? "Head of  estates" : "head of Estates "));
    expect(column(two, "GreenPlan_ActionOwners", "Owner")).toEqual(["Head of estates"]);
  });

  test("have no chart where the return has no tracker", () => {
    const none = chartsOf({ actions: actions.map((action) => ({ ...action, cell: null, owner: null })) });
    expect(chartOf(none, "GreenPlan_ActionOwners")).toBeUndefined();
    expect(none.paragraphs.map(({ cell }) => cell)).toContain(
      "No chart: the return has no row for any action of the plan.",
    );
  });
});

describe("the change bridge", () => {
  test("floats its steps between start and end on a base that is not seen", () => {
    const [base, end, less, more] = ["Stands on", "Emissions", "Less", "More"].map((header) =>
      numbers(column(sheet, "GreenPlan_Bridge1", header)),
    ) as [number[], number[], number[], number[]];
    const change = (step: number) => more[step]! - less[step]!;
    expect(end[0]! + change(1) + change(2)).toBeCloseTo(end[3]!, 6);
    expect(base[1]! + (less[1]! > 0 ? less[1]! : 0)).toBeCloseTo(end[0]!, 6);
    const { series, type } = chartOf(sheet, "GreenPlan_Bridge1");
    expect([type, series[0]!.colour]).toEqual(["ColumnStacked", null]);
  });

  test("says in its title where it rests on a cell in error", () => {
    const titles = sheet.charts.filter(({ table }) => table.startsWith("GreenPlan_Bridge")).map(({ title }) => title);
    expect(titles).toHaveLength(2);
    expect(titles[0]).not.toContain("unreliable");
    expect(titles[1]).toMatch(/^LPT’s emissions from energy fell by .* \(unreliable: error in LPT!G5\)$/);
  });
});

test("a carbon budget is used and left in one bar, and says when it runs out", () => {
  const [used, left] = ["Used", "Left"].map((header) => numbers(column(sheet, "GreenPlan_Budgets", header)));
  used!.forEach((share, row) => expect(share + left![row]!).toBeCloseTo(1, 9));
  const months = column(sheet, "GreenPlan_Budgets", "Runs out on its trend").map(String);
  expect(months[0]).toMatch(/^[A-Z][a-z]+ 20\d\d/);
  expect(chartOf(sheet, "GreenPlan_Budgets").title).toMatch(/uses up its budget to 20\d\d\/\d\d in [A-Z]/);
});

describe("lines", () => {
  test("of the page that a board reads first bear their names, and targets their figures", () => {
    const board = sheetsOf().find(({ kind }) => kind === "board-report")!;
    const { series, legend } = board.charts[0]!;
    expect(legend).toBe(false);
    // The last figure is 2024/25's; the trajectory is named half-way to the target of 2031/32.
    expect(series.map(({ points = [] }) => points.map(({ row, says }) => [row, says]))).toEqual([
      [[5, "name"]],
      [[8, "name"]],
      [
        [12, { format: '"Target "#,##0' }],
        [20, { format: "#,##0" }],
      ],
    ]);
  });

  test("of more footprints than are drawn are spoken of", () => {
    const { assessments } = exampleOutcome();
    const shown = sheet.charts.filter(({ table }) => table.startsWith("GreenPlan_Footprint")).length;
    expect(shown).toBe(4);
    expect(assessments.length).toBeGreaterThan(shown);
    expect(sheet.paragraphs.map(({ cell }) => cell)).toContain("1 more is not drawn here: see the sheet Trajectories.");
  });
});

test("no chart covers a table, another chart or a line of text", () => {
  expect(sheet.charts.length).toBeLessThanOrEqual(40);
  const rows = sheet.charts.map(({ at }) => [at.top, at.bottom] as const);
  rows.forEach(([top], index) => expect(top).toBeGreaterThan(rows[index - 1]?.[1] ?? -1));
  for (const { row } of sheet.paragraphs) expect(rows.some(([top, bottom]) => top <= row && row <= bottom)).toBe(false);
  for (const { columns } of sheet.tables.filter(({ name }) => name !== "GreenPlan_ControlLimits"))
    expect(columns.length).toBeLessThanOrEqual(sheet.charts[0]!.at.left);
});
