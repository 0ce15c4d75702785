import { centralProbability, t95 } from "../../../src/assessment/outlook/student";

describe("Student's t", () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, table 1.3.6.7.2, upper 0.975 column.
  it.each([
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [4, 2.776],
    [5, 2.571],
    [8, 2.306],
    [10, 2.228],
    [20, 2.086],
    [30, 2.042],
    [60, 2.0],
    [100, 1.984],
  ])("holds 95%% between plus and minus its quantile with %i degrees of freedom: %f", (freedom, t) => {
    expect(t95(freedom)).toBeCloseTo(t, 3);
    expect(centralProbability(t95(freedom), freedom)).toBeCloseTo(0.95, 12);
  });

  it("agrees to the last digits with the closed forms for one and two degrees of freedom", () => {
    expect(t95(1)).toBeCloseTo(Math.tan((0.95 * Math.PI) / 2), 9);
    expect(t95(2)).toBeCloseTo(0.95 * Math.sqrt(2 / (1 - 0.95 ** 2)), 10);
  });

  it("is symmetric about 0 and holds nothing at 0", () => {
    expect(centralProbability(0, 4)).toBe(0);
    expect(centralProbability(-2, 7)).toBe(centralProbability(2, 7));
  });
});
