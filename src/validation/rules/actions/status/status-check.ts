import type { IsoDate } from "../../../../plan/time/periods";
import type { ActionRow } from "../../../evidence/sheets/action-rows";
import type { Severity } from "../../../finding";

/** One thing wrong with how an action's row says it stands. */
export interface StatusProblem {
  readonly row: ActionRow;
  readonly severity: Severity;
  /** The column to look at. */
  readonly field: string;
  /** What follows the action's name. */
  readonly says: string;
  /** What to do about it. */
  readonly expected: string;
  /** How the problem is put for many rows at once; absent where each row has its own finding. */
  readonly shared?: SharedProblem;
}

/** A problem that many rows can have alike: they are one finding. */
export interface SharedProblem {
  readonly key: string;
  readonly says: (rows: readonly ActionRow[]) => string;
}

/** Looks for one kind of problem in a row. */
export type StatusCheck = (row: ActionRow, asOf: IsoDate) => StatusProblem | null;

export function statusWarning(
  row: ActionRow,
  field: string,
  says: string,
  expected: string,
  shared?: SharedProblem,
): StatusProblem {
  return { row, severity: "warning", field, says, expected, ...(shared === undefined ? {} : { shared }) };
}

/** Whether a row says that its action is still to be done. */
export function isSaidOpen({ told: { status } }: ActionRow): boolean {
  return status === "in progress" || status === "not started" || status === "on hold";
}
