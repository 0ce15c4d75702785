import { parseReference } from "../../../snapshot/addresses";
import {
  NO_FILL,
  type AxisState,
  type BookState,
  type ChartState,
  type Scalar,
  type SeriesState,
  type SheetState,
} from "../../../workbook-file/book/book";
import { sheetNamed } from "../../../workbook-file/book/lookups";
import type { AxisView, ChartView, SeriesView } from "./protocol";
import { drawnTop, pixels } from "./shape";

/** The cells a chart's reference names, in reading order. */
function cellsOf(book: BookState, reference: string | null): Scalar[] {
  if (reference === null) return [];
  const found = parseReference(reference);
  const sheet = found && sheetNamed(book, found.sheet);
  if (!found || !sheet) return [];
  const { top, left, bottom, right } = found.area;
  const values: Scalar[] = [];
  for (let row = top; row <= Math.min(bottom, top + 5000); row++) {
    for (let column = left; column <= Math.min(right, left + 5000); column++) {
      values.push(sheet.cells[row]?.[column]?.value ?? null);
    }
  }
  return values;
}

const textOf = (value: Scalar): string =>
  value === null ? "" : typeof value === "object" ? value.error : String(value);

/** An Office.js chart type as one series is drawn. */
function kindOf(type: string): string {
  if (/pie|doughnut/iu.test(type)) return "pie";
  if (/scatter|bubble/iu.test(type)) return "scatter";
  if (/area/iu.test(type)) return "area";
  if (/line/iu.test(type)) return "line";
  return "bar";
}

function seriesView(book: BookState, chart: ChartState, series: SeriesState): SeriesView {
  const [name] = cellsOf(book, series.nameRef);
  return {
    name: name === undefined || name === null ? series.name : textOf(name),
    kind: kindOf(series.type ?? chart.type),
    secondary: series.axisGroup === "Secondary",
    values: cellsOf(book, series.values).map((value) => (typeof value === "number" ? value : null)),
    color: series.color === NO_FILL ? "transparent" : series.color,
    width: series.lineWeight === null ? null : (series.lineWeight * 96) / 72,
    dash: series.lineStyle,
    marker: series.markerStyle,
    markerSize: series.markerSize,
    smooth: series.smooth,
    labels: series.labels && (series.labels.numberFormat ?? "General"),
  };
}

function axisView(axis: AxisState): AxisView {
  const { visible, title, minimum, maximum, majorGridlines, reversed, numberFormat } = axis;
  return { visible, title, minimum, maximum, gridlines: majorGridlines, reversed, numberFormat };
}

/** A native chart with the values its references name at present. */
export function chartView(book: BookState, sheet: SheetState, chart: ChartState): ChartView {
  const categories = cellsOf(book, chart.series.find((series) => series.categories !== null)?.categories ?? null);
  return {
    id: chart.id,
    name: chart.name,
    title: chart.title,
    titleSize: chart.titleSize,
    titleColor: chart.titleColor,
    legend: chart.legend,
    horizontal: /^bar/iu.test(chart.type),
    stacked: /stacked100/iu.test(chart.type) ? "percent" : /stacked/iu.test(chart.type) ? "yes" : "no",
    categories: categories.map(textOf),
    series: chart.series.map((series) => seriesView(book, chart, series)),
    category: axisView(chart.category),
    value: axisView(chart.value),
    secondary: chart.secondaryValue && axisView(chart.secondaryValue),
    left: pixels(chart.left),
    top: pixels(drawnTop(book, sheet, chart.top)),
    width: pixels(chart.width),
    height: pixels(chart.height),
  };
}
