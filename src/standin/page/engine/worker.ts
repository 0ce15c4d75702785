/** The engine in a worker: calls in, answers, events and what changed out. Big workbooks leave the page free. */
import type { EngineCall, EngineMessage } from "./protocol";
import { Engine } from "./engine";

/** The page is told of changes at most this often, in milliseconds, so that a busy add-in is not slowed. */
const pause = 60;

const post = (message: EngineMessage): void => self.postMessage(message);

let due = false;

function changed(): void {
  if (due) return;
  due = true;
  setTimeout(() => {
    due = false;
    void engine.update().then((update) => {
      if (update.sheets.length > 0 || update.active || update.styles.length > 0 || moved(update.order)) {
        post({ kind: "update", update });
      }
    });
  }, pause);
}

let order = "";
function moved(now: readonly string[]): boolean {
  const before = order;
  order = now.join();
  return before !== order;
}

const engine = new Engine((entries) => post({ kind: "events", entries }), changed);

self.onmessage = async ({ data }: MessageEvent<EngineCall>) => {
  try {
    const call = engine[data.name] as (...args: unknown[]) => Promise<unknown>;
    post({ kind: "answer", id: data.id, value: await call.apply(engine, data.args) });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    post({ kind: "failure", id: data.id, name, message });
  }
};
