import { byUrgency } from "../../assessment/actions/urgency";
import { splitPlace } from "../../snapshot/addresses";
import { SheetLayout, type ColumnOf, type Placed } from "../layout/layout";
import { joinWords } from "../../plan/wording";
import { actionState } from "../layout/row-states";
import { actionStateSentences, bodiesWords, meansWords, movedWords, recordWords } from "../words/action-words";
import { actionHeadline } from "../words/sentences";
import type { ReportCell, ReportSheet } from "../sheet";
import type { ReportSource } from "../source/source";
import type { ActionAssessment } from "../../assessment/assessment";

export interface ActionSheet {
  readonly sheet: ReportSheet;
  readonly placed: Placed | null;
}

/** Every action of the plan as of the reporting date: what is late, what is due, who owns it. */
export function actionStatus(source: ReportSource): ActionSheet {
  const { actions, pack } = source.outcome;
  const rows = [...actions].sort(byUrgency);
  const layout = new SheetLayout(
    "action-status",
    source.names["action-status"],
    "Action status: the plan's actions against their dates",
    rows.length === 0
      ? `No table: ${pack.name} has no actions.`
      : `One table: the ${rows.length} actions of ${pack.name}, the most pressing first. As at ${source.asOf}.`,
  );
  layout.paragraph(actionHeadline(source.outcome));
  for (const sentence of actionStateSentences(source.outcome)) layout.prose(sentence);
  layout.gap();
  if (rows.length === 0) return { sheet: layout.finish(source.furniture()), placed: null };
  const placed = layout.table({
    name: "GreenPlan_Actions",
    items: rows,
    columns: columns(source),
    key: ["Reference"],
    filter: true,
    state: { header: "State" },
  });
  const sheet = layout.finish({ ...source.furniture(), follow: placed, freezeColumns: 1, printTo: "Commentary" });
  return { sheet, placed };
}

function columns(source: ReportSource): ColumnOf<ActionAssessment>[] {
  return [
    { header: "Reference", width: 11, cell: ({ id }) => id },
    { header: "Area", width: 14, cell: ({ area }) => source.area(area) },
    { header: "Action", width: 32, cell: ({ title }) => title },
    { header: "State", width: 17, align: "center", cell: actionState },
    { header: "Status", width: 13, cell: ({ status }) => status },
    { header: "Due", width: 13, format: "date", cell: dueCell },
    { header: "Plan date", width: 13, format: "date", cell: planDateCell },
    { header: "Moved", width: 16, cell: movedWords },
    { header: "Days late", width: 8, format: "whole", cell: ({ daysLate }) => daysLate },
    { header: "Owner", width: 16, cell: ownerCell },
    { header: "Commentary", width: 24 },
    {
      header: "To look at",
      width: 50,
      cell: ({ concerns = [] }) => concerns.map(({ sentence }) => sentence).join(" ") || "nothing",
    },
    {
      header: "By organisation",
      width: 36,
      cell: (action) => bodiesWords(action, source.outcome.pack) ?? "[z] one return",
    },
    { header: "Depends on a partner", width: 26, cell: ({ dependsOn }) => dependsOn ?? "none named" },
    { header: "Record", width: 36, cell: (action) => recordWords(action) ?? "[z] none asked for" },
    {
      header: "Resources, cost and saving",
      width: 30,
      cell: (action) => meansWords(action) ?? "[x] not in the return",
    },
    { header: "Review", width: 11, cell: ({ review }) => review ?? "none" },
    { header: "Reported as", width: 18, cell: reportedAs },
    { header: "Where reported", width: 18, cell: whereReported },
    { header: "Date in the plan", width: 20, cell: ({ completion }) => completion },
    { header: "Read as", width: 60, cell: ({ reading }) => reading },
    {
      header: "Bears on",
      width: 44,
      cell: ({ metrics }) => metrics.map((id) => source.metric(id)?.title ?? id).join("; ") || "[z] no metric",
    },
    { header: "Same work as", width: 12, cell: ({ twins }) => joinWords(twins) || "none" },
    { header: "Comment in the return", width: 44, wrap: false, cell: ({ comment }) => comment ?? "none" },
    { header: "How it was worked out", width: 60, wrap: false, cell: ({ working }) => working },
  ];
}

/** The day to be done by; what goes on has none, whatever day it was to begin by. */
function dueCell({ due, goesOn, completion }: ActionAssessment): ReportCell {
  if (due !== null && !goesOn) return { date: due };
  return goesOn ? "goes on" : `none: ${completion.toLowerCase()}`;
}

/** The plan's own day, whether or not another counts. */
function planDateCell({ planDue, goesOn, completion }: ActionAssessment): ReportCell {
  if (planDue !== null && !goesOn) return { date: planDue };
  return goesOn ? "goes on" : `none: ${completion.toLowerCase()}`;
}

/** Nobody can be named for what the return does not hold. */
function ownerCell({ owner, cell }: ActionAssessment): ReportCell {
  return owner ?? (cell === null ? "[x] no row in the return" : "[x] no owner");
}

function reportedAs({ reported, normalised }: ActionAssessment): string {
  if (reported === null) return "[x] no status given";
  return normalised === null || normalised === reported.toLowerCase() ? reported : `${reported} (${normalised})`;
}

function whereReported({ cell }: ActionAssessment): ReportCell {
  const place = cell === null ? null : splitPlace(cell);
  if (cell === null) return "[x] no row in the return";
  return place ? { text: cell, link: { ...place, tip: `Go to ${cell}` } } : cell;
}
