import { SheetLayout } from "../layout/layout";
import type { ReportSheet } from "../sheet";
import { shorthandLine, type ReportSource } from "../source/source";
import type { Trajectories } from "../sheets/trajectories";
import { areasChart } from "./areas";
import { bridges, changesTable } from "./bridge";
import { budgetChart } from "./budget";
import { controlLimitsTable } from "./control-limits";
import { energyCharts } from "./energy";
import { footprintCharts, metricCharts } from "./footprint";
import { ownersChart } from "./owners";
import { ChartPages } from "./place";

/** The charts, each with its data beside it and a sentence that says the same; areas are counted by the board's own page. */
export function charts(source: ReportSource, trajectories: Trajectories, board: ReportSheet): ReportSheet {
  const layout = new SheetLayout("charts", source.names.charts, "Charts: areas, actions, footprints and energy", "");
  const pages = new ChartPages(layout);
  areasChart(pages, source, board);
  ownersChart(pages, source);
  footprintCharts(pages, source, trajectories);
  budgetChart(pages, source);
  bridges(pages, source);
  energyCharts(pages, source);
  metricCharts(pages, source, trajectories);
  changesTable(pages, source);
  controlLimitsTable(pages, source);
  pages.heading("How to read these charts", [
    "Each chart has its data at its left. Trajectory: the way to the last date the plan allows, from which gaps are measured; earliest trajectory: the way to the first.",
    shorthandLine,
  ]);
  layout.describe(
    `the data of each chart, under a sentence that says what it shows, and what changed. As of ${source.asOf}.`,
  );
  return layout.finish(source.furniture());
}
