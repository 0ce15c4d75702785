import { llrPack } from "../../src/plan/llr";
import { actionHeadline, dataNote, standing, targetWords } from "../../src/report/words/sentences";
import type { ActionAssessment, Assessment } from "../../src/assessment/assessment";
import { period } from "../assessment/test-pack";
import { exampleOutcome } from "./outcome";

const { assessments, actions } = exampleOutcome();
const latest = (metric: string, organisation: string): Assessment =>
  assessments.find((each) => each.latest && each.metric === metric && each.organisation === organisation)!;

describe("a target in words", () => {
  const words = (id: string) => {
    const target = llrPack.targets.find((each) => each.id === id)!;
    return targetWords(
      target,
      llrPack.metrics.find((each) => each.id === target.metric)!,
    );
  };
  const idOf = (metric: string, kind: string) =>
    llrPack.targets.find((each) => each.metric === metric && each.goal.kind === kind)!.id;

  test("says a change with its base, a level with its side, a band with both ends and a yes as in place", () => {
    expect(words(idOf("CF", "change"))).toBe("80% less than in 2019/20, by 2028-32");
    expect(words(idOf("FLEET-LEV", "level"))).toBe("at least 90%, by March 2024");
    expect(words(idOf("MDI-SHARE", "level"))).toMatch(/^at most 25%/);
    expect(words(idOf("DESFLURANE", "level"))).toMatch(/^under (10|5)%/);
    expect(words(idOf("LANDFILL", "level"))).toMatch(/^none, by/);
    expect(words(idOf("VIRTUAL-OP", "band"))).toMatch(/^25% to 40%/);
    expect(words(idOf("CYCLE", "yes"))).toMatch(/^in place/);
  });
});

describe("where somebody stands, in a sentence", () => {
  test("behind the path", () => {
    expect(standing(latest("CF", "RWE"), llrPack)).toBe(
      "UHL’s NHS Carbon Footprint was 54,300 tCO₂e in 2024/25, 11.3% less than in 2019/20: 13,500 tCO₂e (33.1%) behind its trajectory of 40,800 tCO₂e.",
    );
  });

  test("ahead of it", () => {
    expect(standing(latest("CF", "RT5"), llrPack)).toMatch(
      /: 3,567 tCO₂e \(43\.1%\) ahead of its trajectory of 8,267 tCO₂e\.$/,
    );
  });

  test("never sets a part against the whole's target", () => {
    const part = { ...latest("CF", "LLR"), partial: true, missing: ["LPT", "LLR ICB"], gap: null, gapPercent: null };
    expect(standing(part, llrPack)).toBe(
      "LLR’s NHS Carbon Footprint was 79,000 tCO₂e in 2024/25, without LPT and LLR ICB: a part, so it is set against no target.",
    );
  });

  test("says so where there is no figure", () => {
    expect(standing({ ...latest("CF", "RWE"), unreported: { period: period("2025/26"), why: null } }, llrPack)).toMatch(
      /behind its trajectory of [\d,]+ tCO₂e\. 2025\/26 is not yet reported\.$/,
    );
    expect(standing({ ...latest("CF", "RWE"), actual: null }, llrPack)).toBe(
      "UHL’s NHS Carbon Footprint has no figure for 2024/25.",
    );
  });
});

describe("headlines", () => {
  test("name the action that is longest late", () => {
    const action = (id: string, status: ActionAssessment["status"], daysLate: number) => ({
      ...actions[0]!,
      id,
      status,
      daysLate,
    });
    expect(
      actionHeadline({
        pack: llrPack,
        actions: [action("A1", "overdue", 5), action("A2", "not started late", 40), action("A3", "complete", 0)],
        asOf: "2025-03-31",
      }),
    ).toBe("Of 3 actions on 31 March 2025: 1 complete, 2 overdue (the longest, A2, by 40 days), 0 due within 90 days.");
  });
});

test("a data note gives the reason for grey with the shorthand of published statistics", () => {
  expect(dataNote({ ...latest("CF", "RWE"), why: "partial", missing: ["LPT"] })).toBe(
    "[x] part of the total: no figure from LPT",
  );
  expect(dataNote({ ...latest("CF", "RWE"), actual: null, why: "no data" })).toBe("[x] no figure in the return");
  expect(dataNote(latest("CF", "RWE"))).toBe("");
  const late = { ...latest("CF", "RWE"), unreported: { period: period("2025/26"), why: null } };
  expect(dataNote(late)).toBe("[x] 2025/26 is not yet reported");
  expect(dataNote({ ...late, why: "stale" })).toBe("[x] out of date: nothing is reported for 2025/26 or since");
  const unread = { ...late, unreported: { period: period("2025/26"), why: "Two cells differ." } };
  expect(dataNote(unread)).toBe("[x] 2025/26 has no figure that can be used: two cells differ");
  const metric = { ...llrPack.metrics[0]!, reportedWithinMonths: 3 };
  expect(dataNote(late, metric)).toBe("[x] 2025/26 is not yet reported, due by 30 June 2026");
});
