import { sheet } from "./grids";
import { expectLines, lines, read } from "./reading";

/** One row of a return: its metric, the unit in a cell of its own, the figure. */
const row = (metric: string, unit: string | null, value: number) =>
  read([
    sheet("UHL 2023-24", [
      ["Metric", "Unit", "Value"],
      [metric, unit, value],
    ]),
  ]);

describe("the unit a return gives", () => {
  test.each([
    ["Water", "Ml", 2, "WATER RWE 2023/24 2000"],
    ["Water", "ML", 2, "WATER RWE 2023/24 2000"],
    ["Water", "kl", 2, "WATER RWE 2023/24 2"],
    ["Sevoflurane", "ml", 2000, "SEVO-LITRES RWE 2023/24 2"],
    ["Electricity", "TWh", 1, "ELEC RWE 2023/24 1000000000"],
    ["Carbon footprint", "MtCO2e", 1, "CF RWE 2023/24 1000000"],
    ["Carbon footprint", "MT CO2e", 1, "CF RWE 2023/24 1"],
    ["Low emission fleet", "% of vehicles", 90, "FLEET-LEV RWE 2023/24 90"],
    ["Staff trained in carbon literacy", "staff", 12, "CL-TRAINED RWE 2023/24 12"],
    ["Patient contacts", "Nos.", 12, "CONTACTS RWE 2023/24 12"],
    ["Cycle to work scheme in place", "Y/N/NA", 1, "CYCLE RWE 2023/24 1"],
    ["Mean carbon per salbutamol inhaler", "kgCO2e/inhaler", 13.4, "SALBUTAMOL-C RWE 2023/24 13.4"],
    ["Landfill", "MT", 12, "LANDFILL RWE 2023/24 12"],
    ["Gas per m²", "kWh/m²", 99, "GAS-M2 RWE 2023/24 99"],
    ["Gas per m²", null, 99, "GAS-M2 RWE 2023/24 99"],
  ])("%s in %s: %d", (metric, unit, value, expected) => {
    expectLines(row(metric, unit, value), [expected]);
  });

  test.each([
    ["Office paper", "boxes"],
    ["Gas", "MMBtu"],
    ["Landfill", "bags"],
    ["Recycling", "tons"],
    ["Landfill", "Mt"],
  ])("%s in %s is not taken for the plan's own unit", (metric, unit) => {
    const reading = row(metric, unit, 10);
    expect(lines(reading)).toEqual([]);
    expect(reading.notUnderstood).toMatchObject([{ place: { cell: "UHL 2023-24!C2" }, raw: 10 }]);
    expect(reading.notUnderstood[0]!.reason).toContain(`its unit “${unit}” is not one that is known`);
  });

  test("an empty word in the unit's cell is no unit, and an answer needs none", () => {
    expectLines(row("Patient contacts", "n/a", 4), ["CONTACTS RWE 2023/24 4"]);
    const answered = read([
      sheet("UHL 2023-24", [
        ["Metric", "Unit", "Value"],
        ["Cycle to work scheme in place", "Choice", "Yes"],
      ]),
    ]);
    expectLines(answered, ["CYCLE RWE 2023/24 1"]);
  });

  test("a title that names two units decides only where one of them fits", () => {
    const grid = [
      ["Energy in MWh, water in m³, costs in £k"],
      ["Metric", "2023/24"],
      ["Water", 7],
      ["Gas", 1],
      ["Gas cost", 3],
    ];
    const reading = read([sheet("UHL", grid)]);
    expectLines(reading, ["GAS-COST RWE 2023/24 3000"]);
    expect(reading.notUnderstood.map(({ place }) => place.cell)).toEqual(["UHL!B3", "UHL!B4"]);
    expect(reading.notUnderstood[1]!.reason).toContain("either may be meant");
  });

  test("a title that multiplies without saying what leaves the figures unread", () => {
    const grid = [["Figures in thousands"], ["Metric", "2023/24"], ["Gas (kWh)", 1]];
    const reading = read([sheet("UHL", grid)]);
    expect(lines(reading)).toEqual([]);
    expect(reading.notUnderstood[0]!.reason).toContain("“Figures in thousands” does not say of what");
  });

  test("a sheet named for its metric and unit gives both", () => {
    const grid = [
      ["Organisation", "2022/23"],
      ["UHL", 1],
      ["LPT", 2],
    ];
    const reading = read([sheet("Gas (MWh)", grid)]);
    expectLines(reading, ["GAS RWE 2022/23 1000", "GAS RT5 2022/23 2000"]);
    expect(reading.observations[0]!.confidence).toBe(1);
  });
});

describe("figures that look like years", () => {
  test("under headings of years, metrics and values they are figures", () => {
    const across = [
      ["Metric", "2022/23", "2023/24"],
      ["Staff trained in carbon literacy", 2019, 2024],
      ["Landfill (tonnes)", 1998, 2001],
      ["Office paper (reams)", 2016, 202302],
    ];
    expectLines(read([sheet("UHL", across)]), [
      "CL-TRAINED RWE 2022/23 2019",
      "CL-TRAINED RWE 2023/24 2024",
      "LANDFILL RWE 2022/23 1998",
      "LANDFILL RWE 2023/24 2001",
      "PAPER RWE 2022/23 2016",
      "PAPER RWE 2023/24 202302",
    ]);
    const down = [
      ["Site", "Water (m³)"],
      ["Glenfield Hospital", 2001],
      ["Leicester Royal Infirmary", 1999],
    ];
    expectLines(read([sheet("UHL 2023-24", down)]), [
      "WATER RWE/Glenfield Hospital 2023/24 2001",
      "WATER RWE/Leicester Royal Infirmary 2023/24 1999",
    ]);
  });

  test("in a form they are figures beside a metric, and a year beside “Reporting year”", () => {
    const form = [
      ["UHL"],
      ["Reporting year", "2023/24"],
      ["Staff trained in carbon literacy", 2019],
      ["Water (m³)", 5],
    ];
    expectLines(read([sheet("Form", form)]), ["CL-TRAINED RWE 2023/24 2019", "WATER RWE 2023/24 5"]);
  });

  test("among rows of sites they end no table", () => {
    const grid = [
      [null, "Water (m³)", "Landfill (tonnes)"],
      ["Glenfield Hospital", 2019, 2001],
      ["Leicester Royal Infirmary", 5, 6],
      ["Leicester General Hospital", 2018, 2024],
      ["Coalville Hospital", 7, 8],
    ];
    const reading = read([sheet("UHL 2023-24", grid)]);
    expect(reading.tables).toHaveLength(1);
    expect(lines(reading)).toHaveLength(8);
    expect(lines(reading)).toContain("LANDFILL RWE/Leicester General Hospital 2023/24 2024");
  });

  test("a header of bare years is still one, and its figures wait for what the years are", () => {
    const grid = [
      ["Metric", 2020, 2021],
      ["Gas (kWh)", 5, 6],
    ];
    const reading = read([sheet("UHL", grid)]);
    expect(lines(reading)).toEqual([]);
    expect(reading.notUnderstood.map(({ raw }) => raw)).toEqual([5, 6]);
    expect(reading.notUnderstood[0]!.reason).toContain("write the period in full");
  });
});
