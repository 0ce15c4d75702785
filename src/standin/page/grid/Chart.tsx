import { BarChart, LineChart, PieChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TitleComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import type { ChartView } from "../engine/protocol";
import { chartOptions } from "./chart-options";

echarts.use([
  BarChart,
  LineChart,
  PieChart,
  ScatterChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  TitleComponent,
  TooltipComponent,
  CanvasRenderer,
]);

/** The chart as it is now, by the id under which the grid floats it. */
export const chartViews = new Map<string, ChartView>();

/** A native chart over the sheet. The grid gives it its size a moment after it is made. */
export function Chart({ data }: { data?: { key: string } }) {
  const place = useRef<HTMLDivElement>(null);
  const view = chartViews.get(data?.key ?? "");
  useEffect(() => {
    if (!place.current || !view) return;
    const chart = echarts.init(place.current);
    chart.setOption(chartOptions(view));
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [view]);
  return <div ref={place} className="chart" role="img" aria-label={view?.title ?? view?.name ?? "Chart"} />;
}
