import { MAX_COLUMNS, MAX_ROWS } from "../../../snapshot/addresses";
import type { BookState, ChartState, SheetState } from "../../../workbook-file/book/book";
import { sameData } from "../../../workbook-file/book/same-data";
import { columnPoints, rowPoints } from "../../../workbook-file/book/sizes";
import { type Anchor, EMU_PER_POINT } from "../../../workbook-file/read/drawing-anchor";
import { CONTENT_TYPE, type PackageWriter } from "../package/package-writer";
import { PartEditor, type Span } from "../package/part-editor";
import { escapeAttribute, XML_HEAD } from "../package/xml-text";
import { chartXml } from "./charts";

const SHEET_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const ANCHORS = ["twoCellAnchor", "oneCellAnchor", "absoluteAnchor"];

/**
 * Writes a sheet's charts into its drawing. Charts that did not change, pictures and shapes stay as
 * they are; one that changed is written anew in its own part.
 *
 * @param existing the sheet's drawing part, or null
 * @returns the drawing part, or null once nothing is left on it
 */
export function writeCharts(
  sheet: SheetState,
  original: SheetState,
  book: BookState,
  existing: string | null,
  writer: PackageWriter,
): string | null {
  if (existing === null && sheet.charts.length === 0) return null;
  const drawing = existing ?? writer.add("xl/drawings/drawing#.xml", emptyDrawing(), CONTENT_TYPE.drawing);
  const anchors = readAnchors(writer.text(drawing)!, drawing, writer);
  const before = new Map(original.charts.map((chart) => [chart.source, chart]));
  const kept = new Set(sheet.charts.map((chart) => chart.source).filter((part) => part !== null && before.has(part)));
  const gone = anchors.filter((each) => each.part !== null && before.has(each.part) && !kept.has(each.part));
  writer.unrelate(drawing, new Set(gone.map((each) => each.relationship!)));

  const written = anchors.filter((each) => !gone.includes(each));
  let shape = Math.max(1, ...written.map((each) => each.highestShape));
  const pieces = written.map((each) => {
    const chart = sheet.charts.find((candidate) => candidate.source !== null && candidate.source === each.part);
    const old = chart && before.get(chart.source);
    return chart && old ? keptAnchor(each, chart, old, sheet, book, writer) : each.xml;
  });
  for (const chart of sheet.charts) {
    if (chart.source !== null && kept.has(chart.source)) continue;
    const part = writer.add("xl/charts/chart#.xml", chartXml(chart, book), CONTENT_TYPE.chart);
    const id = writer.relate(drawing, "chart", part);
    pieces.push(anchorXml(sheet, chart, ++shape, id, writer.relationshipNamespace));
  }
  if (pieces.length === 0) return null;
  writer.write(drawing, withAnchors(writer.text(drawing)!, pieces));
  return drawing;
}

interface AnchorSource {
  xml: string;
  /** The chart part it shows; null for a picture or shape. */
  part: string | null;
  relationship: string | null;
  highestShape: number;
}

function readAnchors(text: string, drawing: string, writer: PackageWriter): AnchorSource[] {
  const targets = new Map(writer.relationships(drawing).map((each) => [each.id, each]));
  return new PartEditor(text, []).children.map((span: Span) => {
    const xml = text.slice(span.start, span.end);
    const id = /<(?:[\w.-]+:)?chart\b[^>]*\s[\w.-]+:id\s*=\s*["']([^"']+)["']/.exec(xml)?.[1];
    const target = id === undefined ? undefined : targets.get(id);
    const shapes = [...xml.matchAll(/<(?:[\w.-]+:)?cNvPr\b[^>]*\sid\s*=\s*["'](\d+)["']/g)].map((each) =>
      Number(each[1]),
    );
    const isChart = target?.type === "chart";
    return {
      xml,
      part: isChart ? target.target : null,
      relationship: isChart ? target.id : null,
      highestShape: Math.max(0, ...shapes),
    };
  });
}

function keptAnchor(
  anchor: AnchorSource,
  chart: ChartState,
  old: ChartState,
  sheet: SheetState,
  book: BookState,
  writer: PackageWriter,
): string {
  const content = ({ left: _l, top: _t, width: _w, height: _h, id: _i, name: _n, ...rest }: ChartState) => rest;
  if (!sameData(content(chart), content(old))) writer.write(chart.source!, chartXml(chart, book));
  const place = ({ left, top, width, height, name }: ChartState) => [left, top, width, height, name];
  if (sameData(place(chart), place(old))) return anchor.xml;
  const shape = anchor.highestShape || 2;
  return anchorXml(sheet, chart, shape, anchor.relationship!, writer.relationshipNamespace);
}

/** The drawing with these anchors in place of its own. */
function withAnchors(text: string, pieces: readonly string[]): string {
  const editor = new PartEditor(text, [...ANCHORS, "AlternateContent"]);
  const { root } = editor;
  const name = root.prefix + root.name;
  const open = text.slice(root.start, root.openEnd).replace(/\s*\/>$/, ">");
  return text.slice(0, root.start) + open + pieces.join("") + `</${name}>` + text.slice(root.end);
}

function emptyDrawing(): string {
  return `${XML_HEAD}<xdr:wsDr xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${DRAWING}"></xdr:wsDr>`;
}

function anchorXml(sheet: SheetState, chart: ChartState, shape: number, id: string, relationships: string): string {
  const { from, to } = chartCorners(sheet, chart);
  const name = escapeAttribute(chart.name || `Chart ${shape - 1}`);
  return (
    `<xdr:twoCellAnchor xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${DRAWING}">` +
    `<xdr:from>${cornerXml(from)}</xdr:from><xdr:to>${cornerXml(to)}</xdr:to>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${shape}" name="${name}"/><xdr:cNvGraphicFramePr/>` +
    '</xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${relationships}" r:id="${id}"/>` +
    "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>"
  );
}

function cornerXml({ row, column, down, across }: Anchor): string {
  const emu = (points: number) => Math.round(points * EMU_PER_POINT);
  return (
    `<xdr:col>${column}</xdr:col><xdr:colOff>${emu(across)}</xdr:colOff>` +
    `<xdr:row>${row}</xdr:row><xdr:rowOff>${emu(down)}</xdr:rowOff>`
  );
}

/** The cell under a point of the sheet. */
function pointsToAnchor(sheet: SheetState, left: number, top: number): Anchor {
  const column = walk(left, MAX_COLUMNS, (at) => columnPoints(sheet, at));
  const row = walk(top, MAX_ROWS, (at) => rowPoints(sheet, at));
  return { row: row.index, down: row.rest, column: column.index, across: column.rest };
}

function walk(points: number, count: number, size: (index: number) => number): { index: number; rest: number } {
  let rest = Math.max(0, points);
  for (let index = 0; index < count - 1; index++) {
    const step = size(index);
    if (rest < step || (rest === 0 && step > 0)) return { index, rest };
    rest -= step;
  }
  return { index: count - 1, rest: 0 };
}

/** The two corners of a chart. */
function chartCorners(sheet: SheetState, chart: ChartState): { from: Anchor; to: Anchor } {
  return {
    from: pointsToAnchor(sheet, chart.left, chart.top),
    to: pointsToAnchor(sheet, chart.left + chart.width, chart.top + chart.height),
  };
}
