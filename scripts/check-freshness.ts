import { readFileSync } from "node:fs";
import { makeReport } from "../src/excel/job";
import { runExcel } from "../src/excel/host/run";
import { llrPack } from "../src/plan/llr";
import { openBook } from "../src/workbook-file/open";
import { openExcel, type OpenedExcel } from "../src/standin/index";
import { randomFrom, type Random } from "../test/bench/book";
import { exitWith } from "./exit-with";
import { recalculated } from "./libreoffice";

/**
 * Whether the board page ever claims to be up to date when it is not: a report is edited in one place at a time, as
 * people do, and LibreOffice, not we, calculates what line 3 then says. Rows put in or taken out are not among them: the
 * stand-in has no such call.
 * Usage: npm run check:freshness [-- FILE.xlsx [COUNT]]
 */
const file = process.argv[2] ?? "assets/sample-return.xlsx";
const count = Number(process.argv[3] ?? 300);
const board = "Board Report";
const seed = 20261128;
/** Workbooks that LibreOffice is given at once. */
const AT_ONCE = 30;

type Sheet = Excel.Worksheet;
interface Spot {
  readonly sheet: string;
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly (readonly unknown[])[];
}

/** One edit as a person makes it: what was done, or null where the place does not bear it. */
type Edit = (spot: Spot, sheet: Sheet, random: Random) => string | null;

const at = (limit: number, random: Random) => Math.floor(random() * limit);

function onCell(isWanted: (value: unknown) => boolean, entry: (value: unknown, random: Random) => unknown): Edit {
  return ({ values }, sheet, random) => {
    const cells = values.flatMap((row, r) => row.flatMap((value, c) => (isWanted(value) ? [{ r, c, value }] : [])));
    const cell = cells[at(cells.length, random)];
    if (cell === undefined) return null;
    const entered = entry(cell.value, random);
    sheet.getRangeByIndexes(cell.r, cell.c, 1, 1).values = [[entered]];
    return `R${cell.r + 1}C${cell.c + 1} from ${JSON.stringify(cell.value)} to ${JSON.stringify(entered)}`;
  };
}

const isNumber = (value: unknown) => typeof value === "number";
const isText = (value: unknown) => typeof value === "string" && value !== "";
const isBlank = (value: unknown) => value === "";

const edits: Readonly<Record<string, Edit>> = {
  "a figure": onCell(isNumber, (value, random) => Number(value) * (1 + random() / 5) + 1),
  "a slip of the last digit": onCell(isNumber, (value) => Number(value) + 1),
  "a figure cleared": onCell(isNumber, () => ""),
  "a figure as text": onCell(isNumber, (value) => `'${String(value)}`),
  "a figure where none was": onCell(isBlank, (_, random) => 1 + at(1000, random)),
  "a nought where nothing was": onCell(isBlank, () => 0),
  "an answer or a status": onCell(
    (value) => /^(yes|no|complete|in progress|not started|on track)$/i.test(String(value)),
    (value) => (/^(yes|complete)$/i.test(String(value)) ? "No" : "Complete"),
  ),
  "a label, a heading or a unit": onCell(isText, (value) => `${String(value)} 2`),
  "a text cleared": onCell(isText, () => ""),
  "a year beside": ({ columns }, sheet, random) => {
    sheet.getRangeByIndexes(0, columns, 2, 1).values = [["2025/26"], [1 + at(5000, random)]];
    return `column ${columns + 1}`;
  },
  "a row below": ({ rows }, sheet) => {
    sheet.getRangeByIndexes(rows, 0, 1, 2).values = [["Office paper used", 12]];
    return `row ${rows + 1}`;
  },
  "the sheet deleted": (_, sheet) => {
    sheet.delete();
    return "gone";
  },
};

async function main(): Promise<number> {
  const opened = await openExcel(new Uint8Array(readFileSync(file)), { fileName: "return.xlsx" });
  const choices = { asOf: null, today: "2026-11-28" as const, period: null, organisations: [] };
  const { outcome } = await makeReport(opened.Excel, llrPack, choices);
  const report = await opened.save();
  const read = new Set(outcome.snapshot.sheets.filter(({ own, used }) => own === null && used).map(({ name }) => name));
  const random = randomFrom(seed);
  const names = Object.keys(edits);
  const made: { what: string; bytes: Uint8Array }[] = [{ what: "no edit", bytes: report }];
  for (let tries = 0; made.length <= count && tries < 4 * count; tries++) {
    const name = names[tries % names.length] ?? "";
    const what = await edited(report, read, name, random);
    if (what !== null) made.push(what);
  }
  return said(await linesOf(made));
}

/** The report with one edit on one of its sheets that people write on. */
async function edited(report: Uint8Array, read: ReadonlySet<string>, name: string, random: Random) {
  const opened = await openExcel(report, { fileName: "report.xlsx" });
  const state = ["Green Plan Settings", "Green Plan Mapping", "Green Plan Explanations", "Green Plan History"];
  const isCellEdit = !/row|sheet|year/.test(name);
  const sheets = [...read, ...(isCellEdit ? state : [])];
  const sheet = sheets[at(sheets.length, random)] ?? "";
  const done = await runExcel(opened.Excel, async (context) => {
    context.application.calculationMode = "Manual";
    const worksheet = context.workbook.worksheets.getItem(sheet);
    const used = worksheet.getUsedRange().load("values,rowIndex,columnIndex,rowCount,columnCount");
    await context.sync();
    const { rowIndex, columnIndex, rowCount, columnCount, values } = used;
    if (rowIndex > 0 || columnIndex > 0) return null;
    const spot = { sheet, rows: rowCount, columns: columnCount, values };
    const what =
      edits[name]?.(isCellEdit && state.includes(sheet) ? decidedPart(spot) : spot, worksheet, random) ?? null;
    await context.sync();
    return what;
  });
  return done === null ? null : { what: `${sheet}, ${name}: ${done}`, bytes: await closed(opened) };
}

/** Only the rows of a table of ours: the sentences above it say nothing of the return. */
function decidedPart(spot: Spot): Spot {
  const header = spot.values.findIndex((row) => row.filter(isText).length > 2);
  return { ...spot, values: spot.values.map((row, r) => (r > header ? row : row.map(() => null))) };
}

async function closed(opened: OpenedExcel): Promise<Uint8Array> {
  const bytes = await opened.save();
  opened.close();
  return bytes;
}

async function linesOf(made: readonly { what: string; bytes: Uint8Array }[]): Promise<[what: string, line: string][]> {
  const lines: [string, string][] = [];
  for (let from = 0; from < made.length; from += AT_ONCE) {
    const some = made.slice(from, from + AT_ONCE);
    const theirs = recalculated(new Map(some.map(({ bytes }, index) => [`edit${from + index}`, bytes])));
    for (const [index, { what }] of some.entries()) {
      const bytes = theirs.get(`edit${from + index}`);
      const book = bytes && (await openBook(bytes, null));
      const line = book?.sheets.find(({ name }) => name === board)?.cells[2]?.[0]?.value;
      lines.push([what, typeof line === "string" ? line : ""]);
    }
    process.stdout.write(".");
  }
  return lines;
}

function said([[, unedited] = ["", ""], ...lines]: readonly (readonly [what: string, line: string])[]): number {
  const wrong = lines.filter(([, line]) => !line.startsWith("◆ Out of date"));
  console.log(`\nUnedited: ${unedited}`);
  console.log(
    `${lines.length} single edits, seed ${seed}: ${lines.length - wrong.length} read as out of date, ${wrong.length} do not.`,
  );
  for (const [what, line] of wrong.slice(0, 20)) console.log(`  ${what}: ${line}`);
  return wrong.length > 0 || !unedited.startsWith("● Up to date") ? 1 : 0;
}

exitWith(main);
