import { parseCell } from "../../../src/snapshot/addresses";
import { settingsIn } from "../../../src/decisions/settings";
import type { Outcome } from "../../../src/outcome";
import { isFormula } from "../../../src/report/sheet";
import { lpt, primaryCare, uhl } from "../board-page";
import { nextYear, run, wholeReturn } from "../changes/kit";
import { exampleOutcome } from "../outcome";
import { workbookLeft } from "../settings-left";
import { almostEmpty, everyCase, paperOf, smallPaper, type Paper } from "./cases";

jest.setTimeout(60_000);

const sentencesOf = (text: string) => text.split(/(?<=\.)\s+/);
const numbersOf = (text: string) => text.match(/\d[\d,./]*\d|\d/g) ?? [];

describe("of every kind of return", () => {
  let papers: Map<string, Paper>;
  beforeAll(async () => {
    papers = await everyCase();
  });
  const each = (check: (paper: Paper, name: string) => void) => papers.forEach(check);

  test("each question has an answer without shorthand, and a link to a cell that is there", () =>
    each(({ outcome, questions, sheets }) => {
      const names = [...sheets, ...outcome.snapshot.sheets].map(({ name }) => name);
      for (const { answer, cell } of questions) {
        expect(answer).toMatch(/^[“\w].*\.$/s);
        expect(answer).not.toMatch(/\[[a-z]\]|undefined|null|NaN/);
        expect(names).toContain(cell.link.sheet);
        expect(parseCell(cell.link.address)).not.toBeNull();
      }
    }));

  test("the summary has at most 150 words, at most two numbers a sentence, and neither codes nor shorthand", () =>
    each(({ section, outcome: { pack } }, name) => {
      const text = section("summary");
      expect(text.split(/\s+/).length).toBeLessThanOrEqual(150);
      const undated = text.replace(/\d{1,2} [A-Z][a-z]+ \d{4}/g, "a day");
      for (const sentence of sentencesOf(undated))
        expect([name, sentence, numbersOf(sentence).length <= 2]).toEqual([name, sentence, true]);
      for (const { id } of pack.actions) expect(text).not.toMatch(new RegExp(`\\b${id}\\b`));
      expect(text).not.toMatch(/\[[a-z]\]/);
    }));

  test("the summary says of targets and actions what is counted of them", () =>
    each(({ section, outcome }) => {
      const text = section("summary");
      const latest = outcome.assessments.filter(({ latest }) => latest);
      const of = (rag: string) => latest.filter((row) => row.rag === rag && row.actual !== null).length;
      const rated = of("red") + of("amber") + of("green");
      if (rated === 0) expect(text).toContain("No target can be rated.");
      else
        expect(text).toMatch(new RegExp(`Of ${rated} targets? rated, ${of("green") || "none"} (is|are) on track\\.`));
      if (of("red") > 0) expect(text).toMatch(new RegExp(`\\b${of("red")} (is|are) off track`));
      const late = outcome.actions.filter(({ status }) => status === "overdue" || status === "not started late").length;
      expect(text).toMatch(late === 0 ? /none is overdue/ : new RegExp(`\\b${late} (is|are) overdue`));
    }));

  test("the summary says what of the figures is not there", () => {
    const said = (name: string) => papers.get(name)!.section("summary");
    expect(said("the sample")).toContain(
      "LLR’s NHS Carbon Footprint was 79,000 tCO₂e in 2024/25. That is 33.7% behind its trajectory and 2.3% less than the year before.",
    );
    expect(said("one trust of it")).not.toContain("LLR");
    expect(said("it as at 30 November 2026")).toContain("2025/26 is not yet reported.");
    expect(said("a system with a member missing")).toContain("It cannot be rated: without LPT it is only a part.");
    expect(said("an almost empty return")).toContain("The return holds no footprint for a target of the plan.");
  });

  test("the summary gives up its opening and its second figure before it grows too long", () => {
    const full = exampleOutcome();
    const title = `NHS Carbon Footprint ${"of a long name ".repeat(8)}`;
    const metrics = full.pack.metrics.map((each) => (each.area === "carbon" ? { ...each, title } : each));
    const text = paperOf({ ...full, pack: { ...full.pack, metrics } }).section("summary");
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(150);
    expect(text.match(/Footprint of a long name/g)).toHaveLength(1);
    expect(text).toMatch(/^LLR’s .* overdue.* not ready to report/);
  });

  test("the summary warns of a figure that rests on a cell with an error", () => {
    const full = exampleOutcome();
    const place = full.assessments.find(({ latest, metric }) => latest && metric === "CF")!.places[0]!;
    const [finding] = full.findings;
    const wrong = (severity: "error" | "warning") =>
      paperOf({ ...full, findings: [{ ...finding!, severity, cells: [place.cell] }] }).section("summary");
    expect(wrong("error")).toContain("That rests on a cell with an error.");
    expect(wrong("warning")).not.toContain("with an error");
  });
});

describe("sections that a person fills", () => {
  const full = exampleOutcome();
  const settings = (changes: Partial<Outcome["settings"]>) =>
    paperOf({ ...full, settings: { ...full.settings, ...changes } });
  const day = (words: string) => ({ words, date: null });

  test("say “To complete” where nothing is known, and never guess", () => {
    const { section } = paperOf(full);
    for (const key of ["meeting", "lead", "author", "considered", "equality"]) expect(section(key)).toBe("To complete");
    expect(section("finance")).toMatch(/^To complete/);
    expect(section("risk")).toMatch(/assurance framework reference: to complete\.$/);
    expect(section("recommendations")).toBe("No recommendation has been kept yet: choose on Green Plan Settings.");
  });

  test("take the day of the very body that meets", () => {
    const route = { greenBoard: day("3 May 2025"), committee: day("in June"), board: day("1 July 2025") };
    expect(settings({ route }).section("meeting")).toBe("Board, 1 July 2025");
    expect(settings({ route, kindOfReport: "quarterly" }).section("meeting")).toBe("Green Board, 3 May 2025");
    expect(settings({ route, meeting: "Finance Committee" }).section("meeting")).toBe("Finance Committee, in June");
    expect(settings({ meeting: "Trust Board" }).section("meeting")).toBe("Trust Board; date: to complete");
    expect(settings({ executiveLead: "Director of Strategy" }).section("lead")).toBe("Director of Strategy");
  });

  test("ask only what a person kept or wrote on the settings", () => {
    const write = {
      table: "GreenPlan_Asks",
      row: 4,
      cells: { Kind: "TAKE ASSURANCE", "Your words": "From the audit." },
    };
    const snapshot = workbookLeft(full, [write]);
    const { section } = paperOf({ ...full, snapshot, settings: settingsIn(snapshot) });
    expect(section("recommendations")).toBe("1. TAKE ASSURANCE: From the audit.");
    expect(section("purpose")).toMatch(/It asks the meeting to take assurance\.$/);
  });

  test("give costs as the trackers have them, and what falls due within three months", () => {
    const [first] = full.actions;
    const open = { ...first!, status: "on track" as const, goesOn: false, owner: "A. Patel" };
    const actions = [
      { ...open, title: "Heat pumps", due: "2025-06-30", cost: "£1.2m" },
      { ...open, title: "Later", due: "2025-07-01" },
      { ...open, title: "Done", due: "2025-05-01", status: "complete" as const },
    ];
    const { section } = paperOf({ ...full, actions });
    expect(section("finance")).toContain("Heat pumps: cost £1.2m");
    expect(section("next").split("\n")).toEqual([
      "Due in the three months to 30 June 2025: 1 action of the plan.",
      "30 June 2025: Heat pumps (A. Patel)",
    ]);
  });
});

test("the text is a formula over a person’s words and ours, and long lists leave the row readable", () => {
  const { sheets } = smallPaper([uhl]);
  const sheet = sheets.find(({ kind }) => kind === "paper-text")!;
  expect(sheet.printColumns).toBe(2);
  for (const [, text, words, proposed] of sheet.tables[0]!.rows) {
    expect([text !== null && isFormula(text!), words]).toEqual([true, null]);
    if (typeof proposed === "string") expect(proposed.split("\n").length).toBeLessThanOrEqual(14);
  }
});

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

test("a question about a figure leads to its row on Trajectories", () => {
  const { questions, sheets } = smallPaper([uhl, lpt, primaryCare]);
  const trajectories = sheets.find(({ kind }) => kind === "trajectories")!;
  const { cell } = questions.find(({ question }) => question.startsWith("LLR’s NHS Carbon Footprint: why"))!;
  const { row, rows } = trajectories.tables[0]!;
  expect(cell.link.sheet).toBe(trajectories.name);
  const found = rows[parseCell(cell.link.address)!.row - row - 1]!;
  expect(found.slice(0, 4)).toEqual([expect.stringMatching(/^NHS Carbon Footprint/), "LLR", "2024/25", "Latest"]);
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
  const later = run(nextYear({ uhl: 50_000 }), first.history());
  expect(changed(later)).toContain("New period since report 1");
  expect(changed(later)).toContain("then 79,000 tCO₂e in 2024/25, now 75,600 tCO₂e in 2025/26");
  const restated = run(nextYear({ uhl: 50_000, lptBefore: 12_000 }), first.history());
  expect(changed(restated)).toContain("New period (restated)");
});
