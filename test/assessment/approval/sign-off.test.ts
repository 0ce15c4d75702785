import { changedWords, contentsOf, itemCount } from "../../../src/assessment/approval/contents";
import type { Outcome } from "../../../src/outcome";
import { withTolerances } from "../../../src/decisions/tolerances";
import { approval, approvalState, approvalWords, isDraft } from "../../../src/report/words/approval-words";
import type { CellValue, Snapshot } from "../../../src/snapshot/snapshot";
import { exampleOutcome } from "../../report/outcome";
import { rowsOf, settingsOf, settingsSheetOf, workbookLeft } from "../../report/settings-left";

const outcome = exampleOutcome();
/** One figure of the return stands otherwise. */
const changed: Partial<Outcome> = {
  totals: outcome.totals.map((total, at) => (at === 0 ? { ...total, value: 1 } : total)),
};
const write = (cells: Readonly<Record<string, CellValue>>, step = "Approved by") => ({
  table: "GreenPlan_SignOff",
  row: step,
  cells,
});
const byBoard = { "Name or role": "the Green Board", Date: "12 December 2025", Meeting: "Green Board" };

/** The report made next of a workbook, with what has changed. */
const next = (snapshot: Snapshot, changes: Partial<Outcome> = {}) => exampleOutcome({ ...changes, snapshot });
const stateOf = (made: Outcome, step = "Approved by") =>
  rowsOf(settingsSheetOf(made), "GreenPlan_SignOff").find((row) => row["Step"] === step)!["State"];

describe("an approval", () => {
  test("is none until somebody writes a name and a date", () => {
    expect(approvalWords(outcome)).toBe("Draft, not approved");
    expect([isDraft(outcome), approvalState(outcome)]).toEqual([true, "draft"]);
    expect(rowsOf(settingsSheetOf(outcome), "GreenPlan_SignOff").map(({ State }) => State)).toEqual(
      Array.from({ length: 3 }, () => "not signed"),
    );
  });

  test("stands as long as the report says what it said when it was given", () => {
    const signed = next(workbookLeft(outcome, [write(byBoard)]));
    expect(approvalWords(signed)).toBe("Approved by the Green Board on 12 December 2025");
    expect(approval(signed)).toEqual({
      prepared: null,
      checked: null,
      approved: { who: "the Green Board", when: "2025-12-12", meeting: "Green Board", stands: true, why: null },
    });
    expect([isDraft(signed), approvalState(signed), stateOf(signed)]).toEqual([false, "approved", "stands"]);
    expect(approvalState(next(workbookLeft(signed, [])))).toBe("approved");
  });

  test("is void once a figure changes, keeps the words, and stands again when the figure is put back", () => {
    const signed = next(workbookLeft(outcome, [write(byBoard)]));
    const void_ = next(workbookLeft(signed, []), changed);
    expect(approvalWords(void_)).toBe(
      "Draft: approved by the Green Board on 12 December 2025, but 1 figure has changed since",
    );
    expect(stateOf(void_)).toBe("void: 1 figure has changed since; write the new date to renew it");
    expect(approvalState(next(workbookLeft(void_, []), changed))).toBe("void");
    expect(approvalState(next(workbookLeft(void_, [])))).toBe("approved");
  });

  test("is of the report that stood when it was written: void at once where figures have changed by the next", () => {
    const late = next(workbookLeft(outcome, [write(byBoard)]), changed);
    expect(approvalState(late)).toBe("void");
    const renewed = next(workbookLeft(late, [write({ Date: "13 December 2025" })]), changed);
    expect(approvalState(renewed)).toBe("approved");
    const byAnother = next(workbookLeft(late, [write({ "Name or role": "the Board" })]), changed);
    expect(approvalState(byAnother)).toBe("approved");
  });

  test("without an earlier report is of the present figures", () => {
    const rows = [
      ["Step", "Name or role", "Date"],
      ["Approved by", "the Board", 46003],
    ];
    expect(approvalWords(next(settingsOf({ GreenPlan_SignOff: rows })))).toBe(
      "Approved by the Board on 12 December 2025",
    );
  });

  test("does not depend on names, comments and explanations", () => {
    const signed = next(workbookLeft(outcome, [write(byBoard)]));
    const others: Partial<Outcome> = {
      actions: outcome.actions.map((action) => ({ ...action, owner: "somebody else", comment: "words" })),
      explanations: [{ key: "k", who: "A", when: null, text: "because", figure: 1 }],
    };
    expect(approvalState(next(workbookLeft(signed, []), others))).toBe("approved");
  });

  test.each<[string, Partial<Outcome>, string]>([
    [
      "an action",
      { actions: outcome.actions.map((each, at) => (at === 0 ? { ...each, status: "complete" } : each)) },
      "1 action has changed",
    ],
    ["the reporting date", { asOf: "2025-06-30" }, "the reporting date has changed"],
    ["the basis", { basis: "national" }, "the basis of the targets has changed"],
    [
      "a tolerance",
      withTolerances(outcome.pack, [{ id: "amberPercent", value: 8, agreedBy: null, when: null }]),
      "a tolerance has changed",
    ],
    [
      "a rating",
      { assessments: outcome.assessments.map((each) => ({ ...each, rag: "red" as const })) },
      "ratings have changed",
    ],
    ["a figure that is gone", { totals: outcome.totals.slice(2) }, "2 figures have changed"],
  ])("is void when %s changes", (_, changes, why) => {
    const signed = next(workbookLeft(outcome, [write(byBoard)]));
    expect(approval(next(workbookLeft(signed, []), changes)).approved?.why).toContain(why);
  });

  test.each<[Readonly<Record<string, CellValue>>, string]>([
    [{ "Name or role": "A. Patel" }, "not signed: write the date beside the name"],
    [{ Date: "12 December 2025" }, "not signed: write a name or role beside the date"],
    [
      { "Name or role": "A. Patel", Date: "31/11/2025" },
      'not signed: "31/11/2025" cannot be read as a date; write it like 12 December 2026',
    ],
    [
      { "Name or role": "A. Patel", Date: 2025 },
      'not signed: "2025" cannot be read as a date; write it like 12 December 2026',
    ],
    [
      { "Name or role": "A. Patel", Date: true },
      'not signed: "true" cannot be read as a date; write it like 12 December 2026',
    ],
    [
      { "Name or role": "A. Patel", Date: "2 January 2026" },
      "not signed: 2 January 2026 is still to come; write the day it was signed",
    ],
    [
      { "Name or role": "A. Patel", Date: "12 December 1995" },
      "not signed: 12 December 1995 is before the plan began; write the day it was signed",
    ],
    [{ Meeting: "Board" }, "not signed: write a name or role and the date"],
  ])("of %j is none, and says why", (cells, state) => {
    const made = next(workbookLeft(outcome, [write(cells)]));
    expect([stateOf(made), approvalState(made)]).toEqual([state, "draft"]);
    const row = rowsOf(settingsSheetOf(made), "GreenPlan_SignOff")[2]!;
    for (const header of Object.keys(cells).filter((each) => each !== "Date")) expect(row[header]).toBe(cells[header]);
  });

  test("whose record a person has written over is void; a row of another step stays as it is", () => {
    const signed = next(
      workbookLeft(outcome, [write(byBoard), write({ Step: "Seen by", "Name or role": "C" }, "Checked by")]),
    );
    const record = { table: "GreenPlan_Signed", row: "Approved by", cells: { Contents: "x" } };
    const after = next(workbookLeft(signed, [record]));
    expect(approval(after).approved?.why).toBe("the record of what was signed has been written over");
    expect(rowsOf(settingsSheetOf(after), "GreenPlan_SignOff")[3]).toMatchObject({
      Step: "Seen by",
      "Name or role": "C",
    });
  });
});

describe("what was signed", () => {
  const [total] = outcome.totals;
  const many = (count: number, organisations: number) =>
    Array.from({ length: count }, (_, at) => ({
      ...total!,
      organisation: `O${at % organisations}`,
      period: { ...total!.period, label: `P${at}` },
    }));

  test.each([
    [6_000, 50],
    [9_000, 9_000],
  ])("fits a cell however large the return is: %i figures of %i organisations", (count, organisations) => {
    const totals = many(count, organisations);
    const contents = contentsOf({ ...outcome, totals });
    expect(contents.length).toBeLessThan(32_767);
    expect(itemCount(contents)).toBeGreaterThan(50);
    const other = contentsOf({
      ...outcome,
      totals: totals.map((each, at) => (at === 0 ? { ...each, value: 1 } : each)),
    });
    expect(changedWords(contents, other)).toBe("1 measure’s figures have changed");
  });

  test("is the same in whatever order sheets, rows and bodies are read", () => {
    const turned = { totals: [...outcome.totals].reverse(), actions: [...outcome.actions].reverse() };
    expect(contentsOf({ ...outcome, ...turned })).toBe(contentsOf(outcome));
  });
});
