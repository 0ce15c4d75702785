import { lastOf } from "../../collections/non-empty";
import { formatPercent, formatQuantity, inSentence, joinWords, sentenceCase, someOf } from "../../plan/wording";
import { energyOf, energySeries, totalsOf, type EnergySeries, type EnergyYear } from "../source/chart-data";
import { seriesColour } from "../layout/palette";
import type { ReportCell } from "../sheet";
import { doubtWords } from "../words/doubts";
import { nothingToNote, type ReportSource } from "../source/source";
import type { Total } from "../../returns/observation";
import { axisOf, labelEvery, type ChartPages } from "./place";

/** More organisations than this, and nobody reads them. */
const MOST_ENERGY = 4;

/** The energy of each organisation by fuel, the system's first. */
export function energyCharts(pages: ChartPages, source: ReportSource): void {
  const energy = energySeries(source);
  if (energy.length === 0)
    pages.heading("Energy by fuel", ["No chart: the return holds no energy use for a whole financial year."]);
  energy.slice(0, MOST_ENERGY).forEach((series, index) => energyChart(pages, source, series, index + 1));
}

/** Energy of one organisation by year and fuel, with its data. */
function energyChart(pages: ChartPages, source: ReportSource, series: EnergySeries, number: number): void {
  const { parts, years } = series;
  const { format, words } = axisOf(Math.max(...years.map(yearTotal)));
  pages.draw<EnergyYear>({
    title: energyTitle(source, series),
    sentences: [largestFuel(source, series)],
    table: {
      name: `GreenPlan_Energy${number}`,
      items: years,
      columns: [
        { header: "Year", cell: ({ period }) => period },
        ...parts.map((part) => ({
          header: part.title,
          format: "whole" as const,
          cell: ({ totals }: EnergyYear) => liveSum(source, totals.get(part) ?? []),
        })),
        { header: "Data note", cell: (year) => energyNote(source, series, year) },
      ],
    },
    chart: {
      name: `Green Plan energy ${number}`,
      type: "ColumnStacked",
      categories: "Year",
      series: parts.map((part, index) => ({
        column: part.title,
        colour: seriesColour(index, parts.length),
        dash: "Continuous",
        marker: "None",
      })),
      categoryTitle: "Financial year",
      valueTitle: `${sentenceCase(words)}kWh`,
      valueFormat: format,
      labelEvery: labelEvery(years.length),
    },
  });
}

function energyNote(source: ReportSource, series: EnergySeries, year: EnergyYear): string {
  const absent = absentParts(series, year);
  const parts = [absent.length === 0 ? "" : `[x] ${joinWords(absent)}`, doubtWords(cellsInError(source, year))];
  return parts.filter(Boolean).join("; ") || nothingToNote;
}

function cellsInError({ doubts }: ReportSource, year: EnergyYear): string[] {
  return doubts.cellsInError(placesOf(totalsOf(year)));
}

function placesOf(totals: readonly Total[]) {
  return totals.flatMap(({ observations }) => observations.map(({ place }) => place));
}

/** The sum of totals as a live formula, or as a number where no formula answers it; null without a total. */
function liveSum(source: ReportSource, totals: readonly Total[]): ReportCell {
  if (totals.length === 0) return null;
  const value = energyOf(totals);
  const formula = source.live.sumOf(placesOf(totals), value);
  return formula === null ? value : { formula };
}

function yearTotal(year: EnergyYear): number {
  return energyOf(totalsOf(year));
}

function energyTitle(source: ReportSource, series: EnergySeries): string {
  const [first, last] = [series.years[0], lastOf(series.years)];
  const bad = [...new Set([first, last])].flatMap((year) => cellsInError(source, year));
  return energyFinding(source, series) + (bad.length > 0 ? ` (unreliable: ${someOf(bad)} has an error)` : "");
}

function energyFinding(source: ReportSource, series: EnergySeries): string {
  const [first, last] = [series.years[0], lastOf(series.years)];
  const lacking = absentParts(series, last);
  const who = source.organisation(series.organisation);
  const sum = formatQuantity(Math.round(yearTotal(last)), "kWh");
  // Without all fuels it is no figure of energy.
  if (lacking.length > 0)
    return `${who} reports ${sum} in ${last.period}, with ${joinWords(lacking.map(inSentence))} not reported`;
  const used = `${who} used ${sum} of energy in ${last.period}`;
  // A year in which a fuel is not reported cannot be set against one in which all are.
  if (first === last || yearTotal(first) === 0 || absentParts(series, first).length > 0) return used;
  const change = ((yearTotal(last) - yearTotal(first)) / yearTotal(first)) * 100;
  const words =
    change === 0 ? "as much as" : `${formatPercent(Math.abs(change))} ${change > 0 ? "more than" : "less than"}`;
  return `${used}, ${words} in ${first.period}`;
}

/** The titles of what a year has no figure for, of the chart's parts and of the fuels that every estate uses. */
function absentParts({ parts, lacking }: EnergySeries, { totals }: EnergyYear): string[] {
  return [...parts.filter((part) => !totals.get(part)?.length), ...lacking].map(({ title }) => title);
}

/** The largest fuel of the last year, in a sentence. */
function largestFuel(source: ReportSource, series: EnergySeries): string {
  const last = lastOf(series.years);
  const whole = yearTotal(last);
  const largest = series.parts
    .filter(({ isRest }) => !isRest)
    .map((part) => ({ title: part.title, used: energyOf(last.totals.get(part) ?? []) }))
    .sort((a, b) => b.used - a.used)[0];
  if (!largest || whole === 0)
    return `${source.organisation(series.organisation)} reports no energy for ${last.period}.`;
  const share = formatPercent((largest.used / whole) * 100);
  const of = absentParts(series, last).length > 0 ? "what is reported" : "the whole";
  return `In ${last.period} the largest part was ${inSentence(largest.title)}: ${formatQuantity(Math.round(largest.used), "kWh")}, ${share} of ${of}.`;
}
