import { wordTable } from "../../../collections/word-table";
import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderData,
  type IStyleData,
} from "@univerjs/core";
import type { StyleView } from "../engine/protocol";

const horizontals: Readonly<Record<string, HorizontalAlign>> = wordTable({
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  CenterAcrossSelection: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
  Distributed: HorizontalAlign.DISTRIBUTED,
});
const verticals: Readonly<Record<string, VerticalAlign>> = wordTable({
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Distributed: VerticalAlign.MIDDLE,
});
/** Borders by their names in the file and in Office.js. */
const borderStyles: Readonly<Record<string, BorderStyleTypes>> = wordTable({
  thin: BorderStyleTypes.THIN,
  continuous: BorderStyleTypes.THIN,
  hair: BorderStyleTypes.HAIR,
  dotted: BorderStyleTypes.DOTTED,
  dot: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  dash: BorderStyleTypes.DASHED,
  double: BorderStyleTypes.DOUBLE,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
});
const sides = { top: "t", bottom: "b", left: "l", right: "r" } as const;
const indentPixels = 9;

/** Where the workbook's font is not installed, one of its shape rather than the browser's serif. */
const fallback = "Carlito, Arial, 'Liberation Sans', sans-serif";

/** A style as the grid draws it. */
export function gridStyle(style: StyleView): IStyleData {
  const flag = (on: boolean) => (on ? BooleanNumber.TRUE : BooleanNumber.FALSE);
  return {
    ff: `${style.fontFamily}, ${fallback}`,
    fs: style.fontSize,
    bl: flag(style.bold),
    it: flag(style.italic),
    ul: { s: flag(style.underline) },
    st: { s: flag(style.strikethrough) },
    cl: { rgb: style.color },
    ...(style.fill && { bg: { rgb: style.fill } }),
    bd: borders(style),
    ...(horizontals[style.horizontal] !== undefined && { ht: horizontals[style.horizontal] as HorizontalAlign }),
    vt: verticals[style.vertical] ?? VerticalAlign.BOTTOM,
    tb: style.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW,
    ...(style.indent > 0 && { pd: { l: style.indent * indentPixels } }),
    ...(style.numberFormat !== "General" && { n: { pattern: style.numberFormat } }),
  };
}

function borders(style: StyleView): IBorderData {
  const data: IBorderData = {};
  for (const [edge, side] of Object.entries(sides)) {
    const border = style.borders[edge];
    if (!border) continue;
    const s = borderStyles[border.style.toLowerCase()] ?? BorderStyleTypes.THIN;
    data[side] = { s, cl: { rgb: border.color ?? "#000000" } };
  }
  return data;
}
