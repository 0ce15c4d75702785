import { text } from "../../report/layout/palette";
import { tableArea, type ChartSeries, type ReportChart, type ReportSheet, type ReportTable } from "../../report/sheet";
import { columnsOf } from "./tables";
import { rangeAt } from "../host/ranges";

const lineWeight = 2.25;
const markerSize = 7;
const titleSize = 14;
const textSize = 12;

/** Draws a chart beside its table, or brings the one that stands there up to date, leaving it where a person may have moved it. */
export function drawChart(
  sheet: Excel.Worksheet,
  spec: ReportSheet,
  plan: ReportChart,
  seriesThere: number | null,
): void {
  const table = spec.tables.find(({ name }) => name === plan.table);
  if (!table) throw new RangeError(`The chart "${plan.name}" has no table "${plan.table}".`);
  const chart =
    seriesThere === plan.series.length ? sheet.charts.getItem(plan.name) : newChart(sheet, plan, table, seriesThere);
  const categories = columnsOf(sheet, table, columnIndex(table, plan.categories));
  plan.series.forEach((each, index) => {
    const series = chart.series.getItemAt(index);
    series.setXAxisValues(categories);
    series.setValues(columnsOf(sheet, table, columnIndex(table, each.column)));
    series.name = each.column;
    formatSeries(series, each, plan);
  });
  formatChart(chart, plan);
}

function newChart(
  sheet: Excel.Worksheet,
  plan: ReportChart,
  table: ReportTable,
  seriesThere: number | null,
): Excel.Chart {
  // One of ours that has another number of lines is drawn anew.
  if (seriesThere !== null) sheet.charts.getItem(plan.name).delete();
  const { top, bottom } = tableArea(table);
  const columns = [plan.categories, ...plan.series.map(({ column }) => column)].map((header) =>
    columnIndex(table, header),
  );
  const data = rangeAt(sheet, { top, bottom, left: Math.min(...columns), right: Math.max(...columns) });
  const chart = sheet.charts.add(plan.type, data, "Columns");
  chart.name = plan.name;
  const { at } = plan;
  chart.setPosition(sheet.getRangeByIndexes(at.top, at.left, 1, 1), sheet.getRangeByIndexes(at.bottom, at.right, 1, 1));
  return chart;
}

function columnIndex({ name, columns }: ReportTable, header: string): number {
  const index = columns.findIndex((column) => column.header === header);
  if (index < 0) throw new RangeError(`The table ${name} has no column "${header}".`);
  return index;
}

function formatSeries(series: Excel.ChartSeries, { colour, dash, marker }: ChartSeries, { type }: ReportChart): void {
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
