import type { Metric, Organisation, Pack } from "../plan/schema";
import type { Period } from "../plan/periods";
import { accent, headerFill, text as textColour, titleColour } from "../report/palette";

/** Whose empty return, and for when. */
export interface TemplateFor {
  readonly pack: Pack;
  readonly organisation: Organisation;
  readonly period: Period;
}

const statusWords = ["Not started", "In progress", "Complete", "On hold", "Cancelled", "Not applicable"];
const noteWords = ["[e]", "[p]", "[r]", "[x]", "[z]"];
const noteHelp = "Data note: [e] estimated, [p] provisional, [r] revised, [x] not available, [z] not applicable.";

/**
 * Fills a new workbook with an empty return: one sheet of the metrics the plan asks this
 * organisation for, one of its actions, in words our own reader knows.
 */
export async function writeTemplate(context: Excel.RequestContext, wanted: TemplateFor): Promise<void> {
  const { worksheets } = context.workbook;
  const figures = worksheets.getFirst();
  figures.name = "Return";
  figuresSheet(figures, wanted);
  actionsSheet(worksheets.add("Actions"), wanted);
  figures.activate();
  figures.getRange("C6").select();
  await context.sync();
}

function figuresSheet(sheet: Excel.Worksheet, { pack, organisation, period }: TemplateFor): void {
  const metrics = pack.metrics.filter((metric) => isAsked(metric, organisation));
  heading(sheet, `${organisation.name} (${organisation.code}): green plan return ${period.label}`, [
    "One table: a row for each metric. Fill in the figure; leave it blank where there is none and say why in the data note.",
    noteHelp,
  ]);
  const rows = metrics.map((metric) => [metric.title, metric.unit, "", ""]);
  const table = fill(
    sheet,
    ["Metric", "Unit", period.label, "Data note"],
    rows,
    "GreenPlan_Return",
    [340, 80, 120, 90],
  );
  table.getColumn(2).format.horizontalAlignment = "Right";
  metrics.forEach((metric, index) => (sheet.getRange(`C${6 + index}`).numberFormat = [[formatOf(metric)]]));
  const answers = metrics.flatMap((metric, index) => (metric.unit === "yes/no" ? [`C${6 + index}`] : []));
  for (const address of answers) list(sheet.getRange(address), ["Yes", "No"]);
  list(sheet.getRange(`D6:D${5 + rows.length}`), noteWords);
}

/** What is worked out from other figures is not asked for. */
const isAsked = ({ reportedBy, ratio, derivedFrom }: Metric, { code }: Organisation) =>
  reportedBy.includes(code) && !ratio && !derivedFrom;

function actionsSheet(sheet: Excel.Worksheet, { pack, organisation }: TemplateFor): void {
  heading(sheet, `${organisation.name} (${organisation.code}): action tracker`, [
    "One table: a row for each of the plan's actions. Dates as day, month and year.",
    `Status: ${statusWords.join(", ")}.`,
  ]);
  const rows = pack.actions.map(({ id, title, completion }) => [id, title, completion, "", "", "", "", "", ""]);
  const headers = [
    "Ref",
    "Action",
    "Due in the plan",
    "Owner",
    "Status",
    "Started",
    "Completed",
    "Last update",
    "Comment",
  ];
  fill(sheet, headers, rows, "GreenPlan_ActionReturn", [50, 340, 120, 140, 90, 85, 85, 85, 260]);
  const last = 5 + rows.length;
  list(sheet.getRange(`E6:E${last}`), statusWords);
  sheet.getRange(`F6:H${last}`).numberFormat = rows.map(() => ["dd mmm yyyy", "dd mmm yyyy", "dd mmm yyyy"]);
}

function heading(sheet: Excel.Worksheet, title: string, lines: readonly string[]): void {
  sheet.showGridlines = false;
  const range = sheet.getRange(`A1:A${1 + lines.length}`);
  range.values = [[title], ...lines.map((line) => [line])];
  range.format.font.name = "Arial";
  range.format.font.size = 12;
  range.format.font.color = textColour;
  const first = sheet.getRange("A1").format.font;
  first.size = 16;
  first.bold = true;
  first.color = titleColour;
}

/** Headers in row 5, rows below, as one Excel table. @returns the whole table's range. */
function fill(
  sheet: Excel.Worksheet,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  name: string,
  widths: readonly number[],
): Excel.Range {
  const range = sheet.getRangeByIndexes(4, 0, rows.length + 1, headers.length);
  const words = sheet.getRangeByIndexes(4, 0, rows.length + 1, 2);
  words.numberFormat = Array.from({ length: rows.length + 1 }, () => ["@", "@"]);
  const top = sheet.getRangeByIndexes(4, 0, 1, headers.length);
  top.numberFormat = [headers.map(() => "@")];
  range.values = [[...headers], ...rows.map((row) => [...row])];
  const table = sheet.tables.add(range, true);
  table.name = name;
  table.style = "TableStyleLight1";
  range.format.font.name = "Arial";
  range.format.font.size = 12;
  range.format.wrapText = true;
  range.format.verticalAlignment = "Top";
  top.format.font.bold = true;
  top.format.fill.color = headerFill;
  top.format.borders.getItem("EdgeBottom").color = accent;
  widths.forEach(
    (points, index) => (sheet.getRangeByIndexes(0, index, 1, 1).getEntireColumn().format.columnWidth = points),
  );
  sheet.freezePanes.freezeRows(5);
  sheet.pageLayout.orientation = "Landscape";
  sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  return range;
}

function list(range: Excel.Range, words: readonly string[]): void {
  range.dataValidation.rule = { list: { inCellDropDown: true, source: words.join(",") } };
}

const formatOf = ({ unit, nature }: Metric) =>
  unit === "yes/no" ? "@" : unit === "%" || nature === "ratio" ? "#,##0.0" : "#,##0";
