import type { Outcome } from "../outcome";
import type { CellChange, Finding, Mend } from "../validation/finding";

export type View = "return" | "check" | "plan";

/** What the pane is busy with, for the progress line and its Cancel button. */
export interface Work {
  /** "Reading the workbook": shown while it runs. */
  readonly step: string;
  /** 0 to 1, or null where the length is not known. */
  readonly done: number | null;
}

export interface Message {
  readonly intent: "success" | "warning" | "error" | "info";
  readonly title: string;
  readonly text: string;
}

export interface PaneState {
  readonly view: View;
  readonly work: Work | null;
  readonly outcome: Outcome | null;
  readonly message: Message | null;
  /** ISO date the person chose, or null for the workbook's own. */
  readonly asOf: string | null;
  /** The changes of the last mend, newest first, so that they can be undone. */
  readonly undo: readonly { readonly label: string; readonly changes: readonly CellChange[] }[];
}

const initial: PaneState = { view: "return", work: null, outcome: null, message: null, asOf: null, undo: [] };

let state = initial;
let cancelAsked = false;
const listeners = new Set<() => void>();

/** One store for the pane and the ribbon's commands: they share one runtime, so a command's outcome is seen in the pane. */
export const store = {
  get: (): PaneState => state,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  set(change: Partial<PaneState>): void {
    state = { ...state, ...change };
    listeners.forEach((listener) => listener());
  },
  reset(): void {
    store.set(initial);
  },
};

/** The Excel side of the pane is loaded when first needed, so that the pane itself is there at once. */
const loadJob = () => import("./job");
type Job = Awaited<ReturnType<typeof loadJob>>;

export function cancel(): void {
  cancelAsked = true;
}

/** Runs one piece of work at a time; its outcome or its failure ends as a message in plain words. */
async function run(step: string, work: (job: Job) => Promise<Partial<PaneState>>): Promise<boolean> {
  if (state.work) return false;
  cancelAsked = false;
  store.set({ work: { step, done: null }, message: null });
  try {
    const change = await work(await loadJob());
    store.set({ ...change, work: null });
    return true;
  } catch (error) {
    store.set({ work: null, message: failure(error) });
    return false;
  }
}

function failure(error: unknown): Message {
  if (error instanceof Error && error.name === "Cancelled") {
    return { intent: "info", title: "Stopped", text: "Nothing of yours was changed. You can start again at any time." };
  }
  return { intent: "error", title: "That did not work", text: error instanceof Error ? error.message : String(error) };
}

const watch = {
  progress: (step: string, done: number | null = null) => store.set({ work: { step, done } }),
  cancelled: () => cancelAsked,
};

const today = () => new Date().toISOString().slice(0, 10);
const choices = () => ({ asOf: state.asOf, today: today(), period: null, organisations: [] });

/** Reads and checks the workbook. @returns whether it was done. */
export function readReturn(): Promise<boolean> {
  return run("Reading the workbook", async (job) => ({ outcome: await job.readReturn(choices(), watch) }));
}

/** Writes the board report to its own sheets. @returns whether it was done. */
export function makeReport(): Promise<boolean> {
  return run("Making the board report", async (job) => {
    const { outcome, sheetsWritten } = await job.makeReport(choices(), watch);
    const text = `${sheetsWritten.join(", ")}. Your own sheets are as they were.`;
    return { outcome, message: { intent: "success", title: "Board report made", text } };
  });
}

export function goTo(cell: string): Promise<boolean> {
  return run("Going to the cell", async (job) => {
    await job.goTo(cell);
    return {};
  });
}

/** Applies a mend to its cells alone, then checks again. */
export function applyMend(finding: Finding, mend: Mend): Promise<boolean> {
  return run("Mending", async (job) => {
    await job.change(mend.changes);
    const outcome = await job.readReturn(choices(), watch);
    const text = `${finding.cells[0] ?? ""}: ${mend.label}.`;
    return {
      outcome,
      undo: [{ label: text, changes: mend.changes }, ...state.undo],
      message: { intent: "success", title: "Mended", text },
    };
  });
}

/** Puts back what the last mend changed, then checks again. */
export function undoMend(): Promise<boolean> {
  const [last, ...rest] = state.undo;
  if (!last) return Promise.resolve(false);
  return run("Putting it back", async (job) => {
    await job.change(last.changes.map((each) => ({ ...each, before: each.after, after: each.before })));
    const outcome = await job.readReturn(choices(), watch);
    return { outcome, undo: rest, message: { intent: "info", title: "Put back", text: last.label } };
  });
}

/** Keeps a person's explanation of a finding with the workbook, then checks again. */
export function explain(finding: Finding, who: string, text: string): Promise<boolean> {
  return run("Keeping the explanation", async (job) => {
    await job.explain({ key: finding.key, who, when: today(), text, figure: finding.figure });
    return { outcome: await job.readReturn(choices(), watch) };
  });
}
