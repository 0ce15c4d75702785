import { sheet } from "./grids";
import { cells, expectLines, lines, read } from "./reading";

describe("metrics down, periods across", () => {
  const uhl = [
    ["UHL return"],
    [],
    ["Metric", "Unit", "2022/23", "2023/24"],
    ["Electricity consumed", "kWh", 40, 39],
    ["Gas", "MWh", 100, 95],
    ["Water", "m³", 500, 510],
  ];
  const expected = [
    "ELEC RWE 2022/23 40",
    "ELEC RWE 2023/24 39",
    "GAS RWE 2022/23 100000",
    "GAS RWE 2023/24 95000",
    "WATER RWE 2022/23 500",
    "WATER RWE 2023/24 510",
  ];

  test("each figure takes its metric from the row, its period from the column, its organisation from the title", () => {
    const reading = read([sheet("Return", uhl)]);
    expectLines(reading, expected);
    expect(cells(reading)["GAS RWE 2023/24 95000"]).toBe("Return!D5");
    expect(reading.tables).toMatchObject([
      { range: "A3:D6", shape: "metrics-down", title: "UHL return", headerRows: 1 },
    ]);
  });

  test("units may stand in the labels, in brackets or not", () => {
    const grid = [
      ["LPT"],
      ["", "2023/24"],
      ["Gas consumed (MWh)", 20],
      ["Electricity kWh", 7],
      ["Carbon footprint (ktCO2e)", 1.5],
      ["Waste to landfill - kg", 500],
      ["Floor area (GIA) (m²)", 100],
    ];
    expectLines(read([sheet("Sheet1", grid)]), [
      "GAS RT5 2023/24 20000",
      "ELEC RT5 2023/24 7",
      "CF RT5 2023/24 1500",
      "LANDFILL RT5 2023/24 0.5",
      "GIA RT5 2023/24 100",
    ]);
  });

  test("targets, forecasts, baselines and changes beside actuals are what their headings say", () => {
    const grid = [
      ["Indicator", "Baseline 2019/20", "Actual 2023/24", "Target 2023/24", "Forecast 2024/25", "% change"],
      ["NHS Carbon Footprint (tCO2e)", 60000, 55000, 50000, 52000, -8.3],
    ];
    const reading = read([sheet("UHL", grid)]);
    expectLines(reading, [
      "CF RWE 2019/20 baseline 60000",
      "CF RWE 2023/24 55000",
      "CF RWE 2023/24 target 50000",
      "CF RWE 2024/25 forecast 52000",
    ]);
    expect(reading.notUnderstood).toEqual([]);
    expect(reading.census.byRule).toEqual([{ rule: "a change or variance", cells: 1 }]);
  });

  test("two header rows: a year over actual and target, the year merged over both", () => {
    const grid = [
      ["UHL"],
      ["", "2022/23", "", "2023/24", ""],
      ["Metric", "Actual", "Target", "Actual", "Target"],
      ["Gas (kWh)", 1, 2, 3, 4],
    ];
    expectLines(read([sheet("S", grid)]), [
      "GAS RWE 2022/23 1",
      "GAS RWE 2022/23 target 2",
      "GAS RWE 2023/24 3",
      "GAS RWE 2023/24 target 4",
    ]);
  });

  test("quarters take their year from the heading over them", () => {
    const grid = [["UHL"], ["", "2023/24", "", "", ""], ["Metric", "Q1", "Q2", "Q3", "Q4"], ["Gas (kWh)", 1, 2, 3, 4]];
    expectLines(read([sheet("S", grid)]), [
      "GAS RWE 2023/24 Q1 1",
      "GAS RWE 2023/24 Q2 2",
      "GAS RWE 2023/24 Q3 3",
      "GAS RWE 2023/24 Q4 4",
    ]);
  });

  test("a total over the quarters is set aside with the cells it should be the sum of", () => {
    const grid = [["UHL 2023/24"], ["Metric", "Q1", "Q2", "Q3", "Q4", "Total"], ["Gas (kWh)", 1, 2, 3, 4, 10]];
    const reading = read([sheet("S", grid)]);
    expect(lines(reading)).toHaveLength(4);
    expect(reading.statedTotals).toMatchObject([
      { metric: "GAS", organisation: "RWE", value: 10, place: { cell: "S!F3" } },
    ]);
    expect(reading.statedTotals[0]!.of.map(({ cell }) => cell)).toEqual(["S!B3", "S!C3", "S!D3", "S!E3"]);
  });

  test("dates as headings are the months their format shows", () => {
    const month = (serial: number) => ({ value: serial, format: "mmm-yy" });
    const grid = [
      ["Metric", month(45017), month(45047)],
      ["Gas (kWh)", 5, 6],
    ];
    expectLines(read([sheet("UHL", grid)]), ["GAS RWE 2023-04 5", "GAS RWE 2023-05 6"]);
  });

  test("organisations across", () => {
    const grid = [["2023/24 figures"], ["Metric", "UHL", "LPT", "LLR"], ["Water (m³)", 1, 2, 4]];
    expectLines(read([sheet("Water", grid)]), ["WATER RWE 2023/24 1", "WATER RT5 2023/24 2", "WATER LLR 2023/24 4"]);
  });

  test("section lines give the rows below them their organisation", () => {
    const grid = [["Metric", "2023/24"], ["UHL"], ["Gas (kWh)", 1], ["Water (m³)", 2], ["LPT"], ["Gas (kWh)", 3]];
    expectLines(read([sheet("S", grid)]), ["GAS RWE 2023/24 1", "WATER RWE 2023/24 2", "GAS RT5 2023/24 3"]);
  });

  test("a section names the metric where the rows only say what is measured of it", () => {
    const grid = [
      ["UHL", "2023/24"],
      ["Electricity"],
      ["Consumption (kWh)", 10],
      ["Cost (£)", 2],
      ["Gas"],
      ["Consumption (kWh)", 30],
      ["Cost (£)", 3],
    ];
    expectLines(read([sheet("S", grid)]), [
      "ELEC RWE 2023/24 10",
      "ELEC-COST RWE 2023/24 2",
      "GAS RWE 2023/24 30",
      "GAS-COST RWE 2023/24 3",
    ]);
  });
});

describe("periods down, metrics across", () => {
  test("each figure takes its period from the row", () => {
    const grid = [
      ["LPT energy"],
      ["Financial year", "Electricity (kWh)", "Gas (kWh)"],
      ["2022/23", 1, 2],
      ["2023/24", 3, 4],
    ];
    const reading = read([sheet("S", grid)]);
    expectLines(reading, ["ELEC RT5 2022/23 1", "GAS RT5 2022/23 2", "ELEC RT5 2023/24 3", "GAS RT5 2023/24 4"]);
    expect(reading.tables[0]!.shape).toBe("periods-down");
  });

  test("months down in a year named by the sheet", () => {
    const grid = [
      ["Month", "Gas (kWh)"],
      ["April", 1],
      ["May", 2],
    ];
    expectLines(read([sheet("UHL 2023-24", grid)]), ["GAS RWE 2023-04 1", "GAS RWE 2023-05 2"]);
  });

  test("a metric merged over its consumption and its cost", () => {
    const grid = [
      ["UHL"],
      ["Year", "Gas", "", "Electricity", ""],
      ["", "kWh", "£", "kWh", "£"],
      ["2023/24", 1, 2, 3, 4],
    ];
    expectLines(read([sheet("S", grid)]), [
      "GAS RWE 2023/24 1",
      "GAS-COST RWE 2023/24 2",
      "ELEC RWE 2023/24 3",
      "ELEC-COST RWE 2023/24 4",
    ]);
  });

  test("the metric is named by the title alone", () => {
    const grid = [["Gas consumed (kWh)"], ["Year", "UHL", "LPT"], ["2022/23", 1, 2], ["2023/24", 3, 4]];
    expectLines(read([sheet("S", grid)]), [
      "GAS RWE 2022/23 1",
      "GAS RT5 2022/23 2",
      "GAS RWE 2023/24 3",
      "GAS RT5 2023/24 4",
    ]);
  });
});

describe("forms", () => {
  test("labels with their values beside them; the form says whose and when", () => {
    const grid = [
      ["Greener NHS return"],
      ["Organisation", "Leicestershire Partnership NHS Trust"],
      ["Reporting period", "2023/24"],
      [],
      ["Electricity consumed (kWh)", 9],
      ["Cycle to work scheme in place", "Yes"],
      ["Prepared by", "Jane Smith"],
    ];
    expectLines(read([sheet("Form", grid)]), ["ELEC RT5 2023/24 9", "CYCLE RT5 2023/24 1"]);
  });

  test("the unit stands after the value, and two pairs stand on a line", () => {
    const grid = [["UHL 2023/24"], ["Gas", 5, "MWh", null, "Water", 6, "m³"]];
    expectLines(read([sheet("Form", grid)]), ["GAS RWE 2023/24 5000", "WATER RWE 2023/24 6"]);
  });

  test("a cover sheet speaks for sheets that do not say whose they are", () => {
    const cover = [["Annual return"], ["Reporting organisation", "UHL"], ["Reporting year", "2023/24"]];
    expectLines(
      read([
        sheet("Start here", cover),
        sheet("Energy", [
          ["Metric", "Value"],
          ["Gas (kWh)", 5],
        ]),
      ]),
      ["GAS RWE 2023/24 5"],
    );
  });
});

describe("what stands over a table or beside its first row", () => {
  test("a figure with its label above a table leaves the table's headings whole", () => {
    const grid = [
      ["Number of sites", 3],
      ["Organisation", "Metric", "Period", "Value", "Unit"],
      ["UHL", "Gas", "2022/23", 10, "MWh"],
    ];
    const reading = read([sheet("S", grid)]);
    expectLines(reading, ["GAS RWE 2022/23 10000"]);
    expect(reading.notUnderstood).toMatchObject([{ place: { cell: "S!B1" }, raw: 3 }]);
  });

  test("a form is as wide as its widest row", () => {
    const grid = [
      ["UHL 2023/24"],
      ["Cycle to work scheme in place", "Yes"],
      ["Gas consumed", "MWh", 6],
      ["Water", "m³", 7],
    ];
    expectLines(read([sheet("S", grid)]), ["CYCLE RWE 2023/24 1", "GAS RWE 2023/24 6000", "WATER RWE 2023/24 7"]);
  });

  test("a title over the numbers of questions heads no column of figures", () => {
    const grid = [["UHL"], ["2023/24"], [1, "Gas (kWh)", 5], [2, "Water (m³)", 6]];
    expectLines(read([sheet("S", grid)]), ["GAS RWE 2023/24 5", "WATER RWE 2023/24 6"]);
  });
});
