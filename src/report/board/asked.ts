import { boardAsks } from "../../decisions/board-asks";
import { oncePer } from "../../collections/once-per";
import type { SheetLayout } from "../layout/layout";
import type { ReportSource } from "../source/source";
import { proposals } from "./brief";
import { POINTS_ACROSS } from "./columns";

/** What people chose of the proposals, and what they are proud of: worked out once a report. */
export const keptAsks = oncePer((source: ReportSource) =>
  boardAsks(source.outcome, proposals(source.outcome, source.latest())),
);

const opening = {
  NOTE: "Note",
  APPROVE: "Approve",
  "TAKE ASSURANCE": "Take assurance",
  AGREE: "Agree",
} as const;

/** What the board is asked, as a person kept or reworded it: nothing where nobody did. */
export function asked(layout: SheetLayout, source: ReportSource): void {
  const { asks } = keptAsks(source);
  if (asks.length === 0) return;
  layout.heading("The Board is asked to");
  for (const { kind, text } of asks) layout.prose(`${opening[kind]}: ${text}`, POINTS_ACROSS);
}
