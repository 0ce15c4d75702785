import { keyOf } from "../../../collections/keys";
import type { CellPlace } from "../../../snapshot/snapshot";
import { readCellText } from "../../context/cell-text";
import type { CheckContext } from "../../context/check-context";
import { siteNames } from "../../evidence/figures/site-names";
import { findingIn, type Candidate } from "../../findings/candidate";

/**
 * A warning about formulas' cells, with the metric and owner of the first.
 *
 * @param part one of the cells that a total sums: where the total itself is no figure that was read, it is
 *   about what its parts are about, whichever site each is of.
 */
export function formulaFinding(
  context: CheckContext,
  cells: readonly [CellPlace, ...CellPlace[]],
  said: Pick<Candidate, "label" | "message" | "figure" | "effect" | "subject"> & Partial<Candidate>,
  part?: CellPlace,
): Candidate {
  const own = context.observationAt(cells[0]);
  const known = own ?? (part === undefined ? undefined : context.observationAt(part));
  return findingIn(cells, {
    severity: "warning",
    metric: known?.metric ?? null,
    organisation: known?.organisation ?? null,
    site: own?.site ?? null,
    period: known?.period.label ?? null,
    ...said,
  });
}

/** What a cell shows, as a finding's figure. */
export function figureAt(context: CheckContext, place: CellPlace): number | string | null {
  const value = context.valueAt(place);
  return typeof value === "boolean" ? String(value) : value;
}

/** A site's name; else the label the figure was read by; else the longest text to its left, as a unit or a code is shorter than a name. */
export function labelOf(context: CheckContext, place: CellPlace): string | null {
  const known = context.observationAt(place);
  if (known !== undefined && known.site !== null)
    return context.once(siteNames).get(keyOf(known.organisation, known.site)) ?? known.site;
  if (known !== undefined && known.label !== "") return known.label;
  let longest = "";
  for (let column = place.column - 1; column >= 0; column--) {
    const value = context.valueAt({ ...place, column });
    if (typeof value !== "string" || readCellText(value).kind === "placeholder") continue;
    if (value.trim().length > longest.length) longest = value.trim();
  }
  return longest === "" ? null : longest;
}
