import { isNonEmpty, lastOf, mapNonEmpty, type NonEmpty } from "../../collections/non-empty";
import { financialYear, type Period } from "../../plan/time/periods";
import type { MetricId, OrganisationCode, Pack, UnitId } from "../../plan/schema";
import { formatPercent, formatQuantity, metricName, possessive, sentenceCase, someOf } from "../../plan/wording";
import type { Observation } from "../../returns/observation";
import { seriesCases, statedBeside, type AssessmentInput, type SeriesCase } from "../cases/series-cases";
import { budgetTotal } from "../outlook/budget";
import { pathValue } from "../paths/paths";
import { readyPathway, type ReadyTarget, type ReadyPathway } from "../paths/ready-pathway";
import { position } from "../../series/axis";

/** The plan's own reading of a target, as opposed to an alternative's id. */
export const PLAN_BASIS = "plan";

/** One reading of a target: what it asks for and by how much a year. */
interface BasisReading {
  /** "plan", or the alternative's id. */
  readonly id: string;
  readonly title: string;
  /** The level at the milestone, in `unit`. */
  readonly level: number;
  /** The fall (or rise, negative) asked for each year to the late edge, in `unit`. */
  readonly perYear: number;
  /** The path added up from the year after the base to the milestone. */
  readonly budget: number;
  readonly source: string;
}

/** Two or more readings of one target, side by side. */
export interface BasisComparison {
  readonly metric: MetricId;
  readonly organisation: OrganisationCode;
  readonly unit: UnitId;
  readonly baseline: { readonly period: Period; readonly value: number };
  readonly due: Period;
  /** The plan's own first. */
  readonly readings: readonly BasisReading[];
  /** Where each reading's path stands, in the order of `readings`, and how far the last stands above the first. */
  readonly years: readonly {
    readonly period: Period;
    readonly values: readonly number[];
    readonly difference: number;
  }[];
  readonly differencePerYear: number;
  readonly budgetDifference: number;
  /** The reading that the return's own target figures follow; null where it gives none, or they fit none or several. */
  readonly used: string | null;
  /** The cells that say so. */
  readonly cells: readonly string[];
  readonly sentence: string;
}

/** How near a target figure in a return must be to a path to be taken from it: figures are often rounded to a thousand. */
const NEAR_PERCENT = 1;

/**
 * Every footprint whose interim target can be read on two bases (calculations.md section 1), with
 * the difference in a year's fall and in the budget, and which one the return uses.
 */
export function compareBases(input: AssessmentInput): BasisComparison[] {
  const plan = seriesCases({ ...input, basis: PLAN_BASIS });
  const others = alternativesOf(input.pack).map((id) => seriesCases({ ...input, basis: id }));
  return plan.flatMap((own, index) => {
    const alternatives = others.flatMap((cases) => cases[index] ?? []).filter(isAlternative);
    return isNonEmpty(alternatives) ? (compare(own, alternatives, input) ?? []) : [];
  });
}

function isAlternative({ pathway }: SeriesCase): boolean {
  return pathway.targets.some(({ alternative }) => alternative !== null);
}

function alternativesOf(pack: Pack): string[] {
  return [...new Set(pack.targets.flatMap((target) => target.alternatives.map(({ id }) => id)))];
}

/** One reading worked out for one organisation. */
interface Drawn {
  readonly reading: BasisReading;
  readonly path: ReadyPathway;
  readonly target: ReadyTarget;
}

function compare(own: SeriesCase, alternatives: NonEmpty<SeriesCase>, input: AssessmentInput): BasisComparison | null {
  const { baseline, pathway } = own;
  if (baseline === null) return null;
  const readTwice = alternatives[0].pathway.targets.find(({ alternative }) => alternative !== null)?.target.id;
  const all = [own, ...alternatives].flatMap((each) => draw(each, readTwice) ?? []);
  if (!isNonEmpty(all) || all.length <= alternatives.length) return null;
  const [first, last] = [all[0], lastOf(all)];
  const of = { metric: pathway.metric.id, organisation: own.organisation };
  const claims = (["target", "trajectory"] as const)
    .flatMap((kind) => statedBeside(input.reading).of(kind, of))
    .filter(({ value }) => value !== null);
  const followed = followedBy(all, claims);
  const body = {
    metric: pathway.metric.id,
    organisation: own.organisation,
    unit: pathway.metric.unit,
    baseline: { period: baseline.period, value: baseline.value },
    due: first.target.shown.due,
    readings: all.map(({ reading }) => reading),
    years: yearsOf(all, baseline.at, first.target.late),
    differencePerYear: first.reading.perYear - last.reading.perYear,
    budgetDifference: last.reading.budget - first.reading.budget,
    ...followed,
  };
  return { ...body, sentence: sentenceOf(body, own.name, input.pack) };
}

function draw(each: SeriesCase, targetId: string | undefined): Drawn | null {
  const { baseline } = each;
  if (baseline === null) return null;
  const path = readyPathway(each.pathway, baseline, "year");
  const target = path.targets.find(({ plan }) => plan.target.id === targetId);
  if (target === undefined || target.level === null || path.late === null || target.late <= baseline.at) return null;
  const { late } = path;
  const budget = budgetTotal((year) => pathValue(late, year), baseline.at, target.late);
  if (budget === null) return null;
  const { alternative, target: planned } = target.plan;
  const chosen = planned.alternatives.find(({ id }) => id === alternative?.id);
  const reading = {
    id: alternative?.id ?? PLAN_BASIS,
    title: alternative?.title ?? `the plan’s own: ${planned.ofWhat}`,
    level: target.level,
    perYear: (baseline.value - target.level) / (target.late - baseline.at),
    budget,
    source: chosen?.source ?? planned.source,
  };
  return { reading, path, target };
}

function yearsOf(all: NonEmpty<Drawn>, base: number, due: number): BasisComparison["years"] {
  const years = [];
  for (let year = base; year <= due; year++) {
    const values = mapNonEmpty(all, ({ path }) => (path.late === null ? null : pathValue(path.late, year)) ?? 0);
    years.push({ period: financialYear(year), values, difference: lastOf(values) - values[0] });
  }
  return years;
}

/** The one reading that every target figure of the return fits, where they fit only that one. */
function followedBy(all: readonly Drawn[], claims: readonly Observation[]): Pick<BasisComparison, "used" | "cells"> {
  const telling = claims.filter((claim) => {
    const fits = all.filter((each) => fitsPath(each, claim));
    return fits.length > 0 && fits.length < all.length;
  });
  const used = all.filter((each) => telling.length > 0 && telling.every((claim) => fitsPath(each, claim)));
  const cells = telling.map((claim) => claim.place.cell).sort();
  const [only, ...others] = used;
  return { used: only !== undefined && others.length === 0 ? only.reading.id : null, cells };
}

/** A figure that stands on the late or early path in its own period, or is the milestone's level. */
function fitsPath({ path, target }: Drawn, claim: Observation): boolean {
  const at = position(claim.period.last);
  const levels = [path.late, path.early].flatMap((milestones) =>
    milestones === null ? [] : [pathValue(milestones, at)],
  );
  return [...levels, target.level].some(
    (level) =>
      level !== null && Math.abs((claim.value ?? 0) - level) <= (Math.abs(level) * NEAR_PERCENT) / 100 && level !== 0,
  );
}

function sentenceOf(each: Omit<BasisComparison, "sentence">, name: string, pack: Pack): string {
  const { unit, readings, baseline, due } = each;
  const read = readings.map(
    ({ title, level, perYear, budget }) =>
      `${title}: ${formatQuantity(level, unit)} by ${due.label} (${formatPercent(((baseline.value - level) / baseline.value) * 100)} off), ` +
      `${formatQuantity(perYear, unit)} less each year, a budget of ${formatQuantity(budget, unit)}`,
  );
  const used =
    each.used === null
      ? "The return does not say which it follows"
      : `The return follows ${readings.find(({ id }) => id === each.used)?.title ?? each.used} (${someOf(each.cells, 6)})`;
  return (
    `${sentenceCase(possessive(name))} ${metricName(pack, each.metric)} can be read on ${readings.length === 2 ? "two" : readings.length} bases: ` +
    `${read.join("; ")}. They differ by ${formatQuantity(Math.abs(each.differencePerYear), unit)} a year and ` +
    `${formatQuantity(Math.abs(each.budgetDifference), unit)} in budget. ${used}.`
  );
}
