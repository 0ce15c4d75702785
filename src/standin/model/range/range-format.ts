import type { Area } from "../../../snapshot/snapshot";
import type { SheetState, Style } from "../../../workbook-file/book/book";
import { charactersToPoints, columnPoints, pointsToCharacters, rowPoints } from "../../../workbook-file/book/sizes";
import { invalidArgument } from "../../wire/errors";
import type { HostObject } from "../../wire/objects";
import { autofitColumns, autofitRows } from "../cells/autofit";
import { Formatted } from "../cells/formatted-cells";
import { colour, oneOf } from "../session/arguments";
import type { Session } from "../session/session";
import { Borders } from "./borders";

const HORIZONTAL: readonly Style["horizontal"][] = [
  "General", "Left", "Center", "Right", "Fill", "Justify", "CenterAcrossSelection", "Distributed",
]; // prettier-ignore
const VERTICAL: readonly Style["vertical"][] = ["Top", "Center", "Bottom", "Justify", "Distributed"];
const MAX_ROW_POINTS = 409.5;
const MAX_COLUMN_CHARACTERS = 255;

/** `Excel.RangeFormat` */
export class RangeFormat implements HostObject {
  readonly className = "RangeFormat";
  private readonly cells: Formatted;

  constructor(
    private readonly session: Session,
    private readonly sheet: SheetState,
    private readonly rects: readonly Area[],
  ) {
    this.cells = new Formatted(session, sheet, rects);
  }

  get font(): RangeFont {
    return new RangeFont(this.cells);
  }
  get fill(): RangeFill {
    return new RangeFill(this.cells);
  }
  get borders(): Borders {
    return new Borders(this.cells);
  }

  get horizontalAlignment(): string | null {
    return this.cells.shared((style) => style.horizontal);
  }
  set horizontalAlignment(given: unknown) {
    const horizontal = oneOf(HORIZONTAL, given);
    this.cells.change(() => ({ horizontal }));
  }
  get verticalAlignment(): string | null {
    return this.cells.shared((style) => style.vertical);
  }
  set verticalAlignment(given: unknown) {
    const vertical = oneOf(VERTICAL, given);
    this.cells.change(() => ({ vertical }));
  }
  get wrapText(): boolean | null {
    return this.cells.shared((style) => style.wrap);
  }
  set wrapText(given: unknown) {
    this.cells.change(() => ({ wrap: given === true }));
  }
  get indentLevel(): number | null {
    return this.cells.shared((style) => style.indent);
  }
  set indentLevel(given: unknown) {
    const indent = Number(given);
    if (!Number.isInteger(indent) || indent < 0 || indent > 250) throw invalidArgument("An indent is 0 to 250");
    // Excel indents from the left where a cell was aligned by its content.
    this.cells.change((style) => ({
      indent,
      horizontal: indent > 0 && style.horizontal === "General" ? "Left" : style.horizontal,
    }));
  }

  /** Points; null where columns differ. */
  get columnWidth(): number | null {
    const widths = new Set<number>();
    for (const rect of this.rects) addWidths(this.sheet, rect, widths);
    return only(widths);
  }
  set columnWidth(given: unknown) {
    this.session.requireWritable(this.sheet);
    const width = pointsToCharacters(size(given));
    if (width > MAX_COLUMN_CHARACTERS)
      throw invalidArgument(`A column is at most ${MAX_COLUMN_CHARACTERS} characters wide`);
    for (const { left, right } of this.rects) {
      for (let column = left; column <= right; column++) {
        const own = this.sheet.columns.get(column) ?? { hidden: false, style: null };
        this.sheet.columns.set(column, { ...own, width });
        this.sheet.edits.columns.add(column);
      }
    }
  }
  /** Points; null where rows differ. */
  get rowHeight(): number | null {
    const heights = new Set<number>();
    for (const rect of this.rects) addHeights(this.sheet, rect, heights);
    return only(heights);
  }
  set rowHeight(given: unknown) {
    this.session.requireWritable(this.sheet);
    const height = size(given);
    if (height > MAX_ROW_POINTS) throw invalidArgument(`A row is at most ${MAX_ROW_POINTS} points high`);
    for (const { top, bottom } of this.rects) {
      for (let row = top; row <= bottom; row++) {
        const own = this.sheet.rows.get(row) ?? { hidden: false, style: null };
        this.sheet.rows.set(row, { ...own, height });
        this.sheet.edits.rows.add(row);
      }
    }
  }
  autofitColumns(): void {
    this.session.requireWritable(this.sheet);
    for (const rect of this.rects) autofitColumns(this.session, this.sheet, rect);
  }
  autofitRows(): void {
    this.session.requireWritable(this.sheet);
    for (const rect of this.rects) autofitRows(this.session, this.sheet, rect);
  }
}

function size(given: unknown): number {
  const points = Number(given);
  if (!Number.isFinite(points) || points < 0) throw invalidArgument("A size is a number of points, 0 or more");
  return points;
}

function addWidths(sheet: SheetState, { left, right }: Area, widths: Set<number>): void {
  let own = 0;
  for (const column of sheet.columns.keys()) {
    if (column < left || column > right) continue;
    widths.add(columnPoints(sheet, column));
    own++;
  }
  if (own < right - left + 1) widths.add(charactersToPoints(sheet.defaultColumnWidth));
}

function addHeights(sheet: SheetState, { top, bottom }: Area, heights: Set<number>): void {
  let own = 0;
  for (const row of sheet.rows.keys()) {
    if (row < top || row > bottom) continue;
    heights.add(rowPoints(sheet, row));
    own++;
  }
  if (own < bottom - top + 1) heights.add(sheet.defaultRowHeight);
}

const only = (values: ReadonlySet<number>): number | null => (values.size === 1 ? ([...values][0] ?? null) : null);

const UNDERLINES: readonly Style["font"]["underline"][] = [
  "None", "Single", "Double", "SingleAccountant", "DoubleAccountant",
]; // prettier-ignore

/** `Excel.RangeFont` */
export class RangeFont implements HostObject {
  readonly className = "RangeFont";
  constructor(private readonly cells: Formatted) {}

  private of<K extends keyof Style["font"]>(key: K): Style["font"][K] | null {
    return this.cells.shared((style) => style.font[key]);
  }
  private set(change: Partial<Style["font"]>): void {
    this.cells.change((style) => ({ font: { ...style.font, ...change } }));
  }

  get name(): string | null {
    return this.of("name");
  }
  set name(given: unknown) {
    this.set({ name: String(given) });
  }
  get size(): number | null {
    return this.of("size");
  }
  set size(given: unknown) {
    const points = Number(given);
    if (!(points >= 1 && points <= 409)) throw invalidArgument("A font's size is 1 to 409 points");
    this.set({ size: points });
  }
  get bold(): boolean | null {
    return this.of("bold");
  }
  set bold(given: unknown) {
    this.set({ bold: given === true });
  }
  get italic(): boolean | null {
    return this.of("italic");
  }
  set italic(given: unknown) {
    this.set({ italic: given === true });
  }
  get strikethrough(): boolean | null {
    return this.of("strikethrough");
  }
  set strikethrough(given: unknown) {
    this.set({ strikethrough: given === true });
  }
  get underline(): string | null {
    return this.of("underline");
  }
  set underline(given: unknown) {
    this.set({ underline: oneOf(UNDERLINES, given) });
  }
  get color(): string | null {
    return this.of("color");
  }
  set color(given: unknown) {
    this.set({ color: colour(given) });
  }
}

/** `Excel.RangeFill`: no pattern and no gradient, which the model does not keep. */
export class RangeFill implements HostObject {
  readonly className = "RangeFill";
  constructor(private readonly cells: Formatted) {}

  /** "#FFFFFF" for no fill, as Excel answers; "" for a mixed range. */
  get color(): string {
    const shared = this.cells.shared((style) => style.fill ?? "#FFFFFF");
    return shared ?? "";
  }
  set color(given: unknown) {
    const fill = given === "" ? null : colour(given);
    this.cells.change(() => ({ fill }));
  }
  clear(): void {
    this.cells.change(() => ({ fill: null }));
  }
}
