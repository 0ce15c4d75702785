import { llrPack } from "../../src/plan/llr";
import {
  actionStates,
  actionStateSentences,
  bodiesWords,
  meansWords,
  movedWords,
  recordWords,
} from "../../src/report/words/action-words";
import { managed } from "../assessment/actions/managed-kit";

const asOf = "2024-06-30";
const tracker = managed(
  asOf,
  [
    "Ref",
    "Lead organisation",
    "Partners",
    "Owner",
    "UHL status",
    "LPT status",
    "Due",
    "Revised date",
    "Approved by",
    "Date approved",
    "External dependency",
    "Evidence",
    "Cost",
    "Saving (tCO2e)",
  ],
  [
    "TT1",
    "UHL",
    "LPT",
    "Jo",
    "Complete",
    "Not started",
    "31/03/2024",
    null,
    null,
    null,
    null,
    "Board paper 4",
    12000,
    45,
  ],
  ["TT2", null, null, "Jo", "WIP", "WIP", "31/03/2025", "31/12/2024", "Board", "14/05/2024", null, null, null, null],
  ["DT3", null, null, "Jo", "WIP", null, "31/12/2023", "31/12/2024", null, null, "City council", null, null, null],
  ["M8", null, null, "Jo", "WIP", "Complete", "31/12/2023", "TBC", null, null, "NHSPS", null, null, null],
  ["M3", null, null, "Jo", "Superseded by M4", null, null, null, null, null, null, null, null, null],
  ["M4", null, null, "Jo", "BAU", null, null, null, null, null, null, null, null, null],
  ["M5", null, null, "Jo", "Closed - not pursued", null, null, null, null, null, null, null, null, null],
  ["M6", null, null, "Jo", "Complete", "Complete", null, null, null, null, null, null, null, null],
);
const outcome = { actions: [...tracker.values()], asOf, pack: llrPack };
const action = (id: string) => tracker.get(id)!;

describe("actions as they are managed, in words", () => {
  test("a move is told with its size and whose word it was, or why it does not count", () => {
    expect(movedWords(action("TT1"))).toBe("no");
    expect(movedWords(action("TT2"))).toBe("forward by 3 months, agreed by Board on 14 May 2024");
    expect(movedWords(action("DT3"))).toBe("by 12 months, with no record of who agreed it");
    expect(movedWords(action("M8"))).toBe('no: "TBC" could not be read');
  });

  test("organisations, records and means are told where there are any", () => {
    expect(bodiesWords(action("TT1"), llrPack)).toBe("led by UHL; with LPT; 1 of 2 complete; LPT not started, overdue");
    expect(bodiesWords(action("M8"), llrPack)).toBe("1 of 2 complete; UHL in progress, overdue");
    expect(recordWords(action("M3"))).toBe("Superseded by M4");
    expect(recordWords(action("M4"))).toBe("business as usual; no reason given");
    expect(recordWords(action("M6"))).toBe("complete, no evidence");
    expect(recordWords(action("TT2"))).toBeNull();
    expect(meansWords(action("TT1"))).toBe("cost £12,000; saving 45 tCO2e");
    expect(meansWords(action("TT2"))).toBeNull();
  });

  test("a board is told of each state in one sentence, counted apart", () => {
    expect(actionStateSentences(outcome)).toEqual([
      "2 actions have a new date that counts in place of the plan's: DT3 by 12 months and TT2 forward by 3 months; 1 of them has no record of who agreed it; 1 of them is past the plan's own date.",
      "Counted neither as late nor as complete: 1 closed without being done, 1 superseded and 1 moved to business as usual.",
      "2 actions depend on a partner: DT3 and M8; 1 of them is late.",
      "Of 1 complete action for which evidence is kept, 1 has none: M6.",
      "2 actions are complete in some organisations and not in others: TT1 (1 of 2 complete; LPT not started, overdue) and M8 (1 of 2 complete; UHL in progress, overdue).",
    ]);
    expect(actionStates(outcome).lateInPlan.map(({ id }) => id)).toEqual(["DT3"]);
  });

  test("nothing is said where there is nothing to tell", () => {
    const plain = managed(asOf, ["Ref", "Action", "Owner", "Status"], ["TT1", "x", "Jo", "In progress"]);
    expect(actionStateSentences({ ...outcome, actions: [...plain.values()] })).toEqual([]);
  });
});
