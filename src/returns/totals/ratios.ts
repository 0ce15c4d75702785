import type { Pack } from "../../plan/schema";
import type { TotalBook } from "./total-book";

/** Works out shares and intensities from the totals of their parts; what comes out replaces a stated figure. */
export function recomputeRatios(book: TotalBook, pack: Pack): void {
  for (const metric of pack.metrics) {
    const { ratio } = metric;
    if (!ratio) continue;
    for (const top of book.all().filter((each) => each.metric === ratio.numerator)) {
      const bottom = book.get(ratio.denominator, top.organisation, top.period);
      if (!bottom || top.value === null || bottom.value === null || bottom.value === 0) continue;
      // A sum over some members is never divided by a sum over others.
      if ([...top.missing].sort().join() !== [...bottom.missing].sort().join()) continue;
      book.replace({
        metric: metric.id,
        organisation: top.organisation,
        period: top.period,
        unit: metric.unit,
        value: Number(((top.value / bottom.value) * ratio.times).toPrecision(15)),
        from: top.from + bottom.from,
        observations: [...top.observations, ...bottom.observations],
        partial: top.partial || bottom.partial,
        missing: top.missing,
        why: top.why ?? bottom.why,
      });
    }
  }
}
