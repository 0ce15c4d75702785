import fc from "fast-check";
import { attainment, fitLine, lineValue, project } from "../../../src/assessment/outlook/projection";

const footprint = [88.6, 84.1, 86.0, 83.2, 80.9, 79.0].map((value, index) => ({ at: 2019 + index, value }));

describe("a projection by least squares", () => {
  // calculations.md section 3.
  it("gives the golden slope, value and 95% interval in 2031", () => {
    const line = fitLine(footprint)!;
    expect(line.slope).toBeCloseTo(-1.726, 3);
    const { value, low, high } = project(line, 2031);
    expect(value).toBeCloseTo(67.24, 2);
    expect(low).toBeCloseTo(57.68, 2);
    expect(high).toBeCloseTo(76.8, 2);
  });

  it("reaches 46.96 in 2042.75", () => {
    expect(attainment(fitLine(footprint)!, 46.96, "lower")).toBeCloseTo(2042.75, 2);
  });

  it("never reaches a target it does not head for", () => {
    expect(attainment(fitLine(footprint)!, 100, "higher")).toBeNull();
    expect(attainment(fitLine([1, 2, 3, 4].map((value, at) => ({ at, value })))!, 0, "lower")).toBeNull();
  });

  it("has no line through figures of one year", () => {
    expect(fitLine([1, 2, 3].map((value) => ({ at: 2020, value })))).toBeNull();
  });

  it("follows points that lie on a line, with no width", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -50, max: 50 }), (start, slope) => {
        const line = fitLine([0, 1, 2, 3, 4].map((year) => ({ at: 2019 + year, value: start + slope * year })))!;
        expect(lineValue(line, 2030)).toBeCloseTo(start + slope * 11, 6);
        const band = project(line, 2030);
        expect(band.high - band.low).toBeLessThan(1e-4);
      }),
    );
  });

  it("does not depend on the order of its points", () => {
    const backwards = fitLine([...footprint].reverse())!;
    expect(backwards.slope).toBeCloseTo(fitLine(footprint)!.slope, 12);
  });
});
