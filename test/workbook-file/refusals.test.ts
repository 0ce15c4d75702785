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
