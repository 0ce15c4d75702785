import type { CellsEdited } from "../../excel/host/events";
import type { Trail } from "../../road";

/**
 * What the pane knows of the workbook, and what has been edited since it was read. Readings wait for
 * one another, so that each goes on from the one before it; one that fails leaves nothing known.
 */
export class Known {
  #trail: Trail | null = null;
  #edits: CellsEdited[] = [];
  #isTold = false;
  /** Counts what an ongoing reading may have missed. */
  #missed = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** Whether edits are told from now on: what is read while they are not may be old at once. */
  telling(isTold: boolean): void {
    this.#isTold = isTold;
    this.outdated();
  }

  edited(cells: CellsEdited): void {
    this.#edits.push(cells);
  }

  /** More may have changed than was told: the next reading takes in everything. */
  outdated(): void {
    this.#trail = null;
    this.#missed += 1;
  }

  /** A reading of everything. */
  anew(read: () => Promise<Trail>): Promise<Trail> {
    return this.#inTurn(() => this.#keep(read));
  }

  /** A reading of what was edited, these cells among it; of everything (`before` is null) where that is not known. */
  onward(
    also: readonly CellsEdited[],
    read: (before: Trail | null, edited: readonly CellsEdited[]) => Promise<Trail>,
  ): Promise<Trail> {
    return this.#inTurn(() => {
      const [before, edited] = [this.#trail, [...this.#edits, ...also]];
      return this.#keep(() => read(before, edited));
    });
  }

  /** Work after which everything is to be read again. */
  forgetting<T>(work: () => Promise<T>): Promise<T> {
    return this.#inTurn(() => work().finally(() => this.outdated()));
  }

  /** What is told while it reads may be in the reading or not, and so is read the next time too. */
  async #keep(read: () => Promise<Trail>): Promise<Trail> {
    const [isTold, missed] = [this.#isTold, this.#missed];
    this.#edits = [];
    this.#trail = null;
    const trail = await read();
    if (isTold && missed === this.#missed) this.#trail = trail;
    return trail;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
