import { isFormula } from "../../../src/report/sheet";
import type { Outcome } from "../../../src/outcome";
import { records, report, sheetOf, type as typeIn, workbookOf } from "../../excel/workbook";
import { exampleOutcome } from "../outcome";
import { workbookLeft } from "../settings-left";
import { settingsIn } from "../../../src/decisions/settings";
import { uhl } from "../board-page";
import { everyCase, paperOf, smallPaper, type Paper } from "./cases";

jest.setTimeout(60_000);

const sentencesOf = (text: string) => text.split(/(?<=\.)\s+/);
/** Figures, years and days of a sentence; "2024/25" is one. */
const numbersOf = (text: string) => text.match(/\d[\d,./]*\d|\d/g) ?? [];

describe("the summary", () => {
  let papers: Map<string, Paper>;
  beforeAll(async () => {
    papers = await everyCase();
  });
  const each = (check: (paper: Paper, name: string) => void) => papers.forEach(check);

  test("has at most 150 words, at most two numbers a sentence, and neither codes nor shorthand", () =>
    each(({ section, outcome: { pack } }, name) => {
      const text = section("summary");
      expect([name, text.split(/\s+/).length]).toEqual([name, expect.any(Number)]);
      expect(text.split(/\s+/).length).toBeLessThanOrEqual(150);
      // A day is said of the report as a whole, and is no figure.
      const undated = text.replace(/\d{1,2} [A-Z][a-z]+ \d{4}/g, "a day");
      for (const sentence of sentencesOf(undated))
        expect([name, sentence, numbersOf(sentence).length <= 2]).toEqual([name, sentence, true]);
      const codes = [...pack.actions.map(({ id }) => id), ...pack.organisations.map(({ code }) => code)];
      const names = pack.organisations.map(({ shortName }) => shortName);
      for (const code of codes.filter((code) => !names.includes(code)))
        expect(text).not.toMatch(new RegExp(`\\b${code}\\b`));
      expect(text).not.toMatch(/\[[a-z]\]/);
    }));

  test("says of targets and actions what is counted of them", () =>
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

  test("says what of the figures is not there", () => {
    const said = (name: string) => papers.get(name)!.section("summary");
    expect(said("the sample")).toContain(
      "LLR’s NHS Carbon Footprint was 79,000 tCO₂e in 2024/25. That is 33.7% behind its trajectory and 2.3% less than the year before.",
    );
    expect(said("the sample")).not.toContain("not yet reported");
    expect(said("one trust of it")).not.toContain("LLR");
    expect(said("it as at 30 November 2026")).toContain("2025/26 is not yet reported.");
    expect(said("a system with a member missing")).toContain("It cannot be rated: without LPT it is only a part.");
    expect(said("an almost empty return")).toContain("The return holds no footprint for a target of the plan.");
  });

  test("warns of a figure that rests on a cell with an error", () => {
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
  const { sheets, keys } = smallPaper([uhl]);
  const sheet = sheets.find(({ kind }) => kind === "paper-text")!;
  expect(sheet.printColumns).toBe(2);
  expect(new Set(keys).size).toBe(keys.length);
  for (const [, text, words, proposed] of sheet.tables[0]!.rows) {
    expect([text !== null && isFormula(text!), words]).toEqual([true, null]);
    if (typeof proposed === "string") expect(proposed.split("\n").length).toBeLessThanOrEqual(14);
  }
});

test("a person’s words take the place of ours at once, stay on the next report, and so does commentary on the board page", async () => {
  const opened = await workbookOf();
  const first = await report(opened);
  const cellOf = (name: string, table: string, header: string, key: string) => {
    const sheet = sheetOf(first, name);
    const { area } = sheet.tables.find((each) => each.name === table)!;
    const at = records(first, table).findIndex((row) => row.get("Reference") === key);
    return [area.top + 1 + at, sheet.values[area.top - sheet.used!.top]!.indexOf(header) + sheet.used!.left] as const;
  };
  const paper = (of: typeof first, key: string) =>
    records(of, "GreenPlan_Paper").find((row) => row.get("Reference") === key)!;
  const ours = paper(first, "summary").get("Proposed");
  expect(paper(first, "summary").get("Text")).toBe(ours);
  expect(paper(first, "commentary").get("Text")).toMatch(/^To complete/);

  await typeIn(
    opened,
    "Paper Text",
    ...cellOf("Paper Text", "GreenPlan_Paper", "Your words", "summary"),
    "In short: late.",
  );
  const board = cellOf("Board Report", "GreenPlan_Footprints", "Commentary", "CFP|LLR");
  await typeIn(opened, "Board Report", ...board, "Suppliers report late.");
  const second = await report(opened);
  expect(paper(second, "summary").get("Text")).toBe("In short: late.");
  expect(paper(second, "summary").get("Proposed")).toBe(ours);
  expect(paper(second, "commentary|CFP|LLR").get("Section")).toBe("Commentary: LLR’s NHS Carbon Footprint Plus");
  expect(paper(second, "commentary|CFP|LLR").get("Text")).toBe("Suppliers report late.");
  expect(records(second, "GreenPlan_Paper").some((row) => row.get("Reference") === "commentary")).toBe(false);
});
