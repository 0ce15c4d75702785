import { askKinds, asksTable, boardAsks, type Proposal } from "../../decisions/board-asks";
import type { Outcome } from "../../outcome";
import type { SheetLayout } from "../layout/layout";
import { keptTable } from "./kept-table";

/** The table in which people write highlights and keep, reword or drop what the board is to be asked. */
export function highlightsAndAsks(layout: SheetLayout, outcome: Outcome, proposals: readonly Proposal[]): void {
  layout.heading("Highlights and asks: what the board paper says was delivered, and what it asks of the board");
  layout.prose(
    `Highlights: up to three, under Your words. Asks (${askKinds.join(", ")}): write "yes" under Keep, or reword it; "no" drops it. Nothing prints before. Your own: in a free row.`,
  );
  keptTable(layout, asksTable, boardAsks(outcome, proposals).rows, {
    Proposed: { width: 24 },
    Kind: { width: 18 },
    "Your words": { width: 36 },
    Keep: { width: 14 },
    Reference: { width: 12, wrap: false },
    State: { width: 12, wrap: false },
  });
}
