import { formatNumber, plural } from "../../../plan/wording";
import { cellPlace, parseRange } from "../../../snapshot/addresses";
import type { FoundTable } from "../../../returns/observation";
import type { Area, SheetSnapshot } from "../../../snapshot/snapshot";
import { findingIn, type Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";

/** Blank rows that cut a table in two (frictionless-py's blank-row). */
export const blankRows: Rule = {
  code: "blank-row",
  name: "blank-row",
  severity: "warning",
  looksFor: "A blank row inside a table.",
  why: "Excel’s filters, sorts and sums stop at a blank row, so what stands below it is left out.",
  check(context) {
    return context.input.reading.tables.flatMap((table) => {
      const sheet = context.sheet(table.sheet);
      const area = parseRange(table.range);
      return sheet === undefined || area === null ? [] : findings(table, sheet, area);
    });
  },
};

function findings(table: FoundTable, sheet: SheetSnapshot, area: Area): Candidate[] {
  const rows: number[] = [];
  for (let row = area.top + table.headerRows; row < area.bottom; row++) {
    // A blank row before a heading of its own separates two parts of a form, as people mean it to.
    if (isBlank(sheet, area, row) && !isBlank(sheet, area, row - 1) && hasFigures(sheet, area, row + 1)) rows.push(row);
  }
  const first = rows[0];
  if (first === undefined) return [];
  const where =
    rows.length === 1
      ? `Row ${first + 1} of ${table.sheet} is blank`
      : `${plural(rows.length, "row")} of ${table.sheet} are blank, the first ${formatNumber(first + 1)},`;
  return [
    findingIn(
      rows.map((row) => cellPlace(table.sheet, row, area.left)),
      {
        severity: "warning",
        message: `${where} inside the table ${table.range}. Rows without a break were expected; delete the blank ${rows.length === 1 ? "row" : "rows"}.`,
        subject: `${table.sheet}|${table.title ?? table.shape}`,
      },
    ),
  ];
}

function cellsOf(sheet: SheetSnapshot, area: Area, row: number) {
  const { top, left } = sheet.used ?? { top: 0, left: 0 };
  return (sheet.values[row - top] ?? []).slice(Math.max(0, area.left - left), area.right - left + 1);
}

function isBlank(sheet: SheetSnapshot, area: Area, row: number): boolean {
  return cellsOf(sheet, area, row).every(
    (value) => value === null || (typeof value === "string" && value.trim() === ""),
  );
}

function hasFigures(sheet: SheetSnapshot, area: Area, row: number): boolean {
  return cellsOf(sheet, area, row).some((value) => typeof value === "number");
}
