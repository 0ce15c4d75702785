import type { Pack } from "../plan/schema";
import { formatDate, type IsoDate } from "../plan/time/periods";
import { formatNumber, formatPercent, plural } from "../plan/wording";
import type { CellValue } from "../snapshot/snapshot";
import { textOf } from "./cells";

/** Tolerances of the plan that a board can set otherwise, with who agreed it and when. */

interface ToleranceKind {
  readonly id: "amberPercent" | "dueSoonDays" | "rebaselinePercent";
  /** The name of its row on the settings sheet. */
  readonly name: string;
  readonly unit: "percent" | "days";
  readonly most: number;
  readonly does: string;
  /** "needs attention up to 8% behind": said of a value. */
  readonly said: (value: string) => string;
}

export const toleranceKinds: readonly ToleranceKind[] = [
  {
    id: "amberPercent",
    name: "Needs attention up to this many percent behind",
    unit: "percent",
    most: 100,
    does: "A figure behind by up to this share needs attention, further behind it is off track.",
    said: (value) => `needs attention up to ${value} behind`,
  },
  {
    id: "dueSoonDays",
    name: "Action due soon within this many days",
    unit: "days",
    most: 3660,
    does: "An action is due soon when its date is no further off than this.",
    said: (value) => `actions due soon within ${value}`,
  },
  {
    id: "rebaselinePercent",
    name: "New baseline asked for from this many percent",
    unit: "percent",
    most: 100,
    does: "A base year that is stated anew and differs by this share or more asks for a new baseline.",
    said: (value) => `a new baseline asked for from ${value}`,
  },
];

/** A tolerance that a person has set, in percent or days; who agreed it and when, as far as they are recorded. */
export interface SetTolerance {
  readonly id: ToleranceKind["id"];
  readonly value: number;
  readonly agreedBy: string | null;
  readonly when: IsoDate | null;
}

/** A tolerance in use in the place of the plan's own. */
export interface Tolerance extends SetTolerance {
  readonly plans: number;
}

/** The value of a cell of a tolerance's row, or null where it says none that can be used; a percentage cell holds 8% as 0.08. */
export function toleranceIn({ unit, most }: ToleranceKind, cell: CellValue | undefined): number | null {
  const value = typeof cell === "number" ? shareOf(cell, unit) : numberIn(textOf(cell), unit);
  const isUsable = value !== null && value >= 0 && value <= most && (unit === "percent" || Number.isInteger(value));
  return isUsable ? value : null;
}

function shareOf(value: number, unit: ToleranceKind["unit"]): number {
  const isFraction = unit === "percent" && value > 0 && value < 1;
  return isFraction ? Number((value * 100).toPrecision(12)) : value;
}

/** The cell to write for a tolerance, such that it reads the same again: text as it was written, 0.08 as 8. */
export function toleranceCell({ value }: SetTolerance, cell: CellValue): CellValue {
  if (typeof cell !== "number") return cell;
  return value > 0 && value < 1 ? `${value}%` : value;
}

function numberIn(text: string, unit: ToleranceKind["unit"]): number | null {
  const pattern = unit === "percent" ? /^(\d+(?:\.\d+)?)\s*(?:%|per\s?cent)?$/i : /^(\d+)\s*(?:days?)?$/i;
  const found = pattern.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

/** The plan with the tolerances that were set in the place of its own, and those that were set. */
export function withTolerances(plan: Pack, set: readonly SetTolerance[]): { pack: Pack; tolerances: Tolerance[] } {
  if (set.length === 0) return { pack: plan, tolerances: [] };
  const changed = Object.fromEntries(set.map(({ id, value }) => [id, value]));
  return {
    pack: { ...plan, thresholds: { ...plan.thresholds, ...changed } },
    tolerances: set.map((each) => ({ ...each, plans: plan.thresholds[each.id] })),
  };
}

/** "needs attention up to 8% behind (the plan: 5%), agreed by the Green Board on 3 May 2026" */
export function toleranceWords(tolerance: Tolerance): string {
  const { id, value, plans } = tolerance;
  const kind = toleranceKinds.find((each) => each.id === id);
  if (kind === undefined) return "";
  return `${kind.said(amountWords(kind, value))} (the plan: ${amountWords(kind, plans)}), ${agreementWords(tolerance)}`;
}

/** "agreed by the Green Board on 3 May 2026", or what of it is not recorded. */
function agreementWords({ agreedBy, when }: Pick<SetTolerance, "agreedBy" | "when">): string {
  if (agreedBy === null) return "not recorded who agreed it";
  return `agreed by ${agreedBy}${when === null ? ", not recorded when" : ` on ${formatDate(when)}`}`;
}

/** What became of a tolerance's row, and what the row does. */
export function toleranceRowWords(
  kind: ToleranceKind,
  cell: CellValue | undefined,
  set: Tolerance | SetTolerance | undefined,
  plans: number,
): string {
  const usual = `${kind.does} Usual: the plan's ${amountWords(kind, plans)}.`;
  if (textOf(cell) === "") return usual;
  if (set !== undefined) return `In use: ${kind.said(amountWords(kind, set.value))}, ${agreementWords(set)}. ${usual}`;
  const wanted =
    kind.unit === "percent"
      ? "a number of percent from 0 to 100"
      : `a whole number of days up to ${formatNumber(kind.most)}`;
  return `Not used: "${textOf(cell)}" is not ${wanted}, so the plan's own stands. ${usual}`;
}

function amountWords({ unit }: ToleranceKind, value: number): string {
  return unit === "percent" ? formatPercent(value) : plural(value, "day");
}
