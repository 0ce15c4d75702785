import { changesIn } from "../../../src/report/changes/changes";
import { changeSentences, sinceWords } from "../../../src/report/changes/change-sentences";
import { deliveredSince } from "../../../src/report/changes/delivered";
import type { TableRecord } from "../../../src/snapshot/own-tables";
import { outcomeJson } from "../../../src/cli/json";
import { changed, nextYear, numberOf, run, wholeReturn, type Run } from "./kit";

/** What reports said is kept, and each report is set against an earlier one. */

const reports = "GreenPlan_Reports";
const items = "GreenPlan_Reported";
const on = (today: string) => ({ today });
const numbers = (of: Run) => of.rows(reports).map((row) => row.get("Report"));
const moves = (of: Run) =>
  of
    .rows("GreenPlan_FiguresMoved")
    .map((row) => ["Organisation", "Before", "Now", "What it is", "Why"].map((each) => row.get(each)));
const withCells =
  (cells: Readonly<Record<string, string | number>>, where: (row: TableRecord) => boolean) => (rows: TableRecord[]) =>
    rows.map((row) => (where(row) ? new Map([...row, ...Object.entries(cells)]) : row));
const isReport = (number: number) => (row: TableRecord) => row.get("Report") === number;
const isOf = (item: string, organisation: string) => (row: TableRecord) =>
  row.get("Item") === item && row.get("Organisation") === organisation;

const lptCorrected = changed(wholeReturn, "LPT", 1, 3, 10_000);
const menusDone = changed(wholeReturn, "Actions", 1, 3, "Complete");

const first = run(wholeReturn, null, on("2026-11-01"));

test("the first report says that there is nothing to set it against, without a table", () => {
  expect(first.said).toEqual(["This is the first report that is kept: there is nothing to set it against yet."]);
  expect(numbers(first)).toEqual([1]);
  expect(deliveredSince(first.outcome)).toBeNull();
  expect(sinceWords(first.outcome)).toBeNull();
});

test("report, change, report, change, report: each is set against the one before, and the history has all three", () => {
  const second = run(menusDone, first.history(), on("2026-11-02"));
  expect(second.said.slice(0, 2)).toEqual([
    "Since report 1, made on 1 November 2026 (figures as at 31 March 2025)",
    "Of the actions: 1 completed.",
  ]);
  expect(deliveredSince(second.outcome)).toMatchObject({ actions: [{ id: "FN1" }], targets: [] });
  expect(deliveredSince(second.outcome)?.areas.get("FN")).toBe("improved");
  expect(deliveredSince(second.outcome)?.areas.get("EF")).toBe("unchanged");

  const next = [...nextYear({ uhl: 50_000 }).slice(0, 3), menusDone[3]!];
  const third = run(next, second.history(), on("2026-11-03"));
  expect(changeSentences(third.outcome)[0]).toBe(
    "LLR’s NHS Carbon Footprint went from 79,000 tCO₂e in 2024/25 to 75,600 tCO₂e in 2025/26: 3,400 tCO₂e less (4.3%).",
  );
  expect(moves(third)).toContainEqual(["UHL", 52_140, 50_000, "new year", "[z]"]);
  expect(numbers(third)).toEqual([3, 2, 1]);
  const spans = third
    .rows(items)
    .filter(isOf("CF", "RWE"))
    .map((row) => ["From report", "To report", "Figure"].map((each) => row.get(each)));
  expect(spans).toEqual([
    [3, 3, 50_000],
    [1, 2, 52_140],
  ]);
  expect(
    outcomeJson(third.outcome, "return.xlsx", { requests: 0, bytesSent: 0, bytesReceived: 0, sheetsWritten: [] })
      .changes,
  ).toMatchObject({
    since: { asOf: "2025-03-31", label: null, number: 2 },
    moved: expect.arrayContaining([
      expect.objectContaining({
        kind: "new period",
        organisation: "RWE",
        before: expect.objectContaining({ period: "2024/25", value: 52_140 }),
      }),
    ]),
  });
});

test("the same report made again keeps its row; two of one day that differ are two, told apart", () => {
  const again = run(wholeReturn, first.history(), on("2026-11-30"));
  expect(again.rows(reports)).toEqual(first.rows(reports));
  expect(again.rows(items)).toEqual(first.rows(items));
  const other = run(menusDone, again.history(), on("2026-11-01"));
  expect(numbers(other)).toEqual([2, 1]);
  expect(other.said[0]).toBe("Since report 1, made on 1 November 2026 (figures as at 31 March 2025)");
  // As before, after another: a report of its own, set against that other.
  const back = run(wholeReturn, other.history(), on("2026-11-01"));
  expect([numbers(back), changesIn(back.outcome).since.report?.number]).toEqual([[3, 2, 1], 2]);
  expect(back.rows("GreenPlan_ActionsMoved").map((row) => row.get("What it is"))).toEqual(["reopened"]);
});

describe("what a person writes on a report", () => {
  const second = run(menusDone, first.history(), on("2026-11-02"));

  test("a label and a mark: the next is set against that one, and an unchanged one says so", () => {
    const went = second.history(
      reports,
      withCells({ Label: "Board, 12 December 2026", "Went to a board": "Yes" }, isReport(1)),
    );
    const third = run(changed(menusDone, "Actions", 4, 3, "Complete"), went, on("2026-11-03"));
    expect(third.said.slice(0, 2)).toEqual([
      "Since the report to the Board, 12 December 2026 (figures as at 31 March 2025)",
      "Of the actions: 2 completed.",
    ]);
    expect(third.rows(reports).find(isReport(1))?.get("Label")).toBe("Board, 12 December 2026");
    const back = run(wholeReturn, third.history(), on("2026-11-04"));
    expect(back.said).toEqual([
      "Nothing has changed since the report to the Board, 12 December 2026 (figures as at 31 March 2025).",
    ]);
  });

  test.each([
    ["no", false],
    ["Not yet", false],
    [46_368, true],
    ["12 December", true],
  ])("%s under Went to a board", (mark, isMarked) => {
    const marked = second.history(reports, withCells({ "Went to a board": mark }, isReport(1)));
    const { since } = changesIn(run(changed(menusDone, "Actions", 4, 3, "Complete"), marked).outcome);
    expect(since.report?.number).toBe(isMarked ? 1 : 2);
  });

  test("a label that Excel took for a day is that day", () => {
    const labelled = second.history(reports, withCells({ Label: 46_368 }, isReport(2)));
    expect(run(wholeReturn, labelled).said[0]).toMatch(/^Since the report “12 December 2026”/);
  });

  test("a past figure they correct stands as they wrote it", () => {
    const corrected = second.history(items, withCells({ Figure: 52_000 }, isOf("CF", "RWE")));
    const third = run(menusDone, corrected, on("2026-11-03"));
    expect(moves(third)).toEqual([["UHL", 52_000, 52_140, "restated", "no reason recorded"]]);
    expect(
      third
        .rows(items)
        .filter(isOf("CF", "RWE"))
        .map((row) => row.get("Figure")),
    ).toEqual([52_140, 52_000]);
  });

  test("what cannot be read is kept as it stands, and said", () => {
    const broken = second.history(items, withCells({ Figure: "about 52,000" }, isOf("CF", "RWE")));
    const third = run(wholeReturn, broken, on("2026-11-03"));
    expect(third.said).toContainEqual(
      "A row of Green Plan History could not be used; the first: “about 52,000” under Figure is not understood: expected such as 79,000.",
    );
    expect(third.said).toContainEqual(expect.stringMatching(/^How 1 figure or action stood then is not known/));
    expect(
      third
        .rows(items)
        .filter(isOf("CF", "RWE"))
        .map((row) => row.get("Figure")),
    ).toEqual([52_140, "about 52,000"]);
    const twice = second.history(reports, withCells({ Report: 1 }, isReport(2)));
    expect(
      run(menusDone, twice)
        .rows(reports)
        .map((row) => [row.get("Report"), row.get("State")]),
    ).toEqual([
      [3, "the last one"],
      [1, "not used: two rows are numbered 1"],
      [1, "not used: two rows are numbered 1"],
    ]);
  });
});

describe("a history that was sorted, or of which rows are gone", () => {
  const second = run(lptCorrected, first.history(), on("2026-11-02"));
  const next = nextYear({ uhl: 50_000, lptBefore: 10_000 });

  test("sorted: nothing is said otherwise", () => {
    const byFigure = (rows: TableRecord[]) =>
      [...rows].sort((a, b) => Number(a.get("Figure")) - Number(b.get("Figure")));
    const usual = run(next, second.history(), on("2026-11-03"));
    const sorted = run(next, second.history(items, byFigure), on("2026-11-03"));
    expect([sorted.said, sorted.rows(items)]).toEqual([usual.said, usual.rows(items)]);
    const turned = run(
      next,
      second.history(reports, (rows) => rows.reverse()),
      on("2026-11-03"),
    );
    expect([turned.said, turned.rows(reports)]).toEqual([usual.said, usual.rows(reports)]);
  });

  test("half deleted: what is gone is not known, and nothing is called new or restated for it", () => {
    const half = second.history(items, (rows) => rows.filter((_, at) => at % 2 === 0));
    const third = run(next, half, on("2026-11-03"));
    const whole = run(next, second.history(), on("2026-11-03"));
    expect(third.said).toContainEqual(
      expect.stringMatching(/^How \d+ figures and actions stood then is not known: rows of the history were deleted/),
    );
    for (const move of moves(third)) expect(moves(whole)).toContainEqual(move);
    expect([...(deliveredSince(third.outcome)?.areas.values() ?? [])]).toContain(null);
  });

  test("a report whose size is not known is not taken for all that was said", () => {
    const added = second.history(reports, withCells({ Items: "", "Went to a board": "yes" }, isReport(2)));
    const third = run(
      [
        ...next,
        {
          name: "LLR",
          values: [
            ["Metric", "2025/26"],
            ["Inhaler emissions (tCO2e)", 13_900],
          ],
        },
      ],
      added,
    );
    expect(third.said).toContainEqual(
      expect.stringMatching(/^How \d+ figures? (and|or) actions? stood then is not known/),
    );
    expect(moves(third).map(([, , , what]) => what)).not.toContain("first figure");
  });

  test("all figures deleted: the report before is taken, else there is none", () => {
    const without = second.history(items, (rows) =>
      rows.filter((row) => row.get("From report") === 1 && row.get("To report") === 1),
    );
    expect(changesIn(run(next, without, on("2026-11-03")).outcome).since.report?.number).toBe(1);
    expect(
      run(
        next,
        second.history(items, () => []),
        on("2026-11-03"),
      ).said,
    ).toEqual([expect.stringMatching(/nothing is left of what they said\.$/)]);
  });

  test("a number that was given once is not given again", () => {
    const without = second.history(reports, (rows) => rows.filter(isReport(1)));
    expect(numberOf(run(next, without, on("2026-11-03")))).toBe(3);
  });
});

describe("a workbook that was copied", () => {
  test("the history of another plan, or of one trust alone, is kept and not compared", () => {
    const other = first.history(reports, withCells({ "Of what": "another-plan | all" }, isReport(1)));
    const copied = run(menusDone, other);
    expect(copied.said).toEqual([
      "There is no earlier report to set this one against: 1 report is kept, but it is of another plan, organisation or basis.",
    ]);
    expect(copied.rows(reports).map((row) => row.get("State"))).toEqual([
      "the last one",
      "of another plan, organisation or basis: not compared",
    ]);
    const alone = run([wholeReturn[0]!, wholeReturn[3]!], first.history());
    expect(alone.said[0]).toMatch(/^There is no earlier report/);
    // Each goes on by itself, though both stand in one history.
    const system = run(menusDone, alone.history(), on("2026-11-03"));
    expect(system.said.slice(1, 2)).toEqual(["Of the actions: 1 completed."]);
    expect(run([wholeReturn[0]!, menusDone[3]!], system.history()).said.slice(1, 2)).toEqual([
      "Of the actions: 1 completed.",
    ]);
  });

  test("of chosen organisations is not compared with that of all", () => {
    const chosen = run(wholeReturn, first.history(), { organisations: ["RWE", "RT5"] });
    expect(chosen.said[0]).toMatch(/^There is no earlier report/);
  });

  test("reports as at a later day are not looked back at", () => {
    const later = run(wholeReturn, null, { asOf: "2026-06-30" });
    const earlier = run(menusDone, later.history(), { asOf: "2025-03-31" });
    expect(earlier.said[0]).toMatch(
      /^There is no earlier report to set this one against: those that are kept are as at a later date/,
    );
    const next = run(menusDone, earlier.history(), { asOf: "2026-06-30" });
    expect(changesIn(next.outcome).since.report?.number).toBe(1);
  });
});

describe("a figure that was put in the place of another is no progress", () => {
  test("of the same year: it is restated, with the reason that somebody gave since", () => {
    const silent = run(lptCorrected, first.history(), on("2026-11-02"));
    expect(changeSentences(silent.outcome)[0]).toBe(
      "2 figures already reported were restated, which is no progress: LLR’s NHS Carbon Footprint for 2024/25 from 79,000 tCO₂e to 77,970 tCO₂e and others; no reason is recorded.",
    );
    expect(silent.rows("GreenPlan_FiguresMoved").map((row) => row.get("Change"))).toEqual([
      "1,030 tCO₂e less (1.3%)",
      "1,030 tCO₂e less (9.3%)",
    ]);
    const given = { key: "DQ03|CF|RT5||2024/25", who: "A. Patel", when: "2026-11-02", figure: 10_000 };
    const { outcome } = silent;
    const explained = { ...outcome, explanations: [{ ...given, text: "Two clinics were counted twice" }] };
    expect(changeSentences(explained)[0]).not.toMatch(/no reason/);
    expect(deliveredSince(outcome)?.targets).toEqual([]);
  });

  test("of the year before, while a new one is reported: the new year is set against the restated one", () => {
    const third = run(nextYear({ uhl: 50_000, lptBefore: 10_000 }), first.history(), on("2026-11-02"));
    expect(third.said[1]).toBe(
      "LLR’s NHS Carbon Footprint went from 77,970 tCO₂e in 2024/25 as restated to 75,600 tCO₂e in 2025/26: 2,370 tCO₂e less (3%).",
    );
    const lpt = third.rows("GreenPlan_FiguresMoved").find((row) => row.get("Organisation") === "LPT");
    expect(["Change", "What it is", "Why"].map((each) => lpt?.get(each))).toEqual([
      "600 tCO₂e more (6%), from the restated figure",
      "new year; 2024/25 restated",
      "2024/25 was restated from 11,030 tCO₂e to 10,000 tCO₂e: no reason recorded",
    ]);
  });

  test("an answer turned for a year that was reported is restated; for a new year a target is met", () => {
    const no = changed(wholeReturn, "UHL", 2, 3, "No");
    const one = run(no, null);
    expect(deliveredSince(run(wholeReturn, one.history()).outcome)?.targets).toEqual([]);
    const sheets = [changed(nextYear({ uhl: 50_000 }), "UHL", 2, 3, "No")[0]!, ...wholeReturn.slice(1)];
    const later = run(sheets, one.history());
    expect(deliveredSince(later.outcome)?.targets).toMatchObject([
      { metric: "CYCLE", organisation: "RWE", period: { label: "2025/26" } },
    ]);
    expect(later.said).toContainEqual(
      expect.stringMatching(/^1 target is rated better than for the period before \(UHL’s cycle-to-work/),
    );
  });
});

test("of reports that nobody labelled the last twelve are kept beside the last, and every one with a label", () => {
  let last = run(changed([wholeReturn[0]!], "UHL", 1, 3, 50_000), null);
  let history = last.history(reports, withCells({ Label: "Green Board" }, isReport(1)));
  for (let at = 1; at <= 15; at += 1) {
    last = run(changed([wholeReturn[0]!], "UHL", 1, 3, 50_000 + at), history);
    history = last.history();
  }
  expect(numbers(last)).toEqual([16, ...Array.from({ length: 12 }, (_, at) => 15 - at), 1]);
  const kept = new Set(last.rows(items).flatMap((row) => [row.get("To report")]));
  expect(kept).not.toContain(2);
  expect(last.rows(items).length).toBeLessThan(160);
});
