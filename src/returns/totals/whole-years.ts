import { groupBy } from "../../collections/groups";
import { keyOf } from "../../collections/keys";
import { isNonEmpty, lastOf, type NonEmpty } from "../../collections/non-empty";
import type { Metric } from "../../plan/schema";
import { financialYearOf, monthsIn, type Period, type PeriodKind } from "../../plan/time/periods";
import { partsOfYear } from "../../series/twelve-months";
import { sum } from "../figures/sum";
import { hasValue, type Known, type Total } from "../observation";

const partsOfYears: ReadonlySet<PeriodKind> = new Set<PeriodKind>(["month", "financial-quarter", "calendar-quarter"]);

/**
 * Financial years made of their twelve months or four quarters, only where every one is there and
 * whole: flows are added up; a level (floor area) is what it was in the last. Calendar quarters are
 * the financial quarters of the same days.
 */
export function wholeYears(own: readonly Total[], metrics: ReadonlyMap<string, Metric>): Total[] {
  const parts = own.filter(({ period }) => partsOfYears.has(period.kind));
  const years = groupBy(parts, ({ metric, organisation, period }) =>
    keyOf(metric, organisation, financialYearOf(period).label),
  );
  return [...years.values()].flatMap((found) => {
    const nature = metrics.get(found[0].metric)?.nature;
    if (nature !== "flow" && nature !== "level") return [];
    const year = financialYearOf(found[0].period);
    const whole = wholeParts(found, year, 1) ?? wholeParts(found, year, 3);
    return whole === null ? [] : yearOf(nature, year, whole);
  });
}

/** The parts of so many months that fill the year, or null where one is missing, unread or itself only a part. */
function wholeParts(parts: readonly Total[], year: Period, months: 1 | 3): NonEmpty<Known<Total>> | null {
  const ofLength = parts.filter(({ period }) => monthsIn(period) === months);
  const found = partsOfYear(year, ofLength) ?? [];
  const known = found.filter(hasValue).filter(({ partial }) => !partial);
  return known.length === found.length && isNonEmpty(known) ? known : null;
}

function yearOf(nature: "flow" | "level", period: Period, parts: NonEmpty<Known<Total>>): Total {
  const last = lastOf(parts);
  const used: readonly Known<Total>[] = nature === "flow" ? parts : [last];
  return {
    ...last,
    period,
    value: sum(used.map(({ value }) => value)),
    from: used.reduce((count, { from }) => count + from, 0),
    observations: used.flatMap(({ observations }) => observations),
    why: null,
  };
}
