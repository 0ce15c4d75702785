import { parseCell, splitPlace } from "../../../src/snapshot/addresses";
import { exampleOutcome } from "../outcome";
import { reportBook } from "../../../src/report/book/book";
import { lpt, primaryCare, uhl } from "../board-page";
import { nextYear, run, wholeReturn } from "../changes/kit";
import { almostEmpty, paperOf, smallPaper, type Paper } from "./cases";

const oneOf = ({ answers }: Paper, question: string) => {
  const [first] = answers(question);
  return first ?? `No question says “${question}”`;
};
const energy = (name: string, electricity: readonly number[], gas: readonly number[]) => ({
  name,
  values: [
    ["Metric", "2019/20", "2023/24", "2024/25"],
    ["NHS Carbon Footprint (tCO2e)", 58_480, 53_390, 52_140],
    ["Electricity (kWh)", null, ...electricity],
    ["Gas (kWh)", null, ...gas],
  ],
});

describe("every question", () => {
  test("has an answer without shorthand, and a link to a cell that is there", () => {
    for (const { outcome, questions, sheets } of [
      paperOf(exampleOutcome()),
      smallPaper([uhl, primaryCare]),
      smallPaper([almostEmpty]),
    ]) {
      expect(questions.length).toBeGreaterThan(1);
      const names = [...sheets, ...outcome.snapshot.sheets].map(({ name }) => name);
      for (const { answer, cell } of questions) {
        expect(answer).toMatch(/^[“\w].*\.$/s);
        expect(answer).not.toMatch(/\[[a-z]\]|undefined|null|NaN/);
        expect(names).toContain(cell.link.sheet);
        expect(parseCell(splitPlace(`'${cell.link.sheet}'!${cell.link.address}`)?.address ?? "")).not.toBeNull();
      }
    }
  });

  test("about a figure leads to its row on Trajectories", () => {
    const { questions, sheets } = smallPaper([uhl, lpt, primaryCare]);
    const trajectories = sheets.find(({ kind }) => kind === "trajectories")!;
    const { cell } = questions.find(({ question }) => question.startsWith("LLR’s NHS Carbon Footprint: why"))!;
    expect(cell.link.sheet).toBe(trajectories.name);
    const { row, rows } = trajectories.tables[0]!;
    const found = rows[parseCell(cell.link.address)!.row - row - 1]!;
    expect(found.slice(0, 4)).toEqual(
      ["NHS Carbon Footprint (tCO₂e)", "LLR", "2024/25", "Latest"].map((text, at) => (at === 0 ? found[0] : text)),
    );
    expect(String(found[0])).toMatch(/^NHS Carbon Footprint/);
  });
});

describe("why it is off track", () => {
  test("names the member furthest behind, and no cause that nobody wrote", () => {
    const why = oneOf(smallPaper([uhl, lpt, primaryCare]), "LLR’s NHS Carbon Footprint: why is it off track?");
    expect(why).toContain("Of its members UHL is furthest behind, by 13,153 tCO₂e.");
    expect(why).toContain("The cause is not known");
  });

  test("gives the reason that explains a warning of it", () => {
    const full = exampleOutcome();
    const row = full.assessments.find(
      ({ latest, metric, organisation }) => latest && metric === "CF" && organisation === "LLR",
    )!;
    const finding = { ...full.findings[1]!, metric: row.metric, organisation: row.organisation };
    const text = "A boiler failed in May.";
    const given = { key: finding.key, who: "A. Patel", when: "2025-04-02" as const, text, figure: finding.figure };
    const why = oneOf(paperOf({ ...full, findings: [finding], explanations: [given] }), "Footprint: why");
    expect(why).toContain(`Written of it: “${text}”.`);
    expect(why).not.toContain("The cause is not known");
  });

  test("says that a whole without a member is not rated, and answers for one that is", () => {
    const paper = smallPaper([uhl, primaryCare]);
    expect(oneOf(paper, "LLR’s NHS Carbon Footprint: why is it not rated?")).toContain("without LPT it is only a part");
    expect(oneOf(paper, "UHL’s NHS Carbon Footprint: why is it off track?")).toContain("33.7% behind its trajectory");
  });

  test("says that a footprint which is not there is not known", () => {
    expect(oneOf(smallPaper([almostEmpty]), "Is the footprint on track?")).toMatch(/^Not known/);
  });
});

describe("use or the grid", () => {
  test("tells rising use that cleaner factors hide, of energy alone", () => {
    const asked = "is it use or the grid?";
    const rising = oneOf(smallPaper([energy("UHL", [40_000_000, 41_000_000], [90_000_000, 90_000_000])]), asked);
    expect(rising).toMatch(/Use made [\d.,]+ tCO₂e more/);
    expect(rising).toContain("This is of energy alone.");
    const falling = oneOf(smallPaper([energy("UHL", [40_000_000, 30_000_000], [90_000_000, 80_000_000])]), asked);
    expect(falling).toContain("UHL: mostly use.");
    expect(falling).toMatch(/Use made [\d.,]+ tCO₂e less/);
    expect(oneOf(smallPaper([uhl]), asked)).toMatch(/^Not known/);
  });

  test("is said of the members where the whole is not known, and not relied on where a cell is in error", () => {
    const said = oneOf(paperOf(exampleOutcome()), "LLR’s NHS Carbon Footprint: is it use");
    expect(said).toMatch(/UHL: mostly .* LPT: mostly /);
    expect(said).toContain("For LLR as a whole it is not known.");
    expect(said).toContain("That is not to be relied on: an error stands in LPT!G5.");
  });
});

test("how sure we are names the cell in error and leads there", () => {
  const full = exampleOutcome();
  const { cell } = full.assessments.find(
    ({ latest, metric, organisation }) => latest && metric === "CF" && organisation === "LLR",
  )!.places[0]!;
  const wrong = { ...full.findings[0]!, cells: [cell] };
  const asked = (findings: typeof full.findings) =>
    paperOf({ ...full, findings }).questions.find(({ question }) => question.endsWith("Footprint: how sure are we?"))!;
  expect(asked([wrong]).answer).toContain(`Not sure: it rests on ${cell}, where there is an error`);
  expect(asked([wrong]).cell.text).toBe(cell);
  expect(asked([]).answer).toMatch(/^No error or warning stands against/);
});

test("what gets us back is what each year must bring; after its date it is the board’s to agree", () => {
  const paper = paperOf(exampleOutcome());
  expect(oneOf(paper, "LLR’s NHS Carbon Footprint: what gets us back?")).toMatch(
    /^It needs [\d,]+ tCO₂e less each year to 2031\/32/,
  );
  expect(paper.answers("what gets us back?").some((answer) => answer.startsWith("Its date has come"))).toBe(true);
});

test("the national basis is told for a footprint that can be rated, else said not to be known", () => {
  const asked = "how does it stand on the other basis";
  expect(oneOf(smallPaper([uhl, lpt, primaryCare]), asked)).toContain(
    "On the national basis it is 7,749 tCO₂e (10.9%) behind",
  );
  expect(oneOf(smallPaper([uhl, primaryCare]), asked)).toMatch(/^Not known/);
});

test("what changed since the last report is told of the figure itself", () => {
  const changed = (of: ReturnType<typeof run>) =>
    oneOf(paperOf(of.outcome), "LLR’s NHS Carbon Footprint: what changed since the last report?");
  const first = run(wholeReturn, null);
  expect(changed(first)).toMatch(/first report/);
  const again = run(wholeReturn, first.history());
  expect(changed(again)).toMatch(/first report|Nothing in it since/);
  const later = run(nextYear({ uhl: 50_000 }), first.history());
  expect(changed(later)).toContain("New period since report 1");
  expect(changed(later)).toContain("then 79,000 tCO₂e in 2024/25, now 75,600 tCO₂e in 2025/26");
  const restated = run(nextYear({ uhl: 50_000, lptBefore: 12_000 }), first.history());
  expect(changed(restated)).toContain("New period (restated)");
});

test("the book holds both sheets after what changed", () => {
  const kinds = reportBook(exampleOutcome()).sheets.map(({ kind }) => kind);
  expect(kinds.slice(1, 5)).toEqual(["board-report", "changes", "paper-text", "board-questions"]);
});
