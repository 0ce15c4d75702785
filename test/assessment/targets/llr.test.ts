import { llrPack } from "../../../src/plan/llr";
import { financialYear } from "../../../src/plan/time/periods";
import type { Total } from "../../../src/returns/observation";
import { assess } from "../../../src/assessment/targets/assess-targets";
import type { AssessmentInput } from "../../../src/assessment/cases/series-cases";
import type { Assessment } from "../../../src/assessment/assessment";
import { readingOf, total } from "../test-pack";

// The plan that ships, against calculations.md sections 1 to 3 (in tCO2e; the reference gives kt).

const llr = (metric: string, firstYear: number, values: readonly number[]): Total[] =>
  values.map((value, index) => total(metric, "LLR", financialYear(firstYear + index).label, value));

function run(totals: readonly Total[], asOf: string, over: Partial<AssessmentInput> = {}): Assessment[] {
  return assess({ totals, reading: readingOf(totals), pack: llrPack, asOf, ...over });
}

/** The footprint's rows for every year from the base to net zero. */
function pathOf(metric: string, last: number, basis?: string): Map<number, Assessment["path"]> {
  const totals = llr(metric, 2019, Array<number>(last - 2019 + 1).fill(1000));
  const rows = run(totals, `${last + 1}-03-31`, basis === undefined ? {} : { basis });
  const own = rows.filter((row) => row.metric === metric && row.organisation === "LLR");
  return new Map(own.map((row) => [Number(row.period.label.slice(0, 4)), row.path]));
}

describe("the NHS Carbon Footprint of LLR", () => {
  it.each([
    [2019, 88600, 88600],
    [2020, 82693.33, 79740],
    [2024, 59066.67, 44300],
    [2025, 53160, 35440],
    [2027, 41346.67, 17720],
    [2031, 17720, 11813.33],
    [2035, 8860, 5906.67],
    [2039, 0, 0],
  ])("in %i may be %f at the late edge and %f at the early edge", (year, late, early) => {
    const path = pathOf("CF", 2039).get(year);
    expect(path?.late).toBeCloseTo(late, 1);
    expect(path?.early).toBeCloseTo(early, 1);
  });

  it.each([
    [2024, 71.25],
    [2025, 67.78],
    [2031, 46.96],
    [2035, 23.48],
  ])("on the national basis in %i may be %f kt", (year, late) => {
    expect(pathOf("CF", 2039, "national").get(year)?.late).toBeCloseTo(late * 1000, -1);
  });

  it("gives every row of the plan's path its sections", () => {
    const row = run(llr("CF", 2024, [79000]), "2025-03-31").find(
      ({ metric, actual }) => metric === "CF" && actual !== null,
    );
    expect(row?.working).toMatch(/\(Plan s6, Table 3\)\.$/);
    expect(row?.baseline).toMatchObject({ value: 88600, how: "stated by the plan" });
  });
});

describe("the NHS Carbon Footprint Plus of LLR", () => {
  it.each([
    [2019, 426820],
    [2038, 85364],
    [2044, 0],
  ])("in %i may be %f at the late edge", (year, late) => {
    expect(pathOf("CFP", 2044).get(year)?.late).toBeCloseTo(late, 6);
  });

  it("on the national basis ends its interim stretch at 115.31 kt", () => {
    expect(pathOf("CFP", 2044, "national").get(2038)?.late).toBeCloseTo(115310, -1);
  });
});

describe("a return of both trusts' energy alone, before the plan", () => {
  it("has a row only for landfill, not yet due, and none for what was not asked yet", () => {
    const totals = ["RWE", "RT5"].flatMap((trust) => [
      total("ELEC", trust, "2016/17", 1e7),
      total("LANDFILL", trust, "2016/17", 496.62),
    ]);
    const rows = run(totals, "2017-03-31");
    expect(rows.map(({ metric, organisation, rag, why }) => [metric, organisation, rag, why])).toEqual([
      ["LANDFILL", "RWE", "grey", "not yet due"],
      ["LANDFILL", "RT5", "grey", "not yet due"],
    ]);
  });
});

describe("rules of single targets", () => {
  const at = (metric: string, organisation: string, label: string, value: number): Assessment => {
    const totals = [total(metric, organisation, label, value)];
    const asOf = financialYear(Number(label.slice(0, 4))).last;
    const row = run(totals, asOf).find((each) => each.metric === metric && each.actual !== null);
    if (row === undefined) throw new Error(`${metric} has no row.`);
    return row;
  };

  it("desflurane: 10.0 is not under 10, 5.0 is not under 5, and UHL alone is asked", () => {
    expect(at("DESFLURANE", "RWE", "2022/23", 10).rag).toBe("amber");
    expect(at("DESFLURANE", "RWE", "2022/23", 9.9)).toMatchObject({ rag: "green", target: "DESFLURANE-2022-04" });
    expect(at("DESFLURANE", "RWE", "2023/24", 5)).toMatchObject({ rag: "amber", target: "DESFLURANE-2023-04" });
    expect(() => at("DESFLURANE", "RT5", "2023/24", 5)).toThrow();
  });

  it("renewable electricity is in force from 2022/23, whatever the action's later date", () => {
    expect(at("RENEWABLE-E", "RT5", "2021/22", 60)).toMatchObject({ rag: "grey", why: "not yet due" });
    expect(at("RENEWABLE-E", "RT5", "2022/23", 60)).toMatchObject({ rag: "red", gap: 40 });
  });

  it("landfill is judged in 2025/26, the first year ending after 30 September 2025", () => {
    expect(at("LANDFILL", "RWE", "2024/25", 3).why).toBe("not yet due");
    expect(at("LANDFILL", "RWE", "2025/26", 3)).toMatchObject({ rag: "red", why: null });
  });

  it("virtual outpatients above the band are above range, not failed", () => {
    expect(at("VIRTUAL-OP", "RWE", "2023/24", 50)).toMatchObject({ rag: "green", word: "above range" });
    expect(at("VIRTUAL-OP", "RWE", "2023/24", 24.9).rag).toBe("amber");
  });

  it("an answer is in place or not", () => {
    expect(at("CYCLE", "RT5", "2023/24", 1)).toMatchObject({ rag: "green", word: "in place" });
    expect(at("ADAPT-LEAD", "QK1", "2023/24", 0)).toMatchObject({ rag: "red", word: "not in place" });
  });
});
