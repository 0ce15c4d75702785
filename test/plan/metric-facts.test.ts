import { llrPack } from "../../src/plan/llr";
import {
  costMetrics,
  derivationsOf,
  floorAreaMetric,
  fuelName,
  priceBandOf,
  wordingOf,
} from "../../src/plan/metric-facts";
import type { Metric, Pack } from "../../src/plan/schema";

const llr = (id: string): Metric => {
  const metric = llrPack.metrics.find((each) => each.id === id);
  if (metric === undefined) throw new Error(`no metric ${id}`);
  return metric;
};

/** The LLR plan with some metrics changed. */
function withMetrics(change: (metric: Metric) => Metric): Pack {
  return { ...llrPack, metrics: llrPack.metrics.map(change) };
}

describe("a metric's words", () => {
  it("are its term's with its own", () => {
    const { names } = wordingOf({ ...llr("GAS"), names: ["town gas"] });
    expect(names).toEqual(expect.arrayContaining(["natural gas", "town gas"]));
  });

  it("are its own alone where it has no term", () => {
    expect(wordingOf(llr("BREEAM-REFURB")).says).toEqual(llr("BREEAM-REFURB").says);
    const { term: _, ...bare } = llr("GAS");
    expect(wordingOf(bare)).toEqual({ names: [], main: [], adds: [], says: [] });
  });

  it("say what its term's say and what its own say", () => {
    const { says } = wordingOf({ ...llr("CYCLE"), says: ["bicycle scheme"] });
    expect(says).toEqual(["cycle-to-work salary-sacrifice? scheme? staff? all-staff?", "bicycle scheme"]);
  });
});

describe("a metric's prices", () => {
  it("are its term's: electricity between 3p and 80p a kWh", () => {
    expect(priceBandOf(llr("ELEC"), "2019/20")).toEqual({ least: 0.03, most: 0.8 });
    expect(priceBandOf(llr("LANDFILL"))).toBeNull();
  });

  it("are its own where it has them, those of the year", () => {
    const priceBands = [
      { least: 0.03, most: 0.2 },
      { from: "2022/23", least: 0.1, most: 0.9 },
    ];
    const metric: Metric = { ...llr("ELEC"), priceBands };
    expect(priceBandOf(metric, "2021/22")).toEqual(priceBands[0]);
    expect(priceBandOf(metric, "2022/23")).toEqual(priceBands[1]);
    expect(priceBandOf(metric)).toEqual(priceBands[1]);
  });

  it("come from the costs that pay for them, by term or as the pack says", () => {
    expect([...costMetrics(llrPack)]).toEqual([
      ["ELEC", "ELEC-COST"],
      ["GAS", "GAS-COST"],
      ["OIL", "OIL-COST"],
      ["WATER", "WATER-COST"],
    ]);
    const waste = withMetrics((metric) => (metric.id === "WASTE-COST" ? { ...metric, costOf: "LANDFILL" } : metric));
    expect(costMetrics(waste).get("LANDFILL")).toBe("WASTE-COST");
  });
});

describe("the floor area", () => {
  it("is the metric with the vocabulary's floor area, or the one the pack marks", () => {
    expect(floorAreaMetric(llrPack)).toBe("GIA");
    const marked = withMetrics((metric) => (metric.id === "CONTACTS" ? { ...metric, floorArea: true } : metric));
    expect(floorAreaMetric(marked)).toBe("CONTACTS");
    expect(floorAreaMetric({ metrics: [] })).toBeNull();
  });
});

describe("derived emissions", () => {
  it("are those the pack derives, each with its metrics and fuels", () => {
    expect(derivationsOf(llrPack).map(({ metric, parts }) => [metric.id, parts])).toEqual([
      [
        "ENERGY-C",
        [
          { metric: "ELEC", fuel: "electricity" },
          { metric: "GAS", fuel: "natural-gas" },
          { metric: "OIL", fuel: "gas-oil" },
        ],
      ],
    ]);
  });

  it("are told of fuels by their names in sentences", () => {
    expect(["natural-gas", "gas-oil", "wood-chips"].map(fuelName)).toEqual(["gas", "oil", "wood chips"]);
  });
});
