import fc from "fast-check";
import {
  compound,
  compoundRate,
  compoundToZero,
  linear,
  pathValue,
  type Milestone,
  type PathShape,
} from "../../../src/assessment/paths/paths";

// calculations.md section 1: LLR Carbon Footprint in kt, 88.6 in 2019/20.
const late: Milestone[] = [
  { at: 2019, value: 88.6, shape: "linear" },
  { at: 2031, value: 17.72, shape: "linear" },
  { at: 2039, value: 0, shape: "linear" },
];
const early: Milestone[] = late.map((each) => (each.at === 2031 ? { ...each, at: 2027 } : each));

describe("the footprint's path through baseline, interim window and net zero", () => {
  it.each([
    [2019, 88.6],
    [2024, 59.07],
    [2025, 53.16],
    [2031, 17.72],
    [2035, 8.86],
    [2039, 0],
    [2044, 0],
  ])("stands at its late edge in %i at %f kt", (year, value) => {
    expect(pathValue(late, year)).toBeCloseTo(value, 2);
  });

  it("stands at its early edge in 2024 at 44.30 kt", () => {
    expect(pathValue(early, 2024)).toBeCloseTo(44.3, 2);
    expect(pathValue(early, 2027)).toBe(17.72);
  });

  it("falls by the same step every year of a stretch, at both edges", () => {
    for (const [path, end] of [
      [late, 2031],
      [early, 2027],
    ] as const) {
      const step = 70.88 / (end - 2019);
      for (let year = 2019; year <= end; year++) {
        expect(pathValue(path, year)).toBeCloseTo(88.6 - step * (year - 2019), 9);
      }
    }
  });

  it.each([
    [2024, 71.25],
    [2025, 67.78],
    [2031, 46.96],
    [2035, 23.48],
  ])("on the national basis stands in %i at %f kt", (year, value) => {
    const interim = 88.6 * (1 - 2870 / 6107);
    expect(pathValue([late[0]!, { at: 2031, value: interim, shape: "linear" }, late[2]!], year)).toBeCloseTo(value, 2);
  });

  it("has no path before the base year", () => {
    expect(pathValue(late, 2018)).toBeNull();
  });
});

describe("a compound path", () => {
  it("to zero follows os-climate's formula: 16.11 in 2031 on the way to 2039, 17.82 on the way to 2040", () => {
    expect(compoundToZero(88.6, 0, 12 / 20)).toBeCloseTo(16.11, 2);
    expect(compoundToZero(88.6, 0, 12 / 21)).toBeCloseTo(17.82, 2);
    expect(compoundToZero(88.6, 0, 1)).toBe(0);
  });

  it("is undefined to zero without that formula", () => {
    expect(compound(88.6, 0, 0.5)).toBeNull();
    expect(compoundRate(88.6, 0, 20)).toBeNull();
  });

  it("to zero is flat where no fall is asked, and the usual one above a ninth of its start", () => {
    expect(compoundToZero(10, 12, 0.5)).toBe(10);
    expect(compoundToZero(0, 0, 0.5)).toBe(0);
    expect(compoundToZero(100, 25, 0.5)).toBe(compound(100, 25, 0.5));
    expect(compound(100, 25, 0.5)).toBeCloseTo(50, 12);
  });

  it("loses the same share every year", () => {
    expect(compoundRate(100, 81, 2)).toBeCloseTo(0.1, 12);
  });
});

describe("a step", () => {
  it("holds from its date: the level before it stands until then", () => {
    const path: Milestone[] = [
      { at: 2019, value: 100, shape: "linear" },
      { at: 2024, value: 40, shape: "step" },
    ];
    expect(pathValue(path, 2023)).toBe(100);
    expect(pathValue(path, 2024)).toBe(40);
  });
});

const shape = fc.constantFrom<PathShape>("linear", "compound", "compound to zero", "step");
const value = fc.double({ min: 1, max: 1e7, noNaN: true });

describe("any path", () => {
  it("passes through its ends", () => {
    fc.assert(
      fc.property(value, value, fc.integer({ min: 1, max: 40 }), shape, (from, to, years, kind) => {
        const end = kind === "compound to zero" ? Math.min(from, to) : to;
        const path: Milestone[] = [
          { at: 2019, value: from, shape: "linear" },
          { at: 2019 + years, value: end, shape: kind },
        ];
        expect(pathValue(path, 2019)).toBe(from);
        expect(pathValue(path, 2019 + years)).toBe(end);
      }),
    );
  });

  it("approaches its ends without a jump, but for a step", () => {
    fc.assert(
      fc.property(value, value, (from, to) => {
        const near = 1e-9;
        const close = (a: number | null, b: number) => Math.abs((a as number) - b) <= 1e-6 * Math.max(from, to);
        expect(close(linear(from, to, near), from) && close(linear(from, to, 1 - near), to)).toBe(true);
        expect(close(compound(from, to, near), from) && close(compound(from, to, 1 - near), to)).toBe(true);
        const [high, low] = [Math.max(from, to), Math.min(from, to)];
        expect(close(compoundToZero(high, low, near), high) && close(compoundToZero(high, low, 1 - near), low)).toBe(
          true,
        );
      }),
    );
  });
});
