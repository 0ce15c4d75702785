import { isNonEmpty } from "../../collections/non-empty";
import { isNoteLine, isRemark } from "../words/heading-words";
import { captionsIn } from "./captions";
import { contextPairs } from "./context-pairs";
import type { SheetGrid } from "./grid";
import type { BodyRow, Caption, RawTable } from "./raw-table";
import { isWithin, overlaps, type Run, type Segment } from "./run";
import { trackerRow } from "./segments";

/** A table that rows are still being added to. */
export class OpenTable {
  readonly body: BodyRow[] = [];
  private left: number;
  private right: number;
  private readonly isTracker: boolean;
  /** Columns under a heading that is no key's: where figures are expected. */
  private readonly valueColumns: readonly number[];
  /** What the header itself says: a caption below that says otherwise begins something new. */
  private readonly saysPeriod: boolean;
  private readonly saysOrganisation: boolean;

  /** @param headerRows top to bottom; empty for a form without headings. */
  constructor(
    private readonly grid: SheetGrid,
    private readonly headerRows: readonly number[],
    breadth: Segment,
    private readonly captions: readonly Caption[],
  ) {
    ({ left: this.left, right: this.right } = breadth);
    const columns = Array.from({ length: breadth.right - breadth.left + 1 }, (_, index) => breadth.left + index);
    const headings = headerRows.flatMap((row) =>
      columns.flatMap((column) => {
        const label = grid.label(row, column);
        return label === null ? [] : [{ column, label }];
      }),
    );
    const isCorner = ({ column, label: { metric, unit, period, total } }: (typeof headings)[number]) =>
      column === this.left && metric === null && unit === null && period === null && !total;
    const ofValues = headings.filter(
      (heading) => (heading.label.role === null && !isCorner(heading)) || heading.label.role === "value",
    );
    const bare = headings.filter(({ label }) => label.role === null);
    this.valueColumns = ofValues.map(({ column }) => column);
    this.saysPeriod = bare.some(({ label }) => label.period !== null);
    this.saysOrganisation = bare.some(({ label }) => label.organisation !== null);
    this.isTracker = trackerRow(grid, headerRows, breadth) !== null;
  }

  get isForm(): boolean {
    return this.headerRows.length === 0;
  }

  get breadth(): Segment {
    return { left: this.left, right: this.right };
  }

  /** The lowest row of the header; none in a form. */
  get leaf(): number | undefined {
    return this.headerRows.at(-1);
  }

  get values(): readonly number[] {
    return this.valueColumns;
  }

  covers(column: number): boolean {
    return isWithin(this.breadth, column);
  }

  overlaps(other: Segment): boolean {
    return overlaps(this.breadth, other);
  }

  widenTo({ left, right }: Segment): void {
    this.left = Math.min(this.left, left);
    this.right = Math.max(this.right, right);
  }

  /** The last row of data in which a figure stands, or -1. */
  lastRowOfFigures(): number {
    const holdsFigures = ({ kind, row }: BodyRow) =>
      kind === "data" &&
      this.grid.cells(row).some((column) => ["figure", "answer"].includes(this.grid.look(row, column)));
    return this.body.findLast(holdsFigures)?.row ?? -1;
  }

  /** The captions below the last row of data: they may belong to what comes next. */
  captionsAtEnd(): Caption[] {
    const last = this.body.findLastIndex(({ kind }) => kind === "data");
    return this.body.slice(last + 1).flatMap(({ captions }) => captions);
  }

  addData(row: number, totals = false): void {
    this.body.push({ row, kind: "data", captions: [], totals });
  }

  /**
   * Adds a row of its own columns.
   *
   * @param totals whether it is the totals row of an Excel table.
   * @returns false where the row shows that the table has ended.
   */
  take(run: Run, totals: boolean): boolean {
    if (!this.isCaption(run)) {
      this.addData(run.row, totals);
      return true;
    }
    if (this.saysOtherwise(run)) return false;
    this.body.push({ row: run.row, kind: "section", captions: captionsIn(this.grid, run), totals: false });
    return true;
  }

  /** Pairs of a heading word and what it says, or one cell of text: a section's heading, unless it stands under a heading of figures. */
  private isCaption(run: Run): boolean {
    if (contextPairs(this.grid, run).length > 0) return true;
    const [column] = run.columns;
    const look = this.grid.look(run.row, column);
    if (run.columns.length > 1 || look === "figure" || look === "answer") return false;
    if (this.isForm || !this.valueColumns.includes(column)) return true;
    return column === this.left && look !== "year";
  }

  private saysOtherwise(run: Run): boolean {
    return run.columns.some((column) => {
      const label = this.grid.label(run.row, column);
      if (!label || isNoteLine(label.text) || isRemark(label.text)) return false;
      const isPeriod = this.saysPeriod && label.period?.kind === "period";
      return isPeriod || (this.saysOrganisation && label.organisation !== null);
    });
  }

  /** The table as found; null where no row of data came. */
  finished(): RawTable | null {
    const dataRows = this.body.filter(({ kind }) => kind === "data").map(({ row }) => row);
    if (!isNonEmpty(dataRows)) return null;
    const { grid, headerRows, left, right, body, captions, isTracker: tracker } = this;
    const top = headerRows[0] ?? body[0]?.row ?? dataRows[0];
    return { grid, headerRows, top, left, right, body, dataRows, captions, tracker };
  }
}
