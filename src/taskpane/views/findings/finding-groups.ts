import { placeOfChange } from "../../../report/words/change-words";
import type { Explained } from "../../../validation/checking/explanations";
import type { CellChange, Finding, Mend } from "../../../validation/finding";

export type GroupId = "errors" | "toExplain" | "explained" | "information";

/** Findings that ask the same of a person. */
export interface FindingGroup {
  readonly id: GroupId;
  readonly title: string;
  readonly found: readonly Explained[];
}

/** The groups, the worst first. */
const groups: readonly Omit<FindingGroup, "found">[] = [
  { id: "errors", title: "Errors" },
  { id: "toExplain", title: "Warnings to mend or explain" },
  { id: "explained", title: "Warnings explained" },
  { id: "information", title: "For information" },
];

/** The findings by what they ask, the worst first, each group in the order the check ranked them. Empty groups are left out. */
export function groupsOf(explained: readonly Explained[]): FindingGroup[] {
  return groups
    .map(({ id, title }) => ({ id, title, found: explained.filter((each) => groupOf(each) === id) }))
    .filter(({ found }) => found.length > 0);
}

function groupOf({ finding, state }: Explained): GroupId {
  if (finding.severity === "error") return "errors";
  if (finding.severity === "info") return "information";
  return state === "explained" ? "explained" : "toExplain";
}

/** What mending all findings of one kind would write. */
export interface MendsOfAKind {
  readonly findings: readonly Finding[];
  /** Each cell once. */
  readonly changes: readonly CellChange[];
}

/** All mends of this kind together. Where two would write the same cell differently, the finding ranked first has it. */
export function mendsLike({ kind }: Mend, findings: readonly Finding[]): MendsOfAKind {
  const alike = findings.filter(({ mend }) => mend?.kind === kind);
  const byCell = new Map<string, CellChange>();
  for (const change of alike.flatMap(({ mend }) => mend?.changes ?? [])) {
    const cell = placeOfChange(change);
    if (!byCell.has(cell)) byCell.set(cell, change);
  }
  return { findings: alike, changes: [...byCell.values()] };
}
