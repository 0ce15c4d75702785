import { wordTable } from "../../collections/word-table";
import { child, children, number, type XmlNode } from "../package/xml";

/** Colours of index 0 to 63 where a workbook has no palette of its own (ECMA-376 part 1, 18.8.27). */
const INDEXED = (
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF " +
  "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF " +
  "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 " +
  "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
).split(" ");

/** A theme's colours in the order cells refer to them: light and dark swapped against the theme part (18.8.3). */
const THEME_ORDER = "lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(" ");
const OFFICE_THEME = "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72".split(" ");

/** Turns a colour of the file into the "#RRGGBB" a person sees. */
export class Palette {
  private indexed = INDEXED;
  private readonly theme: readonly string[];

  constructor(theme: XmlNode | null) {
    const scheme = theme ? descendToScheme(theme) : undefined;
    this.theme = THEME_ORDER.map((name, i) => schemeColor(child(scheme, name)) ?? OFFICE_THEME[i]!);
  }

  /** Takes the workbook's own indexed colours from its style part, where it has some. */
  useIndexed(colors: XmlNode | undefined): void {
    const own = children(child(colors, "indexedColors"), "rgbColor").map((each) =>
      (each.attributes["rgb"] ?? "").slice(-6).toUpperCase(),
    );
    if (own.length > 0) this.indexed = own.concat(INDEXED.slice(own.length));
  }

  /** "#RRGGBB" of a colour element; null where it has none or says "automatic". */
  resolve(node: XmlNode | undefined): string | null {
    if (!node) return null;
    const { rgb, theme, indexed } = node.attributes;
    const tint = number(node.attributes["tint"]) ?? 0;
    if (rgb) return tinted(rgb.slice(-6).toUpperCase(), tint);
    if (theme !== undefined) return tinted(this.theme[Number(theme)] ?? "000000", tint);
    if (indexed === undefined) return null;
    if (indexed === "64") return "#000000";
    if (indexed === "65") return "#FFFFFF";
    return tinted(this.indexed[Number(indexed)] ?? "000000", tint);
  }

  /** "#RRGGBB" of a drawing's theme colour name ("accent1", "tx1"), or null. */
  schemeColor(name: string): string | null {
    const place = FIRST_COLORS[name] ?? THEME_ORDER.indexOf(name);
    const color = this.theme[place];
    return color === undefined ? null : `#${color}`;
  }
}

const FIRST_COLORS = wordTable({ bg1: 0, tx1: 1, bg2: 2, tx2: 3 });

function descendToScheme(theme: XmlNode): XmlNode | undefined {
  return child(child(theme, "themeElements"), "clrScheme");
}

function schemeColor(node: XmlNode | undefined): string | null {
  const color = node?.children[0];
  if (!color) return null;
  const hex = color.name === "sysClr" ? color.attributes["lastClr"] : color.attributes["val"];
  return hex && /^[0-9A-Fa-f]{6}$/.test(hex) ? hex.toUpperCase() : null;
}

/** Lightens (tint above 0) or darkens a colour in HLS, as 18.8.19 defines. */
function tinted(hex: string, tint: number): string {
  if (tint === 0) return `#${hex}`;
  return lightened(`#${hex}`, (light) => (tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint));
}

/** A colour of the same hue and saturation with another lightness, 0 to 1. */
export function lightened(color: string, change: (lightness: number) => number): string {
  const channels = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255);
  const max = Math.max(...channels);
  const min = Math.min(...channels);
  const spread = max - min;
  const lightness = (max + min) / 2;
  const wanted = Math.min(1, Math.max(0, change(lightness)));
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const chroma = (1 - Math.abs(2 * wanted - 1)) * saturation;
  const bytes = channels.map((channel) => {
    const share = spread === 0 ? 0 : (channel - min) / spread;
    const byte = Math.round((wanted - chroma / 2 + chroma * share) * 255);
    return Math.min(255, Math.max(0, byte)).toString(16).toUpperCase().padStart(2, "0");
  });
  return `#${bytes.join("")}`;
}
