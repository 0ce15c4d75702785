import { llrPack } from "../../src/plan/llr";
import { PackError, readPack } from "../../src/plan/pack";
import type { Metric, WrittenMetric, WrittenPack } from "../../src/plan/schema";
import smallPack from "./fixtures/small.pack.json";

const small = smallPack as WrittenPack;

function withMetric(metric: Partial<WrittenMetric> & Pick<WrittenMetric, "id">, pack = small): WrittenPack {
  return { ...pack, metrics: pack.metrics.map((each) => (each.id === metric.id ? { ...each, ...metric } : each)) };
}

function metricOf(pack: WrittenPack, id: string): Metric | undefined {
  return readPack(pack).metrics.find((each) => each.id === id);
}

function refusal(pack: WrittenPack): string {
  try {
    readPack(pack);
  } catch (error) {
    if (error instanceof PackError) return error.message;
  }
  return "accepted";
}

/** The small pack with targets of these goals on one metric of a unit. */
function withGoals(unit: WrittenMetric["unit"], ...goals: WrittenPack["targets"][number]["goal"][]): WrittenPack {
  const due = { kind: "date", date: "2028-03-31" } as const;
  return {
    ...small,
    metrics: [{ id: "X", title: "Something else", unit }],
    targets: goals.map((goal) => ({ metric: "X", goal, due })),
    actions: small.actions.map(({ metrics: _, ...action }) => action),
  };
}

describe("a small pack", () => {
  const pack = readPack(small);

  it("is whole once read: reading it again changes nothing", () => {
    expect(readPack(pack)).toEqual(pack);
  });

  it("has one member and no system, so that nothing is rolled up", () => {
    expect(pack.system).toBeNull();
    expect(pack.organisations).toEqual([
      {
        code: "RZ9",
        name: "Wealden Community NHS Trust",
        shortName: "Wealden Community",
        aliases: [],
        role: "member",
        source: "the plan",
      },
    ]);
  });

  it("has an area for the letters of each action's id", () => {
    expect(pack.areas.map(({ prefix }) => prefix)).toEqual(["EN", "TR"]);
    expect(pack.actions.map(({ area }) => area)).toEqual(["EN", "EN", "TR", "TR"]);
  });

  it("knows a metric by its title: the footprint is the vocabulary's, trees are the plan's own", () => {
    expect(pack.metrics.map(({ term }) => term)).toEqual(["carbon-footprint", "electricity-used", undefined]);
    expect(pack.metrics.map(({ area }) => area)).toEqual(["carbon", "EN", "other"]);
  });

  it("asks its members, and judges them by each target", () => {
    for (const { reportedBy } of pack.metrics) expect(reportedBy).toEqual(["RZ9"]);
    expect(pack.targets.map(({ id, pathway, appliesTo, path }) => [id, pathway, appliesTo, path])).toEqual([
      ["FOOTPRINT-2028-03", "FOOTPRINT", ["RZ9"], "linear"],
      ["POWER-2029-03", "POWER", ["RZ9"], "linear"],
      ["TREES-2027-03", "TREES", ["RZ9"], "step"],
    ]);
    expect(pack.targets.map(({ due }) => due.as)).toEqual(["31 March 2028", "31 March 2029", "31 March 2027"]);
  });

  it("has LLR's thresholds, but for those it sets", () => {
    expect(pack.thresholds).toEqual(llrPack.thresholds);
    const strict = readPack({ ...small, thresholds: { amberPercent: 2 } });
    expect(strict.thresholds).toEqual({ ...llrPack.thresholds, amberPercent: 2 });
  });

  it("may name fuels as people write them", () => {
    const derived = withMetric({ id: "FOOTPRINT", derivedFrom: [{ metric: "POWER", fuel: "Electricity" }] });
    expect(metricOf(derived, "FOOTPRINT")?.derivedFrom).toEqual([{ metric: "POWER", fuel: "electricity" }]);
  });
});

describe("what a metric's unit says of it", () => {
  test.each([
    ["kWh", "flow", true, { min: 0, max: null }, 15],
    ["t", "flow", true, { min: 0, max: null }, 25],
    ["m²", "level", true, { min: 0, max: null }, 5],
    ["%", "ratio", false, { min: 0, max: 100 }, 30],
    ["kWh/m²", "ratio", false, { min: 0, max: null }, 15],
    ["yes/no", "answer", false, { min: 0, max: 1 }, 15],
    ["points", "level", false, { min: null, max: null }, 15],
  ] as const)("%s: a %s", (unit, nature, additive, bounds, percent) => {
    expect(metricOf(withGoals(unit), "X")).toMatchObject({ nature, additive, bounds, materiality: { percent } });
  });
});

describe("which way is better", () => {
  test.each([
    ["lower", "t", [{ kind: "change", percent: -20 }]],
    ["higher", "t", [{ kind: "change", percent: 20 }]],
    [
      "lower",
      "t",
      [
        { kind: "change", percent: -20 },
        { kind: "level", value: 0 },
      ],
    ],
    ["band", "%", [{ kind: "band", low: 25, high: 40 }]],
    ["yes", "yes/no", [{ kind: "yes" }]],
    ["yes", "yes/no", []],
    ["neither", "t", []],
  ] as const)("%s, from the targets", (better, unit, goals) => {
    expect(metricOf(withGoals(unit, ...goals), "X")?.better).toBe(better);
  });

  test("is never guessed at: a level may be a floor or a ceiling", () => {
    expect(refusal(withGoals("t", { kind: "level", value: 90 }))).toBe(
      "The plan pack cannot be used: metric X: its targets do not say whether more or less is better: add “better”, which is “lower” or “higher”.",
    );
    const both = withGoals("t", { kind: "change", percent: -5 }, { kind: "change", percent: 5 });
    expect(refusal(both)).toContain("metric X: its targets do not say");
  });
});

describe("titles that are names of the vocabulary", () => {
  const termOf = (title: string, unit: WrittenMetric["unit"]) =>
    metricOf(withMetric({ id: "TREES", title, unit }), "TREES")?.term;

  test("give a metric that term, where the unit is the term's", () => {
    expect(termOf("Natural gas", "kWh")).toBe("gas-used");
    expect(termOf("Natural gas", "£")).toBe("gas-cost");
    expect(termOf("NATURAL GAS (consumed)", "kWh")).toBe("gas-used");
    expect(termOf("Natural gas", "t")).toBeUndefined();
  });

  test("give it to one metric only", () => {
    expect(termOf("Electricity consumed", "kWh")).toBeUndefined();
  });
});

describe("several organisations", () => {
  const two = {
    ...small,
    organisations: [...small.organisations, { code: "RZ8", name: "Downs NHS Foundation Trust" }],
  };

  test("are members of no system unless one has that role", () => {
    expect(readPack(two)).toMatchObject({ system: null, organisations: [{ role: "member" }, { role: "member" }] });
  });

  test("have the system that the plan names, or whose role it is", () => {
    const system = { code: "WEALD", name: "Weald Integrated Care System" };
    const named = readPack({ ...two, system: "WEALD", organisations: [system, ...two.organisations] });
    expect(named.organisations.map(({ role }) => role)).toEqual(["system", "member", "member"]);
    const byRole = readPack({ ...two, organisations: [{ ...system, role: "system" }, ...two.organisations] });
    expect(byRole.system).toBe("WEALD");
    expect(byRole.metrics[0]?.reportedBy).toEqual(["RZ9", "RZ8"]);
  });
});
