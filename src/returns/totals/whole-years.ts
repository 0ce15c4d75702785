import { financialYearOf, partsOf } from "../../plan/time/periods";
import type { Metric } from "../../plan/schema";
import type { Period } from "../../plan/time/periods";
import { sum } from "../figures/assemble";
import { addTo } from "../../collections/collect";
import type { Total } from "../observation";

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
    const whole = metric && (complete(parts, year, "month") ?? complete(parts, year, "financial-quarter"));
    return metric && whole ? [yearOf(metric, year, whole)].flat() : [];
  });
}

/** The parts of the year in order, or null where one is missing, unread or itself only a part. */
function complete(parts: readonly Total[], year: Period, kind: "month" | "financial-quarter"): Total[] | null {
  const found: Total[] = [];
  for (const wanted of partsOf(year, kind)) {
    const part = parts.find(({ period }) => period.first === wanted.first && period.last === wanted.last);
    if (!part || part.value === null || part.partial) return null;
    found.push(part);
  }
  return found;
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
