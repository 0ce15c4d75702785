import type { MetricId, OrganisationCode, TargetId } from "../plan/schema";
import type { Period } from "../plan/time/periods";
import type { UnitId } from "../plan/quantity/units";
import type { MethodChange } from "./method/method-changes";
import type { CellPlace } from "../snapshot/snapshot";

/** The colour of an assessment; grey has a reason instead of a judgement. */
export type Rag = "green" | "amber" | "red" | "grey";
/** Why an assessment is grey. */
export type GreyReason = "not yet due" | "no data" | "stale" | "partial" | "no baseline";

/** P will meet, F will not unless something changes, ? may or may not (after Making Data Count). */
export type Assurance = "P" | "F" | "?";

/** The trend through a series, carried on to its next milestone, with its 95% range. */
interface Projection {
  /** Per year, in the metric's unit. */
  readonly slope: number;
  readonly points: number;
  /** At the next milestone. */
  readonly at: Period;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What control limits say of a monthly or quarterly series (calculations.md section 6). */
export interface SpcReading {
  readonly points: number;
  /** The last figure: `variation` is about it. */
  readonly last: Period;
  /** The period the limits begin with, where a person decided on new ones; null where they stand on the whole series. */
  readonly since: Period | null;
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** True below 13 points: the limits are on trial. */
  readonly trial: boolean;
  /** What the last point says. */
  readonly variation: "common cause" | "improvement" | "concern" | "special cause";
  /** Against a fixed target; null where the target moves. */
  readonly assurance: Assurance | null;
}

/** A period that ended without a figure, and why where the return says something of it that is none. */
export interface Unreported {
  readonly period: Period;
  readonly why: string | null;
}

/** One metric of one organisation in one period against its target (cli-contract "Assessment"). */
export interface Assessment {
  readonly metric: MetricId;
  readonly target: TargetId;
  readonly organisation: OrganisationCode;
  readonly period: Period;
  /** True on one row a target, metric and organisation: the last period with an actual, else the grey "no data" row. */
  readonly latest: boolean;
  /** On the latest figure, the next period where it has ended by the reporting date without a figure. */
  readonly unreported: Unreported | null;
  readonly actual: number | null;
  readonly unit: UnitId;
  /** The cells behind `actual`, for live formulas. */
  readonly places: readonly CellPlace[];
  readonly baseline: { readonly period: Period; readonly value: number; readonly place: CellPlace | null } | null;
  /** `value` is a level in `unit`; a band has both edges. */
  readonly goal: {
    readonly kind: "level" | "change" | "band" | "yes";
    readonly value: number | null;
    readonly upper: number | null;
    /** "2028-32", "March 2024": as shown. */
    readonly by: string;
    /** The period in which it falls due (late edge). */
    readonly due: Period;
    /** The period in which the last target of the same pathway falls due: of a footprint, net zero. */
    readonly final: Period;
    /** Of a target that gives way to an organisation's own greater one: which was used, in words. */
    readonly own?: string;
  };
  /** Where the path stands in this period; early is null where there is no window. */
  readonly path: { readonly late: number | null; readonly early: number | null };
  /** In `unit`; positive is behind, whatever the direction. */
  readonly gap: number | null;
  /** Of the path, in percent; null where the path is 0. */
  readonly gapPercent: number | null;
  readonly rag: Rag;
  readonly why: GreyReason | null;
  /** "ahead", "on track", "behind", "above range"…: the word that stands beside the colour. */
  readonly word: string;
  readonly assurance: Assurance | null;
  readonly projection: Projection | null;
  readonly neededPerYear: number | null;
  /** `neededPerYear` as a fall in percent on the year before, for a fall to a level above 0 (calculations.md section 2). */
  readonly neededPercentPerYear?: number | null;
  /** "2042/43", "not on current trend", or null where no projection can be made. */
  readonly attains: string | null;
  /** Always labelled, never mixed up (calculations.md section 2). Percent. */
  readonly reductions: {
    readonly againstBase: number | null;
    readonly againstPrevious: number | null;
    readonly ofTarget: number | null;
  };
  readonly budget: {
    readonly from: Period;
    readonly to: Period;
    readonly total: number;
    readonly used: number | null;
    /** "March 2031", or null where it is not passed or cannot be known. */
    readonly exhausted: string | null;
    /** What actuals and the trend come to by `to`, as a share of the budget: 1.5 is half as much again; null without a trend. */
    readonly overshoot?: number | null;
  } | null;
  readonly partial: boolean;
  readonly missing: readonly string[];
  /** The alternative reading of the target that was asked for; absent for the plan's own. */
  readonly basis?: string;
  /** Changes of source or method up to this figure, in order; absent where none is recorded. */
  readonly methodChanges?: readonly MethodChange[];
  /** True where `actual` is the twelve months ending with `period`, added up from parts of a year. */
  readonly rolling?: boolean;
  /** On the latest figure of a series with parts of a year. */
  readonly spc?: SpcReading | null;
  /** "How was this worked out", with the numbers in it, and the plan's section. */
  readonly working: string;
}

/** What was computed of an action's status as of a date. */
export type ActionStatus =
  | "complete"
  | "complete late"
  | "on track"
  | "due soon"
  | "overdue"
  | "review due"
  | "not started late"
  | "no return"
  | "closed"
  | "superseded"
  | "business as usual"
  | "next plan"
  | "not applicable";

/** What the status words of a tracker mean, whatever they are (plan-facts.md section 4); "cancelled" is closed without being done. */
export type ReportedStatusWord =
  | "not started"
  | "in progress"
  | "complete"
  | "on hold"
  | "cancelled"
  | "superseded"
  | "business as usual"
  | "next plan"
  | "not applicable";

/** A new date for an action, and what stands of its agreement. */
export interface AgreedDate {
  /** The new date as an ISO date; null where it cannot be read. */
  readonly date: string | null;
  /** As the tracker has it, a serial number as its day. */
  readonly written: string;
  /** Who agreed it and on which day, as far as the tracker says. */
  readonly by: string | null;
  readonly on: string | null;
  /**
   * "agreed" and "no record" (of who agreed it) count, in the place of the plan's date. Those that do not: "not agreed"
   * as the tracker itself says, "later" than the reporting date, "not read", and what is only a "forecast".
   */
  readonly standing: "agreed" | "no record" | "not agreed" | "later" | "not read" | "forecast";
  /** What the tracker says in the place of an agreement: "awaiting Board". */
  readonly instead: string | null;
  /** The size of the move from the plan's date: "6 months", "12 days"; null where it did not move or the plan has no date. */
  readonly moved: string | null;
  /** It was brought forward. */
  readonly earlier: boolean;
  readonly reason: string | null;
  readonly cell: string;
}

/** How one organisation stands on an action that several report. */
export interface BodyState {
  readonly organisation: OrganisationCode;
  readonly status: ActionStatus;
  readonly normalised: ReportedStatusWord | null;
  /** ISO date that counts for it. */
  readonly due: string | null;
  readonly daysLate: number;
  /** Null where its own columns of the tracker are blank. */
  readonly cell: string | null;
}

/** What stands on record of an action that ended otherwise than by being done, as far as the tracker says. */
export interface EndRecord {
  readonly on: string | null;
  readonly by: string | null;
  readonly reason: string | null;
}

/** A thing that a person should look at in an action's rows, in one plain sentence. */
export interface ActionConcern {
  readonly kind:
    | "no owner"
    | "twins disagree"
    | "ends after the plan"
    | "rows disagree"
    | "date not read"
    | "status not read"
    | "no status"
    | "date moved"
    | "no evidence"
    | "plan says complete";
  readonly sentence: string;
}

/** A part of an action that has a completion date of its own; `due` is an ISO date. */
export interface ActionPart {
  readonly title: string;
  readonly due: string | null;
  readonly review: "quarterly" | "annual" | null;
}

/** One of the plan's actions against its date (cli-contract "actions"). */
export interface ActionAssessment {
  readonly id: string;
  readonly area: string;
  readonly title: string;
  /** The completion date as the plan writes it, and how it was read. */
  readonly completion: string;
  readonly reading: string;
  /** ISO date; for what goes on without an end the day it is to have begun by; null where no day is named. */
  readonly due: string | null;
  /** The plan's own; `due` is another where one was agreed. */
  readonly planDue: string | null;
  /** A new date in the tracker, whether or not it counts; null where there is none or it is the plan's. */
  readonly agreed: AgreedDate | null;
  /** Goes on without an end: `due` is then no day to be done by. */
  readonly goesOn?: boolean;
  readonly review: "quarterly" | "annual" | null;
  readonly parts: readonly ActionPart[] | null;
  readonly status: ActionStatus;
  readonly rag: Rag;
  /** Status as the return has it, and what it was normalised to. */
  readonly reported: string | null;
  readonly normalised: ReportedStatusWord | null;
  /** Where several organisations report it, how each stands; else empty. */
  readonly bodies: readonly BodyState[];
  /** The organisations that lead it and contribute, as the tracker names them. */
  readonly lead: string | null;
  readonly contributors: string | null;
  /** The words by which it depends on a partner; null where nothing says so. */
  readonly dependsOn: string | null;
  /** Of an action that is closed, superseded, business as usual or in the next plan; else null. */
  readonly ended: EndRecord | null;
  /** Of a complete action whose tracker keeps evidence or speaks of it: what there is of it, null for none. Undefined for any other. */
  readonly evidence?: string | null;
  /** As the tracker has them. */
  readonly resources: string | null;
  readonly cost: string | null;
  readonly saving: string | null;
  readonly owner: string | null;
  readonly cell: string | null;
  /** Days past due, 0 where not late. */
  readonly daysLate: number;
  readonly metrics: readonly MetricId[];
  readonly twins: readonly string[];
  readonly comment: string | null;
  /** Each thing a person should look at, one plain sentence: no owner, twins that disagree, an end after the plan's. */
  readonly concerns?: readonly ActionConcern[];
  /** Every cell that reports a status for this action, where several organisations do. */
  readonly cells?: readonly string[];
  readonly working: string;
}
