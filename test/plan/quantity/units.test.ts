import fc from "fast-check";
import { UNIT_IDS } from "../../../src/plan/quantity/unit-ids";
import {
  UNITS,
  UnitError,
  convert,
  convertible,
  packUnit,
  per,
  toShare,
  type Unit,
} from "../../../src/plan/quantity/units";

const units: readonly Unit[] = [...Object.values(UNITS), ...UNIT_IDS.map(packUnit)];

describe("converting", () => {
  it.each([
    [1077, UNITS.MWh, UNITS.kWh, 1_077_000],
    [1, UNITS.GWh, UNITS.kWh, 1_000_000],
    [1, UNITS.GJ, UNITS.kWh, 277.777777777778],
    [3.6, UNITS.GJ, UNITS.kWh, 1000],
    [3.6, UNITS.MJ, UNITS.kWh, 1],
    [1, UNITS.therms, UNITS.kWh, 29.30710701593],
    [88.6, UNITS.ktCO2e, UNITS.tCO2e, 88_600],
    [426.82, UNITS.ktCO2e, UNITS.tCO2e, 426_820],
    [13.4, UNITS.kgCO2e, UNITS.tCO2e, 0.0134],
    [1, UNITS["m³"], UNITS.litres, 1000],
    [1, UNITS.gallons, UNITS.litres, 4.54609],
    [1, UNITS["ft³"], UNITS.litres, 28.316846592],
    [1, UNITS.miles, UNITS.km, 1.609344],
    [1, UNITS.ha, UNITS["m²"], 10_000],
    [100, UNITS["ft²"], UNITS["m²"], 9.290304],
    [1.5, UNITS["£k"], UNITS["£"], 1500],
    [0.47, UNITS.fraction, UNITS["%"], 47],
    [4.5, per(UNITS.p, UNITS.kWh), packUnit("£/kWh"), 0.045],
    [0.2, per(UNITS.MWh, UNITS["m²"]), packUnit("kWh/m²"), 200],
  ])("%p %p is %p %p", (value, from, to, expected) => expect(convert(value, from, to)).toBe(expected));

  it("there and back gives the same figure", () => {
    const pairs = units.flatMap((a) => units.filter((b) => convertible(a, b)).map((b) => [a, b] as const));
    fc.assert(
      fc.property(fc.constantFrom(...pairs), fc.double({ min: -1e12, max: 1e12, noNaN: true }), ([a, b], value) => {
        fc.pre(Math.abs(value) > 1e-12);
        expect(Math.abs(convert(convert(value, a, b), b, a) / value - 1)).toBeLessThan(1e-13);
      }),
    );
  });

  it("refuses units that measure different things, in a sentence", () => {
    expect(() => convert(1, UNITS.kWh, UNITS["m³"])).toThrow(UnitError);
    expect(() => convert(1, UNITS.t, UNITS.tCO2e)).toThrow("t cannot be turned into tCO2e");
    expect(convertible(UNITS.people, UNITS.vehicles)).toBe(false);
    expect(convertible(UNITS.count, UNITS.vehicles)).toBe(true);
  });

  it("knows every unit of a plan pack by its own symbol", () => {
    for (const id of UNIT_IDS) expect(packUnit(id).symbol).toBe(id);
  });
});

describe("shares", () => {
  it("are 0 to 100 whichever way they are written", () => {
    expect(toShare(47)).toBe(47);
    expect(toShare(0.47, { numberFormat: "0.0%" })).toBe(47);
    expect(toShare(0.47, { unit: UNITS.fraction })).toBe(47);
    expect(toShare(0.47, { fellows: [0.5, 1, 0] })).toBe(47);
  });

  it("are taken at their header's word", () => {
    expect(toShare(0.47, { unit: UNITS["%"] })).toBe(0.47);
    expect(toShare(0.47, { fellows: [52, 3] })).toBe(0.47);
    expect(toShare(1, { fellows: [0] })).toBe(1);
  });
});
