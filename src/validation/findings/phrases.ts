import { keyOf } from "../../collections/keys";
import { formatQuantity, periodWords, possessive } from "../../plan/wording";
import type { Observation } from "../../returns/observation";
import type { CheckContext } from "../context/check-context";
import { placeOf, type FigureSeries, type Point } from "../context/figure-series";
import { quoted } from "./quoted";
import { siteNames } from "../evidence/figures/site-names";

export { quoted } from "./quoted";

/** Units whose metrics read as one thing: "UHL’s water consumed is"; the rest are "a figure for" them. */
const ONE_THING = new Set(["kWh", "m³", "m²", "t", "£", "miles"]);

/** "UHL’s water consumed", "Glenfield’s (UHL) figure for patient contacts": the owner and the metric of a figure. */
export function figuresOf(
  context: CheckContext,
  of: Pick<FigureSeries, "organisation" | "site"> & { metric: string },
): string {
  const organisation = context.nameOf(of.organisation);
  const owner = of.site === null ? possessive(organisation) : siteOwner(context, of.organisation, of.site);
  const unit = context.metrics.get(of.metric)?.unit ?? "count";
  return `${owner} ${ONE_THING.has(unit) ? "" : "figure for "}${context.titleOf(of.metric)}`;
}

/** "Bradgate Unit’s (RT5A1, LPT)", or "Bradgate Unit’s (LPT)" where the return gives no code. */
function siteOwner(context: CheckContext, code: string, site: string): string {
  const organisation = context.nameOf(code);
  const name = context.once(siteNames).get(keyOf(code, site));
  return name === undefined || name === site
    ? `${possessive(site)} (${organisation})`
    : `${possessive(name)} (${site}, ${organisation})`;
}

/** A point of a series by its owner, metric and period: "UHL’s water in 2024/25". */
export function figureName(context: CheckContext, series: FigureSeries, point: Point): string {
  return `${figuresOf(context, { ...series, metric: series.metric.id })} in ${periodWords(point.period)}`;
}

/** A stated figure by its owner, metric and period: "UHL’s water in 2024/25". */
export function observationName(context: CheckContext, each: Observation): string {
  return `${figuresOf(context, each)} in ${periodWords(each.period)}`;
}

/** A label that says more than the metric's title already does. */
function ownLabel(context: CheckContext, each: Observation): string {
  const bare = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[([][^)\]]*[)\]]/g, "")
      .replace(/[^a-z0-9]/g, "");
  const label = bare(each.label);
  const title = bare(context.titleOf(each.metric));
  return label === "" || label === title || each.label === each.site ? "" : `${quoted(each.label)}, `;
}

/** "(“Water volume”, UHL!G12, 531,772 m³)": the row's own label, the cell, the figure. */
export function where(context: CheckContext, series: FigureSeries, point: Point): string {
  const quantity = formatQuantity(point.value, series.metric.unit);
  const count = point.stated === null ? point.observations.length : 1;
  const first = point.stated ?? point.observations[0];
  if (count > 1) return `(${count} cells from ${placeOf(point).cell}, ${quantity})`;
  return `(${ownLabel(context, first)}${first.place.cell}, ${quantity})`;
}

/** "(“Water volume”, UHL!G12)": a stated figure's own label and cell. */
export function whereObservation(context: CheckContext, each: Observation): string {
  return `(${ownLabel(context, each)}${each.place.cell})`;
}
