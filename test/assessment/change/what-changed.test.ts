import fc from "fast-check";
import { llrPack } from "../../../src/plan/llr";
import type { FactorRegister } from "../../../src/plan/factors";
import type { Total } from "../../../src/returns/observation";
import { whatChanged } from "../../../src/assessment/change/what-changed";
import { total } from "../test-pack";

const asOf = "2026-03-31";
const electricity = (year: string, kWh: number | null, over: Partial<Total> = {}) =>
  total("ELEC", "RWE", year, kWh, over);

describe("what changed in energy emissions (calculations.md section 4)", () => {
  const golden = [electricity("2024/25", 30e6), electricity("2025/26", 31e6)];
  const [change] = whatChanged(golden, llrPack, asOf);

  it("gives the golden split with the factors of 2024 and 2025", () => {
    expect(change?.split.activity).toBeCloseTo(191.6, 1);
    expect(change?.split.factor).toBeCloseTo(-916.1, 1);
    expect(change?.split.total).toBeCloseTo(-724.5, 1);
    expect(change?.fuels[0]?.before).toMatchObject({ factor: 0.20705, factorYear: 2024 });
  });

  it("never lets a cleaner grid hide rising use", () => {
    expect(change?.risingUseHidden).toBe(true);
    expect(change?.sentence).toBe(
      "UHL’s emissions from electricity consumed went from 6,211.5 tCO₂e in 2024/25 to 5,487 tCO₂e in 2025/26; of that change of -724.5 tCO₂e, use made +191.55 tCO₂e and the emission factors -916.05 tCO₂e: more energy was used, and only cleaner factors hide it.",
    );
  });

  it("adds up fuel by fuel, and leaves out and names what it cannot tell apart", () => {
    const totals = [
      ...golden,
      total("GAS", "RWE", "2024/25", 9e7),
      total("GAS", "RWE", "2025/26", 8e7),
      total("OIL", "RWE", "2025/26", 1e5),
    ];
    const [both] = whatChanged(totals, llrPack, asOf);
    expect(both?.fuels.map(({ metric }) => metric)).toEqual(["ELEC", "GAS"]);
    expect(both?.split.total).toBeCloseTo(
      both!.fuels.reduce((sum, { split }) => sum + split.total, 0),
      9,
    );
    expect(both?.notes.some((note) => note.includes("left out"))).toBe(true);
  });

  it("goes from each year to the next that has figures, and looks at no later one", () => {
    const totals = [electricity("2023/24", 3e7), electricity("2021/22", 3e7), electricity("2024/25", 3e7)];
    const spans = (date: string) =>
      whatChanged(totals, llrPack, date).map(({ from, to }) => `${from.label} ${to.label}`);
    expect(spans(asOf)).toEqual(["2021/22 2023/24", "2023/24 2024/25"]);
    expect(spans("2024-03-31")).toEqual(["2021/22 2023/24"]);
  });

  it("says nothing of a partial roll-up, a figure without a value, or a fuel without a factor", () => {
    expect(
      whatChanged([electricity("2024/25", 1, { partial: true }), electricity("2025/26", 1)], llrPack, asOf),
    ).toEqual([]);
    expect(whatChanged([electricity("2024/25", null), electricity("2025/26", 1)], llrPack, asOf)).toEqual([]);
    const none: FactorRegister = { id: "none", title: "none", licence: "", fuels: [] };
    expect(whatChanged(golden, llrPack, asOf, none)).toEqual([]);
  });

  it("closes to 1e-9 of the emissions, whatever the use", () => {
    const use = fc.double({ min: 1, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(use, use, (first, last) => {
        const [each] = whatChanged([electricity("2023/24", first), electricity("2024/25", last)], llrPack, asOf);
        const { activity, factor, total: sum } = each!.split;
        const change = each!.fuels[0]!.after.emissions - each!.fuels[0]!.before.emissions;
        const scale = Math.max(each!.fuels[0]!.after.emissions, each!.fuels[0]!.before.emissions);
        expect(Math.abs(activity + factor - change)).toBeLessThanOrEqual(1e-9 * scale);
        expect(Math.abs(sum - change)).toBeLessThanOrEqual(1e-9 * scale);
      }),
    );
  });
});
