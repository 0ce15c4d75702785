import { SheetLayout } from "../layout/layout";
import type { ReportSheet } from "../sheet";
import { footprintSeries, movingSeries } from "../source/chart-data";
import { shorthandLine, type ReportSource } from "../source/source";
import type { Trajectories } from "../sheets/trajectories";
import { areasChart } from "./areas";
import { bridges } from "./bridge";
import { budgetChart } from "./budget";
import { controlLimitsTable } from "./control-limits";
import { energyCharts } from "./energy";
import { pathCharts } from "./footprint";
import { ownersChart } from "./owners";
import { ChartPages } from "./place";

/** The charts, each with its data beside it and a sentence that says the same; areas are counted by the board's own page. */
export function charts(source: ReportSource, trajectories: Trajectories, board: ReportSheet): ReportSheet {
  const layout = new SheetLayout("charts", source.names.charts, "Charts: areas, actions, footprints and energy", "");
  layout.prose(
    "Trajectory: the way to the last date the plan allows, from which gaps are measured; earliest trajectory: the way to the first.",
  );
  layout.prose(shorthandLine);
  const pages = new ChartPages(layout);
  areasChart(pages, source, board);
  ownersChart(pages, source);
  pathCharts(pages, source, trajectories, "Footprint", footprintSeries(source));
  budgetChart(pages, source);
  bridges(pages, source);
  energyCharts(pages, source);
  pathCharts(pages, source, trajectories, "Metric", movingSeries(source));
  controlLimitsTable(pages, source);
  layout.describe(`the data of each chart under a sentence that says what it shows. As at ${source.asOf}.`);
  return layout.finish(source.furniture());
}
