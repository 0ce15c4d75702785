import { PlainError } from "../../src/errors/plain-error";
import { makeReport, readReturn } from "../../src/excel/job";
import { keepExplanation } from "../../src/excel/state";
import { NothingFound } from "../../src/outcome";
import { llrPack } from "../../src/plan/llr";
import type { Snapshot } from "../../src/snapshot/snapshot";
import { openExcel, type OpenedExcel } from "../../src/standin";
import { openBook } from "../../src/workbook-file/open";
import { formulasFromData, partsChanged } from "./kept";
import { whyNotPlain } from "./plainness";
import { choices } from "./sources";

export const outcomes = ["refused on opening", "nothing understood", "refused", "done", "failed"] as const;
export type Outcome = (typeof outcomes)[number];

/** What became of one mutant. */
export interface Verdict {
  readonly outcome: Outcome;
  /** What must never happen and did; null where nothing of it did. */
  readonly fault: string | null;
  /** The sentence of a refusal, or where and how it failed. */
  readonly said: string;
  /** Seconds of this process. */
  readonly cpu: number;
}

/** More processor time than this for one workbook is a hang. */
export const cpuLimit = 10;

const fileName = "Mutant.xlsx";

/**
 * Opens a workbook, checks it and reports on it, saves it and opens it again.
 *
 * @param whole false: of the report only one sheet is written, an explanation's.
 */
export async function judge(bytes: Uint8Array, whole: boolean): Promise<Verdict> {
  await clientLoaded();
  const before = process.cpuUsage();
  const prototypes = prototypeKeys();
  const verdict = await tried(bytes, whole);
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1e6;
  const added = prototypeKeys().filter((key) => !prototypes.includes(key));
  if (added.length > 0) return { outcome: "failed", fault: "prototype polluted", said: added.join(", "), cpu };
  const fault = verdict.fault ?? (cpu > cpuLimit ? "hang" : null);
  return { ...verdict, outcome: fault === null ? verdict.outcome : "failed", fault, cpu };
}

type Tried = Omit<Verdict, "cpu">;

async function tried(bytes: Uint8Array, whole: boolean): Promise<Tried> {
  let step: "opening" | "checking" | "saving" | "opening again" = "opening";
  try {
    const excel = await openExcel(bytes, { fileName });
    step = "checking";
    const snapshot = await worked(excel, whole);
    step = "saving";
    const saved = await excel.save();
    step = "opening again";
    const again = await openBook(saved, fileName);
    excel.close();
    const kept = partsChanged(excel.book, again, snapshot);
    if (kept.length > 0) return { outcome: "failed", fault: "a part of the user's changed", said: kept.join(", ") };
    const planted = formulasFromData(excel.book, snapshot);
    if (planted.length > 0) return { outcome: "failed", fault: "a formula from data", said: planted.join(", ") };
    return { outcome: "done", fault: null, said: "" };
  } catch (error) {
    return refusal(error, step);
  }
}

/** Checks and writes; @returns the workbook as it was read before. */
async function worked({ Excel }: OpenedExcel, whole: boolean): Promise<Snapshot> {
  if (whole) return (await makeReport(Excel, llrPack, choices, { fileName })).outcome.snapshot;
  const { snapshot, findings } = await readReturn(Excel, llrPack, choices, { fileName });
  const [finding] = findings;
  const text = "The meter was read late, by 12 days.";
  const given = { key: finding?.key ?? "none", who: "A. Patel", when: "2025-12-01", text };
  await keepExplanation(Excel, { ...given, figure: finding?.figure ?? null });
  return snapshot;
}

function refusal(error: unknown, step: string): Tried {
  const said = error instanceof Error ? error.message : String(error);
  if (!(error instanceof PlainError)) {
    const stack = error instanceof Error ? (error.stack ?? "").split("\n").slice(1, 5).join(" <") : "";
    return { outcome: "failed", fault: `another error while ${step}`, said: `${said.slice(0, 400)} ${stack}` };
  }
  const why = whyNotPlain(said);
  if (why !== null) return { outcome: "failed", fault: `not plain: ${why}`, said: said.slice(0, 900) };
  if (step === "saving" || step === "opening again") return { outcome: "failed", fault: `refused while ${step}`, said };
  if (error instanceof NothingFound) return { outcome: "nothing understood", fault: null, said };
  return { outcome: step === "opening" ? "refused on opening" : "refused", fault: null, said };
}

let client: Promise<unknown> | null = null;

/** Microsoft's client adds to the language's objects when it is first loaded: that is not the workbook's doing. */
const clientLoaded = (): Promise<unknown> => (client ??= openExcel());

const watched = { Object, Array, String, Number, Boolean, Function, Map, Set, RegExp, Error, Promise };

/** What the language's own objects hold: a workbook may add nothing to it. */
function prototypeKeys(): string[] {
  return Object.entries(watched).flatMap(([name, { prototype }]) =>
    Reflect.ownKeys(prototype).map((key) => `${name}.${String(key)}`),
  );
}
