import { groupBy } from "../../collections/groups";
import type { CountedIn } from "../../plan/members";
import type { Metric, Pack } from "../../plan/schema";
import type { ReturnReading, Total } from "../observation";
import { ownTotal } from "./own-total";
import { recomputeRatios } from "./ratios";
import { rollUps } from "./roll-ups";
import { totalKey, TotalBook } from "./total-book";
import { wholeYears } from "./whole-years";

/**
 * One figure for each metric, organisation and stated period (cli-contract "Total", "LLR"): sites
 * added up, ratios recomputed from their parts, years made of their months or quarters when all are
 * there, and the system as the roll-up of its members where it states nothing itself. Only actual
 * and estimated figures count; targets and forecasts are never in a total.
 */
export function totals({ observations }: ReturnReading, pack: Pack, countedIn: readonly CountedIn[] = []): Total[] {
  const metrics: ReadonlyMap<string, Metric> = new Map(pack.metrics.map((metric) => [metric.id, metric]));
  const reported = observations.filter(({ kind }) => kind === "actual" || kind === "estimate");
  const own = [...groupBy(reported, totalKey).values()].flatMap((group) => {
    const metric = metrics.get(group[0].metric);
    return metric === undefined ? [] : ownTotal(group, metric);
  });
  const book = new TotalBook(own);
  for (const year of wholeYears(own, metrics)) book.addMissing(year);
  for (const rollUp of rollUps(book, pack, countedIn)) book.addMissing(rollUp);
  recomputeRatios(book, pack);
  return book.sorted();
}
