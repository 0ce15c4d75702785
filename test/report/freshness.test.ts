import { makeReport } from "../../src/excel/job";
import { llrPack } from "../../src/plan/llr";
import { changedFormula, comparedSheets } from "../../src/report/kept/compared";
import { reportBook } from "../../src/report/book/book";
import { sheet, workbook } from "../returns/grids";
import { exampleOutcome } from "./outcome";
import { edit, lpt, primaryCare, reportOn, uhl, usual, wordsOn, type MadeReport } from "./board-page";

/** Line 3 of the board page, and the verdict of the report's own checks. */
async function line({ opened }: MadeReport): Promise<string[]> {
  const words = await wordsOn(opened);
  return [words[2] ?? "", words.find((each) => /checks? (pass|fails?)/.test(each)) ?? ""];
}

const fresh = ["● Up to date with the workbook", "All checks pass"];
const changed = (cells: string) => `◆ Out of date: ${cells} changed since it was written. Make the report again.`;

describe("the board page says by itself whether it is up to date", () => {
  let made: MadeReport;
  beforeEach(
    async () => void (made = await reportOn([uhl, lpt, primaryCare, { name: "Notes of mine", values: [["Read me"]] }])),
  );

  const cell = (name: string, address: string, value: string | number) => () =>
    edit(made.opened, (sheets) => void (sheets.getItem(name).getRange(address).values = [[value]]));

  test("as it is written, and again when the report is made again of the same cells", async () => {
    expect(await line(made)).toEqual(fresh);
    await makeReport(made.opened.Excel, llrPack, usual);
    expect(await line(made)).toEqual(fresh);
  });

  test.each<[string, string, string, string | number]>([
    ["a figure corrected", "UHL", "D2", 52_141],
    ["an answer turned", "UHL", "D3", "No"],
    ["a label changed", "LPT", "A2", "NHS Carbon Footprint Plus (tCO2e)"],
    ["a year changed", "LPT", "D1", "2025/26"],
    ["a figure typed as text", "LPT", "D2", "'11030"],
    ["a figure cleared", "LPT", "D2", ""],
    ["a nought where nothing was", "UHL", "B3", 0],
    ["a figure of a new year beside the table", "UHL", "E2", 50_000],
    ["a row below", "Primary care", "A9", "Inhaler emissions"],
    ["a word on a sheet that was not read", "Notes of mine", "A1", "Read me first"],
    ["the reporting date set", "Green Plan Settings", "B5", 46_112],
    ["a name under Approved by", "Green Plan Settings", "B26", "the Board"],
  ])("no more after %s", async (_, name, address, value) => {
    await cell(name, address, value)();
    const [said, verdict] = await line(made);
    expect(said).toBe(changed("1 cell it rests on has"));
    expect(verdict).toMatch(/fail/);
  });

  test("counts the cells, and is up to date again when they are as they were", async () => {
    await cell("UHL", "D2", 1)();
    await cell("LPT", "D2", 1)();
    expect((await line(made))[0]).toBe(changed("2 cells it rests on have"));
    await cell("UHL", "D2", 52_140)();
    await cell("LPT", "D2", 11_030)();
    expect(await line(made)).toEqual(fresh);
  });

  test("not when a sheet it rests on, or the copy itself, is gone", async () => {
    for (const name of ["LPT", "Green Plan As Read"]) {
      const other = await reportOn([uhl, lpt, primaryCare]);
      await edit(other.opened, (sheets) => sheets.getItem(name).delete());
      expect((await line(other))[0]).toMatch(/^◆ Out of date: rows, columns or sheets/);
    }
  });

  test("a page kept under another name says that a later report was made", async () => {
    await edit(made.opened, (sheets) => void (sheets.getItem("Board Report").name = "Board, December"));
    await cell("UHL", "D2", 51_000)();
    await makeReport(made.opened.Excel, llrPack, usual);
    expect((await wordsOn(made.opened, "Board, December"))[2]).toBe("◆ A later report has been made than this page.");
    expect(await line(made)).toEqual(fresh);
  });
});

test("cells in error are watched one by one, and hide no other change", async () => {
  const made = await reportOn([uhl, lpt, primaryCare]);
  await edit(made.opened, (sheets) => void (sheets.getItem("UHL").getRange("F2").formulas = [["=1/0"]]));
  await makeReport(made.opened.Excel, llrPack, usual);
  expect((await line(made))[0]).toBe(fresh[0]);
  await edit(made.opened, (sheets) => void (sheets.getItem("UHL").getRange("D2").values = [[1]]));
  expect((await line(made))[0]).toBe(changed("1 cell it rests on has"));
  await edit(made.opened, (sheets) => void (sheets.getItem("UHL").getRange("D2").values = [[52_140]]));
  for (const mended of [7, "Not available"]) {
    await edit(made.opened, (sheets) => void (sheets.getItem("UHL").getRange("F2").values = [[mended]]));
    expect((await line(made))[0]).toBe(changed("1 cell it rests on has"));
  }
});

describe("what is compared cell by cell", () => {
  const small = sheet("Small", [
    ["Metric", "2023/24"],
    ["Gas", 5],
  ]);
  const wide = (name: string, rows: number) =>
    sheet(
      name,
      Array.from({ length: rows }, (_, row) => Array.from({ length: 100 }, (_, column) => row + column)),
    );

  test("is every small sheet whole, and of a large one the headings and the rows that were read", () => {
    const compared = comparedSheets([wide("National", 300), small], new Map([["National", new Set([120, 121, 250])]]));
    expect(compared.map(({ sheet: { name }, rows }) => [name, rows.length])).toEqual([
      ["National", 60 + 3],
      ["Small", 2],
    ]);
    expect(compared[0]?.rows.slice(-3)).toEqual([120, 121, 250]);
  });

  test("is never asked by a formula longer than Excel takes, however many cells are in error and however long the names", () => {
    const faulty = sheet(
      "'".repeat(31),
      Array.from({ length: 60 }, (_, row) => [row, row % 2 === 0 ? "#N/A" : 1, "#REF!", row]),
    );
    for (let rows = 1; rows <= 60; rows++) {
      const some = { ...faulty, used: { ...faulty.used!, bottom: rows - 1 }, values: faulty.values.slice(0, rows) };
      const [compared] = comparedSheets([some], new Map());
      const copy = "'Green Plan As Read (Green Plan)'!$A$1048000:$XFD$1048576";
      expect(changedFormula(compared!, () => copy).length).toBeLessThan(8192);
    }
  });

  test("tells one report from the next also where only counts are compared", () => {
    const all = Array.from({ length: 300 }, (_, row) => Array.from({ length: 100 }, (_, column) => row + column));
    const stamp = (values: readonly (readonly number[])[]) => {
      const outcome = exampleOutcome({
        snapshot: workbook([sheet("Dense", values)], { fileName: null, dateSystem: 1900 }),
      });
      const asRead = reportBook(outcome).sheets.find(({ kind }) => kind === "as-read");
      return asRead?.paragraphs.map(({ cell }) => cell).find((cell) => String(cell).startsWith("Report "));
    };
    const [first = [], ...others] = all;
    const exchanged = [[first[1] ?? 0, first[0] ?? 0, ...first.slice(2)], ...others];
    expect(stamp(all)).toBe(stamp(all.map((row) => [...row])));
    expect(stamp(exchanged)).not.toBe(stamp(all));
  });

  test("is nothing of what is too large even so: its counts and its sum are compared", () => {
    const all = new Set(Array.from({ length: 300 }, (_, row) => row));
    expect(comparedSheets([wide("Dense", 300)], new Map([["Dense", all]]))[0]?.rows).toEqual([]);
  });
});

test("a stray cell far away makes no formula reach to it", () => {
  const stray = {
    ...sheet("Stray", [
      ["Metric", "2023/24"],
      ["Gas", 5],
    ]),
    used: { top: 0, left: 0, bottom: 699_999, right: 700 },
  };
  expect(comparedSheets([stray], new Map())[0]).toMatchObject({
    used: { top: 0, left: 0, bottom: 1, right: 1 },
    rows: [0, 1],
  });
});
