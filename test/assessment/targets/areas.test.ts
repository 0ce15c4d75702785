import { assessActions } from "../../../src/assessment/actions/assess-actions";
import { llrPack } from "../../../src/plan/llr";
import { areaRollUps, unansweredGaps } from "../../../src/assessment/targets/areas";
import { assess } from "../../../src/assessment/targets/assess-targets";
import { latestAssessments } from "../../../src/assessment/targets/latest";
import { trackerRow } from "../actions/tracker-row";
import { readingOf, total } from "../test-pack";

const asOf = "2025-03-31";
const totals = [
  total("RENEWABLE-E", "RWE", "2024/25", 60),
  total("FLEET-LEV", "RWE", "2024/25", 88),
  total("CRP-5M", "RWE", "2024/25", 100),
  total("WALKING-RETURN", "RWE", "2024/25", 10),
  total("DESFLURANE", "RWE", "2024/25", 7),
  total("CF", "LLR", "2024/25", 79000),
];
const assessments = assess({ totals, reading: readingOf(totals), pack: llrPack, asOf });
const done = trackerRow("M3", { status: "Complete", completed: "2023-05-01" });
const actions = assessActions({ reported: [done], pack: llrPack, asOf, dateSystem: 1900 });
const areas = areaRollUps(llrPack, assessments, actions);
const area = (prefix: string) => areas.find((each) => each.prefix === prefix)!;

describe("the nine areas", () => {
  it("hold every action once, in the plan's order", () => {
    expect(areas.map(({ prefix }) => prefix)).toEqual(["WFL", "SMC", "DT", "TT", "EF", "M", "P", "FN", "CCA"]);
    expect(areas.map((each) => each.actions.length)).toEqual([4, 4, 4, 13, 8, 8, 12, 6, 4]);
  });

  it("show their gaps beside their actions, the furthest behind first", () => {
    expect(area("EF").gaps.map(({ metric, rag }) => [metric, rag])).toEqual([["RENEWABLE-E", "red"]]);
    expect(area("TT").gaps.map(({ metric, rag }) => [metric, rag])).toEqual([["FLEET-LEV", "amber"]]);
    expect(area("P").latest[0]?.metric).toBe("WALKING-RETURN");
  });

  it("name the gaps that no action of the plan answers", () => {
    expect(area("P").unanswered.map(({ metric }) => metric)).toEqual(["WALKING-RETURN"]);
    expect(area("EF").unanswered).toEqual([]);
    expect(
      unansweredGaps(llrPack, assessments)
        .map(({ metric }) => metric)
        .sort(),
    ).toEqual(["CF", "WALKING-RETURN"]);
  });

  it("name the gaps that outlived their actions", () => {
    expect(area("M").outlived.map(({ metric }) => metric)).toEqual(["DESFLURANE"]);
  });
});

describe("where each metric stands now", () => {
  it("is its last figure, however late, so that a year without one erases nothing", () => {
    const old = [total("FLEET-LEV", "RWE", "2022/23", 88)];
    const rows = assess({ totals: old, reading: readingOf(old), pack: llrPack, asOf });
    const standing = latestAssessments(rows).find(
      ({ metric, organisation }) => metric === "FLEET-LEV" && organisation === "RWE",
    );
    expect(standing).toMatchObject({ period: { label: "2022/23" }, why: "stale", actual: 88 });
  });
});
