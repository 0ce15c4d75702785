import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { openExcel } from "../../src/standin";
import { sample, terminal, workplace } from "./workplace";

const folder = workplace();
const file = (name: string, content: Uint8Array | string) => {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
};
const out = path.join(folder, "written", "report.xlsx");

/** The first bytes of an OLE2 compound file: an Excel 97-2003 workbook, or an encrypted one. */
const ole2 = (stream: string) => {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(new Uint8Array(new Uint16Array([...stream].map((each) => each.charCodeAt(0))).buffer), 1024);
  return bytes;
};

async function blankWorkbook(): Promise<Uint8Array> {
  const excel = await openExcel();
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1:B2").values = [
      ["Name", "Extension"],
      ["Reception", 4411],
    ];
    await context.sync();
  });
  return excel.save();
}

/** The workbook with its structure protected, as Review, Protect Workbook leaves it. */
function withLockedStructure(workbook: Uint8Array): Uint8Array {
  const parts = unzipSync(workbook);
  const book = strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array());
  const locked = book.replace(/(<(?:bookViews|sheets)[ >])/, '<workbookProtection lockStructure="1"/>$1');
  return zipSync({ ...parts, "xl/workbook.xml": strToU8(locked) });
}

describe("report refuses, in one plain sentence, with exit code 2 and nothing written,", () => {
  const cases: [string, () => Promise<string[]> | string[], RegExp][] = [
    ["a file that is not there", () => [path.join(folder, "nowhere.xlsx")], /not found/],
    ["a folder", () => [folder], /folder/],
    ["an Excel 97-2003 workbook", () => [file("old.xls", ole2("Workbook"))], /97-2003/],
    ["a CSV file named .xlsx", () => [file("text.xlsx", "Metric,2024/25\nGas,5\n")], /not an Excel workbook|text/i],
    ["a workbook with a password", () => [file("locked.xlsx", ole2("EncryptedPackage"))], /password/i],
    ["an empty file", () => [file("empty.xlsx", "")], /empty/i],
    ["a zip file that is no workbook", () => [file("zip.xlsx", zipSync({ "a.txt": strToU8("a") }))], /workbook/],
    [
      "a workbook without a table the plan knows",
      async () => [file("none.xlsx", await blankWorkbook())],
      /recognises|understood/,
    ],
    [
      "a workbook with a protected structure",
      () => [file("structure.xlsx", withLockedStructure(readFileSync(sample)))],
      /structure.*protected.*Protect Workbook/,
    ],
    ["a date that does not exist", () => [sample, "--as-of", "2025-02-30"], /2025-02-30/],
    ["a period that is none", () => [sample, "--period", "soon"], /--period “soon”/],
    ["a day no return is about", () => [sample, "--as-of", "0001-01-01"], /--as-of “0001-01-01”.*1970 to 2099/],
    ["a year no return is about", () => [sample, "--period", "1800/01"], /--period “1800\/01”.*1970 to 2099/],
    ["an organisation the plan does not have", () => [sample, "--organisation", "ZZZ"], /ZZZ/],
    ["an option it does not have", () => [sample, "--colour"], /--colour/],
    ["two workbooks", () => [sample, sample], /one workbook/],
    ["a plan pack that is no JSON", () => [sample, "--plan", file("pack.json", "{")], /JSON/],
    ["a plan pack that is a folder", () => [sample, "--plan", folder], /is a folder, not a plan pack/],
    ["a plan pack that is none", () => [sample, "--plan", file("no-pack.json", "{}")], /pack/i],
  ];

  test.each(cases)("%s", async (_, args, sentence) => {
    const ran = await terminal("report", ...(await args()), "--out", out);
    expect(ran.error).toMatch(sentence);
    expect(ran.error.trim().split("\n")).toHaveLength(1);
    expect(ran.error).not.toMatch(/ {4}at |undefined|\[object/);
    expect(ran).toMatchObject({ code: 2, out: "" });
    expect(existsSync(out)).toBe(false);
  });

  test("an output that is the input", async () => {
    const ran = await terminal("report", sample, "--out", sample);
    expect(ran).toMatchObject({ code: 2, out: "" });
    expect(ran.error).toMatch(/never overwritten/);
  });

  test("an output that is a folder", async () => {
    const place = path.join(folder, "a-folder");
    mkdirSync(place);
    expect(await terminal("report", sample, "--out", place)).toMatchObject({ code: 2, out: "" });
    expect(readdirSync(place)).toEqual([]);
  });

  test("an output below what is no folder", async () => {
    const place = path.join(file("plain.txt", "x"), "report.xlsx");
    expect(await terminal("report", sample, "--out", place)).toMatchObject({ code: 2, out: "" });
  });

  // A superuser may write anywhere, so the refusal cannot be seen there.
  (process.getuid?.() === 0 ? test.skip : test)("an output that may not be written", async () => {
    const place = path.join(folder, "closed");
    mkdirSync(place);
    chmodSync(place, 0o500);
    expect(await terminal("report", sample, "--out", path.join(place, "r.xlsx"))).toMatchObject({ code: 2, out: "" });
  });
});

test.each([
  ["a period", ["validate", "--period"]],
  ["a day", ["validate", "--as-of"]],
  ["an organisation", ["validate", "--organisation"]],
  ["a plan", ["validate", "--plan"]],
  ["a workbook", ["validate"]],
  ["an output", ["report", sample, "--out"]],
  ["a preview", ["start"]],
  ["a command", []],
])("%s of 50,000 letters is cut in the message, and its control characters are not passed on", async (_, args) => {
  for (const typed of ["x".repeat(50_000), `x \u001b[31m${"long ".repeat(10_000)}`, `--${"x".repeat(50_000)}`]) {
    const { code, error } = await terminal(...args, typed);
    expect(code).toBe(2);
    expect(error.length).toBeLessThan(600);
    expect(error.trim()).not.toMatch(/\p{Cc}/u);
  }
});

test("a plan pack saved as UTF-16, as Windows' own programs do, is read", async () => {
  const text = readFileSync(path.resolve(__dirname, "../plan/fixtures/small.pack.json"), "utf8");
  const little = Buffer.from(`\ufeff${text}`, "utf16le");
  for (const bytes of [little, Buffer.from(little).swap16()]) {
    const ran = await terminal("validate", "nowhere.xlsx", "--plan", file("utf16.json", bytes));
    expect(ran.error).toMatch(/nowhere\.xlsx was not found/);
  }
});

test("the preview refuses a folder and a file that is not there before it serves anything", async () => {
  const addin = path.join(folder, "addin");
  mkdirSync(addin);
  file("addin/taskpane.html", "");
  expect(await terminal("start", folder, "--addin", addin)).toMatchObject({
    code: 2,
    error: expect.stringMatching(/is a folder, not a workbook/),
  });
  expect(await terminal("start", path.join(folder, "none.xlsm"), "--addin", addin)).toMatchObject({
    code: 2,
    error: expect.stringMatching(/not found/),
  });
});

test("an unknown command names those there are", async () => {
  const ran = await terminal("frobnicate");
  expect(ran.code).toBe(2);
  expect(ran.error).toMatch(/report, validate, template, standin, start/);
});
