import { text } from "../../report/layout/palette";
import { tableArea, type ChartSeries, type ReportChart, type ReportTable } from "../../report/sheet";
import { columnsOf } from "./tables";
import { rangeAt } from "../host/ranges";

const lineWeight = 2.25;
const markerSize = 7;
const titleSize = 14;
const textSize = 12;

/** The table that a chart draws, and the sheet it stands on. */
export interface ChartData {
  readonly sheet: Excel.Worksheet;
  readonly table: ReportTable;
}

/** A chart of ours that stands on a sheet: by its name in full, and how many series it has. */
export interface StandingChart {
  readonly name: string;
  readonly series: number;
}

/** A chart's name with the row that it was placed at: so the next run knows whether its place has moved since. */
const placedName = ({ name, at }: ReportChart) => `${name} (row ${at.top + 1})`;

/** Charts of ours by the names they were planned under; `unplanned` are those that the report has no more. */
export function standingCharts(
  charts: ReadonlyMap<string, number>,
  planned: readonly ReportChart[],
): { readonly of: (plan: ReportChart) => StandingChart | null; readonly unplanned: readonly string[] } {
  const all = [...charts].map(([name, series]) => ({ name, series, plan: name.replace(/ \(row \d+\)$/, "") }));
  const wanted = new Set(planned.map(({ name }) => name));
  return {
    of: ({ name }) => all.find(({ plan }) => plan === name) ?? null,
    unplanned: all.flatMap(({ name, plan }) => (name.startsWith("Green Plan ") && !wanted.has(plan) ? [name] : [])),
  };
}

/**
 * Draws a chart over its table, or brings the one that stands there up to date, leaving it where a person may have moved
 * it as long as its own place on the sheet is the same.
 */
export function drawChart(
  sheet: Excel.Worksheet,
  plan: ReportChart,
  data: ChartData,
  standing: StandingChart | null,
): void {
  const { table } = data;
  const isKept = standing !== null && standing.series === plan.series.length;
  const chart = isKept ? sheet.charts.getItem(standing.name) : newChart(sheet, plan, data, standing);
  if (standing?.name !== placedName(plan) || !isKept) place(sheet, chart, plan);
  const categories = columnsOf(data.sheet, table, columnIndex(table, plan.categories));
  plan.series.forEach((each, index) => {
    const series = chart.series.getItemAt(index);
    series.setXAxisValues(categories);
    series.setValues(columnsOf(data.sheet, table, columnIndex(table, each.column)));
    series.name = each.column;
    formatSeries(series, each, plan);
  });
  formatChart(chart, plan);
}

function newChart(
  sheet: Excel.Worksheet,
  plan: ReportChart,
  { sheet: dataSheet, table }: ChartData,
  standing: StandingChart | null,
): Excel.Chart {
  // One of ours that has another number of lines is drawn anew.
  if (standing !== null) sheet.charts.getItem(standing.name).delete();
  // Drawn over one column, Excel makes one series of it, whatever stands beside; the others are added.
  const [first] = plan.series;
  if (!first) throw new RangeError(`The chart "${plan.name}" has no series.`);
  const { top, bottom } = tableArea(table);
  const at = columnIndex(table, first.column);
  const chart = sheet.charts.add(plan.type, rangeAt(dataSheet, { top, bottom, left: at, right: at }), "Columns");
  for (const { column } of plan.series.slice(1)) chart.series.add(column);
  return chart;
}

function place(sheet: Excel.Worksheet, chart: Excel.Chart, plan: ReportChart): void {
  chart.name = placedName(plan);
  const cell = (row: number, column: number) => sheet.getRangeByIndexes(row, column, 1, 1);
  chart.setPosition(cell(plan.at.top, plan.at.left), cell(plan.at.bottom, plan.at.right));
}

function columnIndex({ name, columns }: ReportTable, header: string): number {
  const index = columns.findIndex((column) => column.header === header);
  if (index < 0) throw new RangeError(`The table ${name} has no column "${header}".`);
  return index;
}

function formatSeries(series: Excel.ChartSeries, plan: ChartSeries, { type, labelFormat }: ReportChart): void {
  const { colour, dash, marker, labelled } = plan;
  if (labelled) {
    series.hasDataLabels = true;
    series.dataLabels.position = "Top";
    series.dataLabels.numberFormat = labelFormat ?? "General";
    series.dataLabels.format.font.size = textSize;
    series.dataLabels.format.font.color = text;
  }
  if (type !== "Line") {
    series.format.fill.setSolidColor(colour);
    return;
  }
  series.format.line.color = colour;
  series.format.line.weight = lineWeight;
  series.format.line.lineStyle = dash;
  series.markerStyle = marker;
  if (marker === "None") return;
  series.markerSize = markerSize;
  series.markerBackgroundColor = colour;
  series.markerForegroundColor = colour;
}

function formatChart(chart: Excel.Chart, plan: ReportChart): void {
  chart.title.text = plan.title;
  chart.title.format.font.size = titleSize;
  chart.title.format.font.color = text;
  chart.legend.visible = plan.series.length > 1;
  chart.legend.position = "Bottom";
  const { categoryAxis, valueAxis } = chart.axes;
  categoryAxis.title.text = plan.categoryTitle;
  valueAxis.title.text = plan.valueTitle;
  categoryAxis.tickLabelSpacing = plan.labelEvery;
  valueAxis.minimum = 0;
  valueAxis.numberFormat = plan.valueFormat;
  // A legend that is not shown has no look to give it.
  const legends = plan.series.length > 1 ? [chart.legend] : [];
  for (const { format } of [categoryAxis, valueAxis, categoryAxis.title, valueAxis.title, ...legends]) {
    format.font.size = textSize;
    format.font.color = text;
  }
}
