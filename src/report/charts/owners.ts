import type { ActionAssessment } from "../../assessment/assessment";
import { hasOwner } from "../../assessment/actions/owner";
import { isDone } from "../../assessment/actions/urgency";
import { groupBy } from "../../collections/groups";
import { formatNumber, plural } from "../../plan/wording";
import { quietColours, stateColours } from "../layout/palette";
import type { ReportSource } from "../source/source";
import { actionHeadline, isLateAction } from "../words/sentences";
import { barsChart, type Part } from "./bars";
import type { ChartPages } from "./place";

/** More owners than this stand together as the others. */
const MOST_OWNERS = 12;
/** Letters of an owner that stand beside a bar. */
const MOST_LETTERS = 24;
/** Under these stand the actions that nobody owns: in capitals, as no owner's key is. */
const NOBODY = "No owner named";
const NO_ROW = "No row in the return";

interface Owner {
  readonly name: string;
  readonly named: boolean;
  readonly actions: readonly ActionAssessment[];
}

const isSoon = ({ status }: ActionAssessment) => status === "due soon" || status === "review due";
const isOnTrack = ({ status }: ActionAssessment) => status === "on track";
/** Without a return, or ended otherwise than by being done. */
const isOther = (action: ActionAssessment) => ![isLateAction, isSoon, isOnTrack, isDone].some((is) => is(action));

/** Each owner's actions by state, those with the most overdue first. */
export function ownersChart(pages: ChartPages, source: ReportSource): void {
  const { actions } = source.outcome;
  if (actions.every(({ cell }) => cell === null)) {
    const why = actions.length === 0 ? "the plan has no actions" : "the return has no row for any action of the plan";
    return pages.heading("Actions by owner", [`No chart: ${why}.`]);
  }
  const part = (header: string, colour: string, is: (action: ActionAssessment) => boolean): Part<Owner> => ({
    header,
    colour,
    cell: (owner) => owner.actions.filter(is).length,
  });
  barsChart<Owner>(pages, {
    title: ownersTitle(actions),
    sentence: `${actionHeadline(source.outcome)} Other: no row in the return, or ended otherwise than by being done.`,
    name: "Green Plan owners",
    table: "GreenPlan_ActionOwners",
    of: "Owner",
    items: mostPressing(ownersOf(actions)),
    nameOf: ({ name }) => name,
    parts: [
      part("Overdue", stateColours.red.fill, isLateAction),
      part("Due soon", quietColours[0], isSoon),
      part("On track", quietColours[1], isOnTrack),
      part("Complete", stateColours.blue.fill, isDone),
      part("Other", quietColours[2], isOther),
    ],
    format: "whole",
  });
}

/** Where most is not reported, that is the finding: nothing overdue would only mean that nothing is known. */
function ownersTitle(actions: readonly ActionAssessment[]): string {
  const silent = actions.filter(({ status }) => status === "no return").length;
  const of = formatNumber(actions.length);
  if (silent > actions.length / 2) return `${formatNumber(silent)} of ${of} actions have no return`;
  const late = actions.filter(isLateAction);
  const head = `${formatNumber(late.length)} of ${of} actions ${late.length === 1 ? "is" : "are"} overdue`;
  const [first, second] = ownersOf(late);
  const isMost = first && first.actions.length > Math.max(1, second?.actions.length ?? 0);
  const owned = first?.named === true ? `with ${first.name}` : "without an owner";
  return isMost ? `${head}, ${formatNumber(first.actions.length)} of them ${owned}` : head;
}

/** Owners, those with the most overdue first; one written in two ways is one. */
function ownersOf(actions: readonly ActionAssessment[]): Owner[] {
  const plain = (owner: string | null) => (owner ?? "").replace(/\s+/g, " ").trim();
  const groups = groupBy(actions, ({ owner, cell }) =>
    hasOwner(owner) ? plain(owner).toLowerCase() : cell === null ? NO_ROW : NOBODY,
  );
  const count = (own: readonly ActionAssessment[], is: (action: ActionAssessment) => boolean) => own.filter(is).length;
  const all = [...groups].map(([key, own]): Owner => {
    const named = key !== NOBODY && key !== NO_ROW;
    const name = named ? plain(own[0].owner) : key;
    return { name: name.length <= MOST_LETTERS ? name : `${name.slice(0, MOST_LETTERS - 1)}…`, named, actions: own };
  });
  return all.sort(
    ({ actions: a }, { actions: b }) =>
      count(b, isLateAction) - count(a, isLateAction) || count(b, isSoon) - count(a, isSoon) || b.length - a.length,
  );
}

/** The first owners and the others together; what nobody owns always stands by itself. */
function mostPressing(owners: readonly Owner[]): Owner[] {
  const named = owners.filter((owner) => owner.named);
  const rest = owners.length <= MOST_OWNERS ? [] : named.slice(MOST_OWNERS - 1 - (owners.length - named.length));
  const others = {
    name: `${plural(rest.length, "other owner")}`,
    named: false,
    actions: rest.flatMap((each) => each.actions),
  };
  return [...owners.filter((owner) => !rest.includes(owner)), ...(rest.length > 0 ? [others] : [])];
}
