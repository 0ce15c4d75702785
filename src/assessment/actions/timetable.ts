import { readCompletion, type Completion } from "../../plan/time/completion";
import type { IsoDate } from "../../plan/time/periods";
import type { Pack, PlanAction } from "../../plan/schema";
import { joinWords } from "../../plan/wording";
import type { ActionPart } from "../assessment";

/** When an action is to be done, as its completion date was read. */
export interface Timetable {
  /** The first day of its window; null where none is named. */
  readonly start: IsoDate | null;
  /** The last day of its window; for what goes on, the day it is to have begun by; null where none is named. */
  readonly due: IsoDate | null;
  readonly review: "quarterly" | "annual" | null;
  /** Goes on after its first date: never overdue once begun, but reviewed. */
  readonly continuous: boolean;
  /** When what goes on ends; null where it has no end. */
  readonly until: IsoDate | null;
  /** The plan itself says it is done. */
  readonly done: boolean;
}

/** A timetable and how it was come by, as a report shows it. */
export interface ActionTimetable extends Timetable {
  readonly parts: readonly ActionPart[] | null;
  /** How the words of the completion date were read, to stand after them. */
  readonly reading: string;
}

/** An action's timetable (plan-facts.md section 4); a review its own text asks for comes before its date's. */
export function timetableOf(action: PlanAction, pack: Pick<Pack, "start" | "end">): ActionTimetable {
  const completion = readCompletion(action.completion, pack, action.exception);
  const ofParts = action.parts?.map((part) => ({ ...part, read: readCompletion(part.completion, pack) }));
  const parts = ofParts?.map(({ title, read }) => ({ title, due: endOf(read), review: read?.review ?? null }));
  return {
    start: completion?.starts ?? null,
    due: completion?.due ?? null,
    review: action.review ?? completion?.review ?? null,
    continuous: completion?.continuous ?? false,
    until: completion?.until ?? null,
    done: completion?.complete ?? false,
    parts: parts ?? null,
    reading: `${partsReading(ofParts ?? []) ?? completion?.reading ?? "could not be read as a date"}${ownReview(action, completion)}`,
  };
}

const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth"];

/** "has 3 parts: the first is due on …; the second and the third are to have begun …" of parts with dates of their own. */
function partsReading(parts: readonly { readonly read: Completion | null }[]): string | null {
  const alike = new Map<string, string[]>();
  parts.forEach(({ read }, index) => {
    const reading = read?.reading ?? "could not be read as a date";
    alike.set(reading, [...(alike.get(reading) ?? []), `the ${ORDINALS[index] ?? `${index + 1}th`}`]);
  });
  if (alike.size === 0) return null;
  const said = [...alike].map(([reading, [first = "", ...others]]) =>
    others.length === 0 ? `${first} ${reading}` : `${first}, like ${joinWords(others)}, ${reading}`,
  );
  return `has ${parts.length} parts: ${said.join("; ")}`;
}

/** A review that the action's own text asks for, where its completion date names none. */
function ownReview({ review }: PlanAction, completion: Completion | null): string {
  if (review === undefined || completion?.review === review) return "";
  return `, and is to be reviewed ${review === "annual" ? "yearly" : "each quarter"}, as its own text asks`;
}

/** The day by which it is all done: the end of what goes on, where it has one. */
export function endOf(timetable: Pick<Completion, "due" | "until"> | null): IsoDate | null {
  return timetable?.until ?? timetable?.due ?? null;
}
