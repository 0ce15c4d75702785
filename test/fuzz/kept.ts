import type { Snapshot } from "../../src/snapshot/snapshot";
import type { BookState } from "../../src/workbook-file/book/book";
import { findWorkbookPart } from "../../src/workbook-file/package/file-kind";
import { Package } from "../../src/workbook-file/package/package";
import { MARKER } from "./hostile";

/** What a report may change of a workbook, and what it may not. */

/**
 * The user's parts that differ or are gone in the saved file. A sheet that is added changes the list of sheets,
 * the styles and the list of parts; nothing else of the user's.
 *
 * @param before the workbook as it was opened; what it was made from is compared.
 * @param read the workbook as it was read before anything was written.
 */
export function partsChanged(before: BookState, after: BookState, read: Snapshot): string[] {
  const source = before.source;
  if (!source || !after.source) return ["no package"];
  const packaged = new Package(source);
  const ours = partsOfOurs(before, read, packaged);
  const workbook = findWorkbookPart(packaged, "The workbook");
  const edited = new Set(["[content_types].xml", workbook.toLowerCase(), relationshipsOf(workbook).toLowerCase()]);
  const mayChange = (name: string) =>
    ours.has(name) || edited.has(name.toLowerCase()) || /styles|calcChain|webextension|taskpanes/i.test(name);
  const now = after.source;
  return [...source].filter(([name, data]) => !mayChange(name) && !isSame(data, now.get(name))).map(([name]) => name);
}

const relationshipsOf = (part: string): string => part.replace(/([^/]*)$/, "_rels/$1.rels");

function isSame(one: Uint8Array, other: Uint8Array | undefined): boolean {
  return other !== undefined && Buffer.compare(one, other) === 0;
}

/** Sheets that carry our mark and our title, or a table of ours; a mark alone does not make a person's sheet ours. */
function isOurs({ name, own, tables }: Snapshot["sheets"][number]): boolean {
  return own !== null && (own.title === name || tables.some((table) => table.name.startsWith("GreenPlan_")));
}

function partsOfOurs({ sheets }: BookState, read: Snapshot, packaged: Package): Set<string> {
  const names = new Set(read.sheets.filter(isOurs).map(({ name }) => name));
  const found = new Set<string>();
  const add = (part: string): void => {
    if (found.has(part)) return;
    found.add(part);
    found.add(packaged.spelled(relationshipsOf(part)));
    for (const { target, external } of packaged.relationships(part)) if (!external) add(target);
  };
  for (const { name, source } of sheets) if (source !== null && names.has(name)) add(source);
  return found;
}

/** Formulas, names and links of our sheets that hold what a return held as a text. */
export function formulasFromData({ sheets }: BookState, read: Snapshot): string[] {
  const theirs = new Set(read.sheets.filter((each) => !isOurs(each)).map(({ name }) => name));
  const found: string[] = [];
  for (const sheet of sheets) {
    if (theirs.has(sheet.name)) continue;
    sheet.cells.forEach((row) =>
      row?.forEach((cell) => {
        if (cell?.formula !== undefined && isPlanted(cell.formula)) found.push(`${sheet.name}: ${cell.formula}`);
      }),
    );
    for (const { address } of sheet.hyperlinks) if (address !== null) found.push(`${sheet.name}: a link to ${address}`);
    for (const { series } of sheet.charts)
      for (const { values, categories } of series)
        if (isPlanted(values) || isPlanted(categories ?? "")) found.push(`${sheet.name}: a chart of ${values}`);
  }
  return found;
}

/** Texts and the names of sheets inside a formula are data in their place. */
function isPlanted(formula: string): boolean {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'!/g, "'!");
  return bare.includes(MARKER) || bare.includes("|") || /WEBSERVICE|CALL\(|REGISTER/i.test(bare);
}
