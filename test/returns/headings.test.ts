import { sheet } from "./grids";
import { cells, expectLines, lines, read } from "./reading";

describe("columns beside the figures", () => {
  test("a RAG, a comment or a unit after every year ends no table", () => {
    const rag = [
      ["KPI", "2022/23", null, null, "2023/24", null, null],
      [null, "Actual", "RAG", "Target", "Actual", "RAG", "Target"],
      ["Gas (kWh)", 1, "R", 2, 3, "G", 4],
    ];
    const reading = read([sheet("UHL", rag)]);
    expectLines(reading, [
      "GAS RWE 2022/23 1",
      "GAS RWE 2022/23 target 2",
      "GAS RWE 2023/24 3",
      "GAS RWE 2023/24 target 4",
    ]);
    expect(reading.tables).toHaveLength(1);
    const units = [
      ["Metric", "2022/23", "Unit", "2023/24", "Unit"],
      ["Gas", 1, "MWh", 2, "GWh"],
    ];
    expectLines(read([sheet("UHL", units)]), ["GAS RWE 2022/23 1000", "GAS RWE 2023/24 2000000"]);
  });

  test("a number among them is listed in the mapping, and asked about only where its heading says nothing", () => {
    const grid = [
      ["Ref", "Metric", "2023/24", "Meter", "Remark of ours"],
      [101, "Gas (kWh)", 1, 4711, "read in March"],
      [102, "Water (m³)", 2, 4712, "read in April"],
      [103, "Oil (kWh)", 3, null, 250],
    ];
    const reading = read([sheet("UHL", grid)]);
    expect(lines(reading)).toHaveLength(3);
    expect(reading.mapping.filter(({ metric }) => metric === null).map(({ label, range }) => [label, range])).toEqual([
      ["Ref", "A2:A4"],
      ["Meter", "D2:D3"],
      ["Remark of ours", "E4"],
    ]);
    expect(reading.notUnderstood).toMatchObject([{ place: { cell: "UHL!E4" }, raw: 250 }]);
  });

  test("the number of a question is none of a form's figures, and a figure that nothing names is asked about", () => {
    const form = [
      [1, "Electricity (kWh)", 5],
      [2, "Gas (kWh)", 6],
    ];
    const reading = read([sheet("UHL 2023-24", form)]);
    expectLines(reading, ["ELEC RWE 2023/24 5", "GAS RWE 2023/24 6"]);
    expect(reading.notUnderstood).toEqual([]);
  });

  test("a count of sites names no site, and the figures beside it stay the organisation's own", () => {
    const grid = [
      ["Year", "Org", "Sites", "Gas (kWh)"],
      ["2022/23", "UHL", 3, 5],
      ["2023/24", "UHL", 4, 6],
    ];
    expectLines(read([sheet("Data", grid)]), ["GAS RWE 2022/23 5", "GAS RWE 2023/24 6"]);
  });

  test("numbers that stand in no table are told of, once for each sheet", () => {
    const reading = read([
      sheet("Sums", [
        ["alpha", "beta"],
        [1, 2],
        [3, 4],
      ]),
    ]);
    expect(reading.notUnderstood).toMatchObject([{ place: { cell: "Sums!A2" }, raw: 1 }]);
    expect(reading.notUnderstood[0]!.reason).toMatch(/^4 numbers of this sheet/);
  });
});

describe("the corner of a table", () => {
  test.each(["Month", "Organisation", "Year", "Site"])("“%s” over metrics names what stands across", (corner) => {
    const grid = [
      [corner, "2022/23", "2023/24"],
      ["Gas (kWh)", 1, 2],
      ["Water (m³)", 3, 4],
    ];
    expect(lines(read([sheet("UHL", grid)]))).toHaveLength(4);
  });

  test("“Metric” and “Unit” at the head of two header rows, years down", () => {
    const grid = [
      ["Metric", "Electricity", "Gas"],
      ["Unit", "kWh", "MWh"],
      ["2022/23", 1, 2],
      ["2023/24", 3, 4],
    ];
    expectLines(read([sheet("UHL", grid)]), [
      "ELEC RWE 2022/23 1",
      "GAS RWE 2022/23 2000",
      "ELEC RWE 2023/24 3",
      "GAS RWE 2023/24 4000",
    ]);
  });
});

describe("headings over headings", () => {
  test("a heading begins below the last figures of the table above it", () => {
    const grid = [
      ["Energy (kWh)", "2022/23"],
      ["Gas", 1],
      ["Waste (tonnes)", "2023/24"],
      ["Landfill", 2],
    ];
    const reading = read([sheet("UHL", grid)]);
    expectLines(reading, ["GAS RWE 2022/23 1", "LANDFILL RWE 2023/24 2"]);
    expect(reading.tables.map(({ range }) => range)).toEqual(["A1:B2", "A3:B4"]);
  });

  test("a total over one year's quarters is the sum of that year's alone", () => {
    const grid = [
      [null, "2023/24", null, null, "2024/25", null, null],
      ["Metric", "Q1", "Q2", "Total", "Q1", "Q2", "Total"],
      ["Gas (kWh)", 1, 2, 3, 4, 5, 9],
    ];
    const of = read([sheet("UHL", grid)]).statedTotals.map((each) => each.of.map(({ cell }) => cell));
    expect(of).toEqual([
      ["UHL!B3", "UHL!C3"],
      ["UHL!E3", "UHL!F3"],
    ]);
  });

  test("numbers before headings say nothing", () => {
    const grid = [
      ["Metric", "2023/24"],
      ["1. Electricity consumed (kWh)", 5],
      ["2) Gas consumed (kWh)", 6],
      ["3 - Water (m³)", 7],
      ["4.1 Oil (kWh)", 8],
    ];
    expectLines(read([sheet("UHL", grid)]), [
      "ELEC RWE 2023/24 5",
      "GAS RWE 2023/24 6",
      "WATER RWE 2023/24 7",
      "OIL RWE 2023/24 8",
    ]);
    expect(
      lines(
        read([
          sheet("UHL 2023-24", [
            ["Metric", "Value"],
            ["Q1 gas (kWh)", 5],
          ]),
        ]),
      ),
    ).toEqual([]);
  });

  test("a list of metric ids under a heading of its own", () => {
    const grid = [
      ["Org", "Code", "Period", "Value"],
      ["RWE", "GAS", "2023/24", 1],
      ["RT5", "FLEET-LEV", "2023/24", 90],
    ];
    expectLines(read([sheet("D", grid)]), ["GAS RWE 2023/24 1", "FLEET-LEV RT5 2023/24 90"]);
  });

  test("a table's number and what it is set out by are no part of its subject", () => {
    const grid = [["Table 3: UHL electricity by month, 2023/24 (kWh)"], ["Month", "Value"], ["April", 1], ["May", 2]];
    const reading = read([sheet("T", grid)]);
    expectLines(reading, ["ELEC RWE 2023-04 1", "ELEC RWE 2023-05 2"]);
    expect(cells(reading)["ELEC RWE 2023-05 2"]).toBe("T!B4");
  });

  test("“Scope 3” takes its footprint from the section or title over it, and alone is neither", () => {
    const of = (title: string) =>
      lines(read([sheet("UHL", [[title], ["Emissions (tCO2e)", "2023/24"], ["Scope 3", 5]])]));
    expect(of("NHS Carbon Footprint")).toEqual(["S3-CF RWE 2023/24 5"]);
    expect(of("NHS Carbon Footprint Plus")).toEqual(["S3-PLUS RWE 2023/24 5"]);
    expect(of("Emissions")).toEqual([]);
  });
});
