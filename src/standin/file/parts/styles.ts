import { styleKey } from "../../../workbook-file/book/blank-book";
import type { BorderEdge, ConditionalFormatState, Style } from "../../../workbook-file/book/book";
import { sameData } from "../../../workbook-file/book/same-data";
import { child, children, number, parseXml, type XmlNode } from "../../../workbook-file/package/xml";
import { BUILT_IN_FORMATS, FIRST_OWN_FORMAT } from "../../../workbook-file/read/number-formats";
import { readNumberFormats, type StyleSheet } from "../../../workbook-file/read/styles";
import { BLANK_STYLES } from "../package/blank-package";
import { PartEditor } from "../package/part-editor";
import { element, escapeAttribute, escapeXml, numberText } from "../package/xml-text";

const ORDER = "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst".split(" ");

/**
 * Adds what is missing to a style part and never changes or moves what is there, so that every index
 * of the user's sheets goes on meaning what it meant.
 */
export class StyleWriter {
  private readonly added = new Map<string, string[]>();
  private readonly root: XmlNode;
  private readonly xfNodes: XmlNode[];
  private readonly formats: Map<string, number>;
  private readonly byKey = new Map<string, number>();
  private readonly counts = new Map<string, number>();
  private readonly indexes = new Map<string, number>();
  /** Records of the file by what they look like, so that a new style of the workbook's own font follows its theme. */
  private readonly records = new Map<string, number>();

  constructor(
    private readonly text: string,
    private readonly original: StyleSheet,
  ) {
    this.root = parseXml(text);
    this.xfNodes = children(child(this.root, "cellXfs"), "xf");
    this.formats = new Map([...readNumberFormats(this.root)].reverse().map(([id, code]) => [code, id]));
    for (const [id, code] of Object.entries(BUILT_IN_FORMATS)) this.formats.set(code, Number(id));
    if (this.xfNodes.length === 0) this.addDefaults();
    original.xfs.forEach((style, index) => {
      const key = styleKey({ ...style, sourceXf: null });
      if (!this.byKey.has(key) && this.saysNoMore(index)) this.byKey.set(key, index);
      const fontKey = JSON.stringify(style.font);
      const fontId = Number(this.xfNodes[index]?.attributes["fontId"] ?? 0);
      if (!this.records.has(fontKey)) this.records.set(fontKey, fontId);
    });
  }

  get changed(): boolean {
    return this.added.size > 0;
  }

  /** A style part may lack its lists altogether; the first record of each is then Excel's default, as readers assume. */
  private addDefaults(): void {
    const blank = parseXml(BLANK_STYLES);
    const source = new PartEditor(BLANK_STYLES, ORDER);
    for (const container of ["fonts", "fills", "borders", "cellStyleXfs", "cellXfs"]) {
      if (children(child(this.root, container), child(blank, container)!.children[0]!.name).length > 0) continue;
      for (const xml of source.sourcesWithin(container))
        this.append(container, child(blank, container)!.children[0]!.name, xml);
    }
  }

  /** The cellXfs index of a style: the one it came from if it is still the same, else an equal or a new one. */
  xf(style: Style): number {
    const key = styleKey({ ...style, sourceXf: null });
    const base = style.sourceXf === null ? undefined : this.original.xfs[style.sourceXf];
    if (base && styleKey({ ...base, sourceXf: null }) === key) return base.sourceXf!;
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const index = this.append("cellXfs", "xf", this.xfXml(style, base));
    this.byKey.set(key, index);
    return index;
  }

  /** The dxfs index of a conditional format's look. */
  differential(format: ConditionalFormatState["format"]): number {
    const font =
      format.bold === null && format.fontColor === null
        ? ""
        : `<font>${format.bold === null ? "" : `<b val="${format.bold ? 1 : 0}"/>`}${colorXml("color", format.fontColor)}</font>`;
    const fill =
      format.fill === null ? "" : `<fill><patternFill>${colorXml("bgColor", format.fill)}</patternFill></fill>`;
    return this.append("dxfs", "dxf", font + fill === "" ? "<dxf/>" : `<dxf>${font}${fill}</dxf>`);
  }

  toString(): string {
    if (!this.changed) return this.text;
    const editor = new PartEditor(this.text, ORDER);
    for (const [container, items] of this.added) {
      const prefixed = items.map((each) => qualify(each, editor));
      const own = editor.sourcesWithin(container);
      const open = openTag(editor, container) ?? `<${container}>`;
      const name = /^<([^\s/>]+)/.exec(open)![1]!;
      const counted = open
        .replace(/\s+count\s*=\s*("[^"]*"|'[^']*')/, "")
        .replace(/\s*\/?>$/, ` count="${own.length + items.length}">`);
      editor.set(container, `${counted}${own.join("")}${prefixed.join("")}</${name}>`);
    }
    return editor.toString();
  }

  /** Whether an xf of the file holds nothing that a `Style` does not show, so that it may stand for an equal one. */
  private saysNoMore(index: number): boolean {
    const node = this.xfNodes[index];
    if (!node) return false;
    const alignment = Object.keys(child(node, "alignment")?.attributes ?? {});
    const shown = new Set(["horizontal", "vertical", "wrapText", "indent"]);
    const protection = child(node, "protection")?.attributes["hidden"];
    const isStyled = (number(node.attributes["xfId"]) ?? 0) !== 0;
    return (
      alignment.every((name) => shown.has(name)) &&
      (protection === undefined || protection === "0") &&
      node.attributes["quotePrefix"] !== "1" &&
      node.attributes["pivotButton"] !== "1" &&
      !isStyled
    );
  }

  /** An xf that keeps the font, fill and border records of its base where they did not change. */
  private xfXml(style: Style, base: Style | undefined): string {
    const node = base && this.xfNodes[base.sourceXf!];
    const kept = (name: string, same: boolean) => (node && same ? Number(node.attributes[name] ?? 0) : undefined);
    const fontId =
      kept("fontId", base !== undefined && sameData(base.font, style.font)) ??
      this.records.get(JSON.stringify(style.font)) ??
      this.append("fonts", "font", fontXml(style.font));
    const fillId =
      kept("fillId", base !== undefined && base.fill === style.fill) ??
      (style.fill === null ? 0 : this.append("fills", "fill", fillXml(style.fill)));
    const borderId =
      kept("borderId", base !== undefined && sameData(base.borders, style.borders)) ??
      (Object.keys(style.borders).length === 0 ? 0 : this.append("borders", "border", borderXml(style.borders)));
    const numFmtId = kept("numFmtId", base?.numberFormat === style.numberFormat) ?? this.format(style.numberFormat);
    const alignment = alignmentXml(style, node && child(node, "alignment"));
    const protection = style.locked ? "" : '<protection locked="0"/>';
    return element(
      "xf",
      {
        numFmtId,
        fontId,
        fillId,
        borderId,
        xfId: node?.attributes["xfId"] ?? 0,
        applyNumberFormat: numFmtId !== 0,
        applyFont: true,
        applyFill: fillId !== 0,
        applyBorder: true,
        applyAlignment: alignment !== "",
        applyProtection: protection !== "",
      },
      alignment + protection,
    );
  }

  private format(code: string): number {
    const known = this.formats.get(code);
    if (known !== undefined) return known;
    const id = Math.max(FIRST_OWN_FORMAT - 1, ...this.formats.values()) + 1;
    this.formats.set(code, id);
    this.append("numFmts", "numFmt", `<numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`);
    return id;
  }

  /** Index of an equal element added before, or of this one put at the end of its list. */
  private append(container: string, item: string, xml: string): number {
    const key = `${container} ${xml}`;
    const known = this.indexes.get(key);
    if (known !== undefined) return known;
    const count = this.counts.get(container) ?? children(child(this.root, container), item).length;
    this.counts.set(container, count + 1);
    this.added.set(container, [...(this.added.get(container) ?? []), xml]);
    this.indexes.set(key, count);
    return count;
  }
}

function openTag(editor: PartEditor, name: string): string | null {
  const span = editor.first(name);
  return span ? editor.text.slice(span.start, span.openEnd) : null;
}

function qualify(xml: string, editor: PartEditor): string {
  return editor.root.prefix ? xml.replace(/^<[^\s/>]+/, `$& xmlns="${editor.namespace}"`) : xml;
}

function colorXml(name: string, color: string | null): string {
  return color === null ? "" : `<${name} rgb="FF${escapeXml(color.slice(1).toUpperCase())}"/>`;
}

const UNDERLINE_WORDS = {
  None: "",
  Single: "<u/>",
  Double: '<u val="double"/>',
  SingleAccountant: '<u val="singleAccounting"/>',
  DoubleAccountant: '<u val="doubleAccounting"/>',
} as const;

function fontXml(font: Style["font"]): string {
  return (
    "<font>" +
    (font.bold ? "<b/>" : "") +
    (font.italic ? "<i/>" : "") +
    (font.strikethrough ? "<strike/>" : "") +
    UNDERLINE_WORDS[font.underline] +
    `<sz val="${numberText(font.size)}"/>${colorXml("color", font.color)}<name val="${escapeAttribute(font.name)}"/></font>`
  );
}

function fillXml(color: string): string {
  return `<fill><patternFill patternType="solid">${colorXml("fgColor", color)}<bgColor indexed="64"/></patternFill></fill>`;
}

function borderXml(borders: Style["borders"]): string {
  const edge = (name: BorderEdge) => {
    const border = borders[name];
    if (!border) return `<${name}/>`;
    const color = border.color === null ? '<color auto="1"/>' : colorXml("color", border.color);
    return `<${name} style="${escapeAttribute(border.style)}">${color}</${name}>`;
  };
  const diagonal = borders.diagonal ? ' diagonalUp="1"' : "";
  return `<border${diagonal}>${(["left", "right", "top", "bottom", "diagonal"] as const).map(edge).join("")}</border>`;
}

/** The alignment of a style over what its base says besides (rotation, shrink to fit). */
function alignmentXml(style: Style, base: XmlNode | undefined): string {
  const { textRotation, shrinkToFit, readingOrder } = base?.attributes ?? {};
  const values = {
    horizontal:
      style.horizontal === "General"
        ? null
        : style.horizontal === "CenterAcrossSelection"
          ? "centerContinuous"
          : style.horizontal.toLowerCase(),
    vertical: style.vertical === "Bottom" ? null : style.vertical.toLowerCase(),
    textRotation,
    wrapText: style.wrap,
    indent: style.indent === 0 ? null : style.indent,
    shrinkToFit,
    readingOrder,
  };
  const xml = element("alignment", values);
  return xml === "<alignment/>" ? "" : xml;
}
