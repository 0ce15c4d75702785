import { formatPercent, formatQuantity, inSentence, possessive } from "../../plan/wording";
import type { FootprintSeries, FootprintYear } from "../source/chart-data";
import type { SheetLayout } from "../layout/layout";
import { seriesColour } from "../layout/palette";
import { standing } from "../words/sentences";
import type { ChartSeries, ReportCell } from "../sheet";
import { nothingToNote, type ReportSource } from "../source/source";
import { labelEvery, placeBeside, TALL_CHART_ROWS } from "./chart-place";
import type { Trajectories } from "./trajectories";

/** One footprint of one organisation against its path, with its data. */
export function footprintChart(
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
  const colour = (index: number) => seriesColour(index, 1 + paths.length);
  layout.chart({
    ...placeBeside(placed, TALL_CHART_ROWS),
    name: `Green Plan footprint ${number}`,
    type: "Line",
    title,
    categories: "Year",
    series: [
      { column: "Actual", colour: colour(0), dash: "Continuous", marker: "Circle" },
      ...paths.map((column, index): ChartSeries => {
        return { column, colour: colour(index + 1), dash: index === 0 ? "Dash" : "Dot", marker: "None" };
      }),
    ],
    categoryTitle: "Financial year",
    valueTitle: `${metric.title} (tCO₂e)`,
    valueFormat: "#,##0",
    labelEvery: labelEvery(years.length),
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
