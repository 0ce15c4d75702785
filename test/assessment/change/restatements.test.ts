import { llrPack } from "../../../src/plan/llr";
import { baseYearChecks, restatements } from "../../../src/assessment/change/restatements";
import { observation, readingOf, total } from "../test-pack";

describe("a figure that a workbook states in two ways", () => {
  const first = observation("GAS", "RT5", "2023/24", 20815187, { unit: "kWh" });
  const second = observation("GAS", "RT5", "2023/24", 20815000, { unit: "kWh", note: "[r] meter corrected" });

  it("is listed with both figures and cells, the one marked revised last", () => {
    for (const order of [
      [first, second],
      [second, first],
    ]) {
      const [found] = restatements(readingOf([], order), llrPack);
      expect(found?.figures.map(({ value, cell }) => [value, cell])).toEqual([
        [20815187, first.place.cell],
        [20815000, second.place.cell],
      ]);
      expect(found?.sentence).toContain("20,815,187 kWh");
      expect(found?.sentence).toContain('marked "[r] meter corrected"');
    }
  });

  it("is not one where the figures agree, or are of two sites, periods or kinds", () => {
    const others = [
      observation("GAS", "RT5", "2023/24", 20815187),
      observation("GAS", "RT5", "2022/23", 1),
      observation("GAS", "RT5", "2023/24", 2, { kind: "target" }),
      observation("GAS", "RT5", "2023/24", 3, { site: "RT5AA" }),
    ];
    expect(restatements(readingOf([], [first, ...others]), llrPack)).toEqual([]);
  });
});

describe("the base year's own figure (calculations.md section 5)", () => {
  const check = (value: number) => {
    const totals = [total("CF", "LLR", "2019/20", value)];
    return baseYearChecks({ totals, reading: readingOf(totals), pack: llrPack, asOf: "2025-03-31" });
  };

  it("asks for a re-baseline where it is 5% or more from the plan's", () => {
    expect(check(93030)).toMatchObject([{ metric: "CF", old: 88600, new: 93030, rebaseline: true }]);
    expect(check(93029)[0]?.rebaseline).toBe(false);
    expect(check(84170)[0]?.rebaseline).toBe(true);
  });

  it("is not asked about where the return has none", () => {
    expect(baseYearChecks({ totals: [], reading: readingOf([]), pack: llrPack, asOf: "2025-03-31" })).toEqual([]);
  });
});
