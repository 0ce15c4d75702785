import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import {
  academicYear,
  addDays,
  calendarQuarter,
  calendarYear,
  dayPeriod,
  financialQuarter,
  financialYear,
  isoDate,
  month,
  range,
  readPeriod,
  serialOfDate,
  yearToDate,
  type PeriodOptions,
} from "../../../src/plan/time/periods";

/** The label of a sure reading, the labels of an ambiguous one behind "?", or null. */
function read(input: string | number, options?: PeriodOptions): string | null {
  const reading = readPeriod(input, options);
  if (reading.kind === "period") return reading.period.label;
  return reading.kind === "ambiguous" ? `? ${reading.readings.map((p) => p.label).join(" | ")}`.trim() : null;
}

const SURE: readonly (readonly [string, string])[] = [
  ["2016/17", "2016/17"],
  ["2016-17", "2016/17"],
  ["2016_17", "2016/17"],
  ["2016 / 17", "2016/17"],
  ["2016–17", "2016/17"],
  ["FY2016/17", "2016/17"],
  ["FY 16/17", "2016/17"],
  ["FY17", "2016/17"],
  ["2013-2014", "2013/14"],
  ["1999/00", "1999/00"],
  ["22_23", "2022/23"],
  ["22/23", "2022/23"],
  ["201617", "2016/17"],
  ["year ended 31 March 2017", "2016/17"],
  ["Year to 31/03/2025", "2024/25"],
  ["12 months ending March 2024", "2023/24"],
  ["2024/25 (provisional)", "2024/25"],
  ["Baseline 2019/20", "2019/20"],
  ["2019/20*", "2019/20"],
  ["Q3 2016/17", "2016/17 Q3"],
  ["2016/17 Q3", "2016/17 Q3"],
  ["Quarter 3 2016-17", "2016/17 Q3"],
  ["Q1 22/23", "2022/23 Q1"],
  ["Q2 2024/25: Jul 2024 - Sep 2024", "2024/25 Q2"],
  ["Q3 (Oct-Dec) 2016/17", "2016/17 Q3"],
  ["Q2 Jul-Sep 2023", "2023/24 Q2"],
  ["Oct-Dec 2016", "2016/17 Q3"],
  ["January to March 2018", "2017/18 Q4"],
  ["calendar Q3 2016", "2016 Q3"],
  ["CY2016", "2016"],
  ["Calendar year 2016", "2016"],
  ["Jan - Dec 2016", "2016"],
  ["Dec-22", "2022-12"],
  ["Dec '22", "2022-12"],
  ["December 2022", "2022-12"],
  ["2022-12", "2022-12"],
  ["202502", "2025-02"],
  ["12/2022", "2022-12"],
  ["M9 2022/23", "2022-12"],
  ["February 2022/23", "2023-02"],
  ["2015/16 academic year", "2015/16 academic"],
  ["academic year 2015/16", "2015/16 academic"],
  ["1 August 2015 to 31 July 2016", "2015/16 academic"],
  ["1 April 2023 to 30 September 2023", "2023-04-01 to 2023-09-30"],
  ["01-Mar-2023 - 08-Apr-2023", "2023-03-01 to 2023-04-08"],
  ["2019/20 to 31 March 2022", "2019-04-01 to 2022-03-31"],
  ["Apr 2023 - Mar 2024", "2023/24"],
  ["H1 2022/23", "2022-04-01 to 2022-09-30"],
  ["YTD Dec 2022", "2022/23 to 2022-12-31"],
  ["April to December 2022", "2022/23 to 2022-12-31"],
  ["2022/23 Q3 YTD", "2022/23 to 2022-12-31"],
  ["YTD March 2023", "2022/23"],
  ["2023-04-01", "2023-04-01"],
  ["31st March 2025", "2025-03-31"],
  ["01/04/2023", "2023-04-01"],
  ["04/13/2023", "2023-04-13"],
  ["31/3/2025 00:00", "2025-03-31"],
  ["Monday, 31 March 2025", "2025-03-31"],
  ["FYE 2025", "2024/25"],
  ["12m to Mar 25", "2024/25"],
  ["Rolling 12 months to Dec 2024", "2024"],
  ["Period 6 2024/25", "2024-09"],
  ["YTD (Dec 2024)", "2024/25 to 2024-12-31"],
  ["2024-25 to Q3", "2024/25 to 2024-12-31"],
  ["2015-16 (Aug-Jul)", "2015/16 academic"],
  ["Quarter 3 (October to December 2024)", "2024/25 Q3"],
  ["2016∕17", "2016/17"],
];

const AMBIGUOUS: readonly (readonly [string, string])[] = [
  ["2016", "? 2016 | 2016/17 | 2015/16"],
  ["Q2 2023", "? 2023 Q2 | 2023/24 Q2 | 2022/23 Q2"],
  ["2009-10", "? 2009/10 | 2009-10"],
  ["201112", "? 2011/12 | 2011-12"],
  ["2024/5", "? 2024/25 | 2024-05"],
  ["10/11", "? 2010/11 | 2011-10"],
  ["Nov-Feb 2017", "? 2016-11-01 to 2017-02-28 | 2017-11-01 to 2018-02-28"],
  ["Q2-3 2022", "? 2022-04-01 to 2022-09-30 | 2022-07-01 to 2022-12-31 | 2021-07-01 to 2021-12-31"],
  ["Q3 24", "? 2024 Q3 | 2024/25 Q3 | 2023/24 Q3"],
  ["2028-32", "? 2028-01-01 to 2032-12-31 | 2028-04-01 to 2033-03-31 | 2027-04-01 to 2032-03-31"],
  ["period ending 31 March 2025", "? 2024/25 | 2024/25 Q4 | 2025-03"],
  ["Q2-Q3", "?"],
  ["Q4", "?"],
  ["March", "?"],
  ["Q2 2024/25: Jul 2023 - Sep 2023", "? 2024/25 Q2 | 2023/24 Q2"],
];

describe("reading a period's label", () => {
  it.each(SURE)("%s is %s", (label, expected) => expect(read(label)).toBe(expected));
  it.each(AMBIGUOUS)("%s is ambiguous: %s", (label, expected) => expect(read(label)).toBe(expected));

  it.each([
    "Site",
    "R1A",
    "45000",
    "1,077",
    "12 kWh",
    "Gas",
    "Total",
    "",
    "2016/18",
    "31/02/2023",
    "Marketing",
    "n/a",
    "April 2024 to date",
    "YTD",
  ])("%p is no period", (text) => expect(read(text)).toBeNull());

  it("says why a label is ambiguous and what to write", () => {
    const reading = readPeriod("Q2 2023");
    expect(reading.kind === "ambiguous" && reading.reason).toContain("2023/24 Q2 (1 Jul 2023 to 30 Sep 2023)");
    const yearless = readPeriod("Q4");
    expect(yearless.kind === "ambiguous" && yearless.reason).toContain("has no year");
  });

  it("takes a missing year from the year the label stands in", () => {
    const within = financialYear(2016);
    expect(read("Q4", { within })).toBe("2016/17 Q4");
    expect(read("January", { within })).toBe("2017-01");
    expect(read("M1", { within })).toBe("2016-04");
    expect(read("Oct-Dec", { within })).toBe("2016/17 Q3");
  });

  it("never takes a year to date for the whole year", () => {
    expect(read("2024/25 YTD")).toMatch(/^\? 2024\/25 to 2024-04-30/);
    expect(read("2024/25 (YTD)")).toMatch(/^\?/);
  });

  it("reads every label of the real ones, or says why it cannot", () => {
    const file = path.resolve(__dirname, "../../../../shared/data/real_period_labels.tsv");
    if (!existsSync(file)) return console.warn("skipped: no shared data here");
    const labels = readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split("\t")[0] ?? "");
    expect(labels.length).toBeGreaterThan(25);
    // A rhythm, not a period: the actions' completion dates read these.
    const rhythms = ["Annually", "Ongoing up to 2025."];
    expect(labels.filter((label) => readPeriod(label).kind === "none")).toEqual(rhythms);
  });

  it("reads every canonical label as its own period, or at least as one of its readings", () => {
    const year = fc.integer({ min: 1990, max: 2060 });
    const day = fc.integer({ min: 0, max: 20000 }).map((days) => addDays("1995-01-01", days));
    const any = fc.oneof(
      year.map(financialYear),
      year.map(calendarYear),
      year.map(academicYear),
      fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => financialQuarter(y, q)),
      fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => calendarQuarter(y, q)),
      fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => month(y, m)),
      day.map(dayPeriod),
      day.map(yearToDate),
      fc.tuple(day, fc.integer({ min: 0, max: 900 })).map(([from, days]) => range(from, addDays(from, days))),
    );
    fc.assert(
      fc.property(any, (period) => {
        const reading = readPeriod(period.label);
        const found =
          reading.kind === "period" ? [reading.period] : reading.kind === "ambiguous" ? reading.readings : [];
        expect(found).toContainEqual(period);
        const bare = period.kind === "calendar-year" || period.kind === "calendar-quarter";
        const twoWays =
          period.kind === "month" && Number(period.label.slice(5)) === (Number(period.label.slice(2, 4)) + 1) % 100;
        expect(reading.kind).toBe(bare || twoWays ? "ambiguous" : "period");
      }),
      { numRuns: 500 },
    );
  });

  it("takes a number for a date only where its format says so", () => {
    expect(read(45000)).toBeNull();
    expect(read(45000, { numberFormat: "#,##0" })).toBeNull();
    expect(read(45000, { numberFormat: "dd/mm/yyyy" })).toBe("2023-03-15");
    expect(read(45000, { numberFormat: "[$-809]mmm\\-yy;@" })).toBe("2023-03");
    expect(read(43538, { numberFormat: "d-mmm-yy", dateSystem: 1904 })).toBe("2023-03-15");
    expect(read(45000, { numberFormat: "yyyy" })).toBe("? 2023 | 2023/24 | 2022/23");
    expect(read(0.5, { numberFormat: "hh:mm" })).toBeNull();
  });

  it("takes a bare number for a year or month only where it looks like one", () => {
    expect(read(2016)).toBe("? 2016 | 2016/17 | 2015/16");
    expect(read(202502)).toBe("2025-02");
    expect(read(2016, { numberFormat: "#,##0" })).toBeNull();
    expect(read(201699)).toBeNull();
    expect(read(2016.5)).toBeNull();
    expect(read(7)).toBeNull();
  });

  it("reads a date's serial as the day itself, whatever the system", () => {
    const anyDay = fc.tuple(
      fc.integer({ min: 1990, max: 2060 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    );
    fc.assert(
      fc.property(anyDay, fc.constantFrom(1900 as const, 1904 as const), ([y, m, d], dateSystem) => {
        const day = isoDate(y, m, d);
        expect(read(serialOfDate(day, dateSystem), { dateSystem, numberFormat: "dd/mm/yyyy" })).toBe(day);
        expect(read(`${d}/${m}/${y}`)).toBe(day);
      }),
    );
  });
});
