import type { Metric, Organisation, Pack } from "../../plan/schema";
import type { Period } from "../../plan/time/periods";
import { periodWords, sentenceCase, unitWords } from "../../plan/wording";
import { figureCode } from "../../report/layout/number-formats";
import { accent, entryFill, headerFill, rule, text as textColour, titleColour } from "../../report/layout/palette";

/** Whose empty return, and for when. */
export interface TemplateFor {
  readonly pack: Pack;
  readonly organisation: Organisation;
  readonly period: Period;
}

interface TemplateColumn {
  readonly header: string;
  /** In points. */
  readonly width: number;
  /** True where the organisation fills in; the plan's own words stand in the others. */
  readonly entry?: boolean;
  readonly right?: boolean;
  readonly format?: string;
}

interface TemplateTable {
  readonly name: string;
  readonly columns: readonly TemplateColumn[];
  readonly rows: readonly (readonly string[])[];
}

const statusWords = ["Not started", "In progress", "Complete", "On hold", "Cancelled", "Not applicable"];
const noteWords = ["[e]", "[p]", "[r]", "[x]", "[z]"];
const noteHelp = "Data note: [e] estimated, [p] provisional, [r] revised, [x] not available, [z] not applicable.";
const entryHelp = "The shaded columns are yours to fill in.";

/** Title, two lines of help and a free row stand above a table's header row. */
const headerRow = 4;
const firstRow = headerRow + 1;

/**
 * Fills a new workbook with an empty return: one sheet of the metrics the plan asks this
 * organisation for, one of its actions, in words our own reader knows. Each cell to fill in says
 * what goes into it and asks again about an entry that cannot be right.
 */
export async function writeTemplate(context: Excel.RequestContext, wanted: TemplateFor): Promise<void> {
  const { worksheets } = context.workbook;
  const figures = worksheets.getFirst();
  figures.name = "Return";
  figuresSheet(figures, wanted);
  actionsSheet(worksheets.add("Actions"), wanted);
  figures.activate();
  figures.getRangeByIndexes(firstRow, 3, 1, 1).select();
  await context.sync();
}

function figuresSheet(sheet: Excel.Worksheet, { pack, organisation, period }: TemplateFor): void {
  const metrics = pack.metrics.filter((metric) => isAsked(metric, organisation));
  heading(sheet, `${organisation.name} (${organisation.code}): green plan return ${period.label}`, [
    `One table: a row for each metric. ${entryHelp} Leave a figure blank where there is none, and say why in the data note.`,
    noteHelp,
  ]);
  const table: TemplateTable = {
    name: "GreenPlan_Return",
    columns: [
      { header: "Area", width: 100 },
      { header: "Metric", width: 340 },
      { header: "Unit", width: 70 },
      { header: period.label, width: 130, entry: true, right: true },
      { header: "Data note", width: 90, entry: true },
    ],
    rows: metrics.map(({ area, title, unit }) => [
      sentenceCase(area),
      title,
      unit === "yes/no" ? unit : unitWords(unit),
      "",
      "",
    ]),
  };
  fill(sheet, table);
  entries(sheet, 3, metrics.length).numberFormat = metrics.map(({ unit }) => [
    unit === "yes/no" ? "@" : figureCode(unit),
  ]);
  metrics.forEach((metric, index) => askFigure(sheet.getRangeByIndexes(firstRow + index, 3, 1, 1), metric, period));
  list(entries(sheet, 4, metrics.length), noteWords, "One of the shorthands above, where the figure needs one.");
}

/** What is worked out from other figures is not asked for. */
const isAsked = ({ reportedBy, ratio, derivedFrom }: Metric, { code }: Organisation) =>
  reportedBy.includes(code) && !ratio && !derivedFrom;

/** Says what goes into a figure's cell; an entry outside what can be true is asked about, never refused. */
function askFigure(cell: Excel.Range, { unit, bounds }: Metric, period: Period): void {
  if (unit === "yes/no") return list(cell, ["Yes", "No"], `Yes or No, as it stood at the end of ${period.label}.`);
  const when = `for ${periodWords(period)}`;
  const what = unit === "%" ? "A percentage from 0 to 100: 47 for 47%" : `A number, in ${unitWords(unit) || "points"}`;
  const { min, max } = bounds;
  const { dataValidation } = cell;
  if (min !== null)
    dataValidation.rule = {
      decimal:
        max === null
          ? { operator: "GreaterThanOrEqualTo", formula1: min }
          : { operator: "Between", formula1: min, formula2: max },
    };
  dataValidation.prompt = { showPrompt: true, title: "", message: `${what}, ${when}.` };
  dataValidation.errorAlert = {
    showAlert: min !== null,
    style: "Warning",
    title: "Is this right?",
    message: max === null ? "A number of 0 or more was expected." : `A number from ${min} to ${max} was expected.`,
  };
}

function actionsSheet(sheet: Excel.Worksheet, { pack, organisation }: TemplateFor): void {
  heading(sheet, `${organisation.name} (${organisation.code}): action tracker`, [
    `One table: a row for each of the plan's actions. ${entryHelp} Dates as day, month and year.`,
    `Status: ${statusWords.join(", ")}.`,
  ]);
  const day = { width: 90, entry: true, right: true, format: "dd mmm yyyy" };
  const table: TemplateTable = {
    name: "GreenPlan_ActionReturn",
    columns: [
      { header: "Ref", width: 55 },
      { header: "Action", width: 310 },
      { header: "Due in the plan", width: 140 },
      { header: "Owner", width: 110, entry: true },
      { header: "Status", width: 100, entry: true },
      { header: "Started", ...day },
      { header: "Completed", ...day },
      { header: "Last update", ...day },
      { header: "Comment", width: 200, entry: true },
    ],
    rows: pack.actions.map(({ id, title, completion }) => [id, title, completion, "", "", "", "", "", ""]),
  };
  fill(sheet, table);
  list(entries(sheet, 4, table.rows.length), statusWords, "Choose how the action stands.");
}

function heading(sheet: Excel.Worksheet, title: string, lines: readonly string[]): void {
  sheet.showGridlines = false;
  const range = sheet.getRangeByIndexes(0, 0, 1 + lines.length, 1);
  range.values = [[title], ...lines.map((line) => [line])];
  formatText(range);
  const { font } = sheet.getRangeByIndexes(0, 0, 1, 1).format;
  font.size = 16;
  font.bold = true;
  font.color = titleColour;
  range.format.autofitRows();
}

/** The table as a real Excel table, ready to fill in and to print: A4, one page wide, the header row on every page. */
function fill(sheet: Excel.Worksheet, { name, columns, rows }: TemplateTable): void {
  const range = sheet.getRangeByIndexes(headerRow, 0, rows.length + 1, columns.length);
  const top = sheet.getRangeByIndexes(headerRow, 0, 1, columns.length);
  // The plan's words and the headers are text, whatever they look like: "2025/26" is no date.
  const given = columns.findIndex(({ entry }) => entry);
  sheet.getRangeByIndexes(headerRow, 0, rows.length + 1, given).numberFormat = [headerRow, ...rows].map(() =>
    columns.slice(0, given).map(() => "@"),
  );
  top.numberFormat = [columns.map(() => "@")];
  range.values = [columns.map(({ header }) => header), ...rows.map((row) => [...row])];
  const table = sheet.tables.add(range, true);
  table.name = name;
  table.style = "TableStyleLight1";
  table.showBandedRows = false;
  formatText(range);
  range.format.wrapText = true;
  for (const edge of ["InsideHorizontal", "EdgeBottom"] as const) range.format.borders.getItem(edge).color = rule;
  columns.forEach((column, index) => formatColumn(sheet, column, index, rows.length));
  top.format.font.bold = true;
  top.format.fill.color = headerFill;
  top.format.borders.getItem("EdgeBottom").color = accent;
  range.format.autofitRows();
  sheet.freezePanes.freezeRows(firstRow);
  page(sheet, top);
}

function formatColumn(sheet: Excel.Worksheet, column: TemplateColumn, index: number, rows: number): void {
  const whole = sheet.getRangeByIndexes(headerRow, index, rows + 1, 1).format;
  whole.columnWidth = column.width;
  whole.horizontalAlignment = column.right ? "Right" : "Left";
  // A step from the edge, so that a figure does not run into the text beside it.
  if (index > 0) whole.indentLevel = 1;
  if (!column.entry) return;
  const body = entries(sheet, index, rows);
  body.format.fill.color = entryFill;
  if (column.format !== undefined) body.numberFormat = Array.from({ length: rows }, () => [column.format]);
}

function page({ pageLayout }: Excel.Worksheet, top: Excel.Range): void {
  pageLayout.orientation = "Landscape";
  pageLayout.paperSize = "A4";
  pageLayout.leftMargin = pageLayout.rightMargin = 36;
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.setPrintTitleRows(top);
  pageLayout.headersFooters.defaultForAllPages.leftFooter = "Page &P of &N";
}

function formatText({ format }: Excel.Range): void {
  format.font.name = "Arial";
  format.font.size = 12;
  format.font.color = textColour;
  format.verticalAlignment = "Top";
}

const entries = (sheet: Excel.Worksheet, column: number, rows: number) =>
  sheet.getRangeByIndexes(firstRow, column, rows, 1);

function list({ dataValidation }: Excel.Range, words: readonly string[], help: string): void {
  dataValidation.rule = { list: { inCellDropDown: true, source: words.join(",") } };
  dataValidation.prompt = { showPrompt: true, title: "", message: help };
}
