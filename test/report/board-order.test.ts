import type { Outcome } from "../../src/outcome";
import { proposals } from "../../src/report/board/brief";
import { reportBook } from "../../src/report/book/book";
import { ReportSource } from "../../src/report/source/source";
import { exampleOutcome } from "./outcome";
import { saidOf, uhl, type SmallSheet } from "./board-page";
import { workbookLeft, type Write } from "./settings-left";

const board = (outcome: Outcome) => reportBook(outcome).sheets.find(({ kind }) => kind === "board-report")!;
const headings = (outcome: Outcome) =>
  board(outcome)
    .paragraphs.filter(({ style }) => style === "heading")
    .map(({ cell }) => String(cell));
const lines = (outcome: Outcome) => board(outcome).paragraphs.map(({ cell }) => String(cell));

/** The example as it is after people wrote on its settings sheet. */
function after(...writes: readonly Write[]): Outcome {
  const first = exampleOutcome();
  const proposed = proposals(first, new ReportSource(first).latest());
  return exampleOutcome({ snapshot: workbookLeft(first, writes, proposed) });
}
const setting = (row: string, value: string): Write => ({ table: "GreenPlan_Settings", row, cells: { Value: value } });

describe("the order of the board's page", () => {
  test("puts the footprints first in an annual report, with their chart", () => {
    const all = headings(exampleOutcome());
    expect(all[0]).toMatch(/^Where we stand/);
    expect(all[1]).toMatch(/^The plan’s areas/);
    expect(board(exampleOutcome()).charts.map(({ name }) => name)).toEqual(["Green Plan headline"]);
  });

  test("puts what moved and what is overdue first in a quarterly one, and says which it is", () => {
    const outcome = after(setting("Kind of report", "quarterly"));
    const all = headings(outcome);
    expect(all.slice(0, 2)).toEqual([
      "What was delivered and what moved",
      "The footprints, which are reported once a year",
    ]);
    expect(all.findIndex((each) => each.startsWith("Actions that are overdue"))).toBeLessThan(
      all.findIndex((each) => each.startsWith("Where we stand")),
    );
    expect(lines(outcome)[3]).toContain("·  quarterly  ·");
  });

  test("puts energy and water first where the return holds nothing else", () => {
    const energy: SmallSheet = {
      name: "UHL",
      values: [
        ["Metric", "2023/24", "2024/25"],
        ["Electricity consumed (kWh)", 9_000_000, 8_000_000],
        ["Water consumed (m3)", 300_000, 330_000],
      ],
    };
    const words = saidOf([energy]).on();
    const first = words.indexOf("Energy, water, waste and other figures without a target");
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(words.findIndex((each) => each.startsWith("How far these figures")));
    expect(words).toContain("improved");
    expect(words).toContain("deteriorated");
    expect(words.join(" ")).not.toContain("No target is off track");
  });
});

describe("what people decided for the board's page", () => {
  test("is printed as they kept or reworded it, and not before", () => {
    expect(headings(exampleOutcome())).not.toContain("The Board is asked to");
    const [first] = proposals(exampleOutcome(), new ReportSource(exampleOutcome()).latest());
    const outcome = after({
      table: "GreenPlan_Asks",
      row: first!.text,
      cells: { "Your words": "the trusts report in May", Keep: "yes" },
    });
    expect(headings(outcome)).toContain("The Board is asked to");
    expect(lines(outcome).some((line) => line.endsWith(": the trusts report in May"))).toBe(true);
  });

  test("says that it is a draft until somebody approved it", () => {
    expect(lines(exampleOutcome())[3]).toMatch(/Draft, not approved$/);
    expect(board(exampleOutcome()).header).toMatch(/DRAFT$/);
  });
});

test("a trust's own page never speaks of the system", () => {
  const words = saidOf([uhl]).on().join(" ");
  expect(words).toContain("UHL’s NHS Carbon Footprint");
  expect(words).not.toMatch(/LLR’s/);
});
