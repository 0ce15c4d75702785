import { accent, headerFill, stateColours, rule, text, titleColour } from "../../report/layout/palette";
import { BODY_SIZE, widthInPoints } from "../../report/layout/layout";
import { tableArea, type Column, type Paragraph, type ReportSheet, type ReportTable } from "../../report/sheet";
import { cellAddress } from "../../snapshot/addresses";
import { columnsOf, linksOf } from "./tables";
import { rangeAt } from "../host/ranges";

/** How a sheet looks: type, colours, widths, page. */

const typeface = "Arial";

const paragraphLooks: Readonly<Record<Paragraph["style"], { size: number; bold: boolean; color: string }>> = {
  title: { size: 16, bold: true, color: titleColour },
  description: { size: 12, bold: false, color: text },
  heading: { size: 14, bold: true, color: titleColour },
  headline: { size: 12, bold: true, color: text },
  body: { size: 12, bold: false, color: text },
};

/** Points: a quarter of an inch at the sides, where width is dear; room for header and footer above and below. */
const sideMargin = 18;
const topMargin = 38;
const edgeMargin = 18;

/**
 * The sheet as a whole: type, widths, what stays in sight, the printed page.
 *
 * @param widthsFrom the first column whose width is ours to set: people's widths of those before it stay.
 */
export function formatSheet(sheet: Excel.Worksheet, spec: ReportSheet, widthsFrom = 0): void {
  const { rows, columns } = spec.size;
  const all = sheet.getRangeByIndexes(0, 0, rows, columns);
  all.format.font.name = typeface;
  all.format.font.size = BODY_SIZE;
  all.format.font.color = text;
  all.format.verticalAlignment = "Top";
  spec.widths.forEach((width, column) => {
    if (column < widthsFrom) return;
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = widthInPoints(width);
  });
  sheet.tabColor = accent;
  sheet.showGridlines = false;
  freeze(sheet, spec);
  formatPage(sheet, spec);
}

/** Keeps the header row, and the columns that name a row, in sight. */
function freeze(sheet: Excel.Worksheet, { freeze }: ReportSheet): void {
  const { freezePanes } = sheet;
  if (!freeze) freezePanes.unfreeze();
  else if (freeze.columns === 0) freezePanes.freezeRows(freeze.rows);
  else freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, freeze.rows, freeze.columns));
}

/** A4 landscape, one page wide, header row repeated (report-format.md 10). */
function formatPage(sheet: Excel.Worksheet, spec: ReportSheet): void {
  const { size, printColumns, titleRow, pageBreaks, header, footer } = spec;
  const { pageLayout, horizontalPageBreaks } = sheet;
  pageLayout.orientation = "Landscape";
  pageLayout.paperSize = "A4";
  pageLayout.leftMargin = pageLayout.rightMargin = sideMargin;
  pageLayout.topMargin = pageLayout.bottomMargin = topMargin;
  pageLayout.headerMargin = pageLayout.footerMargin = edgeMargin;
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.setPrintArea(sheet.getRangeByIndexes(0, 0, size.rows, printColumns));
  horizontalPageBreaks.removePageBreaks();
  for (const row of pageBreaks) horizontalPageBreaks.add(sheet.getRangeByIndexes(row, 0, 1, 1));
  if (titleRow !== null) pageLayout.setPrintTitleRows(sheet.getRangeByIndexes(titleRow, 0, 1, 1));
  pageLayout.headersFooters.useSheetScale = false;
  const furniture = pageLayout.headersFooters.defaultForAllPages;
  furniture.leftHeader = header;
  furniture.leftFooter = footer;
}

export function formatParagraphs(sheet: Excel.Worksheet, { paragraphs }: ReportSheet): void {
  for (const { row, style } of paragraphs) {
    const { font } = sheet.getRangeByIndexes(row, 0, 1, 1).format;
    const { size, bold, color } = paragraphLooks[style];
    font.size = size;
    font.bold = bold;
    font.color = color;
  }
}

/** Row heights that show all of the text, once everything stands. */
export function fitRows(sheet: Excel.Worksheet, { size }: ReportSheet): void {
  sheet.getRangeByIndexes(0, 0, size.rows, size.columns).format.autofitRows();
}

export function formatTable(sheet: Excel.Worksheet, table: ReportTable): void {
  formatHeader(sheet, table);
  const body = columnsOf(sheet, table, 0, table.columns.length - 1);
  table.columns.forEach(({ align, wrap }, index) => {
    const { format } = columnsOf(sheet, table, index);
    format.wrapText = wrap;
    format.verticalAlignment = "Center";
    setAlignment(format, align, index);
  });
  const edges = table.rows.length > 1 ? (["InsideHorizontal", "EdgeBottom"] as const) : (["EdgeBottom"] as const);
  for (const edge of edges) {
    const border = body.format.borders.getItem(edge);
    border.style = "Continuous";
    border.color = rule;
  }
  for (const { row, column } of linksOf(table)) {
    const { font } = sheet.getRangeByIndexes(row, column, 1, 1).format;
    font.name = typeface;
    font.size = BODY_SIZE;
    font.color = accent;
    font.underline = "Single";
  }
  colourStates(sheet, table);
}

function formatHeader(sheet: Excel.Worksheet, table: ReportTable): void {
  const { top, left, right } = tableArea(table);
  const { format } = rangeAt(sheet, { top, left, bottom: top, right });
  format.fill.color = headerFill;
  format.font.bold = true;
  format.font.color = text;
  format.wrapText = true;
  format.verticalAlignment = "Bottom";
  const border = format.borders.getItem("EdgeBottom");
  border.style = "Continuous";
  border.color = accent;
  table.columns.forEach(({ align }, column) => {
    setAlignment(rangeAt(sheet, { top, left: column, bottom: top, right: column }).format, align, column);
  });
}

const alignments = { left: "Left", right: "Right", center: "Center" } as const;

/** Numbers to the right and text to the left, both a step from the edge, so that one does not run into the other. */
function setAlignment(format: Excel.RangeFormat, align: Column["align"], column: number): void {
  format.horizontalAlignment = alignments[align];
  if (align !== "center" && column > 0) format.indentLevel = 1;
}

/** Colours each state by a rule on its own cell, so that the colour follows it when a live figure moves. */
function colourStates(sheet: Excel.Worksheet, table: ReportTable): void {
  if (!table.state) return;
  const { column, colours } = table.state;
  const range = columnsOf(sheet, table, column);
  range.conditionalFormats.clearAll();
  const cell = `$${cellAddress(table.row + 1, column)}`;
  for (const [state, colour] of Object.entries(colours)) {
    const { custom } = range.conditionalFormats.add("Custom");
    custom.rule.formula = `=${cell}="${state}"`;
    custom.format.fill.color = stateColours[colour].fill;
    custom.format.font.color = stateColours[colour].text;
  }
}
