import { decidedTables } from "../../src/decisions/kept";
import { settingRows, settingsIn } from "../../src/decisions/settings";
import { withTolerances } from "../../src/decisions/tolerances";
import { llrPack } from "../../src/plan/llr";
import type { CellValue } from "../../src/snapshot/snapshot";
import { reportBook } from "../../src/report/book/book";
import { exampleOutcome } from "../report/outcome";
import { rowsOf, settingsOf, settingsSheetOf, workbookLeft } from "../report/settings-left";

const headers = ["Setting", "Value", "What it does", "Agreed by", "When"];
const amber = "Needs attention up to this many percent behind";

/** What is set by one row, and what its row says of it. */
function set(name: string, value: CellValue, agreedBy: CellValue = null, when: CellValue = null) {
  const snapshot = settingsOf({ GreenPlan_Settings: [headers, [name, value, null, agreedBy, when]] });
  const settings = settingsIn(snapshot);
  const { pack, tolerances } = withTolerances(llrPack, settings.tolerances);
  const found = settingRows(snapshot, pack, tolerances).find((each) => each.get("Setting") === name)!;
  const row = Object.fromEntries(found);
  return { settings, pack, says: row["What it does"], written: row["Value"], row };
}

describe("a setting", () => {
  test("is what is usual where nothing is set", () => {
    expect(settingsIn(exampleOutcome().snapshot)).toEqual({
      asOf: null,
      leaveOutPandemic: false,
      basis: null,
      matchMdcTool: false,
      tolerances: [],
      kindOfReport: "annual",
      route: { greenBoard: null, committee: null, board: null },
      executiveLead: null,
      author: null,
      meeting: null,
      previouslyConsideredBy: null,
    });
  });

  test("of the board paper is read as people write it", () => {
    expect(set("Kind of report", "Quarterly").settings.kindOfReport).toBe("quarterly");
    expect(set("Green Board on", 46360).settings.route.greenBoard).toEqual({
      words: "4 December 2026",
      date: "2026-12-04",
    });
    expect(set("Board on", "in January").settings.route.board).toEqual({ words: "in January", date: null });
    expect(set("Executive lead", "Director of Estates").settings.executiveLead).toBe("Director of Estates");
    expect(set("Author", "A. Patel").settings.author).toBe("A. Patel");
  });

  test.each([
    ["Reporting date", "next Tuesday", /^Not used: "next Tuesday" cannot be read as a day, so the usual is used/],
    ["Reporting date", 2025, /^Not used: "2025" cannot be read as a day/],
    ["Leave out 2020/21 and 2021/22", "maybe", /^Not used: "maybe" is neither yes nor no/],
    ["Match the MDC Excel tool", 7, /^Not used: "7" is neither yes nor no/],
    ["Basis of the footprint targets", "regional", /^"regional" is no reading of this plan/],
    ["Kind of report", "monthly", /^Not used: "monthly" is neither annual nor quarterly, so annual is used/],
    [amber, "five", /^Not used: "five" is not a number of percent from 0 to 100, so the plan's own stands/],
    [amber, -3, /^Not used: "-3" is not a number of percent/],
    [amber, 101, /^Not used: "101" is not a number of percent/],
    [amber, "5,5", /^Not used: "5,5"/],
    [amber, true, /^Not used: "true"/],
    ["Action due soon within this many days", 30.5, /^Not used: "30.5" is not a whole number of days up to 3,660/],
    ["Action due soon within this many days", "a month", /^Not used: "a month"/],
    ["Action due soon within this many days", 4000, /^Not used: "4000"/],
  ])("%s of %s cannot be used: the row says why, and keeps what was written", (name, value, says) => {
    const { says: words, written, pack } = set(name, value);
    expect(words).toMatch(says);
    expect(written).toBe(value);
    expect(pack.thresholds).toEqual(llrPack.thresholds);
  });

  test("that is no setting of ours, or set twice, stays and says so", () => {
    const rows = [headers, [amber, 8], ["amber up to this many PERCENT behind", 9], ["Our own", "words"], ["Board on"]];
    const snapshot = settingsOf({ GreenPlan_Settings: rows });
    const written = settingRows(snapshot, llrPack, withTolerances(llrPack, settingsIn(snapshot).tolerances).tolerances);
    const unused = written.filter((row) =>
      String(row.get("What it does")).startsWith("Not used: the report has no setting"),
    );
    expect(unused.map((row) => row.get("Value"))).toEqual([9, "words"]);
    expect(settingsIn(snapshot).tolerances).toMatchObject([{ id: "amberPercent", value: 8 }]);
  });
});

describe("a tolerance", () => {
  test.each([
    [8, 8],
    ["8%", 8],
    ["7.5 per cent", 7.5],
    [0.08, 8],
    [0, 0],
    [0.005, 0.5],
    ["0.5%", 0.5],
  ])("of %s stands in the place of the plan's", (written, value) => {
    const { pack, row } = set(amber, written, "Green Board", "3 May 2026");
    expect(pack.thresholds).toEqual({ ...llrPack.thresholds, amberPercent: value });
    expect(row).toMatchObject({ "Agreed by": "Green Board", When: { date: "2026-05-03" } });
    expect(row["What it does"]).toContain("agreed by Green Board on 3 May 2026. ");
  });

  test.each([8, "8%", 0.08, 0.005, "0.5%", 0])("of %s reads the same when the report is made again", (written) => {
    const first = set(amber, written);
    const { written: again } = first;
    expect(typeof again === "string" || typeof again === "number" ? set(amber, again).pack : null).toEqual(first.pack);
  });

  test("without who agreed it is used, and says so; a day that cannot be read is kept", () => {
    expect(set(amber, 8).says).toMatch(/^In use: needs attention up to 8% behind, not recorded who agreed it/);
    const { says, row } = set("Action due soon within this many days", "60 days", "Board", "spring");
    expect(says).toMatch(/^Not used: "spring" cannot be read as a day/);
    expect(says).toContain("In use: actions due soon within 60 days, agreed by Board, not recorded when");
    expect(row["When"]).toBe("spring");
  });
});

describe("the settings table", () => {
  test("of an earlier version is rewritten without loss", () => {
    const old = settingsOf({
      GreenPlan_Settings: [
        ["Setting", "Value", "What it does"],
        ["Reporting date", 45747, "The day"],
        ["Basis of the footprint targets", "National", "…"],
      ],
    });
    const again = rowsOf(settingsSheetOf(exampleOutcome({ snapshot: old })), "GreenPlan_Settings");
    expect(again.slice(0, 3).map(({ Value }) => Value)).toEqual(["2025-03-31", null, "National"]);
    expect(again[2]!["What it does"]).not.toContain("no reading");
  });

  test("is the same when the report is made again", () => {
    const outcome = exampleOutcome();
    const writes = [{ table: "GreenPlan_Settings", row: amber, cells: { Value: "8%", "Agreed by": "Board" } }];
    const once = settingsSheetOf(exampleOutcome({ snapshot: workbookLeft(outcome, writes) }));
    const twice = settingsSheetOf(
      exampleOutcome({ snapshot: workbookLeft(exampleOutcome({ snapshot: workbookLeft(outcome, writes) }), []) }),
    );
    expect(twice).toEqual(once);
  });

  test("and the other tables in which people decide have the columns by which they are read without a header row", () => {
    const tables = reportBook(exampleOutcome()).sheets.flatMap((sheet) => sheet.tables);
    const written = tables.map(({ name, columns }) => [name, columns.map(({ header }) => header)]);
    const known = decidedTables.flatMap(({ name, headers }) => (headers ? [[name, headers]] : []));
    expect(known.length).toBeGreaterThan(4);
    for (const each of known) expect(written).toContainEqual(each);
  });
});
