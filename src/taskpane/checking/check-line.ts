import type { Choices, Outcome } from "../../outcome";
import type { Pack } from "../../plan/schema";
import type { Snapshot } from "../../snapshot/snapshot";
import type { CheckAnswer, CheckMessage, Port } from "./messages";
import { SentSheets } from "./sent-sheets";

/** The check itself ended in an error, as it would have on the pane's own thread. */
export class CheckFailed extends Error {
  override readonly name = "CheckFailed";
}

/** Who waits for an answer. */
interface Waiting {
  readonly resolve: (answer: CheckAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** The pane's side of the line to the worker that checks: orders out, answers back. */
export class CheckLine {
  readonly #sent = new SentSheets();
  readonly #waiting = new Map<number, Waiting>();
  #pack: Pack | null = null;
  #orders = 0;
  #isBroken = false;
  /** Workbooks go out one after another, so that the sheets of no two are mixed. */
  #lastSending: Promise<unknown> = Promise.resolve();

  constructor(private readonly port: Port) {
    port.addEventListener("message", ({ data }) => {
      const answer = data as CheckAnswer;
      this.#waiting.get(answer.id)?.resolve(answer);
      this.#waiting.delete(answer.id);
    });
    port.addEventListener("error", () => {
      this.#isBroken = true;
      this.#waiting.forEach(({ reject }) => reject(broken()));
      this.#waiting.clear();
    });
  }

  /**
   * What `outcomeOf` gives, worked out in the worker.
   *
   * @throws {CheckFailed} where the check fails; any other error says that the worker does not run.
   */
  async check(snapshot: Snapshot, pack: Pack, choices: Choices): Promise<Outcome> {
    const sending = this.#lastSending.then(() => this.#send(snapshot, pack));
    this.#lastSending = sending.catch(() => undefined);
    const { sheets: _, ...workbook } = snapshot;
    const answer = await this.#order({ workbook, sheets: await sending, choices });
    if (answer.kind === "failed") throw new CheckFailed(answer.message);
    return { ...answer.outcome, pack, snapshot };
  }

  /** Sends what the worker does not hold yet. @returns the workbook's sheets by number. */
  async #send(snapshot: Snapshot, pack: Pack): Promise<readonly number[]> {
    const { messages, sheets } = this.#sent.bringUpTo(snapshot);
    if (pack !== this.#pack) this.#post({ kind: "plan", pack });
    this.#pack = pack;
    for (const message of messages) {
      this.#post(message);
      await nextTask();
    }
    return sheets;
  }

  #order(order: Omit<Extract<CheckMessage, { kind: "check" }>, "kind" | "id">): Promise<CheckAnswer> {
    const id = this.#orders++;
    return new Promise((resolve, reject) => {
      if (this.#isBroken) throw broken();
      this.#waiting.set(id, { resolve, reject });
      this.#post({ kind: "check", id, ...order });
    });
  }

  #post(message: CheckMessage): void {
    this.port.postMessage(message);
  }
}

function broken(): Error {
  return new Error("The worker that checks does not run.");
}

/** Lets whatever else waits on this thread have its turn. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
