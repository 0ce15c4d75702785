import { wordTable } from "../../../collections/word-table";
import type { EChartsCoreOption } from "echarts/core";
import { format } from "numfmt";
import type { AxisView, ChartView, SeriesView } from "../engine/protocol";

/** Colours for series that name none, in order; from the report's palette. */
const palette = ["#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1"];
const ink = "#212B32";
const faint = "#D8DDE0";
const font = "Arial, sans-serif";

const dashes: Readonly<Record<string, string | number[]>> = wordTable({
  Dash: "dashed",
  LongDash: [12, 4],
  DashDot: [8, 4, 2, 4],
  Dot: "dotted",
  RoundDot: "dotted",
  SquareDot: "dotted",
});
const markers: Readonly<Record<string, string>> = wordTable({
  Circle: "circle",
  Square: "rect",
  Diamond: "diamond",
  Triangle: "triangle",
  None: "none",
});

function shown(pattern: string | null, value: unknown): string {
  if (typeof value !== "number") return String(value ?? "");
  try {
    const plain = Number.isInteger(value) ? "#,##0" : "#,##0.##";
    return format(pattern && pattern !== "General" ? pattern : plain, value);
  } catch {
    return String(value);
  }
}

function axis(view: AxisView, more: object): object {
  return {
    show: view.visible,
    name: view.title ?? "",
    nameLocation: "middle",
    nameTextStyle: { color: ink, fontFamily: font, fontSize: 12 },
    inverse: view.reversed,
    axisLabel: { color: ink, fontFamily: font, fontSize: 12 },
    axisLine: { lineStyle: { color: "#768692" } },
    splitLine: { show: view.gridlines, lineStyle: { color: faint } },
    ...more,
  };
}

function valueAxis(view: AxisView, gap: number): object {
  return axis(view, {
    type: "value",
    nameGap: gap,
    scale: view.minimum === null,
    ...(view.minimum !== null && { min: view.minimum }),
    ...(view.maximum !== null && { max: view.maximum }),
    axisLabel: {
      color: ink,
      fontFamily: font,
      fontSize: 12,
      formatter: (value: number) => shown(view.numberFormat, value),
    },
  });
}

function dataOf(chart: ChartView, series: SeriesView): readonly (number | string | null)[] {
  const values = series.values.map((value) => value ?? (series.kind === "bar" ? null : "-"));
  if (chart.stacked !== "percent") return values;
  return series.values.map((value, i) => {
    const total = chart.series.reduce((sum, each) => sum + Math.abs(each.values[i] ?? 0), 0);
    return value === null || total === 0 ? null : (value / total) * 100;
  });
}

function drawn(chart: ChartView, series: SeriesView, i: number): object {
  const color = series.color ?? palette[i % palette.length];
  const bar = series.kind === "bar";
  const symbol = markers[series.marker ?? ""] ?? (bar ? "none" : "circle");
  return {
    name: series.name,
    type: bar ? "bar" : series.kind === "scatter" ? "scatter" : "line",
    data: dataOf(chart, series),
    ...(chart.stacked !== "no" && !series.secondary && (bar || series.kind === "area") && { stack: "all" }),
    ...(series.kind === "area" && { areaStyle: { color, opacity: 0.6 } }),
    ...(series.secondary && { yAxisIndex: 1 }),
    smooth: series.smooth,
    symbol,
    symbolSize: series.markerSize ?? 6,
    showSymbol: symbol !== "none",
    itemStyle: { color },
    lineStyle: {
      color,
      width: series.dash === "None" ? 0 : (series.width ?? 2.25),
      type: dashes[series.dash ?? ""] ?? "solid",
    },
    connectNulls: false,
    ...(series.labels !== null && {
      label: { show: true, position: "top", formatter: ({ value }: { value: unknown }) => shown(series.labels, value) },
    }),
    animation: false,
  };
}

function pie(chart: ChartView): object {
  const data =
    chart.series[0]?.values.map((value, i) => ({ value: value ?? 0, name: chart.categories[i] ?? "" })) ?? [];
  return { series: [{ type: "pie", radius: "60%", data, animation: false, color: palette }] };
}

/** A native chart as ECharts draws it. */
export function chartOptions(chart: ChartView): EChartsCoreOption {
  const top = chart.legend.position === "Top";
  const common = {
    animation: false,
    textStyle: { fontFamily: font, color: ink },
    title: {
      text: chart.title ?? "",
      left: "center",
      top: 8,
      textStyle: {
        fontFamily: font,
        fontSize: Math.min(18, ((chart.titleSize ?? 12) * 96) / 72),
        fontWeight: "bold",
        color: chart.titleColor ?? ink,
        width: chart.width - 32,
        overflow: "break",
      },
    },
    legend: { show: chart.legend.visible, type: "scroll", left: "center", ...(top ? { top: 36 } : { bottom: 6 }) },
    tooltip: { trigger: "axis", confine: true },
    aria: { enabled: true },
  };
  if (chart.series[0]?.kind === "pie") return { ...common, tooltip: { trigger: "item", confine: true }, ...pie(chart) };
  const category = axis(chart.category, { type: "category", data: chart.categories, nameGap: 30, boundaryGap: true });
  const values = [valueAxis(chart.value, 56), ...(chart.secondary ? [valueAxis(chart.secondary, 48)] : [])];
  return {
    ...common,
    grid: {
      left: chart.value.title ? 34 : 14,
      right: chart.secondary ? 34 : 24,
      top: (chart.title ? 52 : 16) + (top && chart.legend.visible ? 24 : 0),
      bottom: (chart.category.title ? 26 : 8) + (!top && chart.legend.visible ? 30 : 6),
      containLabel: true,
    },
    ...(chart.horizontal ? { yAxis: category, xAxis: values } : { xAxis: category, yAxis: values }),
    series: chart.series.map((series, i) => drawn(chart, series, i)),
  };
}
