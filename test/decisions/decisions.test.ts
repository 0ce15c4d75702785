import { assess } from "../../src/assessment/targets/assess-targets";
import type { AssessmentInput } from "../../src/assessment/cases/series-cases";
import type { Assessment } from "../../src/assessment/assessment";
import type { Decision } from "../../src/decisions/decisions";
import { register } from "../../src/assessment/targets/register";
import type { Observation, Total } from "../../src/returns/observation";
import { observation, period, readingOf, testPack, total, yearly } from "../assessment/test-pack";

const AS_OF = "2025-03-31";
const signed = { why: "The new hospital joined", who: "A. Patel", when: "2025-04-02" };
const unsigned = { why: "", who: "", when: null };

/** The plan's -20% gives way to a greater own target, as in plan TT2. */
const pack = {
  ...testPack,
  targets: testPack.targets.map((each) => (each.id === "MILES" ? { ...each, ownIfGreater: true } : each)),
};

function decision(over: Partial<Decision> & Pick<Decision, "kind" | "metric">): Decision {
  return { organisation: "AAA", period: null, old: null, value: null, ...unsigned, ...over };
}

function inputOf(
  totals: readonly Total[],
  decisions: readonly Decision[] = [],
  more: readonly Observation[] = [],
  over: Partial<AssessmentInput> = {},
): AssessmentInput {
  return { totals, reading: readingOf(totals, more), pack, asOf: AS_OF, decisions, ...over };
}

function last(input: AssessmentInput, metric: string, organisation = "AAA"): Assessment {
  return assess(input)
    .filter((row) => row.metric === metric && row.organisation === organisation && row.actual !== null)
    .at(-1)!;
}

describe("an organisation's own target", () => {
  const miles = yearly("MILES-C", "AAA", 2019, [1000, 950, 900, 850, 820, 790]);
  const own = (value: number) => decision({ kind: "own target", metric: "MILES-C", value });
  const aimed = (value: number, label = "2024/25") => observation("MILES-C", "AAA", label, value, { kind: "target" });

  it("stands where it asks for more than the plan, and says so", () => {
    const row = last(inputOf(miles, [own(-25)]), "MILES-C");
    expect(row).toMatchObject({ gap: 40, rag: "red", path: { late: 750 }, goal: { kind: "change", value: 750 } });
    expect(row.goal.own).toBe("its own target of 25% less (the settings sheet) is greater and is used");
    expect(row.working).toContain(
      "to 750 tCO₂e (-25%, its own target in the settings sheet, more than the plan's -20%) by January 2025",
    );
  });

  it("gives way to the plan's where it does not, and says so", () => {
    const row = last(inputOf(miles, [own(-15)]), "MILES-C");
    expect(row).toMatchObject({ gap: -10, rag: "green", goal: { value: 800 } });
    expect(row.goal.own).toBe("its own target of 15% less (the settings sheet) is not greater, so the plan's is used");
    expect(row.working).toContain("800 tCO₂e (-20%) by January 2025");
    expect(row.working).toContain("is not greater, so the plan's is used).");
  });

  it("is said not to be given where there is none; other targets say nothing of it", () => {
    expect(last(inputOf(miles), "MILES-C").goal.own).toBe("no target of its own is given");
    expect(last(inputOf(yearly("CF", "AAA", 2019, [9, 8])), "CF").goal.own).toBeUndefined();
  });

  it("is the return's own figure headed target for the year it falls due in", () => {
    const row = last(inputOf(miles, [], [aimed(700)]), "MILES-C");
    expect(row.goal.value).toBe(700);
    expect(row.goal.own).toMatch(/^its own target of 700 tCO₂e \(Return!C\d+\) is greater and is used$/);
    expect(last(inputOf(miles, [], [aimed(850)]), "MILES-C").goal.value).toBe(800);
    expect(last(inputOf(miles, [], [aimed(300, "2030/31")]), "MILES-C").goal.value).toBe(800);
    expect(last(inputOf(miles, [], [aimed(700), aimed(600)]), "MILES-C").goal.value).toBe(800);
  });

  it("set by a person stands before the return's; of two rows the later", () => {
    expect(last(inputOf(miles, [own(-30), own(-25)], [aimed(700)]), "MILES-C").goal.value).toBe(750);
    const { kept } = register(inputOf(miles, [own(-30), own(-25)]));
    expect(kept.map((row) => row?.state)).toEqual([
      "replaced by a later row",
      "used: its own target of 25% less (the settings sheet) is greater and is used",
    ]);
  });

  it("is not taken where the plan leaves no room for one", () => {
    const cf = yearly("CF", "AAA", 2019, [100, 90]);
    const given = [decision({ kind: "own target", metric: "CF", value: -90 })];
    expect(last(inputOf(cf, given), "CF").goal.value).toBeCloseTo(20, 9);
    expect(register(inputOf(cf, given)).kept[0]?.state).toMatch(/^not used: the plan leaves no room/);
  });
});

describe("a new baseline", () => {
  const baseline = (over: Partial<Decision>) =>
    decision({ kind: "baseline", metric: "CF", period: period("2019/20"), ...over });
  const cf = (first: number) => yearly("CF", "AAA", 2019, [first, 95, 90]);

  it("is on record from its first use", () => {
    expect(register(inputOf(cf(100))).added).toEqual([
      { decision: baseline({ value: 100 }), state: "on record since it was first used" },
    ]);
  });

  it("is asked for by a change of 5% of the base year, up or down, and not by less", () => {
    const onRecord = [baseline({ value: 100 })];
    expect(register(inputOf(cf(104.99), onRecord)).added).toEqual([]);
    expect(register(inputOf(cf(104), onRecord)).kept[0]?.state).toBe(
      "on record since it was first used; the return now has 104 tCO₂e, 4% more: too small a change for a new baseline",
    );
    for (const changed of [105, 95]) {
      const { added } = register(inputOf(cf(changed), onRecord));
      expect(added.map((row) => row.decision)).toEqual([baseline({ old: 100, value: changed })]);
      expect(added[0]!.state).toContain(
        `asked for: on record is 100 tCO₂e and the return has ${changed} tCO₂e, 5% ${changed > 100 ? "more" : "less"}. Say why, who and when`,
      );
    }
  });

  it("once signed is used, keeps old and new value, and says who agreed on it", () => {
    const decisions = [baseline({ value: 100 }), baseline({ old: 100, value: 110, ...signed })];
    const input = inputOf(cf(110), decisions);
    const row = last(input, "CF");
    expect(row.baseline).toMatchObject({ value: 110, period: { label: "2019/20" } });
    expect(row.working).toContain(
      "from 110 tCO₂e in 2019/20, the baseline agreed by A. Patel on 2 April 2025, to 22 tCO₂e",
    );
    const { kept, added } = register(input);
    expect(kept.map((each) => [each?.decision.old, each?.decision.value, each?.state])).toEqual([
      [null, 100, "on record: a later baseline stands"],
      [100, 110, "used: agreed by A. Patel on 2 April 2025"],
    ]);
    expect(added).toEqual([]);
  });

  it("is asked for again when the base year changes again", () => {
    const decisions = [baseline({ value: 100 }), baseline({ old: 100, value: 110, ...signed })];
    expect(register(inputOf(cf(120), decisions)).added.map((row) => row.decision)).toEqual([
      baseline({ old: 110, value: 120 }),
    ]);
  });

  it("half filled in is not used; what was written stays, with the figures brought up to date", () => {
    const decisions = [baseline({ value: 100 }), baseline({ old: 100, value: 110, why: "The new hospital joined" })];
    const { kept, added } = register(inputOf(cf(112), decisions));
    expect(kept[1]?.decision).toMatchObject({ old: 100, value: 112, why: "The new hospital joined" });
    expect(kept[1]?.state).toMatch(/^asked for/);
    expect(added).toEqual([]);
    const agreed = register(inputOf(cf(100), decisions)).kept;
    expect(agreed[1]?.state).toBe("no longer asked for: the figures agree again");
    const untouched = [baseline({ value: 100 }), baseline({ old: 100, value: 110 })];
    expect(register(inputOf(cf(100), untouched)).kept[1]).toBeNull();
  });

  it("moves the plan's own baseline only when signed", () => {
    const system = yearly("CF", "SYS", 2019, [95000, 90000]);
    const asked = register(inputOf(system)).added.find((row) => row.decision.organisation === "SYS");
    expect(asked?.decision).toMatchObject({ old: 88600, value: 95000, period: { label: "2019/20" } });
    expect(asked?.state).toContain(
      "asked for: the plan states 88,600 tCO₂e and the return has 95,000 tCO₂e, 7.2% more",
    );
    expect(asked?.state).toContain("until then 88,600 tCO₂e is used");
    expect(last(inputOf(system, [asked!.decision]), "CF", "SYS").baseline?.value).toBe(88600);
    const agreed = last(inputOf(system, [{ ...asked!.decision, ...signed }]), "CF", "SYS");
    expect(agreed.baseline?.value).toBe(95000);
    expect(agreed.goal.value).toBeCloseTo(19000, 9);
  });
});

describe("new control limits", () => {
  // Twelve months about 60, then fourteen about 30: the trust changed supplier in April 2023.
  const months = (values: readonly number[], first = 2022 * 12 + 3) =>
    values.map((value, index) => {
      const at = first + index;
      return total("DES", "AAA", `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`, value);
    });
  const series = months([
    ...[60, 62, 59, 61, 60, 63, 58, 60, 61, 59, 62, 60],
    ...[30, 31, 29, 30, 32, 28, 30, 31, 29, 30, 30, 31, 29, 30],
  ]);
  const from = (label: string, over: Partial<Decision> = {}) =>
    decision({ kind: "limits", metric: "DES", period: period(label), ...signed, ...over });
  const spc = (decisions: readonly Decision[]) =>
    last(inputOf(series, decisions, [], { asOf: "2024-05-31" }), "DES").spc!;
  const state = (decisions: readonly Decision[]) =>
    register(inputOf(series, decisions, [], { asOf: "2024-05-31" })).kept.map((row) => row?.state);

  it("stand on the figures from then on, and the latest are used", () => {
    expect(spc([]).points).toBe(26);
    const rebased = spc([from("2023-04")]);
    expect(rebased).toMatchObject({ points: 14, since: { label: "2023-04" }, variation: "common cause", trial: false });
    // Oracle: mean 420/14; moving ranges 1,2,1,2,4,2,1,2,1,0,1,2,1 (mean 20/13), the 4 below 3.267 times that.
    expect(rebased.mean).toBeCloseTo(30, 9);
    expect(rebased.upper).toBeCloseTo(30 + (2.66 * 20) / 13, 9);
    expect(spc([from("2023-04"), from("2022-06")]).since?.label).toBe("2023-04");
    expect(state([from("2023-04"), from("2022-06")])).toEqual([
      "used: limits stand on the 14 figures from April 2023 on",
      "replaced by later limits",
    ]);
  });

  it("wait for ten figures; until then those before stay", () => {
    expect(spc([from("2023-12")])).toMatchObject({ points: 26, since: null });
    expect(state([from("2023-12")])).toEqual([
      "waiting: 6 figures since then, and limits need 10; the limits before stay in use",
    ]);
  });

  it("need a reason, a name and a date", () => {
    for (const lack of [{ why: "" }, { who: "" }, { when: null }]) {
      expect(spc([from("2023-04", lack)]).since).toBeNull();
      expect(state([from("2023-04", lack)])).toEqual(["not used: say from which period, why, who and when"]);
    }
  });

  it("are for monthly and quarterly figures only", () => {
    const given = [decision({ kind: "limits", metric: "CF", period: period("2020/21"), ...signed })];
    const input = inputOf(
      yearly(
        "CF",
        "AAA",
        2010,
        Array.from({ length: 14 }, (_, index) => 100 + index),
      ),
      given,
    );
    expect(register(input).kept[0]?.state).toMatch(/^not used: control limits are for monthly and quarterly/);
    expect(last(input, "CF").spc ?? null).toBeNull();
  });
});
