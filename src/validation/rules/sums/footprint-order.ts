import { formatQuantity } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { footprintPlaces, roundingOf, wholeTotal, type FootprintPlace } from "../../evidence/figures/footprint-totals";
import type { Candidate } from "../../findings/candidate";
import { FOOTPRINT } from "../codes";
import type { Rule } from "../rule";
import { cellOf, footprintFinding, totalName } from "./footprint-finding";

/** Footprints smaller than what they contain (validation-rules.md DQ08). */
export const footprintOrder: Rule = {
  ...FOOTPRINT,
  severity: "error",
  looksFor: "A Footprint Plus below the Footprint it contains.",
  check(context) {
    const places = context.once(footprintPlaces);
    return context.pack.orders.flatMap(({ greater, lesser }) =>
      places.flatMap((place) => broken(context, greater, lesser, place) ?? []),
    );
  },
};

function broken(context: CheckContext, greater: string, lesser: string, place: FootprintPlace): Candidate | null {
  const [more, less] = [wholeTotal(context, greater, place), wholeTotal(context, lesser, place)];
  if (more === null || less === null) return null;
  if (more.value >= less.value - roundingOf(context, more) - roundingOf(context, less)) return null;
  return footprintFinding([more, less], more, {
    message: `${totalName(context, more)} (${cellOf(more)}, ${formatQuantity(more.value, more.unit)}) is below ${context.titleOf(lesser)} (${cellOf(less)}, ${formatQuantity(less.value, less.unit)}), which it contains. It was expected to be at least as large; check both, and their units.`,
    effect: less.value === 0 ? 1 : Math.min(1, (less.value - more.value) / less.value),
  });
}
