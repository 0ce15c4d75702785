import { sheet, type Grid } from "./grids";
import { expectLines, lines, read } from "./reading";

const day = (value: number) => ({ value, format: "dd/mm/yyyy" });
const gasOf = (grid: Grid) => lines(read([sheet("UHL", grid)]));

describe("days that stand for their month, quarter or year", () => {
  test.each([
    ["Month", [45383, 45413], ["2024-04", "2024-05"]],
    ["Month ending", [45412, 45473], ["2024-04", "2024-06"]],
    ["Quarter ending", [45473, 45565], ["2024/25 Q1", "2024/25 Q2"]],
    ["Year ending", [45382, 45747], ["2023/24", "2024/25"]],
    ["Financial year starting", [45017], ["2023/24"]],
  ])("under %s", (heading, days, periods) => {
    const grid = [[heading, "Gas (kWh)"], ...days.map((serial, index) => [day(serial), index + 1])];
    expect(gasOf(grid)).toEqual(periods.map((period, index) => `GAS RWE ${period} ${index + 1}`));
  });

  test("across, under a corner that says Month", () => {
    expect(
      gasOf([
        ["Month", day(45383), day(45413)],
        ["Gas (kWh)", 1, 2],
      ]),
    ).toEqual(["GAS RWE 2024-04 1", "GAS RWE 2024-05 2"]);
  });

  test("the last days of quarters that follow one another", () => {
    expect(
      gasOf([
        ["Metric", day(45473), day(45565), day(45657)],
        ["Gas (kWh)", 1, 2, 3],
      ]),
    ).toEqual(["GAS RWE 2024/25 Q1 1", "GAS RWE 2024/25 Q2 2", "GAS RWE 2024/25 Q3 3"]);
  });

  test.each(["Quarter ending", "Date", "Bill date", "Period ending"])(
    "a day that is none of them is no period of gas: under %s it is asked about",
    (heading) => {
      const reading = read([
        sheet("UHL", [
          [heading, "Gas (kWh)"],
          [day(45460), 1],
          [day(45467), 2],
        ]),
      ]);
      expect(lines(reading)).toEqual([]);
      expect(new Set(reading.notUnderstood.map(({ reason }) => reason))).toEqual(
        new Set([
          "A single day is no period for this figure: write the month, quarter or year that it covers, such as 2024/25.",
        ]),
      );
    },
  );

  test("what is so at a day is so at its year's end, or in its month", () => {
    const grid = (serial: number) => [
      ["Metric", day(serial)],
      ["Gross internal floor area (m2)", 9],
    ];
    expect(gasOf(grid(45382))).toEqual(["GIA RWE 2023/24 9"]);
    expect(gasOf(grid(45460))).toEqual(["GIA RWE 2024-06 9"]);
  });

  test("the last day of March beside years is the year it ends", () => {
    expect(
      gasOf([
        ["Metric", "31/03/2023", "2023/24"],
        ["Gas (kWh)", 1, 2],
      ]),
    ).toEqual(["GAS RWE 2022/23 1", "GAS RWE 2023/24 2"]);
  });
});

describe("a year written by one number", () => {
  const under = (heading: string) =>
    gasOf([
      [heading, "Gas (kWh)"],
      [2020, 1],
      [2021, 2],
    ]);

  test.each([
    ["Financial year ending", ["GAS RWE 2019/20 1", "GAS RWE 2020/21 2"]],
    ["Year to 31 March", ["GAS RWE 2019/20 1", "GAS RWE 2020/21 2"]],
    ["Financial year starting", ["GAS RWE 2020/21 1", "GAS RWE 2021/22 2"]],
    ["Calendar year", ["GAS RWE 2020 1", "GAS RWE 2021 2"]],
  ])("is settled by %s over it", (heading, expected) => {
    expect(under(heading)).toEqual(expected);
  });

  test.each(["Year", "Financial year", "Year ending"])("is not settled by %s", (heading) => {
    expect(under(heading)).toEqual([]);
  });

  test("“Financial year” leaves the two financial years it may be", () => {
    const grid = [
      ["Financial year", "Gas (kWh)"],
      [2020, 1],
    ];
    const [unread] = read([sheet("UHL", grid)]).notUnderstood;
    expect(unread!.reason).toContain("2020/21");
    expect(unread!.reason).toContain("2019/20");
    expect(unread!.reason).not.toContain("31 Dec 2020");
  });

  test("a line above the table settles it too", () => {
    expect(gasOf([["Years ending 31 March"], ["Metric", 2020, 2021], ["Gas (kWh)", 1, 2]])).toEqual([
      "GAS RWE 2019/20 1",
      "GAS RWE 2020/21 2",
    ]);
  });

  test("of a target is the financial year that ends in it, and says so (plan-facts section 2)", () => {
    const across = read([
      sheet("UHL", [
        ["Metric", "2023/24", "Target 2032"],
        ["Carbon footprint (tCO2e)", 10, 2],
      ]),
    ]);
    expectLines(across, ["CF RWE 2023/24 10", "CF RWE 2031/32 target 2"]);
    expect(across.observations.map(({ note }) => note)).toEqual([
      null,
      "a target's bare year is read as the financial year that ends in it",
    ]);
    const list = read([
      sheet("D", [
        ["Organisation", "Metric", "Type", "Year", "Value"],
        ["UHL", "Carbon footprint (tCO2e)", "Target", 2032, 2],
        ["UHL", "Carbon footprint (tCO2e)", "Actual", "2023/24", 10],
      ]),
    ]);
    expectLines(list, ["CF RWE 2023/24 10", "CF RWE 2031/32 target 2"]);
  });
});

describe("periods in two columns, and periods that are none", () => {
  test("a quarter by its number takes its year from the next column", () => {
    expect(
      gasOf([
        ["Year", "Quarter", "Gas (kWh)"],
        ["2023/24", 1, 5],
        ["2023/24", 2, 6],
      ]),
    ).toEqual(["GAS RWE 2023/24 Q1 5", "GAS RWE 2023/24 Q2 6"]);
  });

  test("a month by its number may be April's fourth or July's: it is never passed over for the year beside it", () => {
    const reading = read([
      sheet("UHL", [
        ["Year", "Month", "Gas (kWh)"],
        ["2023/24", 4, 5],
      ]),
    ]);
    expect(lines(reading)).toEqual([]);
    expect(reading.notUnderstood[0]!.reason).toContain("“4” under “Month”");
  });

  test("months take their year from their own column's heading", () => {
    expect(
      gasOf([
        ["Month 2024/25", "Gas (kWh)"],
        ["April", 1],
        ["January", 2],
      ]),
    ).toEqual(["GAS RWE 2024-04 1", "GAS RWE 2025-01 2"]);
  });
});

describe("a mark beside a year", () => {
  test.each([
    ["2023/24 (p)", "GAS RWE 2023/24 estimate 5"],
    ["2024/25 est.", "GAS RWE 2024/25 estimate 5"],
    ["2025/26F", "GAS RWE 2025/26 forecast 5"],
    ["2022/23 (a)", "GAS RWE 2022/23 5"],
    ["FOT 2024/25", "GAS RWE 2024/25 forecast 5"],
  ])("%s", (heading, expected) => {
    expect(
      gasOf([
        ["Metric", heading],
        ["Gas (kWh)", 5],
      ]),
    ).toEqual([expected]);
  });
});
