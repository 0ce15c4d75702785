import { withSheetRenamed } from "../../../formula/sheet-names";
import { cellKey } from "../../../snapshot/addresses";
import type { SheetState } from "../../../workbook-file/book/book";
import { forEachCell } from "../../../workbook-file/book/lookups";
import { sameData } from "../../../workbook-file/book/same-data";
import type { Session } from "../session/session";

/** After a sheet was renamed: every formula, name, chart and rule that speaks of it. */
export function renameSheetInFormulas(session: Session, before: string, after: string | null): void {
  const change = (text: string) => withSheetRenamed(text, before, after);
  for (const sheet of session.worksheets()) {
    changeCells(session, sheet, change, after === null);
    changeCharts(sheet, change);
    changeRules(sheet, change);
  }
  for (const name of session.book.names) {
    const formula = change(name.formula);
    if (formula === name.formula) continue;
    name.formula = formula;
    session.book.namesEdited = true;
  }
}

function changeCells(
  session: Session,
  sheet: SheetState,
  change: (text: string) => string,
  recalculate: boolean,
): void {
  forEachCell(sheet, (cell, row, column) => {
    if (cell.formula === undefined) return;
    const formula = change(cell.formula);
    if (formula === cell.formula) return;
    cell.formula = formula;
    sheet.edits.values.add(cellKey(row, column));
    if (recalculate) session.touch(sheet, row, column);
  });
}

function changeCharts(sheet: SheetState, change: (text: string) => string): void {
  for (const series of sheet.charts.flatMap((chart) => chart.series)) {
    for (const key of ["values", "categories", "nameRef"] as const) {
      const old = series[key];
      if (old === null || change(old) === old) continue;
      series[key] = change(old);
      sheet.edits.charts = true;
    }
  }
}

function changeRules(sheet: SheetState, change: (text: string) => string): void {
  for (const { rule } of sheet.conditionalFormats) {
    for (const key of ["formula", "formula1", "formula2"] as const) {
      const old = rule[key];
      if (old === undefined || change(old) === old) continue;
      rule[key] = change(old);
      sheet.edits.conditionalFormats = true;
    }
  }
  sheet.validations = sheet.validations.map((validation) => {
    const rule = changeTexts(validation.rule, change) as Record<string, unknown>;
    if (sameData(rule, validation.rule)) return validation;
    sheet.edits.validations = true;
    return { ...validation, rule };
  });
}

/** Formulas in a validation rule, wherever they stand in it. */
function changeTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return value.startsWith("=") ? change(value) : value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, changeTexts(inner, change)]));
}
