import { sheet } from "./grids";
import { expectLines, lines, read } from "./reading";

describe("organisations as people write them", () => {
  test.each([
    ["UHL", "RWE"],
    ["RWE - UHL", "RWE"],
    ["University Hospitals of Leicester NHS Trust (RWE)", "RWE"],
    ["Leicester's Hospitals", "RWE"],
    ["Univ. Hospitals Leicester", "RWE"],
    ["RT5: Leicestershire Partnership NHS Trust", "RT5"],
    ["Leics Partnership NHS Trust", "RT5"],
    ["LLR ICB", "QK1"],
    ["Primary Care", "PCN"],
    ["System", "LLR"],
  ])("%s is %s", (name, code) => {
    const reading = read([
      sheet("2023-24", [
        ["Organisation", "Gas (kWh)"],
        [name, 5],
        ["Nottingham University Hospitals", 6],
      ]),
    ]);
    expectLines(reading, [`GAS ${code} 2023/24 5`]);
    expect(reading.leftOut).toEqual({ organisations: 0, rows: 0 });
    expect(reading.notUnderstood[0]?.reason).toContain(
      "“Nottingham University Hospitals” is no organisation of the plan",
    );
  });

  test("a sheet's name with an apostrophe, quotes and a picture", () => {
    expectLines(
      read([
        sheet('UHL\'s "2023-24" 🌱 data', [
          ["Metric", "Value"],
          ["Gas (kWh)", 1],
        ]),
      ]),
      ["GAS RWE 2023/24 1"],
    );
  });

  test("a part of a member in the organisations' column is a site of it", () => {
    const grid = [
      ["Organisation", "Inhaler emissions (tCO2e)", "Gas (kWh)"],
      ["City Central PCN", 1, 5],
      ["Aegis PCN", 2, 6],
      ["UHL - Glenfield", null, 7],
    ];
    expectLines(read([sheet("2023-24", grid)]), [
      "INHALER-C PCN/City Central PCN 2023/24 1",
      "GAS PCN/City Central PCN 2023/24 5",
      "INHALER-C PCN/Aegis PCN 2023/24 2",
      "GAS PCN/Aegis PCN 2023/24 6",
      "GAS RWE/UHL - Glenfield 2023/24 7",
    ]);
  });

  test("“ICB”, “PCN” and “System” over numbers head those organisations' figures", () => {
    const grid = [
      ["Metric", "UHL", "LPT", "PCN", "ICB", "System"],
      ["Office paper (reams)", 1, 2, 3, 4, 10],
    ];
    expectLines(read([sheet("2023-24", grid)]), [
      "PAPER RWE 2023/24 1",
      "PAPER RT5 2023/24 2",
      "PAPER PCN 2023/24 3",
      "PAPER QK1 2023/24 4",
      "PAPER LLR 2023/24 10",
    ]);
  });

  test.each(["Submitted to: NHS LLR ICB", "Return to the LLR ICS", "Prepared for the LLR ICB Green Board"])(
    "%s says who receives the figures, not whose they are",
    (title) => {
      const reading = read([sheet("Return", [[title], ["Metric", "Value"], ["Gas (kWh)", 1]])], {
        fileName: "UHL 2023-24.xlsx",
      });
      expectLines(reading, ["GAS RWE 2023/24 1"]);
    },
  );
});

describe("regional tables (plan-facts section 2)", () => {
  const head = ["Region", "2019/20", "2023/24"];

  test("a column of regions is one of organisations: the plan has the Midlands, the rest are left out and counted", () => {
    const grid = [
      ["NHS Carbon Footprint by region (ktCO2e)"],
      head,
      ["East of England", 601, 600],
      ["Midlands", 1179, 1100],
      ["England", 6107, 6000],
    ];
    const reading = read([sheet("LLR context", grid)]);
    expectLines(reading, ["CF Y60 2019/20 1179000", "CF Y60 2023/24 1100000"]);
    expect(reading.leftOut).toEqual({ organisations: 2, rows: 2 });
  });

  test("no row of it becomes the system's, though the sheet and the file say LLR", () => {
    const grid = [
      ["LLR ICS Green Plan, Table 1: NHS Carbon Footprint (ktCO2e)"],
      head,
      ["London", 1040, 1000],
      ["England", 6107, 6000],
    ];
    const reading = read([sheet("LLR", grid)], { fileName: "LLR 2023-24.xlsx" });
    expect(lines(reading)).toEqual([]);
  });

  test("a region beside the organisation is only said of it", () => {
    const grid = [
      ["Region", "Trust code", "Gas (kWh)"],
      ["Midlands", "RWE", 5],
    ];
    expectLines(read([sheet("2023-24", grid)]), ["GAS RWE 2023/24 5"]);
  });
});
