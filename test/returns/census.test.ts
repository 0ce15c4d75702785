import { sheet } from "./grids";
import { layouts } from "./layouts";
import { read } from "./reading";

describe("the census of a return's numbers and answers", () => {
  it("counts each as read, left out by a rule, or asked about", () => {
    const reading = read([
      sheet("UHL", [
        ["UHL 2023/24", null, null],
        ["Metric", "Unit", "2023/24"],
        ["Gas consumed", "kWh", 101_817_393],
        ["Helicopter flights", "No.", 12],
        ["Total parking spaces available (No.)", "No.", 1_200],
        ["Cycle to work scheme", null, "Yes"],
        ["Have the gardeners agreed?", null, "No"],
      ]),
    ]);
    expect(reading.census).toMatchObject({ read: 2, leftOut: 1, asked: 2 });
    expect(reading.census.byRule).toEqual([
      { rule: "a field of a national collection that the plan has no metric for", cells: 1 },
    ]);
    expect(reading.notUnderstood.map(({ label, range, cells }) => [label, range, cells])).toEqual([
      ["Helicopter flights", "C4", 1],
      ["Have the gardeners agreed?", "C7", 1],
    ]);
  });

  it("asks once for all figures of a line, and says how many", () => {
    const reading = read([
      sheet("UHL", [
        ["Metric", "Unit", "2022/23", "2023/24"],
        ["Gas consumed", "kWh", 101_817_393, 95_045_415],
        ["Helicopter flights", "No.", 12, 14],
      ]),
    ]);
    expect(reading.notUnderstood).toMatchObject([{ range: "C3:D3", cells: 2 }]);
    expect(reading.census.asked).toBe(2);
  });

  it.each(layouts)("adds up to the numbers of $name", ({ head, body }) => {
    const rows = [...head, ...body];
    const { census, notUnderstood } = read([sheet("Return", rows)]);
    expect(notUnderstood.reduce((sum, { cells }) => sum + cells, 0)).toBe(census.asked);
    expect(census.byRule.reduce((sum, { cells }) => sum + cells, 0)).toBe(census.leftOut);
    const figures = rows.flat().filter((cell) => typeof cell === "number" || cell === "Yes");
    expect(census.read + census.leftOut + census.asked).toBe(figures.length);
  });
});
