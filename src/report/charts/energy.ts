import { lastOf } from "../../collections/non-empty";
import { formatPercent, formatQuantity, inSentence, joinWords, someOf } from "../../plan/wording";
import { energyOf, totalsOf, type EnergySeries, type EnergyYear } from "../source/chart-data";
import type { SheetLayout } from "../layout/layout";
import { seriesColour } from "../layout/palette";
import type { ReportCell } from "../sheet";
import { doubtWords } from "../words/doubts";
import { nothingToNote, type ReportSource } from "../source/source";
import type { Total } from "../../returns/observation";
import { labelEvery, placeBeside } from "./place";

/** From here on an axis in millions is easier to read than one full of zeros. */
const MILLIONS_FROM = 10_000_000;

/** Energy of one organisation by year and fuel, with its data. */
export function energyChart(layout: SheetLayout, source: ReportSource, series: EnergySeries, number: number): void {
  const { organisation, parts, years } = series;
  const title = energyTitle(source, series);
  layout.heading(title);
  layout.paragraph(largestFuel(source, series));
  layout.gap();
  const placed = layout.table<EnergyYear>({
    name: `GreenPlan_Energy${number}`,
    items: years,
    columns: [
      { header: "Year", width: 13, cell: ({ period }) => period },
      ...parts.map((part) => ({
        header: part.title,
        width: 14,
        format: "whole" as const,
        cell: ({ totals }: EnergyYear) => liveSum(source, totals.get(part) ?? []),
      })),
      { header: "Data note", width: 16, cell: (year) => energyNote(source, series, year) },
    ],
  });
  const inMillions = Math.max(...years.map(yearTotal)) >= MILLIONS_FROM;
  layout.chart({
    ...placeBeside(placed),
    name: `Green Plan energy ${number}`,
    type: "ColumnStacked",
    title,
    categories: "Year",
    series: parts.map((part, index) => ({
      column: part.title,
      colour: seriesColour(index, parts.length),
      dash: "Continuous",
      marker: "None",
    })),
    categoryTitle: "Financial year",
    valueTitle: `Energy used by ${source.organisation(organisation)} (${inMillions ? "million kWh" : "kWh"})`,
    // Each comma at the end leaves off three digits.
    valueFormat: inMillions ? "#,##0,," : "#,##0",
    labelEvery: labelEvery(years.length),
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
