import { financialYearAt, position } from "../../src/series/axis";
import { period } from "../assessment/test-pack";

describe("the year axis", () => {
  it("puts twelve months ending in March at the financial year's start, others between", () => {
    expect(position(period("2019/20").last)).toBe(2019);
    expect(position("2024-09-30")).toBe(2023.5);
    expect(position(period("2016-12").last)).toBeCloseTo(2015.75, 12);
  });

  it("gives the financial year a point lies in", () => {
    expect(financialYearAt(2042.75).label).toBe("2042/43");
    expect(financialYearAt(2031 - 1e-12).label).toBe("2031/32");
  });
});
