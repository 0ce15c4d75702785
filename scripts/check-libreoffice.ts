import { readFileSync } from "node:fs";
import path from "node:path";
import { cellPlace } from "../src/snapshot/addresses";
import { openBook } from "../src/workbook-file/open";
import type { BookState, Cell, Scalar } from "../src/workbook-file/book/book";
import { exitWith } from "./exit-with";
import { recalculated } from "./libreoffice";

/**
 * An independent oracle: LibreOffice opens the written report, recalculates every formula itself,
 * and must come to the values we stored, to 1e-9; and no cell of our sheets may hold an error.
 * Usage: npm run check:libreoffice [-- FILE.xlsx]
 */
const file = process.argv[2] ?? "out/sample-return - Green Plan.xlsx";

async function main(): Promise<number> {
  const bytes = new Uint8Array(readFileSync(file));
  const ours = await openBook(bytes, path.basename(file));
  const theirs = await openBook(recalculated(new Map([["report", bytes]])).get("report") ?? bytes, path.basename(file));
  return report(compare(ours, theirs));
}

interface Comparison {
  formulas: number;
  readonly differences: string[];
}

function compare(ours: BookState, theirs: BookState): Comparison {
  const result: Comparison = { formulas: 0, differences: [] };
  for (const sheet of ours.sheets) {
    const other = theirs.sheets.find((each) => each.name === sheet.name);
    sheet.cells.forEach((row, r) =>
      row?.forEach((cell, c) => {
        if (!cell?.formula) return;
        result.formulas += 1;
        const place = cellPlace(sheet.name, r, c).cell;
        const difference = differs(cell, other?.cells[r]?.[c]?.value ?? null);
        if (difference) result.differences.push(`${place} ${cell.formula}: ${difference}`);
      }),
    );
  }
  return result;
}

function differs(cell: Cell, theirs: Scalar): string | null {
  const ours = cell.value;
  if (typeof ours === "object" && ours !== null) return `holds the error ${ours.error}`;
  if (typeof ours === "number" && typeof theirs === "number") {
    const close = Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours), Math.abs(theirs));
    return close ? null : `${ours} here, ${theirs} in LibreOffice`;
  }
  const same = ours === theirs || (ours === null && theirs === "") || (ours === "" && theirs === null);
  return same ? null : `${JSON.stringify(ours)} here, ${JSON.stringify(theirs)} in LibreOffice`;
}

function report({ formulas, differences }: Comparison): number {
  console.log(`${formulas} formulas recalculated by LibreOffice, ${differences.length} differ.`);
  differences.slice(0, 20).forEach((each) => console.log(`  ${each}`));
  return formulas === 0 || differences.length > 0 ? 1 : 0;
}

exitWith(main);
