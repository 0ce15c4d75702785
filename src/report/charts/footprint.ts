import { formatPercent, formatQuantity, inSentence, possessive, sentenceCase } from "../../plan/wording";
import type { FootprintSeries, FootprintYear } from "../source/chart-data";
import type { SheetLayout } from "../layout/layout";
import { seriesColour } from "../layout/palette";
import { standing } from "../words/sentences";
import type { ChartSeries, ReportCell, ReportChart } from "../sheet";
import { nothingToNote, type ReportSource } from "../source/source";
import { axisOf, labelEvery, placeBeside, TALL_CHART_ROWS } from "./place";
import type { Trajectories } from "../sheets/trajectories";

/** One footprint of one organisation against its path, with its data. */
export function footprintChart(
  layout: SheetLayout,
  source: ReportSource,
  trajectories: Trajectories,
  series: FootprintSeries,
  number: number,
): void {
  const { metric, latest, years, windowed } = series;
  layout.heading(footprintTitle(source, series));
  layout.paragraph(standing(latest, source.outcome.pack));
  layout.gap();
  const placed = layout.table({
    name: `GreenPlan_Footprint${number}`,
    items: years,
    columns: [
      { header: "Year", width: 13, cell: ({ period }) => period },
      { header: "Actual", width: 14, format: "figure", cell: (year) => actualCell(year, trajectories) },
      { header: TRAJECTORY, width: 14, format: "figure", cell: ({ late }) => late },
      ...(windowed
        ? [
            {
              header: EARLIEST,
              width: 14,
              format: "figure" as const,
              cell: ({ early }: FootprintYear) => early,
            },
          ]
        : []),
      { header: "Target", width: 12, format: "figure", cell: ({ target }) => target },
      { header: "Data note", width: 20, cell: (year) => yearNote(source, year) },
    ],
    unit: () => metric.unit,
  });
  layout.chart({
    ...lineChart(source, series, number),
    ...placeBeside(placed, TALL_CHART_ROWS),
    name: `Green Plan footprint ${number}`,
    series: [ACTUAL, path(TRAJECTORY), ...(windowed ? [path(EARLIEST)] : []), TARGETS],
  });
}

const TRAJECTORY = "Trajectory";
const EARLIEST = "Earliest trajectory";

const ACTUAL: ChartSeries = { column: "Actual", colour: seriesColour(0, 4), dash: "Continuous", marker: "Circle" };
const TARGETS: ChartSeries = {
  column: "Target",
  colour: seriesColour(2, 4),
  dash: "None",
  marker: "Diamond",
  labelled: true,
};

function path(column: string): ChartSeries {
  const isLast = column === TRAJECTORY;
  return { column, colour: seriesColour(isLast ? 3 : 1, 4), dash: isLast ? "Dash" : "Dot", marker: "None" };
}

/** On a board's first page three things alone: what was, what should be, and what is asked in the years of the targets. */
export function headlineChart(source: ReportSource, series: FootprintSeries, at: ReportChart["at"]): ReportChart {
  return {
    ...lineChart(source, series, 1),
    labelEvery: labelEvery(series.years.length, LABELS_BESIDE_TABLE),
    // Its title names the metric, and its side is short.
    valueTitle: sentenceCase(axis(series).unit),
    name: "Green Plan headline",
    at,
    series: [ACTUAL, path(TRAJECTORY), TARGETS],
  };
}

/** The chart of page one is narrower. */
const LABELS_BESIDE_TABLE = 5;

type Look = Omit<ReportChart, "name" | "at" | "series">;

/** How the axis of a footprint is written: its format, and its unit in words. */
function axis({ years }: FootprintSeries): { readonly format: string; readonly unit: string } {
  const figures = years.flatMap(({ actual, baseline, late }) => [actual?.actual ?? 0, baseline ?? 0, late ?? 0]);
  const { format, words } = axisOf(Math.max(...figures));
  return { format, unit: `${words}tCO₂e` };
}

function lineChart(source: ReportSource, series: FootprintSeries, number: number): Look {
  const { metric, years } = series;
  const { format, unit } = axis(series);
  return {
    table: `GreenPlan_Footprint${number}`,
    type: "Line",
    title: footprintTitle(source, series),
    categories: "Year",
    categoryTitle: "Financial year",
    valueTitle: `${metric.title} (${unit})`,
    valueFormat: format,
    labelFormat: "#,##0",
    labelEvery: labelEvery(years.length),
  };
}

function actualCell({ actual, baseline }: FootprintYear, { placed, rows }: Trajectories): ReportCell {
  const index = actual ? rows.indexOf(actual) : -1;
  if (placed && index >= 0) return { formula: `=${placed.cell("Actual", index)}` };
  return actual?.actual ?? baseline;
}

function yearNote({ doubts }: ReportSource, { actual, baseline, late, early }: FootprintYear): string {
  if (actual === null && baseline === null) return "[x] no figure yet";
  if (late === null && early === null) return "[z] before the baseline";
  return actual === null ? "the plan's baseline" : doubts.of(actual) || nothingToNote;
}

function footprintTitle(source: ReportSource, { metric, organisation, latest }: FootprintSeries): string {
  const { gap, gapPercent, period, unit } = latest;
  const subject = `${possessive(source.organisation(organisation))} ${inSentence(metric.title)}`;
  if (latest.actual === null || gap === null) return `${subject} has no figure that can be set against its trajectory`;
  const doubt = source.doubts.of(latest) === "" ? "" : " (unreliable: it rests on an error)";
  const size = gapPercent === null ? formatQuantity(Math.abs(gap), unit) : formatPercent(Math.abs(gapPercent));
  if (gap === 0) return `${subject} is exactly on its trajectory in ${period.label}${doubt}`;
  return `${subject} is ${size} ${gap > 0 ? "behind" : "ahead of"} its trajectory in ${period.label}${doubt}`;
}
