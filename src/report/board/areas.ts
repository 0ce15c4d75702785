import {
  formatFigureDifference,
  formatPercent,
  metricName,
  organisationName,
  plural,
  sentenceCase,
} from "../../plan/wording";
import { areaRollUps, type AreaRollUp } from "../../assessment/targets/areas";
import type { Assessment } from "../../assessment/assessment";
import { isDone } from "../../assessment/actions/urgency";
import type { SheetLayout, Placed } from "../layout/layout";
import { actionState, COMPLETE, NO_DATA, ratingStates } from "../layout/states";
import type { ReportSource } from "../source/source";
import { isLateAction } from "../words/sentences";
import { WIDTHS, type BoardCells } from "./columns";

/**
 * The plan's areas at a glance: its targets by state, counted live from the table of targets, how many moved for better
 * or worse, its actions, and the one thing that matters most in it.
 */
export function areasTable(layout: SheetLayout, source: ReportSource, cells: BoardCells, targets: Placed | null): void {
  const { pack, assessments, actions } = source.outcome;
  const areas = areaRollUps(pack, assessments, actions);
  if (areas.length === 0) return;
  layout.heading("The plan's areas");
  const count = (state: string, area: string) =>
    targets === null
      ? 0
      : { formula: `=COUNTIFS(${targets.column("Area")},${area},${targets.column("State")},"${state}")` };
  const { red, amber, green } = ratingStates;
  const moved = (area: AreaRollUp, word: string) =>
    area.latest.filter((row) => row.actual !== null && cells.directionWord(row) === word).length;
  const { name, state, word, direction, share, text } = WIDTHS;
  layout.table<AreaRollUp>({
    name: "GreenPlan_Areas",
    items: areas,
    columns: [
      { header: "Area", width: name, cell: ({ name }) => name },
      { header: "State", width: state, cell: (area, at) => ({ formula: worst(area, at) }) },
      { header: "Targets off track", width: word, format: "whole", cell: (_, at) => count(red, at("Area")) },
      { header: "Targets needing attention", width: word, format: "whole", cell: (_, at) => count(amber, at("Area")) },
      { header: "Targets on track", width: word, format: "whole", cell: (_, at) => count(green, at("Area")) },
      { header: "Improved on year before", width: word, format: "whole", cell: (area) => moved(area, "improved") },
      { header: "Worse than year before", width: word, format: "whole", cell: (area) => moved(area, "deteriorated") },
      {
        header: "Actions overdue",
        width: direction,
        format: "whole",
        cell: ({ actions }) => actions.filter(isLateAction).length,
      },
      { header: "Actions done", width: share, format: "whole", cell: ({ actions }) => actions.filter(isDone).length },
      { header: "What matters most", width: text, wrap: false, cell: (area) => mattersMost(source, area) },
    ],
    state: { header: "State" },
  });
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
    : `IF(${targets("Targets needing attention")},"${amber}",IF(${targets("Targets on track")},"${green}","${otherState(states, green, grey)}"))`;
  return `=IF(${targets("Targets off track")},"${red}",${rest})`;
}

/** The state of an area by its actions alone. */
function otherState(states: readonly string[], green: string, grey: string): string {
  if (states.includes(green)) return green;
  if (states.length > 0 && states.every((state) => state === COMPLETE)) return COMPLETE;
  return states.every((state) => state === NO_DATA) ? NO_DATA : grey;
}

/** Letters that stand between this last column and the edge of the paper. */
const LETTERS_TO_THE_EDGE = 80;

/** One thing, in few words: the widest gap, else what is overdue, else what its state rests on. */
function mattersMost(source: ReportSource, area: AreaRollUp): string {
  const { actions, gaps, latest } = area;
  const [worstGap] = gaps;
  if (worstGap !== undefined) {
    const said = sentenceCase(gapInFewWords(source, worstGap, answerIn(area, worstGap)));
    const more = gaps.length > 1 ? `; ${plural(gaps.length - 1, "more gap")}` : "";
    return said.length + more.length > LETTERS_TO_THE_EDGE ? said : said + more;
  }
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

function gapInFewWords(source: ReportSource, row: Assessment, answer: string): string {
  const { pack } = source.outcome;
  const { gap, gapPercent, unit, metric, organisation } = row;
  const size =
    gapPercent === null || unit === "%"
      ? formatFigureDifference(Math.abs(gap ?? 0), unit).replace("percentage ", "")
      : formatPercent(Math.abs(gapPercent));
  const by = unit === "yes/no" ? "not in place" : `${size} behind`;
  const doubt = source.doubts.of(row) === "" ? "" : " [u]";
  // A metric's title may go on to say what is left out: its first words name it.
  const name = metricName(pack, metric).split(/,| \(/)[0] ?? "";
  const end = ` (${organisationName(pack, organisation)}) ${by}${doubt}${answer}`;
  const room = LETTERS_TO_THE_EDGE - end.length;
  return (name.length > room ? `${name.slice(0, room).replace(/ \S*$/, "")} …` : name) + end;
}

function answerIn({ unanswered, outlived }: AreaRollUp, gap: Assessment): string {
  if (unanswered.includes(gap)) return ", with no action";
  return outlived.includes(gap) ? ", its actions over" : "";
}
