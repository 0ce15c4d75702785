import type { Pack, PlanAction } from "../../plan/schema";
import { joinWords, organisationName } from "../../plan/wording";
import type { ReportedAction } from "../../returns/observation";
import type { ActionAssessment, ActionConcern } from "../assessment";
import { hasOwner } from "./owner";
import type { Standing } from "./status-as-of";
import { endOf } from "./timetable";
import type { ActionTimetable } from "./timetable";
import type { ToldRow } from "./reported-status";

/** One row of a tracker with what was made of it. */
export interface ReadRow {
  readonly row: ReportedAction;
  readonly told: ToldRow;
  readonly standing: Standing;
}

/** Whose row it is: the organisation's name, or the row's cell where it names none. */
export function whose(row: ReportedAction, pack: Pack): string {
  return row.organisation === null ? row.place.cell : organisationName(pack, row.organisation);
}

/** What a person should look at in one action's rows. */
export function concernsOf(
  action: PlanAction,
  timetable: ActionTimetable,
  rows: readonly ReadRow[],
  pack: Pack,
): ActionConcern[] {
  const concerns: ActionConcern[] = [];
  const add = (kind: ActionConcern["kind"], sentence: string): void => void concerns.push({ kind, sentence });
  const ownerless = rows.filter(({ row, told }) => isOpen(told) && !hasOwner(row.owner));
  if (ownerless.length > 0) {
    const places = joinWords(ownerless.map(({ row }) => row.cells["owner"] ?? row.place.cell));
    add("no owner", `${action.id} names no owner in ${places}: write who answers for it.`);
  }
  for (const { row, told } of rows) {
    if (!told.unknownWords) continue;
    const place = row.cells["status"] ?? row.place.cell;
    add(
      "status not read",
      `The status "${row.status}" of ${action.id} in ${place} is not understood: write not started, in progress, complete, on hold, cancelled or not applicable.`,
    );
  }
  for (const place of rows.flatMap(({ row, told }) => told.unread.map((field) => row.cells[field] ?? row.place.cell))) {
    add(
      "date not read",
      `A date of ${action.id} in ${place} could not be read, so it was not used: write it like 31 Mar 2025.`,
    );
  }
  const whole = rows.filter(({ row }) => row.part === undefined);
  if (new Set(whole.map(({ told }) => told.status)).size > 1) {
    const sameOwner = new Set(whole.map(({ row }) => row.organisation)).size === 1;
    const told = whole.map(
      ({ row, told }) => `${told.status ?? "with no status"} (${sameOwner ? row.place.cell : whose(row, pack)})`,
    );
    add("rows disagree", `${action.id} is reported ${joinWords(told)}: the worst stands for it.`);
  }
  const notComplete = rows.filter(({ told }) => isOpen(told) && told.status !== null);
  if (timetable.done && notComplete.length > 0) {
    const places = joinWords(notComplete.map(({ row }) => row.cells["status"] ?? row.place.cell));
    add(
      "plan says complete",
      `The plan gives ${action.id} as complete since ${pack.issued.replace(/,.*$/, "")}, the return does not (${places}): correct the status, or say why it is open again.`,
    );
  }
  if ((endOf(timetable) ?? pack.end) > pack.end) {
    add(
      "ends after the plan",
      `${action.id} falls due after the plan itself ends: see that the next plan carries it on.`,
    );
  }
  return concerns;
}

/** Still to be done: neither complete nor given up. */
function isOpen({ status }: ToldRow): boolean {
  return status !== "complete" && status !== "cancelled" && status !== "not applicable";
}

const isDone = ({ status }: ActionAssessment) => status === "complete" || status === "complete late";
const isTold = ({ status }: ActionAssessment) => status !== "no return" && status !== "not applicable";

/** The same work under two ids cannot be both complete and not. */
export function withTwins(each: ActionAssessment, byId: ReadonlyMap<string, ActionAssessment>): ActionAssessment {
  const against = each.twins
    .map((id) => byId.get(id))
    .filter((twin): twin is ActionAssessment => twin !== undefined && isTold(twin) && isDone(twin) !== isDone(each));
  if (!isTold(each) || against.length === 0) return each;
  const others = joinWords(against.map((twin) => `${twin.id} is ${twin.status}`));
  const sentence = `${each.id} is ${each.status} but ${others}, though they are the same work: give both the same status.`;
  return { ...each, concerns: [...(each.concerns ?? []), { kind: "twins disagree", sentence }] };
}
