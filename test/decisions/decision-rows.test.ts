import { llrPack } from "../../src/plan/llr";
import { decisionRowsIn } from "../../src/decisions/decision-rows";
import type { CellValue, Snapshot } from "../../src/snapshot/snapshot";
import { snapshotOf } from "../report/outcome";

const headers = [
  "Decision",
  "Metric",
  "Why",
  "Organisation",
  "Period",
  "Old value",
  "New value",
  "Who",
  "When",
  "State",
];

/** The settings sheet as a person left it. */
function left(rows: readonly (readonly CellValue[])[], showHeaders = true): Snapshot {
  const values = (showHeaders ? [headers, ...rows] : rows).map((row) => headers.map((_, at) => row[at] ?? null));
  const area = { top: 0, left: 0, bottom: values.length - 1, right: headers.length - 1 };
  const blank = <T>(cell: T) => values.map((row) => row.map(() => cell));
  return snapshotOf([
    {
      name: "Green Plan Settings",
      visibility: "visible",
      used: area,
      values,
      formulas: blank(null),
      numberFormats: blank("General"),
      hiddenRows: [],
      hiddenColumns: [],
      tables: [{ name: "GreenPlan_Decisions", area, showHeaders, showTotals: false }],
      own: { kind: "settings", version: "0.1.0", title: "Green Plan Settings" },
    },
  ]);
}

const read = (row: readonly CellValue[], showHeaders = true) =>
  decisionRowsIn(left([row], showHeaders), llrPack).map((each) => each.read);
const limits = (period: CellValue) => [
  "Step change: new limits",
  "DESFLURANE",
  "Stock",
  "UHL",
  period,
  null,
  null,
  "B. Jones",
  45392,
];
const target = (value: CellValue) => ["own target", "BUSMILES-C", null, "LPT", null, null, value];

describe("a row of the register of decisions", () => {
  test("names its series by id or title, code or short name, and its day as a date cell or in words", () => {
    expect(read(limits("2024-03"))).toEqual([
      expect.objectContaining({
        kind: "limits",
        metric: "DESFLURANE",
        organisation: "RWE",
        who: "B. Jones",
        when: "2024-04-10",
      }),
    ]);
  });

  test("takes a month as text, or as the date that Excel makes of it", () => {
    const month = { period: expect.objectContaining({ label: "2024-03" }) };
    for (const period of ["March 2024", "Mar-24", 45352])
      expect(read(limits(period))).toEqual([expect.objectContaining(month)]);
    for (const period of [2024, "soon", null]) {
      expect(read(limits(period))).toEqual(["not used: write a period, such as 2019/20 or April 2023"]);
    }
  });

  test("takes a change in percent however it is written, in the direction that is better", () => {
    for (const value of [25, -25, 0.25, "25%", "25% less", "-25"]) {
      expect(read(target(value))).toEqual([expect.objectContaining({ kind: "own target", value: -25 })]);
    }
    for (const value of [0, 130, "lots", null]) {
      expect(read(target(value))).toEqual([
        expect.stringMatching(/^not used: under New value write the change in percent/),
      ]);
    }
  });

  test("is read by the order of its columns where the header row was taken off, and a blank one is passed over", () => {
    expect(read(target(25), false)).toEqual(read(target(25)));
    expect(read([null, null])).toEqual([]);
  });
});
