import { boardAsks, type Proposal } from "../../src/decisions/board-asks";
import type { CellValue, Snapshot } from "../../src/snapshot/snapshot";
import { exampleOutcome } from "../report/outcome";
import { rowsOf, settingsSheetOf, workbookLeft, type Write } from "../report/settings-left";

const overdue = (count: number): Proposal => ({
  kind: "NOTE",
  key: "overdue",
  text: `Note that ${count} actions are overdue.`,
});
const dates: Proposal = { kind: "APPROVE", key: "new-dates", text: "Approve new dates for 3 actions." };
const proposals = [overdue(12), dates];
const outcome = exampleOutcome();

/** Rows count from 1: three for highlights, then proposals, then free ones. */
const write = (row: number, cells: Readonly<Record<string, CellValue>>): Write => ({
  table: "GreenPlan_Asks",
  row,
  cells,
});
const after = (writes: readonly Write[], of = proposals): Snapshot => workbookLeft(outcome, writes, of);
/** What is printed, and each row to write by its headers. */
function asked(snapshot: Snapshot, of = proposals) {
  const { rows, ...printed } = boardAsks({ snapshot }, of);
  return { ...printed, rows: rows.map((row) => Object.fromEntries(row)) };
}

describe("what the board is asked", () => {
  test("is nothing until a person keeps or rewords it", () => {
    const { asks, highlights, rows } = asked(after([]), proposals);
    expect([asks, highlights]).toEqual([[], []]);
    expect(rows.map(({ Proposed }) => Proposed ?? null)).toEqual([
      null,
      null,
      null,
      overdue(12).text,
      dates.text,
      null,
      null,
    ]);
  });

  test("is what a person kept, in their own words where they gave some, and what they wrote of their own", () => {
    const snapshot = after([
      write(4, { Keep: "Yes" }),
      write(5, { "Your words": "Approve the dates in appendix 2." }),
      write(6, { Kind: "take assurance", "Your words": "Take assurance from the audit." }),
      write(1, { "Your words": "LED lighting at Glenfield" }),
    ]);
    expect(asked(snapshot, proposals)).toMatchObject({
      asks: [
        { kind: "NOTE", key: "overdue", text: "Note that 12 actions are overdue." },
        { kind: "APPROVE", key: "new-dates", text: "Approve the dates in appendix 2." },
        { kind: "TAKE ASSURANCE", key: null, text: "Take assurance from the audit." },
      ],
      highlights: ["LED lighting at Glenfield"],
    });
  });

  test("stays as it was kept when the proposal changes, and its row says so, however often the report is made", () => {
    const kept = after([write(4, { Keep: "yes" })]);
    const now = [overdue(14), dates];
    const again = workbookLeft(exampleOutcome({ snapshot: kept }), [], now);
    for (const snapshot of [kept, again]) {
      const { asks, rows } = asked(snapshot, now);
      expect(asks.map(({ text }) => text)).toEqual(["Note that 12 actions are overdue."]);
      expect(rows[3]).toMatchObject({
        Keep: "yes",
        State:
          "printed as you kept it: the proposal has changed since you kept it, and now reads “Note that 14 actions are overdue.”",
      });
    }
    expect(asked(after([]), now).rows[3]).toMatchObject({ Proposed: overdue(14).text });
  });

  test("that is no longer proposed stays where a person kept or reworded it, and goes where nobody did", () => {
    const { asks, rows } = asked(after([write(4, { Keep: "yes" })]), []);
    expect(asks).toEqual([{ kind: "NOTE", key: "overdue", text: overdue(12).text }]);
    expect(rows.map(({ Reference }) => Reference).filter(Boolean)).toEqual(["overdue"]);
    expect(rows[3]!["State"]).toMatch(/no longer proposed/);
  });

  test.each<[number, Readonly<Record<string, CellValue>>, RegExp]>([
    [4, { Keep: "perhaps", "Your words": "Note it." }, /^not printed: under Keep write "yes" or "no"/],
    [4, { Keep: "no" }, /^not printed: dropped/],
    [4, { Keep: false }, /^not printed: dropped/],
    [6, { Kind: "beg", "Your words": "Please." }, /^not printed: under Kind write Highlight, NOTE/],
    [6, { "Your words": "Please." }, /^not printed: under Kind write/],
    [6, { Kind: "NOTE", Keep: "yes" }, /^not printed: write it under Your words/],
    [
      6,
      { Kind: "NOTE", "Your words": "Twice", Reference: "overdue" },
      /^not printed: another row has the same reference/,
    ],
    [1, { Keep: "yes" }, /^not printed: write it under Your words/],
  ])("is not what row %i says with %j, and the row says why", (row, cells, says) => {
    const snapshot = after([write(4, { Keep: "no" }), write(row, cells)]);
    const { asks, highlights, rows } = asked(snapshot, proposals);
    expect([asks, highlights]).toEqual([[], []]);
    const found = rows.find(({ State }) => says.test(String(State)));
    expect(found).toMatchObject(cells);
  });

  test("has three highlights beside those that are dropped", () => {
    const rows = [1, 2, 3].map((row) => write(row, { "Your words": `Not this ${row}`, Keep: "no" }));
    const snapshot = after([...rows, write(6, { Kind: "Highlight", "Your words": "Done" })]);
    expect(asked(snapshot).highlights).toEqual(["Done"]);
  });

  test("has three highlights at most; a fourth stays in its row", () => {
    const four = [1, 2, 3, 6].map((row) => write(row, { Kind: "highlight", "Your words": `Done ${row}` }));
    const snapshot = after(four);
    expect(asked(snapshot, proposals).highlights).toEqual(["Done 1", "Done 2", "Done 3"]);
    expect(asked(snapshot).rows[3]!["State"]).toBe("not printed: three highlights at most");
    const again = rowsOf(settingsSheetOf(exampleOutcome({ snapshot }), proposals), "GreenPlan_Asks");
    expect(again.map((row) => row["Your words"]).filter(Boolean)).toEqual(["Done 1", "Done 2", "Done 3", "Done 6"]);
  });
});
