import type { SheetSnapshot } from "../../snapshot/snapshot";
import { sheetKinds, stateKinds, type SheetKind } from "../sheet";

/** What our sheets are called where nobody else's is called so. */
export const sheetTitles: Readonly<Record<SheetKind, string>> = {
  contents: "Contents",
  "board-report": "Board Report",
  "action-status": "Action Status",
  trajectories: "Trajectories",
  charts: "Charts",
  findings: "Findings",
  notes: "Notes",
  mapping: "Green Plan Mapping",
  explanations: "Green Plan Explanations",
  settings: "Green Plan Settings",
};

type Known = Pick<SheetSnapshot, "name" | "own">;

/**
 * The name a sheet of ours has or will have in this workbook. Ours is told by its mark, never by
 * its name; of two with one mark, the one still called as it was when written is ours and the
 * other a person's copy. A name that a person's sheet has gets " (Green Plan)" added.
 */
export function ownSheetName(kind: string, title: string, sheets: readonly Known[]): string {
  const ours = sheets.filter((each) => each.own?.kind === kind);
  const found = ours.find((each) => each.own?.title === each.name) ?? ours[0];
  if (found) return found.name;
  const taken = new Set(sheets.map((each) => each.name.toLowerCase()));
  let name = title;
  for (let copy = 1; taken.has(name.toLowerCase()); copy += 1) {
    name = copy === 1 ? `${title} (Green Plan)` : `${title} (Green Plan ${copy})`;
  }
  return name;
}

/** The names of all our report sheets in this workbook. */
export function sheetNames(sheets: readonly Known[]): Readonly<Record<SheetKind, string>> {
  const names = { ...sheetTitles };
  for (const kind of [...sheetKinds, ...stateKinds]) names[kind] = ownSheetName(kind, sheetTitles[kind], sheets);
  return names;
}
