import { formulaToFile } from "../../../formula/file-formulas";
import { absoluteAddress, columnLetters, quoteSheetName } from "../../../snapshot/addresses";
import type { BookState, NameState, PageLayoutState, SheetState } from "../../../workbook-file/book/book";
import { sameData } from "../../../workbook-file/book/same-data";
import { parseXml } from "../../../workbook-file/package/xml";
import { childSpans, PartEditor, withAttributes } from "../package/part-editor";
import { element, escapeXml } from "../package/xml-text";

const ORDER = (
  "fileVersion fileSharing workbookPr absPath workbookProtection bookViews sheets functionGroups externalReferences " +
  "definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr " +
  "webPublishObjects extLst"
).split(" ");

export interface WorkbookWriting {
  book: BookState;
  /** The book as the file holds it: sheets with their page layouts, names. */
  original: Pick<BookState, "sheets" | "names">;
  /** Relationship id of each sheet's part, by sheet id. */
  relationships: ReadonlyMap<string, string>;
  relationshipNamespace: string;
  /** The tab in front. */
  activeTab: number;
}

/** The workbook part: its sheets, names and calculation as the book has them, all else as it stands. */
export function editWorkbook(text: string, writing: WorkbookWriting): string {
  const editor = new PartEditor(text, ORDER);
  writeSheets(editor, writing);
  writeNames(editor, writing);
  writeActiveTab(editor, writing.activeTab);
  const modes = { Automatic: null, AutomaticExceptTables: "autoNoTable", Manual: "manual" } as const;
  const calculation = editor.source("calcPr") ?? "<calcPr/>";
  editor.set(
    "calcPr",
    withAttributes(calculation, { calcMode: modes[writing.book.calculationMode], fullCalcOnLoad: 1 }),
  );
  return editor.toString();
}

function writeSheets(
  editor: PartEditor,
  { book, original, relationships, relationshipNamespace }: WorkbookWriting,
): void {
  const sources = editor.sourcesWithin("sheets");
  const known = new Map(original.sheets.map((sheet, index) => [sheet.source, { sheet, raw: sources[index]! }]));
  let highest = Math.max(0, ...sources.map((raw) => Number(/\ssheetId\s*=\s*["'](\d+)["']/.exec(raw)?.[1] ?? 0)));
  const states = { Visible: null, Hidden: "hidden", VeryHidden: "veryHidden" } as const;
  const written = book.sheets.map((sheet) => {
    const old = sheet.source === null ? undefined : known.get(sheet.source);
    if (!old) {
      return element("sheet", {
        "xmlns:r": relationshipNamespace,
        name: sheet.name,
        sheetId: ++highest,
        state: states[sheet.visibility],
        "r:id": relationships.get(sheet.id),
      });
    }
    const changes: Record<string, string | null> = {};
    if (old.sheet.name !== sheet.name) changes["name"] = sheet.name;
    if (old.sheet.visibility !== sheet.visibility) changes["state"] = states[sheet.visibility];
    return withAttributes(old.raw, changes);
  });
  editor.set("sheets", `<sheets>${written.join("")}</sheets>`);
}

function writeActiveTab(editor: PartEditor, activeTab: number): void {
  const views = editor.source("bookViews") ?? "<bookViews><workbookView/></bookViews>";
  const span = childSpans(views, 0, views.length)[0]!;
  const view = childSpans(views, span.openEnd, span.closeStart)[0];
  if (!view) return;
  const open = withAttributes(views.slice(view.start, view.openEnd), {
    activeTab: activeTab === 0 ? null : activeTab,
    // The first tab shown, which may be of a sheet that is gone.
    firstSheet: null,
  });
  editor.set("bookViews", views.slice(0, view.start) + open + views.slice(view.openEnd));
}

/**
 * Names: those that did not change are copied as they stand, with the number of their sheet brought up
 * to date; Excel's own for print areas and titles follow the page layouts that changed.
 */
function writeNames(editor: PartEditor, { book, original }: WorkbookWriting): void {
  const place = new Map(book.sheets.map((sheet, index) => [sheet.id, index]));
  const now = new Map(book.sheets.map((sheet) => [sheet.id, sheet]));
  const reprinted = new Set(
    book.sheets.filter((sheet) => printChanged(sheet, original.sheets)).map((sheet) => sheet.id),
  );
  const unchanged = unchangedNames(book, original);
  const written: string[] = [];
  for (const raw of editor.sourcesWithin("definedNames")) {
    const { attributes, text } = parseXml(raw);
    const name = attributes["name"] ?? "";
    const local = attributes["localSheetId"];
    const scope = local === undefined ? null : (original.sheets[Number(local)]?.id ?? null);
    if (local !== undefined && (scope === null || !place.has(scope))) continue;
    const isOwn = name.startsWith("_xlnm.");
    if (isOwn ? scope !== null && isPrintName(name) && reprinted.has(scope) : !unchanged.has(nameKey(scope, name)))
      continue;
    const placed = withAttributes(raw, scope === null ? {} : { localSheetId: place.get(scope)! });
    written.push(isOwn && scope !== null ? renamed(placed, text, scope, now, original.sheets) : placed);
  }
  for (const name of book.names) {
    if (unchanged.has(nameKey(name.scope, name.name))) continue;
    const localSheetId = name.scope === null ? undefined : place.get(name.scope);
    if (name.scope === null || localSheetId !== undefined) written.push(nameXml(name, localSheetId));
  }
  for (const sheet of book.sheets) {
    if (reprinted.has(sheet.id)) written.push(...printNames(sheet, place.get(sheet.id)!));
  }
  editor.set("definedNames", ...(written.length === 0 ? [] : [`<definedNames>${written.join("")}</definedNames>`]));
}

function nameKey(scope: string | null, name: string): string {
  return `${scope ?? ""}!${name.toLowerCase()}`;
}

function unchangedNames(book: BookState, original: Pick<BookState, "names">): Set<string> {
  const content = ({ name, formula, visible, comment }: NameState) => [name, formula, visible, comment];
  const before = new Map(original.names.map((each) => [nameKey(each.scope, each.name), content(each)]));
  const names = book.names.filter((each) => sameData(before.get(nameKey(each.scope, each.name)), content(each)));
  return new Set(names.map((each) => nameKey(each.scope, each.name)));
}

function nameXml({ name, formula, visible, comment }: NameState, localSheetId: number | undefined): string {
  return element(
    "definedName",
    { name, comment: comment || null, localSheetId, hidden: !visible },
    escapeXml(formulaToFile(formula)),
  );
}

function isPrintName(name: string): boolean {
  return name === "_xlnm.Print_Area" || name === "_xlnm.Print_Titles";
}

function printed({ printArea, titleRows, titleColumns }: PageLayoutState): unknown {
  return [printArea, titleRows, titleColumns];
}

function printChanged(sheet: SheetState, before: readonly SheetState[]): boolean {
  const old = before.find((each) => each.source !== null && each.source === sheet.source);
  if (!old) return true;
  return sheet.edits.view && !sameData(printed(sheet.pageLayout), printed(old.pageLayout));
}

/** Excel's own names go by their sheet's name; where that changed, so do they. */
function renamed(
  raw: string,
  text: string,
  scope: string,
  now: ReadonlyMap<string, SheetState>,
  before: readonly SheetState[],
): string {
  const old = before.find((sheet) => sheet.id === scope)?.name ?? "";
  const name = now.get(scope)?.name ?? old;
  if (name === old) return raw;
  const spelled = text.replaceAll(`${quoteSheetName(old)}!`, `${quoteSheetName(name)}!`);
  return `${raw.slice(0, raw.indexOf(">") + 1)}${escapeXml(spelled)}${raw.slice(raw.lastIndexOf("</"))}`;
}

function printNames(sheet: SheetState, localSheetId: number): string[] {
  const { printArea, titleRows, titleColumns } = sheet.pageLayout;
  const quoted = quoteSheetName(sheet.name);
  const names: string[] = [];
  const add = (name: string, reference: string, hidden = false) =>
    names.push(element("definedName", { name, localSheetId, hidden }, escapeXml(reference)));
  if (sheet.source === null && sheet.autoFilter) {
    add("_xlnm._FilterDatabase", `${quoted}!${absoluteAddress(sheet.autoFilter)}`, true);
  }
  if (printArea) add("_xlnm.Print_Area", `${quoted}!${absoluteAddress(printArea)}`);
  const titles = [
    titleColumns && `${quoted}!$${columnLetters(titleColumns.first)}:$${columnLetters(titleColumns.last)}`,
    titleRows && `${quoted}!$${titleRows.first + 1}:$${titleRows.last + 1}`,
  ].filter((each) => each !== null);
  if (titles.length > 0) add("_xlnm.Print_Titles", titles.join(","));
  return names;
}
