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
import type { ChartSeries, PointLabel, ReportCell, ReportChart } from "../sheet";
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
      lines: series.windowed ? [ACTUAL, path(TRAJECTORY), ...windowed, targetPoints(series)] : namedLines(series),
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
};

function path(column: string): ChartSeries {
  const isLast = column === TRAJECTORY;
  return { column, colour: seriesColour(isLast ? 3 : 1, 4), dash: isLast ? "Dash" : "Dot", marker: "None" };
}

/** Three lines that say beside their points what they are: what was, what should be, what is asked. */
function namedLines(series: PathSeries): ChartSeries[] {
  const { years } = series;
  const last = years.findLastIndex(({ actual }) => actual !== null);
  const next = years.findIndex(({ target }, row) => row > last + 1 && target !== null);
  // Where no target is ahead of the last figure both lines end together, and are named half-way.
  const half = Math.ceil(last / 2);
  const between = next < 0 ? half : Math.ceil((last + next) / 2);
  const actual = next < 0 ? half : last;
  const outer = sidesAt(series, actual);
  const trajectory = next < 0 ? outer.trajectory : "Right";
  return [
    { ...ACTUAL, points: [{ row: actual, says: "name", position: next < 0 ? outer.actual : "Right" }] },
    { ...path(TRAJECTORY), points: [{ row: between, says: "name", position: trajectory }] },
    targetPoints(series),
  ];
}

/** Targets with their values, the first with its name before it. */
function targetPoints(series: PathSeries): ChartSeries {
  const { years } = series;
  const last = years.findLastIndex(({ actual }) => actual !== null);
  const rows = years.flatMap(({ target }, row) => (target === null ? [] : [row]));
  const format = labelFormat(series);
  const points = rows.map((row, index): PointLabel => {
    // Beside a target to come only the trajectory passes, and at the edge there is no room at its right.
    const free = row >= years.length - 1 ? "Top" : "Right";
    return {
      row,
      says: { format: index === 0 ? `"Target "${format}` : format },
      position: row <= last ? sidesAt(series, row).trajectory : free,
    };
  });
  return { ...TARGETS, points };
}

/** The outer sides of the two lines at a row: names between them would be crossed by one. */
function sidesAt({ years, latest }: PathSeries, row: number): Record<"actual" | "trajectory", "Top" | "Bottom"> {
  const year = years[row];
  const actual = year?.actual?.actual ?? latest.actual ?? 0;
  return actual >= (year?.late ?? 0)
    ? { actual: "Top", trajectory: "Bottom" }
    : { actual: "Bottom", trajectory: "Top" };
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
  return { format, unit: `${sentenceCase(words)}${unitWords(series.metric.unit)}`.trim() };
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
    valueTitle: unit || "Number",
    valueFormat: format,
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
