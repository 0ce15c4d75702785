import { plural } from "../../plan/wording";
import { changedWords } from "../../report/words/change-words";
import type { Outcome } from "../../outcome";
import type { MappingRow } from "../../returns/observation";
import type { CellChange, Finding, Mend } from "../../validation/finding";
import { choices, today } from "./choices";
import { startFollowing } from "./here";
import { startLive } from "./live";
import { store, type PaneState } from "./store";
import { HalfDone, loadJob, run, sentenceOf, watch, type Job } from "./work";

/** Everything the pane and the ribbon can ask for. Each answers whether it was done; why not is a message in the pane. */

/** Reads and checks the workbook, and from then on follows what is changed in it. */
export async function checkReturn(): Promise<boolean> {
  const afterStop = "What is shown here is from before.";
  const done = await run({ step: "Reading the workbook", afterStop }, async (job) => {
    // Edits made while it reads are to be heard of.
    await startLive();
    return { ...(await job.readAll(choices(), watch)), stale: false };
  });
  if (done) void startFollowing();
  return done;
}

/** From the first check on, the pane follows what a person changes and where they go. */
function follow(): void {
  void startLive();
  void startFollowing();
}

/** Judges everything as of another day; null for the workbook's own. */
export function judgeAsOf(asOf: string | null): Promise<boolean> {
  store.set({ asOf });
  return checkReturn();
}

/** Writes the board report to its own sheets, and ends on its first page. */
export async function makeBoardReport(): Promise<boolean> {
  const afterStop = "Make the report again when ready.";
  const done = await run({ step: "Making the board report", afterStop }, async (job) => {
    const { outcome, bases, sheetsWritten } = await job.writeBoardReport(choices(), watch);
    const text = `${plural(sheetsWritten.length, "sheet")} written, beginning with ${sheetsWritten.slice(0, 2).join(" and ")}. Your own sheets are as they were.`;
    return { outcome, bases, stale: false, message: { intent: "success", title: "Board report made", text } };
  });
  if (done) follow();
  return done;
}

/** How many places a person can go back through. */
const placesKept = 20;

/** Brings a cell to the front, and keeps the way back. */
export function goTo(cell: string): Promise<boolean> {
  return run({ step: `Going to ${cell}` }, async (job) => {
    const left = await job.goTo(cell);
    const { from } = store.get();
    const isNew = left !== null && left !== cell && left !== from[0];
    return isNew ? { from: [left, ...from].slice(0, placesKept) } : {};
  });
}

/** Back to where the person was before the last "Go to"; a place that is gone is passed over. */
export function goBack(): Promise<boolean> {
  const [place, ...from] = store.get().from;
  if (place === undefined) return Promise.resolve(false);
  store.set({ from });
  return run({ step: `Going back to ${place}` }, async (job) => {
    await job.goTo(place);
    return {};
  });
}

/** Shows a finding in the pane, with the focus on it: a person has asked. */
export function showFinding(key: string): void {
  store.set({ view: "check", asked: key });
}

/** Applies one mend to its cells alone, then checks again. */
export function applyMend(finding: Finding, mend: Mend): Promise<boolean> {
  const [first, ...others] = mend.changes;
  const label =
    first && others.length === 0 ? changedWords(first) : `${finding.cells[0] ?? "The workbook"}: ${mend.label}`;
  return write("Mended", label, mend.changes);
}

/** Applies all mends of a kind, whose cells have been shown, then checks again. */
export function applyMends(changes: readonly CellChange[]): Promise<boolean> {
  return write("Mended", `${plural(changes.length, "cell")} of one kind`, changes);
}

function write(title: string, label: string, changes: readonly CellChange[]): Promise<boolean> {
  return run({ step: "Mending" }, async (job) => {
    const keepUndo = (undo: readonly CellChange[]) =>
      store.set({ made: [{ label, undo }, ...store.get().made], stale: true });
    try {
      keepUndo(await job.change(changes));
    } catch (error) {
      if (error instanceof job.MendUnsettled) keepUndo(error.undo);
      throw error;
    }
    const message = { intent: "success", title, text: `${label}.`, canUndo: true } as const;
    return { ...(await checkAfter(job, `${label}: this was written.`, changes)), message };
  });
}

/** Puts back what the last mend changed, then checks again. */
export function undoMend(): Promise<boolean> {
  const [last, ...rest] = store.get().made;
  if (!last) return Promise.resolve(false);
  return run({ step: "Putting it back" }, async (job) => {
    try {
      await job.change(last.undo);
    } catch (error) {
      // What cannot be put back must not stand before what can.
      if (error instanceof Error && "code" in error && error.code === "CellChanged") store.set({ made: rest });
      throw error;
    }
    store.set({ made: rest, stale: true });
    const message = { intent: "info", title: "Put back", text: `${last.label}: undone.` } as const;
    return { ...(await checkAfter(job, "It was put back.", last.undo)), message };
  });
}

/** Keeps a person's explanation of a finding with the workbook, then checks again. */
export function explain(finding: Finding, who: string, text: string): Promise<boolean> {
  return run({ step: "Keeping the explanation" }, async (job) => {
    await job.explain({ key: finding.key, who, when: today(), text, figure: finding.figure });
    store.set({ who, stale: true });
    const said = `It stands on the sheet ${job.explanationsTitle}, beside what it explains.`;
    const message = { intent: "success", title: "Explanation kept", text: said } as const;
    return { ...(await checkAfter(job, "The explanation was kept.")), message };
  });
}

/** Keeps what a person says a line of figures is, then reads the workbook again. */
export function sayWhatItIs(said: MappingRow): Promise<boolean> {
  return run({ step: "Keeping what it is" }, async (job) => {
    const { outcome } = store.get();
    if (!outcome) return {};
    await job.sayWhatItIs({ ...said, when: today() }, outcome);
    store.set({ stale: true, ...(said.who && { who: said.who }) });
    const text = `It stands on the sheet ${job.mappingTitle}, where it can be changed. The next check goes by it.`;
    const message = { intent: "success", title: "Kept", text } as const;
    return { ...(await checkAfter(job, "What you said was kept.")), message };
  });
}

/** What a line of figures would be read as, as one sentence; nothing is kept. */
export async function wouldRead(outcome: Outcome, said: MappingRow): Promise<string> {
  return (await loadJob()).wouldRead(outcome, said, choices());
}

/** Once something is written, a check that fails must not hide that it was. */
async function checkAfter(job: Job, done: string, changes: readonly CellChange[] = []): Promise<Partial<PaneState>> {
  try {
    return { ...(await job.readEdits(choices(), changes)), stale: false };
  } catch (error) {
    throw new HalfDone(`${done} The check after it did not work: ${sentenceOf(error)}`);
  }
}
