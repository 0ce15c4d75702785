import type { OwnSheetMark } from "../../snapshot/snapshot";

/** The sheet-scoped, hidden defined name by which a sheet of ours is told from a person's. */
export const markName = "_greenplan";

/** The mark as a defined name's formula: a constant text, kind|version|extent|title. A title may hold a bar, so it stands last. */
export function markFormula(mark: OwnSheetMark): string {
  const text = [mark.kind, mark.version, mark.extent ?? "", mark.title].join("|");
  return `="${text.replaceAll('"', '""')}"`;
}

/** Reads a mark back; null for a name that is not one of ours. */
export function readMark(formula: string): OwnSheetMark | null {
  const text = /^="(.*)"$/s.exec(formula)?.[1]?.replaceAll('""', '"');
  const [, kind, version, extent, title] = /^([^|]+)\|([^|]*)\|([^|]*)\|(.+)$/s.exec(text ?? "") ?? [];
  if (kind === undefined || version === undefined || title === undefined) return null;
  return extent ? { kind, version, title, extent } : { kind, version, title };
}
