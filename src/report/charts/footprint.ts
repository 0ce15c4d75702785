import { UNRELIABLE } from "../words/doubts";
import { plural, sentenceCase, unitWords } from "../../plan/wording";
import type { PathSeries, PathYear } from "../source/chart-data";
import { seriesColour } from "../layout/palette";
import { standing, standingTitle } from "../words/sentences";
import type { ChartSeries, PointLabel, ReportCell, ReportChart } from "../sheet";
import { nothingToNote, type ReportSource } from "../source/source";
import { axisOf, labelEvery, type ChartPages } from "./place";
import type { Trajectories } from "../sheets/trajectories";

/** More footprints than this, each of which takes a page, and nobody reads them. */
const MOST_FOOTPRINTS = 4;

/** Each metric of each organisation against its trajectory; how many more there are than are drawn is said. */
export function pathCharts(
  pages: ChartPages,
  source: ReportSource,
  trajectories: Trajectories,
  kind: "Footprint" | "Metric",
  all: readonly PathSeries[],
): void {
  const most = kind === "Footprint" ? MOST_FOOTPRINTS : pages.left;
  if (all.length === 0)
    pages.heading(`${kind === "Footprint" ? "Footprints" : "Other figures"} against their trajectories`, [
      "No chart: the return holds none with a baseline to draw a trajectory from.",
    ]);
  all.slice(0, most).forEach((series, index) => {
    // Four lines are too many to name beside them; of a footprint the earliest trajectory is asked for.
    const drawn = kind === "Footprint" ? series : { ...series, windowed: false };
    pathChart(pages, source, trajectories, drawn, `${kind}${index + 1}`);
  });
  const more = all.length - most;
  if (more > 0)
    pages.layout.paragraph(
      `${plural(more, "more is", "more are")} not drawn here: see the sheet ${source.names.trajectories}.`,
    );
}

function pathChart(
  pages: ChartPages,
  source: ReportSource,
  { placed, rows }: Trajectories,
  series: PathSeries,
  id: string,
): void {
  const { table, title, ...look } = lineChart(source, series, `GreenPlan_${id}`);
  const figure = (header: string, cell: (year: PathYear) => ReportCell) =>
    ({ header, format: "figure", cell }) as const;
  const actualCell = ({ actual, baseline }: PathYear): ReportCell => {
    const index = actual ? rows.indexOf(actual) : -1;
    return placed && index >= 0 ? { formula: `=${placed.cell("Actual", index)}` } : (actual?.actual ?? baseline);
  };
  pages.draw<PathYear>({
    title,
    sentences: [standing(series.latest, source.outcome.pack)],
    table: {
      name: table,
      items: series.years,
      columns: [
        { header: "Year", cell: ({ period }) => period },
        figure(ACTUAL.column, actualCell),
        figure(TRAJECTORY.column, ({ late }) => late),
        ...(series.windowed ? [figure(EARLIEST.column, ({ early }) => early)] : []),
        figure(TARGETS.column, ({ target }) => target),
        { header: "Data note", cell: (year) => yearNote(source, year) },
      ],
      unit: () => series.metric.unit,
    },
    chart: { ...look, name: `Green Plan ${id}` },
  });
}

const ACTUAL: ChartSeries = { column: "Actual", colour: seriesColour(0, 4), dash: "Continuous", marker: "Circle" };
const EARLIEST: ChartSeries = {
  column: "Earliest trajectory",
  colour: seriesColour(1, 4),
  dash: "Dot",
  marker: "None",
};
const TARGETS: ChartSeries = { column: "Target", colour: seriesColour(2, 4), dash: "None", marker: "Diamond" };
const TRAJECTORY: ChartSeries = { column: "Trajectory", colour: seriesColour(3, 4), dash: "Dash", marker: "None" };

/** Three lines that say beside their points what they are: what was, what should be, what is asked; a fourth asks for a legend. */
function linesOf(series: PathSeries): Pick<ReportChart, "series" | "legend"> {
  const { years, latest, windowed } = series;
  const last = years.findLastIndex(({ actual }) => actual !== null);
  const next = years.findIndex(({ target }, row) => row > last + 1 && target !== null);
  // Names stand on the outer sides of the two lines: between them they would be crossed by one.
  const sidesAt = (row: number) => {
    const isAbove = (years[row]?.actual?.actual ?? latest.actual ?? 0) >= (years[row]?.late ?? 0);
    return { actual: isAbove ? "Top" : "Bottom", trajectory: isAbove ? "Bottom" : "Top" } as const;
  };
  const name = (row: number, position: PointLabel["position"]): PointLabel => ({ row, says: "name", position });
  // Where no target is ahead of the last figure both lines end together, and are named half-way.
  const half = Math.ceil(last / 2);
  const ahead = [name(last, "Right"), name(Math.floor((last + next) / 2), "Right")] as const;
  const ended = [name(half, sidesAt(half).actual), name(half, sidesAt(half).trajectory)] as const;
  const [actual, trajectory] = next < 0 ? ended : ahead;
  const rows = years.flatMap(({ target }, row) => (target === null ? [] : [row]));
  const format = series.metric.unit === "%" ? '0"%"' : most(series) < 100 ? "#,##0.0" : "#,##0";
  const targets = rows.map((row, index): PointLabel => {
    // Beside a target to come only the trajectory passes, and at the edge there is no room at its right.
    const free = row >= years.length - 1 ? "Top" : "Right";
    const says = { format: index === 0 ? `"Target "${format}` : format };
    return { row, says, position: row <= last ? sidesAt(row).trajectory : free };
  });
  const asked = { ...TARGETS, points: targets };
  if (windowed) return { series: [ACTUAL, TRAJECTORY, EARLIEST, asked] };
  return { series: [{ ...ACTUAL, points: [actual] }, { ...TRAJECTORY, points: [trajectory] }, asked], legend: false };
}

/** On a board's first page three things alone: what was, what should be, and what is asked in the years of the targets. */
export function headlineChart(source: ReportSource, series: PathSeries, at: ReportChart["at"]): ReportChart {
  return {
    ...lineChart(source, { ...series, windowed: false }, "GreenPlan_Footprint1"),
    labelEvery: labelEvery(series.years.length, LABELS_BESIDE_TABLE),
    name: "Green Plan headline",
    at,
  };
}

/** The chart of page one is narrower. */
const LABELS_BESIDE_TABLE = 5;

type Look = Omit<ReportChart, "name" | "at">;

function most({ years }: PathSeries): number {
  return Math.max(...years.flatMap(({ actual, baseline, late }) => [actual?.actual ?? 0, baseline ?? 0, late ?? 0]));
}

function lineChart(source: ReportSource, series: PathSeries, table: string): Look {
  const { format, words } = axisOf(most(series));
  return {
    table,
    type: "Line",
    title: pathTitle(source, series),
    categories: "Year",
    categoryTitle: "Financial year",
    // Its title names the metric, and its side is short.
    valueTitle: `${sentenceCase(words)}${unitWords(series.metric.unit)}`.trim() || "Number",
    valueFormat: format,
    labelEvery: labelEvery(series.years.length),
    ...linesOf(series),
  };
}

function yearNote({ doubts }: ReportSource, { actual, baseline, late, early }: PathYear): string {
  if (actual === null && baseline === null) return "[x] no figure yet";
  if (late === null && early === null) return "[z] before the baseline";
  return actual === null ? "the plan's baseline" : doubts.of(actual) || nothingToNote;
}

function pathTitle({ outcome, doubts }: ReportSource, { latest }: PathSeries): string {
  return standingTitle(latest, outcome.pack) + (doubts.of(latest) === "" ? "" : UNRELIABLE);
}
