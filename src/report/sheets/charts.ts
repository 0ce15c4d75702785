import {
  joinWords,
  formatNumber,
  formatPercent,
  formatQuantity,
  inSentence,
  possessive,
  someOf,
} from "../../plan/wording";
import { whatChanged, type WhatChanged } from "../../assessment/change/what-changed";
import { statusCounts } from "./action-status";
import { controlLimitsTable } from "./control-limits";
import {
  energySeries,
  footprintSeries,
  type EnergySeries,
  type FootprintSeries,
  type FootprintYear,
} from "../source/chart-data";
import { SheetLayout, type Placed } from "../layout/layout";
import { seriesColours } from "../layout/palette";
import { actionHeadline, standing } from "../words/sentences";
import type { ChartSeries, ReportCell, ReportChart, ReportSheet } from "../sheet";
import type { Doubts } from "../words/doubts";
import { doubtWords } from "../words/doubts";
import { nothingToNote, shorthandLine, type ReportSource } from "../source/source";
import type { Trajectories } from "./trajectories";

/** More charts than this, and nobody reads them: the tables of the other sheets hold the rest. */
const mostOfAKind = 4;
/** Where charts stand: right of the widest data table. */
const chartLeft = 6;
const chartRight = 16;
/** The rows a chart takes: two stand on a printed page. One that has a page of its own takes the most of it. */
const chartRows = 17;
const tallChartRows = 28;
/** A chart's width holds about so many financial years as labels side by side: "2031/32". */
const labelsThatFit = 11;
/** From here on an axis in millions is easier to read than one full of noughts. */
const million = 1_000_000;

/** The charts, each with its data beside it and a sentence that says the same. */
export function charts(source: ReportSource, trajectories: Trajectories): ReportSheet {
  const layout = new SheetLayout("charts", source.names.charts, "Charts: the footprints, energy and actions", "");
  const footprints = footprintSeries(source).slice(0, mostOfAKind);
  if (footprints.length === 0) {
    layout.heading("Footprints against their paths");
    layout.paragraph("No chart: the return holds no whole footprint with a baseline to draw a path from.");
  }
  layout.paragraph(
    "Each chart has its data at its left. Late edge: the path to the last date the plan allows; early edge: to the first. A gap is measured from the late edge.",
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
    `the data of each chart, under a sentence that says what it shows, and what changed. As of ${source.asOf}.`,
  );
  return layout.finish(source.furniture());
}

function footprintChart(
  layout: SheetLayout,
  source: ReportSource,
  trajectories: Trajectories,
  series: FootprintSeries,
  number: number,
): void {
  const { metric, latest, years, windowed } = series;
  const title = footprintTitle(source, series);
  layout.heading(title);
  layout.paragraph(standing(latest, source.outcome.pack));
  layout.gap();
  const placed = layout.table({
    name: `GreenPlan_Footprint${number}`,
    items: years,
    columns: [
      { header: "Year", width: 13, cell: ({ period }) => period },
      { header: "Actual", width: 14, format: "figure", cell: (year) => actualCell(year, trajectories) },
      { header: "Path, late edge", width: 18, format: "figure", cell: ({ late }) => late },
      ...(windowed
        ? [
            {
              header: "Path, early edge",
              width: 18,
              format: "figure" as const,
              cell: ({ early }: FootprintYear) => early,
            },
          ]
        : []),
      { header: "Data note", width: 24, cell: (year) => yearNote(source, year) },
    ],
    unit: () => metric.unit,
  });
  const paths = windowed ? ["Path, late edge", "Path, early edge"] : ["Path, late edge"];
  const colours = seriesColours(1 + paths.length);
  layout.chart({
    ...beside(placed, tallChartRows),
    name: `Green Plan footprint ${number}`,
    type: "Line",
    title,
    categories: "Year",
    series: [
      { column: "Actual", colour: colours[0]!, dash: "Continuous", marker: "Circle" },
      ...paths.map((column, index): ChartSeries => {
        return { column, colour: colours[index + 1]!, dash: index === 0 ? "Dash" : "Dot", marker: "None" };
      }),
    ],
    categoryTitle: "Financial year",
    valueTitle: `${metric.title} (tCO₂e)`,
    valueFormat: "#,##0",
    labelEvery: Math.ceil(years.length / labelsThatFit),
  });
}

function actualCell({ actual, baseline }: FootprintYear, { placed, rows }: Trajectories): ReportCell {
  const index = actual ? rows.indexOf(actual) : -1;
  if (placed && index >= 0) return { formula: `=${placed.cell("Actual", index)}` };
  return actual?.actual ?? baseline;
}

function yearNote({ doubts }: ReportSource, { actual, baseline, late, early }: FootprintYear): string {
  if (actual === null && baseline === null) return "[x] no figure yet";
  if (late === null && early === null) return "[z] before the path";
  return actual === null ? "the plan's baseline" : doubts.of(actual) || nothingToNote;
}

function footprintTitle(source: ReportSource, { metric, organisation, latest }: FootprintSeries): string {
  const { gap, gapPercent, period, unit } = latest;
  const subject = `${possessive(source.organisation(organisation))} ${inSentence(metric.title)}`;
  if (latest.actual === null || gap === null) return `${subject} has no figure that can be set against its path`;
  const doubt = source.doubts.of(latest) === "" ? "" : " (unreliable: it rests on an error)";
  const size = gapPercent === null ? formatQuantity(Math.abs(gap), unit) : formatPercent(Math.abs(gapPercent));
  if (gap === 0) return `${subject} is exactly on its path in ${period.label}${doubt}`;
  return `${subject} is ${size} ${gap > 0 ? "behind" : "ahead of"} its path in ${period.label}${doubt}`;
}

function energyChart(layout: SheetLayout, source: ReportSource, series: EnergySeries, number: number): void {
  const { organisation, fuels, others, years } = series;
  const names = [...fuels.map(({ title }) => title), ...(others.length > 0 ? [otherEnergy] : [])];
  const title = energyTitle(source, series);
  layout.heading(title);
  layout.paragraph(energySentence(source, series));
  layout.gap();
  const headers = ["Year", ...names];
  const placed = layout.table({
    name: `GreenPlan_Energy${number}`,
    items: years,
    columns: [
      { header: "Year", width: 13, cell: ({ period }) => period },
      ...names.map((header, index) => ({
        header,
        width: 14,
        format: "whole" as const,
        cell: ({ totals }: EnergyYear): ReportCell =>
          totals[index]!.length === 0 ? null : liveSum(source, totals[index]!),
      })),
      {
        header: "Data note",
        width: 18,
        cell: (year) => energyNote(source, series, year),
      },
    ],
  });
  const colours = seriesColours(names.length);
  const inMillions = Math.max(...years.map(yearTotal)) >= 10 * million;
  layout.chart({
    ...beside(placed),
    name: `Green Plan energy ${number}`,
    type: "ColumnStacked",
    title,
    categories: headers[0]!,
    series: names.map((column, index) => ({ column, colour: colours[index]!, dash: "Continuous", marker: "None" })),
    categoryTitle: "Financial year",
    valueTitle: `Energy used by ${source.organisation(organisation)} (${inMillions ? "million kWh" : "kWh"})`,
    // Each comma at the end leaves off three digits.
    valueFormat: inMillions ? "#,##0,," : "#,##0",
    labelEvery: Math.ceil(years.length / labelsThatFit),
  });
}

function energyNote({ doubts }: ReportSource, series: EnergySeries, year: EnergyYear): string {
  const absent = absentFuels(series, year);
  const parts = [absent.length === 0 ? "" : `[x] ${joinWords(absent)}`, doubtWords(inError(doubts, year))];
  return parts.filter(Boolean).join("; ") || nothingToNote;
}

function inError(doubts: Doubts, { totals }: EnergyYear): string[] {
  return doubts.cellsInError(totals.flat().flatMap(({ observations }) => observations.map(({ place }) => place)));
}

function liveSum(source: ReportSource, totals: EnergySeries["years"][number]["totals"][number]): ReportCell {
  const value = totals.reduce((sum, total) => sum + (total.value ?? 0), 0);
  const formula = source.live.sumOf(
    totals.flatMap(({ observations }) => observations.map(({ place }) => place)),
    value,
  );
  return formula === null ? value : { formula };
}

function yearTotal({ totals }: EnergyYear): number {
  return totals.flat().reduce((sum, { value }) => sum + (value ?? 0), 0);
}

function energyTitle(source: ReportSource, series: EnergySeries): string {
  const [first, last] = ends(series);
  const bad = [...new Set([first, last])].flatMap((year) => inError(source.doubts, year));
  return energyFinding(source, series) + (bad.length > 0 ? ` (unreliable: ${someOf(bad)} has an error)` : "");
}

function energyFinding(source: ReportSource, series: EnergySeries): string {
  const [first, last] = ends(series);
  const lacking = absentFuels(series, last);
  const used = `${source.organisation(series.organisation)} used ${formatQuantity(Math.round(yearTotal(last)), "kWh")} of energy in ${last.period}`;
  if (lacking.length > 0) return `${used}, ${joinWords(lacking.map(inSentence))} not reported`;
  // A year in which a fuel is not reported cannot be set against one in which all are.
  if (first === last || yearTotal(first) === 0 || absentFuels(series, first).length > 0) return used;
  const change = ((yearTotal(last) - yearTotal(first)) / yearTotal(first)) * 100;
  const words =
    change === 0 ? "as much as" : `${formatPercent(Math.abs(change))} ${change > 0 ? "more than" : "less than"}`;
  return `${used}, ${words} in ${first.period}`;
}

type EnergyYear = EnergySeries["years"][number];

function ends({ years }: EnergySeries): readonly [EnergyYear, EnergyYear] {
  return [years[0]!, years[years.length - 1]!];
}

/** The fuels of the chart that a year has no figure for. */
function absentFuels({ fuels, others }: EnergySeries, { totals }: EnergyYear): string[] {
  const names = [...fuels.map(({ title }) => title), ...(others.length > 0 ? [otherEnergy] : [])];
  return names.filter((_, index) => totals[index]!.length === 0);
}

const otherEnergy = "Other energy";

function energySentence(source: ReportSource, series: EnergySeries): string {
  const { organisation, fuels, years } = series;
  const last = years[years.length - 1]!;
  const whole = yearTotal(last);
  const largest = fuels
    .map((fuel, index) => ({ fuel, used: last.totals[index]!.reduce((sum, { value }) => sum + (value ?? 0), 0) }))
    .sort((a, b) => b.used - a.used)[0];
  if (!largest || whole === 0) return `${source.organisation(organisation)} reports no energy for ${last.period}.`;
  const share = formatPercent((largest.used / whole) * 100);
  const of = absentFuels(series, last).length > 0 ? "what is reported" : "the whole";
  return `In ${last.period} the largest part was ${inSentence(largest.fuel.title)}: ${formatQuantity(Math.round(largest.used), "kWh")}, ${share} of ${of}.`;
}

/** Use and emission factors told apart, so that a cleaner grid never hides rising use. */
function whatChangedTable(layout: SheetLayout, source: ReportSource): void {
  const { totals, pack, asOf } = source.outcome;
  const changes = whatChanged(totals, pack, asOf);
  if (changes.length === 0) return;
  layout.heading("What changed in emissions from energy: use and emission factors told apart");
  const latest = new Map(changes.map((change) => [change.organisation, change]));
  for (const { sentence } of latest.values()) layout.prose(sentence);
  layout.gap();
  layout.table<WhatChanged>({
    name: "GreenPlan_WhatChanged",
    items: changes,
    columns: [
      { header: "Organisation", width: 13, cell: ({ organisation }) => source.organisation(organisation) },
      { header: "From", width: 14, cell: ({ from }) => from.label },
      { header: "To", width: 14, cell: ({ to }) => to.label },
      { header: "By use (tCO₂e)", width: 14, format: "one decimal", cell: ({ split }) => split.activity },
      { header: "By factors (tCO₂e)", width: 14, format: "one decimal", cell: ({ split }) => split.factor },
      { header: "Together (tCO₂e)", width: 14, format: "one decimal", cell: ({ split }) => split.total },
    ],
  });
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
    ...beside(placed),
    name: "Green Plan actions",
    type: "ColumnClustered",
    title,
    categories: "Status",
    series: [{ column: "Actions", colour: seriesColours(1)[0]!, dash: "Continuous", marker: "None" }],
    categoryTitle: "Status",
    valueTitle: "Number of actions",
    valueFormat: "0",
    labelEvery: 1,
  });
}

function beside({ table }: Placed, rows = chartRows): Pick<ReportChart, "table" | "at"> {
  return {
    table: table.name,
    at: {
      top: table.row,
      left: chartLeft,
      bottom: table.row + rows,
      right: chartRight,
    },
  };
}
