import { hintsOf, mayBeSettled, settleReadings, type PeriodReading } from "../../plan/time/periods";
import { cellKey } from "../../snapshot/addresses";
import { emptyWord, isTotalHeading } from "../words/heading-words";
import type { Label } from "../words/labels";
import { fold } from "../words/text";
import type { Column } from "./columns";
import type { RowCells } from "./row-cells";

/** The periods that the rows of a table name, in columns of periods and in their headings. */
export class RowPeriods {
  /** Readings of ambiguous cells that their column settles, by `cellKey`. */
  private readonly settled = new Map<number, PeriodReading>();

  constructor(private readonly cells: RowCells) {
    for (const column of cells.of("period")) this.settleColumn(column);
  }

  /** Settles ambiguous periods and days of one column by its heading and by the other periods in it. */
  private settleColumn({ column, text }: Column): void {
    const { grid, captions, dataRows } = this.cells.table;
    const rows = dataRows.filter((row) => !grid.blank(row, column));
    const read = rows.map((row): PeriodReading => grid.label(row, column)?.period ?? { kind: "none" });
    if (!read.some(mayBeSettled)) return;
    const hints = hintsOf(
      [text],
      captions.map((caption) => caption.text),
    );
    const settled = settleReadings(read, hints);
    for (const [index, row] of rows.entries()) {
      const reading = settled[index];
      if (reading !== undefined) this.settled.set(cellKey(row, column), reading);
    }
  }

  of(row: number, labels: readonly Label[]): PeriodReading[] {
    const inCells = this.cells.of("period").flatMap(({ column, text }) => {
      const from = this.cells.filledRow(row, column);
      if (from === null) return [];
      const { grid } = this.cells.table;
      const reading = this.settled.get(cellKey(from, column)) ?? grid.label(from, column)?.period;
      return reading && reading.kind !== "none" ? reading : (unreadPeriod(grid.text(from, column), text) ?? []);
    });
    const inLabels = labels.flatMap(({ period }) => (period && period.kind !== "none" ? period : []));
    return [...inCells, ...inLabels];
  }
}

/** What stands in a column of periods and is none ("4" under "Month") is never passed over for the title's year; null for a total or no word at all. */
function unreadPeriod(text: string, heading: string): PeriodReading | null {
  const folded = fold(text);
  if (text === "" || emptyWord(text, folded) !== null || isTotalHeading(folded, "")) return null;
  if (/^(annual|annually|yearly|year|full year|all year|whole year)$/.test(folded)) return null;
  if (/^[1-4]$/.test(text) && /\b(quarter|qtr)\b/i.test(heading))
    return { kind: "ambiguous", readings: [], text: `Q${text}`, reason: `“${text}” under “${heading}” has no year.` };
  const reason = `“${text}” under “${heading}” is no period that can be read: write it in full, such as 2016/17, 2016/17 Q3 or Dec 2016.`;
  return { kind: "ambiguous", readings: [], text, reason };
}
