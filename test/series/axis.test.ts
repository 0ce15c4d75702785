import { position, yearOfEndAt } from "../../src/series/axis";
import { period } from "../assessment/test-pack";

describe("the year axis", () => {
  it("puts twelve months ending in March at the financial year's start, others between", () => {
    expect(position(period("2019/20").last)).toBe(2019);
    expect(position("2024-09-30")).toBe(2023.5);
    expect(position(period("2016-12").last)).toBeCloseTo(2015.75, 12);
  });

  it("gives the first financial year that ends at a point or after it", () => {
    // calculations.md section 3: 46.96 is reached at 2042.75, so the year is 2043/44.
    expect(yearOfEndAt(2042.75).label).toBe("2043/44");
    expect(yearOfEndAt(2031 + 1e-12).label).toBe("2031/32");
  });
});
