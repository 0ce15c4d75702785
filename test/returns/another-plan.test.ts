import { readPack } from "../../src/plan/pack";
import type { Metric, WrittenPack } from "../../src/plan/schema";
import { readReturns } from "../../src/returns/reading/read";
import type { ReturnReading } from "../../src/returns/observation";
import type { SheetSnapshot } from "../../src/snapshot/snapshot";
import { totals } from "../../src/returns/totals/totals";
import { sheet, workbook } from "./grids";
import { line } from "./reading";

/** Two trusts that count electricity, gas and burning oil under ids of their own, and two derived metrics. */
const written: WrittenPack = {
  id: "downs",
  name: "Downs Green Plan (made up for tests)",
  start: "2023-04-01",
  end: "2026-03-31",
  organisations: [
    {
      code: "RZ1",
      name: "Downs Hospitals NHS Trust",
      sites: [
        { code: "RZ1A1", name: "Chalk House" },
        { code: "QQ777", name: "Dew Pond Clinic" },
      ],
    },
    { code: "RZ2", name: "Coombe Community NHS Trust", aliases: ["Coombe"] },
  ],
  metrics: [
    { id: "M-POWER", title: "Electricity", unit: "kWh" },
    { id: "M-GAS", title: "Natural gas", unit: "kWh" },
    { id: "M-KEROSENE", title: "Kerosene", unit: "kWh", term: "oil-used" },
    { id: "M-WATER", title: "Water", unit: "m³" },
    {
      id: "M-LICHEN",
      title: "Lichen surveys",
      unit: "count",
      says: ["lichen survey|roof seen?"],
    },
    {
      id: "M-HEAT-C",
      title: "Heat",
      unit: "tCO2e",
      derivedFrom: [
        { metric: "M-GAS", fuel: "Natural gas" },
        { metric: "M-KEROSENE", fuel: "burning oil" },
      ],
    },
    {
      id: "M-WATER-C",
      title: "Water emissions",
      unit: "tCO2e",
      derivedFrom: [{ metric: "M-WATER", fuel: "water-supply" }],
    },
  ],
  targets: [],
  actions: [],
};
const pack = readPack(written);

function read(...sheets: SheetSnapshot[]): ReturnReading {
  return readReturns(workbook(sheets, {}), pack, { period: null, organisations: [] });
}

describe("a return read against another plan", () => {
  const reading = read(
    sheet("Coombe", [
      ["Metric", "2023/24"],
      ["Electricity used (kWh)", 1000],
      ["Gas consumed (kWh)", 2000],
      ["Heating oil (kWh)", 3000],
      ["Water volume (m³)", 40],
      ["Lichens seen on roofs", 12],
      ["Cost of the lichen survey", 900],
    ]),
  );
  const derived = (metric: string) => reading.observations.filter((each) => each.metric === metric);

  test("knows its metrics by the vocabulary's names and by the pack's own words", () => {
    const read = reading.observations.map(line);
    expect(read).toEqual(
      expect.arrayContaining([
        "M-POWER RZ2 2023/24 1000",
        "M-GAS RZ2 2023/24 2000",
        "M-KEROSENE RZ2 2023/24 3000",
        "M-WATER RZ2 2023/24 40",
        "M-LICHEN RZ2 2023/24 12",
      ]),
    );
    expect(reading.observations.filter(({ metric }) => metric === "M-LICHEN")).toHaveLength(1);
  });

  // UK conversion factors of 2023 in kgCO2e: natural gas 0.18293, water supply 0.17668 a m³ (DESNZ).
  test("derives each metric that the pack derives, from its own parts", () => {
    const [heat, ...more] = derived("M-HEAT-C");
    expect(more).toEqual([]);
    expect(heat?.parts?.map(({ label }) => label.replace(/ ×.*/, ""))).toEqual([
      "Gas consumed (kWh)",
      "Heating oil (kWh)",
    ]);
    expect(heat?.label).toBe("Emissions worked out from energy used");
    expect(heat?.value).toBeGreaterThan(2 * 0.18293);
    expect(derived("M-WATER-C").map(({ value, label }) => [value, label])).toEqual([
      [(40 * 0.17668) / 1000, "Emissions worked out by factor"],
    ]);
  });

  test("adds no organisations together where the plan has no system", () => {
    const organisations = new Set(totals(reading, pack).map(({ organisation }) => organisation));
    expect([...organisations]).toEqual(["RZ2"]);
  });
});

describe("sites that a pack lists", () => {
  test("are their organisation's by code and by name, also where the code is not the trust's own", () => {
    const reading = read(
      sheet("Sites 2023-24", [
        ["Site code", "Site name", "Electricity used (kWh)"],
        ["RZ1A1", "Chalk House", 10],
        ["QQ777", "Dew Pond Clinic", 20],
      ]),
    );
    expect(reading.observations.map(line).sort()).toEqual([
      "M-POWER RZ1/QQ777 2023/24 20",
      "M-POWER RZ1/RZ1A1 2023/24 10",
    ]);
    const named = read(
      sheet("Sites 2023-24", [
        ["Site name", "Electricity used (kWh)"],
        ["Dew Pond Clinic", 20],
      ]),
    );
    expect(named.observations.map(({ organisation }) => organisation)).toEqual(["RZ1"]);
  });
});

test("a metric's id is no organisation's code: they cannot be swapped", () => {
  const metric = pack.metrics[0]?.id ?? "none";
  // @ts-expect-error: an organisation's code is asked for.
  const code: (typeof pack.organisations)[number]["code"] = metric;
  const action: (typeof pack.actions)[number]["id"] = "A1";
  // @ts-expect-error: a target's id is asked for.
  const target: (typeof pack.targets)[number]["id"] = action;
  const plain: Metric["id"] = "M-GAS";
  expect([code, target, plain]).toEqual(["M-POWER", "A1", "M-GAS"]);
});
