import { findPeriod, readPeriod, settleReadings, type PeriodReading } from "../../../src/plan/time/periods";

function label(reading: PeriodReading): string | null {
  if (reading.kind === "period") return reading.period.label;
  return reading.kind === "ambiguous" ? `? ${reading.readings.map((p) => p.label).join(" | ")}` : null;
}

describe("finding a period in a longer text", () => {
  it.each([
    ["ERIC - 2024_25 - Site data.csv", "2024/25"],
    ["Energy return for 2016/17, all sites", "2016/17"],
    ["LLR ICS Green Plan 2022-2025: return 2023/24", "2023/24"],
    ["year_22_23", "2022/23"],
    ["LPT FY23", "2022/23"],
    ["Green plan Q3 2023-24 v2.xlsx", "2023/24 Q3"],
    ["Return for the year ended 31 March 2017", "2016/17"],
    ["Carbon (1 April 2023 to 30 September 2023) v3", "2023-04-01 to 2023-09-30"],
    ["UHL 2024", "? 2024 | 2024/25 | 2023/24"],
    ["2016/17 against 2013/14", "? 2016/17 | 2013/14"],
  ])("%s: %s", (text, expected) => expect(label(findPeriod(text))).toBe(expected));

  it.each(["Site data", "PPN 06/21", "10-11 High Street", "Ward 3", "marketing may vary"])("%s: none", (text) =>
    expect(findPeriod(text).kind).toBe("none"),
  );
});

describe("settling the ambiguous labels of one series", () => {
  const settle = (...labels: string[]) => settleReadings(labels.map((text) => readPeriod(text))).map(label);

  it("by a fellow that is sure", () => {
    expect(settle("2009-10", "2012-13")).toEqual(["2009/10", "2012/13"]);
    expect(settle("2009-10", "Nov 2009")).toEqual(["2009-10", "2009-11"]);
  });

  it("by the one reading that makes them follow one another", () => {
    expect(settle("2007-08", "2008-09", "2009-10")).toEqual(["2007/08", "2008/09", "2009/10"]);
  });

  it("leaves bare years ambiguous, since each way of reading them follows on", () => {
    expect(settle("2016", "2017", "2018")[0]).toBe("? 2016 | 2016/17 | 2015/16");
  });

  it("takes the first days of consecutive months for the months", () => {
    expect(settle("2023-04-01", "2023-05-01", "2023-06-01")).toEqual(["2023-04", "2023-05", "2023-06"]);
    expect(settle("2023-04-03", "2023-05-04")).toEqual(["2023-04-03", "2023-05-04"]);
  });
});
