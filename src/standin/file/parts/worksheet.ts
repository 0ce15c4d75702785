import { formulaToFile } from "../../../formula/file-formulas";
import { cellAddress, MAX_COLUMNS, parseArea, rangeAddress } from "../../../snapshot/addresses";
import type { Area } from "../../../snapshot/snapshot";
import type {
  BookState,
  ConditionalFormatState,
  HyperlinkState,
  PageLayoutState,
  SheetState,
  ValidationState,
} from "../../../workbook-file/book/book";
import { escapeAttribute, escapeXml } from "../../../workbook-file/package/xml";
import { cellOperatorWords, ruleId, textOperatorWords } from "../../../workbook-file/read/conditional-formats";
import { PAPER_SIZES } from "../../../workbook-file/read/sheet";
import {
  validationAlertWords,
  validationKindWords,
  validationOperatorWords,
} from "../../../workbook-file/read/validations";
import { childSpans, PartEditor, withAttributes } from "../package/part-editor";
import { attributes, element, numberText } from "../package/xml-text";
import { type CellWriting, editedCells, mergeSheetData } from "./cells";

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
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  const touched = (flag: boolean, a: unknown, b: unknown) => (flag || isNew) && differs(a, b);

  writeCells(editor, writing);
  if (isNew || edits.columns.size > 0) writeColumns(editor, writing);
  if (isNew) writeDefaults(editor, sheet);
  if (touched(edits.merges, sheet.merges, original.merges)) writeMerges(editor, sheet.merges);
  writeSheetView(editor, writing, differs);
  if (edits.view || isNew) writeView(editor, writing, differs);
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
  const rect = used && stated && !isNew ? union(used, stated) : (used ?? stated);
  if (rect) editor.set("dimension", `<dimension ref="${rangeAddress(rect)}"/>`);
}

function usedRect(sheet: SheetState, edited: ReturnType<typeof editedCells>): Area | null {
  let rect: Area | null = null;
  for (const [row, columns] of edited) {
    for (const column of columns.keys()) {
      if (!sheet.cells[row]?.[column]) continue;
      const cell = { top: row, left: column, bottom: row, right: column };
      rect = rect ? union(rect, cell) : cell;
    }
  }
  return rect;
}

function union(a: Area, b: Area): Area {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
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

type Differs = (a: unknown, b: unknown) => boolean;

function writeView(editor: PartEditor, writing: WorksheetWriting, differs: Differs): void {
  const { sheet, original } = writing;
  writeProperties(editor, sheet, original);
  if (differs(sheet.pageLayout, original.pageLayout)) writePageLayout(editor, sheet.pageLayout, original.pageLayout);
  if (sheet.protected !== original.protected) {
    editor.set(
      "sheetProtection",
      ...(sheet.protected ? ['<sheetProtection sheet="1" objects="1" scenarios="1"/>'] : []),
    );
  }
  if (differs(sheet.autoFilter, original.autoFilter)) {
    editor.set("autoFilter", ...(sheet.autoFilter ? [`<autoFilter ref="${rangeAddress(sheet.autoFilter)}"/>`] : []));
  }
}

/** Tab colour and "fit to pages", which stand in the same element as much else of the user's. */
function writeProperties(editor: PartEditor, sheet: SheetState, original: SheetState): void {
  const fits = (each: SheetState) => each.pageLayout.fitToWidth !== null || each.pageLayout.fitToHeight !== null;
  const recoloured = sheet.tabColor !== original.tabColor;
  const refitted = fits(sheet) !== fits(original);
  if (!recoloured && !refitted) return;
  const source = editor.source("sheetPr") ?? "<sheetPr/>";
  const properties = new PartEditor(source, ["tabColor", "outlinePr", "pageSetUpPr"], editor.namespace);
  if (recoloured) {
    const color = sheet.tabColor.slice(1).toUpperCase();
    properties.set("tabColor", ...(color ? [`<tabColor rgb="FF${escapeAttribute(color)}"/>`] : []));
  }
  if (refitted) {
    const setup = properties.source("pageSetUpPr") ?? "<pageSetUpPr/>";
    properties.set("pageSetUpPr", withAttributes(setup, { fitToPage: fits(sheet) ? 1 : null }));
  }
  editor.set("sheetPr", properties.toString());
}

/** Gridlines, headings, frozen panes, and whether this is the tab in front: two selected tabs would be edited as one. */
function writeSheetView(editor: PartEditor, writing: WorksheetWriting, differs: Differs): void {
  const { sheet, original, isNew, isActive } = writing;
  const looks = (each: SheetState) => [each.showGridlines, each.showHeadings, each.freeze];
  const [source = '<sheetView workbookViewId="0"/>', ...others] = editor.sourcesWithin("sheetViews");
  const wasSelected = /^<[^>]*\stabSelected\s*=\s*["'](1|true)["']/.test(source);
  const changed = sheet.edits.view && differs(looks(sheet), looks(original));
  if (!isNew && !changed && wasSelected === isActive) return;
  const view = new PartEditor(source, ["pane", "selection", "pivotSelection", "extLst"], editor.namespace);
  view.setRootAttributes({ tabSelected: isActive ? 1 : null });
  if (isNew || changed) {
    view.setRootAttributes({
      showGridLines: sheet.showGridlines ? null : 0,
      showRowColHeaders: sheet.showHeadings ? null : 0,
    });
    const { pane, selection } = frozenPane(sheet.freeze);
    view.set("pane", ...pane);
    view.set("selection", ...selection);
  }
  editor.set("sheetViews", `<sheetViews>${view.toString()}${others.join("")}</sheetViews>`);
}

function frozenPane({ rows, columns }: SheetState["freeze"]): { pane: string[]; selection: string[] } {
  if (rows === 0 && columns === 0) return { pane: [], selection: [] };
  const corner = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const first = cellAddress(rows, columns);
  const pane = element("pane", {
    xSplit: columns || null,
    ySplit: rows || null,
    topLeftCell: first,
    activePane: corner,
    state: "frozen",
  });
  const panes = corner === "bottomRight" ? ["topRight", "bottomLeft", "bottomRight"] : [corner];
  return {
    pane: [pane],
    selection: panes.map((each) => `<selection pane="${each}" activeCell="${first}" sqref="${first}"/>`),
  };
}

function writePageLayout(editor: PartEditor, layout: PageLayoutState, before: PageLayoutState): void {
  const inches = (points: number) => numberText(Math.round((points / 72) * 1e9) / 1e9);
  const { left, right, top, bottom, header, footer } = layout.margins;
  editor.set(
    "pageMargins",
    element("pageMargins", {
      left: inches(left),
      right: inches(right),
      top: inches(top),
      bottom: inches(bottom),
      header: inches(header),
      footer: inches(footer),
    }),
  );
  const options = withAttributes(editor.source("printOptions") ?? "<printOptions/>", {
    horizontalCentered: layout.centerHorizontally ? 1 : null,
    verticalCentered: layout.centerVertically ? 1 : null,
    gridLines: layout.printGridlines ? 1 : null,
    gridLinesSet: null,
  });
  editor.set("printOptions", ...(options === "<printOptions/>" ? [] : [options]));
  writePageSetup(editor, layout, before);
  writeHeaderFooter(editor, layout, before);
  writeRowBreaks(editor, layout, before);
}

/** `id` is the number of rows above the break, `max` the last column it runs to (18.3.1.3). */
function writeRowBreaks(editor: PartEditor, { rowBreaks }: PageLayoutState, before: PageLayoutState): void {
  if (rowBreaks.join() === before.rowBreaks.join()) return;
  const breaks = rowBreaks.map((row) => element("brk", { id: row, max: MAX_COLUMNS - 1, man: 1 }));
  const count = { count: breaks.length, manualBreakCount: breaks.length };
  editor.set("rowBreaks", ...(breaks.length === 0 ? [] : [element("rowBreaks", count, breaks.join(""))]));
}

function writePageSetup(editor: PartEditor, layout: PageLayoutState, before: PageLayoutState): void {
  const paper = Object.entries(PAPER_SIZES).find(([, name]) => name === layout.paperSize)?.[0];
  const fits = layout.fitToWidth !== null || layout.fitToHeight !== null;
  const setup = withAttributes(editor.source("pageSetup") ?? "<pageSetup/>", {
    ...(layout.paperSize === before.paperSize ? {} : { paperSize: paper ?? null }),
    orientation: layout.orientation === "Landscape" ? "landscape" : "portrait",
    scale: fits ? null : layout.scale,
    // In the file a missing side means one page; 0 means as many as it takes (18.3.1.63).
    fitToWidth: fits ? (layout.fitToWidth ?? 0) : null,
    fitToHeight: fits ? (layout.fitToHeight ?? 0) : null,
  });
  editor.set("pageSetup", setup);
}

function writeHeaderFooter(editor: PartEditor, layout: PageLayoutState, before: PageLayoutState): void {
  if (JSON.stringify([layout.header, layout.footer]) === JSON.stringify([before.header, before.footer])) return;
  const texts = new PartEditor(
    editor.source("headerFooter") ?? "<headerFooter/>",
    "oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter".split(" "),
    editor.namespace,
  );
  const text = ({ left, center, right }: PageLayoutState["header"]) =>
    (left && `&L${left}`) + (center && `&C${center}`) + (right && `&R${right}`);
  const put = (name: string, value: string) =>
    texts.set(name, ...(value === "" ? [] : [`<${name}>${escapeXml(value)}</${name}>`]));
  put("oddHeader", text(layout.header));
  put("oddFooter", text(layout.footer));
  editor.set("headerFooter", texts.toString());
}

/** Rules that did not change are copied as they stand, so those we cannot read are kept. */
function writeConditionalFormats(editor: PartEditor, { sheet, original, differential }: WorksheetWriting): void {
  const raw = new Map<string, string>();
  for (const block of editor.children.filter((span) => span.name === "conditionalFormatting")) {
    for (const rule of childSpans(editor.text, block.openEnd, block.closeStart)) {
      if (rule.name === "cfRule") raw.set(ruleId(raw.size), editor.text.slice(rule.start, rule.end));
    }
  }
  const before = new Map(original.conditionalFormats.map((each) => [each.id, each]));
  const same = (each: ConditionalFormatState) => {
    const old = before.get(each.id);
    return (
      old !== undefined &&
      JSON.stringify({ ...old, priority: 0, rects: [] }) === JSON.stringify({ ...each, priority: 0, rects: [] })
    );
  };
  const blocks = sheet.conditionalFormats.flatMap((each) => {
    const kept = same(each) ? raw.get(each.id) : undefined;
    const rule = kept ? withAttributes(kept, { priority: each.priority }) : ruleXml(each, differential);
    if (rule === null || each.rects.length === 0) return [];
    return `<conditionalFormatting sqref="${each.rects.map(rangeAddress).join(" ")}">${rule}</conditionalFormatting>`;
  });
  editor.set("conditionalFormatting", ...blocks);
}

function ruleXml(format: ConditionalFormatState, differential: WorksheetWriting["differential"]): string | null {
  const { rule } = format;
  const formula = (text: string | undefined) =>
    text === undefined || text === "" ? "" : `<formula>${escapeXml(formulaToFile(text))}</formula>`;
  const head = { dxfId: differential(format.format), priority: format.priority, stopIfTrue: format.stopIfTrue };
  switch (format.type) {
    case "Custom":
      return element("cfRule", { type: "expression", ...head }, formula(rule.formula));
    case "CellValue": {
      const operator = cellOperatorWords[rule.operator ?? ""] ?? "equal";
      return element("cfRule", { type: "cellIs", ...head, operator }, formula(rule.formula1) + formula(rule.formula2));
    }
    case "ContainsText":
      return textRuleXml(format, head);
    default:
      return null;
  }
}

/** Excel keeps, beside the words, the formula that says the same for the first cell (18.3.1.10). */
function textRuleXml(
  { rule, rects }: ConditionalFormatState,
  head: Record<string, string | number | boolean>,
): string | null {
  const first = rects[0];
  const type = textOperatorWords[rule.operator ?? "Contains"];
  if (!first || !type) return null;
  const cell = cellAddress(first.top, first.left);
  const text = rule.text ?? "";
  const quoted = `"${text.replaceAll('"', '""')}"`;
  const formulas: Record<string, string> = {
    containsText: `NOT(ISERROR(SEARCH(${quoted},${cell})))`,
    notContainsText: `ISERROR(SEARCH(${quoted},${cell}))`,
    beginsWith: `LEFT(${cell},${text.length})=${quoted}`,
    endsWith: `RIGHT(${cell},${text.length})=${quoted}`,
  };
  const operator = type === "notContainsText" ? "notContains" : type;
  return element("cfRule", { type, ...head, operator, text }, `<formula>${escapeXml(formulas[type]!)}</formula>`);
}

function writeValidations(editor: PartEditor, { sheet, original }: WorksheetWriting): void {
  const raw = new Map<string, string>();
  const sources = editor.sourcesWithin("dataValidations");
  original.validations.forEach((each, index) => raw.set(JSON.stringify(each), sources[index] ?? ""));
  const written = sheet.validations
    .filter((each) => each.rects.length > 0)
    .map((each) => raw.get(JSON.stringify(each)) ?? validationXml(each))
    .filter((each) => each !== "");
  editor.set(
    "dataValidations",
    ...(written.length === 0 ? [] : [element("dataValidations", { count: written.length }, written.join(""))]),
  );
}

interface Comparison {
  formula1?: unknown;
  formula2?: unknown;
  operator?: unknown;
}

function validationXml({ rects, rule, prompt, errorAlert, ignoreBlanks }: ValidationState): string {
  const head = {
    allowBlank: ignoreBlanks,
    showInputMessage: prompt ? prompt.showPrompt : false,
    showErrorMessage: errorAlert ? errorAlert.showAlert : true,
    errorStyle: !errorAlert || errorAlert.style === "Stop" ? null : validationAlertWords[errorAlert.style],
    errorTitle: errorAlert?.title || null,
    error: errorAlert?.message || null,
    promptTitle: prompt ? prompt.title : null,
    prompt: prompt ? prompt.message : null,
    sqref: rects.map(rangeAddress).join(" "),
  };
  const formula = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`;
  if ("list" in rule) {
    const { source, inCellDropDown } = rule["list"] as { source?: unknown; inCellDropDown?: unknown };
    const text = String(source ?? "");
    const written = text.startsWith("=") ? formulaToFile(text) : `"${text.replaceAll('"', '""')}"`;
    const hidden = inCellDropDown === false;
    return element("dataValidation", { type: "list", showDropDown: hidden, ...head }, formula("formula1", written));
  }
  if ("custom" in rule) {
    const text = String((rule["custom"] as Comparison & { formula?: unknown }).formula ?? "");
    return element("dataValidation", { type: "custom", ...head }, formula("formula1", formulaToFile(text)));
  }
  const kind = Object.keys(rule).find((key) => key in validationKindWords);
  if (!kind) return element("dataValidation", head);
  const { formula1, formula2, operator } = rule[kind] as Comparison;
  const words = validationOperatorWords[String(operator ?? "Between")];
  const operand = (value: unknown) => (typeof value === "number" ? numberText(value) : formulaToFile(String(value)));
  return element(
    "dataValidation",
    { type: validationKindWords[kind], operator: words === "between" ? null : words, ...head },
    formula("formula1", operand(formula1 ?? 0)) +
      (formula2 === undefined || formula2 === null ? "" : formula("formula2", operand(formula2))),
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
