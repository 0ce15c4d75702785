import { llrPack } from "../../src/plan/llr";
import { outcomeOf } from "../../src/road";
import { refuseNothing } from "../../src/outcome";
import { REGIONS_RULE } from "../../src/returns/observation";
import type { CellValue } from "../../src/snapshot/snapshot";
import { sheet, workbook } from "./grids";

/** The plan's own Tables 1 to 4 as people copy them into a workbook: read, or left out by a rule that is named. */

const [first, second] = llrPack.regional;
if (first === undefined || second === undefined) throw new Error("The plan has two regional tables.");

/** The regions and England, as the plan prints them. */
const printed = ({ rows, england }: typeof first): CellValue[][] =>
  [...rows, { ...england, region: "Total England" }].map((row) => [
    row.region,
    row.base1990,
    row.current,
    row.interim,
    row.netZero,
  ]);
const short = (rows: CellValue[][]): CellValue[][] => rows.map((row) => row.slice(0, 3));
const turned = (rows: CellValue[][]): CellValue[][] =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null));

const title = "Table 2 – Regional Contributions to NHS Carbon Footprint Plus Targets";
const groups = ["Region", "NHS Carbon Footprint (ktCO2e)", null, "Reductions required from current levels (ktCO2e)"];
const heads = ["Region", "1990", "Current", "by 2036-39", "by 2045"];

const outcome = (rows: CellValue[][]) => {
  const choices = { asOf: null, today: "2026-11-28", period: null, organisations: [] };
  const made = outcomeOf(workbook([sheet("Table 2", rows)]), llrPack, choices);
  refuseNothing(made);
  return made;
};

describe("the plan's Table 2 in a workbook", () => {
  it.each<[string, CellValue[][], string, number]>([
    ["as printed", [[title], groups, [null, ...heads.slice(1)], ...printed(second)], "Table 2!B4", 32],
    ["with one row of headings", [[title], heads, ...printed(second)], "Table 2!B3", 32],
    ["with a year as a number", [[title], ["Region", 1990, "Current"], ...short(printed(second))], "Table 2!B3", 16],
    ["under 1995 and Latest", [["By region"], ["", "1995", "Latest"], ...short(printed(second))], "Table 2!B3", 16],
    ["with regions across", [[title], ...turned([heads, ...printed(second)])], "Table 2!B3", 32],
    [
      "with England first",
      [[title], heads, ...printed(second).slice(-1), ...printed(second).slice(0, -1)],
      "Table 2!B4",
      32,
    ],
  ])("%s is left out by name, asked about nowhere, and its misprint is found", (_, rows, cell, cells) => {
    const { reading, findings } = outcome(rows);
    expect(reading.notUnderstood).toEqual([]);
    expect(reading.observations).toEqual([]);
    expect(reading.census.byRule).toEqual([{ rule: REGIONS_RULE, cells }]);
    expect(findings.map(({ code, cells: [at] }) => [code, at])).toEqual([["DQ06", cell]]);
    expect(findings[0]?.message).toContain("33,723");
    expect(findings[0]?.mend?.changes[0]).toMatchObject({ before: 3542, after: 3642 });
  });

  it.each(first.rows.map(({ region }, row) => [region, row] as const))(
    "has a finding for a figure of %s that somebody mistyped",
    (_, row) => {
      const typed = printed(first).map((cells, at) =>
        at === row ? cells.map((cell, column) => (column === 2 ? Number(cell) + 21 : cell)) : cells,
      );
      const { findings } = outcome([["Table 1"], heads, ...typed]);
      expect(findings.map(({ code }) => code)).toEqual(["DQ06"]);
      expect(findings[0]?.message).toContain("in Table 2!C10 says 6,107");
    },
  );

  it("has no finding where its figures add up, as Table 1's do within their rounding", () => {
    const { findings, reading } = outcome([["Table 1"], heads, ...printed(first)]);
    expect(findings).toEqual([]);
    expect(reading.notUnderstood).toEqual([]);
  });

  it("gives LLR's own row its figure, whatever the regions below it are", () => {
    const { reading } = outcome([
      ["Table 4 – contributions to the NHS Carbon Footprint Plus"],
      ["Region", "NHS Carbon Footprint Plus (ktCO2e)", null, "Reductions required from current levels (ktCO2e)"],
      [null, "1990", "Current (19/20)", "by 2036-39", "by 2045"],
      ["LLR ICS", null, 426.82, -341.46, -426.82],
      ["Total England", 33823, 25041, -18276, -25041],
    ]);
    expect(reading.notUnderstood).toEqual([]);
    expect(reading.observations.map(({ organisation, period, value }) => [organisation, period.label, value])).toEqual([
      ["LLR", "2019/20", 426820],
    ]);
  });

  it.each<[string, CellValue[][], number]>([
    [
      "down",
      [
        ["Low-emission share of owned and leased fleet, 2023/24"],
        ["Region", "%"],
        ["London", 80],
        ["Midlands", 77],
        ["North West", 70],
        ["England", 75],
      ],
      3,
    ],
    [
      "across",
      [
        ["Region", "London", "Midlands", "North West", "England"],
        ["Low-emission share of owned and leased fleet, 2023/24 (%)", 80, 77, 70, 75],
      ],
      3,
    ],
  ])("of another measure, regions %s, gives the one that the plan asks, and leaves the others out", (_, rows, out) => {
    const { reading } = outcome(rows);
    expect(reading.observations.map(({ metric, organisation, value }) => [metric, organisation, value])).toEqual([
      ["FLEET-LEV", "Y60", 77],
    ]);
    expect(reading.census).toMatchObject({ read: 1, leftOut: out, asked: 0 });
  });
});

it("localities named after points of the compass are no regions of England", () => {
  const { reading } = outcome([
    ["LPT electricity by locality, 2024/25"],
    ["Locality", "Electricity consumed (kWh)"],
    ["North West", 1200000],
    ["South West", 1300000],
    ["South East", 1400000],
  ]);
  expect(reading.census.byRule.map(({ rule }) => rule)).not.toContain(REGIONS_RULE);
});

describe("1990 over a column", () => {
  const columns = (...named: CellValue[]) =>
    outcome([
      ["UHL"],
      ["Metric", "Unit", ...named],
      ["NHS Carbon Footprint", "tCO2e", ...named.map((__, at) => 80000 - at * 9000)],
    ]).reading;
  const periods = (reading: ReturnType<typeof columns>) =>
    reading.observations.map(({ period, kind }) => [period.label, kind]);

  it.each([["Baseline 1990"], ["1990 baseline"], ["Base year 1990"]])(
    "is the calendar year where it says “%s”",
    (head) => {
      expect(periods(columns(head, "2019/20", "2024/25"))).toEqual([
        ["1990", "baseline"],
        ["2019/20", "actual"],
        ["2024/25", "actual"],
      ]);
    },
  );

  it("is so beside a column of the current figures, and says by what convention", () => {
    const reading = columns("1990", "Current (2024/25)");
    expect(periods(reading)).toEqual([
      ["1990", "actual"],
      ["2024/25", "actual"],
    ]);
    expect(reading.observations[0]?.note).toContain("calendar years in law");
  });

  it.each([["1990"], ["2018 baseline"]])("is asked about where nothing says so: “%s”", (head) => {
    const reading = columns(head, "2019/20", "2024/25");
    expect(periods(reading)).toHaveLength(2);
    expect(reading.notUnderstood[0]?.reason).toContain("can be read as");
  });
});
