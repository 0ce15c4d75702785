import { isDateFormat } from "numfmt";
import { absoluteReference } from "../../../snapshot/addresses";
import { columnCount, rowCount } from "../../../snapshot/areas";
import type { Area } from "../../../snapshot/snapshot";
import type { Cell, SeriesState } from "../../../workbook-file/book/book";
import { cellText } from "../cells/text";
import { oneOf } from "../session/arguments";
import type { SheetCells } from "../session/given-cells";
import type { Session } from "../session/session";
import { newSeries } from "./chart-parts";

/**
 * The series of a range, as Excel guesses them: along the longer side; a first line of text holds the names, and a first
 * line across it of text or dates the categories. An empty corner says that both are there.
 */
export function seriesFrom(session: Session, source: SheetCells, seriesBy: string): SeriesState[] {
  const by = oneOf(["Auto", "Columns", "Rows"] as const, seriesBy);
  const byColumns = by === "Columns" || (by === "Auto" && rowCount(source.rect) >= columnCount(source.rect));
  const grid = new Grid(session, source, byColumns);
  const cornerEmpty = grid.isEmpty(0, 0) && grid.lines > 1 && grid.length > 1;
  const hasNames = cornerEmpty || grid.someText(0);
  const hasCategories = grid.lines > 1 && (cornerEmpty || grid.allLabels(hasNames ? 1 : 0));
  const from = hasNames ? 1 : 0;
  const series: SeriesState[] = [];
  for (let line = hasCategories ? 1 : 0; line < grid.lines; line++) {
    series.push({
      ...newSeries(hasNames ? grid.text(line, 0) : `Series${series.length + 1}`),
      nameRef: hasNames ? grid.reference(line, 0, 0) : null,
      categories: hasCategories ? grid.reference(0, from, grid.length - 1) : null,
      values: grid.reference(line, from, grid.length - 1),
    });
  }
  return series;
}

/** The range seen so that a series is a line, whether of a column or of a row. */
class Grid {
  readonly lines: number;
  readonly length: number;

  constructor(
    private readonly session: Session,
    private readonly source: SheetCells,
    private readonly byColumns: boolean,
  ) {
    const [rows, columns] = [rowCount(source.rect), columnCount(source.rect)];
    this.lines = byColumns ? columns : rows;
    this.length = byColumns ? rows : columns;
  }

  private cell(line: number, at: number): Cell | undefined {
    const { top, left } = this.source.rect;
    const [row, column] = this.byColumns ? [top + at, left + line] : [top + line, left + at];
    return this.source.sheet.cells[row]?.[column];
  }
  isEmpty(line: number, at: number): boolean {
    return (this.cell(line, at)?.value ?? null) === null;
  }
  text(line: number, at: number): string {
    const cell = this.cell(line, at);
    return cell ? cellText(this.session.book, cell.value, this.format(cell)) : "";
  }
  /** Is there text at this place of any line but the first? */
  someText(at: number): boolean {
    const first = this.lines > 1 ? 1 : 0;
    for (let line = first; line < this.lines; line++) if (typeof this.cell(line, at)?.value === "string") return true;
    return false;
  }
  /** Is the first line text and dates, from a place on? */
  allLabels(from: number): boolean {
    let any = false;
    for (let at = from; at < this.length; at++) {
      const cell = this.cell(0, at);
      const value = cell?.value ?? null;
      if (value === null) continue;
      if (typeof value === "number" && !(cell && isDateFormat(this.format(cell)))) return false;
      any = true;
    }
    return any;
  }
  reference(line: number, from: number, to: number): string {
    const { top, left } = this.source.rect;
    const rect: Area = this.byColumns
      ? { top: top + from, bottom: top + to, left: left + line, right: left + line }
      : { top: top + line, bottom: top + line, left: left + from, right: left + to };
    return absoluteReference(this.source.sheet.name, rect);
  }
  private format(cell: Cell): string {
    return this.session.book.styles.get(cell.style).numberFormat;
  }
}
