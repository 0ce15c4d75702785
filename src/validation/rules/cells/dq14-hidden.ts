import { plural, someOf } from "../../../plan/wording";
import { columnLetters } from "../../../snapshot/addresses";
import type { CellPlace } from "../../../snapshot/snapshot";
import type { CheckContext } from "../../context/check-context";
import { groupBy } from "../../../collections/groups";
import { references } from "../../findings/references";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { noThresholds } from "../rule";

/** What a reader of the workbook does not see (validation-rules.md DQ14). */
export const hidden: Rule = {
  code: "DQ14",
  name: "hidden",
  severity: "info",
  looksFor:
    "Hidden and very hidden sheets; hidden rows or columns that hold figures; links to other workbooks; filters; merged cells in a table.",
  why: "Figures nobody sees are still counted, and a link to another workbook shows what that one held when last opened.",
  thresholds: noThresholds,
  mends: null,
  check(context) {
    return [...sheets(context), ...figures(context), ...links(context), ...filters(context)];
  },
};

function sheets(context: CheckContext): Candidate[] {
  const found = context.userSheets.filter((each) => each.visibility !== "visible" && each.used !== null);
  if (found.length === 0) return [];
  const names = found.map((each) => (each.visibility === "veryHidden" ? `${each.name} (very hidden)` : each.name));
  return [
    note(
      "sheets",
      [],
      `${plural(found.length, "sheet is", "sheets are")} hidden but read all the same: ${someOf(names)}. Show them, or leave them out of what is submitted.`,
    ),
  ];
}

function figures(context: CheckContext): Candidate[] {
  const visible = new Set(context.userSheets.filter((each) => each.visibility === "visible").map((each) => each.name));
  const found = context.observations
    .filter((each) => each.hidden && visible.has(each.place.sheet))
    .map((each) => each.place);
  return [...groupBy(found, ({ sheet }) => sheet)].map(([sheet, places]) =>
    note(
      sheet,
      places,
      `${plural(places.length, "figure")} on ${sheet} ${places.length === 1 ? "stands" : "stand"} in hidden ${lanes(context, sheet, places)} and ${places.length === 1 ? "is" : "are"} counted all the same: ${someOf(references(places))}. Show them, or take them out.`,
    ),
  );
}

function lanes(context: CheckContext, name: string, places: readonly CellPlace[]): string {
  const sheet = context.sheet(name);
  const rows = new Set(sheet?.hiddenRows ?? []);
  const columns = [...new Set(places.filter((each) => !rows.has(each.row)).map((each) => each.column))];
  if (columns.length === 0) return "rows";
  return `columns ${someOf(columns.map(columnLetters))}`;
}

function links(context: CheckContext): Candidate[] {
  const cells = context.scans.flatMap(({ externalLinks }) => externalLinks);
  if (cells.length === 0) return [];
  return [
    note(
      "links",
      cells,
      `${plural(cells.length, "formula", "formulas")} (${someOf(references(cells))}) ${cells.length === 1 ? "takes its" : "take their"} figures from another workbook, which a reader of this one may not have. Paste the values, and say where they come from.`,
    ),
  ];
}

function filters(context: CheckContext): Candidate[] {
  const found = context.userSheets.filter((each) => each.filtered === true).map((each) => each.name);
  if (found.length === 0) return [];
  return [
    note(
      "filters",
      [],
      `A filter is on, so rows are hidden, on ${someOf(found)}. Clear it before the return goes out.`,
    ),
  ];
}

function note(subject: string, cells: readonly CellPlace[], message: string): Candidate {
  return {
    severity: "info",
    cells,
    label: null,
    metric: null,
    organisation: null,
    site: null,
    period: null,
    message,
    mend: null,
    figure: cells.length,
    effect: 0,
    subject,
  };
}
