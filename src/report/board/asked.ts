import { boardAsks } from "../../decisions/board-asks";
import type { Assessment } from "../../assessment/assessment";
import type { SheetLayout } from "../layout/layout";
import type { ReportSource } from "../source/source";
import { proposals } from "./brief";
import { POINTS_ACROSS } from "./columns";

/** What people chose of the proposals, and what they are proud of. */
export function keptAsks({ outcome }: ReportSource, latest: readonly Assessment[]) {
  return boardAsks(outcome, proposals(outcome, latest));
}

const opening = {
  NOTE: "Note",
  APPROVE: "Approve",
  "TAKE ASSURANCE": "Take assurance",
  AGREE: "Agree",
} as const;

/** What the board is asked, as a person kept or reworded it: nothing where nobody did. */
export function asked(layout: SheetLayout, source: ReportSource, latest: readonly Assessment[]): void {
  const { asks } = keptAsks(source, latest);
  if (asks.length === 0) return;
  layout.heading("The Board is asked to");
  for (const { kind, text } of asks) layout.prose(`${opening[kind]}: ${text}`, POINTS_ACROSS);
}
