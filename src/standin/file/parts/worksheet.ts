import { parseArea, rangeAddress } from "../../../snapshot/addresses";
import { bounding } from "../../../snapshot/areas";
import type { Area } from "../../../snapshot/snapshot";
import type { BookState, ConditionalFormatState, HyperlinkState, SheetState } from "../../../workbook-file/book/book";
import { sameData } from "../../../workbook-file/book/same-data";
import { PartEditor, withAttributes } from "../package/part-editor";
import { attributes, element, numberText } from "../package/xml-text";
import { type CellWriting, editedCells, mergeSheetData } from "./cells";
import { writeConditionalFormats, writeValidations } from "./worksheet-rules";
import { writeSheetView, writeView } from "./worksheet-view";

const ORDER = (
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios " +
  "autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations " +
  "hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches " +
  "ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls AlternateContent " +
  "webPublishItems tableParts extLst"
).split(" ");

export interface WorksheetWriting extends CellWriting {
  book: BookState;
  /** The sheet as the file holds it, with no edits; an empty one for a sheet made new. */
  original: SheetState;
  isNew: boolean;
  differential: (format: ConditionalFormatState["format"]) => number;
  /** Id of a relationship to an outside address. */
  linkTo: (address: string) => string;
  relationshipNamespace: string;
  /** Relationship id of the drawing, null for none, undefined to leave what is there. */
  drawing: string | null | undefined;
  /** Relationship ids of the tables, undefined to leave what is there. */
  tables: readonly string[] | undefined;
  isActive: boolean;
}

/** The worksheet part with the sheet's edits in it. */
export function editWorksheet(text: string, writing: WorksheetWriting): string {
  const editor = new PartEditor(text, ORDER);
  const { sheet, original, isNew } = writing;
  const { edits } = sheet;
  const touched = (flag: boolean, a: unknown, b: unknown) => (flag || isNew) && !sameData(a, b);

  writeCells(editor, writing);
  if (isNew || edits.columns.size > 0) writeColumns(editor, writing);
  if (isNew) writeDefaults(editor, sheet);
  if (touched(edits.merges, sheet.merges, original.merges)) writeMerges(editor, sheet.merges);
  writeSheetView(editor, writing);
  if (edits.view || isNew) writeView(editor, writing);
  if (touched(edits.conditionalFormats, sheet.conditionalFormats, original.conditionalFormats)) {
    writeConditionalFormats(editor, writing);
  }
  if (touched(edits.validations, sheet.validations, original.validations)) writeValidations(editor, writing);
  if (touched(edits.hyperlinks, sheet.hyperlinks, original.hyperlinks)) writeHyperlinks(editor, writing);
  writeParts(editor, writing);
  return editor.toString();
}

function writeCells(editor: PartEditor, writing: WorksheetWriting): void {
  const { sheet, isNew } = writing;
  const edited = editedCells(sheet, isNew);
  const rows = isNew ? new Set(sheet.rows.keys()) : sheet.edits.rows;
  if (edited.size === 0 && rows.size === 0) return;
  const data = mergeSheetData(editor.text, editor.first("sheetData"), edited, rows, writing);
  editor.set("sheetData", data);
  const used = usedRect(sheet, edited);
  const stated = parseArea(/\sref="([^"]*)"/.exec(editor.source("dimension") ?? "")?.[1] ?? "");
  const rect = used && stated && !isNew ? bounding(used, stated) : (used ?? stated);
  if (rect) editor.set("dimension", `<dimension ref="${rangeAddress(rect)}"/>`);
}

function usedRect(sheet: SheetState, edited: ReturnType<typeof editedCells>): Area | null {
  let rect: Area | null = null;
  for (const [row, columns] of edited) {
    for (const column of columns.keys()) {
      if (!sheet.cells[row]?.[column]) continue;
      const cell = { top: row, left: column, bottom: row, right: column };
      rect = rect ? bounding(rect, cell) : cell;
    }
  }
  return rect;
}

/** Columns of the file with the edited ones put in: a span of columns that holds an edited one is split. */
function writeColumns(editor: PartEditor, { sheet, xf, isNew }: WorksheetWriting): void {
  const edited = isNew ? new Set(sheet.columns.keys()) : sheet.edits.columns;
  const pieces = new Map<number, string>();
  for (const raw of editor.sourcesWithin("cols")) {
    const bound = (name: string) => Number(new RegExp(`\\s${name}\\s*=\\s*["'](\\d+)["']`).exec(raw)?.[1]);
    const [min, max] = [bound("min"), bound("max")];
    const inside = [...edited].filter((column) => column + 1 >= min && column + 1 <= max).sort((a, b) => a - b);
    let from = min;
    for (const column of [...inside, max]) {
      if (from <= column) pieces.set(from, withAttributes(raw, { min: from, max: column }));
      from = column + 2;
    }
  }
  for (const column of edited) {
    const own = sheet.columns.get(column);
    if (!own) continue;
    const width = own.width ?? sheet.defaultColumnWidth;
    const style = own.style === null ? null : xf(own.style);
    const place = column + 1;
    pieces.set(
      place,
      element("col", {
        min: place,
        max: place,
        width: numberText(width),
        style: style === 0 ? null : style,
        hidden: own.hidden,
        customWidth: own.width !== null,
      }),
    );
  }
  const ordered = [...pieces].sort(([a], [b]) => a - b).map(([, xml]) => xml);
  editor.set("cols", ...(ordered.length === 0 ? [] : [`<cols>${ordered.join("")}</cols>`]));
}

function writeDefaults(editor: PartEditor, sheet: SheetState): void {
  const isUsual = sheet.defaultColumnWidth === 9.140625;
  editor.set(
    "sheetFormatPr",
    element("sheetFormatPr", {
      defaultColWidth: isUsual ? null : numberText(sheet.defaultColumnWidth),
      defaultRowHeight: numberText(sheet.defaultRowHeight),
      customHeight: sheet.defaultRowHeight !== 15,
    }),
  );
}

function writeMerges(editor: PartEditor, merges: readonly Area[]): void {
  const cells = merges.map((rect) => `<mergeCell ref="${rangeAddress(rect)}"/>`);
  editor.set(
    "mergeCells",
    ...(cells.length === 0 ? [] : [element("mergeCells", { count: cells.length }, cells.join(""))]),
  );
}

function writeHyperlinks(editor: PartEditor, writing: WorksheetWriting): void {
  const sources = editor.sourcesWithin("hyperlinks");
  const known = new Map(writing.original.hyperlinks.map((each, index) => [JSON.stringify(each), sources[index]]));
  const links = writing.sheet.hyperlinks.map((each) => known.get(JSON.stringify(each)) ?? hyperlinkXml(each, writing));
  editor.set("hyperlinks", ...(links.length === 0 ? [] : [`<hyperlinks>${links.join("")}</hyperlinks>`]));
}

function hyperlinkXml(link: HyperlinkState, writing: WorksheetWriting): string {
  const target =
    link.address === null
      ? ""
      : attributes({ "xmlns:r": writing.relationshipNamespace, "r:id": writing.linkTo(link.address) });
  const rest = attributes({ location: link.documentReference, tooltip: link.screenTip });
  return `<hyperlink ref="${rangeAddress(link.rect)}"${target}${rest}/>`;
}

function writeParts(editor: PartEditor, { drawing, tables, relationshipNamespace }: WorksheetWriting): void {
  const reference = (name: string, id: string) => element(name, { "xmlns:r": relationshipNamespace, "r:id": id });
  if (drawing !== undefined) editor.set("drawing", ...(drawing === null ? [] : [reference("drawing", drawing)]));
  if (tables === undefined) return;
  const parts = tables.map((id) => reference("tablePart", id)).join("");
  editor.set("tableParts", ...(parts === "" ? [] : [element("tableParts", { count: tables.length }, parts)]));
}
