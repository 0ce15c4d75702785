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
    expect(reading.notUnderstood.map(({ place }) => place.cell)).toEqual(["UHL!F2"]);
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

describe("what a heading says a figure is", () => {
  test("rows headed target, trajectory or plan are that", () => {
    const grid = [
      ["Metric", "2022/23"],
      ["Gas (kWh) - actual", 1],
      ["Gas (kWh) - target", 3],
      ["Target: water (m³)", 5],
      ["Gas trajectory (kWh)", 7],
    ];
    expectLines(read([sheet("UHL", grid)]), [
      "GAS RWE 2022/23 1",
      "GAS RWE 2022/23 target 3",
      "WATER RWE 2022/23 target 5",
      "GAS RWE 2022/23 trajectory 7",
    ]);
  });

  test("a metric merged down over its actual and its plan", () => {
    const grid = [
      ["Metric", "", "2022/23"],
      ["Gas (kWh)", "Actual", 1],
      ["", "Target", 3],
      ["Water (m³)", "Actual", 5],
      ["", "Plan", 7],
    ];
    expectLines(read([sheet("UHL", grid)]), [
      "GAS RWE 2022/23 1",
      "GAS RWE 2022/23 target 3",
      "WATER RWE 2022/23 5",
      "WATER RWE 2022/23 target 7",
    ]);
  });

  test("a section or a sheet headed targets or budget", () => {
    const grid = [
      ["Metric", "2022/23"],
      ["Actuals"],
      ["Gas (kWh)", 1],
      ["Targets"],
      ["Gas (kWh)", 2],
      ["Budget"],
      ["Gas cost (£)", 3],
    ];
    expectLines(read([sheet("UHL", grid)]), [
      "GAS RWE 2022/23 1",
      "GAS RWE 2022/23 target 2",
      "GAS-COST RWE 2022/23 budget 3",
    ]);
    expectLines(
      read([
        sheet("UHL Targets", [
          ["Metric", "2022/23"],
          ["Gas (kWh)", 1],
        ]),
      ]),
      ["GAS RWE 2022/23 target 1"],
    );
  });

  test("a line that names another year ends the table above it", () => {
    const grid = [
      ["Metric", "2022/23", "2023/24"],
      ["Gas (kWh)", 1, 2],
      [],
      ["Staffing 2024/25"],
      ["Staff trained in carbon literacy", 12],
    ];
    expectLines(read([sheet("UHL", grid)]), ["GAS RWE 2022/23 1", "GAS RWE 2023/24 2", "CL-TRAINED RWE 2024/25 12"]);
  });

  test("dates of the 1904 system", () => {
    const month = (value: number) => ({ value, format: "mmm-yy" });
    const grid = [
      ["Month", "Gas (kWh)"],
      [month(43555), 1],
      [month(43585), 2],
    ];
    expectLines(read([sheet("LPT", grid)], { dateSystem: 1904 }), ["GAS RT5 2023-04 1", "GAS RT5 2023-05 2"]);
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

  test("organisations outside the plan are counted and not read", () => {
    const grid = [
      ["Organisation", "Metric", "Period", "Value", "Unit"],
      ["UHL", "Gas", "2023/24", 1, "kWh"],
      ["NUH", "Gas", "2023/24", 2, "kWh"],
      ["NUH", "Water", "2023/24", 2, "m³"],
      ["RXX", "Gas", "2023/24", 3, "kWh"],
    ];
    const reading = read([sheet("Data", grid)]);
    expectLines(reading, ["GAS RWE 2023/24 1"]);
    expect(reading.leftOut).toEqual({ organisations: 2, rows: 3 });
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

  test("organisations by their full names in a national list, the ambulance service among those left out", () => {
    const grid = [
      ["Provider", "Year", "Gas (kWh)"],
      ["University Hospitals of Leicester NHS Trust", "2022/23", 1],
      ["Leicestershire Partnership NHS Trust", "2022/23", 3],
      ["Nottingham University Hospitals NHS Trust", "2022/23", 5],
      ["East Midlands Ambulance Service NHS Trust", "2022/23", 7],
    ];
    const reading = read([sheet("Data", grid)]);
    expectLines(reading, ["GAS RWE 2022/23 1", "GAS RT5 2022/23 3"]);
    expect(reading.leftOut).toEqual({ organisations: 2, rows: 2 });
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

describe("where the period and the organisation are looked for", () => {
  const table = [
    ["Metric", "Value"],
    ["Gas (kWh)", 5],
  ];

  test("the title comes before the sheet's name, the sheet's before the file's, the file's before the choice", () => {
    const around = { fileName: "LPT 2020-21.xlsx", period: "2019/20", organisations: ["QK1"] };
    expectLines(read([sheet("UHL 2022-23", [["LPT 2023/24"], ...table])], around), ["GAS RT5 2023/24 5"]);
    expectLines(read([sheet("UHL 2022-23", table)], around), ["GAS RWE 2022/23 5"]);
    expectLines(read([sheet("Data", table)], around), ["GAS RT5 2020/21 5"]);
    expectLines(read([sheet("Data", table)], { ...around, fileName: "return.xlsx" }), ["GAS QK1 2019/20 5"]);
  });

  test("where none is found the figure is listed, never assumed", () => {
    const noPeriod = read([sheet("UHL", table)]);
    expect(lines(noPeriod)).toEqual([]);
    expect(noPeriod.notUnderstood).toMatchObject([{ place: { cell: "UHL!B2" }, raw: 5, label: "Gas (kWh)" }]);
    expect(noPeriod.notUnderstood[0]!.reason).toMatch(/period/i);
    const nobody = read([sheet("Data", table)], { period: "2023/24", organisations: ["RWE", "RT5"] });
    expect(lines(nobody)).toEqual([]);
    expect(nobody.notUnderstood[0]!.reason).toMatch(/organisation/i);
  });

  test("a plan's name and its years are neither organisation nor period", () => {
    const grid = [["LLR ICS Green Plan 2022-2025"], ...table];
    expectLines(read([sheet("UHL 2023-24", grid)]), ["GAS RWE 2023/24 5"]);
  });

  test("a bare year is ambiguous and is said to be, unless another heading settles it", () => {
    const grid = [
      ["Metric", "2023"],
      ["Gas (kWh)", 5],
    ];
    const alone = read([sheet("UHL", grid)]);
    expect(lines(alone)).toEqual([]);
    expect(alone.notUnderstood[0]!.reason).toContain("2023");
    expectLines(read([sheet("UHL", grid)], { fileName: "Return 2023-24.xlsx" }), ["GAS RWE 2023/24 5"]);
  });

  test("the system is found by LLR, system and ICS", () => {
    for (const name of ["LLR", "System", "ICS total", "Whole system"]) {
      expectLines(
        read([
          sheet(`${name} 2023-24`, [
            ["Metric", "Value"],
            ["NHS Carbon Footprint (ktCO2e)", 88.6],
          ]),
        ]),
        ["CF LLR 2023/24 88600"],
      );
    }
  });
});
