import { WorkbookFileError } from "./errors";
import type { Package } from "./package";

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

/** Throws the sentence for bytes that are no zip package; returns for those that look like one. */
export function refuseOtherFiles(bytes: Uint8Array, label: string): void {
  if (bytes.length === 0) {
    throw new WorkbookFileError(`${label} is empty (0 bytes). Save or download it again, then try again.`);
  }
  if (OLD_OFFICE.every((byte, i) => bytes[i] === byte)) throw new WorkbookFileError(compoundFile(bytes, label));
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return;
  throw new WorkbookFileError(otherFile(bytes, label));
}

/** An OLE2 compound file tells what it is by the UTF-16 names of its streams (MS-CFB 2.6). */
function compoundFile(bytes: Uint8Array, label: string): string {
  if (holdsUtf16(bytes, "EncryptedPackage")) {
    return `${label} is protected with a password, so it cannot be read. Open it in Excel, remove the password under File, Info, Protect Workbook, save it and try again.`;
  }
  if (holdsUtf16(bytes, "Workbook") || holdsUtf16(bytes, "Book")) {
    return `${label} is an Excel 97-2003 workbook (.xls). Open it in Excel and save it as .xlsx, then try again.`;
  }
  return `${label} is an old Office file, not an Excel workbook. Choose an .xlsx or .xlsm file.`;
}

function holdsUtf16(bytes: Uint8Array, name: string): boolean {
  const pattern = Uint8Array.from([...name].flatMap((c) => [c.charCodeAt(0), 0]));
  for (let at = bytes.indexOf(pattern[0]!); at >= 0; at = bytes.indexOf(pattern[0]!, at + 1)) {
    if (pattern.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

function otherFile(bytes: Uint8Array, label: string): string {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const advice = "Open it in Excel and save it as an Excel workbook (.xlsx), then try again.";
  if (start.startsWith("%PDF")) return `${label} is a PDF, not an Excel workbook. Choose an .xlsx or .xlsm file.`;
  if (/progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet/.test(start)) {
    return `${label} is an XML spreadsheet of Excel 2003. ${advice}`;
  }
  if (/^[^A-Za-z0-9]*<(!doctype|html|table|meta|head|body)/i.test(start)) {
    return `${label} is a web page, whatever its name says. ${advice}`;
  }
  if (isText(start)) {
    return `${label} is plain text, such as a CSV file, whatever its name says. ${advice}`;
  }
  return `${label} is not an Excel workbook. Choose an .xlsx or .xlsm file.`;
}

function isText(start: string): boolean {
  if (/^(ÿþ|þÿ)/.test(start)) return true;
  // eslint-disable-next-line no-control-regex
  return !/[\u0000-\u0008\u000e-\u001a]/.test(start);
}

const WORKBOOK_TYPES =
  /(spreadsheetml\.(sheet|template)\.main|ms-excel\.(sheet|template|addin)\.macroEnabled\.main)\+xml$/;

/** The name of the workbook part; throws the sentence for a package that is something else. */
export function findWorkbookPart(packaged: Package, label: string): string {
  const main = packaged.relationships("").find((each) => each.type === "officeDocument" && !each.external)?.target;
  const type = main === undefined ? null : packaged.contentType(main);
  if (main !== undefined && packaged.has(main) && type !== null && WORKBOOK_TYPES.test(type)) return main;
  throw new WorkbookFileError(otherPackage(packaged, label, `${type ?? ""} ${main ?? ""}`));
}

function otherPackage(packaged: Package, label: string, main: string): string {
  if (/sheet\.binary|\.bin$/.test(main)) {
    return `${label} is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx, then try again.`;
  }
  if (/wordprocessing|word\//.test(main)) {
    return `${label} is a Word document, not an Excel workbook. Choose an .xlsx or .xlsm file.`;
  }
  if (/presentation|ppt\//.test(main)) {
    return `${label} is a PowerPoint presentation, not an Excel workbook. Choose an .xlsx or .xlsm file.`;
  }
  if (packaged.text("mimetype")?.includes("opendocument.spreadsheet")) {
    return `${label} is an OpenDocument spreadsheet (.ods). Open it in Excel and save it as .xlsx, then try again.`;
  }
  return `${label} is a zip file without an Excel workbook in it. Choose an .xlsx or .xlsm file, and unpack it first if it came in a zip folder.`;
}
