import type { ActionAssessment, ActionStatus } from "../assessment";

/** From the most to the least pressing: what is late, then what is coming, then what ended otherwise than by being done, then what is done. */
export const URGENCY: readonly ActionStatus[] = [
  "overdue",
  "not started late",
  "review due",
  "due soon",
  "no return",
  "on track",
  "next plan",
  "business as usual",
  "superseded",
  "closed",
  "complete late",
  "complete",
  "not applicable",
];

/** Orders by status, the most pressing first, then by days late. */
export function byStatus(
  a: Pick<ActionAssessment, "status" | "daysLate">,
  b: Pick<ActionAssessment, "status" | "daysLate">,
): number {
  return URGENCY.indexOf(a.status) - URGENCY.indexOf(b.status) || b.daysLate - a.daysLate;
}

/** Orders actions by how pressing they are: status, days late, then the day each is due. */
export function byUrgency(a: ActionAssessment, b: ActionAssessment): number {
  return (
    byStatus(a, b) || (a.due ?? "9").localeCompare(b.due ?? "9") || a.id.localeCompare(b.id, "en", { numeric: true })
  );
}

/** Done, on its day or later. */
export function isDone({ status }: Pick<ActionAssessment, "status">): boolean {
  return status === "complete" || status === "complete late";
}

/** Ended otherwise than by being done: closed, superseded, moved to business as usual or to the next plan. Neither late nor complete. */
export function hasEnded({ status }: Pick<ActionAssessment, "status">): boolean {
  return status === "closed" || status === "superseded" || status === "business as usual" || status === "next plan";
}

/** Done, or given up: what nobody works on any more. Business as usual and what the next plan takes on go on. */
export function isOver({ status }: ActionAssessment): boolean {
  return isDone({ status }) || status === "closed" || status === "superseded" || status === "not applicable";
}
