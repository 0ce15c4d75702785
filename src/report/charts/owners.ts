import type { ActionAssessment } from "../../assessment/assessment";
import { hasOwner } from "../../assessment/actions/owner";
import { isDone } from "../../assessment/actions/urgency";
import { groupBy } from "../../collections/groups";
import { formatNumber, plural } from "../../plan/wording";
import { quietColours, stateColours } from "../layout/palette";
import type { ReportSource } from "../source/source";
import { actionHeadline, isLateAction } from "../words/sentences";
import { COUNTS, WIDTHS, type ChartPages } from "./place";

/** More owners than this stand together as the others. */
const MOST_OWNERS = 12;
/** Letters of an owner that stand beside a bar. */
const MOST_LETTERS = 34;

const KINDS = [
  { header: "Overdue", colour: stateColours.red.fill, is: isLateAction },
  { header: "Due soon", colour: quietColours[0], is: statusIn("due soon", "review due") },
  { header: "On track", colour: quietColours[1], is: statusIn("on track") },
  { header: "Complete", colour: stateColours.blue.fill, is: isDone },
  { header: "Other", colour: quietColours[2], is: isOther },
] as const;

function statusIn(...wanted: readonly ActionAssessment["status"][]) {
  return ({ status }: ActionAssessment) => wanted.includes(status);
}

/** Without a return, or ended otherwise than by being done. */
function isOther(action: ActionAssessment): boolean {
  return !(isLateAction(action) || isDone(action) || statusIn("due soon", "review due", "on track")(action));
}

/** Under these stand the actions that nobody owns: in capitals, as no owner's key is. */
const NOBODY = "No owner named";
const NO_ROW = "No row in the return";

interface Owner {
  readonly name: string;
  readonly named: boolean;
  readonly actions: readonly ActionAssessment[];
}

/** Each owner's actions by state, those with the most overdue first. */
export function ownersChart(pages: ChartPages, source: ReportSource): void {
  const { actions } = source.outcome;
  const reported = actions.filter(({ status }) => status !== "no return");
  if (reported.length === 0) {
    const why = actions.length === 0 ? "the plan has no actions" : "the return has no row for any action of the plan";
    pages.heading("Actions by owner", [`No chart: ${why}.`]);
    return;
  }
  pages.draw<Owner>({
    title: ownersTitle(actions),
    sentences: [
      `${actionHeadline(source.outcome)} Other: no row in the return, or ended otherwise than by being done.`,
    ],
    table: {
      name: "GreenPlan_ActionOwners",
      items: mostPressing(ownersOf(actions)),
      columns: [
        { header: "Owner", width: WIDTHS.name, cell: ({ name }) => name },
        ...KINDS.map(({ header, is }) => ({
          header,
          width: WIDTHS.figure,
          format: "whole" as const,
          cell: (owner: Owner) => owner.actions.filter(is).length,
        })),
      ],
    },
    chart: {
      name: "Green Plan owners",
      type: "BarStacked",
      categories: "Owner",
      series: KINDS.map(({ header, colour }) => ({
        column: header,
        colour,
        dash: "Continuous",
        marker: "None",
        labelled: true,
      })),
      categoryTitle: "Owner",
      valueTitle: "Number of actions",
      valueFormat: "0",
      labelFormat: COUNTS,
      labelEvery: 1,
    },
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
  const most = first && first.actions.length > 1 && first.actions.length > (second?.actions.length ?? 0);
  if (!most) return head;
  return `${head}, ${formatNumber(first.actions.length)} of them ${first.named ? `with ${first.name}` : "without an owner"}`;
}

/** Owners, those with the most overdue first; one written in two ways is one. */
function ownersOf(actions: readonly ActionAssessment[]): Owner[] {
  const groups = groupBy(actions, ({ owner, cell }) =>
    hasOwner(owner) ? plain(owner).toLowerCase() : cell === null ? NO_ROW : NOBODY,
  );
  const count = (owner: Owner, kind: (typeof KINDS)[number]) => owner.actions.filter(kind.is).length;
  return [...groups]
    .map(([key, own]): Owner => {
      const named = key !== NOBODY && key !== NO_ROW;
      return { name: named ? short(plain(own[0].owner)) : key, named, actions: own };
    })
    .sort(
      (a, b) =>
        count(b, KINDS[0]) - count(a, KINDS[0]) ||
        count(b, KINDS[1]) - count(a, KINDS[1]) ||
        b.actions.length - a.actions.length,
    );
}

const plain = (owner: string | null) => (owner ?? "").replace(/\s+/g, " ").trim();

function short(name: string): string {
  return name.length <= MOST_LETTERS ? name : `${name.slice(0, MOST_LETTERS - 1).trimEnd()}…`;
}

/** The first owners and the others together; what nobody owns always stands by itself. */
function mostPressing(owners: readonly Owner[]): Owner[] {
  if (owners.length <= MOST_OWNERS) return [...owners];
  const nobody = owners.filter(({ named }) => !named);
  const first = owners.filter(({ named }) => named).slice(0, MOST_OWNERS - 1 - nobody.length);
  const rest = owners.filter((owner) => owner.named && !first.includes(owner));
  const others = {
    name: `${plural(rest.length, "other owner")}`,
    named: false,
    actions: rest.flatMap(({ actions }) => actions),
  };
  return [...owners.filter((owner) => !rest.includes(owner)), others];
}
