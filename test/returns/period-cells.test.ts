import { sheet, type Grid, type GridCell } from "./grids";
import { expectLines, lines, read } from "./reading";

const day = (value: number, format = "dd/mm/yyyy") => ({ value, format });

/** What gas, 5 kWh, is of: "2024/25", "2024/25 target"; "asked" where it is not read. */
function of(grid: Grid, name = "UHL"): string {
  const reading = read([sheet(name, grid)]);
  const [found] = lines(reading).map((line) => line.replace(/^GAS RWE | 5$/g, ""));
  if (found !== undefined) return found;
  return reading.notUnderstood.length > 0 ? "asked" : "not read";
}

const asHeading = (text: GridCell, name?: string) =>
  of(
    [
      ["Metric", text],
      ["Gas (kWh)", 5],
    ],
    name,
  );
/** In a list whose periods are all written so. */
function inList(text: GridCell): string {
  return of([
    ["Metric", "Period", "Value", "Unit"],
    ["Gas", text, 5, "kWh"],
  ]);
}

describe.each([
  ["as a heading", asHeading],
  ["in a column of periods", inList],
])("a period %s", (_, readAs) => {
  test.each([
    ["FY2024", "2023/24"],
    ["FY 2023-24", "2023/24"],
    ["FYE Mar 25", "2024/25"],
    ["FYE March 2025", "2024/25"],
    ["FYE 31 March 2025", "2024/25"],
    ["FYE 31/03/2025", "2024/25"],
    ["FYE 2025", "2024/25"],
    ["24/25", "2024/25"],
    ["2024–25", "2024/25"],
    ["2024_25", "2024/25"],
    ["Year to 31/03/2025", "2024/25"],
    ["12 months to March 2025", "2024/25"],
    ["April 2024 to March 2025", "2024/25"],
    ["Q1 24/25", "2024/25 Q1"],
    ["Q4 2024/25 (Jan-Mar)", "2024/25 Q4"],
    ["Jan-Mar 2025", "2024/25 Q4"],
    ["Apr-2024", "2024-04"],
    ["202404", "2024-04"],
    ["2024-04-01", "2024-04"],
    ["01/06/2024", "2024-06"],
    ["P06 2024/25", "2024-09"],
    ["P6 2024/25", "2024-09"],
    ["2024/25 P12", "2025-03"],
    ["P01 24/25", "2024-04"],
    ["M12 2024/25", "2025-03"],
    ["M1 24/25", "2024-04"],
    ["2024/25 YTD to December", "2024/25 to 2024-12-31"],
    ["YTD Dec 2024", "2024/25 to 2024-12-31"],
    ["Cumulative to Dec 2024", "2024/25 to 2024-12-31"],
    ["Baseline 2019/20", "2019/20 baseline"],
    ["2019/20 baseline year", "2019/20 baseline"],
    ["2024/25 target", "2024/25 target"],
    ["Target 2024/25", "2024/25 target"],
    ["Plan 2025/26", "2025/26 target"],
    ["Actual 24/25", "2024/25"],
    ["24/25 F'cast", "2024/25 forecast"],
    ["Forecast outturn 2024/25", "2024/25 forecast"],
    ["2024/25 est.", "2024/25 estimate"],
    ["2024/25 budget", "2024/25 budget"],
    ["2024/25 trajectory", "2024/25 trajectory"],
    ["2024/25 provisional", "2024/25 estimate"],
    ["Variance 2024/25", "not read"],
  ])("%s is %s", (text, expected) => {
    expect(readAs(text)).toEqual(expected);
  });

  test.each([
    "YTD",
    "2024/25 YTD",
    "2024/25 to date",
    "2024/25 so far",
    "2024/25 cumulative",
    "2024/25 part year",
    "Last year",
    "Prior year",
    "Previous financial year",
    "Next year",
    "Same period last year",
    "P13 2024/25",
    "M13 2024/25",
    "2019/20 restated",
    "2019/20 original",
    "2019/20 (as originally reported)",
    "2024/25 Phase 2",
    "Week 12 2024/25",
    "2024",
  ])("%s is asked about", (text) => {
    expect(readAs(text)).toBe("asked");
  });
});

test("a change from one year to the next is no figure of a year", () => {
  expect(inList("% change 2023/24 to 2024/25")).toBe("not read");
  expect(asHeading("% change 2023/24 to 2024/25")).toMatch(/not read|asked/);
});

describe("what a sheet's year does for a period that has none", () => {
  test.each([
    ["April", "2024-04"],
    ["M12", "2025-03"],
    ["Q2", "2024/25 Q2"],
    ["Quarter 4", "2024/25 Q4"],
    ["Full year", "2024/25"],
    ["YTD", "asked"],
    ["2024/25 YTD", "asked"],
    ["Last year", "asked"],
    ["Prior year", "asked"],
  ])("%s on a sheet of 2024/25 is %s", (text, expected) => {
    expect(asHeading(text, "UHL 2024-25")).toBe(expected);
  });

  test("a finance month in a column of periods takes the year beside it", () => {
    expect(
      of([
        ["Year", "Period", "Gas (kWh)"],
        ["2024/25", "P06", 5],
      ]),
    ).toBe("2024-09");
  });
});

describe("a part of a year beside whole ones", () => {
  test.each(["2024/25 YTD", "YTD 2024/25", "2024/25 to date", "2024/25 (so far)"])("%s stays a part", (heading) => {
    const grid = [
      ["Metric", "2022/23", "2023/24", heading],
      ["Carbon footprint (tCO2e)", 39000, 37200, 9800],
    ];
    const reading = read([sheet("UHL", grid)]);
    expectLines(reading, ["CF RWE 2022/23 39000", "CF RWE 2023/24 37200"]);
    expect(reading.notUnderstood[0]?.reason).toContain("does not say up to when");
  });

  test("a title that says so speaks for its table", () => {
    const grid = [["UHL gas, 2024/25 year to date"], ["Metric", "Value"], ["Gas (kWh)", 5]];
    expect(of(grid, "Data")).toBe("asked");
  });

  test("two statements of a baseline: which stands is asked", () => {
    const grid = [
      ["Metric", "2019/20 original", "2019/20 restated", "2023/24"],
      ["Carbon footprint (tCO2e)", 38500, 42100, 37200],
    ];
    const reading = read([sheet("UHL", grid)]);
    expectLines(reading, ["CF RWE 2023/24 37200"]);
    expect(reading.notUnderstood.map(({ reason }) => reason)).toEqual([
      expect.stringContaining("“2019/20 original” is one of several statements"),
      expect.stringContaining("“2019/20 restated” is one of several statements"),
    ]);
  });
});

describe("days", () => {
  test("a row of days inside a table is no heading, and holds no figures", () => {
    const grid = [
      ["Metric", "2022/23", "2023/24"],
      ["Gas consumption (kWh)", 1, 2],
      ["Data as at", day(45046), day(45412)],
      ["Electricity consumption (kWh)", 3, 4],
      ["Water consumption (m3)", 5, 6],
    ];
    const reading = read([sheet("UHL", grid)]);
    expectLines(reading, [
      "GAS RWE 2022/23 1",
      "GAS RWE 2023/24 2",
      "ELEC RWE 2022/23 3",
      "ELEC RWE 2023/24 4",
      "WATER RWE 2022/23 5",
      "WATER RWE 2023/24 6",
    ]);
    expect(reading.notUnderstood).toEqual([]);
  });

  test.each([
    [
      ["Reporting period", "2024/25"],
      ["Date", day(45817)],
    ],
    [
      ["Date", day(45817)],
      ["Reporting period", "2024/25"],
    ],
    [
      ["Reporting period", "2024/25"],
      ["Date", "09/06/2025"],
    ],
  ])("the date on a form is when it was filled in: %j %j", (first, second) => {
    const grid = [["Organisation", "LPT"], first, second, ["Water consumption (m3)", 5]];
    expectLines(read([sheet("Return", grid)]), ["WATER RT5 2024/25 5"]);
  });

  test("readings finer than a day are one question for their column", () => {
    const readings = Array.from({ length: 96 }, (_, index) => [
      day(45017 + index / 48, "dd/mm/yyyy hh:mm"),
      100 + index,
    ]);
    const reading = read([sheet("UHL meter", [["Timestamp", "Gas (kWh)"], ...readings])]);
    expect(lines(reading)).toEqual([]);
    expect(new Set(reading.notUnderstood.map(({ reason }) => reason)).size).toBe(1);
  });

  test("the first of April in one year and the next may begin years", () => {
    const grid = [
      ["Metric", day(45017), day(45383)],
      ["Gas (kWh)", 5, 6],
    ];
    expect(of(grid)).toBe("asked");
  });
});

describe("start and end columns", () => {
  const bill = (start: GridCell, end: GridCell, headings: readonly string[] = ["Period start", "Period end"]) =>
    of([
      ["Utility", ...headings, "Consumption", "Unit"],
      ["Gas", start, end, 5, "kWh"],
    ]);

  test.each([
    [day(45017), day(45382), "2023/24"],
    [day(45017), day(45199), "2023-04-01 to 2023-09-30"],
    [day(45017), day(45107), "2023/24 Q1"],
    [day(45017), day(45046), "2023-04"],
    ["1 April 2023", "31 March 2024", "2023/24"],
    ["Apr 2023", "Mar 2024", "2023/24"],
    [day(45014), day(45043), "2023-03-29 to 2023-04-27"],
    [day(45382), day(45017), "asked"],
    [day(45017), null, "asked"],
  ])("%j to %j is %s", (start, end, expected) => {
    expect(bill(start, end)).toBe(expected);
  });

  test.each([
    [["Start date", "End date"]],
    [["From", "To"]],
    [["Bill start date", "Bill end date"]],
    [["Date from", "Date to"]],
    [["Start", "End"]],
  ])("under %j", (headings) => {
    expect(bill(day(45017), day(45382), headings)).toBe("2023/24");
  });

  test("a start alone says no period", () => {
    expect(
      of([
        ["Utility", "Start date", "kWh"],
        ["Gas", day(45017), 5],
      ]),
    ).toBe("asked");
  });
});

describe("codes that look like periods", () => {
  test.each([
    ["Meter", ["M1", "M2", "M3"]],
    ["Query no.", ["Q1", "Q2", "Q3"]],
    ["Room", ["M4", "M5", "M6"]],
    ["Plot", ["P1", "P2", "P3"]],
  ])("under %s they are none", (heading, codes) => {
    const utilities = ["Electricity", "Gas", "Electricity"];
    const grid = [[heading, "Utility", "kWh"], ...codes.map((code, index) => [code, utilities[index], 10 + index])];
    const reading = read([sheet("UHL meters 2023-24", grid)]);
    expect(new Set(reading.observations.map(({ period }) => period.label))).toEqual(new Set(["2023/24"]));
    expect(reading.observations.filter(({ metric }) => metric === "GAS").map(({ value }) => value)).toEqual([11]);
  });
});

test.each(["as last year", "same as last year", "see previous year"])(
  "“%s” in place of a figure heads no table: the rows after it are read",
  (remark) => {
    const row = (metric: string, value: GridCell) => ["UHL", "2023/24", metric, "kWh", value];
    const reading = read([
      sheet("Data", [
        ["Organisation", "Financial year", "Metric", "Unit", "Value"],
        row("Electricity consumed", 1),
        row("Oil consumed", remark),
        row("Gas consumed", 5),
      ]),
    ]);
    expect(lines(reading)).toEqual(expect.arrayContaining(["ELEC RWE 2023/24 1", "GAS RWE 2023/24 5"]));
  },
);
