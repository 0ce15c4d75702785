import { PlainError } from "../../errors/plain-error";
import { NothingFound } from "../../outcome";
import { store, type Message, type PaneState } from "./store";

/** The Excel side of the pane is loaded when first needed, so that the pane itself is there at once. */
export const loadJob = () => import("./job");
export type Job = Awaited<ReturnType<typeof loadJob>>;

export interface Course {
  /** "Reading the workbook" */
  readonly step: string;
  /** What to know after a stop, beside what was changed; work without it cannot be stopped. */
  readonly afterStop?: string;
}

let stopAsked = false;

/** Asks the work under way to stop before its next request to Excel. */
export function stop(): void {
  const { work } = store.get();
  if (!work?.canStop) return;
  stopAsked = true;
  store.set({ work: { ...work, stopping: true } });
}

/** Follows the work for the person at the screen, and stops it when asked. */
export const watch = {
  progress: (step: string, done: number): void => {
    const { work } = store.get();
    if (work) store.set({ work: { ...work, step, done } });
  },
  cancelled: (): boolean => stopAsked,
};

/**
 * Runs one piece of work at a time; its outcome, or its failure in plain words, ends in the store.
 *
 * @returns whether it was done; false too where other work was under way.
 */
export async function run(course: Course, work: (job: Job) => Promise<Partial<PaneState>>): Promise<boolean> {
  if (store.get().work) return false;
  const canStop = course.afterStop !== undefined;
  stopAsked = false;
  store.set({ work: { step: course.step, done: null, canStop, stopping: false }, message: null });
  try {
    const change = await work(await loadJob());
    store.set({ ...change, work: null });
    return true;
  } catch (error) {
    store.set({ work: null, message: failure(error, course.afterStop) });
    return false;
  }
}

/** Resolves once no work is under way: a ribbon button may be pressed while the pane still reads. */
export function idle(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (store.get().work) return;
      leave();
      resolve();
    };
    const leave = store.subscribe(look);
    look();
  });
}

/** A change was written, but what came after it failed: the person must know of both. */
export class HalfDone extends PlainError {
  override readonly name = "HalfDone";
}

function failure(error: unknown, afterStop = ""): Message {
  if (!(error instanceof Error)) return unexpected(String(error));
  if ("code" in error && error.code === "Cancelled") {
    return { intent: "info", title: "Stopped", text: `${error.message.replace(/^Stopped\.\s*/, "")} ${afterStop}` };
  }
  if (error instanceof NothingFound) return { intent: "warning", title: "Nothing to report", text: error.message };
  if (error.name === "ChunkLoadError") return { intent: "error", title: "That did not work", text: notLoaded };
  if (error instanceof PlainError)
    return { intent: "error", title: "That did not work", text: error.message, canUndo: "undo" in error };
  return unexpected(error.message);
}

const notLoaded = "A part of the add-in could not be fetched. Check the network, then try again.";

/** The sentence of a failure, to be put inside another. */
export const sentenceOf = (error: unknown): string => failure(error).text;

function unexpected(what: string): Message {
  const text = `Something happened that was not expected: ${what} Try again; if it comes back, pass this sentence on to whoever looks after the add-in.`;
  return { intent: "error", title: "That did not work", text };
}
