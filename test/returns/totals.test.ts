import { llrPack } from "../../src/plan/llr";
import { totals } from "../../src/returns/totals/totals";
import type { Total } from "../../src/returns/observation";
import type { SheetSnapshot } from "../../src/snapshot/snapshot";
import { sheet, type Grid } from "./grids";
import { read } from "./reading";

function totalsOf(...sheets: SheetSnapshot[]): Total[] {
  return totals(read(sheets), llrPack);
}

function total(all: readonly Total[], metric: string, organisation: string, period = "2023/24"): Total | undefined {
  return all.find(
    (each) => each.metric === metric && each.organisation === organisation && each.period.label === period,
  );
}

const sites: Grid = [
  ["Site code", "Gas (kWh)"],
  ["RWEAA", 10.1],
  ["RWEAE", 20.2],
];
const trust: Grid = [["UHL"], ["Metric", "2023/24"], ["Gas (kWh)", 99]];

describe("one figure for each metric, organisation and period", () => {
  test("sites are added up, and a stated organisation figure only checks the sum", () => {
    const all = totalsOf(sheet("Sites 2023-24", sites), sheet("Trust", trust));
    expect(total(all, "GAS", "RWE")).toMatchObject({ value: 30.3, from: 2, partial: false, why: null });
  });

  test("without sites the stated figure is the total", () => {
    expect(total(totalsOf(sheet("Trust", trust)), "GAS", "RWE")).toMatchObject({ value: 99, from: 1 });
  });

  test("the same figure stated twice counts once; unequal ones are no total", () => {
    const again = (value: number): Grid => [["UHL"], ["Metric", "2023/24"], ["Gas (kWh)", value]];
    expect(total(totalsOf(sheet("A", trust), sheet("B", again(99))), "GAS", "RWE")).toMatchObject({
      value: 99,
      from: 1,
    });
    const unequal = total(totalsOf(sheet("A", trust), sheet("B", again(98))), "GAS", "RWE");
    expect(unequal?.value).toBeNull();
    expect(unequal?.why).toContain("99 in A!B3, 98 in B!B3");
  });

  test("a site whose figure cannot be read makes the sum a part, and is named; one it does not apply to does not", () => {
    const grid = [...sites, ["RWEAK", "1,077 or so"], ["RWE10", "Not Applicable"]];
    expect(total(totalsOf(sheet("2023-24", grid)), "GAS", "RWE")).toMatchObject({
      value: 30.3,
      partial: true,
      missing: ["RWEAK"],
    });
  });

  test("targets and forecasts are in no total", () => {
    const grid = [["UHL"], ["Metric", "Actual 2023/24", "Target 2023/24", "Forecast 2024/25"], ["Gas (kWh)", 1, 2, 3]];
    const all = totalsOf(sheet("S", grid)).filter(
      ({ metric, organisation }) => metric === "GAS" && organisation === "RWE",
    );
    expect(all.map(({ value }) => value)).toEqual([1]);
  });

  test("a year is made of four quarters or twelve months, and only when all are there", () => {
    const quarters = (values: readonly (number | null)[]): Grid => [
      ["UHL"],
      ["Metric", "Q1 2023/24", "Q2 2023/24", "Q3 2023/24", "Q4 2023/24"],
      ["Gas (kWh)", ...values],
    ];
    expect(total(totalsOf(sheet("S", quarters([1, 2, 3, 4]))), "GAS", "RWE")).toMatchObject({ value: 10, from: 4 });
    expect(total(totalsOf(sheet("S", quarters([1, 2, null, 4]))), "GAS", "RWE")).toBeUndefined();
    const months = Array.from({ length: 12 }, (_, month) => [
      `2023-${String(month + 4).padStart(2, "0")}`.replace(/-(1[3-9])$/, (_all, late: string) => `-${late}`),
      1,
    ]);
    const named = months.map(
      ([, value], index) => [new Date(Date.UTC(2023, 3 + index, 1)).toISOString().slice(0, 7), value!] as const,
    );
    const all = totalsOf(sheet("S", [["UHL"], ["Month", "Gas (kWh)"], ...named]));
    expect(total(all, "GAS", "RWE")).toMatchObject({ value: 12, from: 12 });
  });

  test("shares are recomputed from their parts, else the one stated figure, else nothing", () => {
    const parts: Grid = [
      ["UHL"],
      ["Metric", "Unit", "2023/24"],
      ["Desflurane", "litres", 3],
      ["Volatile anaesthetics", "litres", 60],
      ["Desflurane share of volatile gas", "%", 9],
    ];
    expect(total(totalsOf(sheet("S", parts)), "DESFLURANE", "RWE")?.value).toBe(5);
    const stated: Grid = [["UHL"], ["Metric", "2023/24"], ["Renewable electricity bought (%)", 80]];
    expect(total(totalsOf(sheet("S", stated)), "RENEWABLE-E", "RWE")?.value).toBe(80);
    const perSite: Grid = [
      ["2023/24"],
      ["Site code", "Renewable electricity bought (%)"],
      ["RWEAA", 80],
      ["RWEAE", 60],
    ];
    expect(total(totalsOf(sheet("S", perSite)), "RENEWABLE-E", "RWE")).toMatchObject({
      value: null,
      why: expect.any(String),
    });
  });

  test("intensities come from summed consumption and floor area, never from sites' averages", () => {
    const grid: Grid = [
      ["2023/24"],
      ["Site code", "Gas (kWh)", "Gross internal floor area (m²)"],
      ["RWEAA", 100, 10],
      ["RWEAE", 100, 40],
    ];
    expect(total(totalsOf(sheet("S", grid)), "GAS-M2", "RWE")?.value).toBe(4);
  });
});

test("a sum over some members is never divided by a sum over others", () => {
  const uhl: Grid = [
    ["Metric", "2023/24"],
    ["Gas (kWh)", 100],
    ["Gas cost (£)", 5],
  ];
  const lpt: Grid = [
    ["Metric", "2023/24"],
    ["Gas (kWh)", 300],
  ];
  const all = totalsOf(sheet("UHL", uhl), sheet("LPT", lpt));
  expect(total(all, "GAS-PRICE", "RWE")?.value).toBe(0.05);
  expect(total(all, "GAS-PRICE", "LLR")).toBeUndefined();
});

describe("the system", () => {
  const of = (organisation: string, value: number): SheetSnapshot =>
    sheet(organisation, [
      ["Metric", "2023/24"],
      ["NHS Carbon Footprint (tCO2e)", value],
    ]);

  test("a stated figure is the total, whatever the members add up to", () => {
    const all = totalsOf(of("UHL", 1), of("LPT", 2), of("Primary care", 3), of("ICB", 4), of("LLR", 11));
    expect(total(all, "CF", "LLR")).toMatchObject({ value: 11, partial: false });
  });

  test("without one it is the roll-up of the two trusts and primary care: EMAS is no member, and the ICB stands beside (plan section 6.1)", () => {
    const all = totalsOf(of("UHL", 1), of("LPT", 2), of("Primary care", 3), of("LLR ICB", 4), of("EMAS", 100));
    expect(total(all, "CF", "LLR")).toMatchObject({ value: 6, partial: false, missing: [] });
  });

  test("the ICB is in it, for a metric, where people decided so", () => {
    const reading = read([of("UHL", 1), of("LPT", 2), of("Primary care", 3), of("LLR ICB", 4)]);
    const all = totals(reading, llrPack, [{ metric: "CF", organisation: "QK1" }]);
    expect(total(all, "CF", "LLR")).toMatchObject({ value: 10, partial: false });
    expect(total(totals(reading, llrPack, [{ metric: "CFP", organisation: "QK1" }]), "CF", "LLR")?.value).toBe(6);
  });

  test("with a member missing the roll-up is partial and names it", () => {
    const all = totalsOf(of("UHL", 1), of("LPT", 2));
    expect(total(all, "CF", "LLR")).toMatchObject({ value: 3, partial: true, missing: ["PCN"] });
  });
});
