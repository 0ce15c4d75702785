import { llrPack } from "../../src/plan/llr";
import { ActionIds } from "../../src/returns/words/action-ids";

const ids = new ActionIds(llrPack);
const found = (rawId: string, title: string | null = null, area: string | null = null): string | null => {
  const match = ids.find(rawId, title, area);
  if (match === null) return null;
  return [match.actions.map(({ id }) => id).join("+"), match.part].filter(Boolean).join(" part ");
};

describe("an action's id as people write it", () => {
  it.each([
    ["FN5", "FN5"],
    ["FN 5", "FN5"],
    ["fn5", "FN5"],
    ["FN-5", "FN5"],
    ["FN.5", "FN5"],
    ["CCA 1", "CCA1"],
    ["CCA01", "CCA1"],
    ["Action FN5", "FN5"],
    ["Ref: TT4", "TT4"],
    ["[FN5]", "FN5"],
    ["FN5a", "FN5 part a"],
    ["FN5 (ii)", "FN5 part ii"],
    ["TT1.1", "TT1 part 1"],
    ["P1.2", "P1 part 2"],
    ["TT1-TT3", "TT1+TT2+TT3"],
    ["TT1 – TT3", "TT1+TT2+TT3"],
    ["TT1 to TT3", "TT1+TT2+TT3"],
    ["EF1-8", "EF1+EF2+EF3+EF4+EF5+EF6+EF7+EF8"],
    ["EF1/EF2", "EF1+EF2"],
    ["P9 & 10", "P9+P10"],
    ["TT1, 2 and 3", "TT1+TT2+TT3"],
    ["WFL1\nWFL2", "WFL1+WFL2"],
    ["FN5: Plant-based menus", "FN5"],
    ["FN5 - Plant-based menus", "FN5"],
    ["TT1-TT3: travel", "TT1+TT2+TT3"],
  ])("%j is %s", (rawId, expected) => expect(found(rawId)).toBe(expected));

  it.each(["X9", "TT99", "TT14", "TT1/TT99", "EF3-EF1", "EF1-1", "EF", "FN five", "5", ""])("%j is none", (rawId) =>
    expect(found(rawId)).toBeNull(),
  );

  it("stands in the action's own text where the id cell has none", () => {
    expect(found("", "FN5: Plant-based menus")).toBe("FN5");
    expect(found("1", "FN5 Plant-based menus")).toBe("FN5");
    expect(found("", "Desflurane down (M3)")).toBe("M3");
    expect(found("", "Green electricity supply where possible")).toBe("EF1");
    expect(found("", "M25 corridor")).toBeNull();
    expect(found("", "TT1, 2 buses")).toBeNull();
  });

  it("beside an id of another scheme counts only where it is set off", () => {
    expect(found("EST-04", "P1: procurement")).toBe("P1");
    expect(found("EST-04", "P1 priority programme")).toBeNull();
  });

  it("may be a number in a row whose area column has the plan's prefix", () => {
    expect(found("5", "Menus", "FN")).toBe("FN5");
    expect(found("5", "Menus", "Food and nutrition")).toBeNull();
    expect(found("9", "Menus", "FN")).toBeNull();
  });
});
