import { wordTable } from "../../collections/word-table";
import { formulaFromFile } from "../../formula/file-formulas";
import { MAX_COLUMNS, MAX_ROWS, parseArea, parseReference } from "../../snapshot/addresses";
import type { Area } from "../../snapshot/snapshot";
import { sheetId } from "../book/blank-book";
import type { BookState, NameState, SheetState } from "../book/book";
import { child, children, flag, relationshipId, type XmlNode } from "../package/xml";

export interface SheetEntry {
  name: string;
  visibility: SheetState["visibility"];
  relationship: string;
}

const VISIBILITIES = wordTable({ hidden: "Hidden", veryHidden: "VeryHidden" } as const);

/** Sheets of the workbook part in tab order. */
export function readSheetEntries(workbook: XmlNode): SheetEntry[] {
  return children(child(workbook, "sheets"), "sheet").map(({ attributes }) => ({
    name: attributes["name"] ?? "",
    visibility: VISIBILITIES[attributes["state"] ?? ""] ?? "Visible",
    relationship: relationshipId(attributes) ?? "",
  }));
}

/** The id Excel keeps on a worksheet's root, or one made from its place. */
export function idOfSheet(text: string | null, index: number, taken: ReadonlySet<string>): string {
  const root = /<(?:[\w.-]+:)?worksheet\b[^>]*>/.exec((text ?? "").slice(0, 4096))?.[0] ?? "";
  const stated = /\s[\w.-]+:uid="(\{[0-9A-Fa-f-]{36}\})"/.exec(root)?.[1]?.toUpperCase();
  if (stated && !taken.has(stated)) return stated;
  let place = index;
  while (taken.has(sheetId(place))) place++;
  return sheetId(place);
}

export function readDateSystem(workbook: XmlNode): BookState["dateSystem"] {
  return flag(child(workbook, "workbookPr")?.attributes["date1904"]) ? 1904 : 1900;
}

/** Whether the workbook's structure is protected, so that no sheet can be added, removed, renamed or moved. */
export function readStructureLock(workbook: XmlNode): boolean {
  return flag(child(workbook, "workbookProtection")?.attributes["lockStructure"]);
}

export function readCalculationMode(workbook: XmlNode): BookState["calculationMode"] {
  const mode = child(workbook, "calcPr")?.attributes["calcMode"];
  return mode === "manual" ? "Manual" : mode === "autoNoTable" ? "AutomaticExceptTables" : "Automatic";
}

/** Index of the tab in front. */
export function readActiveTab(workbook: XmlNode): number {
  return Number(child(child(workbook, "bookViews"), "workbookView")?.attributes["activeTab"] ?? 0);
}

/**
 * Names people and add-ins made. Excel's own (`_xlnm.`) are taken apart: print areas and titles go to
 * their sheet's page layout, the others stay in their part.
 */
export function readNames(workbook: XmlNode, sheets: readonly SheetState[]): NameState[] {
  const names: NameState[] = [];
  for (const { attributes, text } of children(child(workbook, "definedNames"), "definedName")) {
    const name = attributes["name"] ?? "";
    const scope = attributes["localSheetId"] === undefined ? undefined : sheets[Number(attributes["localSheetId"])];
    if (name.startsWith("_xlnm.")) {
      if (scope) readPrintName(name, text, scope);
      continue;
    }
    names.push({
      id: `${scope?.id ?? ""}!${name}`,
      name,
      scope: scope?.id ?? null,
      formula: formulaFromFile(text),
      visible: !flag(attributes["hidden"]),
      comment: attributes["comment"] ?? "",
    });
  }
  return names;
}

function readPrintName(name: string, text: string, sheet: SheetState): void {
  if (name === "_xlnm.Print_Area") sheet.pageLayout.printArea = parseReference(text)?.area ?? null;
  if (name !== "_xlnm.Print_Titles") return;
  for (const piece of text.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? []) {
    const rect = titleRect(piece);
    if (!rect) continue;
    if (rect.right === MAX_COLUMNS - 1) sheet.pageLayout.titleRows = { first: rect.top, last: rect.bottom };
    else if (rect.bottom === MAX_ROWS - 1) sheet.pageLayout.titleColumns = { first: rect.left, last: rect.right };
  }
}

function titleRect(piece: string): Area | null {
  return parseArea(piece.slice(piece.lastIndexOf("!") + 1));
}
