import { openBook } from "../../src/workbook-file/open";
import {
  cellAt,
  MAIN,
  OFFICE,
  oneSheet,
  pack,
  relationships,
  unpack,
  values,
  withTableAndChart,
  workbook,
  workbookParts,
} from "../standin/file/packages";

const rows = (xml: string) => `<sheetData>${xml}</sheetData>`;

describe("values", () => {
  test("every kind of cell is read as what it is", async () => {
    const book = await openBook(
      oneSheet(
        rows(
          '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1"><v>1.5</v></c><c r="D1" t="b"><v>1</v></c>' +
            '<c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="str"><f>A1&amp;"x"</f><v>Gasx</v></c>' +
            '<c r="G1" t="inlineStr"><is><r><t>in</t></r><r><t xml:space="preserve"> line</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c>' +
            '<c r="H1" s="1"/><c r="I1" t="d"><v>2024-04-01</v></c><c r="J1" t="str"><f>""</f><v></v></c></row>',
        ),
        {
          strings:
            '<si><t>Gas</t></si><si><r><rPr><b/></rPr><t>two </t></r><r><t>runs_x000A_and _x005F_x0041_</t></r><rPh sb="0" eb="1"><t>kana</t></rPh></si>',
        },
      ),
      "a.xlsx",
    );
    expect(values(book.sheets[0]!)[0]).toEqual([
      "Gas",
      "two runs\nand _x0041_",
      1.5,
      true,
      { error: "#N/A" },
      "Gasx",
      "in line",
      null,
      45383,
      "",
    ]);
    expect(cellAt(book, 0, 0, 5)!.formula).toBe('=A1&"x"');
  });

  test("rows and cells without an address follow one another", async () => {
    const book = await openBook(
      oneSheet(rows("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")),
      "a.xlsx",
    );
    expect(values(book.sheets[0]!)).toEqual([[1, 2], [3]]);
  });

  test("elements with a prefix are the same elements", async () => {
    const parts = workbookParts({ sheets: [{ name: "Data", inside: "" }] });
    parts["xl/worksheets/sheet1.xml"] =
      `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="2"><x:c r="B2"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    parts["xl/workbook.xml"] =
      `<x:workbook xmlns:x="${MAIN}" xmlns:rel="${OFFICE}"><x:sheets><x:sheet name="Data" sheetId="1" rel:id="rId1"/></x:sheets></x:workbook>`;
    const book = await openBook(pack(parts), "a.xlsx");
    expect(cellAt(book, 0, 1, 1)).toEqual({ value: 2, formula: "=1+1", style: 0 });
  });

  test("a strict workbook is a workbook", async () => {
    const strict = Object.fromEntries(
      Object.entries(unpack(oneSheet(rows('<row r="1"><c r="A1"><v>7</v></c></row>')))).map(([name, text]) => [
        name,
        text
          .replaceAll(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships")
          .replaceAll(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
      ]),
    );
    expect(values((await openBook(pack(strict), "a.xlsx")).sheets[0]!)).toEqual([[7]]);
  });
});

describe("formulas", () => {
  test("a shared formula stands in each of its cells, moved to its place", async () => {
    const book = await openBook(
      oneSheet(
        rows(
          '<row r="1"><c r="C1"><f t="shared" ref="C1:D2" si="0">A1+$A$1+SUM(B$1:B1)+LOG10(2)&amp;"A1"</f><v>1</v></c><c r="D1"><f t="shared" si="0"/><v>2</v></c></row>' +
            '<row r="2"><c r="C2"><f t="shared" si="0"/><v>3</v></c></row>',
        ),
      ),
      "a.xlsx",
    );
    expect(cellAt(book, 0, 0, 3)!.formula).toBe('=B1+$A$1+SUM(C$1:C1)+LOG10(2)&"A1"');
    expect(cellAt(book, 0, 1, 2)!.formula).toBe('=A2+$A$1+SUM(B$1:B2)+LOG10(2)&"A1"');
  });

  test("an array formula keeps the range it fills; later functions lose the prefix nobody sees", async () => {
    const book = await openBook(
      oneSheet(
        rows(
          '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A3">_xlfn._xlws.SORT(_xlfn.UNIQUE(B1:B9))</f><v>1</v></c>' +
            '<c r="C1"><f t="array" ref="C1:C2">B1:B2*2</f><v>4</v></c></row>',
        ),
      ),
      "a.xlsx",
    );
    expect(cellAt(book, 0, 0, 0)).toMatchObject({
      formula: "=SORT(UNIQUE(B1:B9))",
      array: { rect: { top: 0, left: 0, bottom: 2, right: 0 }, dynamic: true },
    });
    expect(cellAt(book, 0, 0, 2)!.array!.dynamic).toBe(false);
  });
});

describe("styles", () => {
  test("theme, tint and index are resolved to the colours a person sees", async () => {
    const book = await openBook(
      oneSheet(rows('<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>45383</v></c></row>')),
      "a.xlsx",
    );
    const style = book.styles.get(cellAt(book, 0, 0, 0)!.style);
    expect(style).toMatchObject({
      numberFormat: '#,##0.0" t"',
      font: { name: "Arial", size: 14, bold: true, color: "#2F5597" },
      fill: "#FFFF00",
      borders: { bottom: { style: "thin", color: "#FF0000" } },
      horizontal: "Right",
      wrap: true,
      sourceXf: 1,
    });
    expect(book.styles.get(cellAt(book, 0, 0, 1)!.style).numberFormat).toBe("m/d/yyyy");
    expect(book.styles.get(0).font.color).toBe("#000000");
  });
});

describe("the workbook", () => {
  test("hidden sheets, dates from 1904, manual calculation, names with their scope", async () => {
    const book = await openBook(
      workbook({
        before: '<workbookPr date1904="1"/><bookViews><workbookView activeTab="1"/></bookViews>',
        sheets: [
          { name: "Front", inside: rows('<row r="1"><c r="A1" t="d"><v>1904-01-02</v></c></row>'), state: "hidden" },
          { name: "Data", inside: rows("") },
          { name: "Secret", inside: rows(""), state: "veryHidden" },
        ],
        after:
          '<definedNames><definedName name="Total">Data!$A$1</definedName><definedName name="Own" localSheetId="1" hidden="1">_xlfn.XLOOKUP(1,2,3)</definedName>' +
          '<definedName name="_xlnm.Print_Area" localSheetId="1">Data!$A$1:$C$9</definedName><definedName name="_xlnm.Print_Titles" localSheetId="1">Data!$A:$B,Data!$1:$2</definedName></definedNames>' +
          '<calcPr calcMode="manual"/>',
      }),
      "a.xlsx",
    );
    expect(book.sheets.map((sheet) => sheet.visibility)).toEqual(["Hidden", "Visible", "VeryHidden"]);
    expect(book.dateSystem).toBe(1904);
    expect(cellAt(book, 0, 0, 0)!.value).toBe(1);
    expect(book.calculationMode).toBe("Manual");
    expect(book.activeSheet).toBe(book.sheets[1]!.id);
    expect(book.names.map(({ name, scope, formula, visible }) => [name, scope, formula, visible])).toEqual([
      ["Total", null, "=Data!$A$1", true],
      ["Own", book.sheets[1]!.id, "=XLOOKUP(1,2,3)", false],
    ]);
    expect(book.sheets[1]!.pageLayout).toMatchObject({
      printArea: { top: 0, left: 0, bottom: 8, right: 2 },
      titleRows: { first: 0, last: 1 },
      titleColumns: { first: 0, last: 1 },
    });
  });

  test("what stands around the cells", async () => {
    const book = await openBook(
      workbook({
        sheets: [
          {
            name: "Data",
            inside:
              '<sheetPr><tabColor rgb="FF005EB8"/><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane xSplit="1" ySplit="2" topLeftCell="B3" state="frozen"/></sheetView></sheetViews>' +
              '<sheetFormatPr defaultRowHeight="14.4"/><cols><col min="2" max="3" width="20.5" hidden="1"/></cols>' +
              rows('<row r="3" ht="30" customHeight="1" hidden="1"><c r="A3"><v>1</v></c></row>') +
              '<sheetProtection sheet="1"/><autoFilter ref="A1:C9"/><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>' +
              '<conditionalFormatting sqref="A1:A9 C1"><cfRule type="cellIs" dxfId="0" priority="2" operator="between"><formula>1</formula><formula>5</formula></cfRule><cfRule type="top10" priority="1" rank="3"/></conditionalFormatting>' +
              '<dataValidations count="1"><dataValidation type="whole" operator="lessThan" allowBlank="1" showErrorMessage="1" sqref="B1:B9"><formula1>10</formula1></dataValidation></dataValidations>' +
              '<hyperlinks><hyperlink ref="A1" r:id="rId1" tooltip="site"/><hyperlink ref="A2" location="Data!C1"/></hyperlinks>' +
              '<pageMargins left="0.5" right="0.5" top="1" bottom="1" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
              "<headerFooter><oddFooter>&amp;LLeft&amp;CPage &amp;P&amp;RRight</oddFooter></headerFooter>" +
              '<extLst><ext><x14:conditionalFormattings xmlns:x14="x14"><x14:conditionalFormatting><x14:cfRule type="dataBar"/></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>',
            relationships: relationships(["rId1", "hyperlink", "https://example.org/a?b=1", true]),
          },
        ],
      }),
      "a.xlsx",
    );
    const sheet = book.sheets[0]!;
    expect(sheet).toMatchObject({
      tabColor: "#005EB8",
      showGridlines: false,
      freeze: { rows: 2, columns: 1 },
      defaultRowHeight: 14.4,
      protected: true,
      autoFilter: { top: 0, left: 0, bottom: 8, right: 2 },
      merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
      hyperlinks: [
        { address: "https://example.org/a?b=1", documentReference: null, screenTip: "site" },
        { address: null, documentReference: "Data!C1" },
      ],
      validations: [{ rule: { wholeNumber: { formula1: 10, operator: "LessThan" } }, ignoreBlanks: true }],
    });
    expect(sheet.columns.get(2)).toEqual({ width: 20.5, hidden: true, style: null });
    expect(sheet.rows.get(2)).toEqual({ height: 30, hidden: true, style: null });
    expect(sheet.conditionalFormats.map(({ type, rule, format }) => [type, rule, format.fill])).toEqual([
      ["Other", {}, null],
      ["CellValue", { operator: "Between", formula1: "=1", formula2: "=5" }, "#FFC7CE"],
    ]);
    expect(sheet.pageLayout).toMatchObject({
      orientation: "Landscape",
      paperSize: "A4",
      fitToWidth: 1,
      fitToHeight: null,
      margins: { left: 36, top: 72 },
      footer: { left: "Left", center: "Page &P", right: "Right" },
    });
  });

  test("tables and charts are found through their relationships", async () => {
    const book = await openBook(withTableAndChart(), "a.xlsx");
    const sheet = book.sheets[0]!;
    expect(sheet.tables).toMatchObject([
      {
        name: "Energy",
        columns: ["Year", "Gas"],
        rect: { top: 0, left: 0, bottom: 3, right: 1 },
        style: "TableStyleLight9",
        source: "xl/tables/table3.xml",
      },
    ]);
    expect(sheet.charts).toMatchObject([
      {
        name: "Gas chart",
        type: "ColumnStacked",
        title: "Gas used",
        series: [
          { name: "Gas", values: "Data!$B$2:$B$4", color: "#2F5597", type: null, axisGroup: "Primary" },
          {
            name: "Path",
            values: "Data!$C$2:$C$4",
            color: "#FF0000",
            type: "Line",
            axisGroup: "Secondary",
            lineStyle: "Dash",
          },
        ],
        value: { minimum: 0, majorGridlines: true, numberFormat: "#,##0" },
        left: 64.5,
        top: 15,
      },
    ]);
  });
});

describe("a phantom used range", () => {
  test("hundreds of thousands of formatted rows open in seconds and few of them are kept", async () => {
    const count = 300_000;
    const pieces: string[] = ['<row r="1"><c r="A1"><v>42</v></c></row>'];
    for (let row = 2; row <= count; row++)
      pieces.push(`<row r="${row}" s="1" customFormat="1"><c r="A${row}" s="1"/></row>`);
    const bytes = oneSheet(rows(pieces.join("")));
    pieces.length = 0;
    const started = performance.now();
    const book = await openBook(bytes, "phantom.xlsx");
    expect(performance.now() - started).toBeLessThan(10_000);
    const sheet = book.sheets[0]!;
    expect(cellAt(book, 0, 0, 0)!.value).toBe(42);
    expect(sheet.cells.length).toBeLessThanOrEqual(100_000);
  }, 60_000);
});
