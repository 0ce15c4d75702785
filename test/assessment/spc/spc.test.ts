import { specialCauses, spcAssurance, variationOf, xmrLimits } from "../../../src/assessment/spc/spc";

// calculations.md section 6: published expectations for XmR limits, with and without screening.
const spiked = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

describe("XmR limits as Making Data Count draws them", () => {
  it("with screening of moving ranges: 4.60, 1.94, -0.72", () => {
    const limits = xmrLimits(spiked)!;
    expect(limits.upper).toBeCloseTo(4.6, 2);
    expect(limits.mean).toBeCloseTo(1.94, 2);
    expect(limits.lower).toBeCloseTo(-0.72, 2);
  });

  it("matching the Excel tool, without: 6.95, 1.94, -3.06", () => {
    const limits = xmrLimits(spiked, false)!;
    expect(limits.upper).toBeCloseTo(6.95, 2);
    expect(limits.mean).toBeCloseTo(1.94, 2);
    expect(limits.lower).toBeCloseTo(-3.06, 2);
  });

  it("of 1 to 10: mean 5.5, limits 2.84 and 8.16, near limits 3.7267 and 7.2733", () => {
    const limits = xmrLimits([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])!;
    expect(limits.mean).toBe(5.5);
    expect(limits.lower).toBeCloseTo(2.84, 10);
    expect(limits.upper).toBeCloseTo(8.16, 10);
    expect(limits.nearLower).toBeCloseTo(3.7267, 4);
    expect(limits.nearUpper).toBeCloseTo(7.2733, 4);
  });

  it("collapses on a constant series without an error", () => {
    expect(xmrLimits([5, 5, 5])).toMatchObject({ lower: 5, mean: 5, upper: 5 });
    expect(xmrLimits([5])).toBeNull();
  });
});

const limits = { mean: 0, lower: -3, upper: 3, nearLower: -2, nearUpper: 2, meanMovingRange: 3 / 2.66 };
const rules = (values: number[]) => specialCauses(values, limits).map((cause) => cause?.rule ?? null);

describe("special causes, in their order", () => {
  it("a point outside the limits; a point on a limit is not outside", () => {
    expect(rules([0, 3.1, 0, -3.1, 3])).toEqual([null, "outside limits", null, "outside limits", null]);
  });

  it("a trend of seven points, all of them marked; six are none and a tie ends it", () => {
    expect(rules([-1, -0.6, -0.2, 0.2, 0.6, 1, 1.4])).toEqual(Array(7).fill("trend"));
    expect(rules([-1, -0.6, -0.2, 0.2, 0.6, 1])).toEqual(Array(6).fill(null));
    expect(rules([-1, -0.6, -0.2, -0.2, 0.2, 0.6, 1, 1.4])).toEqual(Array(8).fill(null));
  });

  it("two of three in the outer third, all three on that side of the mean", () => {
    expect(rules([-1, 2.5, 0.5, 2.5, -1])).toEqual([null, "two in three", null, "two in three", null]);
    expect(rules([-1, 2.5, -0.5, 2.5, -1])).toEqual(Array(5).fill(null));
  });

  it("seven on one side, all of them marked; a point on the mean ends it", () => {
    expect(rules([1, 0.5, 1, 0.5, 1, 0.5, 1])).toEqual(Array(7).fill("shift"));
    expect(rules([1, 0.5, 1, 0, 1, 0.5, 1])).toEqual(Array(7).fill(null));
  });

  it("the first rule that fits names the point", () => {
    expect(rules([4, 0.5, 1, 0.5, 1, 0.5, 1])[0]).toBe("outside limits");
  });
});

describe("the words beside the chart", () => {
  it("tell improvement from concern by the better direction of the last point", () => {
    const down = [null, { rule: "shift" as const, direction: "down" as const }];
    expect(variationOf(down, "lower")).toBe("improvement");
    expect(variationOf(down, "higher")).toBe("concern");
    expect(variationOf(down, "neither")).toBe("special cause");
    expect(variationOf([...down, null], "lower")).toBe("common cause");
  });

  it("give assurance against a fixed target by the limits", () => {
    expect(spcAssurance(limits, 4, "lower")).toBe("P");
    expect(spcAssurance(limits, -4, "lower")).toBe("F");
    expect(spcAssurance(limits, 4, "higher")).toBe("F");
    expect(spcAssurance(limits, 1, "lower")).toBe("?");
  });
});
