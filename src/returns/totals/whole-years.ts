import { financialYearOf, monthsIn } from "../../plan/time/periods";
import type { Metric } from "../../plan/schema";
import type { Period } from "../../plan/time/periods";
import { sum } from "../figures/assemble";
import { addTo } from "../../collections/collect";
import type { Total } from "../observation";
import { partsOfYear } from "../../series/twelve-months";

/**
 * Financial years made of their twelve months or four quarters, only where every one is there and
 * whole: flows are added up; a level (floor area) is what it was in the last. Calendar quarters are
 * the financial quarters of the same days.
 */
export function wholeYears(own: readonly Total[], metrics: ReadonlyMap<string, Metric>): Total[] {
  const series = new Map<string, Total[]>();
  for (const each of own) {
    if (!["month", "financial-quarter", "calendar-quarter"].includes(each.period.kind)) continue;
    addTo(series, `${each.metric}|${each.organisation}|${financialYearOf(each.period).label}`, each);
  }
  return [...series.values()].flatMap((parts) => {
    const metric = metrics.get(parts[0]!.metric);
    const year = financialYearOf(parts[0]!.period);
    const whole = metric && (wholeParts(parts, year, 1) ?? wholeParts(parts, year, 3));
    return metric && whole ? [yearOf(metric, year, whole)].flat() : [];
  });
}

/** The parts of so many months that fill the year, or null where one is missing, unread or itself only a part. */
function wholeParts(parts: readonly Total[], year: Period, months: 1 | 3): Total[] | null {
  const found = partsOfYear(
    year,
    parts.filter(({ period }) => monthsIn(period) === months),
  );
  return found?.every(({ value, partial }) => value !== null && !partial) ? found : null;
}

function yearOf(metric: Metric, period: Period, parts: readonly Total[]): Total[] {
  if (metric.nature !== "flow" && metric.nature !== "level") return [];
  const last = parts[parts.length - 1]!;
  const used = metric.nature === "flow" ? parts : [last];
  return [
    {
      ...last,
      period,
      value: sum(used.map(({ value }) => value!)),
      from: used.reduce((count, { from }) => count + from, 0),
      observations: used.flatMap(({ observations }) => observations),
      why: null,
    },
  ];
}
