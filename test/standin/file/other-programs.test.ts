import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { BookState } from "../../../src/workbook-file/book/book";
import { saveBook } from "../../../src/standin/file/save";
import { openBook } from "../../../src/workbook-file/open";
import { addSheet, cellAt, chart, setCell, table, unpack } from "./packages";

const EXCELIZE = path.join(__dirname, "excelize.cjs");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "standin-file-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

interface Reading {
  sheets: string[];
  rows: Record<string, string[][]>;
  tables: string[];
  comments: string[];
  names: string[];
}

function madeByExcelize(): Uint8Array {
  const file = path.join(folder, "made.xlsx");
  execFileSync(process.execPath, [EXCELIZE, "make", file]);
  return fs.readFileSync(file);
}

function readByExcelize(bytes: Uint8Array): Reading {
  const file = path.join(folder, "read.xlsx");
  fs.writeFileSync(file, bytes);
  return JSON.parse(execFileSync(process.execPath, [EXCELIZE, "read", file], { encoding: "utf8" })) as Reading;
}

/** A report of ours with a bit of everything, added to another program's workbook. */
function addReport(book: BookState): void {
  const sheet = addSheet(book, "Board Report", [
    ["Year", "Gas", "Path"],
    ["2022/23", 120.5, 118],
    ["2023/24", 110, 108],
    ["2024/25", 104, 97],
  ]);
  sheet.cells[5] = [
    { value: "Gap", style: 0 },
    { value: -1, formula: "=Return!B4-Return!C4", style: 0 },
  ];
  const base = book.styles.get(0);
  const percent = book.styles.intern({
    ...base,
    numberFormat: "0.0%",
    fill: "#005EB8",
    font: { ...base.font, color: "#FFFFFF", bold: true },
    sourceXf: null,
  });
  sheet.cells[6] = [
    { value: "Share", style: 0 },
    { value: 0.47, style: percent },
  ];
  sheet.cells[8] = [{ value: "See the return", style: 0 }];
  sheet.tables.push(table("GreenPlan", ["Year", "Gas", "Path"], 3));
  const line = chart("Path", "LineMarkers", "'Board Report'");
  line.series.push({
    ...line.series[0]!,
    name: "Path",
    nameRef: "'Board Report'!$C$1",
    values: "'Board Report'!$C$2:$C$4",
    color: "#DA291C",
    lineStyle: "Dash",
  });
  sheet.charts.push(line);
  const columns = chart("Columns", "ColumnStacked", "'Board Report'");
  columns.top = 300;
  columns.series.push({
    ...columns.series[0]!,
    values: "'Board Report'!$C$2:$C$4",
    type: "Line",
    axisGroup: "Secondary",
  });
  columns.secondaryValue = { ...columns.value, title: "Second" };
  sheet.charts.push(columns);
  sheet.conditionalFormats.push({
    id: "{1}",
    rects: [{ top: 1, left: 1, bottom: 3, right: 1 }],
    type: "CellValue",
    priority: 1,
    stopIfTrue: false,
    rule: { operator: "GreaterThan", formula1: "=$C2" },
    format: { fill: "#FFC7CE", fontColor: "#9C0006", bold: null },
  });
  sheet.validations.push({
    rects: [{ top: 9, left: 0, bottom: 12, right: 0 }],
    rule: { list: { inCellDropDown: true, source: "On track,Late" } },
    prompt: null,
    errorAlert: null,
    ignoreBlanks: true,
  });
  sheet.hyperlinks.push({
    rect: { top: 8, left: 0, bottom: 8, right: 0 },
    address: null,
    documentReference: "Return!A1",
    screenTip: "To the figure",
  });
  sheet.merges.push({ top: 14, left: 0, bottom: 14, right: 2 });
  sheet.freeze = { rows: 1, columns: 1 };
  sheet.columns.set(0, { width: 24, hidden: false, style: null });
  sheet.pageLayout = {
    ...sheet.pageLayout,
    orientation: "Landscape",
    paperSize: "A4",
    fitToWidth: 1,
    printArea: { top: 0, left: 0, bottom: 40, right: 12 },
    titleRows: { first: 0, last: 0 },
  };
}

test("another program's workbook: its table, chart, note and names are kept, and it reads what we added", async () => {
  const bytes = madeByExcelize();
  const book = await openBook(bytes, "made.xlsx");
  expect(book.sheets[0]!.tables[0]).toMatchObject({
    name: "Energy",
    style: "TableStyleMedium9",
    columns: ["Year", "Gas", "Path"],
  });
  expect(book.sheets[0]!.charts[0]).toMatchObject({ title: "Gas", series: [{ values: "Return!$B$2:$B$4" }] });
  expect(book.styles.get(cellAt(book, 0, 1, 1)!.style)).toMatchObject({
    numberFormat: "#,##0.00",
    font: { bold: true, color: "#005EB8" },
  });
  expect(book.sheets[1]!.visibility).toBe("Hidden");
  addReport(book);
  const saved = await saveBook(book);
  const before = unpack(bytes);
  const after = unpack(saved);
  const kept = Object.keys(before).filter((name) =>
    /worksheets|tables|charts|drawings|comments|theme|docProps|sharedStrings/.test(name),
  );
  expect(kept.length).toBeGreaterThan(8);
  for (const name of kept) expect([name, after[name]]).toEqual([name, before[name]]);
  const reading = readByExcelize(saved);
  expect(reading.sheets).toEqual(["Return", "Hidden", "Board Report"]);
  expect(reading.tables).toEqual(["Return Energy A1:C4", "Board Report GreenPlan A1:C4"]);
  expect(reading.comments).toEqual(["B3"]);
  expect(reading.names).toContain("Total Return!$B$4 Workbook");
  expect(reading.rows["Board Report"]!.slice(0, 2)).toEqual([
    ["Year", "Gas", "Path"],
    ["2022/23", "120.5", "118"],
  ]);
});

const office = spawnSync("soffice", ["--version"]).status === 0;
if (!office) console.warn("LibreOffice is not on the PATH: the tests that ask it to open our files are skipped.");

(office ? test : test.skip)(
  "LibreOffice opens it and writes the same again",
  async () => {
    const book = await openBook(madeByExcelize(), "made.xlsx");
    setCell(book.sheets[0]!, 3, 1, { value: 100, style: cellAt(book, 0, 3, 1)!.style });
    addReport(book);
    const file = path.join(folder, "report.xlsx");
    fs.writeFileSync(file, await saveBook(book));
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, "profile")).href}`;
    const out = path.join(folder, "out");
    execFileSync(
      "soffice",
      ["--headless", profile, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, file],
      { stdio: "pipe" },
    );
    const again = await openBook(fs.readFileSync(path.join(out, "report.xlsx")), "report.xlsx");
    expect(again.sheets.map((sheet) => [sheet.name, sheet.visibility])).toEqual([
      ["Return", "Visible"],
      ["Hidden", "Hidden"],
      ["Board Report", "Visible"],
    ]);
    const [user, , ours] = again.sheets;
    expect(user!.cells[3]![1]!.value).toBe(100);
    expect(user!.charts).toHaveLength(1);
    // Left to itself LibreOffice shows the value saved with a formula.
    expect(ours!.cells[5]![1]).toMatchObject({ value: -1, formula: "=Return!B4-Return!C4" });
    expect(again.styles.get(ours!.cells[6]![1]!.style)).toMatchObject({
      numberFormat: "0.0%",
      fill: "#005EB8",
      font: { color: "#FFFFFF", bold: true },
    });
    expect(ours!.charts.map((each) => [each.title, each.type.replace("Markers", ""), each.series.length])).toEqual([
      ["Footprint against its path", "Line", 2],
      ["Footprint against its path", "ColumnStacked", 2],
    ]);
    expect(ours!.charts[1]!.series[1]).toMatchObject({ axisGroup: "Secondary" });
    expect(ours!.conditionalFormats).toMatchObject([{ type: "CellValue", format: { fill: "#FFC7CE" } }]);
    expect(ours!.validations[0]!.rule).toMatchObject({ list: { source: "On track,Late" } });
    expect(ours!.hyperlinks[0]!.documentReference).toContain("A1");
    expect(ours!.merges).toEqual([{ top: 14, left: 0, bottom: 14, right: 2 }]);
    // Frozen panes are not compared: without a window LibreOffice writes none, whoever made the file.
    expect(ours!.tables).toMatchObject([{ name: "GreenPlan" }]);
    expect(ours!.pageLayout).toMatchObject({
      orientation: "Landscape",
      paperSize: "A4",
      fitToWidth: 1,
      titleRows: { first: 0, last: 0 },
    });
    expect(ours!.columns.get(0)!.width).toBeCloseTo(24, 0);
  },
  120_000,
);
