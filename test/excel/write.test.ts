import { ExcelTrouble, runExcel } from "../../src/excel/host/run";
import { writeReport } from "../../src/excel/write/write-report";
import { reportBook } from "../../src/report/book/book";
import { isFormula } from "../../src/report/sheet";
import type { SheetSnapshot, Snapshot } from "../../src/snapshot/snapshot";
import { exampleOutcome, returnSheets } from "../report/outcome";
import { openExcel, type OpenedExcel, type OpenOptions } from "../../src/standin/index";
import { peoplesSheets, records, report, sheetOf, snapshot, type as typeIn, workbookOf } from "./workbook";

jest.setTimeout(120_000);

const ours = ({ sheets }: Snapshot) => sheets.filter(({ own }) => own !== null);
const places = (sheet: SheetSnapshot, table: string, header: string, key: string) => {
  const { area } = sheet.tables.find(({ name }) => name === table)!;
  const [top, left] = [area.top - sheet.used!.top, area.left - sheet.used!.left];
  const headers = sheet.values[top]!;
  const row = sheet.values.findIndex((cells, at) => at > top && cells[headers.indexOf("Reference")] === key);
  return { row: row + sheet.used!.top, column: headers.indexOf(header, left) + sheet.used!.left };
};

/** A first report, written once for all tests that begin with one: `opened` is for looking, `file` for going on. */
function firstReport(options: OpenOptions = {}, changes: Parameters<typeof report>[1] = {}) {
  let made: Promise<{ opened: OpenedExcel; before: Snapshot; after: Snapshot; file: Uint8Array }> | undefined;
  return () => (made ??= make());

  async function make() {
    const opened = await workbookOf(returnSheets, options);
    const before = await snapshot(opened);
    const after = await report(opened, changes);
    return { opened, before, after, file: await opened.save() };
  }
}

const written = firstReport();

/** The first report in a workbook of its own, as a person opens it the next day. */
async function reopened(): Promise<{ opened: OpenedExcel; first: Snapshot }> {
  const { after, file } = await written();
  return { opened: await openExcel(file), first: after };
}

describe("writing the report", () => {
  test("adds our sheets after the person's and leaves theirs as they were", async () => {
    const { before, after } = await written();
    expect(peoplesSheets(after)).toEqual(peoplesSheets(before));
    expect(after.sheets.map(({ name }) => name).slice(returnSheets.length)).toEqual([
      "Contents",
      "Board Report",
      "What Changed",
      "Paper Text",
      "Board Questions",
      "Action Status",
      "Trajectories",
      "Charts",
      "Findings",
      "Annual Review",
      "Green Plan Facts",
      "Notes",
      "Green Plan Mapping",
      "Green Plan Explanations",
      "Green Plan Settings",
      "Green Plan History",
      "Green Plan As Read",
    ]);
  });

  test("takes few requests, whatever the workbook", async () => {
    const opened = await workbookOf();
    const book = reportBook(exampleOutcome({ snapshot: await snapshot(opened) }));
    const before = opened.counters.requests;
    await runExcel(opened.Excel, (context) => writeReport(context, book));
    expect(opened.counters.requests - before).toBeLessThanOrEqual(4);
  });

  test("shows live the very figures that were assessed, and passes its own checks", async () => {
    const { after } = await written();
    const { assessments } = exampleOutcome();
    const rows = records(after, "GreenPlan_Trajectories");
    expect(rows).toHaveLength(assessments.length);
    for (const each of assessments) {
      const row = rows.find(
        (row) => row.get("Reference") === `${each.metric}|${each.organisation}|${each.period.label}|${each.target}`,
      )!;
      const same = (header: string, value: number | null) => {
        if (value === null) expect([header, row.get(header)]).toEqual([header, null]);
        else expect(Math.abs(Number(row.get(header)) - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
      };
      same("Actual", each.actual);
      same("Trajectory", each.path.late);
      same("Gap", each.gap);
      const grey = each.actual === null ? "○ No data" : "○ Not rated";
      const states = { green: "● On track", amber: "▲ Needs attention", red: "◆ Off track", grey };
      expect(row.get("State")).toBe(states[each.rag]);
    }
    expect(records(after, "GreenPlan_Checks").map((row) => row.get("Result"))).toEqual(Array(7).fill("Pass"));
    expect(sheetOf(after, "Board Report").values.flat()).toContain("All checks pass");
  });

  test("moves colour and gap when the return is corrected, and says that it no longer agrees with the check", async () => {
    const { opened } = await reopened();
    await typeIn(opened, "LLR", 2, 6, 59_000);
    const after = await snapshot(opened);
    const footprint = records(after, "GreenPlan_Footprints").find((row) => row.get("Reference") === "CF|LLR")!;
    expect(footprint.get("Latest")).toBe(59_000);
    expect(footprint.get("State")).toBe("● On track");
    expect(sheetOf(after, "Board Report").values.flat()).toContain("2 of 7 checks fail: make the report again");
    // Counted live: one footprint fewer is off track than when the report was made.
    const off = (sheet: SheetSnapshot) =>
      Number(
        /(\d+) off track/.exec(
          sheet.values.flat().find((value) => /^Of \d+ targets rated/.test(String(value))) as string,
        )?.[1],
      );
    const before = await snapshot((await reopened()).opened);
    expect(off(sheetOf(after, "Board Report"))).toBe(off(sheetOf(before, "Board Report")) - 1);
  });

  test("draws the footprint natively: actual, late path and early path over the table beside it", async () => {
    const { opened } = await written();
    const { charts, tables } = opened.book.sheets.find(({ name }) => name === "Charts")!;
    const { rect } = tables.find(({ name }) => name === "GreenPlan_Footprint1")!;
    const rows = (column: string) => `Charts!$${column}$${rect.top + 2}:$${column}$${rect.bottom + 1}`;
    const chart = charts.find(({ name }) => name.startsWith("Green Plan Footprint1"))!;
    expect(chart).toMatchObject({
      type: "Line",
      title: "LLR’s NHS Carbon Footprint is 33.7% behind its trajectory in 2024/25",
      category: { title: "Financial year" },
      value: { title: "Thousand tCO₂e", minimum: 0 },
    });
    expect(chart.series.map(({ name, values, categories }) => [name, values, categories])).toEqual([
      ["Actual", rows("B"), rows("A")],
      ["Trajectory", rows("C"), rows("A")],
      ["Earliest trajectory", rows("D"), rows("A")],
      ["Target", rows("E"), rows("A")],
    ]);
    expect(new Set(chart.series.map(({ lineStyle }) => lineStyle)).size).toBe(4);
    const said = chart.series.map(({ pointLabels = [] }) => pointLabels.map(({ numberFormat }) => numberFormat));
    expect(said).toEqual([[], [], [], ['"Target "#,##0', "#,##0"]]);
    for (const { lineWeight } of chart.series) expect(lineWeight).toBeGreaterThanOrEqual(2.25);
  });

  test("colours a state by a rule on its own cell, so that the colour follows a live figure", async () => {
    const { opened } = await written();
    const { conditionalFormats } = opened.book.sheets.find(({ name }) => name === "Action Status")!;
    expect(conditionalFormats.map(({ type, format }) => [type, format.fill, format.fontColor]).sort()).toEqual(
      [
        ["Custom", "#DA291C", "#FFFFFF"],
        ["Custom", "#ED8B00", "#000000"],
        ["Custom", "#006747", "#FFFFFF"],
        ["Custom", "#425563", "#FFFFFF"],
        ["Custom", "#425563", "#FFFFFF"],
        ["Custom", "#005EB8", "#FFFFFF"],
      ].sort(),
    );
  });

  test("sets every sheet in Arial of 12 points or more, to print on A4 landscape one page wide", async () => {
    const { opened } = await written();
    const { sheets, names, styles } = opened.book;
    const own = sheets.filter(({ id }) => names.some(({ scope, name }) => scope === id && name === "_greenplan"));
    expect(own).toHaveLength(17);
    for (const { cells, pageLayout, showGridlines } of own) {
      expect(pageLayout).toMatchObject({ orientation: "Landscape", paperSize: "A4", fitToWidth: 1, fitToHeight: null });
      expect(showGridlines).toBe(false);
      for (const cell of cells.flat()) {
        if (!cell || cell.value === null) continue;
        const { font } = styles.get(cell.style);
        expect([font.name, font.size >= 12]).toEqual(["Arial", true]);
      }
    }
    expect(names.filter(({ name }) => name === "_greenplan").every(({ visible }) => !visible)).toBe(true);
  });

  test("keeps the widths that a person gave its columns", async () => {
    const { opened } = await reopened();
    const width = (column: number) =>
      runExcel(opened.Excel, async (context) => {
        const { format } = context.workbook.worksheets.getItem("Board Report").getRangeByIndexes(0, column, 1, 1);
        format.load("columnWidth");
        await context.sync();
        return format.columnWidth;
      });
    const usual = await width(1);
    await runExcel(opened.Excel, async (context) => {
      const sheet = context.workbook.worksheets.getItem("Board Report");
      sheet.getRangeByIndexes(0, 0, 1, 1).format.columnWidth = 300;
      await context.sync();
    });
    await report(opened);
    expect(await width(0)).toBeCloseTo(300, 0);
    expect(await width(1)).toBe(usual);
  });

  test("ends in A1 of the first sheet it wrote", async () => {
    const { opened } = await written();
    const at = await runExcel(opened.Excel, async (context) => {
      const cell = context.workbook.getActiveCell();
      cell.load("address");
      await context.sync();
      return cell.address;
    });
    expect(at).toBe("Contents!A1");
  });

  test("keeps text from the return text, whatever it begins with", async () => {
    const { after } = await written();
    const action = records(after, "GreenPlan_Actions").find((row) => row.get("Reference") === "FN5")!;
    expect(action.get("Owner")).toBe('=HYPERLINK("https://example.org")');
    const { tables, formulas, values, used } = sheetOf(after, "Action Status");
    expect(tables).toHaveLength(1);
    expect(used).not.toBeNull();
    const row = values.findIndex((cells) => cells[0] === "FN5");
    expect(formulas[row]!.every((formula) => formula === null)).toBe(true);
    expect(records(after, "GreenPlan_NotUnderstood")[0]!.get("As written")).toBe("+44");
  });

  test("writes as formulas only what the book says is one", async () => {
    const { before, after } = await written();
    const book = reportBook(exampleOutcome({ snapshot: before }));
    for (const sheet of book.sheets) {
      const planned = sheet.tables.flatMap(({ rows }) => rows.flat().filter(isFormula)).length;
      const lines = sheet.paragraphs.filter(({ cell }) => isFormula(cell)).length;
      expect(
        sheetOf(after, sheet.name)
          .formulas.flat()
          .filter((formula) => formula !== null),
      ).toHaveLength(planned + lines);
    }
  });
});

describe("writing it again", () => {
  test("gives the same sheets with the same content, none doubled", async () => {
    const { opened, first } = await reopened();
    const second = await report(opened);
    expect(second).toEqual(first);
  });

  test("keeps what a person typed below it when it grows over that place", async () => {
    const opened = await workbookOf();
    const { actions } = exampleOutcome();
    const first = await report(opened, { actions: actions.slice(0, 10) });
    const { bottom } = sheetOf(first, "Action Status").used!;
    await typeIn(opened, "Action Status", bottom + 3, 1, "Ask the board in May");
    const after = await report(opened);
    expect(records(after, "GreenPlan_Actions")).toHaveLength(63);
    expect(
      records(after, "GreenPlan_KeptWords").map((row) => [row.get("Table"), row.get("Row"), row.get("Words")]),
    ).toEqual([["Action Status", `B${bottom + 4}`, "Ask the board in May"]]);
    expect(await report(opened)).toEqual(after);
  });

  test("doubles no chart, rule, link or name, and leaves a chart where a person moved it", async () => {
    const { opened } = await reopened();
    const state = () =>
      opened.book.sheets.map(({ name, charts, conditionalFormats, hyperlinks, tables }) => ({
        name,
        charts: charts.map(({ name, series, title }) => ({ name, title, series: series.map(({ values }) => values) })),
        rules: conditionalFormats.length,
        links: hyperlinks.length,
        tables: tables.map(({ name }) => name),
      }));
    const first = state();
    const names = opened.book.names.length;
    const charts = () => opened.book.sheets.find(({ name }) => name === "Charts")!.charts;
    expect(charts().length).toBeGreaterThanOrEqual(6);
    charts()[0]!.left = 12;
    await report(opened);
    expect(state()).toEqual(first);
    expect(opened.book.names).toHaveLength(names);
    expect(charts()[0]!.left).toBe(12);
  });

  test("takes a chart of ours away whose table stands elsewhere now, and none that a person drew", async () => {
    const { opened } = await reopened();
    const charts = () => opened.book.sheets.find(({ name }) => name === "Charts")!.charts;
    const names = charts().map(({ name }) => name);
    charts()[0]!.name = "Green Plan areas, row 900";
    charts()[1]!.name = "Our own";
    await report(opened);
    expect(new Set(charts().map(({ name }) => name))).toEqual(new Set([...names, "Our own"]));
  });

  test("keeps commentary and people's own columns beside their row, though rows come and go", async () => {
    const { opened, first } = await reopened();
    const board = sheetOf(first, "Board Report");
    const said = places(board, "GreenPlan_Footprints", "Commentary", "CFP|LLR");
    await typeIn(opened, "Board Report", said.row, said.column, "Suppliers report late.");
    const paper = places(sheetOf(first, "Paper Text"), "GreenPlan_Paper", "Your words", "summary");
    await typeIn(opened, "Paper Text", paper.row, paper.column, "In short: late.");
    const actions = sheetOf(first, "Action Status");
    const { area } = actions.tables[0]!;
    await typeIn(opened, "Action Status", area.top, area.right + 1, "Budget line");
    const m3 = places(actions, "GreenPlan_Actions", "Reference", "M3");
    await runExcel(opened.Excel, async (context) => {
      const sheet = context.workbook.worksheets.getItem("Action Status");
      const { top, bottom, right } = area;
      sheet.tables.getItem("GreenPlan_Actions").resize(sheet.getRangeByIndexes(top, 0, bottom - top + 1, right + 2));
      await context.sync();
    });
    await typeIn(opened, "Action Status", m3.row, area.right + 1, "R-17");

    const { assessments } = exampleOutcome();
    const after = await report(opened, {
      assessments: assessments.filter(({ metric, organisation }) => metric !== "CF" || organisation !== "RT5"),
    });
    const row = (table: string, key: string) => records(after, table).find((each) => each.get("Reference") === key)!;
    expect(row("GreenPlan_Footprints", "CFP|LLR").get("Commentary")).toBe("Suppliers report late.");
    expect(row("GreenPlan_Footprints", "CF|LLR").get("Commentary")).toBeNull();
    expect(row("GreenPlan_Actions", "M3").get("Budget line")).toBe("R-17");
    expect(row("GreenPlan_Paper", "summary").get("Text")).toBe("In short: late.");
    expect(row("GreenPlan_Paper", "summary").get("Proposed")).toMatch(/^This paper says/);
    expect(row("GreenPlan_Paper", "commentary|CFP|LLR").get("Text")).toBe("Suppliers report late.");
  });

  test("keeps words whose row is gone on the Notes sheet, and gives them back when it returns", async () => {
    const { opened, first } = await reopened();
    const said = places(sheetOf(first, "Board Report"), "GreenPlan_Footprints", "Commentary", "CF|RT5");
    await typeIn(opened, "Board Report", said.row, said.column, "Boiler replaced in May.");
    const { assessments } = exampleOutcome();
    const without = assessments.filter(({ metric, organisation }) => metric !== "CF" || organisation !== "RT5");
    const gone = await report(opened, { assessments: without });
    expect(records(gone, "GreenPlan_KeptWords").map((row) => [row.get("Row"), row.get("Words")])).toEqual([
      ["CF|RT5", "Boiler replaced in May."],
    ]);
    const still = await report(opened, { assessments: without });
    expect(records(still, "GreenPlan_KeptWords")).toHaveLength(1);
    const back = await report(opened);
    const row = records(back, "GreenPlan_Footprints").find((each) => each.get("Reference") === "CF|RT5")!;
    expect(row.get("Commentary")).toBe("Boiler replaced in May.");
    expect(() => records(back, "GreenPlan_KeptWords")).toThrow();
  });

  test("clears what a smaller report no longer fills, and nothing a person wrote beside it", async () => {
    const { opened, first } = await reopened();
    const { bottom, right } = sheetOf(first, "Action Status").used!;
    await typeIn(opened, "Action Status", bottom + 5, 1, "My own note");
    const { actions } = exampleOutcome();
    const after = await report(opened, { actions: actions.slice(0, 10) });
    const { values, used } = sheetOf(after, "Action Status");
    expect(records(after, "GreenPlan_Actions")).toHaveLength(10);
    const below = values
      .slice(20)
      .flat()
      .filter((value) => value !== null);
    expect(below).toEqual(["My own note"]);
    expect(used!.right).toBe(right);
  });
});

describe("a person's sheet", () => {
  test("called Board Report keeps its name and content; ours stands beside it under another", async () => {
    const mine = { ...returnSheets[3]!, name: "Board Report" };
    const opened = await workbookOf([...returnSheets, mine]);
    const before = await snapshot(opened);
    const after = await report(opened);
    expect(peoplesSheets(after)).toEqual(peoplesSheets(before));
    expect(sheetOf(after, "Board Report (Green Plan)").own).toMatchObject({ kind: "board-report" });
    expect((await report(opened)).sheets.map(({ name }) => name)).toEqual(after.sheets.map(({ name }) => name));
  });

  test("that took our name since the return was read stops the writing before anything is written", async () => {
    const opened = await workbookOf();
    const book = reportBook(exampleOutcome({ snapshot: await snapshot(opened) }));
    await runExcel(opened.Excel, async (context) => {
      context.workbook.worksheets.add("Charts").getRange("B2").values = [["mine"]];
      await context.sync();
    });
    const before = await snapshot(opened);
    const trouble = await runExcel(opened.Excel, (context) => writeReport(context, book)).catch(
      (error: unknown) => error,
    );
    expect(trouble).toBeInstanceOf(ExcelTrouble);
    expect(trouble).toMatchObject({ code: "SheetTaken", message: expect.stringContaining('"Charts"') });
    expect(await snapshot(opened)).toEqual(before);
  });

  test("with a table of ours by name is left alone, and ours takes another name", async () => {
    const opened = await workbookOf();
    await runExcel(opened.Excel, async (context) => {
      const sheet = context.workbook.worksheets.getItem("Actions");
      sheet.tables.add("A1:C11", true).name = "GreenPlan_Actions";
      await context.sync();
    });
    const before = await snapshot(opened);
    const after = await report(opened);
    expect(peoplesSheets(after)).toEqual(peoplesSheets(before));
    expect(sheetOf(after, "Action Status").tables.map(({ name }) => name)).toEqual(["GreenPlan_Actions_2"]);
    expect(await report(opened)).toEqual(after);
  });
});

describe("when Excel fails", () => {
  const few = () => {
    const { assessments, actions } = exampleOutcome();
    return { assessments: assessments.slice(0, 12), actions: actions.slice(0, 5) };
  };
  const opening = () => workbookOf(returnSheets, { recalculate: false });
  const calm = firstReport({ recalculate: false }, few());

  test.each([1, 2, 3, 24, 200, 900, 2500])(
    "after %i actions of the writing, no person's cell has changed and the next run is whole",
    async (afterActions) => {
      const { before, after: whole } = await calm();
      const opened = await opening();
      const book = reportBook(exampleOutcome({ snapshot: await snapshot(opened), ...few() }));
      // Looking takes one request where nothing of ours stands yet; the second writes.
      opened.faults.fail({ request: opened.counters.requests + 2, code: "GeneralException", afterActions });
      const writing = runExcel(opened.Excel, (context) => writeReport(context, book));
      await expect(writing).rejects.toBeInstanceOf(ExcelTrouble);
      opened.faults.clear();
      // An empty sheet of ours that is not marked yet is known again by its name.
      const theirs = peoplesSheets(await snapshot(opened)).filter(({ used }) => used !== null);
      expect(theirs).toEqual(peoplesSheets(before));
      expect(await report(opened, few())).toEqual(whole);
    },
  );

  test.each([30, 400, 1500])("after %i actions of writing it again, the next run is whole", async (afterActions) => {
    const { after: whole, file } = await calm();
    const opened = await openExcel(file, { recalculate: false });
    const book = reportBook(exampleOutcome({ snapshot: whole, ...few() }));
    // Looking takes three requests where our sheets stand already; the fourth writes.
    opened.faults.fail({ request: opened.counters.requests + 4, code: "GeneralException", afterActions });
    const writing = runExcel(opened.Excel, (context) => writeReport(context, book));
    await expect(writing).rejects.toBeInstanceOf(ExcelTrouble);
    opened.faults.clear();
    expect(await report(opened, few())).toEqual(whole);
  });

  test("because a cell is being edited, waits until it is finished", async () => {
    const opened = await opening();
    opened.faults.editMode = true;
    const reading = snapshot(opened);
    setTimeout(() => (opened.faults.editMode = false), 300);
    expect((await reading).sheets).toHaveLength(returnSheets.length);
  });

  test("because a sheet is protected, says so in a sentence", async () => {
    const opened = await opening();
    const book = reportBook(exampleOutcome({ snapshot: await snapshot(opened) }));
    opened.faults.fail({ request: opened.counters.requests + 2, code: "AccessDenied" });
    const writing = runExcel(opened.Excel, (context) => writeReport(context, book));
    await expect(writing).rejects.toThrow(
      /^Excel does not allow this change: .* Nothing was changed\. .* try again\.$/,
    );
  });

  test("because the person pressed Cancel, stops before the next request", async () => {
    const opened = await workbookOf();
    const book = reportBook(exampleOutcome({ snapshot: await snapshot(opened) }));
    const writing = runExcel(opened.Excel, (context) => writeReport(context, book, { cancelled: () => true }));
    await expect(writing).rejects.toMatchObject({ code: "Cancelled" });
    expect(ours(await snapshot(opened))).toEqual([]);
  });
});

describe("charts on a refresh", () => {
  const charts = ({ book }: OpenedExcel, sheet: string) => book.sheets.find(({ name }) => name === sheet)!.charts;

  test("stay where a person moved them", async () => {
    const { opened } = await reopened();
    await runExcel(opened.Excel, async (context) => {
      context.workbook.worksheets.getItem("Board Report").charts.getItemAt(0).left = 33;
      await context.sync();
    });
    await report(opened);
    expect(charts(opened, "Board Report")).toHaveLength(1);
    expect(charts(opened, "Board Report")[0]!.left).toBe(33);
  });

  test("move with their place, so that none covers the text of another layout", async () => {
    const { opened } = await reopened();
    const before = charts(opened, "Board Report")[0]!.top;
    const settings = { ...exampleOutcome().settings, kindOfReport: "quarterly" as const };
    await report(opened, { settings });
    expect(charts(opened, "Board Report")).toHaveLength(1);
    expect(charts(opened, "Board Report")[0]!.top).toBeGreaterThan(before);
  });

  test("go where the report has them no more", async () => {
    const { opened } = await reopened();
    const { pack, assessments } = exampleOutcome();
    const carbon = new Set(pack.metrics.filter(({ area }) => area === "carbon").map(({ id }) => id));
    await report(opened, { assessments: assessments.filter(({ metric }) => !carbon.has(metric)) });
    expect(charts(opened, "Board Report")).toEqual([]);
  });
});
