import { cellAddress, MAX_COLUMNS, rangeAddress } from "../../../snapshot/addresses";
import type { PageLayoutState, SheetState } from "../../../workbook-file/book/book";
import { sameData } from "../../../workbook-file/book/same-data";
import { PAPER_SIZES } from "../../../workbook-file/read/page-layout";
import { PartEditor, withAttributes } from "../package/part-editor";
import { element, escapeAttribute, escapeXml, numberText } from "../package/xml-text";
import type { WorksheetWriting } from "./worksheet";

/** Tab colour, page layout, protection, filter. */
export function writeView(editor: PartEditor, writing: WorksheetWriting): void {
  const { sheet, original } = writing;
  writeProperties(editor, sheet, original);
  if (!sameData(sheet.pageLayout, original.pageLayout)) writePageLayout(editor, sheet.pageLayout, original.pageLayout);
  if (sheet.protected !== original.protected) {
    editor.set(
      "sheetProtection",
      ...(sheet.protected ? ['<sheetProtection sheet="1" objects="1" scenarios="1"/>'] : []),
    );
  }
  if (!sameData(sheet.autoFilter, original.autoFilter)) {
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
export function writeSheetView(editor: PartEditor, writing: WorksheetWriting): void {
  const { sheet, original, isNew, isActive } = writing;
  const looks = (each: SheetState) => [each.showGridlines, each.showHeadings, each.freeze];
  const [source = '<sheetView workbookViewId="0"/>', ...others] = editor.sourcesWithin("sheetViews");
  const wasSelected = /^<[^>]*\stabSelected\s*=\s*["'](1|true)["']/.test(source);
  const changed = sheet.edits.view && !sameData(looks(sheet), looks(original));
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
  const said = ({ header, footer, textScales }: PageLayoutState) => [header, footer, textScales];
  if (sameData(said(layout), said(before))) return;
  const texts = new PartEditor(
    withAttributes(editor.source("headerFooter") ?? "<headerFooter/>", {
      scaleWithDoc: layout.textScales ? null : 0,
    }),
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
