import fc from "fast-check";
import { logarithmicMean, splitChange } from "../../../src/assessment/change/lmdi";

describe("activity and factor told apart (calculations.md section 4)", () => {
  it("splits 30 to 31 GWh at 0.20705 to 0.177 kg/kWh into +191.6 and -916.1 t, together -724.5 t", () => {
    const split = splitChange({ quantity: 30e6, factor: 0.20705 / 1000 }, { quantity: 31e6, factor: 0.177 / 1000 });
    expect(split.activity).toBeCloseTo(191.6, 1);
    expect(split.factor).toBeCloseTo(-916.1, 1);
    expect(split.total).toBeCloseTo(-724.5, 1);
  });

  const positive = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
  it("closes to 1e-9, each part by its own logarithm", () => {
    fc.assert(
      fc.property(positive, positive, positive, positive, (q0, f0, q1, f1) => {
        const split = splitChange({ quantity: q0, factor: f0 }, { quantity: q1, factor: f1 });
        const scale = Math.max(q0 * f0, q1 * f1);
        const mean = logarithmicMean(q0 * f0, q1 * f1);
        expect(Math.abs(split.activity + split.factor - split.total)).toBeLessThanOrEqual(1e-9 * scale);
        expect(Math.abs(split.factor - mean * Math.log(f1 / f0))).toBeLessThanOrEqual(
          1e-9 * scale * (1 + Math.abs(Math.log(f1 / f0))),
        );
      }),
    );
  });

  it("uses midpoints where a value is not above 0, and still closes", () => {
    const split = splitChange({ quantity: 0, factor: 0.2 }, { quantity: 10, factor: 0.1 });
    expect(split.activity).toBeCloseTo(1.5, 12);
    expect(split.factor).toBeCloseTo(-0.5, 12);
    expect(split.activity + split.factor).toBeCloseTo(1, 12);
  });

  it("never hides rising use behind a cleaner grid", () => {
    const split = splitChange({ quantity: 100, factor: 0.2 }, { quantity: 110, factor: 0.1 });
    expect(split.total).toBeLessThan(0);
    expect(split.activity).toBeGreaterThan(0);
  });

  it("has a mean between its ends, also where they are all but equal", () => {
    fc.assert(
      fc.property(positive, fc.double({ min: -1e-7, max: 1e-7, noNaN: true }), (a, change) => {
        const b = a * (1 + change);
        expect(Math.abs(logarithmicMean(a, b) - (a + b) / 2)).toBeLessThanOrEqual(a * 1e-12);
      }),
    );
  });
});
