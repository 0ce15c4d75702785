import { yearEarlierIn } from "../../src/series/year-earlier";
import { period } from "../assessment/test-pack";

const point = (label: string) => ({ period: period(label) });

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
