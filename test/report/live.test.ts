import { reportBook } from "../../src/report/sheets/book";
import type { ReportCell } from "../../src/report/sheet";
import { financialYear } from "../../src/plan/time/periods";
import { UNITS } from "../../src/plan/quantity/units";
import { cellPlace } from "../../src/snapshot/addresses";
import type { Observation, Total } from "../../src/returns/observation";
import type { CellValue, SheetSnapshot } from "../../src/snapshot/snapshot";
import { assess } from "../../src/assessment/targets/assess-targets";
import { exampleOutcome, snapshotOf } from "./outcome";

/** A return of one sheet with some figures in column B, and the formula the report gives the total of them; or another column. */
function formulaOf(
  cells: readonly CellValue[],
  observations: readonly Partial<Observation>[],
  value: number,
  column = "Latest",
): ReportCell {
  const sheet: SheetSnapshot = {
    name: "Site's data",
    visibility: "visible",
    used: { top: 0, left: 1, bottom: cells.length - 1, right: 1 },
    values: cells.map((cell) => [cell]),
    formulas: cells.map(() => [null]),
    numberFormats: cells.map(() => ["General"]),
    hiddenRows: [],
    hiddenColumns: [],
    tables: [],
    own: null,
  };
  const whole = observations.map((each, row): Observation => ({
    metric: "CF",
    organisation: "RWE",
    site: `site ${row}`,
    period: financialYear(2024),
    kind: "actual",
    value: Number(cells[row]),
    unit: "tCO2e",
    raw: cells[row]!,
    givenUnit: UNITS.tCO2e,
    place: cellPlace(sheet.name, row, 1),
    label: "Footprint",
    parts: null,
    note: null,
    hidden: false,
    confidence: 1,
    table: 0,
    ...each,
  }));
  const base = {
    ...whole[0]!,
    period: financialYear(2019),
    value: 100,
    place: cellPlace("Elsewhere", 0, 0),
    site: null,
  };
  const total = (from: readonly Observation[], value: number): Total => ({
    metric: "CF",
    organisation: "RWE",
    period: from[0]!.period,
    value,
    unit: "tCO2e",
    from: from.length,
    observations: from,
    partial: false,
    missing: [],
    why: null,
  });
  const outcome = exampleOutcome();
  const reading = { ...outcome.reading, observations: [...whole, base], actions: [] };
  const totals = [total([base], 100), total(whole, value)];
  const { pack, asOf } = outcome;
  const { sheets } = reportBook({
    ...outcome,
    snapshot: snapshotOf([sheet]),
    reading,
    totals,
    findings: [],
    actions: [],
    assessments: assess({ totals, reading, pack, asOf }),
  });
  const table = sheets.flatMap(({ tables }) => tables).find(({ name }) => name === "GreenPlan_Footprints")!;
  return table.rows[0]![table.columns.findIndex(({ header }) => header === column)]!;
}

describe("a figure on the board", () => {
  test("is the cell itself where it stands in one", () => {
    expect(formulaOf([80], [{}], 80)).toEqual({ formula: "='Site''s data'!B1" });
  });

  test("is the sum of its sites' cells, neighbours as one range", () => {
    expect(formulaOf([10, 20, 30], [{}, {}, {}], 60)).toEqual({ formula: "=SUM('Site''s data'!B1:B3)" });
    const apart = { place: cellPlace("Site's data", 3, 1), value: 30, raw: 30 };
    expect(formulaOf([10, 20, 5, 30], [{}, {}, apart], 60)).toEqual({
      formula: "=SUM('Site''s data'!B1:B2,'Site''s data'!B4)",
    });
  });

  test("takes its unit's factor from the assumptions, never from within the formula", () => {
    const kilo = { givenUnit: UNITS.ktCO2e, value: 80_000 };
    expect(formulaOf([80], [kilo], 80_000)).toMatchObject({
      formula: expect.stringMatching(/^='Site''s data'!B1\*Notes!\$B\$\d+$/),
    });
  });

  test("adds up cells given in two units, each with its own factor", () => {
    const cell = formulaOf([80, 500], [{ givenUnit: UNITS.ktCO2e, value: 80_000 }, {}], 80_500);
    expect(cell).toMatchObject({
      formula: expect.stringMatching(/^='Site''s data'!B1\*Notes!\$B\$\d+\+'Site''s data'!B2$/),
    });
  });

  test("is copied, not linked, where its cell holds text", () => {
    expect(formulaOf(["80 t"], [{ value: 80 }], 80)).toBe(80);
  });

  test("says in its data note that it is typed as text", () => {
    const typed = { value: 80, note: "typed as text" };
    expect(formulaOf(["80 t"], [typed], 80, "Outlook, target and note")).toContain("Typed as text");
  });

  test("is copied, not linked, where the cells do not add up to it", () => {
    expect(formulaOf([10, 20], [{}, {}], 35)).toBe(35);
  });

  test("reads its parts where one figure was added up from several columns", () => {
    const place = (row: number) => cellPlace("Site's data", row, 1);
    const parts = [0, 1].map((row) => ({ place: place(row), label: "part", value: [30, 50][row]! }));
    expect(formulaOf([30, 50], [{ value: 80, parts }], 80)).toEqual({ formula: "=SUM('Site''s data'!B1:B2)" });
  });
});
