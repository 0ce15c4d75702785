import { formatNumber } from "../../plan/wording";
import { whatChanged, type WhatChanged } from "../../assessment/change/what-changed";
import { statusCounts } from "./action-status";
import { controlLimitsTable } from "./control-limits";
import { energySeries, footprintSeries } from "../source/chart-data";
import { SheetLayout } from "../layout/layout";
import { seriesColour } from "../layout/palette";
import { doubtWords } from "../words/doubts";
import { actionHeadline } from "../words/sentences";
import type { ReportSheet } from "../sheet";
import { nothingToNote, shorthandLine, type ReportSource } from "../source/source";
import { placeBeside } from "./chart-place";
import { energyChart } from "./energy-chart";
import { footprintChart } from "./footprint-chart";
import type { Trajectories } from "./trajectories";

/** More charts than this, and nobody reads them: the tables of the other sheets hold the rest. */
const mostOfAKind = 4;

/** The charts, each with its data beside it and a sentence that says the same. */
export function charts(source: ReportSource, trajectories: Trajectories): ReportSheet {
  const layout = new SheetLayout("charts", source.names.charts, "Charts: the footprints, energy and actions", "");
  const footprints = footprintSeries(source).slice(0, mostOfAKind);
  if (footprints.length === 0) {
    layout.heading("Footprints against their paths");
    layout.paragraph("No chart: the return holds no whole footprint with a baseline to draw a path from.");
  }
  layout.paragraph(
    "Each chart has its data at its left. Trajectory: the way to the last date the plan allows, from which gaps are measured; earliest trajectory: the way to the first.",
  );
  layout.paragraph(shorthandLine);
  footprints.forEach((series, index) => {
    // A footprint's years fill a page.
    if (index > 0) layout.newPage();
    footprintChart(layout, source, trajectories, series, index + 1);
  });
  const energy = energySeries(source).slice(0, mostOfAKind);
  if (energy.length === 0) {
    layout.heading("Energy by fuel");
    layout.paragraph("No chart: the return holds no energy use for a whole financial year.");
  }
  energy.forEach((series, index) => {
    if (index % 2 === 0 && (index > 0 || footprints.length > 0)) layout.newPage();
    energyChart(layout, source, series, index + 1);
  });
  if (footprints.length > 0 || energy.length > 0) layout.newPage();
  actionsChart(layout, source);
  whatChangedTable(layout, source);
  controlLimitsTable(layout, source);
  layout.describe(
    `the data of each chart, under a sentence that says what it shows, and what changed. As at ${source.asOf}.`,
  );
  return layout.finish(source.furniture());
}

/** Use and emission factors told apart, so that a cleaner grid never hides rising use. */
function whatChangedTable(layout: SheetLayout, source: ReportSource): void {
  const { totals, pack, asOf } = source.outcome;
  const changes = whatChanged(totals, pack, asOf);
  if (changes.length === 0) return;
  layout.heading("What changed in emissions from energy: use and emission factors told apart");
  const latest = new Map(changes.map((change) => [change.organisation, change]));
  for (const change of latest.values()) {
    const doubt = doubtOf(source, change);
    layout.prose(
      doubt === "" ? change.sentence : `Not to be relied on: it ${doubt.replace("[u] ", "")}. ${change.sentence}`,
    );
  }
  layout.gap();
  layout.table<WhatChanged>({
    name: "GreenPlan_WhatChanged",
    items: changes,
    columns: [
      { header: "Organisation", width: 13.5, cell: ({ organisation }) => source.organisation(organisation) },
      { header: "From", width: 14, cell: ({ from }) => from.label },
      { header: "To", width: 14, cell: ({ to }) => to.label },
      { header: "By use (tCO₂e)", width: 14, format: "one decimal", cell: ({ split }) => split.activity },
      { header: "By factors (tCO₂e)", width: 14, format: "one decimal", cell: ({ split }) => split.factor },
      { header: "Together (tCO₂e)", width: 14, format: "one decimal", cell: ({ split }) => split.total },
      { header: "Data note", width: 16, cell: (change) => doubtOf(source, change) || nothingToNote },
    ],
  });
}

/** Why a change is not to be relied on: the cells in error that a fuel of either year rests on. */
function doubtOf({ doubts }: ReportSource, { fuels }: WhatChanged): string {
  return doubtWords(doubts.cellsInError(fuels.flatMap(({ before, after }) => [...before.places, ...after.places])));
}

function actionsChart(layout: SheetLayout, source: ReportSource): void {
  const { actions } = source.outcome;
  const counts = statusCounts(actions);
  const late = counts.filter(({ status }) => status === "overdue" || status === "not started late");
  const lateCount = late.reduce((sum, { count }) => sum + count, 0);
  if (counts.length === 0) {
    layout.heading("Actions by status");
    layout.paragraph("No chart: the plan has no actions.");
    return;
  }
  const silent = counts.find(({ status }) => status === "no return")?.count ?? 0;
  const of = formatNumber(actions.length);
  // Where most is not reported, that is the finding: nothing late would only mean that nothing is known.
  const title =
    silent > actions.length / 2
      ? `${formatNumber(silent)} of ${of} actions have no return`
      : `${formatNumber(lateCount)} of ${of} actions ${lateCount === 1 ? "is" : "are"} late`;
  layout.heading(title);
  layout.paragraph(actionHeadline(source.outcome));
  layout.gap();
  const placed = layout.table({
    name: "GreenPlan_ActionCounts",
    items: counts,
    columns: [
      { header: "Status", width: 13, cell: ({ status }) => status },
      { header: "Actions", width: 14, format: "whole", cell: ({ count }) => count },
    ],
  });
  layout.chart({
    ...placeBeside(placed),
    name: "Green Plan actions",
    type: "ColumnClustered",
    title,
    categories: "Status",
    series: [{ column: "Actions", colour: seriesColour(0, 1), dash: "Continuous", marker: "None" }],
    categoryTitle: "Status",
    valueTitle: "Number of actions",
    valueFormat: "0",
    labelEvery: 1,
  });
}
