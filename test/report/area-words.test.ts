import { assessActions } from "../../src/assessment/actions/assess-actions";
import { llrPack } from "../../src/plan/llr";
import { answerWords, gapNames, gapsOfNoArea } from "../../src/report/words/area-words";
import { answeredBy, unansweredGaps } from "../../src/assessment/targets/areas";
import { assess } from "../../src/assessment/targets/assess-targets";
import { trackerRow } from "../assessment/actions/tracker-row";
import { readingOf, total } from "../assessment/test-pack";

const asOf = "2025-03-31";
const totals = [
  total("RENEWABLE-E", "RWE", "2024/25", 60),
  total("WALKING-RETURN", "RT5", "2024/25", 10),
  total("WALKING-RETURN", "RWE", "2024/25", 12),
  total("DESFLURANE", "RWE", "2024/25", 7),
  total("CF", "LLR", "2024/25", 79000),
];
const assessments = assess({ totals, reading: readingOf(totals), pack: llrPack, asOf });
const done = trackerRow("M3", { status: "Complete", completed: "2023-05-01" });
const actions = assessActions({ reported: [done], pack: llrPack, asOf, dateSystem: 1900 });

describe("what answers a gap", () => {
  it("is said with how its actions stand, of whatever area", () => {
    expect(answeredBy(llrPack, actions, "RECYCLING").map(({ id }) => id)).toEqual(["EF8", "FN5"]);
    expect(answerWords(llrPack, actions, "RENEWABLE-E")).toBe("Answered by EF1 (no return).");
    expect(answerWords(llrPack, actions, "WALKING-RETURN")).toBe("No action of the plan answers it.");
    expect(answerWords(llrPack, actions, "DESFLURANE")).toBe(
      "Its one action, M3 (complete), is over, yet the gap stands.",
    );
  });

  it("is no one action for a footprint, which stands in no area", () => {
    expect(gapsOfNoArea(llrPack, assessments, actions)).toBe(
      "No single action answers the gap in NHS Carbon Footprint (LLR): a footprint falls as the gaps of the areas close.",
    );
    expect(gapsOfNoArea(llrPack, [], actions)).toBeNull();
    for (const { metrics } of llrPack.actions)
      expect(metrics).not.toEqual(expect.arrayContaining([expect.stringMatching(/^CFP?$/)]));
  });

  it("is named once for each metric, with the organisations that are behind in the plan's order", () => {
    const walking = unansweredGaps(llrPack, assessments).filter(({ metric }) => metric === "WALKING-RETURN");
    expect(gapNames(llrPack, walking)).toBe("walking aids returned (UHL and LPT)");
  });
});
