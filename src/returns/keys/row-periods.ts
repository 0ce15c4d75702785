import { hintsOf, mayBeSettled, range, settleReadings, type PeriodReading } from "../../plan/time/periods";
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

  private readonly span: SpanColumns;

  constructor(private readonly cells: RowCells) {
    this.span = spanColumns(cells.of("period"));
    const { start, end } = this.span;
    for (const column of cells.of("period"))
      if (end === null || (column !== start && column !== end)) this.settleColumn(column);
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
    const { start, end } = this.span;
    const spanned = start === null || end === null ? [] : [start, end];
    const inCells = this.cells
      .of("period")
      .flatMap((column) => (spanned.includes(column) ? [] : this.inCell(row, column)));
    const inSpan = start === null || end === null ? [] : spanOf(this.inCell(row, start), this.inCell(row, end));
    const inLabels = labels.flatMap(({ period }) => (period && period.kind !== "none" ? period : []));
    return [...inSpan, ...inCells, ...inLabels];
  }

  private inCell(row: number, { column, text }: Column): PeriodReading[] {
    const from = this.cells.filledRow(row, column);
    if (from === null) return [];
    const { grid } = this.cells.table;
    const label = grid.label(from, column);
    const reading = this.settled.get(cellKey(from, column)) ?? label?.period;
    // A period's cell is read whole: "P13 2024/25" is not the year that stands in it.
    const isWhole = label === null || label.name === "" || label.period?.kind !== "period";
    return reading && reading.kind !== "none" && isWhole
      ? [reading]
      : [unreadPeriod(grid.text(from, column), text) ?? []].flat();
  }
}

/** The two columns, if a table has them, between whose days a row's figures lie. */
interface SpanColumns {
  readonly start: Column | null;
  readonly end: Column | null;
}

function spanColumns(columns: readonly Column[]): SpanColumns {
  const isEnd = ({ text }: Column) => /\b(?:ends?|ended|ending|to|until|last day)\b/i.test(text);
  const isStart = (column: Column) =>
    !isEnd(column) && /\b(?:starts?|started|starting|from|begin\w*|commenc\w*|first day)\b/i.test(column.text);
  const start = columns.find(isStart) ?? null;
  return { start, end: start === null ? null : (columns.find(isEnd) ?? null) };
}

/** The period from the start of one to the end of the other; what is no period in either, or one that ends before it starts, is asked about. */
function spanOf([start]: readonly PeriodReading[], [end]: readonly PeriodReading[]): PeriodReading[] {
  if (start?.kind !== "period" || end?.kind !== "period") return [start, end].filter((each) => each !== undefined);
  const [first, last] = [start.period.first, end.period.last];
  if (first <= last) return [{ kind: "period", period: range(first, last), text: `${start.text} to ${end.text}` }];
  const reason = `Its period ends on ${last}, before it starts on ${first}: put the two the right way round.`;
  return [{ kind: "ambiguous", readings: [], text: `${start.text} to ${end.text}`, reason }];
}

/** What stands in a column of periods and is none ("4" under "Month") is never passed over for the title's year; null for a total or no word at all. */
function unreadPeriod(text: string, heading: string): PeriodReading | null {
  const folded = fold(text);
  if (text === "" || emptyWord(text, folded) !== null || isTotalHeading(folded, "")) return null;
  if (/^(annual|annually|yearly|year|full year|all year|whole year)$/.test(folded)) return null;
  const financeMonth = /^p ?0?(\d{1,2})$/i.exec(text)?.[1];
  if (financeMonth !== undefined && Number(financeMonth) <= 12)
    return {
      kind: "ambiguous",
      readings: [],
      text: `M${financeMonth}`,
      reason: `“${text}” under “${heading}” has no year.`,
    };
  if (/^[1-4]$/.test(text) && /\b(quarter|qtr)\b/i.test(heading))
    return { kind: "ambiguous", readings: [], text: `Q${text}`, reason: `“${text}” under “${heading}” has no year.` };
  const reason = `“${text}” under “${heading}” is no period that can be read: write it in full, such as 2016/17, 2016/17 Q3 or Dec 2016.`;
  return { kind: "ambiguous", readings: [], text, reason };
}
