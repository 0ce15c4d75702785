import { MAX_COLUMNS } from "../../snapshot/addresses";
import type { Area } from "../../snapshot/snapshot";
import { emptySheet } from "../book/blank-book";
import type { HyperlinkState, SheetState } from "../book/book";
import { limits } from "../package/limits";
import type { Package } from "../package/package";
import {
  child,
  children,
  descend,
  flag,
  NodeBuilder,
  number,
  readXml,
  relationshipId,
  type XmlNode,
} from "../package/xml";
import { type CellContext, CellReader } from "./cells";
import { readCharts } from "./charts";
import type { Palette } from "./colors";
import { readConditionalFormats } from "./conditional-formats";
import { areaOnSheet, missing } from "../package/on-sheet";
import { readPageLayout } from "./page-layout";
import type { DifferentialFormat } from "./styles";
import { readTable } from "./tables";
import { readValidations } from "./validations";

export interface SheetContext extends CellContext {
  package: Package;
  palette: Palette;
  differentials: readonly DifferentialFormat[];
}

/**
 * One worksheet with all that the state has a place for. Cells stream by; what stands around them is
 * small and is read as nodes.
 */
export function readSheet(part: string, id: string, name: string, context: SheetContext): SheetState {
  const sheet = emptySheet(id, name, part);
  const text = context.package.text(part);
  if (text === null) throw missing("the cells", name);
  const around = readAround(withoutPhantomRows(text), new CellReader(sheet, context));
  readFormat(sheet, around, context);
  readView(sheet, around, context.palette);
  sheet.merges = children(child(around, "mergeCells"), "mergeCell")
    .map((each) => areaOnSheet(each.attributes["ref"], "merged cells", name))
    .filter((rect): rect is Area => rect !== null);
  sheet.autoFilter = areaOnSheet(child(around, "autoFilter")?.attributes["ref"], "a filter", name);
  sheet.protected = flag(child(around, "sheetProtection")?.attributes["sheet"]);
  sheet.pageLayout = readPageLayout(around);
  sheet.hyperlinks = readHyperlinks(around, part, context.package, name);
  sheet.conditionalFormats = readConditionalFormats(around, context.differentials, name);
  sheet.validations = readValidations(child(around, "dataValidations"), name);
  const related = context.package.relationships(part);
  for (const node of children(child(around, "tableParts"), "tablePart")) {
    const target = related.find((each) => each.id === relationshipId(node.attributes))?.target;
    if (target === undefined || !context.package.has(target)) throw missing("a table", name);
    const table = readTable(target, context.package, name);
    if (table) sheet.tables.push(table);
  }
  sheet.charts = readCharts(sheet, drawingPart(around, part, context.package), context.package, context.palette);
  return sheet;
}

/** The part of the sheet's drawing, or null. */
export function drawingPart(around: XmlNode, part: string, packaged: Package): string | null {
  const node = child(around, "drawing");
  const id = node && relationshipId(node.attributes);
  return packaged.relationships(part).find((each) => each.id === id)?.target ?? null;
}

/** Everything of a worksheet but its cells, which go to `cells` if given. */
export function readAround(text: string, cells?: CellReader): XmlNode {
  const builder = new NodeBuilder();
  let within = false;
  readXml(text, {
    open(name, attributes) {
      if (within) cells?.open(name, attributes);
      else if (name === "sheetData" && builder.depth === 1) within = true;
      else builder.open(name, attributes);
    },
    text(part) {
      if (within) cells?.text(part);
      else if (builder.depth > 1) builder.text(part);
    },
    close(name) {
      if (name === "sheetData" && within) within = false;
      else if (within) cells?.close(name);
      else builder.close();
    },
  });
  return builder.root!;
}

/**
 * A worksheet whose rows below the last content are formatted by the hundred thousand is read as if they
 * ended early. Only their formats are not seen; the part itself stays as it is.
 */
function withoutPhantomRows(text: string): string {
  const data = /<((?:[\w.-]+:)?)sheetData>/.exec(text);
  if (!data) return text;
  const prefix = data[1]!;
  const end = text.lastIndexOf(`</${prefix}sheetData>`);
  const content = ["v", "f", "is"].flatMap((name) => [`</${prefix}${name}>`, `<${prefix}${name} `]);
  const last = Math.max(data.index, ...content.map((mark) => text.lastIndexOf(mark, end)));
  if (end - last <= limits.formatOnlyTail) return text;
  const cut = text.indexOf(`<${prefix}row`, last + limits.formatOnlyTail);
  return cut < 0 || cut > end ? text : text.slice(0, cut) + text.slice(end);
}

function readFormat(sheet: SheetState, around: XmlNode, context: CellContext): void {
  const format = child(around, "sheetFormatPr")?.attributes ?? {};
  sheet.defaultRowHeight = number(format["defaultRowHeight"]) ?? sheet.defaultRowHeight;
  const base = number(format["baseColWidth"]);
  sheet.defaultColumnWidth =
    number(format["defaultColWidth"]) ?? (base === null || base === 8 ? sheet.defaultColumnWidth : base + 5 / 7);
  for (const { attributes } of children(child(around, "cols"), "col")) {
    const last = Math.min(MAX_COLUMNS, Number(attributes["max"]));
    const xf = attributes["style"];
    for (let column = Math.max(0, Number(attributes["min"]) - 1); column < last; column++) {
      sheet.columns.set(column, {
        width: number(attributes["width"]),
        hidden: flag(attributes["hidden"]),
        style: xf === undefined ? null : (context.styleOf[Number(xf)] ?? 0),
      });
    }
  }
}

function readView(sheet: SheetState, around: XmlNode, palette: Palette): void {
  sheet.tabColor = palette.resolve(descend(around, "sheetPr", "tabColor")) ?? "";
  const view = descend(around, "sheetViews", "sheetView");
  if (!view) return;
  sheet.showGridlines = flag(view.attributes["showGridLines"], true);
  sheet.showHeadings = flag(view.attributes["showRowColHeaders"], true);
  const pane = child(view, "pane")?.attributes;
  if (pane && (pane["state"] === "frozen" || pane["state"] === "frozenSplit")) {
    sheet.freeze = { rows: number(pane["ySplit"]) ?? 0, columns: number(pane["xSplit"]) ?? 0 };
  }
}

function readHyperlinks(around: XmlNode, part: string, packaged: Package, sheet: string): HyperlinkState[] {
  const nodes = children(child(around, "hyperlinks"), "hyperlink");
  if (nodes.length === 0) return [];
  const targets = new Map(packaged.relationships(part).map((each) => [each.id, each.target]));
  return nodes.flatMap(({ attributes }) => {
    const rect = areaOnSheet(attributes["ref"], "a link", sheet);
    if (!rect) return [];
    return {
      rect,
      address: targets.get(relationshipId(attributes) ?? "") ?? null,
      documentReference: attributes["location"] ?? null,
      screenTip: attributes["tooltip"] ?? null,
    };
  });
}
