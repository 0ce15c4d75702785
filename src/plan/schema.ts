import * as z from "zod/mini";
import { annualReviewSchema, clauseLists, writtenClauseLists } from "./clauses";
import {
  actionId,
  date,
  id,
  metricId,
  name,
  number,
  organisationCode,
  targetId,
  text,
  within,
  year,
} from "./schema-parts";
import { UNIT_IDS } from "./quantity/unit-ids";
import { organisationSize, wordingFields } from "./vocabulary/vocabulary";

/**
 * The shape of a plan pack: a green plan as data. Everything a plan fixes (who reports, which
 * metrics, which targets, which actions, what it says twice and differently) is here and nowhere
 * in code, so a refreshed plan, or another system's plan, is another file.
 *
 * The schemas named "written" are of a pack as its author writes it, where much may be left out; the others are
 * of a pack as code has it, whole (`defaults.ts` fills in what was left out).
 *
 * Text is our own wording; `source` cites the plan's section.
 */

const source = text;

const organisationSchema = z.strictObject({
  code: organisationCode,
  name,
  shortName: name,
  /** Other names and spellings; case, spacing and punctuation are forgiven anyway. */
  aliases: z.array(name),
  /** A member's figures count in the system's totals; "elsewhere" is counted in another system; a region has targets only. */
  role: z.enum(["system", "member", "elsewhere", "partner", "region"]),
  /** A member whose figures stand beside the system's total, in it only where people decide so. */
  besideTotal: z.optional(z.literal(true)),
  /** How large it is; without it no figure is held against what organisations of its size report. */
  size: z.optional(organisationSize),
  /** Its sites: a figure of a site named here is its organisation's. */
  sites: z.optional(z.array(z.strictObject({ code: id, name, aliases: z.optional(z.array(name)) }))),
  source,
});

const writtenOrganisationSchema = z.partial(organisationSchema, {
  shortName: true,
  aliases: true,
  role: true,
  source: true,
});

const areaSchema = z.strictObject({ prefix: id, name, section: text, group: text });

const metricSchema = z.strictObject({
  id: metricId,
  /** Its term in the vocabulary, "electricity-used": its names, words, prices and part in an intensity are then known. */
  term: z.optional(id),
  /** An area's group or prefix, as the plan's own table groups it: "carbon", "travel"… */
  area: text,
  title: name,
  unit: z.enum(UNIT_IDS),
  /** Whether sites add up to their organisation and members to the system. */
  additive: z.boolean(),
  /** A flow runs over a period and can be summed over months; a level is so at a date; a ratio is made from two metrics; an answer is yes or no. */
  nature: z.enum(["flow", "level", "ratio", "answer"]),
  better: z.enum(["lower", "higher", "band", "yes", "neither"]),
  /** Values outside cannot be true. */
  bounds: z.strictObject({ min: z.nullable(number), max: z.nullable(number) }),
  /** A ratio's own parts, by metric id, and the factor that puts it in its unit (100 for a share). */
  ratio: z.optional(
    z.strictObject({
      numerator: metricId,
      denominator: metricId,
      times: within(1e-9, 1e9, "what turns the quotient into the unit"),
    }),
  ),
  /** Emissions worked out from other metrics by factor: each with its fuel in the factor register. */
  derivedFrom: z.optional(z.array(z.strictObject({ metric: metricId, fuel: text }))),
  /** "of which" metrics: parts of this one, kept but never added to it. */
  ofWhich: z.optional(z.array(metricId)),
  /** A year-on-year change counts when it passes both (validation-rules DQ03). */
  materiality: z.strictObject({
    percent: within(0, 1000, "a change from year to year, in percent"),
    ofOrganisationTotal: within(0, 100, "a share of the organisation’s total, in percent"),
  }),
  /** Who is asked for it: organisation codes. */
  reportedBy: z.array(organisationCode),
  /** Months after a period's end by which its figure is to be reported, where the plan says so. */
  reportedWithinMonths: z.optional(within(0, 36, "months after the period’s end by which it is reported")),
  ...wordingFields,
  /** The metric that this cost pays for. */
  costOf: z.optional(metricId),
  source,
});

const writtenMetricSchema = z.partial(metricSchema, {
  area: true,
  additive: true,
  nature: true,
  better: true,
  bounds: true,
  materiality: true,
  reportedBy: true,
  source: true,
});

const goalSchema = z.discriminatedUnion("kind", [
  /** Compare the value with a level. `strict`: at the level itself is not met ("under 10"). */
  z.strictObject({ kind: z.literal("level"), value: number, strict: z.optional(z.boolean()) }),
  /** A change in percent of the organisation's own baseline: -80. */
  z.strictObject({ kind: z.literal("change"), percent: number }),
  z.strictObject({ kind: z.literal("band"), low: number, high: number }),
  z.strictObject({ kind: z.literal("yes") }),
]);

/** When a target falls due: on a date, in a window with an early and a late edge (financial years), or in force from a date. */
const dueOnDate = z.strictObject({ kind: z.literal("date"), date, as: text });
const dueInWindow = z.strictObject({ kind: z.literal("window"), early: year, late: year, as: text });
const dueInForce = z.strictObject({ kind: z.literal("inForce"), from: date, as: text });
const dueSchema = z.discriminatedUnion("kind", [dueOnDate, dueInWindow, dueInForce]);

/** `as` is how the plan writes the date; without it the date stands for itself. */
const writtenDueSchema = z.discriminatedUnion("kind", [
  z.partial(dueOnDate, { as: true }),
  z.partial(dueInWindow, { as: true }),
  z.partial(dueInForce, { as: true }),
]);

const targetSchema = z.strictObject({
  id: targetId,
  metric: metricId,
  /** Targets of one pathway stand on it one after the other, in order of date. */
  pathway: id,
  goal: goalSchema,
  due: dueSchema,
  /** Organisations it is judged for. */
  appliesTo: z.array(organisationCode),
  /** Of what, in words: "emissions of 2019/20". */
  ofWhat: text,
  boundary: text,
  base: z.nullable(
    z.strictObject({
      year,
      /** Baselines the plan itself states, in the metric's unit, by organisation. Others use their own. */
      stated: z.array(z.strictObject({ organisation: organisationCode, value: number })),
    }),
  ),
  path: z.enum(["linear", "compound", "compound to zero", "step"]),
  /** Other readings of the same target, never the default; e.g. the national basis. */
  alternatives: z.array(
    z.strictObject({ id, title: text, goal: goalSchema, due: z.optional(dueSchema), reason: text, source }),
  ),
  /** Firm, or "work towards". */
  firm: z.boolean(),
  /** An organisation's own target stands in for it where that asks for more ("or own target if greater"). */
  ownIfGreater: z.optional(z.boolean()),
  /** History (said to be achieved) is never shown as missing. */
  history: z.optional(z.boolean()),
  note: z.optional(text),
  source,
});

const writtenTargetSchema = z.extend(
  z.partial(targetSchema, {
    id: true,
    pathway: true,
    appliesTo: true,
    ofWhat: true,
    boundary: true,
    base: true,
    path: true,
    alternatives: true,
    firm: true,
    source: true,
  }),
  { due: writtenDueSchema },
);

const regionalRowSchema = z.strictObject({
  region: text,
  base1990: number,
  current: number,
  interim: number,
  netZero: number,
});

const actionSchema = z.strictObject({
  id: actionId,
  area: id,
  title: text,
  /** The completion date as the plan writes it. */
  completion: text,
  /** The parts where one action has several dates. */
  parts: z.optional(z.array(z.strictObject({ title: text, completion: text }))),
  /** A review the action's own text asks for besides its date. */
  review: z.optional(z.enum(["quarterly", "annual"])),
  /** Where the usual reading of its date does not hold: the reading and why. */
  exception: z.optional(z.strictObject({ completion: text, reason: text })),
  metrics: z.array(metricId),
  twins: z.array(actionId),
  source,
});

const writtenActionSchema = z.partial(actionSchema, { area: true, metrics: true, twins: true, source: true });

const noteSchema = z.strictObject({ id, text, source });

const changeSchema = z.strictObject({
  id,
  date,
  /** As shown, where the date is not known to the day. */
  dateText: text,
  change: text,
  affects: z.array(id),
  secondary: z.boolean(),
  source,
});

/** Thresholds of the data-quality rules (validation-rules.md), changeable in the pack. */
const thresholdsSchema = z.strictObject({
  estimatedSharePercent: within(0, 100, "a share of a total, in percent"),
  outlierMad: within(1, 1000, "how many times the usual distance from the middle counts as far"),
  outlierMinimumLines: within(3, 10_000, "how many sites are enough to compare"),
  dominantSharePercent: within(0, 100, "a share of a total, in percent"),
  shareTolerance: within(0, 50, "how far from 100 shares may add up, in percent"),
  staleLines: within(1, 10_000, "a number of figures"),
  stalePeriods: within(2, 1000, "a number of periods that are alike"),
  unitSlipTolerancePercent: within(0, 50, "how near to ten or a thousand times a figure counts as that, in percent"),
  factorDifferencePercent: within(0, 1000, "how far from the register a factor may lie, in percent"),
  denominatorPercent: within(0, 1000, "how far a denominator may move, in percent"),
  priceRatio: within(1, 1000, "how many times the usual price counts as far"),
  rebaselinePercent: within(0, 1000, "how far a base year may be restated, in percent"),
  amberPercent: within(0, 100, "how far behind its path a figure is amber, in percent"),
  dueSoonDays: within(0, 3660, "a number of days ahead"),
  explanationMinimumCharacters: within(0, 1000, "a number of letters"),
  roundingTolerance: within(0, 1000, "how many units of the last digit sums may be out"),
});

const packSchema = z.strictObject({
  id,
  name,
  version: name,
  issued: name,
  start: date,
  end: date,
  /** The organisation whose totals are its members'; null for a plan that adds no organisations up. */
  system: z.nullable(organisationCode),
  organisations: z.array(organisationSchema),
  areas: z.array(areaSchema),
  metrics: z.array(metricSchema),
  /** Identities between metrics: S1 + S2 + S3-CF = CF. */
  identities: z.array(z.strictObject({ total: metricId, parts: z.array(metricId), source })),
  /** `greater` can never be below `lesser`. */
  orders: z.array(z.strictObject({ greater: metricId, lesser: metricId, source })),
  targets: z.array(targetSchema),
  regional: z.array(
    z.strictObject({
      metric: metricId,
      unit: text,
      interimBy: text,
      netZeroBy: text,
      rows: z.array(regionalRowSchema),
      england: regionalRowSchema,
      tolerance: within(0, 1000, "how far its sums may be out"),
      source,
    }),
  ),
  actions: z.array(actionSchema),
  conventions: z.array(noteSchema),
  contradictions: z.array(noteSchema),
  ...clauseLists,
  annualReview: z.optional(annualReviewSchema),
  notes: z.array(noteSchema),
  changes: z.array(changeSchema),
  thresholds: thresholdsSchema,
});

/** A pack as its author writes it: id, name, start, end, organisations, metrics, targets and actions suffice. */
export const writtenPackSchema = z.extend(
  z.partial(packSchema, {
    version: true,
    issued: true,
    system: true,
    areas: true,
    identities: true,
    orders: true,
    regional: true,
    conventions: true,
    contradictions: true,
    notes: true,
    changes: true,
    thresholds: true,
  }),
  {
    organisations: z.array(writtenOrganisationSchema).check(z.minLength(1)),
    metrics: z.array(writtenMetricSchema),
    targets: z.array(writtenTargetSchema),
    actions: z.array(writtenActionSchema),
    thresholds: z.optional(z.partial(thresholdsSchema)),
    ...writtenClauseLists,
  },
);

export type Pack = z.infer<typeof packSchema>;
export type WrittenPack = z.infer<typeof writtenPackSchema>;
export type WrittenOrganisation = z.infer<typeof writtenOrganisationSchema>;
export type WrittenMetric = z.infer<typeof writtenMetricSchema>;
export type WrittenTarget = z.infer<typeof writtenTargetSchema>;
export type WrittenAction = z.infer<typeof writtenActionSchema>;
export type WrittenDue = z.infer<typeof writtenDueSchema>;
export type Area = z.infer<typeof areaSchema>;
export type Organisation = z.infer<typeof organisationSchema>;
export type Metric = z.infer<typeof metricSchema>;
export type Target = z.infer<typeof targetSchema>;
export type Goal = z.infer<typeof goalSchema>;
export type Due = z.infer<typeof dueSchema>;
export type PlanAction = z.infer<typeof actionSchema>;
export type PlanNote = z.infer<typeof noteSchema>;
export type Thresholds = z.infer<typeof thresholdsSchema>;
export type { Clause, Commitment, Objective, Priority, RoadmapStep } from "./clauses";
export type { MetricId, OrganisationCode, TargetId } from "./schema-parts";
export type { UnitId } from "./quantity/unit-ids";
