import type { SheetSnapshot, Snapshot } from "../../snapshot/snapshot";
import type { CheckMessage } from "./messages";

/** Cells in one message: copying them out takes a few milliseconds, so the pane stays free between two. */
const mostCells = 20_000;

/** The sheets that the worker holds, each under the number it was sent with. */
export class SentSheets {
  #numbers = new Map<SheetSnapshot, number>();
  #next = 0;

  /**
   * The messages that bring the worker's sheets up to a workbook. A sheet that was sent before, the very same
   * object, is not sent again: an edit sends the sheets it changed.
   *
   * @returns the messages, and the workbook's sheets by number.
   */
  bringUpTo({ sheets }: Snapshot): { messages: Iterable<CheckMessage>; sheets: readonly number[] } {
    const before = this.#numbers;
    this.#numbers = new Map(sheets.map((sheet) => [sheet, before.get(sheet) ?? this.#next++]));
    const unsent = [...this.#numbers].filter(([sheet]) => !before.has(sheet));
    return { messages: portionsOf(unsent), sheets: [...this.#numbers.values()] };
  }
}

function* portionsOf(sheets: readonly (readonly [SheetSnapshot, number])[]): Generator<CheckMessage> {
  for (const [{ values, formulas, numberFormats, ...frame }, sheet] of sheets) {
    yield { kind: "sheet", sheet, frame };
    for (const [from, to] of portions(values)) {
      const rows = <T>(all: readonly T[]) => all.slice(from, to);
      yield {
        kind: "rows",
        sheet,
        rows: { values: rows(values), formulas: rows(formulas), numberFormats: rows(numberFormats) },
      };
    }
  }
}

/** Rows that go into one message each, from one to before another. A row without cells counts for one. */
function* portions(rows: readonly (readonly unknown[])[]): Generator<[number, number]> {
  let [from, cells] = [0, 0];
  for (const [at, row] of rows.entries()) {
    cells += Math.max(1, row.length);
    if (cells < mostCells && at < rows.length - 1) continue;
    yield [from, at + 1];
    [from, cells] = [at + 1, 0];
  }
}
