import { groupBy } from "../../collections/groups";
import { isNonEmpty, type NonEmpty } from "../../collections/non-empty";
import { isSameFigure } from "../../plan/quantity/same-figure";
import type { Metric } from "../../plan/schema";
import { someOf } from "../../plan/wording";
import { sum } from "../figures/sum";
import { hasValue, type Observation, type Total } from "../observation";

/** The total that an organisation's own figures of one metric and period give: its sites added up, or the figure it states. */
export function ownTotal(figures: NonEmpty<Observation>, metric: Metric): Total {
  const sites = figures.filter(isOfSite);
  return metric.additive && isNonEmpty(sites) && sites.some(hasValue) ? sumOfSites(sites) : statedTotal(figures);
}

type SiteObservation = Observation & { readonly site: string };

function isOfSite(each: Observation): each is SiteObservation {
  return each.site !== null;
}

type TotalParts = Pick<Total, "value" | "from" | "partial" | "missing" | "why" | "observations">;

function totalOf({ metric, organisation, period, unit }: Observation, parts: TotalParts): Total {
  return { metric, organisation, period, unit, ...parts };
}

function sumOfSites(sites: NonEmpty<SiteObservation>): Total {
  const once = [...groupBy(sites, ({ site }) => site)].map(([site, list]) => ({ site, ...singleFigure(list) }));
  const twice = once.find(({ conflict }) => conflict !== null);
  if (twice !== undefined) {
    const why = `${twice.site} is stated twice with different figures (${twice.conflict}): leave the right one.`;
    return totalOf(sites[0], {
      value: null,
      from: sites.length,
      observations: sites,
      partial: false,
      missing: [],
      why,
    });
  }
  const used = once.map(({ figure }) => figure).filter(hasValue);
  const missing = once.filter(({ figure }) => isUnread(figure)).map(({ site }) => site);
  const why =
    missing.length === 0 ? null : `The figure of ${someOf(missing, 6)} cannot be read, so the sum is only a part.`;
  const value = sum(used.map((each) => each.value));
  return totalOf(sites[0], { value, from: used.length, observations: used, partial: missing.length > 0, missing, why });
}

/** A cell that should hold a figure and does not; one that does not apply is no gap. */
function isUnread({ value, note }: Observation): boolean {
  return value === null && note !== "not applicable";
}

/** The figure that several statements of one thing give, and how two of them differ. */
interface SingleFigure {
  readonly figure: Observation;
  /** "12 in UHL!C4, 13 in UHL!C9", or null where all agree. */
  readonly conflict: string | null;
}

/** A figure stated twice counts once; a cell without a figure gives way to one with it. */
function singleFigure(stated: NonEmpty<Observation>): SingleFigure {
  const [first, ...others] = stated.filter(hasValue);
  if (first === undefined) return { figure: stated[0], conflict: null };
  const other = others.find(({ value }) => !isSameFigure(value, first.value));
  const conflict = other ? `${first.value} in ${first.place.cell}, ${other.value} in ${other.place.cell}` : null;
  return { figure: first, conflict };
}

/** The one figure that an organisation states of itself. */
function statedTotal(figures: NonEmpty<Observation>): Total {
  const stated = figures.filter(({ site }) => site === null);
  const nothing = { value: null, partial: false, missing: [] };
  if (!isNonEmpty(stated)) {
    const why = "Only sites give it, and it cannot be added up.";
    return totalOf(figures[0], { ...nothing, from: figures.length, observations: figures, why });
  }
  const { figure, conflict } = singleFigure(stated);
  if (conflict !== null) {
    const why = `It is stated twice with different figures (${conflict}): leave the right one.`;
    return totalOf(stated[0], { ...nothing, from: stated.length, observations: stated, why });
  }
  const why = figure.value === null ? `The cell holds no figure: ${figure.note ?? "it is empty"}.` : null;
  return totalOf(figure, { value: figure.value, from: 1, observations: [figure], partial: false, missing: [], why });
}
