import { emissionsOf, factorFor, factorYear, ukFactors } from "../../src/plan/factors";
import { academicYear, calendarYear, financialQuarter, financialYear, month, range } from "../../src/plan/time/periods";

describe("the year a factor is taken from", () => {
  it.each([
    [financialYear(2024), 2024],
    [financialYear(2019), 2019],
    [calendarYear(2020), 2020],
    [financialQuarter(2024, 4), 2025],
    [month(2025, 1), 2025],
    [academicYear(2023), 2024],
    [range("2023-10-01", "2024-03-31"), 2023],
    [range("2024-07-02", "2025-07-01"), 2024],
  ])("$label takes that of %p", (period, year) => expect(factorYear(period)).toBe(year));
});

describe("the register", () => {
  // Calculations reference, section 4 (UK Government conversion factors).
  it.each([
    ["electricity", 2012, 0.46002],
    ["electricity", 2016, 0.41205],
    ["electricity", 2024, 0.20705],
    ["electricity", 2025, 0.177],
    ["natural gas", 2014, 0.18497],
    ["natural gas", 2023, 0.18293],
    ["water supply", 2024, 0.15311],
    ["water treatment", 2025, 0.17088],
    ["gas oil", 2025, 0.2565],
  ])("has %s of %p at %p", (fuel, year, value) => {
    const reading = factorFor(fuel, financialYear(year));
    expect(reading?.factor).toMatchObject({ year, value, verified: true });
    expect(reading?.note).toBeNull();
  });

  it("marks what was not checked against the published set", () => {
    const unchecked = ukFactors.fuels.flatMap(({ fuel, factors }) =>
      factors.filter(({ verified }) => !verified).map(({ year }) => `${fuel} ${year}`),
    );
    expect(unchecked).toEqual(["electricity 2022", "natural-gas 2022"]);
    expect(factorFor("electricity", financialYear(2022))?.note).toContain("not checked");
  });

  it("has each year once, in order, with a source", () => {
    for (const { factors } of ukFactors.fuels) {
      const years = factors.map(({ year }) => year);
      expect(years).toEqual([...new Set(years)].sort((a, b) => a - b));
      for (const { source, value } of factors) expect(source && value > 0).toBeTruthy();
    }
  });

  it("lets a fuel's nearest year stand in, and says so, but never a grid's", () => {
    const oil = factorFor("gas oil", financialYear(2016));
    expect(oil?.factor.year).toBe(2025);
    expect(oil?.note).toBe(
      "The register has no 2016 factor for gas oil, gross calorific value: that of 2025 stands in for it.",
    );
    expect(factorFor("electricity", financialYear(2009))).toBeNull();
    expect(factorFor("water supply", financialYear(2016))).toBeNull();
    expect(factorFor("plutonium", financialYear(2016))).toBeNull();
  });

  it("counts nitrous oxide at 265 times carbon dioxide (AR5), and the water factors as published", () => {
    expect(factorFor("nitrous oxide", financialYear(2025))?.factor.value).toBe(265);
    const water = (fuel: string, year: number) => factorFor(fuel, financialYear(year))?.factor.value;
    expect([2023, 2024, 2025].map((year) => water("water supply", year))).toEqual([0.17668, 0.15311, 0.1913]);
    expect([2023, 2024, 2025].map((year) => water("water treatment", year))).toEqual([0.20132, 0.18574, 0.17088]);
  });

  it("knows a fuel however a pack writes it", () => {
    const value = (fuel: string) => factorFor(fuel, financialYear(2024))?.factor.value;
    expect(value("Natural gas")).toBe(value("natural-gas"));
    expect(value("natural-gas")).toBeGreaterThan(0.18);
  });

  it("makes the golden split's ends: 30 GWh of 2024 to 31 GWh of 2025", () => {
    const before = factorFor("electricity", financialYear(2024));
    const after = factorFor("electricity", financialYear(2025));
    const change = emissionsOf(31e6, after!.factor) - emissionsOf(30e6, before!.factor);
    expect(change).toBeCloseTo(-724.5, 6);
  });
});
