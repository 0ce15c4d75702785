import { sheet } from "./grids";
import { expectLines, lines, read } from "./reading";

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
