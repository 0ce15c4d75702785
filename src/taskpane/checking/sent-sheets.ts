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
    const atOnce = Math.max(1, Math.floor(mostCells / (values[0]?.length ?? 1)));
    for (let from = 0; from < values.length; from += atOnce) {
      const rows = <T>(all: readonly T[]) => all.slice(from, from + atOnce);
      yield {
        kind: "rows",
        sheet,
        rows: { values: rows(values), formulas: rows(formulas), numberFormats: rows(numberFormats) },
      };
    }
  }
}
