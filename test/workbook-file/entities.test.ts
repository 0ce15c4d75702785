import { openBook } from "../../src/workbook-file/open";
import { MAIN, pack, workbookParts } from "../standin/file/packages";

/** A workbook whose sheet declares entities before it begins, and shows the text in A1. */
function declaring(declarations: string, text: string): Uint8Array {
  const parts = workbookParts({ sheets: [{ name: "Return", inside: "" }] });
  const cell = `<c r="A1" t="inlineStr"><is><t>${text}</t></is></c>`;
  parts["xl/worksheets/sheet1.xml"] =
    `<!DOCTYPE worksheet [${declarations}]><worksheet xmlns="${MAIN}"><sheetData><row r="1">${cell}</row></sheetData></worksheet>`;
  return pack(parts);
}

const laughs = [
  '<!ENTITY a "ha">',
  ...[..."bcdefghij"].map((name, at) => `<!ENTITY ${name} "${`&${"abcdefghij"[at]};`.repeat(10)}">`),
].join("");

test.each([
  ["an entity that grows to ten thousand million letters", laughs, "&j;"],
  ["a file of this machine", '<!ENTITY file SYSTEM "file:///etc/hostname">', "&file;"],
  ["an address elsewhere", '<!ENTITY there SYSTEM "https://example.org/">', "&there;"],
])("a sheet that declares %s is refused, and nothing is grown or fetched", async (_name, declarations, text) => {
  await expect(openBook(declaring(declarations, text), "Return.xlsx")).rejects.toThrow(/is damaged/);
});
