import type { Choices, Outcome } from "../../outcome";
import type { Pack } from "../../plan/schema";
import { outcomeOf } from "../../road";
import type { Snapshot } from "../../snapshot/snapshot";
import { CheckFailed, CheckLine } from "./check-line";
import type { Port } from "./messages";

type Checker = (snapshot: Snapshot, pack: Pack, choices: Choices) => Promise<Outcome>;

/**
 * A check that runs in a worker, so that the pane's own thread stays free for the person; from the moment
 * the worker turns out not to run (a host or a policy forbids it), on the pane's thread.
 *
 * @param openWorker starts the worker, when it is first needed.
 */
export function checkerIn(openWorker: () => Promise<Port>): Checker {
  let line: Promise<CheckLine> | null = null;
  let runsHere = false;
  return async (snapshot, pack, choices) => {
    if (!runsHere) {
      try {
        line ??= openWorker().then((port) => new CheckLine(port));
        return await (await line).check(snapshot, pack, choices);
      } catch (error) {
        if (error instanceof CheckFailed) throw error;
        runsHere = true;
      }
    }
    return outcomeOf(snapshot, pack, choices);
  };
}
