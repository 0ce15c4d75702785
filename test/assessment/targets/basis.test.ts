import { llrPack } from "../../../src/plan/llr";
import type { Observation } from "../../../src/returns/observation";
import { compareBases, type BasisComparison } from "../../../src/assessment/targets/basis";
import { observation, readingOf, total } from "../test-pack";

const actuals = [total("CF", "LLR", "2023/24", 80900), total("CF", "LLR", "2024/25", 79000)];

function compare(...targets: Observation[]): BasisComparison {
  const reading = readingOf(actuals, targets);
  const all = compareBases({ totals: actuals, reading, pack: llrPack, asOf: "2025-03-31" });
  return all.find(({ metric, organisation }) => metric === "CF" && organisation === "LLR")!;
}

const target = (label: string, value: number, kind: Observation["kind"] = "target") =>
  observation("CF", "LLR", label, value, { kind });

describe("the interim target on two bases (calculations.md section 1)", () => {
  const both = compare();

  it("stands the plan's own beside the national one, the plan's first", () => {
    expect(both.readings.map(({ id }) => id)).toEqual(["plan", "national"]);
    expect(both.readings[0]).toMatchObject({ source: "Plan s6, Table 3" });
    expect(both.readings[0]?.level).toBeCloseTo(17720, 6);
    expect(both.readings[1]?.level).toBeCloseTo(46962, 0);
  });

  it("differs by 2,437 tonnes a year, and by 190 kt in budget", () => {
    expect(both.differencePerYear).toBeCloseTo((70880 - 88600 * (2870 / 6107)) / 12, 6);
    expect(both.readings[0]?.budget).toBeCloseTo(602480, 0);
    expect(both.readings[1]?.budget).toBeCloseTo(792550, -1);
    expect(both.budgetDifference).toBeCloseTo(190000, -3);
  });

  it("shows both paths year by year, from one baseline", () => {
    expect(both.years[0]).toMatchObject({ period: { label: "2019/20" }, values: [88600, 88600], difference: 0 });
    expect(
      both.years.map(({ difference }) => difference).every((each, index, all) => index === 0 || each > all[index - 1]!),
    ).toBe(true);
    expect(both.years[both.years.length - 1]?.period.label).toBe("2031/32");
  });

  it("covers Footprint Plus as well, and each trust with a baseline of its own", () => {
    const all = compareBases({ totals: actuals, reading: readingOf(actuals), pack: llrPack, asOf: "2025-03-31" });
    expect(all.map(({ metric, organisation }) => [metric, organisation])).toEqual([
      ["CF", "LLR"],
      ["CFP", "LLR"],
    ]);
  });
});

describe("which basis the workbook uses", () => {
  it("is the plan's where its target figures follow the plan's path, late or early", () => {
    const place = target("2024/25", 59067);
    expect(compare(place)).toMatchObject({ used: "plan", cells: [place.place.cell] });
    expect(compare(target("2024/25", 44300, "trajectory")).used).toBe("plan");
    expect(compare(target("2031/32", 17720)).used).toBe("plan");
  });

  it("is the national one where they follow that, rounded as people round", () => {
    expect(compare(target("2031/32", 47000)).used).toBe("national");
    expect(compare(target("2024/25", 71250), target("2025/26", 67800)).used).toBe("national");
    expect(compare(target("2031/32", 46962)).sentence).toMatch(/The return follows .*national/i);
  });

  it("is not said where there is none, where they fit neither, or where they fit one each", () => {
    expect(compare().used).toBeNull();
    expect(compare(target("2024/25", 65000)).used).toBeNull();
    expect(compare(target("2024/25", 59067), target("2025/26", 67800)).used).toBeNull();
    expect(compare(target("2039/40", 0)).used).toBeNull();
    expect(compare(target("2019/20", 88600)).used).toBeNull();
  });
});
