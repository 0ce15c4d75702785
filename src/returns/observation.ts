import type { OrganisationCode, MetricId } from "../plan/schema";
import type { CellPlace } from "../snapshot/snapshot";
import type { IsoDate, Period } from "../plan/time/periods";
import type { GivenUnit, UnitId } from "../plan/quantity/units";

/** What a figure is. Columns or rows headed target, plan, budget, variance… are what they say, never actuals. */
export type ObservationKind =
  "actual" | "estimate" | "forecast" | "target" | "baseline" | "budget" | "trajectory" | "variance";

/** One of the columns a figure was added up from. */
export interface ObservationPart {
  readonly place: CellPlace;
  readonly label: string;
  /** In the observation's unit. */
  readonly value: number;
}

/** One figure of a return: the unit of everything that follows. */
export interface Observation {
  readonly metric: MetricId;
  readonly organisation: OrganisationCode;
  /** The site's code or name where the row is one site's, else null. */
  readonly site: string | null;
  readonly period: Period;
  readonly kind: ObservationKind;
  /** In `unit`, the pack's unit for the metric; shares are 0 to 100; yes is 1 and no is 0. Null: a reason stands in `note`. */
  readonly value: number | null;
  readonly unit: UnitId;
  /** As the cell has it. */
  readonly raw: string | number | boolean | null;
  /** The unit the return gave the figure in, and where it was found; null where none was given. */
  readonly givenUnit: GivenUnit | null;
  readonly place: CellPlace;
  /** The row's (or column's) own label, as the return writes it. */
  readonly label: string;
  readonly parts: readonly ObservationPart[] | null;
  /** "estimated", "not applicable", a shorthand such as [e], or null; it ends with `typedAsText` for a number that is one. */
  readonly note: string | null;
  /** True where the cell stands in a hidden row, column or sheet. */
  readonly hidden: boolean;
  /** 0 to 1: how sure we are of the metric; below 1 is shown as a guess. */
  readonly confidence: number;
  /** Identifies the table the figure came from: an index into `ReturnReading.tables`. */
  readonly table: number;
}

/** The data note of a figure that its cell holds as text. */
export const typedAsText = "typed as text";

/** The note of a cell that holds a date where its figure should be. */
export const dateForNumber = "date where a number is expected";

/** Something that has a value, of what may have none. */
export type Known<T extends { readonly value: number | null }> = T & { readonly value: number };

export function hasValue<T extends { readonly value: number | null }>(each: T): each is Known<T> {
  return each.value !== null;
}

/** Figures that could not be understood: a question to a person, listed with its reason, never dropped. */
export interface NotUnderstood {
  /** The first of its cells. */
  readonly place: CellPlace;
  /** "C5:C20": the area that its cells lie in. */
  readonly range: string;
  /** How many figures it asks about. */
  readonly cells: number;
  readonly raw: string | number | boolean | null;
  readonly label: string;
  /** One plain sentence: what is missing, what to do. */
  readonly reason: string;
  /** Whether it asks which metric a line gives, which the mapping answers, or for something else that is missing. */
  readonly asks: "metric" | "other";
  /** The likeliest metric, or null where nothing comes near. */
  readonly suggestion: MetricId | null;
}

/** Figures of England's regions, as in the plan's own tables: no organisation of the plan is asked for them. */
export const REGIONS_RULE = "a table of England's regions, of which only the sums are checked";

/** Why figures of a table are left out of a reading. */
export type LeftOutRule =
  | "a total or a part of a figure that is read"
  | "a change or variance"
  | "another body's row"
  | typeof REGIONS_RULE
  | "a field of a national collection that the plan has no metric for"
  | "a name, reference or note beside the figures"
  | "left out by hand";

/** What became of every number and every yes or no in the tables of figures: the three add up to those cells (cli-contract "Census"). */
export interface Census {
  readonly read: number;
  readonly leftOut: number;
  readonly asked: number;
  readonly byRule: readonly { readonly rule: LeftOutRule; readonly cells: number }[];
}

/** One row of what was understood: the mapping a person can change. */
export interface MappingRow {
  readonly sheet: string;
  /** "C5:C20" */
  readonly range: string;
  readonly label: string;
  readonly metric: MetricId | null;
  /** The unit the figures are given in, by its symbol ("MWh", "£k"), as in `Observation.givenUnit`. */
  readonly unit: string | null;
  readonly organisation: OrganisationCode | null;
  readonly period: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  readonly why: string;
  /** True where a person set it. */
  readonly byHand: boolean;
  /** What the line says: its words, its unit and the heading over it, by which an answer is found again elsewhere; absent in rows kept before. */
  readonly text?: string;
  /** Who set it and when; absent where nobody did, or did not say. */
  readonly who?: string;
  readonly when?: IsoDate;
}

/** A table found on a sheet, whatever its shape. */
export interface FoundTable {
  readonly sheet: string;
  /** "A5:H31", header rows included. */
  readonly range: string;
  readonly shape: "metrics-down" | "periods-down" | "long-list" | "row-per-site" | "form" | "action-tracker";
  readonly title: string | null;
  readonly headerRows: number;
}

/** A cell that says who agreed a new date, or when, with the words over its column. */
export interface AgreementCell {
  readonly heading: string;
  readonly value: string | number | boolean;
}

/** What a tracker may say of an action besides how it stands; each absent where it has no such column, null where the cell is empty. */
export interface ActionNotes {
  /** The new date in its own column, as written; whether it was agreed is for `agreement` to say. */
  readonly revised?: string | number | null;
  /** When people expect it done: nobody need have agreed to that. */
  readonly forecast?: string | number | null;
  /** The filled cells that say who agreed the new date, and when. */
  readonly agreement?: readonly AgreementCell[];
  /** Why its date was moved, or why it was closed. */
  readonly reason?: string | null;
  /** The organisation that leads it, and those that contribute. */
  readonly lead?: string | null;
  readonly contributors?: string | null;
  /** What it depends on: whatever that is, and under a heading that says it is others. */
  readonly dependency?: string | null;
  readonly partner?: string | null;
  readonly evidence?: string | null;
  /** As written; a number with the pound sign and the unit that its heading or its format gives. */
  readonly resources?: string | null;
  readonly cost?: string | null;
  readonly saving?: string | null;
  /** Organisations that have columns of their own in the tracker and left them blank in this row. */
  readonly silent?: readonly OrganisationCode[];
}

/** One action's row in a tracker, as the return has it. */
export interface ReportedAction extends ActionNotes {
  /** The plan's id where it matched one ("FN 5" is FN5), else null. */
  readonly action: string | null;
  /** Every action its row speaks of, where one row stands for several ("TT1-TT3"): one of these each, with the same cells. */
  readonly together?: readonly string[];
  /** What its id adds for a part of the action: "a" of "FN5a"; absent where nothing. */
  readonly part?: string;
  readonly rawId: string;
  readonly title: string | null;
  /** The status words as written. */
  readonly status: string | null;
  /** The colour given beside the status words, as written; absent where there is no such column. */
  readonly rag?: string | null;
  readonly owner: string | null;
  /** The date in the tracker's own column for it, as written: the plan's, unless somebody wrote over it. */
  readonly due: string | number | null;
  readonly started: string | number | null;
  readonly completed: string | number | null;
  readonly lastUpdate: string | number | null;
  /** 0 to 100, or null. */
  readonly percent: number | null;
  readonly comment: string | null;
  readonly organisation: OrganisationCode | null;
  readonly place: CellPlace;
  /** The cell of each column that the row has, keyed as the fields above ("status" to "Actions!F7"). */
  readonly cells: Readonly<Record<string, string>>;
  /** Date fields that could be day or month first, as their column has American dates: never guessed. */
  readonly eitherWay?: readonly string[];
}

/** One subtotal or grand-total figure seen and set aside, so that checks can compare it with its parts. */
export interface StatedTotal {
  readonly metric: MetricId;
  readonly organisation: OrganisationCode | null;
  readonly period: Period;
  readonly value: number;
  readonly unit: UnitId;
  readonly place: CellPlace;
  readonly label: string;
  /** Cells it should be the sum of. */
  readonly of: readonly CellPlace[];
}

/** What a person chose besides the workbook itself. */
export interface ReadingChoices {
  /** Stands where a figure's own period is nowhere in the workbook: "2016/17". */
  readonly period: string | null;
  /** With exactly one, stands where a figure's own organisation is nowhere; filtering by several is the caller's. */
  readonly organisations: readonly string[];
  /** Rows a person set by hand on an earlier reading. */
  readonly mapping?: readonly MappingRow[];
}

/** Everything `returns/` makes of a snapshot. */
export interface ReturnReading {
  readonly tables: readonly FoundTable[];
  readonly observations: readonly Observation[];
  readonly statedTotals: readonly StatedTotal[];
  readonly actions: readonly ReportedAction[];
  readonly notUnderstood: readonly NotUnderstood[];
  readonly mapping: readonly MappingRow[];
  /** Organisations outside the plan, and their rows: counted, never read into a total. */
  readonly leftOut: { readonly organisations: number; readonly rows: number };
  readonly census: Census;
  readonly cellsScanned: number;
}

/** One figure for each metric, organisation and period (cli-contract "Total"). */
export interface Total {
  readonly metric: MetricId;
  readonly organisation: OrganisationCode;
  readonly period: Period;
  /** Null where equal claims disagree or a ratio cannot be recomputed: `why` says so. */
  readonly value: number | null;
  readonly unit: UnitId;
  /** How many observations it was made from. */
  readonly from: number;
  readonly observations: readonly Observation[];
  readonly partial: boolean;
  readonly missing: readonly string[];
  readonly why: string | null;
}
