import { isPartOfYear } from "../../src/series/axis";
import { stepsBetween, yearEarlierIn } from "../../src/series/steps";
import { period } from "../assessment/test-pack";

const point = (label: string) => ({ period: period(label), value: 1 });

describe("the steps of a series", () => {
  const labels = (seasonal: boolean, ...periods: readonly string[]) =>
    stepsBetween(periods.map(point), seasonal).map(({ from, to }) => [from.period.label, to.period.label]);

  it("go from each figure to the next, over a gap as well", () => {
    expect(labels(false, "2019/20", "2020/21", "2022/23")).toEqual([
      ["2019/20", "2020/21"],
      ["2020/21", "2022/23"],
    ]);
  });

  it("a half of a year is a part of one, as a quarter is, so that its flows have seasons", () => {
    expect(
      ["2023-04-01 to 2023-09-30", "2023/24 Q1", "2023-12"].map((label) => isPartOfYear(point(label).period)),
    ).toEqual([true, true, true]);
    expect(["2023/24", "2023", "2023-04-01 to 2025-03-31"].map((label) => isPartOfYear(point(label).period))).toEqual([
      false,
      false,
      false,
    ]);
    expect(labels(true, "2022-04-01 to 2022-09-30", "2022-10-01 to 2023-03-31", "2023-04-01 to 2023-09-30")).toEqual([
      ["2022-04-01 to 2022-09-30", "2023-04-01 to 2023-09-30"],
    ]);
  });

  it("of what has seasons go from the same quarter a year before, and none over a gap", () => {
    const quarters = ["2022/23 Q1", "2022/23 Q2", "2022/23 Q3", "2023/24 Q1", "2023/24 Q3", "2023/24 Q4"];
    expect(labels(true, ...quarters)).toEqual([
      ["2022/23 Q1", "2023/24 Q1"],
      ["2022/23 Q3", "2023/24 Q3"],
    ]);
  });
});

describe("the figure of a year earlier", () => {
  const months = ["2023-02", "2023-03", "2024-02", "2024-03"].map(point);

  it("is that of the same month, leap years as well", () => {
    const earlier = yearEarlierIn(months);
    expect(earlier(point("2024-02"))).toBe(months[0]);
    expect(earlier(point("2024-03"))).toBe(months[1]);
    expect(earlier(point("2023-03"))).toBeUndefined();
  });

  it("is a quarter's for a quarter and a year's for a year, though all end on one day", () => {
    const points = ["2022/23", "2022/23 Q4", "2023-03"].map(point);
    const earlier = yearEarlierIn(points);
    expect(earlier(point("2023/24"))).toBe(points[0]);
    expect(earlier(point("2023/24 Q4"))).toBe(points[1]);
    expect(earlier(point("2024-03"))).toBe(points[2]);
  });
});
