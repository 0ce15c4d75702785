import { sheet, type Grid } from "../grids";
import { lines, read } from "../reading";

/** What the headings around a row do to its words, and what they may not do. */
const of = (grid: Grid) => lines(read([sheet("UHL", grid)]));

describe("a row under a heading of its section", () => {
  const under = (section: string, ...rows: Grid) =>
    of([["Metric", "Unit", "2023/24"], ["Steam", "kWh", 1], [section], ...rows]);
  const others = (section: string, ...rows: Grid) =>
    under(section, ...rows).filter((line) => !line.startsWith("STEAM"));

  test("takes its subject from it where it only says how it is measured", () => {
    expect(others("Electricity", ["Consumption", "kWh", 5], ["Cost", "£", 6])).toEqual([
      "ELEC RWE 2023/24 5",
      "ELEC-COST RWE 2023/24 6",
    ]);
  });

  test("is its cost under costs, where no unit says otherwise", () => {
    expect(others("Costs", ["Gas", null, 5])).toEqual(["GAS-COST RWE 2023/24 5"]);
    expect(others("Costs", ["Gas", "kWh", 5])).toEqual(["GAS RWE 2023/24 5"]);
  });

  test.each(["Exported", "Energy saved", "Of which tenants", "Avoided", "Recharged to others", "Income"])(
    "is not read under “%s”",
    (section) => {
      expect(others(section, ["Electricity", "kWh", 5])).toEqual([]);
    },
  );

  test.each([
    ["Scope 1 emissions", "Total emissions", "tCO2e"],
    ["Scope 1 emissions", "Emissions of theatres", "tCO2e"],
    ["Electricity", "Lifts", "kWh"],
    ["Electricity", "Total consumption", "kWh"],
    ["Landfill", "Bags", "tonnes"],
  ])("“%s” does not make “%s” its own", (section, row, unit) => {
    expect(others(section, [row, unit, 5])).toEqual([]);
  });
});

describe("a row with words in several columns", () => {
  const filed = (...rows: Grid) => of([["Category", "Item", "Unit", "2023/24"], ...rows]);

  test("is read by those that do more than file it", () => {
    expect(
      filed(["Energy", "Gas", "kWh", 5], ["Waste", "Landfill", "tonnes", 6], ["Energy", "Steam", "kWh", 7]),
    ).toEqual(["GAS RWE 2023/24 5", "LANDFILL RWE 2023/24 6", "STEAM RWE 2023/24 7"]);
  });

  test("is asked about where one of them is not known", () => {
    expect(filed(["Theatres", "Gas", "kWh", 5], ["Energy", "Steam", "kWh", 7])).toEqual(["STEAM RWE 2023/24 7"]);
  });
});

describe("a column's heading", () => {
  test.each(["Sub-meters", "Conversion factor", "Invoices", "Emissions", "Saved"])(
    "“%s” is no figure of the row",
    (heading) => {
      const grid = [
        ["Metric", "2023/24", heading],
        ["Gas (kWh)", 5, 6],
        ["Steam (kWh)", 7, 8],
      ];
      expect(of(grid)).toEqual(["GAS RWE 2023/24 5", "STEAM RWE 2023/24 7"]);
    },
  );
});

describe("a unit", () => {
  test("chooses between the metrics of one subject", () => {
    const grid = [
      ["Metric", "Unit", "2023/24"],
      ["Electricity", "kWh", 1],
      ["Electricity", "£", 2],
      ["Electricity", "kWh/m²", 3],
      ["Electricity", "p/kWh", 4],
      ["Electricity", "tCO2e", 5],
    ];
    expect(of(grid)).toEqual([
      "ELEC RWE 2023/24 1",
      "ELEC-COST RWE 2023/24 2",
      "ELEC-M2 RWE 2023/24 3",
      "ELEC-PRICE RWE 2023/24 0.04",
    ]);
  });

  test("that a label and its unit’s cell give differently is asked about", () => {
    expect(
      of([
        ["Metric", "Unit", "2023/24"],
        ["Gas (£)", "kWh", 5],
        ["Steam", "kWh", 7],
      ]),
    ).toEqual(["STEAM RWE 2023/24 7"]);
  });

  test("is missed where a count may be meant as well as a share", () => {
    const reading = read([
      sheet("UHL", [
        ["Metric", "2023/24"],
        ["ULEVs in fleet", 12],
        ["Steam (kWh)", 7],
      ]),
    ]);
    expect(lines(reading)).toEqual(["STEAM RWE 2023/24 7"]);
    expect(reading.notUnderstood[0]?.reason).toContain("without a unit it may be");
  });
});
