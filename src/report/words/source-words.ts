import { MethodChanges, methodChangeSentence } from "../../assessment/method/method-changes";
import { oncePer } from "../../collections/once-per";
import {
  footprintMetrics,
  footprintSourcesIn,
  sourceOf,
  type FigureOf,
  type FootprintSource,
} from "../../decisions/footprint-sources";
import type { Outcome } from "../../outcome";
import type { MetricId, OrganisationCode } from "../../plan/schema";
import { comparePeriods } from "../../plan/time/periods";
import { formatNumber, joinWords, plural } from "../../plan/wording";

/** A footprint of a whole year, and what is recorded of where it comes from. */
export interface FootprintFigure extends FigureOf, Pick<FootprintSource, "suppliedBy" | "method"> {}

/** The footprints in the return by metric, organisation and year; emissions that the report derives itself are none. */
export const footprintFigures = oncePer(({ totals, snapshot, pack }: Outcome): readonly FootprintFigure[] => {
  const sources = footprintSourcesIn(snapshot, pack);
  const metrics = footprintMetrics(pack);
  const codes = pack.organisations.map(({ code }) => code);
  return totals
    .filter(
      ({ metric, value, period }) => metrics.includes(metric) && value !== null && period.kind === "financial-year",
    )
    .map((figure) => ({ ...figure, ...sourceOf(sources, figure) }))
    .sort(
      (a, b) =>
        metrics.indexOf(a.metric) - metrics.indexOf(b.metric) ||
        codes.indexOf(a.organisation) - codes.indexOf(b.organisation) ||
        comparePeriods(a.period, b.period),
    );
});

/** The changes of source or method in every series of the return, those without a target among them. */
export const methodChangesOf = oncePer(
  ({ snapshot, pack, totals }: Outcome) => new MethodChanges(footprintSourcesIn(snapshot, pack), totals, pack),
);

/** How many footprints have their source and method on record; "" where the return holds none. */
export function sourcesSentence(outcome: Outcome): string {
  const figures = footprintFigures(outcome);
  if (figures.length === 0) return "";
  const missing = (of: "suppliedBy" | "method") => figures.filter((each) => each[of] === null).length;
  const [supplier, method] = [missing("suppliedBy"), missing("method")];
  const all = plural(figures.length, "footprint figure");
  if (supplier + method === 0) return `Supplier and method of ${all} are recorded.`;
  if (supplier === figures.length && method === figures.length)
    return `Where ${figures.length === 1 ? "the footprint figure comes" : `the ${all} come`} from, and by what method, is not recorded.`;
  const count = (missing: number, what: string) => (missing === 0 ? [] : [`the ${what} of ${formatNumber(missing)}`]);
  return `Not recorded, of ${all}: ${joinWords([...count(supplier, "supplier"), ...count(method, "method")])}.`;
}

/** Changes of source or method as restatements, each once for each metric and organisation. */
export function methodRestatements({ assessments, pack }: Pick<Outcome, "assessments" | "pack">): {
  readonly metric: MetricId;
  readonly organisation: OrganisationCode;
  readonly sentence: string;
  readonly cells: readonly string[];
}[] {
  return assessments
    .filter(({ latest }) => latest)
    .flatMap(({ metric, organisation, methodChanges = [], places }) =>
      methodChanges.map((change) => ({
        metric,
        organisation,
        sentence: methodChangeSentence(change, organisation, pack),
        cells: places.map(({ cell }) => cell),
      })),
    );
}
