import { choices } from "./choices";
import { store } from "./store";
import { loadJob } from "./work";

/**
 * After a first check, a person's edits to the return are checked quietly, with only the edited cells
 * read from Excel: no progress line, no message, and what has the focus keeps it. A co-author's edits
 * are checked in their own window (src/excel/host/events.ts); the next check here takes them in.
 */

/** Long enough that a person who types down a column is not checked at every cell. */
const pauseMilliseconds = 700;

let listening: Promise<() => Promise<void>> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
/** While one quiet check runs, the next waits for it. */
let isChecking = false;

/** Begins to listen, once. Without events the pane still checks whenever it is asked. */
export async function startLive(): Promise<void> {
  listening ??= loadJob().then((job) => job.onReturnChanged(checkSoon));
  await listening.catch(() => (listening = null));
}

export async function stopLive(): Promise<void> {
  clearTimeout(timer);
  const end = await listening?.catch(() => null);
  listening = null;
  await end?.();
}

function checkSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void checkQuietly(), pauseMilliseconds);
}

async function checkQuietly(): Promise<void> {
  const { work, outcome } = store.get();
  if (work || isChecking) return checkSoon();
  if (!outcome) return;
  isChecking = true;
  try {
    store.set({ ...(await (await loadJob()).readEdits(choices())), stale: false });
  } catch {
    store.set({ stale: true });
  } finally {
    isChecking = false;
  }
}
