import { readUnit, type Unit } from "../../plan/quantity/units";
import { findPeriod, hintsOf, underHeading, upToWhen, type PeriodReading } from "../../plan/time/periods";
import type { ObservationKind } from "../observation";
import { readKind } from "../words/heading-words";
import { fold } from "../words/text";

/** What the words of a title, of a line over a table and of a name say of units, period, kind and subject. */

/** A line that multiplies figures: "Figures in thousands". */
export const multiplier =
  /\b(?:in|figures?|values?|numbers?|all)\b[^.]*(?:\b(?:thousands?|millions?)\b|(?<![\d,.])'?000s?\b)/i;
const mostUnits = 4;

/** Every unit that a caption names: "Energy in MWh, costs in £k" names two. */
export function unitsIn(text: string): Unit[] {
  const found: Unit[] = [];
  let rest = text;
  for (let count = 0; count < mostUnits; count++) {
    const reading = readUnit(rest);
    if (reading === null) break;
    if (!found.some(({ symbol }) => symbol === reading.unit.symbol)) found.push(reading.unit);
    if (reading.label === rest || reading.label === "") break;
    rest = reading.label;
  }
  return found;
}

/** What a title is about: "Table 3: UHL electricity by month (kWh)" is about UHL electricity in kWh. */
export function subjectOf(title: string): string {
  return title
    .replace(
      /^\s*(?:table|figure|chart|section|appendix|annex|part|schedule|tab|sheet)?\s*(?:\d+(?:\.\d+)*[a-z]?|[a-z])\s*[:.)–-]\s*/i,
      "",
    )
    .replace(
      /\bby (?:month|quarter|year|financial year|site|hospital|building|trust|organisation|region|practice|pcn)s?\b/gi,
      " ",
    );
}

/** The one period a title or a name speaks of: a year, quarter or month; never a day ("Printed 12 May 2025") or a plan's span of years. */
export function periodIn(text: string): PeriodReading | null {
  if (text === "") return null;
  const cleaned = text.replace(/\bgreen[\s_-]*plan\b\s*\(?(?:19|20)\d\d\s*(?:[-–/]|to)+\s*(?:19|20)?\d\d\)?/gi, " ");
  const found = findPeriod(cleaned);
  const reading = found.kind === "none" ? found : (upToWhen(cleaned, found) ?? found);
  if (reading.kind === "none") return null;
  const usable = (kind: string) => kind !== "date" && kind !== "range";
  if (reading.kind === "period") return usable(reading.period.kind) ? reading : null;
  const readings = reading.readings.filter(({ kind }) => usable(kind));
  return readings.length > 0 || reading.readings.length === 0 ? { ...reading, readings } : null;
}

/** "Targets", "Forecast 2025/26"; not "Performance against plan" nor "Targets and actuals", which speak of both. */
export function kindOfTitle(text: string): ObservationKind | null {
  const folded = fold(text);
  if (/\b(against|vs|versus|and|compared|progress|actuals?|gap|variance|change|return|performance)\b/.test(folded))
    return null;
  const reading = readKind(folded);
  return reading && reading.kind !== "actual" ? reading.kind : null;
}

export function ofSeveral(text: string): string {
  return `“${text}” speaks of several organisations, or of one without a part: add a column, a heading or a title that says whose each figure is.`;
}

/** What a form says of its period: the day beside "Date" is when it was filled in, and one beside "Period ending" does not say from when. */
export function periodUnder(heading: string, given: PeriodReading | null): PeriodReading | null {
  const reading = given === null ? null : underHeading(given, hintsOf([heading], []));
  if (reading?.kind !== "period" || reading.period.kind !== "date") return reading;
  if (!/\b(period|year|month|quarter)\b/i.test(heading)) return null;
  const { text } = reading;
  const reason = `“${text}” beside “${heading}” is a day and does not say how long the period is: write it in full, such as 2024/25.`;
  return { kind: "ambiguous", readings: [], text, reason };
}
