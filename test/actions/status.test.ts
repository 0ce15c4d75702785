import { fromPercent, normaliseStatus, speaksOfTrouble } from "../../src/actions/status";

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
    ["Superseded", "cancelled"],
    ["n/a", "not applicable"],
    ["N / A", "not applicable"],
    ["Not applicable", "not applicable"],
  ])("%s means %s", (text, meaning) => {
    expect(normaliseStatus(text)).toBe(meaning);
  });

  it.each(["", "   ", "< Select >", "see minutes", "6", "120%", "Complete/Not started", "Amber/Blue", "tbc"])(
    "%p means nothing known, and is not guessed",
    (text) => {
      expect(normaliseStatus(text)).toBeNull();
    },
  );

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
    expect(["Green", "In progress", "Complete", null, "Started"].some(speaksOfTrouble)).toBe(false);
  });
});
