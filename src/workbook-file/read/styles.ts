import { wordTable } from "../../collections/word-table";
import { DEFAULT_STYLE } from "../book/blank-book";
import type { Border, BorderEdge, ConditionalFormatState, Style } from "../book/book";
import { BUILT_IN_FORMATS } from "./number-formats";
import { child, children, flag, number, type XmlNode } from "../package/xml";
import type { Palette } from "./colors";

export type DifferentialFormat = ConditionalFormatState["format"];

export interface StyleSheet {
  /** By cellXfs index, each with that index as `sourceXf`. Never empty. */
  xfs: Style[];
  /** By dxfId. */
  differentials: DifferentialFormat[];
}

/** The style part, with every theme and index resolved. A workbook without one has Excel's default alone. */
export function readStyles(root: XmlNode | null, palette: Palette): StyleSheet {
  if (!root) return { xfs: [{ ...DEFAULT_STYLE, sourceXf: 0 }], differentials: [] };
  palette.useIndexed(child(root, "colors"));
  const formats = readNumberFormats(root);
  const fonts = children(child(root, "fonts"), "font").map((node) => readFont(node, palette));
  const fills = children(child(root, "fills"), "fill").map((node) => readFill(node, palette));
  const borders = children(child(root, "borders"), "border").map((node) => readBorders(node, palette));
  const xfs = children(child(root, "cellXfs"), "xf").map(({ attributes, children: parts }, index): Style => {
    const alignment = parts.find((each) => each.name === "alignment");
    const protection = parts.find((each) => each.name === "protection");
    return {
      numberFormat: formats.get(Number(attributes["numFmtId"] ?? 0)) ?? "General",
      font: fonts[Number(attributes["fontId"] ?? 0)] ?? DEFAULT_STYLE.font,
      fill: fills[Number(attributes["fillId"] ?? 0)] ?? null,
      borders: borders[Number(attributes["borderId"] ?? 0)] ?? {},
      ...readAlignment(alignment),
      locked: flag(protection?.attributes["locked"], true),
      sourceXf: index,
    };
  });
  if (xfs.length === 0) xfs.push({ ...DEFAULT_STYLE, sourceXf: 0 });
  return { xfs, differentials: readDifferentials(root, palette) };
}

/** Format code by number: the built-in ones and the workbook's own. */
export function readNumberFormats(root: XmlNode): Map<number, string> {
  const formats = new Map(Object.entries(BUILT_IN_FORMATS).map(([id, code]) => [Number(id), code]));
  for (const { attributes } of children(child(root, "numFmts"), "numFmt")) {
    formats.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "General");
  }
  return formats;
}

const UNDERLINES: Record<string, Style["font"]["underline"]> = wordTable({
  single: "Single",
  double: "Double",
  singleAccounting: "SingleAccountant",
  doubleAccounting: "DoubleAccountant",
  none: "None",
});

function readFont(node: XmlNode, palette: Palette): Style["font"] {
  const value = (name: string) => child(node, name)?.attributes["val"];
  const on = (name: string) => {
    const found = child(node, name);
    return found !== undefined && flag(found.attributes["val"], true);
  };
  const underline = child(node, "u");
  return {
    name: value("name") ?? DEFAULT_STYLE.font.name,
    size: number(value("sz")) ?? DEFAULT_STYLE.font.size,
    bold: on("b"),
    italic: on("i"),
    underline: underline ? (UNDERLINES[underline.attributes["val"] ?? "single"] ?? "Single") : "None",
    strikethrough: on("strike"),
    color: palette.resolve(child(node, "color")) ?? DEFAULT_STYLE.font.color,
  };
}

function readFill(node: XmlNode, palette: Palette): string | null {
  const gradient = child(node, "gradientFill");
  if (gradient) return palette.resolve(child(child(gradient, "stop"), "color"));
  const pattern = child(node, "patternFill");
  const kind = pattern?.attributes["patternType"] ?? "none";
  if (kind === "none") return null;
  const color = child(pattern, kind === "solid" ? "fgColor" : "bgColor");
  return palette.resolve(color) ?? (kind === "solid" ? "#000000" : "#FFFFFF");
}

function readBorders(node: XmlNode, palette: Palette): Partial<Record<BorderEdge, Border>> {
  const borders: Partial<Record<BorderEdge, Border>> = {};
  const names: [string, BorderEdge][] = [
    ["top", "top"],
    ["bottom", "bottom"],
    ["left", "left"],
    ["start", "left"],
    ["right", "right"],
    ["end", "right"],
    ["diagonal", "diagonal"],
  ];
  for (const [element, edge] of names) {
    const found = child(node, element);
    const style = found?.attributes["style"] ?? "none";
    if (style !== "none") borders[edge] = { style, color: palette.resolve(child(found, "color")) };
  }
  return borders;
}

const HORIZONTAL: Record<string, Style["horizontal"]> = wordTable({
  left: "Left",
  center: "Center",
  right: "Right",
  fill: "Fill",
  justify: "Justify",
  centerContinuous: "CenterAcrossSelection",
  distributed: "Distributed",
});
const VERTICAL: Record<string, Style["vertical"]> = wordTable({
  top: "Top",
  center: "Center",
  bottom: "Bottom",
  justify: "Justify",
  distributed: "Distributed",
});

function readAlignment(node: XmlNode | undefined): Pick<Style, "horizontal" | "vertical" | "wrap" | "indent"> {
  const attributes = node?.attributes ?? {};
  return {
    horizontal: HORIZONTAL[attributes["horizontal"] ?? ""] ?? "General",
    vertical: VERTICAL[attributes["vertical"] ?? ""] ?? "Bottom",
    wrap: flag(attributes["wrapText"]),
    indent: number(attributes["indent"]) ?? 0,
  };
}

/** In a differential a solid fill's colour stands as background, the other way round than in a cell (18.8.14). */
function readDifferentials(root: XmlNode, palette: Palette): DifferentialFormat[] {
  return children(child(root, "dxfs"), "dxf").map((node) => {
    const font = child(node, "font");
    const bold = child(font, "b");
    const pattern = child(child(node, "fill"), "patternFill");
    return {
      fill: palette.resolve(child(pattern, "bgColor")) ?? palette.resolve(child(pattern, "fgColor")),
      fontColor: palette.resolve(child(font, "color")),
      bold: bold ? flag(bold.attributes["val"], true) : null,
    };
  });
}
