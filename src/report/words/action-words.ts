import type { ActionAssessment, AgreedDate, BodyState } from "../../assessment/assessment";
import { agreementWords, countingDate } from "../../assessment/actions/agreed-date";
import { hasEnded, isDone } from "../../assessment/actions/urgency";
import type { Outcome } from "../../outcome";
import type { Pack } from "../../plan/schema";
import { formatDate } from "../../plan/time/periods";
import { joinWords, organisationName, plural, someOf } from "../../plan/wording";
import { isLateAction } from "./sentences";

/** What is said of actions as they are managed: dates that were moved, ends other than being done, partners, evidence. */

/** "by 6 months, agreed by Green Board on 12 March 2025"; "no" where the plan's date counts, with what was asked for. */
export function movedWords({ agreed, goesOn }: Pick<ActionAssessment, "agreed" | "goesOn">): string {
  if (agreed === null) return "no";
  if (countingDate(agreed) === null) return `no: ${notMovedWords(agreed)}`;
  if (agreed.moved === null || goesOn) return `new date, ${agreementWords(agreed)}`;
  return `${agreed.earlier ? "forward " : ""}by ${agreed.moved}, ${agreementWords(agreed)}`;
}

function notMovedWords({ standing, date, written, instead, on }: AgreedDate): string {
  const to = date === null ? written : formatDate(date);
  if (standing === "forecast") return `only forecast for ${to}`;
  if (standing === "later") return `${to} was agreed later, on ${formatDate(on ?? "")}`;
  return standing === "not read"
    ? `"${written}" could not be read`
    : `${to} is not agreed (${instead ?? "as its row says"})`;
}

/**
 * How the organisations stand on one action, with its lead and contributors: "1 of 2 complete; LPT not started". Null
 * where one return speaks for it and the tracker names no lead.
 */
export function bodiesWords(action: ActionAssessment, pack: Pack): string | null {
  const { bodies, lead, contributors } = action;
  const done = bodies.filter(isDone).length;
  const parts = [
    ...(lead === null ? [] : [`led by ${lead}`]),
    ...(contributors === null ? [] : [`with ${contributors}`]),
    ...(bodies.length === 0 ? [] : [`${done} of ${bodies.length} complete`]),
    ...othersWords(
      bodies.filter((body) => !isDone(body)),
      pack,
    ),
  ];
  return parts.length === 0 ? null : parts.join("; ");
}

/** "LPT not started", "UHL and LPT in progress, overdue". */
function othersWords(bodies: readonly BodyState[], pack: Pack): string[] {
  const states = new Map<string, string[]>();
  for (const body of bodies) {
    const state = stateWords(body);
    states.set(state, [...(states.get(state) ?? []), organisationName(pack, body.organisation)]);
  }
  return [...states].map(([state, names]) => `${joinWords(names)} ${state}`);
}

function stateWords({ status, normalised }: BodyState): string {
  if (normalised === null || hasEnded({ status }) || status === "not applicable") return status;
  if (status === "not started late") return "not started, late";
  return status === "overdue" || status === "review due" ? `${normalised}, ${status}` : normalised;
}

/** What stands on record of an action's end: how, when, by whom and why; of a complete one, its evidence. Null where neither is asked for. */
export function recordWords({ status, ended, evidence }: ActionAssessment): string | null {
  if (ended !== null) {
    const { on, by, reason } = ended;
    const known = `${on === null ? "" : ` on ${formatDate(on)}`}${by === null ? "" : `, agreed by ${by}`}`;
    if (reason === null) return `${status}${known}; no reason given`;
    // "Superseded by EF3" says the state itself.
    return reason.toLowerCase().startsWith(status) ? `${reason}${known}` : `${status}${known}: ${reason}`;
  }
  if (evidence === undefined) return null;
  return evidence === null ? "complete, no evidence" : `evidence: ${evidence}`;
}

/** Resources, cost and saving as the tracker has them; null where it has none. */
export function meansWords({ resources, cost, saving }: ActionAssessment): string | null {
  const parts = Object.entries({ resources, cost, saving }).flatMap(([word, text]) => {
    if (text === null) return [];
    // Several columns of one kind carry their own words.
    return /^\D{3,}: /.test(text) ? [text] : [`${word} ${text}`];
  });
  return parts.length === 0 ? null : parts.join("; ");
}

/** The actions in each of the states that a board is told of beside late and complete. */
export interface ActionStates {
  /** With a new date that counts in the place of the plan's. */
  readonly moved: readonly ActionAssessment[];
  /** Of these, those with no record of who agreed it. */
  readonly unrecorded: readonly ActionAssessment[];
  /** Of these, those that would be late against the plan's own date and are not against the new one. */
  readonly lateInPlan: readonly ActionAssessment[];
  readonly closed: readonly ActionAssessment[];
  readonly superseded: readonly ActionAssessment[];
  readonly usual: readonly ActionAssessment[];
  readonly nextPlan: readonly ActionAssessment[];
  /** Open, and waiting for a partner; late ones among them stay late. */
  readonly dependent: readonly ActionAssessment[];
  /** Complete, where evidence is kept or spoken of; and of these those without any. */
  readonly evidenced: readonly ActionAssessment[];
  readonly unevidenced: readonly ActionAssessment[];
  /** On which organisations stand differently: some complete, some not. */
  readonly differing: readonly ActionAssessment[];
}

/** Sorts actions into the states that are counted apart. */
export function actionStates({ actions, asOf }: Pick<Outcome, "actions" | "asOf">): ActionStates {
  const moved = actions.filter(({ agreed }) => countingDate(agreed) !== null);
  const evidenced = actions.filter(({ evidence }) => evidence !== undefined);
  const of = (status: ActionAssessment["status"]) => actions.filter((each) => each.status === status);
  return {
    moved,
    unrecorded: moved.filter(({ agreed }) => agreed?.standing === "no record"),
    lateInPlan: moved.filter((each) => !isDone(each) && !hasEnded(each) && !isLateAction(each) && isPast(each, asOf)),
    closed: of("closed"),
    superseded: of("superseded"),
    usual: of("business as usual"),
    nextPlan: of("next plan"),
    dependent: actions.filter(({ dependsOn }) => dependsOn !== null),
    evidenced,
    unevidenced: evidenced.filter(({ evidence }) => evidence === null),
    differing: actions.filter(({ bodies }) => bodies.some(isDone) && !bodies.every(isDone)),
  };
}

function isPast({ planDue, goesOn }: ActionAssessment, asOf: string): boolean {
  return planDue !== null && !goesOn && planDue < asOf;
}

/**
 * What a board should be told of these states beside the headline of actions, one sentence each and none where there
 * is nothing to tell: dates moved, ended otherwise than by being done, waiting for partners, without evidence, differing
 * between organisations.
 */
export function actionStateSentences(outcome: Pick<Outcome, "actions" | "asOf" | "pack">): string[] {
  const states = actionStates(outcome);
  return [
    movedSentence(states),
    endedSentence(states),
    dependentSentence(states),
    evidenceSentence(states),
    differingSentence(states, outcome.pack),
  ].filter((sentence) => sentence !== null);
}

function movedSentence({ moved, unrecorded, lateInPlan }: ActionStates): string | null {
  if (moved.length === 0) return null;
  const named = someOf(moved.map(moveOf), 4);
  const record =
    unrecorded.length === 0
      ? ""
      : `; ${ofThem(unrecorded.length, moved.length, "has", "have")} no record of who agreed it`;
  const plan =
    lateInPlan.length === 0 ? "" : `; ${ofThem(lateInPlan.length, moved.length, "is", "are")} past the plan's own date`;
  return `${plural(moved.length, "action has", "actions have")} a new date that counts in place of the plan's: ${named}${record}${plan}.`;
}

function moveOf({ id, agreed }: ActionAssessment): string {
  const size = agreed?.moved ?? null;
  if (agreed === null || size === null) return id;
  return `${id} ${agreed.earlier ? "forward " : ""}by ${size}`;
}

function ofThem(count: number, all: number, one: string, many: string): string {
  if (all === 1) return `it ${one}`;
  return `${count} of them ${count === 1 ? one : many}`;
}

function endedSentence({ closed, superseded, usual, nextPlan }: ActionStates): string | null {
  const counts = [
    [closed.length, "closed without being done"],
    [superseded.length, "superseded"],
    [usual.length, "moved to business as usual"],
    [nextPlan.length, "moved to the next plan"],
  ] as const;
  const said = counts.flatMap(([count, words]) => (count === 0 ? [] : [`${count} ${words}`]));
  return said.length === 0 ? null : `Counted neither as late nor as complete: ${joinWords(said)}.`;
}

function dependentSentence({ dependent }: ActionStates): string | null {
  if (dependent.length === 0) return null;
  const late = dependent.filter(isLateAction).length;
  const ids = someOf(
    dependent.map(({ id }) => id),
    6,
  );
  const lateWords = late === 0 ? "" : `; ${ofThem(late, dependent.length, "is", "are")} late`;
  return `${plural(dependent.length, "action depends", "actions depend")} on a partner: ${ids}${lateWords}.`;
}

function evidenceSentence({ evidenced, unevidenced }: ActionStates): string | null {
  if (unevidenced.length === 0) return null;
  const ids = someOf(
    unevidenced.map(({ id }) => id),
    6,
  );
  return `Of ${plural(evidenced.length, "complete action")} for which evidence is kept, ${unevidenced.length} ${unevidenced.length === 1 ? "has" : "have"} none: ${ids}.`;
}

function differingSentence({ differing }: ActionStates, pack: Pack): string | null {
  if (differing.length === 0) return null;
  const named = differing.map(
    (action) => `${action.id} (${bodiesWords({ ...action, lead: null, contributors: null }, pack) ?? ""})`,
  );
  return `${plural(differing.length, "action is", "actions are")} complete in some organisations and not in others: ${someOf(named, 3)}.`;
}
