import type { Outcome } from "../../outcome";
import type { BasisComparison } from "../../assessment/targets/basis";
import type { CellChange } from "../../validation/finding";

export type View = "return" | "check" | "plan";

/** What the pane is busy with, for the progress line and its Stop button. */
export interface Work {
  /** "Reading the workbook": shown while it runs. */
  readonly step: string;
  /** 0 to 1, or null where the length is not known. */
  readonly done: number | null;
  readonly canStop: boolean;
  /** True once a person has asked it to stop. */
  readonly stopping: boolean;
}

/** How the last piece of work ended, in plain words. */
export interface Message {
  readonly intent: "success" | "warning" | "error" | "info";
  readonly title: string;
  readonly text: string;
  /** True where the pane can undo what was done. */
  readonly canUndo?: boolean;
}

/** A mend that was made: what it is called, and the changes that undo it. */
interface Made {
  readonly label: string;
  readonly undo: readonly CellChange[];
}

export interface PaneState {
  readonly view: View;
  readonly work: Work | null;
  readonly outcome: Outcome | null;
  /** Targets that can be read on two bases, side by side. */
  readonly bases: readonly BasisComparison[];
  /** True where cells have changed since the outcome and it could not be brought up to date. */
  readonly stale: boolean;
  readonly message: Message | null;
  /** ISO date the person chose, or null for the workbook's own. */
  readonly asOf: string | null;
  /** Mends that can be undone, the last first. */
  readonly made: readonly Made[];
  /** Who explains, so that a name is typed once. */
  readonly who: string;
  /** Where the person was in the workbook before each "Go to", the last first. */
  readonly from: readonly string[];
  /** The cell of the return they are in, where it has a finding, and the finding's key. */
  readonly here: { readonly cell: string; readonly key: string } | null;
  /** The key of a finding to show, until it is shown. */
  readonly asked: string | null;
}

const initial: PaneState = {
  view: "return",
  work: null,
  outcome: null,
  bases: [],
  stale: false,
  message: null,
  asOf: null,
  made: [],
  who: "",
  from: [],
  here: null,
  asked: null,
};

let state = initial;
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
