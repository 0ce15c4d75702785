import { emptySheet, Styles } from "./book/blank-book";
import type { BookState, SheetState } from "./book/book";
import { Damage, WorkbookFileError } from "./package/errors";
import { Package, type Relationship } from "./package/package";
import { checkTableNames, checkTabNames, missing } from "./package/on-sheet";
import { Palette } from "./read/colors";
import { readSharedStrings } from "./read/shared-strings";
import { readSheet, type SheetContext } from "./read/sheet";
import { readStyles } from "./read/styles";
import {
  idOfSheet,
  readActiveTab,
  readCalculationMode,
  readDateSystem,
  readStructureLock,
  readNames,
  readSheetEntries,
  type SheetEntry,
} from "./read/workbook";
import { readSettings } from "./read/settings";
import { findWorkbookPart, refuseOtherFiles } from "./package/file-kind";
import { unzip } from "./package/unzip";

/**
 * Opens an .xlsx or .xlsm.
 *
 * @param fileName as the user knows it, for the sentences of refusals; null if there is none
 * @throws WorkbookFileError with one plain sentence for anything that is no such workbook
 */
export async function openBook(bytes: Uint8Array, fileName: string | null): Promise<BookState> {
  const label = fileName ?? "The file";
  refuseOtherFiles(bytes, label);
  const source = unzip(bytes.slice(), label);
  const packaged = new Package(source);
  try {
    const part = findWorkbookPart(packaged, label);
    return { ...readBook(packaged, part), fileName, source };
  } catch (error) {
    if (error instanceof WorkbookFileError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    const fault = error instanceof Damage ? detail : `a part of it cannot be read (${detail})`;
    throw new WorkbookFileError(
      `${label} is damaged: ${fault}. Open it in Excel with Open and Repair, save it and try again.`,
    );
  }
}

/**
 * Reads an opened package.
 *
 * @param only parts of the worksheets to read; the others stay empty. All where it is left out.
 */
export function readBook(
  packaged: Package,
  part: string,
  only?: ReadonlySet<string>,
): Omit<BookState, "fileName" | "source"> {
  const workbook = packaged.xml(part)!;
  const related = packaged.relationships(part);
  const target = (type: string) => related.find((each) => each.type === type)?.target;
  const palette = new Palette(packaged.xml(target("theme") ?? ""));
  const { xfs, differentials } = readStyles(packaged.xml(target("styles") ?? ""), palette);
  const styles = new Styles(xfs[0]);
  const strings = only?.size === 0 ? null : packaged.text(target("sharedStrings") ?? "");
  const context: SheetContext = {
    package: packaged,
    palette,
    differentials,
    dateSystem: readDateSystem(workbook),
    strings: strings === null ? [] : readSharedStrings(strings),
    styleOf: xfs.map((style) => styles.intern(style)),
  };
  const sheets = readSheets(readSheetEntries(workbook), related, context, only);
  const front = sheets[readActiveTab(workbook)] ?? sheets.find((sheet) => sheet.visibility === "Visible") ?? sheets[0];
  return {
    sheets,
    names: readNames(workbook, sheets),
    namesEdited: false,
    styles,
    dateSystem: context.dateSystem,
    structureLocked: readStructureLock(workbook),
    calculationMode: readCalculationMode(workbook),
    activeSheet: front?.id ?? "",
    selection: new Map(sheets.map((sheet) => [sheet.id, "A1"])),
    settings: readSettings(packaged, part),
    notCalculated: 0,
  };
}

function readSheets(
  entries: readonly SheetEntry[],
  related: readonly Relationship[],
  context: SheetContext,
  only: ReadonlySet<string> | undefined,
): SheetState[] {
  checkTabNames(entries.map(({ name }) => name));
  const taken = new Set<string>();
  const sheets = entries.map((entry, index) => {
    const relationship = related.find((each) => each.id === entry.relationship);
    if (relationship === undefined) throw missing("the cells", entry.name);
    const part = relationship.target;
    const isWorksheet = relationship.type === "worksheet";
    const id = idOfSheet(isWorksheet ? context.package.text(part) : null, index, taken);
    taken.add(id);
    const isRead = isWorksheet && (!only || only.has(part));
    const sheet = isRead ? readSheet(part, id, entry.name, context) : emptySheet(id, entry.name, part);
    sheet.visibility = entry.visibility;
    return isWorksheet ? sheet : { ...sheet, kind: "other" as const };
  });
  checkTableNames(sheets);
  return sheets;
}
