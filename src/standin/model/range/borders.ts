import { wordTable } from "../../../collections/word-table";
import { intersect } from "../../../snapshot/areas";
import type { Area } from "../../../snapshot/snapshot";
import type { Border, BorderEdge, Style } from "../../../workbook-file/book/book";
import { sameData } from "../../../workbook-file/book/same-data";
import { invalidArgument, itemNotFound, notImplemented } from "../../wire/errors";
import type { HostObject } from "../../wire/objects";
import type { Formatted } from "../cells/formatted-cells";
import { restyle, stylesIn } from "../cells/styling";
import { colour, oneOf } from "../session/arguments";

const SIDES = [
  "EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal", "DiagonalDown", "DiagonalUp",
] as const; // prettier-ignore
type Side = (typeof SIDES)[number];

/** Office.js line style and weight against the file's one word. */
const FILE_STYLES: Readonly<Record<string, { style: string; weight: string }>> = wordTable({
  hair: { style: "Continuous", weight: "Hairline" },
  thin: { style: "Continuous", weight: "Thin" },
  medium: { style: "Continuous", weight: "Medium" },
  thick: { style: "Continuous", weight: "Thick" },
  dashed: { style: "Dash", weight: "Thin" },
  mediumDashed: { style: "Dash", weight: "Medium" },
  dashDot: { style: "DashDot", weight: "Thin" },
  mediumDashDot: { style: "DashDot", weight: "Medium" },
  dashDotDot: { style: "DashDotDot", weight: "Thin" },
  mediumDashDotDot: { style: "DashDotDot", weight: "Medium" },
  dotted: { style: "Dot", weight: "Thin" },
  double: { style: "Double", weight: "Thick" },
  slantDashDot: { style: "SlantDashDot", weight: "Medium" },
});
const LINE_STYLES = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"] as const;
const WEIGHTS = ["Hairline", "Thin", "Medium", "Thick"] as const;

/** `Excel.RangeBorderCollection` */
export class Borders implements HostObject {
  readonly className = "RangeBorderCollection";
  constructor(private readonly cells: Formatted) {}

  get count(): number {
    return SIDES.length;
  }
  items(): BorderOfRange[] {
    return SIDES.map((side) => new BorderOfRange(this.cells, side));
  }
  getItem(side: unknown): BorderOfRange {
    return new BorderOfRange(this.cells, oneOf(SIDES, side));
  }
  getItemAt(index: number): BorderOfRange {
    const side = SIDES[index];
    if (!side) throw itemNotFound(`the border ${index}`);
    return new BorderOfRange(this.cells, side);
  }
}

/** `Excel.RangeBorder`: one side of a range, or the lines between its cells. */
export class BorderOfRange implements HostObject {
  readonly className = "RangeBorder";

  constructor(
    private readonly cells: Formatted,
    private readonly side: Side,
  ) {}

  get identity(): string {
    return this.side;
  }
  get id(): string {
    return this.side;
  }
  get sideIndex(): string {
    return this.side;
  }
  get style(): string | null {
    const border = this.border();
    if (border === null) return null;
    return border === "None" ? "None" : (FILE_STYLES[border.style]?.style ?? "Continuous");
  }
  set style(given: unknown) {
    const style = oneOf(LINE_STYLES, given);
    this.change((old) =>
      style === "None" ? undefined : { style: fileStyle(style, this.weightOf(old)), color: old?.color ?? "#000000" },
    );
  }
  get weight(): string | null {
    const border = this.border();
    return border === null ? null : this.weightOf(border === "None" ? undefined : border);
  }
  set weight(given: unknown) {
    const weight = oneOf(WEIGHTS, given);
    this.change((old) => ({
      style: fileStyle(old ? (FILE_STYLES[old.style]?.style ?? "Continuous") : "Continuous", weight),
      color: old?.color ?? "#000000",
    }));
  }
  get color(): string | null {
    const border = this.border();
    if (border === null) return null;
    return border === "None" ? "#000000" : (border.color ?? "#000000");
  }
  set color(given: unknown) {
    const color = colour(given);
    this.change((old) => ({ style: old?.style ?? "thin", color }));
  }

  private weightOf(border: Border | undefined): string {
    return (border && FILE_STYLES[border.style]?.weight) ?? "Thin";
  }

  /** What its cells share: "None" for no line, null where they differ. */
  private border(): Border | "None" | null {
    const { session, sheet } = this.cells;
    const borders = this.places().flatMap(({ rect, edge }) =>
      stylesIn(session, sheet, rect).map((style) => style.borders[edge] ?? "None"),
    );
    const [first = "None", ...rest] = borders;
    return rest.every((border) => sameData(border, first)) ? first : null;
  }

  private change(change: (old: Border | undefined) => Border | undefined): void {
    const { session, sheet } = this.cells;
    for (const { rect, edge } of this.places()) {
      restyle(session, sheet, rect, (style) => ({ borders: withEdge(style, edge, change(style.borders[edge])) }));
    }
  }

  /** Where this side's lines are: which edge of which cells. Lines between cells belong to the one before. */
  private places(): { rect: Area; edge: BorderEdge }[] {
    return this.cells.rects.flatMap((rect) => placesOf(this.side, rect));
  }
}

function placesOf(side: Side, rect: Area): { rect: Area; edge: BorderEdge }[] {
  const part = (cut: Partial<Area>, edge: BorderEdge) => {
    const within = intersect(rect, { ...rect, ...cut });
    return within ? [{ rect: within, edge }] : [];
  };
  switch (side) {
    case "EdgeTop":
      return part({ bottom: rect.top }, "top");
    case "EdgeBottom":
      return part({ top: rect.bottom }, "bottom");
    case "EdgeLeft":
      return part({ right: rect.left }, "left");
    case "EdgeRight":
      return part({ left: rect.right }, "right");
    case "InsideHorizontal":
      return part({ bottom: rect.bottom - 1 }, "bottom");
    case "InsideVertical":
      return part({ right: rect.right - 1 }, "right");
    default:
      throw notImplemented(`the border ${side}`);
  }
}

function withEdge(style: Style, edge: BorderEdge, border: Border | undefined): Style["borders"] {
  const borders: Partial<Record<BorderEdge, Border>> = { ...style.borders };
  if (border) borders[edge] = border;
  else delete borders[edge];
  return borders;
}

/** The file's word for a line; Excel has no thick dashes and takes the nearest it has. */
function fileStyle(style: string, weight: string): string {
  const exact = Object.entries(FILE_STYLES).find(([, line]) => line.style === style && line.weight === weight);
  const nearest = exact ?? Object.entries(FILE_STYLES).findLast(([, line]) => line.style === style);
  if (!nearest) throw invalidArgument(`"${style}" is no line style`);
  return nearest[0];
}
