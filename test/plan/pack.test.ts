import { llrPack } from "../../src/plan/llr";
import { PackError, readPack } from "../../src/plan/pack";
import fenland from "./fixtures/fenland.pack.json";

type Loose = Record<string, unknown>;

/** A copy of the small pack with the value at a path changed (undefined takes it away). */
function withChange(path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(fenland) as unknown as Loose;
  const last = path[path.length - 1] as string;
  const owner = path.slice(0, -1).reduce<Loose>((at, step) => at[step] as Loose, copy);
  if (value === undefined) delete owner[last];
  else owner[last] = value;
  return copy;
}

function refusal(json: unknown): string {
  try {
    readPack(json);
  } catch (error) {
    expect(error).toBeInstanceOf(PackError);
    return (error as PackError).message;
  }
  return "accepted";
}

function problemsOf(json: unknown): PackError["problems"] {
  try {
    readPack(json);
  } catch (error) {
    return (error as PackError).problems;
  }
  return [];
}

describe("another system's pack", () => {
  it("is read as it is: nothing in the schema is LLR's alone", () => {
    expect(readPack(fenland)).toEqual(fenland);
  });
});

describe("a pack that breaks the schema", () => {
  it.each([
    [["name"], undefined, "“name” is missing"],
    [["targets", 0, "goal", "kind"], "levle", "target TOTAL-C-2032: “goal.kind” should be level, change, band or yes"],
    [
      ["targets", 0, "due", "late"],
      "2032",
      "target TOTAL-C-2032: “due.late” should be written like 2019/20, not “2032”",
    ],
    [["metrics", 1, "unit"], "kWhs", "metric POWER: “unit” should be one of kWh,"],
    [["metrics", 1, "unit"], undefined, "metric POWER: “unit” is missing"],
    [["actions", 0, "id"], undefined, "action LED lighting everywhere: “id” is missing"],
    [["organisations", 1, "name"], 5, "organisation XA1: “name” should be text"],
    [["end"], "31/03/2029", "“end” should be written like 2025-03-31, not “31/03/2029”"],
    [["actions"], "none", "“actions” should be a list"],
    [["organisations"], [], "“organisations” is empty"],
    [["surprise"], 1, "it has “surprise”, which is not part of a plan pack"],
    [["metrics", 0, "colour"], "red", "metric TOTAL-C: it has “colour”, which is not part of a plan pack"],
    [["thresholds", "amberPercent"], "5", "“thresholds.amberPercent” should be a number, not “5”"],
  ])("%p is %p: %s", (path, value, sentence) => expect(refusal(withChange(path, value))).toContain(sentence));

  it.each([null, 3, "pack", []])("%p is no pack at all", (json) =>
    expect(refusal(json)).toContain("The plan pack cannot be used: it should be an object"),
  );
});

describe("a pack that contradicts itself", () => {
  it.each([
    [["targets", 0, "metric"], "NOPE", "target TOTAL-C-2032: no metric is called NOPE"],
    [
      ["targets", 0, "due", "early"],
      "2032/33",
      "target TOTAL-C-2032: the window ends in 2031/32, before it starts in 2032/33",
    ],
    [["targets", 1, "id"], "TOTAL-C-2032", "target TOTAL-C-2032: the id TOTAL-C-2032 is there twice"],
    [["metrics", 1, "id"], "TOTAL-C", "metric TOTAL-C: the id TOTAL-C is there twice"],
    [["organisations", 2, "code"], "XA1", "organisation XA1: the code XA1 is there twice"],
    [["targets", 1, "pathway"], "TOTAL-C", "target POWER-M2-2029: pathway TOTAL-C is of TOTAL-C, not of POWER-M2"],
    [["targets", 1, "goal"], { kind: "yes" }, "target POWER-M2-2029: POWER-M2 is not answered by yes or no"],
    [
      ["targets", 1, "goal"],
      { kind: "band", low: 40, high: 25 },
      "target POWER-M2-2029: the band's upper edge, 25, is below",
    ],
    [["targets", 1, "due", "date"], "2029-02-30", "target POWER-M2-2029: 2029-02-30 is no day"],
    [["targets", 0, "base", "year"], "2024/26", "target TOTAL-C-2032: 2024/26 is no financial year"],
    [["targets", 0, "appliesTo"], ["ZZZ"], "target TOTAL-C-2032: no organisation is called ZZZ"],
    [["metrics", 3, "ratio", "denominator"], "BEDS", "metric POWER-M2: no metric is called BEDS"],
    [["metrics", 3, "additive"], true, "metric POWER-M2: it is a ratio"],
    [["metrics", 0, "bounds"], { min: 5, max: 1 }, "metric TOTAL-C: its upper bound, 1, is below its lower, 5"],
    [["metrics", 0, "term"], "all-emissions", "metric TOTAL-C: the vocabulary has no term all-emissions"],
    [["metrics", 0, "term"], "gas-used", "metric TOTAL-C: it is in tCO2e, its term gas-used in kWh"],
    [["metrics", 0, "term"], "electricity-used", "metric POWER: its term electricity-used is that of TOTAL-C already"],
    [["metrics", 0, "costOf"], "GONE", "metric TOTAL-C: no metric is called GONE"],
    [
      ["organisations", 1, "sites"],
      [
        { code: "XA101", name: "Fen Hospital" },
        { code: "XA101", name: "Fen Clinic" },
      ],
      "organisation XA1: its site XA101 is XA1’s already",
    ],
    [
      ["identities"],
      [{ total: "TOTAL-C", parts: ["POWER"], source: "s" }],
      "identity of TOTAL-C: POWER is in kWh, TOTAL-C in tCO2e",
    ],
    [["orders"], [{ greater: "TOTAL-C", lesser: "GONE", source: "s" }], "order of TOTAL-C: no metric is called GONE"],
    [
      ["metrics", 0, "derivedFrom"],
      [{ metric: "POWER", fuel: "hope" }],
      "metric TOTAL-C: the factor register has no hope",
    ],
    [
      ["metrics", 0, "derivedFrom"],
      [{ metric: "AREA", fuel: "electricity" }],
      "metric TOTAL-C: AREA is in m², the factor",
    ],
    [["end"], "2025-01-01", "the plan ends on 2025-01-01, before it starts on 2026-04-01"],
    [["system"], "XA1", "the system, XA1, does not have the role “system”"],
    [["actions", 0, "area"], "Q", "action E1: no area is called Q"],
    [["actions", 0, "twins"], ["E9"], "action E1: no action is called E9"],
    [["actions", 0, "twins"], ["E2"], "action E1: E2 does not name E1 as its twin"],
    [["actions", 0, "completion"], "soon", "action E1: the completion date “soon” cannot be read"],
  ])("%p as %j: %s", (path, value, sentence) => expect(refusal(withChange(path, value))).toContain(sentence));

  it("says all problems in one sentence, and keeps where each is", () => {
    const twice = withChange(["targets", 0, "appliesTo"], ["ZZZ", "YYY"]);
    expect(refusal(twice)).toBe(
      "The plan pack cannot be used: target TOTAL-C-2032: no organisation is called ZZZ; target TOTAL-C-2032: no organisation is called YYY.",
    );
    expect(problemsOf(twice).map(({ path }) => path)).toEqual(["targets[0].appliesTo[0]", "targets[0].appliesTo[1]"]);
  });

  it("says the first ten problems, and how many more there are", () => {
    const codes = Array.from({ length: 13 }, (_, index) => `Z${index}`);
    const problems = refusal(withChange(["targets", 0, "appliesTo"], codes)).split("; ");
    expect(problems).toHaveLength(11);
    expect(problems.at(-2)).toContain("Z9");
    expect(problems.at(-1)).toBe("and 3 more problems.");
  });
});

describe("the LLR pack", () => {
  const metric = (id: string) => llrPack.metrics.find((each) => each.id === id);
  const target = (id: string) => llrPack.targets.find((each) => each.id === id);

  it("holds to the schema and to itself", () => {
    expect(readPack(llrPack)).toEqual(llrPack);
  });

  it("has the plan's nine areas and 63 actions", () => {
    const counts = llrPack.areas.map(({ prefix }) => [
      prefix,
      llrPack.actions.filter(({ area }) => area === prefix).length,
    ]);
    expect(counts).toEqual([
      ["WFL", 4],
      ["SMC", 4],
      ["DT", 4],
      ["TT", 13],
      ["EF", 8],
      ["M", 8],
      ["P", 12],
      ["FN", 6],
      ["CCA", 4],
    ]);
    expect(llrPack.actions).toHaveLength(63);
    for (const { title } of llrPack.actions) expect(title.length).toBeLessThanOrEqual(60);
  });

  it("counts UHL, LPT, primary care and the board in LLR, and EMAS elsewhere", () => {
    const members = llrPack.organisations.filter(({ role }) => role === "member").map(({ code }) => code);
    expect(members.sort()).toEqual(["PCN", "QK1", "RT5", "RWE"]);
    expect(llrPack.organisations.find(({ code }) => code === "RX9")?.role).toBe("elsewhere");
  });

  it("states both footprints' baselines, windows and the national basis", () => {
    expect(target("CF-2028-32")).toMatchObject({
      goal: { kind: "change", percent: -80 },
      due: { kind: "window", early: "2027/28", late: "2031/32" },
      base: { year: "2019/20", stated: [{ organisation: "LLR", value: 88600 }] },
    });
    expect(target("CFP-2036-39")?.base?.stated).toEqual([{ organisation: "LLR", value: 426820 }]);
    const national = (id: string) => target(id)?.alternatives.find((each) => each.id === "national")?.goal;
    // Plan facts section 2: 41.64 kt off to 46.96, and 311.51 kt off to 115.31.
    const left = (goal: ReturnType<typeof national>, base: number) =>
      goal?.kind === "change" ? base * (1 + goal.percent / 100) : null;
    expect(left(national("CF-2028-32"), 88.6)).toBeCloseTo(46.96, 2);
    expect(left(national("CFP-2036-39"), 426.82)).toBeCloseTo(115.31, 2);
  });

  it("puts targets that follow one another on one pathway", () => {
    const pathways = (id: string) => llrPack.targets.filter(({ pathway }) => pathway === id).map((each) => each.id);
    expect(pathways("CF")).toEqual(["CF-2028-32", "CF-NZ"]);
    expect(pathways("CFP")).toEqual(["CFP-2036-39", "CFP-NZ"]);
    expect(pathways("DESFLURANE")).toEqual(["DESFLURANE-2022-04", "DESFLURANE-2023-04"]);
    expect(pathways("INHALER-C")).toEqual(["INHALER-C-2022-23", "INHALER-C-2028"]);
  });

  it("has CF-NZ and CFP-NZ as targets only", () => {
    expect(metric("CF-NZ")).toBeUndefined();
    expect(target("CF-NZ")).toMatchObject({ metric: "CF", goal: { kind: "level", value: 0 } });
  });

  it("keeps the regional tables as printed, East of England's misprint too", () => {
    const [footprint, plus] = llrPack.regional;
    const sum = (rows: readonly { current: number }[] = []) => rows.reduce((total, { current }) => total + current, 0);
    expect(sum(footprint?.rows)).toBe(6106);
    expect(footprint?.england).toMatchObject({ base1990: 16191, current: 6107, interim: -2870 });
    expect(plus?.rows[0]).toMatchObject({ region: "East of England", base1990: 3542 });
    for (const table of llrPack.regional) for (const row of table.rows) expect(row.netZero).toBe(-row.current);
  });

  it("links the same work under two areas both ways", () => {
    const twins = llrPack.actions
      .filter((each) => each.twins.length > 0)
      .map(({ id, twins: [twin] }) => `${id}-${twin}`);
    expect(twins).toEqual(["TT11-EF7", "EF7-TT11", "P2-FN1", "P4-FN4", "FN1-P2", "FN4-P4"]);
  });

  it("gives the derived energy emissions a metric of their own, in no identity", () => {
    expect(metric("ENERGY-C")).toMatchObject({
      unit: "tCO2e",
      derivedFrom: [{ metric: "ELEC" }, { metric: "GAS" }, { metric: "OIL" }],
    });
    expect(llrPack.identities.flatMap(({ parts, total }) => [total, ...parts])).not.toContain("ENERGY-C");
  });

  it("has a metric for every one of plan facts section 3", () => {
    const ids =
      `CF CFP S1 S2 S3-CF S3-PLUS FLEET-LEV FLEET-ULEV FLEET-NEW SALSAC-CAR CYCLE BUSMILES-C DESFLURANE N2O-REVIEW
      N2O-REVIEW-SHARE INHALER-C MDI-SHARE SALBUTAMOL-C RENEWABLE-E OIL-CASE NZ-BUILD BREEAM-NEW BREEAM-REFURB LANDFILL
      CL-TRAINED NZ-LEAD SV-WEIGHT CRP-5M CRP-ALL PAPER PAPER-RECYCLED WALKING-AIDS WALKING-RETURN VIRTUAL-OP GREENER-LEAD
      CHAMPIONS ADAPT-LEAD HUBS TRAVEL-BASELINE IIF-ES01 IIF-ES02 IIF-RESP01 IIF-RESP02 ELEC ELEC-RENEWABLE
      ELEC-GREEN-TARIFF ELEC-ONSITE GAS OIL CHP-FUEL STEAM HOT-WATER OTHER-FUEL WATER RECYCLING INCINERATION ALT-TREATMENT
      OFFENSIVE OTHER-RECOVERY FOOD-WASTE CONFIDENTIAL FLEET-MILES GREY-MILES DES-LITRES SEVO-LITRES ISO-LITRES N2O-LITRES
      GIA CONTACTS ELEC-COST GAS-COST OIL-COST WATER-COST ENERGY-COST WASTE-COST ENERGY-C`.split(/\s+/);
    expect(ids.filter((id) => metric(id) === undefined)).toEqual([]);
  });
});
