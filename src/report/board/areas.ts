import { metricName, organisationName, plural, sentenceCase } from "../../plan/wording";
import { areaRollUps, type AreaRollUp } from "../../assessment/targets/areas";
import type { Assessment } from "../../assessment/assessment";
import { isWider, type SheetLayout, type Placed } from "../layout/layout";
import { actionState } from "../layout/row-states";
import { COMPLETE, NO_DATA, ratingStates } from "../layout/states";
import type { ReportSource } from "../source/source";
import { isLateAction, gapSize } from "../words/sentences";
import { POINTS_TO_EDGE, WIDTHS, type BoardCells } from "./columns";

/**
 * The plan's areas at a glance: its targets by state, counted live from the table of targets, how many moved for better
 * or worse, its actions, and the one thing that matters most in it.
 */
export function areasTable(layout: SheetLayout, source: ReportSource, cells: BoardCells, targets: Placed | null): void {
  const { pack, assessments, actions } = source.outcome;
  // What an action of another area bears on is counted where it is filed, and so is what is said of it.
  const areas = areaRollUps(pack, assessments, actions).map((area) => filedIn(source, area));
  if (areas.length === 0) return;
  layout.heading("The plan’s areas: targets by state, direction on the year before, and what matters most");
  const count = (state: string, area: string) =>
    targets === null
      ? 0
      : { formula: `=COUNTIFS(${targets.column("Area")},${area},${targets.column("State")},"${state}")` };
  const { red, amber, green } = ratingStates;
  const { name, state, word, period, figure, gap, direction } = WIDTHS;
  layout.table<AreaRollUp>({
    name: "GreenPlan_Areas",
    items: areas,
    columns: [
      { header: "Area", width: name, cell: ({ name }) => name },
      { header: "State", width: state, align: "center", cell: (area, at) => ({ formula: worst(area, at) }) },
      { header: "Off track", width: word, format: "whole", cell: (_, at) => count(red, at("Area")) },
      {
        header: "Needs attention",
        width: period,
        format: "whole",
        cell: (_, at) => count(amber, at("Area")),
      },
      { header: "On track", width: figure, format: "whole", cell: (_, at) => count(green, at("Area")) },
      { header: "Direction", width: figure, cell: (area) => directionOfArea(cells, area) },
      {
        header: "Actions overdue",
        width: gap,
        format: "whole",
        cell: ({ actions }) => actions.filter(isLateAction).length,
      },
      { header: "What matters", width: direction, wrap: false, cell: (area) => mattersMost(source, area) },
    ],
    state: { header: "State" },
  });
}

/** An area with the targets that are filed under it alone, as the table of targets counts them. */
function filedIn(source: ReportSource, area: AreaRollUp): AreaRollUp {
  const isOwn = ({ metric }: Assessment) => source.area(source.metric(metric)?.area ?? "") === area.name;
  return { ...area, latest: area.latest.filter(isOwn), gaps: area.gaps.filter(isOwn) };
}

/** Whether more of an area's targets moved for better or for worse on the year before. */
function directionOfArea(cells: BoardCells, { latest }: AreaRollUp): string {
  const words = latest.filter(({ actual }) => actual !== null).map((row) => cells.directionWord(row));
  const count = (word: string) => words.filter((each) => each === word).length;
  const [better, worse] = [count("improved"), count("deteriorated")];
  if (better === worse) return better > 0 ? "mixed" : count("sustained") > 0 ? "sustained" : "[z] none";
  return better > worse ? "improved" : "deteriorated";
}

/** An area is as good as its worst target or action; what is complete is so only where nothing is left to judge. */
function worst({ actions }: AreaRollUp, at: (header: string) => string): string {
  const { red, amber, green, grey } = ratingStates;
  const states = actions.map(actionState);
  const has = (state: string) => states.includes(state);
  const targets = (header: string) => `${at(header)}>0`;
  if (has(red)) return `="${red}"`;
  const rest = has(amber)
    ? `"${amber}"`
    : `IF(${targets("Needs attention")},"${amber}",IF(${targets("On track")},"${green}","${otherState(states, green, grey)}"))`;
  return `=IF(${targets("Off track")},"${red}",${rest})`;
}

/** The state of an area by its actions alone. */
function otherState(states: readonly string[], green: string, grey: string): string {
  if (states.includes(green)) return green;
  if (states.length > 0 && states.every((state) => state === COMPLETE)) return COMPLETE;
  return states.every((state) => state === NO_DATA) ? NO_DATA : grey;
}

/** One thing, in few words: the widest gap, else what is overdue, else what its state rests on. */
function mattersMost(source: ReportSource, area: AreaRollUp): string {
  const { actions, gaps, latest } = area;
  const [worstGap] = gaps;
  if (worstGap !== undefined) return gapInFewWords(source, area, worstGap);
  const late = actions.filter(isLateAction).sort((a, b) => b.daysLate - a.daysLate);
  const judged = latest.filter(({ rag }) => rag !== "grey").length;
  const basis = judged === 0 ? " (actions only: no target is rated)" : "";
  if (late[0]) return `${late[0].id} is overdue by ${plural(late[0].daysLate, "day")}${basis}`;
  const silent = actions.filter(({ status }) => status === "no return").length;
  if (silent > 0) return `${plural(silent, "action")} with no return${basis}`;
  const amber = actions.find(({ rag, status }) => rag === "amber" && status !== "due soon");
  if (amber) return `${amber.id} needs attention${basis}`;
  const soon = actions.filter(({ status }) => status === "due soon" || status === "review due");
  if (soon.length > 0) return `${plural(soon.length, "action or review", "actions or reviews")} due soon${basis}`;
  return judged === 0 && actions.length === 0 ? "Nothing is reported" : `No gap and nothing overdue${basis}`;
}

/** "Office paper used (UHL) 33.7% behind, with no action; 5 more gaps": as much of it as fits on the line. */
function gapInFewWords(source: ReportSource, area: AreaRollUp, row: Assessment): string {
  const { pack } = source.outcome;
  // A metric's title may go on to say what is left out: its first words name it.
  const title = sentenceCase(metricName(pack, row.metric).split(/,| \(/)[0] ?? "");
  const end = ` (${organisationName(pack, row.organisation)}) ${sizeOf(row)}${source.doubts.of(row) === "" ? "" : " [u]"}`;
  const more = area.gaps.length > 1 ? `; ${plural(area.gaps.length - 1, "more gap")}` : "";
  const answer = answerIn(area, row);
  const words = title.split(" ");
  const shorter = words.map((_, left) => `${words.slice(0, words.length - left - 1).join(" ")} …${end}`);
  const all = [title + end + answer + more, title + end + answer, title + end, ...shorter];
  return all.find((each) => !isWider(each, POINTS_TO_EDGE)) ?? title + end;
}

function sizeOf(row: Assessment): string {
  return row.unit === "yes/no" ? "not in place" : `${gapSize(row).replace("percentage ", "")} behind`;
}

function answerIn({ unanswered, outlived }: AreaRollUp, gap: Assessment): string {
  if (unanswered.includes(gap)) return ", with no action";
  return outlived.includes(gap) ? ", its actions over" : "";
}
