import type { Choices, Outcome } from "../../outcome";
import type { Pack } from "../../plan/schema";
import type { Snapshot } from "../../snapshot/snapshot";
import type { CheckAnswer, CheckMessage, Port } from "./messages";
import { SentSheets } from "./sent-sheets";

/** The check itself ended in an error, as it would have on the pane's own thread. */
export class CheckFailed extends Error {
  override readonly name = "CheckFailed";
}

/** Who waits for the worker's answer. */
interface Waiting {
  readonly resolve: (answer: CheckAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** The pane's side of the line to the worker that checks: one workbook at a time goes out, and its outcome comes back. */
export class CheckLine {
  readonly #sent = new SentSheets();
  #pack: Pack | null = null;
  #waiting: Waiting | null = null;
  #isBroken = false;
  #lastCheck: Promise<unknown> = Promise.resolve();

  constructor(private readonly port: Port) {
    port.addEventListener("message", ({ data }) => this.#waiting?.resolve(data as CheckAnswer));
    port.addEventListener("error", () => {
      this.#isBroken = true;
      this.#waiting?.reject(broken());
    });
  }

  /**
   * What `outcomeOf` gives, worked out in the worker; checks asked for meanwhile wait.
   *
   * @throws {CheckFailed} where the check fails; any other error says that the worker does not run.
   */
  check(snapshot: Snapshot, pack: Pack, choices: Choices): Promise<Outcome> {
    const turn = this.#lastCheck.then(() => this.#checkNow(snapshot, pack, choices));
    this.#lastCheck = turn.catch(() => undefined);
    return turn;
  }

  async #checkNow(snapshot: Snapshot, pack: Pack, choices: Choices): Promise<Outcome> {
    if (pack !== this.#pack) this.#post({ kind: "plan", pack });
    this.#pack = pack;
    const { messages, sheets } = this.#sent.bringUpTo(snapshot);
    for (const message of messages) {
      this.#post(message);
      await nextTask();
    }
    const { sheets: _, ...workbook } = snapshot;
    const answer = await this.#answerTo({ kind: "check", workbook, sheets, choices });
    if (answer.kind === "failed") throw new CheckFailed(answer.message);
    return { ...answer.outcome, pack, snapshot };
  }

  #answerTo(order: CheckMessage): Promise<CheckAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#isBroken) throw broken();
      this.#waiting = { resolve, reject };
      this.#post(order);
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
