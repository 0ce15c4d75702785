import { periodOf } from "../../src/plan/time/periods";
import { llrPack } from "../../src/plan/llr";
import {
  formatNumber,
  formatPercent,
  formatQuantity,
  inSentence,
  joinWords,
  metricName,
  organisationName,
  periodWords,
  plural,
  possessive,
  someOf,
} from "../../src/plan/wording";

describe("numbers as a British reader expects them", () => {
  it.each([
    [20_815_187, "20,815,187"],
    [1626.34, "1,626.3"],
    [496.62, "496.62"],
    [0.65302, "0.653"],
    [0, "0"],
    [-12, "-12"],
    [-0.0001, "-0.0001"],
    [Number.NaN, "not a number"],
  ])("%d is %s", (value, words) => {
    expect(formatNumber(value)).toBe(words);
  });

  it.each([
    [531_772, "m³", "531,772 m³"],
    [1, "t", "1 tonne"],
    [2.5, "t", "2.5 tonnes"],
    [-1234, "£", "-£1,234"],
    [0.041, "£/kWh", "£0.041 per kWh"],
    [47, "%", "47%"],
    [88_600, "tCO2e", "88,600 tCO₂e"],
    [1, "yes/no", "yes"],
    [3, "count", "3"],
    [1, "people", "1 person"],
  ] as const)("%d in %s is %s", (value, unit, words) => {
    expect(formatQuantity(value, unit)).toBe(words);
  });

  it("percentages have one decimal unless told otherwise", () => {
    expect(formatPercent(48.5878)).toBe("48.6%");
    expect(formatPercent(80, 0)).toBe("80%");
  });
});

describe("words in sentences", () => {
  it.each([
    ["2016/17", "2016/17"],
    ["2016/17 Q3", "quarter 3 of 2016/17"],
    ["2016-12", "December 2016"],
    ["2016 Q3", "calendar quarter 3 of 2016"],
    ["2016", "calendar year 2016"],
    ["2015/16 academic", "academic year 2015/16"],
    ["2016/17 to 2016-12-31", "2016/17 up to 31 December 2016"],
    ["2016-12-31", "31 December 2016"],
  ])("the period %s is %s", (label, words) => {
    const period = periodOf(label);
    expect(period === null ? null : periodWords(period)).toBe(words);
  });

  it("lists, plurals and owners", () => {
    expect(joinWords(["a", "b", "c"])).toBe("a, b and c");
    expect(someOf(["a", "b", "c", "d"])).toBe("a, b, c and 1 more");
    expect(plural(1, "error")).toBe("1 error");
    expect(plural(1200, "error")).toBe("1,200 errors");
    expect(possessive("UHL")).toBe("UHL’s");
    expect(possessive("Services")).toBe("Services’");
  });

  it("titles begin small, names and abbreviations do not", () => {
    expect(inSentence("Water consumed")).toBe("water consumed");
    expect(inSentence("NHS Carbon Footprint")).toBe("NHS Carbon Footprint");
    expect(metricName(llrPack, "WATER")).toBe("water consumed");
    expect(metricName(llrPack, "NO-SUCH")).toBe("NO-SUCH");
    expect(organisationName(llrPack, "RWE")).toBe("UHL");
  });
});
