import { fuelId } from "./factors";
import type { PackProblem } from "./pack-problems";
import { formatDate } from "./time/periods";
import type { UnitId } from "./quantity/unit-ids";
import { nhsVocabulary, termOf, type Term } from "./vocabulary/vocabulary";
import type {
  Area,
  Commitment,
  Due,
  Metric,
  Objective,
  Organisation,
  Pack,
  PlanAction,
  Priority,
  RoadmapStep,
  Target,
  Thresholds,
  WrittenAction,
  WrittenDue,
  WrittenMetric,
  WrittenOrganisation,
  WrittenPack,
  WrittenTarget,
} from "./schema";

/**
 * Fills in what a pack's author left out, so that the rest of the code has a whole pack. What cannot be known without
 * guessing at the sense of a figure is a problem with the entry's name instead.
 */

/** Thresholds of the data-quality rules where a pack sets none (validation-rules.md). */
const THRESHOLDS: Thresholds = {
  estimatedSharePercent: 30,
  outlierMad: 3.5,
  outlierMinimumLines: 8,
  dominantSharePercent: 50,
  shareTolerance: 0.5,
  staleLines: 3,
  stalePeriods: 3,
  unitSlipTolerancePercent: 5,
  factorDifferencePercent: 20,
  denominatorPercent: 5,
  priceRatio: 3,
  rebaselinePercent: 5,
  amberPercent: 5,
  dueSoonDays: 90,
  explanationMinimumCharacters: 30,
  roundingTolerance: 0.5,
};

const PLAN_DEFAULTS = {
  version: "1",
  issued: "on a date not given",
  identities: [],
  orders: [],
  regional: [],
  conventions: [],
  contradictions: [],
  notes: [],
  changes: [],
};

/** An entry with the defaults in the place of what its author left out. */
type Filled<Defaults, Written> = Omit<Written, keyof Defaults> & {
  [Key in keyof Defaults]: Defaults[Key] | (Key extends keyof Written ? Exclude<Written[Key], undefined> : never);
};

function filled<Defaults extends object, Written extends object>(
  defaults: Defaults,
  written: Written,
): Filled<Defaults, Written> {
  const given = Object.entries(written).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(given) } as Filled<Defaults, Written>;
}

/** What stands where a pack cites no section of its plan. */
const UNCITED = "the plan";

export interface Completed {
  readonly pack: Pack;
  readonly problems: readonly PackProblem[];
}

/** A written pack made whole, and what could not be filled in. A pack that is whole stays as it is. */
export function completePack(written: WrittenPack): Completed {
  const source = UNCITED;
  const organisations = written.organisations.map((each) => completeOrganisation(each, written.system));
  const actions = written.actions.map((each) => completeAction(each, source));
  const terms = termsByTitle(written.metrics);
  const problems: PackProblem[] = [];
  const metrics = written.metrics.map((metric, index): Metric => {
    const term = metric.term ?? terms.get(metric)?.id;
    const better = metric.better ?? betterOf(metric, written.targets);
    if (better === null) problems.push({ path: `metrics[${index}].better`, reason: UNKNOWN_SENSE });
    return completeMetric({ ...metric, ...(term !== undefined && { term }) }, better ?? "neither", {
      source,
      reporters: reportersOf(organisations),
      area: actions.find(({ metrics: named }) => named.includes(metric.id))?.area ?? null,
    });
  });
  const pack: Pack = {
    ...filled(PLAN_DEFAULTS, written),
    system: systemOf(written),
    organisations,
    areas: written.areas ?? areasOf(actions, source),
    metrics,
    targets: completeTargets(written.targets, metrics, source),
    actions,
    ...completeClauses(written),
    thresholds: filled(THRESHOLDS, written.thresholds ?? {}),
  };
  return { pack, problems };
}

/** The organisation that has the role of the system; none where a plan adds no organisations up, as one trust's. */
function systemOf({ system, organisations }: WrittenPack): Pack["system"] {
  if (system !== undefined) return system;
  return organisations.find(({ role }) => role === "system")?.code ?? null;
}

function completeOrganisation(written: WrittenOrganisation, system: WrittenPack["system"]): Organisation {
  const role: Organisation["role"] = written.code === system ? "system" : "member";
  const shortName = written.name.replace(/ NHS (Foundation )?Trust$/, "");
  return filled({ shortName, aliases: [], role, source: UNCITED }, written);
}

function reportersOf(organisations: readonly Organisation[]): Metric["reportedBy"] {
  return organisations.filter(({ role }) => role === "member").map(({ code }) => code);
}

/** Why a metric with only level targets needs `better`: "at most 90" and "at least 90" are levels both. */
const UNKNOWN_SENSE =
  "its targets do not say whether more or less is better: add “better”, which is “lower” or “higher”";

/** Which way is better, from what the metric's targets ask; null where they cannot tell. */
function betterOf({ id, unit }: WrittenMetric, targets: readonly WrittenTarget[]): Metric["better"] | null {
  if (unit === "yes/no") return "yes";
  const goals = targets.filter(({ metric }) => metric === id).map(({ goal }) => goal);
  if (goals.length === 0) return "neither";
  const senses = new Set(
    goals.flatMap((goal): Metric["better"][] => {
      if (goal.kind === "band" || goal.kind === "yes") return [goal.kind];
      if (goal.kind === "level" || goal.percent === 0) return [];
      return [goal.percent < 0 ? "lower" : "higher"];
    }),
  );
  const [sense, ...others] = senses;
  return sense === undefined || others.length > 0 ? null : sense;
}

/** The term of each metric without one whose title is a name of it in the same unit, where no other metric has that term. */
function termsByTitle(metrics: readonly WrittenMetric[]): ReadonlyMap<WrittenMetric, Term> {
  const taken = new Set(metrics.flatMap(({ term }) => term ?? []));
  const found = new Map<WrittenMetric, Term>();
  for (const metric of metrics) {
    if (metric.term !== undefined) continue;
    const title = plainWords(metric.title);
    const term = nhsVocabulary.terms.find(
      ({ id, unit, title: own, names = [] }) =>
        unit === metric.unit && !taken.has(id) && [own, ...names].some((name) => plainWords(name) === title),
    );
    if (term === undefined) continue;
    taken.add(term.id);
    found.set(metric, term);
  }
  return found;
}

function plainWords(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}£]+/gu, " ")
    .trim();
}

interface Around {
  readonly source: string;
  readonly reporters: Metric["reportedBy"];
  /** The area of the first action that names the metric. */
  readonly area: string | null;
}

function completeMetric(written: WrittenMetric, better: Metric["better"], around: Around): Metric {
  const nature = written.nature ?? natureOf(written.unit);
  const { derivedFrom } = written;
  const defaults = {
    area: areaOf(written.term, around.area),
    additive: (nature === "flow" || nature === "level") && written.unit !== "points",
    bounds: boundsOf(written.unit),
    materiality: { percent: materialPercent(written.unit, nature), ofOrganisationTotal: 1 },
    reportedBy: [...around.reporters],
    source: around.source,
  };
  return {
    ...filled(defaults, written),
    nature,
    better,
    ...(derivedFrom && { derivedFrom: derivedFrom.map((part) => ({ ...part, fuel: fuelId(part.fuel) })) }),
  };
}

/** The footprints' own group; else the area of an action that names the metric, so that a gap is beside what answers it. */
function areaOf(termId: string | undefined, ofAction: string | null): string {
  const area = termId === undefined ? undefined : termOf(termId)?.area;
  return area === "carbon" ? area : (ofAction ?? area ?? "other");
}

/** What is so at a date; a count may be either, and a level is the one that months are not added up for. */
const LEVELS: ReadonlySet<UnitId> = new Set(["m²", "people", "vehicles", "sites", "points", "count"]);

function natureOf(unit: UnitId): Metric["nature"] {
  if (unit === "yes/no") return "answer";
  if (unit === "%" || unit.includes("/")) return "ratio";
  return LEVELS.has(unit) ? "level" : "flow";
}

function boundsOf(unit: UnitId): Metric["bounds"] {
  if (unit === "yes/no") return { min: 0, max: 1 };
  if (unit === "points") return { min: null, max: null };
  return { min: 0, max: unit === "%" ? 100 : null };
}

/** How much of a change from year to year counts, in percent (validation-rules.md DQ03). */
function materialPercent(unit: UnitId, nature: Metric["nature"]): number {
  if (unit === "%") return 30;
  if (unit === "m²") return 5;
  const steady = nature === "ratio" || nature === "answer" || ["kWh", "tCO2e", "m³", "points"].includes(unit);
  return steady ? 15 : 25;
}

function completeTargets(written: readonly WrittenTarget[], metrics: readonly Metric[], source: string): Target[] {
  const used = new Set(written.flatMap(({ id }) => id ?? []));
  return written.map((target): Target => {
    const metric = metrics.find(({ id }) => id === target.metric);
    const due = completeDue(target.due);
    const base = target.base ?? null;
    const ofBase = base === null ? "the organisation’s own baseline" : `its own of ${base.year}`;
    const path: Target["path"] = target.goal.kind === "change" ? "linear" : "step";
    const defaults = {
      pathway: target.metric,
      appliesTo: [...(metric?.reportedBy ?? [])],
      ofWhat: target.goal.kind === "change" ? ofBase : (metric?.title ?? target.metric),
      boundary: "As the plan has it",
      path,
      alternatives: [],
      firm: true,
      source,
    };
    return {
      ...filled(defaults, target),
      id: target.id ?? freeId(`${target.metric}-${dueYears(due)}`, used),
      base,
      due,
    };
  });
}

function completeDue(written: WrittenDue): Due {
  switch (written.kind) {
    case "date":
      return filled({ as: formatDate(written.date) }, written);
    case "inForce":
      return filled({ as: `from ${formatDate(written.from)}` }, written);
    case "window":
      return filled({ as: `${written.early} to ${written.late}` }, written);
  }
}

function dueYears(due: Due): string {
  if (due.kind === "window") return `${due.early}-${due.late}`;
  return (due.kind === "date" ? due.date : due.from).slice(0, 7);
}

function freeId(wanted: string, used: Set<string>): string {
  let id = wanted;
  for (let count = 2; used.has(id); count++) id = `${wanted}-${count}`;
  used.add(id);
  return id;
}

function completeAction(written: WrittenAction, source: string): PlanAction {
  return filled({ area: lettersOf(written.id), metrics: [], twins: [], source }, written);
}

/** What the plan says besides targets and actions; none of it where an author left it out. */
function completeClauses(written: WrittenPack) {
  const bare = { metrics: [], actions: [], source: UNCITED };
  return {
    objectives: (written.objectives ?? []).map((each): Objective => filled(bare, each)),
    supplierRoadmap: (written.supplierRoadmap ?? []).map((each): RoadmapStep => filled(bare, each)),
    priorities: (written.priorities ?? []).map((each): Priority => filled({ ...bare, askedOf: [] }, each)),
    commitments: (written.commitments ?? []).map((each): Commitment => filled(bare, each)),
  };
}

/** "TR1" is of area TR; an id without letters before its number is of the one area "Actions". */
function lettersOf(id: string): string {
  return /^\p{L}+/u.exec(id)?.[0] ?? "Actions";
}

/** The areas that a pack's actions name, where it lists none. */
function areasOf(actions: readonly PlanAction[], source: string): Area[] {
  const prefixes = [...new Set(actions.map(({ area }) => area))];
  return prefixes.map((prefix) => ({ prefix, name: prefix, section: source, group: prefix }));
}
