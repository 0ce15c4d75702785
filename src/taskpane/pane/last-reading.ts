import type { CellsEdited } from "../../excel/host/events";
import type { Outcome } from "../../outcome";
import type { Snapshot } from "../../snapshot/snapshot";

/**
 * The workbook as the pane last read it, and the cells edited since: what the next reading needs, to
 * ask Excel for the edited cells alone. Readings run one after another, each going on from the one
 * before it; after one that fails, the next reads everything.
 */
export class LastReading {
  #snapshot: Snapshot | null = null;
  #edits: CellsEdited[] = [];
  #hearsEdits = false;
  /** Counts changes that no list of cells describes: a reading during which it rises is not kept. */
  #unlisted = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** Whether Excel reports edits from now on: what is read while it does not may be out of date at once. */
  hearEdits(hears: boolean): void {
    this.#hearsEdits = hears;
    this.forget();
  }

  addEdit(cells: CellsEdited): void {
    this.#edits.push(cells);
  }

  /** The next reading takes in everything: more may have changed than the cells reported. */
  forget(): void {
    this.#snapshot = null;
    this.#unlisted += 1;
  }

  /** Reads everything. */
  readAll(read: () => Promise<Outcome>): Promise<Outcome> {
    return this.#inTurn(() => this.#keep(read));
  }

  /**
   * Reads the cells edited since the last reading, and `also`.
   *
   * @param read given the workbook as last read, or null where everything is to be read.
   */
  readEdits(
    also: readonly CellsEdited[],
    read: (before: Snapshot | null, edited: readonly CellsEdited[]) => Promise<Outcome>,
  ): Promise<Outcome> {
    return this.#inTurn(() => {
      const [before, edited] = [this.#snapshot, [...this.#edits, ...also]];
      return this.#keep(() => read(before, edited));
    });
  }

  /** Does work that changes the workbook, after which everything is to be read again. */
  writing<T>(work: () => Promise<T>): Promise<T> {
    return this.#inTurn(() => work().finally(() => this.forget()));
  }

  /** Edits reported during a reading may be in it or not, so they stay listed for the next. */
  async #keep(read: () => Promise<Outcome>): Promise<Outcome> {
    const [hearsEdits, unlisted] = [this.#hearsEdits, this.#unlisted];
    this.#edits = [];
    this.#snapshot = null;
    const outcome = await read();
    if (hearsEdits && unlisted === this.#unlisted) this.#snapshot = outcome.snapshot;
    return outcome;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
