import { fromPercent, isGreen, readStatus, speaksOfTrouble } from "../../../src/assessment/actions/status";

/** The status alone of what a status cell means. */
const normaliseStatus = (text: string | null) => readStatus(text)?.status ?? null;

describe("status words as people write them", () => {
  it.each([
    ["Not started", "not started"],
    ["NOT  STARTED.", "not started"],
    ["To do", "not started"],
    ["1", "not started"],
    ["0%", "not started"],
    ["In progress", "in progress"],
    ["in-progress", "in progress"],
    ["WIP", "in progress"],
    ["G", "in progress"],
    ["Amber", "in progress"],
    ["Amber/Green", "in progress"],
    ["Red - Amber", "in progress"],
    ["Delayed", "in progress"],
    ["On-going", "in progress"],
    ["3", "in progress"],
    ["4 / 5", "in progress"],
    ["60%", "in progress"],
    ["75 % complete", "in progress"],
    ["In progress - awaiting sign off", "in progress"],
    ["Complete", "complete"],
    ["Completed (March 2024)", "complete"],
    ["Done", "complete"],
    ["Closed", "complete"],
    ["Blue", "complete"],
    ["5", "complete"],
    ["5 - Complete", "complete"],
    ["100%", "complete"],
    ["On hold", "on hold"],
    ["Paused; no funding", "on hold"],
    ["Cancelled", "cancelled"],
    ["Superseded", "superseded"],
    ["n/a", "not applicable"],
    ["N / A", "not applicable"],
    ["Not applicable", "not applicable"],
    ["  in PROGRESS  ", "in progress"],
    ["BRAG: B", "complete"],
    ["RAG status: Amber", "in progress"],
    ["🟢", "in progress"],
    ["🔴 Red", "in progress"],
    ["🔵", "complete"],
    ["✅ Complete", "complete"],
    ["Amber Green", "in progress"],
    ["Red - delayed", "in progress"],
    ["Red - not started", "not started"],
    ["Delayed (not started)", "not started"],
    ["Green - complete", "complete"],
    ["Amber: not started, no funds", "not started"],
    ["Completed late", "complete"],
    ["Completed - 12/03/24", "complete"],
    ["Completed March 2024", "complete"],
    ["Closed Q2 2023/24", "complete"],
    ["Completed by UHL", "complete"],
    ["In progress 50%", "in progress"],
    ["Ongoing (75%)", "in progress"],
    ["0.75", "in progress"],
    ["On hold until April", "on hold"],
    ["Deferred to 2025/26", "on hold"],
    ["On track for completion", "in progress"],
    ["Delayed due to funding", "in progress"],
    ["Part complete - see notes", "in progress"],
    ["In-progress/On-track", "in progress"],
    ["Not due", "not started"],
    ["Not started yet", "not started"],
    ["Merged with P2", "superseded"],
    ["Superseded by P4", "superseded"],
    ["No longer required", "cancelled"],
    ["N/A - see P2", "not applicable"],
  ])("%s means %s", (text, meaning) => {
    expect(normaliseStatus(text)).toBe(meaning);
  });

  it.each([
    "",
    "   ",
    "< Select >",
    "see minutes",
    "6",
    "120%",
    "Complete/Not started",
    "Amber/Blue",
    "tbc",
    "TBC",
    "Grey",
    "AG",
    "No",
    "Not complete",
    "Expected to complete",
    "Complete by March 2025",
    "Complete subject to sign-off",
    "Complete, awaiting sign off",
    "Started but paused",
    "Ongoing/Complete",
    "☐",
    "⚪",
  ])("%p means nothing known, and is not guessed", (text) => {
    expect(normaliseStatus(text)).toBeNull();
  });

  it("has no word for nothing", () => {
    expect(normaliseStatus(null)).toBeNull();
  });

  it("takes a percentage for how far it is", () => {
    expect([0, 1, 99.9, 100, 101, -1].map(fromPercent)).toEqual([
      "not started",
      "in progress",
      "in progress",
      "complete",
      null,
      null,
    ]);
  });

  it("hears trouble in the words", () => {
    expect(["Red", "Amber/Green", "Delayed", "At risk", "R"].every(speaksOfTrouble)).toBe(true);
    expect(["🟠", "BRAG: A", "A/G", "Red - not started"].every(speaksOfTrouble)).toBe(true);
    expect(["Green", "In progress", "Complete", null, "Started", "n/a", "G", "🟢"].some(speaksOfTrouble)).toBe(false);
  });

  it("keeps the date written after a completion, and no other text", () => {
    expect(
      ["Completed - 12/03/24", "Complete (March 2024)", "Closed Q2 2023/24", "Done"].map(
        (text) => readStatus(text)?.rest,
      ),
    ).toEqual(["12/03/24", "March 2024)", "Q2 2023/24", null]);
    expect(readStatus("In progress - 12/03/24")?.rest).toBeNull();
  });

  it("knows green alone from green beside another word", () => {
    expect(["Green", "G", "RAG: Green", "🟢", "Green (G)"].map(isGreen)).toEqual([true, true, true, true, false]);
    expect(["Green - complete", "Amber/Green", "In progress", null].some(isGreen)).toBe(false);
  });
});
