import { sheet } from "./grids";
import { expectLines, lines, read } from "./reading";

describe("long lists", () => {
  test("one figure a row, the columns in any order", () => {
    const grid = [
      ["Value", "Period", "Unit", "Organisation", "Metric"],
      [10, "2022/23", "MWh", "UHL", "Gas"],
      [20, "2023/24", "kWh", "RT5", "Electricity"],
      [30, "2023/24", "£k", "RWE", "Gas cost"],
    ];
    const reading = read([sheet("Data", grid)]);
    expectLines(reading, ["GAS RWE 2022/23 10000", "ELEC RT5 2023/24 20", "GAS-COST RWE 2023/24 30000"]);
    expect(reading.tables[0]!.shape).toBe("long-list");
  });

  test("a kind column says which rows are targets; an estimate is said to be one", () => {
    const grid = [
      ["Organisation", "Metric", "Period", "Type", "Value", "Unit"],
      ["UHL", "Gas", "2023/24", "Actual", 1, "kWh"],
      ["UHL", "Gas", "2023/24", "Target", 2, "kWh"],
      ["LPT", "Gas", "2023/24", "Estimated", 3, "kWh"],
    ];
    expectLines(read([sheet("Data", grid)]), [
      "GAS RWE 2023/24 1",
      "GAS RWE 2023/24 target 2",
      "GAS RT5 2023/24 estimate 3",
    ]);
  });

  test("organisations outside the plan are counted by their code, and asked about by a bare name", () => {
    const grid = [
      ["Organisation", "Metric", "Period", "Value", "Unit"],
      ["UHL", "Gas", "2023/24", 1, "kWh"],
      ["NUH", "Gas", "2023/24", 2, "kWh"],
      ["NUH", "Water", "2023/24", 2, "m³"],
      ["RXX", "Gas", "2023/24", 3, "kWh"],
    ];
    const reading = read([sheet("Data", grid)]);
    expectLines(reading, ["GAS RWE 2023/24 1"]);
    expect(reading.leftOut).toEqual({ organisations: 1, rows: 1 });
    expect(reading.notUnderstood[0]?.reason).toContain("“NUH” is no organisation of the plan");
  });

  test("a row without a value is no header and no figure", () => {
    const grid = [
      ["Metric", "Organisation", "Period", "Unit", "Value"],
      ["Gas", "UHL", "2023/24", "kWh", null],
      ["Gas", "LPT", "2023/24", "kWh", 5],
    ];
    expectLines(read([sheet("Data", grid)]), ["GAS RT5 2023/24 5"]);
  });
});

describe("one row a site", () => {
  const sites = [
    ["Site code", "Site name", "Gas (kWh)", "Water (m³)"],
    ["RWEAA", "Leicester Royal Infirmary", 10, 1],
    ["RWEAE", "Glenfield Hospital", 20, 2],
    ["RT5KF", "Bradgate Unit", 30, 3],
  ];
  const expected = [
    "GAS RWE/RWEAA 2023/24 10",
    "WATER RWE/RWEAA 2023/24 1",
    "GAS RWE/RWEAE 2023/24 20",
    "WATER RWE/RWEAE 2023/24 2",
    "GAS RT5/RT5KF 2023/24 30",
    "WATER RT5/RT5KF 2023/24 3",
  ];

  test("sites belong to the trust whose code begins theirs", () => {
    expectLines(read([sheet("Energy 2023-24", sites)]), expected);
  });

  test("a site known by its code on one sheet and by its name on another is one site", () => {
    const other = [["UHL"], ["Site name", "Oil (kWh)"], ["Glenfield hospital", 7]];
    const reading = read([sheet("Energy 2023-24", sites), sheet("Oil 2023-24", other)]);
    expect(lines(reading)).toContain("OIL RWE/RWEAE 2023/24 7");
  });

  test("subtotals and the grand total are set aside, with the cells they add up", () => {
    const grid = [
      ["Trust", "Site", "Gas (kWh)"],
      ["RWE", "RWEAA", 10],
      ["RWE", "RWEAE", 20],
      ["RWE Result", null, 30],
      ["RT5", "RT5KF", 5],
      ["RT5 Result", null, 5],
      ["Overall Result", null, 35],
    ];
    const reading = read([sheet("2023-24", grid)]);
    expectLines(reading, ["GAS RWE/RWEAA 2023/24 10", "GAS RWE/RWEAE 2023/24 20", "GAS RT5/RT5KF 2023/24 5"]);
    expect(
      reading.statedTotals.map(({ organisation, value, of }) => [organisation, value, of.map(({ cell }) => cell)]),
    ).toEqual([
      ["RWE", 30, ["2023-24!C2", "2023-24!C3"]],
      ["RT5", 5, ["2023-24!C5"]],
      [null, 35, ["2023-24!C2", "2023-24!C3", "2023-24!C5"]],
    ]);
  });

  test("sites across and metrics down", () => {
    const grid = [
      ["UHL 2023/24"],
      ["Metric", "Leicester Royal Infirmary", "Glenfield Hospital", "Total"],
      ["Gas (kWh)", 1, 2, 3],
    ];
    const reading = read([sheet("S", grid)]);
    expectLines(reading, ["GAS RWE/Leicester Royal Infirmary 2023/24 1", "GAS RWE/Glenfield Hospital 2023/24 2"]);
    expect(reading.statedTotals).toMatchObject([{ value: 3, organisation: "RWE" }]);
  });

  test("another system's body is read where it is named; a trust that the plan does not know is asked about", () => {
    const grid = [
      ["Provider", "Year", "Gas (kWh)"],
      ["University Hospitals of Leicester NHS Trust", "2022/23", 1],
      ["Leicestershire Partnership NHS Trust", "2022/23", 3],
      ["Nottingham University Hospitals NHS Trust", "2022/23", 5],
      ["East Midlands Ambulance Service NHS Trust", "2022/23", 7],
    ];
    const reading = read([sheet("Data", grid)]);
    expectLines(reading, ["GAS RWE 2022/23 1", "GAS RT5 2022/23 3", "GAS RX9 2022/23 7"]);
    expect(reading.notUnderstood[0]?.reason).toContain("“Nottingham University Hospitals NHS Trust”");
  });

  test("years under each metric, and a total row for every column", () => {
    const grid = [
      ["Site", "Gas (kWh)", "", "Water (m³)", ""],
      ["", "2022/23", "2023/24", "2022/23", "2023/24"],
      ["Bradgate Unit", 1, 2, 3, 4],
      ["Agnes Unit", 5, 6, 7, 8],
      ["Total", 6, 8, 10, 12],
    ];
    const reading = read([sheet("LPT", grid)]);
    expect(lines(reading)).toHaveLength(8);
    expect(lines(reading)).toContain("WATER RT5/Agnes Unit 2022/23 7");
    expect(reading.statedTotals.map(({ metric, period, value }) => [metric, period.label, value])).toEqual([
      ["GAS", "2022/23", 6],
      ["GAS", "2023/24", 8],
      ["WATER", "2022/23", 10],
      ["WATER", "2023/24", 12],
    ]);
  });

  test("a site merged down over its metrics", () => {
    const grid = [
      ["UHL"],
      ["Site", "Metric", "2023/24"],
      ["Glenfield Hospital", "Gas (kWh)", 1],
      ["", "Water (m³)", 2],
      ["Leicester Royal Infirmary", "Gas (kWh)", 3],
    ];
    expectLines(read([sheet("S", grid)]), [
      "GAS RWE/Glenfield Hospital 2023/24 1",
      "WATER RWE/Glenfield Hospital 2023/24 2",
      "GAS RWE/Leicester Royal Infirmary 2023/24 3",
    ]);
  });
});
