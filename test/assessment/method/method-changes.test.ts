import { assess } from "../../../src/assessment/targets/assess-targets";
import { directionOf } from "../../../src/assessment/outlook/direction";
import { outlookWords } from "../../../src/assessment/outlook/outlook-words";
import { footprintSourcesIn } from "../../../src/decisions/footprint-sources";
import type { Outcome } from "../../../src/outcome";
import { dataNote, outlook, standing } from "../../../src/report/words/sentences";
import { methodChangesOf, methodRestatements, sourcesSentence } from "../../../src/report/words/source-words";
import type { CellValue, Snapshot } from "../../../src/snapshot/snapshot";
import { exampleOutcome } from "../../report/outcome";
import { rowsOf, settingsOf, settingsSheetOf, workbookLeft, type Write } from "../../report/settings-left";

const TABLE = "GreenPlan_FootprintSources";
const headers = ["Metric", "Supplied by", "Method or factor set", "Organisation", "Period", "Note"];

/** The report of a workbook on whose settings sheet sources are recorded. */
function recorded(snapshot: Snapshot): Outcome {
  const outcome = exampleOutcome({ snapshot });
  const { totals, reading, pack, asOf } = outcome;
  return {
    ...outcome,
    assessments: assess({ totals, reading, pack, asOf, sources: footprintSourcesIn(snapshot, pack) }),
  };
}
const rows = (...written: readonly (readonly CellValue[])[]) =>
  recorded(settingsOf({ [TABLE]: [headers, ...written] }));
const latest = ({ assessments }: Outcome, metric: string, organisation: string) =>
  assessments.find((row) => row.latest && row.metric === metric && row.organisation === organisation)!;

const everywhere = [null, "nationally supplied", "NHS England 2022", null, null];
const consultantIn = (period: CellValue, organisation = "UHL") => ["CF", "consultant", null, organisation, period];

describe("a change of method between two years", () => {
  const outcome = rows(everywhere, consultantIn("2024/25"));
  const row = latest(outcome, "CF", "RWE");

  test("is a restatement, never progress: no reduction, trend or outlook is taken across it", () => {
    const before = latest(exampleOutcome(), "CF", "RWE");
    expect(before.reductions.againstPrevious).not.toBeNull();
    expect(before.assurance).not.toBeNull();
    expect(row).toMatchObject({
      reductions: { againstBase: null, againstPrevious: null, ofTarget: null },
      projection: null,
      assurance: null,
      gap: before.gap,
      rag: before.rag,
    });
  });

  test("is said wherever a change or a trend is", () => {
    const said = "ethod changed between 2023/24 and 2024/25";
    expect(standing(row, outcome.pack)).toContain(
      `Its m${said} (nationally supplied, then consultant): the difference is`,
    );
    expect(standing(row, outcome.pack)).not.toContain("less than in 2019/20");
    expect(dataNote(row)).toBe(`[b] m${said}`);
    expect(outlook(row)).toBe("Too few figures since the method changed");
    expect(outlookWords(row)).toContain(`The m${said}: no trend or reduction is taken across that.`);
    expect(methodRestatements(outcome)).toMatchObject([
      { organisation: "LLR", sentence: expect.stringContaining("UHL’s method changed") },
      { organisation: "RWE", sentence: expect.stringContaining("Its method changed"), cells: ["UHL!G3"] },
    ]);
  });

  test("is no direction", () => {
    const series = outcome.assessments.filter((each) => each.metric === "CF" && each.organisation === "RWE");
    const metric = outcome.pack.metrics.find(({ id }) => id === "CF")!;
    expect(directionOf(row, series, metric)).toMatchObject({ change: null, word: "method changed" });
    expect(methodChangesOf(outcome).of({ metric: "CF", organisation: "RWE" })).toEqual(row.methodChanges);
  });

  test("leaves the years before it, other organisations and other metrics as they are", () => {
    const plain = exampleOutcome();
    const year = (of: Outcome) =>
      of.assessments.find(
        (each) => each.metric === "CF" && each.organisation === "RWE" && each.period.label === "2023/24",
      )!;
    expect(year(outcome).reductions).toEqual(year(plain).reductions);
    expect(year(outcome).methodChanges).toBeUndefined();
    expect(latest(outcome, "CF", "RT5").reductions).toEqual(latest(plain, "CF", "RT5").reductions);
    expect(latest(outcome, "CFP", "RWE").reductions).toEqual(latest(plain, "CFP", "RWE").reductions);
  });

  test("of every metric is of every footprint, and of nothing else", () => {
    const all = rows([null, "nationally supplied", null, null, "2023/24"], [null, "own", null, null, "2024/25"]);
    const changed = all.assessments.filter((each) => each.methodChanges !== undefined).map(({ metric }) => metric);
    expect(new Set(changed)).toEqual(new Set(["CF", "CFP"]));
  });

  test("begins the trend anew, with the figures since", () => {
    const early = latest(
      rows(everywhere, ...["2021/22", "2022/23", "2023/24", "2024/25"].map((year) => consultantIn(year))),
      "CF",
      "RWE",
    );
    expect(early.projection?.points).toBe(4);
    expect(early.reductions).toMatchObject({ againstBase: null });
    expect(early.reductions.againstPrevious).not.toBeNull();
  });

  test("is none where words differ in order, letters or marks alone, or where one year is not recorded", () => {
    const letters = rows(everywhere, ["CF", "Supplied nationally ", "2022, NHS ENGLAND", "UHL", "2024/25"]);
    expect(latest(letters, "CF", "RWE").methodChanges).toBeUndefined();
    expect(latest(rows(consultantIn("2024/25")), "CF", "RWE").methodChanges).toBeUndefined();
  });

  test("between years that are not next to each other covers those between", () => {
    const gap = latest(rows(["CF", "own", null, "UHL", "2021/22"], consultantIn("2024/25")), "CF", "RWE");
    expect(gap.methodChanges).toMatchObject([{ before: { label: "2021/22" }, after: { label: "2024/25" } }]);
    expect(gap.reductions.againstPrevious).toBeNull();
  });
});

describe("the table of footprint sources", () => {
  const first = exampleOutcome();

  test("has a row for each footprint of a year, and counts what is not recorded", () => {
    const table = rowsOf(settingsSheetOf(first), TABLE).filter(({ Metric }) => Metric !== null);
    expect(new Set(table.map(({ State }) => State))).toEqual(new Set(["no supplier or method on record"]));
    expect(sourcesSentence(first)).toBe(
      `Where the ${table.length} footprint figures come from, and by what method, is not recorded.`,
    );
    expect(sourcesSentence(rows(everywhere))).toBe(
      `Supplier and method of ${table.length} footprint figures are recorded.`,
    );
  });

  test("keeps what people wrote with its figure, and every row of their own", () => {
    const writes: Write[] = [{ table: TABLE, row: 4, cells: { "Supplied by": "own", Note: "first year" } }];
    const once = exampleOutcome({ snapshot: workbookLeft(first, writes) });
    const twice = exampleOutcome({ snapshot: workbookLeft(once, []) });
    for (const each of [once, twice])
      expect(rowsOf(settingsSheetOf(each), TABLE)[3]).toMatchObject({
        "Supplied by": "own",
        Note: "first year",
        State: "no method on record",
      });
  });

  test.each<[readonly CellValue[], RegExp]>([
    [["Footprnt", "own", null, "UHL", "2024/25"], /^not used: the plan has no metric "Footprnt"/],
    [["CF", "own", null, "Atlantis", "2024/25"], /^not used: the plan has no organisation "Atlantis"/],
    [["CF", "own", null, "UHL", "lately"], /^not used: "lately" cannot be read as a year/],
    [["CF", "own", null, "UHL", 7], /^not used: "7" cannot be read as a year/],
    [[null, "own"], /^used where a figure has no words of its own/],
  ])("says of %j what becomes of it, and keeps it", (written, says) => {
    const outcome = rows(written);
    const row = rowsOf(settingsSheetOf(outcome), TABLE).find(({ State }) => says.test(String(State)));
    expect(row).toMatchObject({ Metric: written[0], "Supplied by": "own", Period: written[4] ?? null });
    const again = exampleOutcome({ snapshot: workbookLeft(outcome, []) });
    expect(rowsOf(settingsSheetOf(again), TABLE)).toContainEqual(row);
  });
});
