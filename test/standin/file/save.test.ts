import { cellKey } from "../../../src/snapshot/addresses";
import { saveBook } from "../../../src/standin/file/save";
import { openBook } from "../../../src/workbook-file/open";
import { newBook } from "../../../src/workbook-file/book/blank-book";
import type { BookState, Style } from "../../../src/workbook-file/book/book";
import {
  addSheet,
  cellAt,
  chart,
  MAIN,
  OFFICE,
  oneSheet,
  pack,
  relationships,
  setCell,
  table,
  TYPES,
  unpack,
  values,
  withTableAndChart,
  workbook,
  workbookParts,
} from "./packages";

/** Resolved styles of every cell, whatever index they have. */
function looks(book: BookState, sheet: number): Style[][] {
  return Array.from(book.sheets[sheet]!.cells, (row) =>
    Array.from(row ?? [], (cell) => ({ ...book.styles.get(cell?.style ?? 0), sourceXf: null })),
  );
}

const changed = (before: Record<string, string>, after: Record<string, string>) =>
  Object.keys(before).filter((name) => before[name] !== after[name]);

const userWorkbook = () =>
  workbook({
    sheets: [
      {
        name: "Return",
        inside:
          '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData><row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>12.5</v></c>' +
          '<c r="C1" s="2"><f>B1*2</f><v>25</v></c></row></sheetData><pageSetup r:id="rId7" orientation="portrait"/>' +
          '<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"/></ext></extLst>',
        relationships: relationships(["rId7", "printerSettings", "../printerSettings/printerSettings1.bin"]),
      },
      { name: "Chart data", inside: "<sheetData/>", state: "hidden" },
    ],
    strings: "<si><t>Gas</t></si>",
    after:
      '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">\'Chart data\'!$A$1:$B$2</definedName><definedName name="Total">Return!$C$1</definedName></definedNames><calcPr calcId="191029"/>',
    related: [
      ["rId50", "calcChain", "calcChain.xml"],
      ["rId51", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"],
    ],
    types: { "xl/calcChain.xml": TYPES.calcChain, "xl/pivotCache/pivotCacheDefinition1.xml": "application/x-pivot" },
    parts: {
      "xl/calcChain.xml": `<calcChain xmlns="${MAIN}"><c r="C1" i="1"/></calcChain>`,
      "xl/pivotCache/pivotCacheDefinition1.xml": "<pivotCacheDefinition/>",
      "xl/printerSettings/printerSettings1.bin": new Uint8Array([1, 2, 3, 250]),
      "docProps/core.xml": "<cp><lastPrinted>2024-01-01</lastPrinted></cp>",
      "nobody/refers/to-this.xml": "<kept/>",
    },
  });

describe("what nobody edited leaves as it came", () => {
  test("a workbook without edits is the very same file", async () => {
    const bytes = userWorkbook();
    expect(Buffer.compare(await saveBook(await openBook(bytes, "a.xlsx")), bytes)).toBe(0);
  });

  test("adding a sheet changes the workbook's list of sheets, and no other part of the user's", async () => {
    const bytes = userWorkbook();
    const before = await openBook(bytes, "a.xlsx");
    const book = await openBook(bytes, "a.xlsx");
    addSheet(book, "Board Report", [["Metric", 1.25]]);
    const saved = await saveBook(book);
    expect(changed(unpack(bytes), unpack(saved)).sort()).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/calcChain.xml",
      "xl/workbook.xml",
    ]);
    const after = await openBook(saved, "a.xlsx");
    expect(after.sheets.map((sheet) => sheet.name)).toEqual(["Return", "Chart data", "Board Report"]);
    expect(looks(after, 0)).toEqual(looks(before, 0));
    expect(values(after.sheets[2]!)).toEqual([["Metric", 1.25]]);
  });

  test("new styles are added behind the user's, which keep their numbers and their looks", async () => {
    const bytes = userWorkbook();
    const before = await openBook(bytes, "a.xlsx");
    const book = await openBook(bytes, "a.xlsx");
    const sheet = addSheet(book, "Board Report", [["Title", 0.5]]);
    const fresh: Style = { ...book.styles.get(0), numberFormat: "0.0%;[Red]-0.0%", fill: "#005EB8", sourceXf: null };
    sheet.cells[0]![1]!.style = book.styles.intern(fresh);
    const saved = await saveBook(book);
    const parts = unpack(saved);
    expect(parts["xl/worksheets/sheet1.xml"]).toBe(unpack(bytes)["xl/worksheets/sheet1.xml"]);
    expect(parts["xl/styles.xml"]).toContain('<cellXfs count="4">');
    const after = await openBook(saved, "a.xlsx");
    expect(looks(after, 0)).toEqual(looks(before, 0));
    expect(looks(after, 2)[0]![1]).toEqual({ ...fresh, sourceXf: null });
  });

  test("a macro workbook keeps its macros and stays one", async () => {
    const bytes = workbook({
      sheets: [{ name: "Data", inside: "<sheetData/>" }],
      workbookType: TYPES.macroWorkbook,
      related: [["rId40", "vbaProject", "vbaProject.bin"]],
      parts: { "xl/vbaProject.bin": new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 9]) },
    });
    const book = await openBook(bytes, "a.xlsm");
    addSheet(book, "Notes", [["x"]]);
    const parts = unpack(await saveBook(book));
    expect(parts["xl/vbaProject.bin"]).toBe(unpack(bytes)["xl/vbaProject.bin"]);
    expect(parts["[Content_Types].xml"]).toContain(TYPES.macroWorkbook);
  });

  test("names follow their sheets when a sheet is put before them", async () => {
    const book = await openBook(userWorkbook(), "a.xlsx");
    addSheet(book, "Contents", [["x"]]);
    book.sheets.unshift(book.sheets.pop()!);
    const text = unpack(await saveBook(book))["xl/workbook.xml"]!;
    expect(text).toContain('name="_xlnm._FilterDatabase" localSheetId="2"');
    expect(text).toContain('<definedName name="Total">Return!$C$1</definedName>');
  });

  test("the tab in front stays in front: two selected sheets would be edited as one", async () => {
    const book = await openBook(userWorkbook(), "a.xlsx");
    book.activeSheet = addSheet(book, "Board Report", [["x"]]).id;
    const parts = unpack(await saveBook(book));
    const selected = Object.entries(parts).filter(
      ([name, text]) => /worksheets\/sheet/.test(name) && text.includes("tabSelected"),
    );
    expect(selected.map(([name]) => name)).toEqual(["xl/worksheets/sheet1.xml"]);
    expect(parts["xl/workbook.xml"]).not.toContain("activeTab");
  });

  test("where no sheet says it is selected, ours can come to the front", async () => {
    const book = await openBook(oneSheet("<sheetData/>"), "a.xlsx");
    book.activeSheet = addSheet(book, "Board Report", [["x"]]).id;
    const after = await openBook(await saveBook(book), "a.xlsx");
    expect(after.sheets.find((sheet) => sheet.id === after.activeSheet)!.name).toBe("Board Report");
  });
});

describe("workbooks out of the common", () => {
  test("a chart sheet keeps its part and its place, though it is no worksheet", async () => {
    const parts = workbookParts({
      sheets: [{ name: "Data", inside: "<sheetData/>" }],
      types: { "xl/chartsheets/sheet1.xml": "application/x-chartsheet" },
    });
    parts["xl/chartsheets/sheet1.xml"] = "<chartsheet><kept/></chartsheet>";
    parts["xl/workbook.xml"] = String(parts["xl/workbook.xml"]).replace(
      "<sheets>",
      '<sheets><sheet name="Chart1" sheetId="9" r:id="rId77"/>',
    );
    parts["xl/_rels/workbook.xml.rels"] = relationships(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId98", "styles", "styles.xml"],
      ["rId77", "chartsheet", "chartsheets/sheet1.xml"],
    );
    const book = await openBook(pack(parts), "a.xlsx");
    expect(book.sheets.map((sheet) => [sheet.name, sheet.kind])).toEqual([
      ["Chart1", "other"],
      ["Data", "worksheet"],
    ]);
    addSheet(book, "Notes", [["x"]]);
    const saved = unpack(await saveBook(book));
    expect(saved["xl/chartsheets/sheet1.xml"]).toBe("<chartsheet><kept/></chartsheet>");
    expect(
      [...saved["xl/workbook.xml"]!.matchAll(/<sheet [^>]*name="([^"]*)" sheetId="(\d+)"/g)].map((m) => [m[1], m[2]]),
    ).toEqual([
      ["Chart1", "9"],
      ["Data", "1"],
      ["Notes", "10"],
    ]);
  });

  test("a workbook part with prefixes takes a sheet and a name", async () => {
    const parts = workbookParts({ sheets: [{ name: "Data", inside: "<sheetData/>" }] });
    parts["xl/workbook.xml"] =
      `<x:workbook xmlns:x="${MAIN}" xmlns:q="${OFFICE}"><x:sheets><x:sheet name="Data" sheetId="1" q:id="rId1"/></x:sheets></x:workbook>`;
    const book = await openBook(pack(parts), "a.xlsx");
    const sheet = addSheet(book, "Notes", [["x"]]);
    book.names.push({ id: "n", name: "_greenplan", scope: sheet.id, formula: '="notes"', visible: false, comment: "" });
    book.namesEdited = true;
    const saved = await saveBook(book);
    const after = await openBook(saved, "a.xlsx");
    expect(after.sheets.map((each) => each.name)).toEqual(["Data", "Notes"]);
    expect(after.names).toMatchObject([{ name: "_greenplan", scope: after.sheets[1]!.id, visible: false }]);
    expect(unpack(saved)["xl/workbook.xml"]).toContain(`<sheets xmlns="${MAIN}"><x:sheet name="Data"`);
  });

  test("a style part that holds next to nothing gets what our cells need", async () => {
    const parts = workbookParts({
      sheets: [{ name: "Data", inside: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' }],
    });
    parts["xl/styles.xml"] = `<styleSheet xmlns="${MAIN}"/>`;
    const book = await openBook(pack(parts), "a.xlsx");
    const sheet = addSheet(book, "Notes", [[1]]);
    sheet.cells[0]![0]!.style = book.styles.intern({ ...book.styles.get(0), fill: "#005EB8", sourceXf: null });
    const after = await openBook(await saveBook(book), "a.xlsx");
    expect(after.styles.get(cellAt(after, 1, 0, 0)!.style).fill).toBe("#005EB8");
    expect(after.styles.get(cellAt(after, 0, 0, 0)!.style).fill).toBeNull();
  });
});

describe("parts numbered with gaps", () => {
  test("a new table, chart and drawing take free numbers and overwrite none of the user's", async () => {
    const bytes = withTableAndChart();
    const before = unpack(bytes);
    const book = await openBook(bytes, "a.xlsx");
    for (const name of ["One", "Two", "Three", "Four", "Five"]) {
      const sheet = addSheet(book, name, [
        ["Year", `Gas ${name}`],
        ["2023/24", 1],
        ["2024/25", 2],
        ["2025/26", 3],
      ]);
      sheet.tables.push(table(`Table${name}`, ["Year", `Gas ${name}`], 3));
      sheet.charts.push(chart(`Chart ${name}`, "Line", name));
    }
    const saved = await saveBook(book);
    const after = unpack(saved);
    for (const part of [
      "xl/tables/table3.xml",
      "xl/charts/chart5.xml",
      "xl/drawings/drawing2.xml",
      "xl/comments7.xml",
      "xl/drawings/vmlDrawing1.vml",
      "xl/worksheets/sheet1.xml",
    ]) {
      expect(after[part]).toBe(before[part]);
    }
    const again = await openBook(saved, "a.xlsx");
    expect(again.sheets.flatMap((sheet) => sheet.tables.map((each) => each.name))).toEqual([
      "Energy",
      "TableOne",
      "TableTwo",
      "TableThree",
      "TableFour",
      "TableFive",
    ]);
    expect(again.sheets.map((sheet) => sheet.charts.length)).toEqual([1, 1, 1, 1, 1, 1]);
    const ids = again.sheets.flatMap((sheet) =>
      sheet.tables.map((each) => / id="(\d+)"/.exec(after[each.source!]!)![1]),
    );
    expect(new Set(ids).size).toBe(6);
  });

  test("a chart added to a user's sheet stands beside theirs, and their drawing keeps the rest", async () => {
    const book = await openBook(withTableAndChart(), "a.xlsx");
    const sheet = book.sheets[0]!;
    sheet.charts.push(chart("Ours", "ColumnClustered", "Data"));
    sheet.edits.charts = true;
    const saved = await saveBook(book);
    const after = await openBook(saved, "a.xlsx");
    expect(after.sheets[0]!.charts.map((each) => each.name)).toEqual(["Gas chart", "Ours"]);
    const parts = unpack(saved);
    expect(parts["xl/charts/chart5.xml"]).toBe(unpack(withTableAndChart())["xl/charts/chart5.xml"]);
    const shapes = [...parts["xl/drawings/drawing2.xml"]!.matchAll(/cNvPr id="(\d+)"/g)].map((match) => match[1]);
    expect(new Set(shapes).size).toBe(shapes.length);
  });
});

describe("an edited user sheet changes only where it was edited", () => {
  const inside =
    '<sheetData><row r="1" spans="1:4" x14ac:dyDescent="0.25" xmlns:x14ac="a"><c r="A1" t="s" cm="1"><v>0</v></c><c r="D1"><v>4</v></c></row>' +
    '<row r="3" ht="33" customHeight="1"><c r="A3" s="1"><f t="shared" ref="A3:A5" si="4">D1+1</f><v>5</v></c></row>' +
    '<row r="4"><c r="A4" s="1"><f t="shared" si="4"/><v>1</v></c></row><row r="5"><c r="A5"><f t="shared" si="4"/><v>1</v></c></row></sheetData>' +
    "<customThing>kept</customThing>";

  test("one cell, between others, by its own rules", async () => {
    const book = await openBook(oneSheet(inside, { strings: "<si><t>Gas</t></si>" }), "a.xlsx");
    setCell(book.sheets[0]!, 0, 1, { value: '<a> & "b"\n', style: 0 });
    const text = unpack(await saveBook(book))["xl/worksheets/sheet1.xml"]!;
    expect(text).toContain(
      '<c r="A1" t="s" cm="1"><v>0</v></c><c r="B1" t="inlineStr"><is><t xml:space="preserve">&lt;a&gt; &amp; "b"\n</t></is></c><c r="D1"><v>4</v></c>',
    );
    expect(text).toContain(
      '<row r="3" ht="33" customHeight="1"><c r="A3" s="1"><f t="shared" ref="A3:A5" si="4">D1+1</f><v>5</v></c></row>',
    );
    expect(text).toContain("<customThing>kept</customThing>");
  });

  test("the cell that holds a shared formula is overwritten: the others keep theirs", async () => {
    const book = await openBook(oneSheet(inside, { strings: "<si><t>Gas</t></si>" }), "a.xlsx");
    setCell(book.sheets[0]!, 2, 0, { value: 9, style: cellAt(book, 0, 2, 0)!.style });
    const after = await openBook(await saveBook(book), "a.xlsx");
    expect([2, 3, 4].map((row) => cellAt(after, 0, row, 0)!.formula)).toEqual([undefined, "=D2+1", "=D3+1"]);
    expect(after.styles.get(cellAt(after, 0, 3, 0)!.style).fill).toBe("#FFFF00");
  });

  test("a cell whose look alone changes keeps its content letter for letter, and what its style says besides", async () => {
    const book = await openBook(oneSheet(inside, { strings: "<si><t>Gas</t></si>" }), "a.xlsx");
    const sheet = book.sheets[0]!;
    const old = cellAt(book, 0, 3, 0)!;
    const bold = book.styles.intern({ ...book.styles.get(old.style), fill: "#ED8B00" });
    sheet.cells[3]![0] = { ...old, style: bold };
    sheet.edits.styles.add(cellKey(3, 0));
    const parts = unpack(await saveBook(book));
    expect(parts["xl/worksheets/sheet1.xml"]).toContain('<c r="A4" s="3"><f t="shared" si="4"/><v>1</v></c>');
    expect(parts["xl/styles.xml"]).toMatch(
      /<xf numFmtId="164" fontId="1" fillId="3" borderId="1"[^>]*><alignment horizontal="right" textRotation="45" wrapText="1"\/><\/xf><\/cellXfs>/,
    );
  });

  test("a worksheet with a prefix stays well formed and takes a cell, a merge, a frozen row and a column", async () => {
    const parts = workbookParts({ sheets: [{ name: "Data", inside: "" }] });
    parts["xl/worksheets/sheet1.xml"] =
      `<x:worksheet xmlns:x="${MAIN}"><x:sheetViews><x:sheetView workbookViewId="0"/></x:sheetViews><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const book = await openBook(pack(parts), "a.xlsx");
    const sheet = book.sheets[0]!;
    setCell(sheet, 0, 1, { value: "two", style: 0 });
    setCell(sheet, 4, 0, { value: 5, style: 0 });
    sheet.merges.push({ top: 4, left: 0, bottom: 4, right: 2 });
    sheet.edits.merges = true;
    sheet.freeze = { rows: 1, columns: 0 };
    sheet.edits.view = true;
    sheet.columns.set(1, { width: 30, hidden: false, style: null });
    sheet.edits.columns.add(1);
    const saved = await saveBook(book);
    const after = (await openBook(saved, "a.xlsx")).sheets[0]!;
    expect(values(after)).toEqual([[1, "two"], [], [], [], [5]]);
    expect(after.merges).toHaveLength(1);
    expect(after.freeze).toEqual({ rows: 1, columns: 0 });
    expect(after.columns.get(1)!.width).toBe(30);
    expect(unpack(saved)["xl/worksheets/sheet1.xml"]).toContain(`<sheetData xmlns="${MAIN}">`);
  });

  test("one column of a span that covers many", async () => {
    const book = await openBook(
      oneSheet('<cols><col min="2" max="16384" width="9" style="1"/></cols><sheetData/>'),
      "a.xlsx",
    );
    const sheet = book.sheets[0]!;
    sheet.columns.set(3, { width: 40, hidden: false, style: null });
    sheet.edits.columns.add(3);
    expect(unpack(await saveBook(book))["xl/worksheets/sheet1.xml"]).toContain(
      '<cols><col min="2" max="3" width="9" style="1"/><col min="4" max="4" width="40" customWidth="1"/><col min="5" max="16384" width="9" style="1"/></cols>',
    );
  });

  test("a rule we cannot read stays beside one we add; a link and a validation beside the user's", async () => {
    const book = await openBook(
      workbook({
        sheets: [
          {
            name: "Data",
            inside:
              '<sheetData/><conditionalFormatting sqref="A1:A9"><cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule></conditionalFormatting>' +
              '<dataValidations count="1"><dataValidation type="list" sqref="B1" imeMode="off"><formula1>$Z$1:$Z$3</formula1></dataValidation></dataValidations>' +
              '<hyperlinks><hyperlink ref="A1" r:id="rId1" display="kept"/></hyperlinks>',
            relationships: relationships(["rId1", "hyperlink", "https://example.org/", true]),
          },
        ],
      }),
      "a.xlsx",
    );
    const sheet = book.sheets[0]!;
    const at = (row: number) => ({ top: row, left: 2, bottom: row, right: 2 });
    sheet.conditionalFormats.push({
      id: "{new}",
      rects: [at(0)],
      type: "Custom",
      priority: 2,
      stopIfTrue: true,
      rule: { formula: '=$C1="late"' },
      format: { fill: "#DA291C", fontColor: "#FFFFFF", bold: true },
    });
    sheet.edits.conditionalFormats = true;
    sheet.validations.push({
      rects: [at(1)],
      rule: { list: { inCellDropDown: true, source: "On track,Late" } },
      prompt: null,
      errorAlert: null,
      ignoreBlanks: true,
    });
    sheet.edits.validations = true;
    sheet.hyperlinks.push({
      rect: at(2),
      address: "https://example.org/?a=1&b=2",
      documentReference: null,
      screenTip: null,
    });
    sheet.edits.hyperlinks = true;
    const saved = await saveBook(book);
    const text = unpack(saved)["xl/worksheets/sheet1.xml"]!;
    expect(text).toContain('<dataBar><cfvo type="min"/>');
    expect(text).toContain('imeMode="off"');
    expect(text).toContain('display="kept"');
    const after = (await openBook(saved, "a.xlsx")).sheets[0]!;
    expect(after.conditionalFormats.map((each) => [each.type, each.format.fill, each.rule.formula])).toEqual([
      ["DataBar", null, undefined],
      ["Custom", "#DA291C", '=$C1="late"'],
    ]);
    expect(after.validations[1]!.rule).toEqual({ list: { inCellDropDown: true, source: "On track,Late" } });
    expect(after.hyperlinks.map((each) => each.address)).toEqual([
      "https://example.org/",
      "https://example.org/?a=1&b=2",
    ]);
  });
});

describe("our own sheets, written again", () => {
  async function firstReport(): Promise<Uint8Array> {
    const book = await openBook(userWorkbook(), "a.xlsx");
    const sheet = addSheet(book, "Trajectories", [
      ["Year", "Gas"],
      ["2023/24", 1],
      ["2024/25", 2],
      ["2025/26", 3],
    ]);
    sheet.tables.push(table("GreenPlan", ["Year", "Gas"], 3));
    sheet.charts.push(chart("Path", "Line", "Trajectories"));
    book.names.push({
      id: "n",
      name: "_greenplan",
      scope: sheet.id,
      formula: '="trajectories"',
      visible: false,
      comment: "",
    });
    book.namesEdited = true;
    return saveBook(book);
  }

  test("cells cleared and rewritten, the table resized, the chart replaced, the name changed: nothing doubled", async () => {
    const first = await firstReport();
    const book = await openBook(first, "a.xlsx");
    const sheet = book.sheets[2]!;
    for (let row = 0; row < 4; row++) for (let column = 0; column < 2; column++) setCell(sheet, row, column, undefined);
    ["Year", "Gas", "Note"].forEach((value, column) => setCell(sheet, 0, column, { value, style: 0 }));
    setCell(sheet, 1, 1, { value: 7, formula: "=SUM(Return!B1,1)", style: 0 });
    sheet.tables[0] = {
      ...sheet.tables[0]!,
      rect: { top: 0, left: 0, bottom: 1, right: 2 },
      columns: ["Year", "Gas", "Note"],
    };
    sheet.edits.tables = true;
    sheet.charts = [{ ...chart("Path 2", "ColumnStacked", "Trajectories"), source: null }];
    sheet.edits.charts = true;
    book.names = book.names.map((name) =>
      name.name === "_greenplan" ? { ...name, formula: '="trajectories v2"' } : name,
    );
    book.namesEdited = true;
    const second = await saveBook(book);
    const after = await openBook(second, "a.xlsx");
    expect(after.sheets.map((each) => each.name)).toEqual(["Return", "Chart data", "Trajectories"]);
    expect(values(after.sheets[2]!)[0]).toEqual(["Year", "Gas", "Note"]);
    expect(cellAt(after, 2, 1, 1)).toMatchObject({ value: 7, formula: "=SUM(Return!B1,1)" });
    expect(after.sheets[2]!.cells.length).toBe(2);
    expect(after.sheets[2]!.tables).toMatchObject([{ name: "GreenPlan", columns: ["Year", "Gas", "Note"] }]);
    expect(after.sheets[2]!.charts.map((each) => [each.name, each.type])).toEqual([["Path 2", "ColumnStacked"]]);
    expect(after.names.filter((each) => each.name === "_greenplan").map((each) => each.formula)).toEqual([
      '="trajectories v2"',
    ]);
    const count = (pattern: RegExp) => Object.keys(unpack(second)).filter((name) => pattern.test(name)).length;
    expect([
      count(/tables\/table/),
      count(/charts\/chart/),
      count(/drawings\/drawing\d/),
      count(/worksheets\/sheet/),
    ]).toEqual([1, 1, 1, 3]);
  });

  test("a table whose header was typed as a number has it as text, as Excel asks", async () => {
    const book = await openBook(userWorkbook(), "a.xlsx");
    const sheet = addSheet(book, "Years", [
      ["Metric", 2024],
      ["Gas", 2024],
    ]);
    sheet.tables.push(table("Years", ["Metric", "2024"], 1));
    const after = await openBook(await saveBook(book), "a.xlsx");
    expect(values(after.sheets[2]!)).toEqual([
      ["Metric", "2024"],
      ["Gas", 2024],
    ]);
  });

  test("a deleted sheet takes its table, chart and drawing with it, and leaves the user's", async () => {
    const first = await firstReport();
    const book = await openBook(first, "a.xlsx");
    const gone = book.sheets.pop()!;
    book.names = book.names.filter((name) => name.scope !== gone.id);
    book.namesEdited = true;
    const parts = unpack(await saveBook(book));
    expect(Object.keys(parts).filter((name) => /tables|charts|drawings|sheet3/.test(name))).toEqual([]);
    expect(parts["[Content_Types].xml"]).not.toMatch(/tables|charts|drawings|sheet3/);
    expect(parts["nobody/refers/to-this.xml"]).toBe("<kept/>");
    expect(parts["xl/workbook.xml"]).not.toContain("_greenplan");
  });

  test("a chart taken away by itself leaves no part behind", async () => {
    const book = await openBook(await firstReport(), "a.xlsx");
    book.sheets[2]!.charts = [];
    book.sheets[2]!.edits.charts = true;
    const parts = unpack(await saveBook(book));
    expect(Object.keys(parts).filter((name) => /charts|drawings/.test(name))).toEqual([]);
    expect(parts["xl/worksheets/sheet3.xml"]).not.toContain("<drawing");
  });

  test("a renamed sheet keeps its print area", async () => {
    const book = await openBook(await firstReport(), "a.xlsx");
    const sheet = book.sheets[2]!;
    sheet.pageLayout.printArea = { top: 0, left: 0, bottom: 9, right: 3 };
    sheet.edits.view = true;
    const again = await openBook(await saveBook(book), "a.xlsx");
    again.sheets[2]!.name = "Our path's";
    again.sheets[2]!.edits.view = true;
    const after = await openBook(await saveBook(again), "a.xlsx");
    expect(after.sheets[2]!.name).toBe("Our path's");
    expect(after.sheets[2]!.pageLayout.printArea).toEqual({ top: 0, left: 0, bottom: 9, right: 3 });
  });
});

describe("calculation", () => {
  test("formulas carry the values the book holds, and Excel is asked to calculate all when it opens the file", async () => {
    const book = newBook();
    const sheet = book.sheets[0]!;
    const formulas: [string, BookState["sheets"][0]["cells"][0][0]][] = [
      ["number", { value: 2.5, formula: "=1+1.5", style: 0 }],
      ["text", { value: "late", formula: '=IF(1>0,"late","")', style: 0 }],
      ["error", { value: { error: "#DIV/0!" }, formula: "=1/0", style: 0 }],
      ["yes", { value: true, formula: "=1=1", style: 0 }],
      ["later function", { value: 1, formula: '=IFNA(SUM(1),"XLOOKUP(")', style: 0 }],
    ];
    sheet.cells = formulas.map(([, cell]) => [cell]);
    const saved = await saveBook(book);
    const after = await openBook(saved, "a.xlsx");
    expect(after.sheets[0]!.cells.map((row) => row[0])).toEqual(formulas.map(([, cell]) => cell));
    const parts = unpack(saved);
    expect(parts["xl/workbook.xml"]).toContain('fullCalcOnLoad="1"');
    expect(parts["xl/worksheets/sheet1.xml"]).toContain('<f>_xlfn.IFNA(SUM(1),"XLOOKUP(")</f>');
  });

  test("a calculation order that names overwritten formulas goes", async () => {
    const book = await openBook(userWorkbook(), "a.xlsx");
    setCell(book.sheets[0]!, 0, 2, { value: 1, style: 0 });
    const parts = unpack(await saveBook(book));
    expect(parts["xl/calcChain.xml"]).toBeUndefined();
    expect(parts["xl/_rels/workbook.xml.rels"]).not.toContain("calcChain");
    expect(parts["[Content_Types].xml"]).not.toContain("calcChain");
  });
});

describe("settings", () => {
  test("are kept with the workbook, replaced in place, and never doubled", async () => {
    const book = await openBook(userWorkbook(), "a.xlsx");
    book.settings.set("period", { label: "2024/25", "a<b": [1, null] });
    const first = await openBook(await saveBook(book), "a.xlsx");
    expect([...first.settings]).toEqual([["period", { label: "2024/25", "a<b": [1, null] }]]);
    first.settings.set("period", "2025/26");
    const saved = await saveBook(first);
    expect([...(await openBook(saved, "a.xlsx")).settings]).toEqual([["period", "2025/26"]]);
    expect(Object.keys(unpack(saved)).filter((name) => /customXml\/item\d/.test(name))).toHaveLength(1);
  });
});

test("a strict workbook stays strict through and through", async () => {
  const strict = Object.fromEntries(
    Object.entries(unpack(oneSheet('<sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData>'))).map(
      ([name, text]) => [
        name,
        text
          .replaceAll(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships")
          .replaceAll(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
      ],
    ),
  );
  const book = await openBook(pack(strict), "a.xlsx");
  const sheet = addSheet(book, "Notes", [
    ["Year", "Gas"],
    ["2023/24", 1],
  ]);
  sheet.tables.push(table("T", ["Year", "Gas"], 1));
  sheet.hyperlinks.push({
    rect: { top: 0, left: 0, bottom: 0, right: 0 },
    address: "https://example.org/",
    documentReference: null,
    screenTip: null,
  });
  const saved = await saveBook(book);
  const written = Object.entries(unpack(saved)).filter(([name]) => /sheet2|table1|workbook/.test(name));
  for (const [, text] of written) expect(text).not.toContain("schemas.openxmlformats.org/spreadsheetml");
  const after = await openBook(saved, "a.xlsx");
  expect(after.sheets[1]!.tables[0]!.name).toBe("T");
  expect(after.sheets[1]!.hyperlinks[0]!.address).toBe("https://example.org/");
});
