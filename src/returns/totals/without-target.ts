import { groupBy } from "../../collections/groups";
import type { NonEmpty } from "../../collections/non-empty";
import { comparePeriods, type IsoDate } from "../../plan/time/periods";
import { seriesKey } from "../../series/series-key";
import { hasValue, type Known, type Total } from "../observation";

type Series = Pick<Total, "metric" | "organisation">;

/**
 * The whole totals of each metric and organisation that nothing judges, by the reporting date, the latest first: a
 * period that ends later is not reported on.
 *
 * @param judged what is set against a target.
 */
export function totalsWithoutTarget(
  totals: readonly Total[],
  judged: readonly Series[],
  asOf: IsoDate,
): NonEmpty<Known<Total>>[] {
  const withTarget = new Set(judged.map(seriesKey));
  const others = totals
    .filter(hasValue)
    .filter((total) => !total.partial && total.period.last <= asOf && !withTarget.has(seriesKey(total)));
  return [...groupBy(others, seriesKey).values()].map((own) => own.sort((a, b) => comparePeriods(b.period, a.period)));
}
