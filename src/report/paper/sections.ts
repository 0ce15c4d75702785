import type { ActionAssessment, Assessment } from "../../assessment/assessment";
import { hasEnded, isDone } from "../../assessment/actions/urgency";
import { hasFallenDue } from "../../assessment/outlook/outlook-words";
import type { Outcome } from "../../outcome";
import { addMonths, formatDate } from "../../plan/time/periods";
import { joinWords, plural, someOf, figureName } from "../../plan/wording";
import { keptAsks } from "../board/asked";
import type { ReportCell } from "../sheet";
import type { ReportSource } from "../source/source";
import { meansWords } from "../words/action-words";
import { isLateAction } from "../words/sentences";

import { summary } from "./summary";

/** A section of a board's own template, what we propose for it, and the key that people's own words are kept under. */
export interface Section {
  readonly key: string;
  readonly title: string;
  readonly proposed: ReportCell;
}

/** What stands where only a person can know. */
const TO_COMPLETE = "To complete";
/** Lines of one section: of more its row would be taller than Excel allows. */
const MOST_LINES = 10;

/** The sections of the paper in the order that boards print them; the commentary comes after them. */
export function sectionsOf(source: ReportSource): Section[] {
  const { outcome, names } = source;
  const { settings } = outcome;
  const { asks } = keptAsks(source);
  const kinds = asks.map(({ kind }) => kind);
  const none = `No recommendation has been kept yet: choose on ${names.settings}.`;
  const kept = asks.map(({ kind, text }, at) => `${at + 1}. ${kind}: ${text}`).join("\n");
  const all: readonly (readonly [key: string, title: string, text: string | null])[] = [
    ["meeting", "Meeting and date", meetingWords(settings)],
    ["lead", "Executive lead", settings.executiveLead],
    ["author", "Author", settings.author],
    ["purpose", "Purpose", purposeWords(source, kinds)],
    ["considered", "Previously considered by", settings.previouslyConsideredBy],
    ["summary", "Summary", summary(source)],
    ["recommendations", "Recommendations", kept || none],
    ["risk", "Risk and assurance framework", riskWords(source)],
    ["finance", "Finance", financeWords(outcome, names["action-status"])],
    ["equality", "Equality and health inequalities", null],
    ["next", "Next steps", nextSteps(outcome, names["action-status"])],
  ];
  return all.map(([key, title, text]) => ({ key, title, proposed: text ?? TO_COMPLETE }));
}

/** The meeting that receives it, with the day that its route gives for such a body. */
function meetingWords({ meeting, route, kindOfReport }: Outcome["settings"]): string | null {
  const { greenBoard, committee, board } = route;
  const usual = kindOfReport === "annual" ? "Board" : greenBoard === null ? "Committee" : "Green Board";
  const body = meeting ?? usual;
  const days = Object.entries({ "green board": greenBoard, committee, board });
  const day = days.find(([name]) => body.toLowerCase().includes(name))?.[1] ?? null;
  if (day !== null) return `${body}, ${day.words}`;
  if (meeting === null) return null;
  return /\d/.test(body) ? body : `${body}; date: to complete`;
}

function purposeWords({ subject, asOf, outcome: { pack } }: ReportSource, kinds: readonly string[]): string {
  const asks = joinWords([...new Set(kinds)]).toLowerCase();
  const asked = asks === "" ? "What it asks of the meeting: to complete." : `It asks the meeting to ${asks}.`;
  return `To report how ${subject} stands against ${pack.name}, as at ${asOf}. ${asked}`;
}

/** What the figures foretell; the register and its reference are the organisation's own. */
function riskWords(source: ReportSource): string {
  const rated = source.latest().filter(({ actual, rag }) => actual !== null && rag !== "grey");
  const behind = rated.filter(({ rag }) => rag !== "green").sort((a, b) => source.bySeverity(a, b));
  const failing = behind.filter((row) => row.assurance === "F" && !hasFallenDue(row));
  const missed = behind.filter(hasFallenDue);
  const others = behind.filter((row) => row.assurance !== "F" && !hasFallenDue(row));
  const none = rated.length === 0 ? "No target can be rated." : "No target that can be rated is behind.";
  const line = (said: string, rows: readonly Assessment[]) =>
    rows.length === 0 ? [] : [`${said}: ${someOf(rows.map((row) => figureName(source.outcome.pack, row)))}.`];
  return [
    ...line("On their present trend these will miss their targets unless something changes", failing),
    ...line("The date of these targets has come, and they are not met", missed),
    ...line("Behind now, with no trend that says they will miss their targets", others),
    ...(behind.length === 0 ? [none] : []),
    "Risk score and board assurance framework reference: to complete.",
  ].join("\n");
}

/** What the trackers say of cost and saving, action by action: their words are no numbers to add up. */
function financeWords({ actions }: Outcome, sheet: string): string {
  const said = actions.flatMap((action) => {
    const words = meansWords({ ...action, resources: null });
    return words === null ? [] : [`${action.title}: ${words}`];
  });
  if (said.length === 0) return `${TO_COMPLETE}: the trackers give no cost or saving.`;
  const opening = "From the trackers, not added up. Total and source of funds: to complete.";
  return [opening, ...shortened(said, sheet)].join("\n");
}

/** What falls due in the three months from the reporting date, in order of date. */
function nextSteps({ actions, asOf }: Outcome, sheet: string): string {
  const until = addMonths(asOf, 3);
  const steps = actions
    .flatMap((action) => (isOpen(action) && action.due !== null ? [{ ...action, due: action.due }] : []))
    .filter(({ due }) => due >= asOf && due <= until)
    .sort((a, b) => a.due.localeCompare(b.due) || a.title.localeCompare(b.title, "en"))
    .map(({ due, title, owner, status }) => {
      const silent = status === "no return" ? ", no return" : "";
      return `${formatDate(due)}: ${title} (${owner ?? "action owner: to complete"}${silent})`;
    });
  const late = actions.filter(isLateAction).length;
  return [
    `Due in the three months to ${formatDate(until)}: ${steps.length === 0 ? "no action" : plural(steps.length, "action")} of the plan.`,
    ...shortened(steps, sheet),
    ...(late === 0 ? [] : [`Overdue already: ${plural(late, "action")}, listed on ${sheet}.`]),
  ].join("\n");
}

const isOpen = (action: ActionAssessment) =>
  !action.goesOn && !isDone(action) && !hasEnded(action) && action.status !== "not applicable";

function shortened(lines: readonly string[], sheet: string): string[] {
  const more = lines.length - MOST_LINES;
  return more <= 0 ? [...lines] : [...lines.slice(0, MOST_LINES), `and ${more} more, on ${sheet}.`];
}
