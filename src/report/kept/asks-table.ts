import { askKinds, asksTable, boardAsks, type Proposal } from "../../decisions/board-asks";
import type { Outcome } from "../../outcome";
import { cellColumn, type SheetLayout } from "../layout/layout";

/** The table in which people write highlights and keep, reword or drop what the board is to be asked. */
export function highlightsAndAsks(layout: SheetLayout, outcome: Outcome, proposals: readonly Proposal[]): void {
  layout.heading("Highlights and asks: what the board paper says was delivered, and what it asks of the board");
  layout.paragraph(
    `Highlights: up to three, under Your words. Asks (${askKinds.join(", ")}): write "yes" under Keep, or reword it; "no" drops it. Nothing prints before. Your own: in a free row.`,
  );
  layout.table({
    name: asksTable.name,
    items: boardAsks(outcome, proposals).rows,
    columns: [
      cellColumn("Proposed", { width: 34 }),
      cellColumn("Kind", { width: 18 }),
      cellColumn("Your words", { width: 60 }),
      cellColumn("Keep", { width: 15 }),
      cellColumn("Reference", { width: 14, wrap: false }),
      cellColumn("State", { width: 14, wrap: false }),
    ],
  });
}
