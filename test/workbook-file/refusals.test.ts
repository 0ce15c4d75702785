import { strToU8, zipSync } from "fflate";
import { openBook } from "../../src/workbook-file/open";
import { WorkbookFileError } from "../../src/workbook-file/package/errors";
import { limits } from "../../src/workbook-file/package/limits";
import { contentTypes, MAIN, oneSheet, pack, relationships, workbookParts } from "../standin/file/packages";

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** An OLE2 compound file as far as its signature and the name of a stream in its directory. */
function compound(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set(OLE);
  bytes.set(
    [...stream].flatMap((c) => [c.charCodeAt(0), 0]),
    1024,
  );
  return bytes;
}

async function refusal(bytes: Uint8Array, name = "Return.xlsx"): Promise<string> {
  const error = await openBook(bytes, name).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(WorkbookFileError);
  return (error as Error).message;
}

const small = () => oneSheet('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>');

describe("a file that is no workbook is refused with a sentence that says what it is and what to do", () => {
  test.each<[string, Uint8Array, RegExp]>([
    ["0 bytes", new Uint8Array(0), /^Return\.xlsx is empty \(0 bytes\)\. Save or download it again/],
    [
      "an Excel 97-2003 workbook",
      compound("Workbook"),
      /is an Excel 97-2003 workbook \(\.xls\)\. Open it in Excel and save it as \.xlsx/,
    ],
    ["an Excel 95 workbook", compound("Book"), /is an Excel 97-2003 workbook/],
    ["an encrypted workbook", compound("EncryptedPackage"), /is protected with a password.*remove the password/],
    ["an old Word document", compound("WordDocument"), /old Office file, not an Excel workbook/],
    [
      "a CSV named .xlsx",
      strToU8("Metric,Unit,2023/24\nGas,kWh,1\n"),
      /is plain text, such as a CSV file.*save it as an Excel workbook/,
    ],
    ["UTF-16 text", new Uint8Array([0xff, 0xfe, 65, 0, 44, 0]), /is plain text/],
    ["a web page named .xls", strToU8("<html><table><tr><td>1</td></tr></table></html>"), /is a web page/],
    [
      "Excel 2003 XML",
      strToU8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
      /XML spreadsheet of Excel 2003/,
    ],
    ["a PDF", strToU8("%PDF-1.7 ..."), /is a PDF/],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), /is not an Excel workbook/],
    ["a zip without a workbook", zipSync({ "a.txt": strToU8("hello") }), /is a zip file without an Excel workbook/],
    [
      "an OpenDocument spreadsheet",
      zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet") }),
      /OpenDocument spreadsheet \(\.ods\)/,
    ],
  ])("%s", async (_, bytes, sentence) => {
    expect(await refusal(bytes)).toMatch(sentence);
  });

  test.each([
    [
      "a binary workbook",
      "xl/workbook.bin",
      "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
      /binary workbook \(\.xlsb\)/,
    ],
    [
      "a Word document",
      "word/document.xml",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
      /is a Word document/,
    ],
    [
      "a presentation",
      "ppt/presentation.xml",
      "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
      /PowerPoint presentation/,
    ],
  ])("%s", async (_, part, type, sentence) => {
    const bytes = pack({
      "[Content_Types].xml": contentTypes({ [part]: type }),
      "_rels/.rels": relationships(["rId1", "officeDocument", part]),
      [part]: "<x/>",
    });
    expect(await refusal(bytes)).toMatch(sentence);
  });

  test("a workbook cut short, at any length", async () => {
    const whole = small();
    for (const length of [4, 40, Math.floor(whole.length / 2), whole.length - 30, whole.length - 1]) {
      expect(await refusal(whole.slice(0, length))).toMatch(/is damaged or was cut short/);
    }
  });

  test("a workbook with a byte changed in a sheet", async () => {
    const bytes = zipSync(
      Object.fromEntries(
        Object.entries(workbookParts({ sheets: [{ name: "D", inside: "" }] })).map(([n, t]) => [
          n,
          strToU8(t as string),
        ]),
      ),
      { level: 0 },
    );
    const at = Buffer.from(bytes).indexOf("<styleSheet") + 3;
    bytes[at] = 120;
    expect(await refusal(bytes)).toMatch(/is damaged/);
  });

  test("a part that is no XML", async () => {
    const parts = workbookParts({ sheets: [{ name: "D", inside: "" }] });
    parts["xl/worksheets/sheet1.xml"] = `<worksheet xmlns="${MAIN}"><sheetData><row></sheetData>`;
    expect(await refusal(pack(parts))).toMatch(/is damaged: a part of it cannot be read/);
  });

  test("a tab whose cells or table are not in the file, so that nothing of it is shown as empty", async () => {
    const cells = workbookParts({ sheets: [{ name: "Energy", inside: "" }] });
    delete cells["xl/worksheets/sheet1.xml"];
    const unrelated = workbookParts({ sheets: [{ name: "Energy", inside: "" }] });
    unrelated["xl/_rels/workbook.xml.rels"] = relationships(["rId98", "styles", "styles.xml"]);
    expect(await refusal(pack(unrelated))).toMatch(/is damaged: the cells of the tab “Energy” cannot be found in it/);
    expect(await refusal(pack(cells))).toMatch(
      /is damaged: the cells of the tab “Energy” cannot be found in it\. Open it/,
    );
    const inside = '<sheetData/><tableParts count="1"><tablePart r:id="rId1"/></tableParts>';
    const table = workbookParts({
      sheets: [{ name: "Energy", inside, relationships: relationships(["rId1", "table", "../tables/table9.xml"]) }],
    });
    expect(await refusal(pack(table))).toMatch(/is damaged: a table of the tab “Energy” cannot be found in it/);
  });

  test("a nameless file is still called something", async () => {
    await expect(openBook(new Uint8Array(0), null)).rejects.toThrow(/^The file is empty/);
  });
});

describe("a zip bomb is refused before it unpacks", () => {
  const saved = { ...limits };
  afterEach(() => Object.assign(limits, saved));

  test("a part packed tighter than any sheet", async () => {
    const parts = workbookParts({ sheets: [{ name: "D", inside: "" }] });
    parts["xl/worksheets/sheet1.xml"] = " ".repeat(limits.ratioFrom + 1_000_000);
    expect(await refusal(pack(parts))).toMatch(/unpacks to far more than a workbook should hold/);
  });

  test("too much in all", async () => {
    limits.unpacked = 1_000;
    expect(await refusal(small())).toMatch(/unpacks to far more/);
  });

  test("too many parts", async () => {
    limits.entries = 3;
    expect(await refusal(small())).toMatch(/unpacks to far more/);
  });

  test("a directory that lies about a part's size cannot take more memory than it said", async () => {
    const bytes = small();
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    expect(await refusal(bytes)).toMatch(/is damaged/);
  });
});

describe("what Excel repairs on opening is refused, by what and where", () => {
  const filled = (more: string, row = "1", cell = "A1") =>
    `<sheetData><row r="${row}"><c r="${cell}"><v>1</v></c></row></sheetData>${more}`;

  test.each<[string, string, string]>([
    ["a row below the last", filled("", "1048577", "A1048577"), "has a row 1048577"],
    ["a row before the first", filled("", "0", "A1"), "has a row 0"],
    ["a cell below the last row", filled("", "1", "B1048577"), "has a cell called B1048577"],
    ["a cell beyond column XFD", filled("", "1", "XFE1"), "has a cell called XFE1"],
    ["a cell beyond all letters", filled("", "1", "AAAA1"), "has a cell called AAAA1"],
    ["a cell above the first row", filled("", "1", "A0"), "has a cell called A0"],
    [
      "a cell without an address after the last column",
      '<sheetData><row r="7"><c r="XFD7"><v>1</v></c><c><v>2</v></c></row></sheetData>',
      "has a cell in XFE7",
    ],
    [
      "merged cells",
      filled('<mergeCells><mergeCell ref="A1048576:B1048577"/></mergeCells>'),
      "has merged cells over A1048576:B1048577",
    ],
    ["a filter", filled('<autoFilter ref="A1:XFE9"/>'), "has a filter over A1:XFE9"],
    [
      "a rule for entries",
      filled('<dataValidations><dataValidation type="whole" sqref="A1:A5 A1:A9999999"/></dataValidations>'),
      "has a rule for entries over A1:A5 A1:A9999999",
    ],
    [
      "a format by rule",
      filled('<conditionalFormatting sqref="ZZZ1"><cfRule type="expression" priority="1"/></conditionalFormatting>'),
      "has a format by rule over ZZZ1",
    ],
    [
      "a link",
      filled('<hyperlinks><hyperlink ref="A9999999" location="A1"/></hyperlinks>'),
      "has a link over A9999999",
    ],
    [
      "an array formula",
      '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:A1048577">1</f><v>1</v></c></row></sheetData>',
      "has an array formula over A1:A1048577",
    ],
  ])("%s", async (_, inside, fault) => {
    expect(await refusal(oneSheet(inside))).toBe(
      `Return.xlsx is damaged: the tab “Data” ${fault}, which Excel’s grid of A1 to XFD1048576 does not have. Open it in Excel with Open and Repair, save it and try again.`,
    );
  });

  const tabs = (...names: string[]) =>
    pack(workbookParts({ sheets: names.map((name) => ({ name, inside: "<sheetData/>" })) }));
  test.each<[string, string[], string]>([
    ["too long", ["A tab name of forty letters, by a script"], "has 40 letters, where Excel takes 31"],
    ["far too long", ["x".repeat(5000)], "has 5000 letters, where Excel takes 31"],
    ["empty", ["Data", ""], "the name of a tab is empty"],
    [
      "with a letter Excel keeps for itself",
      ["2023/24"],
      "the name of the tab “2023/24” holds “/”, which Excel does not",
    ],
    ["with an apostrophe at its end", ["Site&apos;"], "begins or ends with an apostrophe"],
    ["there twice in other letters", ["UHL", "LPT", "uhl"], "two of its tabs are called uhl"],
  ])("a tab's name %s", async (_, names, fault) => {
    const message = await refusal(tabs(...names));
    expect(message).toContain(fault);
    expect(message.length).toBeLessThan(250);
  });

  test("a tab's name of 31 letters, and a cell in the very last place, are read", async () => {
    const inside = filled('<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>', "1048576", "XFD1048576");
    const book = await openBook(pack(workbookParts({ sheets: [{ name: "x".repeat(31), inside }] })), null);
    expect(book.sheets[0]?.cells[1_048_575]?.[16_383]?.value).toBe(1);
  });

  const withTables = (...tables: [name: string, area: string][]) =>
    pack(
      workbookParts({
        sheets: tables.map((_, index) => ({
          name: `Data ${index + 1}`,
          inside: filled('<tableParts><tablePart r:id="rId1"/></tableParts>'),
          relationships: relationships(["rId1", "table", `../tables/table${index + 1}.xml`]),
        })),
        parts: Object.fromEntries(
          tables.map(([name, area], index) => [
            `xl/tables/table${index + 1}.xml`,
            `<table xmlns="${MAIN}" id="${index + 1}" name="${name}" displayName="${name}" ref="${area}"><tableColumns><tableColumn id="1" name="Month"/><tableColumn id="2" name="kWh"/></tableColumns></table>`,
          ]),
        ),
      }),
    );
  test("a table beyond the grid", async () => {
    expect(await refusal(withTables(["Gas", "A1:B1048577"]))).toContain(
      "the tab “Data 1” has a table over A1:B1048577",
    );
  });
  test("a table whose columns are not as many as its area is wide", async () => {
    expect(await refusal(withTables(["Gas", "A1:XFD1048576"]))).toContain(
      "the table Gas on the tab “Data 1” has 2 columns in an area of 16384",
    );
  });
  test("two tables of one name", async () => {
    expect(await refusal(withTables(["Gas", "A1:B2"], ["GAS", "A1:B2"]))).toContain(
      "two of its tables are called GAS, on the tab “Data 1” and the tab “Data 2”",
    );
  });

  test("names and print areas beyond the grid stand for nothing, and stay in the file", async () => {
    const names =
      '<definedNames><definedName name="Far">Data!$A$1048577</definedName>' +
      '<definedName name="_xlnm.Print_Area" localSheetId="0">Data!$A$1:$XFE$9</definedName></definedNames>';
    const book = await openBook(oneSheet(filled(""), { after: names }), null);
    expect(book.names.map(({ formula }) => formula)).toEqual(["=Data!$A$1048577"]);
    expect(book.sheets[0]?.pageLayout.printArea).toBeNull();
  });
});
