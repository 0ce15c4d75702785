import fc from "fast-check";
import { assuranceOf } from "../../../src/assessment/outlook/assurance";
import { budgetTotal, budgetUsed, exhaustion, monthLabel } from "../../../src/assessment/outlook/budget";
import { gapOf, gapPercentOf } from "../../../src/assessment/paths/gap";
import { neededPercentPerYear, neededPerYear } from "../../../src/assessment/outlook/needed";
import { linear } from "../../../src/assessment/paths/paths";
import { ragOf } from "../../../src/assessment/targets/rag";
import { baseYearChange } from "../../../src/assessment/paths/rebaseline";
import { againstBase, againstPrevious, ofTarget } from "../../../src/assessment/paths/reductions";

const asPublished = (year: number) => linear(88.6, 17.72, (year - 2019) / 12);
const national = (year: number) => linear(88.6, 88.6 * (1 - 2870 / 6107), (year - 2019) / 12);

describe("the gap (calculations.md section 2)", () => {
  it("is positive when behind, whatever the direction", () => {
    expect(gapOf(60, 50, "lower")).toBe(10);
    expect(gapOf(60, 90, "higher")).toBe(30);
    expect(gapOf(0, 1, "yes")).toBe(1);
    expect(gapOf(45, 25, "band")).toBe(-20);
    expect(gapPercentOf(10, 50)).toBe(20);
    expect(gapPercentOf(10, 0)).toBeNull();
  });

  it("is zero on the path", () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom("lower" as const, "higher" as const),
        (value, better) => {
          expect(gapOf(value, value, better)).toBe(0);
        },
      ),
    );
    expect(gapOf(0.1 + 0.2, 0.3, "lower")).toBe(0);
  });
});

describe("three reductions", () => {
  it("are told apart", () => {
    expect(againstBase(88.6, 79)).toBeCloseTo(10.835, 3);
    expect(againstPrevious(80.9, 79)).toBeCloseTo(2.349, 3);
    expect(ofTarget(88.6, 17.72, 79)).toBeCloseTo(13.544, 3);
    expect(ofTarget(88.6, 17.72, 90)).toBeLessThan(0);
    expect(ofTarget(88.6, 17.72, 10)).toBeGreaterThan(100);
    expect(againstBase(0, 10)).toBeNull();
    expect(ofTarget(null, 10, 10)).toBeNull();
  });
});

describe("what is needed each year (calculations.md section 2)", () => {
  it("gives the golden values from 79.0 in 2024 to 46.96 in 2031", () => {
    const needed = neededPerYear(79, 46.96, 7, "lower")!;
    expect(needed).toBeCloseTo(4.58, 2);
    expect((needed / 88.6) * 100).toBeCloseTo(5.17, 2);
    expect(neededPercentPerYear(79, 46.96, 7)).toBeCloseTo(7.16, 2);
  });

  it("is nothing once met, an amount in the better direction before, and unknown without a year left", () => {
    expect(neededPerYear(40, 46.96, 7, "lower")).toBe(0);
    expect(neededPerYear(50, 90, 4, "higher")).toBe(10);
    expect(neededPerYear(50, 90, 0, "higher")).toBeNull();
  });
});

describe("the cumulative budget (calculations.md sections 1 and 2)", () => {
  it("is 602.5 kt as published and 792.6 kt on the national basis, 190 apart", () => {
    const own = budgetTotal(asPublished, 2019, 2031)!;
    const other = budgetTotal(national, 2019, 2031)!;
    expect(own).toBeCloseTo(602.5, 1);
    expect(other).toBeCloseTo(792.6, 1);
    expect(other - own).toBeCloseTo(190, 0);
  });

  it("is additive: two stretches make the whole", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2020, max: 2030 }), (middle) => {
        const parts = budgetTotal(asPublished, 2019, middle)! + budgetTotal(asPublished, middle, 2031)!;
        expect(parts).toBeCloseTo(budgetTotal(asPublished, 2019, 2031)!, 9);
      }),
    );
  });

  it("never counts a year without a figure as nothing", () => {
    expect(
      budgetUsed(
        new Map([
          [2020, 84.1],
          [2022, 83.2],
        ]),
        2019,
        2022,
      ),
    ).toBeNull();
    expect(
      budgetUsed(
        new Map([
          [2020, 84.1],
          [2021, 86],
        ]),
        2019,
        2021,
      ),
    ).toBeCloseTo(170.1, 9);
    expect(budgetUsed(new Map(), 2019, 2019)).toBe(0);
  });

  it("runs out linearly within the year, shown as month and year", () => {
    const flat = (budget: number) => exhaustion(budget, 2019, 2031, () => 100);
    expect(flat(250)).toEqual({ year: 2022, month: 6 });
    expect(monthLabel(flat(250)!)).toBe("September 2022");
    expect(monthLabel(flat(199)!)).toBe("March 2022");
    expect(monthLabel({ year: 2030, month: 10 })).toBe("January 2031");
    expect(monthLabel({ year: 2030, month: 9 })).toBe("December 2030");
    expect(flat(1200)).toBeNull();
    expect(exhaustion(250, 2019, 2031, (year) => (year < 2022 ? 100 : null))).toBeNull();
  });
});

describe("RAG by the gap alone (calculations.md section 7)", () => {
  const rule = { amberPercent: 5 };
  it.each([
    [-1, 100, "green"],
    [0, 100, "green"],
    [0.01, 100, "amber"],
    [5, 100, "amber"],
    [5.01, 100, "red"],
    [0, 0, "green"],
    [0.001, 0, "red"],
  ])("colours a gap of %f on a path of %f %s", (gap, path, colour) => {
    expect(ragOf(gap, path, rule)).toBe(colour);
  });

  it("does not take 10.0 for under 10", () => {
    expect(ragOf(0, 10, { ...rule, strict: true })).toBe("amber");
    expect(ragOf(-0.01, 10, { ...rule, strict: true })).toBe("green");
  });
});

describe("assurance at the next milestone (calculations.md section 3)", () => {
  const lower = { better: "lower" as const, errorStands: false };
  it("is P, ? or F as the band lies below, across or above the path", () => {
    expect(assuranceOf({ low: 10, high: 17 }, 17.72, lower)).toBe("P");
    expect(assuranceOf({ low: 10, high: 17.72 }, 17.72, lower)).toBe("P");
    expect(assuranceOf({ low: 10, high: 20 }, 17.72, lower)).toBe("?");
    expect(assuranceOf({ low: 57.68, high: 76.8 }, 17.72, lower)).toBe("F");
  });

  it("turns with the direction", () => {
    const higher = { better: "higher" as const, errorStands: false };
    expect(assuranceOf({ low: 92, high: 99 }, 90, higher)).toBe("P");
    expect(assuranceOf({ low: 60, high: 80 }, 90, higher)).toBe("F");
    expect(assuranceOf({ low: 80, high: 95 }, 90, higher)).toBe("?");
  });

  it("says nothing firm while an error stands", () => {
    expect(assuranceOf({ low: 1, high: 2 }, 17.72, { ...lower, errorStands: true })).toBe("?");
  });

  it("at a strict target itself is not P", () => {
    expect(assuranceOf({ low: 9, high: 10 }, 10, { ...lower, strict: true })).toBe("?");
    expect(assuranceOf({ low: 10, high: 11 }, 10, { ...lower, strict: true })).toBe("F");
  });
});

describe("the base year (calculations.md section 5)", () => {
  it("asks for a re-baseline from 5% on, up or down", () => {
    expect(baseYearChange(88.6, 93.03, 5).rebaseline).toBe(true);
    expect(baseYearChange(88.6, 93.02, 5).rebaseline).toBe(false);
    expect(baseYearChange(88.6, 84.17, 5).rebaseline).toBe(true);
    expect(baseYearChange(0, 1, 5)).toEqual({ old: 0, new: 1, percent: null, rebaseline: true });
  });
});
