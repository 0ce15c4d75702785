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

describe("no figure on the page says more than is known", () => {
  const yearly: SmallSheet = {
    name: "UHL",
    values: [
      ["Metric", "2022/23", "2023/24", "2024/25"],
      ["Electricity consumed (kWh)", 9_500_000, 9_000_000, 8_000_000],
      ["Gas consumed (kWh)", 95_000_000, 94_000_000, 93_000_000],
    ],
  };

  test("one of a year after the reporting date is on none of its tables and charts", () => {
    const { on } = saidOf([yearly], { asOf: "2024-03-31" });
    expect(on()).toContain("against 2022/23");
    expect(on()).not.toContain("against 2023/24");
    expect(on("Charts").join(" ")).toContain("in 2023/24");
    expect(on()).not.toContain("2024/25");
    expect(on("Charts").join(" ")).not.toContain("2024/25");
  });

  test("one that rests on an error is marked in the headline itself", () => {
    const full = exampleOutcome();
    const place = full.assessments.find(
      ({ latest, metric, organisation }) => latest && metric === "CF" && organisation === "LLR",
    )!.places[0]!;
    const wrong = { ...full.findings[0]!, severity: "error" as const, cells: [place.cell] };
    const outcome = { ...full, findings: [wrong] };
    expect(headings(full)[0]).not.toContain("unreliable");
    expect(headings(outcome)[0]).toMatch(/behind its trajectory in 2024\/25 \(unreliable: it rests on an error\)$/);
    const headline = board(outcome).tables.find(({ name }) => name === "GreenPlan_Headline")!;
    expect(headline.rows[0]![0]).toBe("NHS Carbon Footprint (tCO₂e), LLR [u]");
  });

  test("a quarterly report lists nothing but footprints as footprints", () => {
    const outcome = after(setting("Kind of report", "quarterly"));
    const carbon = new Set(outcome.pack.metrics.filter(({ area }) => area === "carbon").map(({ id }) => id));
    const without = { ...outcome, assessments: outcome.assessments.filter(({ metric }) => !carbon.has(metric)) };
    const all = lines(without);
    const at = all.indexOf("The footprints, which are reported once a year");
    expect(all[at + 1]).toBe("The return holds no footprint figure.");
    expect(lines(outcome).join(" ")).toContain("Next figure: 2025/26, which ends on 31 March 2026.");
  });

  test("an area's words speak of the targets that its counts are of", () => {
    const table = board(exampleOutcome()).tables.find(({ name }) => name === "GreenPlan_Areas")!;
    const column = (header: string) => table.columns.findIndex((each) => each.header === header);
    const { pack, assessments } = exampleOutcome();
    const filed = (area: string) => {
      const { group, prefix } = pack.areas.find(({ name }) => name === area)!;
      const own = new Set(
        pack.metrics.filter((each) => each.area === group || each.area === prefix).map(({ id }) => id),
      );
      return assessments.filter(({ latest, metric, actual }) => latest && actual !== null && own.has(metric));
    };
    for (const row of table.rows) {
      const own = filed(String(row[column("Area")]));
      const behind = own.some(({ rag }) => rag === "red" || rag === "amber");
      expect([row[0], String(row[column("What matters")]).includes(" behind")]).toEqual([row[0], behind]);
      if (own.length === 0) expect(row[column("Direction")]).toBe("[z] none");
    }
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
