import type { ActionAssessment } from "../../assessment/assessment";
import { hasEnded, isDone } from "../../assessment/actions/urgency";
import { hasFallenDue } from "../../assessment/outlook/outlook-words";
import { boardAsks } from "../../decisions/board-asks";
import type { Outcome } from "../../outcome";
import { addMonths, formatDate } from "../../plan/time/periods";
import { plural, someOf } from "../../plan/wording";
import { proposals } from "../board/brief";
import type { ReportCell } from "../sheet";
import type { ReportSource } from "../source/source";
import { meansWords } from "../words/action-words";
import { isLateAction } from "../words/sentences";
import { nameOf } from "./row-words";
import { summary } from "./summary";

/** A section of a board's own template, and what we propose for it. */
export interface Section {
  /** Stays the same from report to report: people's own words for the section are kept under it. */
  readonly key: string;
  readonly title: string;
  readonly proposed: ReportCell;
}

/** What stands where only a person can know. */
const TO_COMPLETE = "To complete";
/** Lines of one section: more, and its row no longer fits in Excel. */
const MOST_LINES = 10;
const MONTHS_AHEAD = 3;

type Asks = ReturnType<typeof boardAsks>["asks"];

/** The sections of the paper in the order that boards print them, but the commentary. */
export function sectionsOf(source: ReportSource): Section[] {
  const { outcome, names } = source;
  const { settings } = outcome;
  const { asks } = boardAsks(outcome, proposals(outcome, source.latest()));
  const section = (key: string, title: string, proposed: string): Section => ({ key, title, proposed });
  return [
    section("meeting", "Meeting and date", meetingWords(settings)),
    section("lead", "Executive lead", settings.executiveLead ?? TO_COMPLETE),
    section("author", "Author", settings.author ?? TO_COMPLETE),
    section("purpose", "Purpose", purposeWords(source, asks)),
    section("considered", "Previously considered by", settings.previouslyConsideredBy ?? TO_COMPLETE),
    section("summary", "Summary", summary(source)),
    section("recommendations", "Recommendations", recommendations(asks, names.settings)),
    section("risk", "Risk and assurance framework", riskWords(source)),
    section("finance", "Finance", financeWords(outcome, names["action-status"])),
    section(
      "equality",
      "Equality and health inequalities",
      `${TO_COMPLETE}: the return says nothing of equality or health inequalities.`,
    ),
    section("next", "Next steps", nextSteps(outcome, names["action-status"])),
  ];
}

/** The meeting that receives it, with the day that its route gives for such a body. */
function meetingWords({ meeting, route: { greenBoard, committee, board }, kindOfReport }: Outcome["settings"]): string {
  const bodies = [
    { name: "Green Board", is: /green board/i, day: greenBoard },
    { name: "Committee", is: /committee/i, day: committee },
    { name: "Board", is: /board/i, day: board },
  ];
  const usual = kindOfReport === "annual" ? board : (greenBoard ?? committee);
  const named = bodies.find(({ is, day }) => (meeting === null ? day !== null && day === usual : is.test(meeting)));
  const body = meeting ?? named?.name;
  if (body === undefined) return TO_COMPLETE;
  if (named?.day) return `${body}, ${named.day.words}`;
  return /\d/.test(body) ? body : `${body}; date: to complete`;
}

const purposes: Readonly<Record<Asks[number]["kind"], string>> = {
  NOTE: "noting",
  APPROVE: "approval",
  "TAKE ASSURANCE": "assurance",
  AGREE: "agreement",
};

function purposeWords({ subject, asOf, outcome: { pack } }: ReportSource, asks: Asks): string {
  const report = `To report how ${subject} stands against ${pack.name}, as at ${asOf}.`;
  const kinds = [...new Set(asks.map(({ kind }) => purposes[kind]))];
  if (kinds.length === 0) return `${report} For noting, assurance or decision: to complete.`;
  return `${report} For ${someOf(kinds, kinds.length)}.`;
}

function recommendations(asks: Asks, settings: string): string {
  if (asks.length === 0) return `No recommendation has been kept yet: choose on ${settings}.`;
  return asks.map(({ kind, text }, at) => `${at + 1}. ${kind}: ${text}`).join("\n");
}

/** What the figures foretell; the register and its reference are the organisation's own. */
function riskWords(source: ReportSource): string {
  const { pack } = source.outcome;
  const reference = "Risk score and board assurance framework reference: to complete.";
  const rated = source.latest().filter(({ actual, rag }) => actual !== null && rag !== "grey");
  const behind = rated.filter(({ rag }) => rag !== "green").sort((a, b) => source.bySeverity(a, b));
  const failing = behind.filter((row) => row.assurance === "F" && !hasFallenDue(row));
  const missed = behind.filter(hasFallenDue);
  const named = (rows: typeof behind) => someOf(rows.map((row) => nameOf(pack, row)));
  const lines = [
    ...(failing.length > 0
      ? [`On their present trend these miss their targets unless something changes: ${named(failing)}.`]
      : []),
    ...(missed.length > 0 ? [`The date of these targets has come, and they are not met: ${named(missed)}.`] : []),
  ];
  if (rated.length === 0) lines.push("No target can be rated, so the figures point to no risk and rule out none.");
  else if (behind.length === 0) lines.push("No target that can be rated is behind.");
  else if (lines.length === 0)
    lines.push(`Behind now, with no trend that says they will miss their targets: ${named(behind)}.`);
  return [...lines, reference].join("\n");
}

/** What the trackers say of cost and saving, action by action: their words are no numbers to add up. */
function financeWords({ actions }: Outcome, sheet: string): string {
  const said = actions.flatMap((action) => {
    const words = meansWords({ ...action, resources: null });
    return words === null ? [] : [`${action.title}: ${words}`];
  });
  if (said.length === 0) return `${TO_COMPLETE}: the trackers give no cost or saving.`;
  const head = `The trackers give a cost or saving for ${said.length} of ${plural(actions.length, "action")}; they are not added up. Total and source of funds: to complete.`;
  return [head, ...shortened(said, sheet)].join("\n");
}

/** What falls due in the three months after the reporting date, in order of date. */
function nextSteps({ actions, asOf }: Outcome, sheet: string): string {
  const until = addMonths(asOf, MONTHS_AHEAD);
  const coming = actions
    .filter((action) => isOpen(action) && (action.due ?? "") > asOf && (action.due ?? "") <= until)
    .sort((a, b) => (a.due ?? "").localeCompare(b.due ?? "") || a.title.localeCompare(b.title, "en"));
  const late = actions.filter(isLateAction).length;
  const overdue = late === 0 ? [] : [`Overdue already: ${plural(late, "action")}, listed on ${sheet}.`];
  const months = `the three months to ${formatDate(until)}`;
  if (coming.length === 0) return [`No action of the plan falls due in ${months}.`, ...overdue].join("\n");
  const steps = coming.map(({ due, title, owner, status }) => {
    const silent = status === "no return" ? ", no return" : "";
    return `${formatDate(due ?? asOf)}: ${title} (${owner ?? "action owner: to complete"}${silent})`;
  });
  return [`Due in ${months}: ${plural(coming.length, "action")}.`, ...shortened(steps, sheet), ...overdue].join("\n");
}

function isOpen(action: ActionAssessment): boolean {
  return !action.goesOn && !isDone(action) && !hasEnded(action) && action.status !== "not applicable";
}

function shortened(lines: readonly string[], sheet: string): string[] {
  if (lines.length <= MOST_LINES) return [...lines];
  return [...lines.slice(0, MOST_LINES), `and ${lines.length - MOST_LINES} more, on ${sheet}.`];
}
