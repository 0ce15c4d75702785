import type { Assessment } from "../../assessment/assessment";
import { answeredBy } from "../../assessment/targets/areas";
import { isOver } from "../../assessment/actions/urgency";
import { joinWords, sentenceCase } from "../../plan/wording";
import type { SheetLayout } from "../layout/layout";
import type { ReportSource } from "../source/source";
import { neededWords, outlook } from "../words/sentences";
import { standingColumns, WIDTHS, type BoardCells } from "./columns";

const SHOWN = 5;

/** The widest gaps, with what would close each and who acts on it. */
export function gapsTable(
  layout: SheetLayout,
  source: ReportSource,
  cells: BoardCells,
  rows: readonly Assessment[],
): void {
  const gaps = rows.filter(({ rag }) => rag === "red").slice(0, SHOWN);
  layout.heading("The widest gaps, and what would close them");
  if (gaps.length === 0) {
    const isAnyRated = rows.some(({ rag }) => rag !== "grey");
    layout.paragraph(
      isAnyRated ? "No target besides the footprints is off track." : "No target besides the footprints can be rated.",
    );
    return;
  }
  layout.table({
    name: "GreenPlan_Gaps",
    items: gaps,
    columns: [
      ...standingColumns(source, cells),
      {
        header: "What would close it, and who acts",
        width: WIDTHS.text,
        cell: (row) => `${needed(row)} ${answers(source, row)}.`,
      },
    ],
    state: { header: "State" },
    unit: ({ unit }) => unit,
  });
}

/** What would close a gap, and what is to be expected. */
function needed(row: Assessment): string {
  const words = neededWords(row);
  return words === null ? `${outlook(row)}.` : `${sentenceCase(words)}. ${outlook(row)}.`;
}

function answers(source: ReportSource, { metric }: Assessment): string {
  const { pack, actions } = source.outcome;
  const all = answeredBy(pack, actions, metric);
  if (all.length === 0) return "No action of the plan answers it";
  const open = all.filter((action) => !isOver(action));
  if (open.length === 0) return `${joinWords(all.map(({ id }) => id))}: over, yet the gap stands`;
  return joinWords(open.map(({ id, owner, status }) => `${id} (${owner ?? "no owner"}, ${status})`));
}
