import { reportBook } from "../../src/report/sheets/book";
import { proposals } from "../../src/report/board/brief";
import { headlineRows } from "../../src/report/board/headline";
import { Doubts, doubtWords } from "../../src/report/words/doubts";
import type { ReportCell, ReportSheet } from "../../src/report/sheet";
import { ReportSource } from "../../src/report/source/source";
import { cellPlace } from "../../src/snapshot/addresses";
import type { Outcome } from "../../src/outcome";
import { exampleOutcome } from "./outcome";

const rowsOf = (outcome: Outcome) => new ReportSource(outcome).latest();
const saidOf = (outcome: Outcome) =>
  reportBook(outcome)
    .sheets.find(({ kind }) => kind === "board-report")!
    .paragraphs.map(({ cell }) => String(cell));
const cells = ({ tables }: ReportSheet, name: string, header: string): ReportCell[] => {
  const table = tables.find((each) => each.name === name)!;
  const at = table.columns.findIndex((column) => column.header === header);
  return table.rows.map((row) => row[at]!);
};

describe("what a board is proposed", () => {
  test("names the gap that no action of the plan answers, and asks who acts", () => {
    const full = exampleOutcome();
    const [behind] = full.assessments.filter(({ rag, latest }) => rag === "red" && latest);
    // No action of the plan is linked to the paper used, and none to a footprint, which all areas bring down.
    const assessments = [...full.assessments, { ...behind!, metric: "PAPER", organisation: "RWE" }];
    const outcome = { ...full, assessments };
    expect(proposals(outcome, rowsOf(outcome)).find(({ key }) => key === "unanswered")).toEqual({
      kind: "AGREE",
      key: "unanswered",
      text: "Who acts, and by when, on gaps that no action of the plan answers: office paper used (A4 equivalent) (UHL).",
    });
  });

  test("keeps its key when its numbers change", () => {
    const full = exampleOutcome();
    const before = proposals(full, rowsOf(full));
    const assessments = full.assessments.map((each) =>
      each.rag === "red" ? { ...each, rag: "amber" as const } : each,
    );
    const after = proposals({ ...full, assessments }, rowsOf({ ...full, assessments }));
    expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
    expect(new Set(before.map(({ key }) => key)).size).toBe(before.length);
  });

  test("prints on no page before a person keeps it", () => {
    const full = exampleOutcome();
    const texts = proposals(full, rowsOf(full)).map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(1);
    expect(saidOf(full).filter((line) => texts.includes(line))).toEqual([]);
  });
});

describe("where we stand", () => {
  test("where the whole cannot be judged, says where each organisation stands that can", () => {
    const full = exampleOutcome();
    const assessments = full.assessments.map((each) =>
      each.metric === "CF" && each.organisation === "LLR"
        ? {
            ...each,
            partial: true,
            missing: ["RT5"],
            gap: null,
            gapPercent: null,
            rag: "grey" as const,
            why: "partial" as const,
          }
        : each,
    );
    const outcome = { ...full, assessments };
    expect(saidOf(outcome)).toContainEqual(expect.stringMatching(/^LLR’s NHS Carbon Footprint .* without LPT: a part/));
    const rows = headlineRows(new ReportSource(outcome)).filter(({ metric }) => metric === "CF");
    expect(rows.map(({ organisation }) => organisation)).toEqual(["LLR", "RWE", "RT5"]);
  });

  test("says that no target has a figure rather than count to nought", () => {
    const full = exampleOutcome();
    const assessments = full.assessments.map((each) => ({ ...each, actual: null, rag: "grey" as const, gap: null }));
    expect(saidOf({ ...full, assessments })).toContain("No target of the plan has a figure in this return.");
  });
});

describe("a figure that rests on an error", () => {
  test("is told by its cell, by a range that holds it, and by the parts it was added up from", () => {
    const [error] = exampleOutcome().findings.filter(({ severity }) => severity === "error");
    const finding = { ...error!, cells: ["'Site data'!C3:C5"] };
    const [observation] = exampleOutcome().reading.observations;
    const whole = cellPlace("Site data", 20, 7);
    const part = cellPlace("Site data", 3, 2);
    const reading = {
      ...exampleOutcome().reading,
      observations: [{ ...observation!, place: whole, parts: [{ place: part, label: "", value: 1 }] }],
    };
    const doubts = new Doubts({ findings: [finding], reading });
    expect(doubts.cellsInError([cellPlace("Site data", 2, 2)])).toHaveLength(1);
    expect(doubts.cellsInError([cellPlace("Site data", 5, 2)])).toHaveLength(0);
    expect(doubts.cellsInError([whole])).toEqual([part.cell]);
  });

  test("is marked [u] wherever it stands; a warning leaves no such mark", () => {
    expect(doubtWords(["LPT!H12"])).toBe("[u] rests on LPT!H12, which has an error");
    const full = exampleOutcome();
    const board = (findings: Outcome["findings"]) =>
      reportBook({ ...full, findings }).sheets.find(({ kind }) => kind === "board-report")!;
    const notes = (sheet: ReportSheet) => cells(sheet, "GreenPlan_Footprints", "Outlook, target and note").map(String);
    const place = full.assessments.find(
      ({ latest, metric, organisation }) => latest && metric === "CF" && organisation === "RWE",
    )!.places[0]!;
    const [one] = full.findings;
    const wrong = { ...one!, severity: "error" as const, cells: [place.cell] };
    expect(notes(board([wrong])).filter((note) => note.includes("[u]")).length).toBeGreaterThan(0);
    expect(notes(board([{ ...wrong, severity: "warning" }])).filter((note) => note.includes("[u]"))).toEqual([]);
  });
});

describe("energy of a year that lacks a fuel", () => {
  test("is never compared with a year that has them all", () => {
    const full = exampleOutcome();
    const totals = full.totals.filter(
      ({ metric, organisation, period }) => !(metric === "GAS" && organisation === "RWE" && period.label === "2024/25"),
    );
    const charts = reportBook({ ...full, totals }).sheets.find(({ kind }) => kind === "charts")!;
    const title = charts.charts.find(({ title }) => title.startsWith("UHL reports"))!.title;
    expect(title).toMatch(/in 2024\/25, with gas consumed not reported$/);
    expect(title).not.toMatch(/less than|more than/);
  });
});

describe("the printed page", () => {
  const { sheets } = reportBook(exampleOutcome());

  test("begins only with a heading, so that no table or chart is cut by a break of ours", () => {
    for (const { paragraphs, pageBreaks, charts } of sheets) {
      for (const row of pageBreaks) {
        expect(paragraphs.find((each) => each.row === row)?.style).toBe("heading");
        for (const { at } of charts) expect(at.top < row && row <= at.bottom).toBe(false);
      }
    }
  });

  test("repeats the header row of the table that stands last, and of no other", () => {
    for (const { titleRow, tables } of sheets) {
      if (titleRow !== null) expect(titleRow).toBe(Math.max(...tables.map(({ row }) => row)));
    }
  });

  test("is wide enough for every sentence, which runs on in one line", () => {
    for (const { paragraphs, widths, printColumns, name } of sheets) {
      // A character of a column's width is 8 pixels; a letter of a sentence in 12-point Arial is about 7.
      const room = (widths.slice(0, printColumns).reduce((sum, width) => sum + width, 0) * 8) / 7;
      for (const { cell } of paragraphs)
        if (typeof cell === "string") expect([name, cell, cell.length <= room]).toEqual([name, cell, true]);
    }
  });
});

describe("a colleague without the add-in", () => {
  const { sheets } = reportBook(exampleOutcome());
  const findings = sheets.find(({ kind }) => kind === "findings")!;

  test("is led from each warning to the cell where its explanation is written", () => {
    const explanations = sheets.find(({ kind }) => kind === "explanations")!;
    const table = explanations.tables[0]!;
    const [link] = cells(findings, "GreenPlan_Findings", "Explanation").flatMap((cell) =>
      typeof cell === "object" && cell !== null && "link" in cell ? [cell] : [],
    );
    expect(link?.text).toBe("[x] not yet explained: write it here");
    const column = table.columns.findIndex(({ header }) => header === "Explanation");
    expect(link?.link).toMatchObject({ sheet: explanations.name, address: `${"ABCDEFGH"[column]}${table.row + 2}` });
  });

  test("reads what an explanation lacks, and that one is out of date", () => {
    const full = exampleOutcome();
    const warning = full.findings.find(({ severity }) => severity === "warning")!;
    const said = (figure: number | string | null, text: string) => {
      const given = { key: warning.key, who: "A. Patel", when: "2025-04-02" as const, text, figure };
      const book = reportBook({ ...full, explanations: [given] });
      const sheet = book.sheets.find(({ kind }) => kind === "findings")!;
      return cells(sheet, "GreenPlan_Findings", "Explanation")
        .map((cell) => JSON.stringify(cell))
        .join();
    };
    expect(said(warning.figure, "ok")).toMatch(/Not enough: “ok” explains nothing/);
    expect(said(1, "A main burst in June 2024 and 160,000 m³ were lost.")).toMatch(
      /Out of date: The figure has changed/,
    );
    expect(said(warning.figure, "A main burst in June 2024 and 160,000 m³ were lost.")).toMatch(
      /A main burst.*A\. Patel, 2 April 2025/,
    );
  });
});
