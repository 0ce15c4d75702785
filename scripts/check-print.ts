import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, copyFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openBook } from "../src/workbook-file/open";
import { exitWith } from "./exit-with";

/**
 * How small the report prints: LibreOffice makes a PDF of it, and the size of every letter on paper is measured there.
 * Usage: npm run check:print [-- FILE.xlsx]
 */
const file = process.argv[2] ?? "out/sample-return - Green Plan.xlsx";

/** Points: what a board reads at a table, and what is looked up. */
const BOARD_AT_LEAST = 9;
const OTHERS_AT_LEAST = 8;
/** Sizes are measured in thirds of a point: the largest zoom of the tool that reads them. */
const ZOOM = 3;

/** Points above and below a page's text, where header and footer stand. */
const MARGINS = { top: 25, bottom: 32 } as const;
/** A copy of cells for formulas to compare with: it may be hidden, and nobody prints it. */
const NOT_PRINTED = "Green Plan As Read";

interface Printed {
  readonly sheet: string;
  pages: number;
  smallest: number;
  sample: string;
}

async function main(): Promise<number> {
  const sheets = printedSheets(pagesOf(file), await titles());
  let wrong = 0;
  for (const { sheet, pages, smallest, sample } of sheets) {
    if (sheet === NOT_PRINTED) continue;
    const least = sheet.startsWith("Board") ? BOARD_AT_LEAST : OTHERS_AT_LEAST;
    const isWrong = smallest < least - 1 / (2 * ZOOM);
    wrong += Number(isWrong);
    console.log(
      `${isWrong ? "too small" : "ok       "}  ${sheet}: ${pages} page${pages === 1 ? "" : "s"}, smallest ${smallest.toFixed(1)} pt ("${sample.slice(0, 40)}")`,
    );
  }
  console.log(`${sheets.length} sheets measured, ${wrong} print too small.`);
  return sheets.length === 0 || wrong > 0 ? 1 : 0;
}

/** The title in A1 of each sheet of ours, by which its first page is known. */
async function titles(): Promise<Map<string, string>> {
  const book = await openBook(new Uint8Array(readFileSync(file)), path.basename(file));
  const marked = new Set(book.names.flatMap(({ name, scope }) => (name === "_greenplan" ? [scope] : [])));
  return new Map(
    book.sheets.flatMap(({ id, name, cells }) => {
      const title = cells[0]?.[0]?.value;
      return marked.has(id) && typeof title === "string" ? [[title, name]] : [];
    }),
  );
}

interface Page {
  readonly texts: readonly { readonly size: number; readonly text: string }[];
}

function pagesOf(workbook: string): Page[] {
  const folder = mkdtempSync(path.join(tmpdir(), "green-plan-print-"));
  try {
    copyFileSync(workbook, path.join(folder, "report.xlsx"));
    const profile = `-env:UserInstallation=file://${path.join(folder, "profile")}`;
    const convert = ["--headless", "--convert-to", "pdf", "--outdir", folder, path.join(folder, "report.xlsx")];
    execFileSync("soffice", [profile, ...convert], { stdio: "pipe", timeout: 180_000 });
    const options = ["-xml", "-i", "-stdout", "-zoom", String(ZOOM), path.join(folder, "report.pdf")];
    return pagesIn(execFileSync("pdftohtml", options, { encoding: "utf8", maxBuffer: 500_000_000 }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Font sizes are named once and used on later pages too; pdftohtml rounds them to the third. */
function pagesIn(xml: string): Page[] {
  const sizes = new Map<string, number>();
  return xml
    .split("<page ")
    .slice(1)
    .map((page) => {
      for (const [, id = "", size] of page.matchAll(/<fontspec id="(\d+)" size="(-?\d+)"/g))
        sizes.set(id, Number(size) / ZOOM);
      const height = Number(/height="(\d+)"/.exec(page)?.[1]);
      const texts = [...page.matchAll(/<text top="(-?\d+)" [^>]*font="(\d+)"[^>]*>(.*?)<\/text>/gs)].flatMap(
        ([, top, font = "", inner = ""]) =>
          isInMargin(Number(top), height)
            ? []
            : [
                {
                  size: sizes.get(font) ?? 0,
                  text: inner
                    .replace(/<[^>]+>/g, "")
                    .replaceAll("&amp;", "&")
                    .trim(),
                },
              ],
      );
      return { texts: texts.filter(({ text }) => text !== "") };
    });
}

/** LibreOffice shrinks header and footer with the sheet, whatever the file says; Excel is asked not to. */
function isInMargin(top: number, height: number): boolean {
  return top < MARGINS.top * ZOOM || top > height - MARGINS.bottom * ZOOM;
}

function printedSheets(pages: readonly Page[], byTitle: ReadonlyMap<string, string>): Printed[] {
  const printed: Printed[] = [];
  for (const { texts } of pages) {
    const title = texts.find(({ text }) => byTitle.has(text))?.text;
    if (title !== undefined)
      printed.push({ sheet: byTitle.get(title) ?? title, pages: 0, smallest: Infinity, sample: "" });
    const current = printed.at(-1);
    if (!current) continue;
    current.pages += 1;
    for (const { size, text } of texts) {
      if (size <= 0 || size >= current.smallest) continue;
      current.smallest = size;
      current.sample = text;
    }
  }
  return printed;
}

exitWith(main);
