import fc from "fast-check";
import {
  academicYear,
  addDays,
  calendarQuarter,
  calendarYear,
  comparePeriods,
  contains,
  dayPeriod,
  daysBetween,
  financialQuarter,
  financialQuarterOf,
  financialYear,
  financialYearOf,
  month,
  monthOf,
  monthsIn,
  next,
  partsOf,
  periodOf,
  previous,
  range,
  yearToDate,
  type Period,
} from "../../../src/plan/time/periods";

const anyYear = fc.integer({ min: 1950, max: 2090 });
const anyDay = fc.integer({ min: 0, max: 50000 }).map((days) => addDays("1950-04-01", days));
const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
  anyYear.map(financialYear),
  anyYear.map(calendarYear),
  anyYear.map(academicYear),
  fc.tuple(anyYear, fc.integer({ min: 1, max: 4 })).map(([y, q]) => financialQuarter(y, q)),
  fc.tuple(anyYear, fc.integer({ min: 1, max: 4 })).map(([y, q]) => calendarQuarter(y, q)),
  fc.tuple(anyYear, fc.integer({ min: 1, max: 12 })).map(([y, m]) => month(y, m)),
  anyDay.map(dayPeriod),
  anyDay.map(yearToDate),
  fc.tuple(anyDay, fc.integer({ min: 0, max: 2000 })).map(([day, days]) => range(day, addDays(day, days))),
);

describe("periods", () => {
  it("have a first and a last day", () => {
    expect(financialYear(2016)).toEqual({
      kind: "financial-year",
      label: "2016/17",
      first: "2016-04-01",
      last: "2017-03-31",
    });
    expect(financialYear(1999).label).toBe("1999/00");
    expect(financialQuarter(2016, 3)).toMatchObject({ label: "2016/17 Q3", first: "2016-10-01", last: "2016-12-31" });
    expect(financialQuarter(2016, 4)).toMatchObject({ first: "2017-01-01", last: "2017-03-31" });
    expect(calendarQuarter(2016, 3)).toMatchObject({ label: "2016 Q3", first: "2016-07-01", last: "2016-09-30" });
    expect(academicYear(2015)).toMatchObject({ first: "2015-08-01", last: "2016-07-31" });
    expect(yearToDate("2016-12-31")).toMatchObject({ label: "2016/17 to 2016-12-31", first: "2016-04-01" });
    expect(yearToDate("2017-03-31")).toEqual(financialYear(2016));
  });

  it("a range that is exactly a known period is that period", () => {
    expect(range("2016-04-01", "2017-03-31")).toEqual(financialYear(2016));
    expect(range("2016-10-01", "2016-12-31")).toEqual(financialQuarter(2016, 3));
    expect(range("2016-02-01", "2016-02-29")).toEqual(month(2016, 2));
    expect(range("2016-01-01", "2016-12-31")).toEqual(calendarYear(2016));
    expect(range("2016-04-01", "2016-09-30").label).toBe("2016-04-01 to 2016-09-30");
  });

  it("come back from their canonical label", () => {
    fc.assert(fc.property(anyPeriod, (period) => expect(periodOf(period.label)).toEqual(period)));
  });

  it("are not made from a label that only looks canonical", () => {
    for (const label of ["2016/18", "2016 Q5", "2016-13", "2016-02-30", "2016/17 to 2018-12-31", "2016-17", "x", ""]) {
      expect(periodOf(label)).toBeNull();
    }
  });

  it("follow one another without a gap, and step back to where they were", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(previous(next(period)).label).toBe(period.label);
        if (period.kind === "year-to-date") return;
        expect(daysBetween(period.last, next(period).first)).toBe(1);
      }),
    );
  });

  it("hold every day in exactly one month, quarter and year", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        for (const period of [monthOf(day), financialQuarterOf(day), financialYearOf(day)]) {
          expect(contains(period, dayPeriod(day))).toBe(true);
          expect(contains(next(period), dayPeriod(day))).toBe(false);
          expect(contains(previous(period), dayPeriod(day))).toBe(false);
        }
      }),
    );
  });

  it("fall into months and quarters that cover them exactly", () => {
    expect(partsOf(financialYear(2016), "month")).toHaveLength(12);
    expect(partsOf(financialYear(2016), "financial-quarter").map((p) => p.label)).toEqual([
      "2016/17 Q1",
      "2016/17 Q2",
      "2016/17 Q3",
      "2016/17 Q4",
    ]);
    expect(partsOf(academicYear(2015), "financial-quarter")).toEqual([]);
    expect(partsOf(range("2016-04-02", "2016-06-30"), "month")).toEqual([]);
    expect(monthsIn(academicYear(2015))).toBe(12);
  });

  it("are ordered by when they end", () => {
    const sorted = [financialYear(2017), month(2017, 3), financialYear(2016)].sort(comparePeriods);
    expect(sorted.map((p) => p.label)).toEqual(["2016/17", "2017-03", "2017/18"]);
  });
});
