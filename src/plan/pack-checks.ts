import { shortened } from "../errors/shortened";
import { readCompletion } from "./time/completion";
import { fuelId, ukFactors } from "./factors";
import { isRealDate, periodOf } from "./time/periods";
import type { PackProblem } from "./pack-problems";
import { termOf } from "./vocabulary/vocabulary";
import type { Due, Metric, Pack, PlanAction, Target } from "./schema";

/** The lists of what a plan says besides its targets and actions. */
const CLAUSES = ["objectives", "supplierRoadmap", "priorities", "commitments"] as const;

type Report = (path: string, reason: string) => void;

/** Everything in which a pack of the right shape contradicts itself, in the pack's order. */
export function contradictionsOf(pack: Pack): PackProblem[] {
  const problems: PackProblem[] = [];
  const report: Report = (path, reason) => problems.push({ path, reason });
  const ids = collectIds(pack, report);
  checkFrame(pack, ids, report);
  checkMetrics(pack, ids, report);
  checkTargets(pack, ids, report);
  checkActions(pack, ids, report);
  checkClauses(pack, ids, report);
  return problems;
}

interface Ids {
  readonly organisations: ReadonlySet<string>;
  readonly areas: ReadonlySet<string>;
  readonly metrics: ReadonlyMap<string, Pack["metrics"][number]>;
  readonly actions: ReadonlySet<string>;
}

function collectIds(pack: Pack, report: Report): Ids {
  const own = (list: keyof Pack, ids: readonly string[], key = "id"): ReadonlySet<string> => {
    const seen = new Set<string>();
    ids.forEach((id, index) => {
      if (seen.has(id)) report(`${list}[${index}].${key}`, `the ${key} ${id} is there twice`);
      seen.add(id);
    });
    return seen;
  };
  own(
    "metrics",
    pack.metrics.map(({ id }) => id),
  );
  own(
    "targets",
    pack.targets.map(({ id }) => id),
  );
  for (const list of ["conventions", "contradictions", "notes", "changes", ...CLAUSES] as const)
    own(
      list,
      pack[list].map(({ id }) => id),
    );
  return {
    organisations: own(
      "organisations",
      pack.organisations.map(({ code }) => code),
      "code",
    ),
    areas: own(
      "areas",
      pack.areas.map(({ prefix }) => prefix),
      "prefix",
    ),
    metrics: new Map(pack.metrics.map((metric) => [metric.id, metric])),
    actions: own(
      "actions",
      pack.actions.map(({ id }) => id),
    ),
  };
}

function checkFrame(pack: Pack, ids: Ids, report: Report): void {
  checkDay(pack.start, "start", report);
  checkDay(pack.end, "end", report);
  if (pack.end < pack.start) report("end", `the plan ends on ${pack.end}, before it starts on ${pack.start}`);
  checkSystem(pack, ids, report);
  checkSites(pack, report);
  pack.regional.forEach(({ metric }, i) => known(metric, ids.metrics, "metric", `regional[${i}].metric`, report));
  pack.changes.forEach(({ date }, i) => checkDay(date, `changes[${i}].date`, report));
  pack.changes.forEach(({ affects }, i) =>
    affects.forEach((id, j) => {
      if (!ids.metrics.has(id) && !ids.actions.has(id))
        report(`changes[${i}].affects[${j}]`, `no metric or action is called ${id}`);
    }),
  );
}

function checkSystem({ system, organisations }: Pack, ids: Ids, report: Report): void {
  if (system === null) return;
  known(system, ids.organisations, "organisation", "system", report);
  const named = organisations.find(({ code }) => code === system);
  if (named && named.role !== "system") report("system", `the system, ${system}, does not have the role “system”`);
}

function checkSites({ organisations }: Pack, report: Report): void {
  const owners = new Map<string, string>();
  organisations.forEach(({ code, sites = [] }, i) =>
    sites.forEach((site, j) => {
      const owner = owners.get(site.code);
      if (owner !== undefined) report(`organisations[${i}].sites[${j}]`, `its site ${site.code} is ${owner}’s already`);
      owners.set(site.code, code);
    }),
  );
}

function checkMetrics(pack: Pack, ids: Ids, report: Report): void {
  const byTerm = new Map<string, string>();
  pack.metrics.forEach((metric, i) => {
    const path = `metrics[${i}]`;
    const { min, max } = metric.bounds;
    if (min !== null && max !== null && max < min)
      report(`${path}.bounds`, `its upper bound, ${max}, is below its lower, ${min}`);
    checkTerm(metric, byTerm, path, report);
    if (metric.costOf !== undefined) known(metric.costOf, ids.metrics, "metric", `${path}.costOf`, report);
    metric.reportedBy.forEach((code, j) =>
      known(code, ids.organisations, "organisation", `${path}.reportedBy[${j}]`, report),
    );
    for (const key of ["numerator", "denominator"] as const) {
      if (metric.ratio) known(metric.ratio[key], ids.metrics, "metric", `${path}.ratio.${key}`, report);
    }
    if (metric.ratio && metric.nature !== "ratio")
      report(`${path}.nature`, "it is made from two metrics, so its nature is “ratio”");
    if (metric.additive && metric.nature === "ratio")
      report(`${path}.additive`, "it is a ratio, and ratios are never added up");
    metric.derivedFrom?.forEach((part, j) => checkDerived(part, ids, `${path}.derivedFrom[${j}]`, report));
    metric.ofWhich?.forEach((part, j) => sameUnit(metric.id, part, ids, `${path}.ofWhich[${j}]`, report));
  });
  pack.identities.forEach(({ total, parts }, i) => {
    known(total, ids.metrics, "metric", `identities[${i}].total`, report);
    parts.forEach((part, j) => sameUnit(total, part, ids, `identities[${i}].parts[${j}]`, report));
  });
  pack.orders.forEach(({ greater, lesser }, i) => {
    known(greater, ids.metrics, "metric", `orders[${i}].greater`, report);
    sameUnit(greater, lesser, ids, `orders[${i}].lesser`, report);
  });
}

function checkTerm({ id, term, unit }: Metric, byTerm: Map<string, string>, path: string, report: Report): void {
  if (term === undefined) return;
  const known = termOf(term);
  const other = byTerm.get(term);
  if (known === undefined) report(`${path}.term`, `the vocabulary has no term ${term}`);
  else if (known.unit !== unit) report(`${path}.unit`, `it is in ${unit}, its term ${term} in ${known.unit}`);
  if (other !== undefined) report(`${path}.term`, `its term ${term} is that of ${other} already`);
  byTerm.set(term, id);
}

function checkDerived(part: { metric: string; fuel: string }, ids: Ids, path: string, report: Report): void {
  known(part.metric, ids.metrics, "metric", `${path}.metric`, report);
  const fuel = ukFactors.fuels.find((each) => each.fuel === fuelId(part.fuel));
  const unit = ids.metrics.get(part.metric)?.unit;
  if (!fuel) report(`${path}.fuel`, `the factor register has no ${shortened(part.fuel)}`);
  else if (unit !== undefined && unit !== fuel.per)
    report(path, `${part.metric} is in ${unit}, the factor of ${shortened(part.fuel)} per ${fuel.per}`);
}

function sameUnit(whole: string, part: string, ids: Ids, path: string, report: Report): void {
  known(part, ids.metrics, "metric", path, report);
  const [a, b] = [ids.metrics.get(whole), ids.metrics.get(part)];
  if (a && b && a.unit !== b.unit) report(path, `${part} is in ${b.unit}, ${whole} in ${a.unit}`);
}

function checkTargets(pack: Pack, ids: Ids, report: Report): void {
  pack.targets.forEach((target, i) => {
    const path = `targets[${i}]`;
    known(target.metric, ids.metrics, "metric", `${path}.metric`, report);
    target.appliesTo.forEach((code, j) =>
      known(code, ids.organisations, "organisation", `${path}.appliesTo[${j}]`, report),
    );
    target.base?.stated.forEach(({ organisation }, j) =>
      known(organisation, ids.organisations, "organisation", `${path}.base.stated[${j}].organisation`, report),
    );
    if (target.base) checkYear(target.base.year, `${path}.base.year`, report);
    checkDue(target.due, `${path}.due`, report);
    target.alternatives.forEach(({ due }, j) => due && checkDue(due, `${path}.alternatives[${j}].due`, report));
    checkGoal(target, ids, path, report);
  });
  checkPathways(pack, report);
}

function checkGoal({ goal, metric }: Target, ids: Ids, path: string, report: Report): void {
  const better = ids.metrics.get(metric)?.better;
  if (goal.kind === "band" && goal.high < goal.low)
    report(`${path}.goal`, `the band's upper edge, ${goal.high}, is below its lower, ${goal.low}`);
  if (better !== undefined && (goal.kind === "yes") !== (better === "yes")) {
    report(`${path}.goal.kind`, `${metric} is ${better === "yes" ? "" : "not "}answered by yes or no`);
  }
}

function checkPathways(pack: Pack, report: Report): void {
  const metricOf = new Map<string, string>();
  pack.targets.forEach(({ pathway, metric }, i) => {
    const first = metricOf.get(pathway) ?? metric;
    metricOf.set(pathway, first);
    if (first !== metric) report(`targets[${i}].pathway`, `pathway ${pathway} is of ${first}, not of ${metric}`);
  });
}

function checkDue(due: Due, path: string, report: Report): void {
  if (due.kind === "date") return checkDay(due.date, `${path}.date`, report);
  if (due.kind === "inForce") return checkDay(due.from, `${path}.from`, report);
  checkYear(due.early, `${path}.early`, report);
  checkYear(due.late, `${path}.late`, report);
  if (due.late < due.early) report(path, `the window ends in ${due.late}, before it starts in ${due.early}`);
}

function checkActions(pack: Pack, ids: Ids, report: Report): void {
  const twinsOf = new Map(pack.actions.map(({ id, twins }) => [id, twins]));
  pack.actions.forEach((action, i) => {
    const path = `actions[${i}]`;
    known(action.area, ids.areas, "area", `${path}.area`, report);
    action.metrics.forEach((metric, j) => known(metric, ids.metrics, "metric", `${path}.metrics[${j}]`, report));
    checkCompletions(action, pack, path, report);
    action.twins.forEach((twin, j) => {
      known(twin, ids.actions, "action", `${path}.twins[${j}]`, report);
      const back = twinsOf.get(twin);
      if (back && !back.includes(action.id))
        report(`${path}.twins[${j}]`, `${twin} does not name ${action.id} as its twin`);
    });
  });
}

function checkCompletions(action: PlanAction, plan: Pack, path: string, report: Report): void {
  const dates = [action.exception ?? action, ...(action.parts ?? [])];
  for (const { completion } of dates) {
    if (readCompletion(completion, plan) === null)
      report(path, `the completion date “${shortened(completion)}” cannot be read`);
  }
}

function checkClauses(pack: Pack, ids: Ids, report: Report): void {
  for (const list of CLAUSES)
    pack[list].forEach(({ metrics, actions }, i) => {
      metrics.forEach((metric, j) => known(metric, ids.metrics, "metric", `${list}[${i}].metrics[${j}]`, report));
      actions.forEach((action, j) => known(action, ids.actions, "action", `${list}[${i}].actions[${j}]`, report));
    });
  if (pack.annualReview) known(pack.annualReview.action, ids.actions, "action", "annualReview.action", report);
  pack.supplierRoadmap.forEach(({ date }, i) => checkDay(date, `supplierRoadmap[${i}].date`, report));
  pack.priorities.forEach(({ askedOf }, i) =>
    askedOf.forEach((code, j) =>
      known(code, ids.organisations, "organisation", `priorities[${i}].askedOf[${j}]`, report),
    ),
  );
}

function known(id: string, all: { has(id: string): boolean }, what: string, path: string, report: Report): void {
  if (!all.has(id)) report(path, `no ${what} is called ${id}`);
}

function checkDay(day: string, path: string, report: Report): void {
  if (!isRealDate(day)) report(path, `${day} is no day of the calendar`);
}

function checkYear(year: string, path: string, report: Report): void {
  if (periodOf(year)?.kind !== "financial-year") report(path, `${year} is no financial year`);
}
