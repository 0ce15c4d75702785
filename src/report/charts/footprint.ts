import {
  formatPercent,
  formatQuantity,
  inSentence,
  plural,
  possessive,
  sentenceCase,
  unitWords,
} from "../../plan/wording";
import { footprintSeries, movingSeries, type PathSeries, type PathYear } from "../source/chart-data";
import { seriesColour } from "../layout/palette";
import { standing } from "../words/sentences";
import type { ChartSeries, ReportCell, ReportChart } from "../sheet";
import { nothingToNote, type ReportSource } from "../source/source";
import { axisOf, labelEvery, WIDTHS, type ChartPages } from "./place";
import type { Trajectories } from "../sheets/trajectories";

/** More footprints than this, and nobody reads them. */
const MOST_FOOTPRINTS = 4;

/** Each footprint against its path to net zero, the system's first. */
export function footprintCharts(pages: ChartPages, source: ReportSource, trajectories: Trajectories): void {
  const all = footprintSeries(source);
  if (all.length === 0)
    pages.heading("Footprints against their trajectories", [
      "No chart: the return holds no whole footprint with a baseline to draw a trajectory from.",
    ]);
  all.slice(0, MOST_FOOTPRINTS).forEach((series, index) => {
    const windowed = series.windowed ? [path(EARLIEST)] : [];
    pathChart(pages, source, trajectories, {
      series,
      id: `Footprint${index + 1}`,
      name: `Green Plan footprint ${index + 1}`,
      // Four lines are too many to name beside them.
      lines: series.windowed ? [ACTUAL, path(TRAJECTORY), ...windowed, TARGETS] : namedLines(series),
    });
  });
  moreLine(pages, source, "footprint", all.length - MOST_FOOTPRINTS);
}

/** Each other metric with a moving target against its path, the furthest behind first, as many as there is room for. */
export function metricCharts(pages: ChartPages, source: ReportSource, trajectories: Trajectories): void {
  const all = movingSeries(source);
  const room = pages.left;
  if (all.length === 0)
    pages.heading("Other figures against their trajectories", [
      "No chart: the return holds no other figure with a baseline to draw a trajectory from.",
    ]);
  all.slice(0, room).forEach((series, index) => {
    pathChart(pages, source, trajectories, {
      series,
      id: `Metric${index + 1}`,
      name: `Green Plan metric ${index + 1}`,
      lines: namedLines(series),
    });
  });
  moreLine(pages, source, "figure", all.length - room);
}

/** What is not drawn is said, with where it stands. */
function moreLine({ layout }: ChartPages, { names }: ReportSource, what: string, more: number): void {
  if (more <= 0) return;
  const [one, many] = [`more ${what} is`, `more ${what}s are`];
  layout.paragraph(`${plural(more, one, many)} not drawn here: see the sheet ${names.trajectories}.`);
}

interface PathDrawing {
  readonly series: PathSeries;
  /** Of its table. */
  readonly id: string;
  readonly name: string;
  readonly lines: readonly ChartSeries[];
}

function pathChart(
  pages: ChartPages,
  source: ReportSource,
  trajectories: Trajectories,
  { series, id, name, lines }: PathDrawing,
): void {
  const { metric, latest, years } = series;
  const hasEarliest = lines.some(({ column }) => column === EARLIEST);
  const early = {
    header: EARLIEST,
    width: WIDTHS.figure,
    format: "figure" as const,
    cell: ({ early }: PathYear) => early,
  };
  const table = `GreenPlan_${id}`;
  const { title, table: _drawn, ...look } = lineChart(source, series, table);
  pages.draw<PathYear>({
    title,
    sentences: [standing(latest, source.outcome.pack)],
    table: {
      name: table,
      items: years,
      columns: [
        { header: "Year", width: WIDTHS.name, cell: ({ period }) => period },
        {
          header: ACTUAL.column,
          width: WIDTHS.figure,
          format: "figure",
          cell: (year) => actualCell(year, trajectories),
        },
        { header: TRAJECTORY, width: WIDTHS.figure, format: "figure", cell: ({ late }) => late },
        ...(hasEarliest ? [early] : []),
        { header: TARGETS.column, width: WIDTHS.figure, format: "figure", cell: ({ target }) => target },
        { header: "Data note", width: WIDTHS.note, cell: (year) => yearNote(source, year) },
      ],
      unit: () => metric.unit,
    },
    chart: { ...look, name, series: lines, ...(hasEarliest ? {} : { legend: false as const }) },
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

/** Three lines, two with their names beside them: what was at its last figure, what should be between figure and target. */
function namedLines({ years, latest }: PathSeries): ChartSeries[] {
  const last = years.findLastIndex(({ actual }) => actual !== null);
  const target = years.findIndex((year, index) => index > last + 1 && year.target !== null);
  const ahead = target < 0 ? last - 1 : Math.floor((last + target) / 2 + 0.5);
  // Names stand on the outer sides of two lines; at the edge of the paper a name begins before the last point.
  const isAbove = (latest.actual ?? 0) >= (latest.path.late ?? 0);
  const actual = last >= years.length - 2 ? Math.max(0, last - 1) : last;
  return [
    { ...ACTUAL, nameAt: { row: actual, position: isAbove ? "Top" : "Bottom" } },
    { ...path(TRAJECTORY), nameAt: { row: Math.max(0, ahead), position: target < 0 && isAbove ? "Bottom" : "Top" } },
    TARGETS,
  ];
}

/** On a board's first page three things alone: what was, what should be, and what is asked in the years of the targets. */
export function headlineChart(source: ReportSource, series: PathSeries, at: ReportChart["at"]): ReportChart {
  return {
    ...lineChart(source, series, "GreenPlan_Footprint1"),
    labelEvery: labelEvery(series.years.length, LABELS_BESIDE_TABLE),
    name: "Green Plan headline",
    at,
    series: namedLines(series),
    legend: false,
  };
}

/** The chart of page one is narrower. */
const LABELS_BESIDE_TABLE = 5;

type Look = Omit<ReportChart, "name" | "at" | "series">;

/** How the axis of figures is written: its format, and its unit in words. */
function axis(series: PathSeries): { readonly format: string; readonly unit: string } {
  const { format, words } = axisOf(most(series));
  return { format, unit: `${words}${unitWords(series.metric.unit)}`.trim() };
}

function most({ years }: PathSeries): number {
  return Math.max(...years.flatMap(({ actual, baseline, late }) => [actual?.actual ?? 0, baseline ?? 0, late ?? 0]));
}

/** The format of a target beside its point. */
function labelFormat(series: PathSeries): string {
  if (series.metric.unit === "%") return '0"%"';
  return most(series) < 100 ? "#,##0.0" : "#,##0";
}

function lineChart(source: ReportSource, series: PathSeries, table: string): Look {
  const { format, unit } = axis(series);
  return {
    table,
    type: "Line",
    title: footprintTitle(source, series),
    categories: "Year",
    categoryTitle: "Financial year",
    // Its title names the metric, and its side is short.
    valueTitle: sentenceCase(unit) || "Number",
    valueFormat: format,
    labelFormat: `"Target "${labelFormat(series)}`,
    labelEvery: labelEvery(series.years.length),
  };
}

function actualCell({ actual, baseline }: PathYear, { placed, rows }: Trajectories): ReportCell {
  const index = actual ? rows.indexOf(actual) : -1;
  if (placed && index >= 0) return { formula: `=${placed.cell("Actual", index)}` };
  return actual?.actual ?? baseline;
}

function yearNote({ doubts }: ReportSource, { actual, baseline, late, early }: PathYear): string {
  if (actual === null && baseline === null) return "[x] no figure yet";
  if (late === null && early === null) return "[z] before the baseline";
  return actual === null ? "the plan's baseline" : doubts.of(actual) || nothingToNote;
}

function footprintTitle(source: ReportSource, { metric, organisation, latest }: PathSeries): string {
  const { gap, gapPercent, period, unit } = latest;
  const subject = `${possessive(source.organisation(organisation))} ${inSentence(metric.title)}`;
  if (latest.actual === null || gap === null) return `${subject} has no figure that can be set against its trajectory`;
  const doubt = source.doubts.of(latest) === "" ? "" : " (unreliable: it rests on an error)";
  const size = gapPercent === null ? formatQuantity(Math.abs(gap), unit) : formatPercent(Math.abs(gapPercent));
  if (gap === 0) return `${subject} is exactly on its trajectory in ${period.label}${doubt}`;
  return `${subject} is ${size} ${gap > 0 ? "behind" : "ahead of"} its trajectory in ${period.label}${doubt}`;
}
