import type { ActionAssessment } from "../../assessment/assessment";
import { byUrgency } from "../../assessment/actions/urgency";
import type { Placed, SheetLayout } from "../layout/layout";
import { actionState } from "../layout/row-states";
import type { ReportCell } from "../sheet";
import type { ReportSource } from "../source/source";
import { isLateAction } from "../words/sentences";
import { WIDTHS } from "./columns";

/** Where a row of the Action Status sheet stands, to lead to it. */
export type ActionLink = (id: string) => ReportCell;

/** Links to the rows of the Action Status sheet. */
export function actionLinks(placed: Placed | null, sheet: string): ActionLink {
  const rows = new Map(placed?.table.rows.map((row, index) => [String(row[0]), index]));
  return (id) => {
    const index = rows.get(id);
    if (placed === null || index === undefined) return id;
    const address = (placed.cell("Reference", index).split("!").pop() ?? "").replaceAll("$", "");
    return { text: id, link: { sheet, address, tip: `Go to its row on ${sheet}` } };
  };
}

/** What is overdue, then what falls due soon, each by owner. */
export function actionTables(layout: SheetLayout, source: ReportSource, link: ActionLink): void {
  const { actions, pack } = source.outcome;
  const late = actions.filter(isLateAction);
  const soon = actions.filter(({ status }) => status === "due soon" || status === "review due");
  const days = pack.thresholds.dueSoonDays;
  actionTable(layout, link, {
    name: "GreenPlan_Late",
    heading: `Actions that are overdue, by owner: ${late.length}`,
    none: "No action is overdue.",
    actions: late.sort(byOwner),
  });
  actionTable(layout, link, {
    name: "GreenPlan_DueSoon",
    heading: `Actions and reviews due within ${days} days, by owner: ${soon.length}`,
    none: `No action falls due within ${days} days.`,
    actions: soon.sort(byOwner),
  });
}

/** Those without an owner first: somebody has to be found. */
function byOwner(a: ActionAssessment, b: ActionAssessment): number {
  return (a.owner ?? "").localeCompare(b.owner ?? "", "en") || byUrgency(a, b);
}

interface ActionGroup {
  readonly name: string;
  readonly heading: string;
  readonly none: string;
  readonly actions: readonly ActionAssessment[];
}

function actionTable(layout: SheetLayout, link: ActionLink, { name, heading, none, actions }: ActionGroup): void {
  layout.heading(heading);
  if (actions.length === 0) {
    layout.paragraph(none);
    return;
  }
  layout.table({
    name,
    items: actions,
    columns: [
      { header: "Owner", width: WIDTHS.name, cell: ({ owner }) => owner ?? "[x] no owner" },
      { header: "State", width: WIDTHS.state, align: "center", cell: actionState },
      { header: "Action", width: WIDTHS.word, cell: ({ id }) => link(id) },
      {
        header: "Due",
        width: WIDTHS.period,
        format: "date",
        align: "center",
        cell: ({ due }) => (due === null ? "[z]" : { date: due }),
      },
      { header: "Days late", width: WIDTHS.figure, format: "whole", cell: ({ daysLate }) => daysLate },
      { header: "What is to be done", width: WIDTHS.figure, wrap: false, cell: ({ title }) => title },
    ],
    state: { header: "State" },
  });
}
