import { isDeepStrictEqual } from "node:util";
import { PlainError } from "../../src/errors/plain-error";
import type { Fault } from "../../src/standin/wire/faults";
import { open, type Scene } from "./scenes";

/** Office's codes, and two by which a connection ends. */
export const codes = [
  "AccessDenied",
  "ActivityLimitReached",
  "ApiNotFound",
  "Conflict",
  "FilteredRangeConflict",
  "GeneralException",
  "InactiveWorkbook",
  "InsertDeleteConflict",
  "InvalidArgument",
  "InvalidBinding",
  "InvalidOperation",
  "InvalidOrTimedOutSession",
  "InvalidReference",
  "InvalidSelection",
  "ItemAlreadyExists",
  "ItemNotFound",
  "MemoryLimitReached",
  "MergedRangeConflict",
  "NonBlankCellOffSheet",
  "NotImplemented",
  "OperationCellsExceedLimit",
  "PivotTableRangeConflict",
  "RequestAborted",
  "RequestPayloadSizeLimitExceeded",
  "ServiceNotAvailable",
  "Timeout",
  "UnsupportedOperation",
  "ConnectionFailure",
] as const;

/** One way in which a scene is disturbed. */
export type Disturbance = { readonly fault: Fault } | { readonly stopAt: number };

export interface Verdict {
  readonly disturbance: Disturbance;
  /** True where it did stop the work. */
  readonly stopped: boolean;
  /** What is wrong, in words; none where all is as it should be. */
  readonly wrong: readonly string[];
}

/** How a scene ends without disturbance, and how many requests it takes. */
export interface Calm {
  readonly requests: number;
  readonly state: unknown;
}

export async function calmly(scene: Scene): Promise<Calm> {
  const opened = await open(scene.file);
  await scene.act(opened);
  return { requests: opened.counters.requests, state: await scene.state(opened) };
}

/** Every request refused, its answer lost and the connection dead from it on, with each of the codes. */
export function disturbances({ requests }: Calm, of: readonly string[]): Disturbance[] {
  const numbers = Array.from({ length: requests }, (_, index) => index + 1);
  return [
    ...numbers.flatMap((request) =>
      of.flatMap((code): Disturbance[] => [
        { fault: { request, code } },
        { fault: { request, code, answerLost: true } },
        { fault: { request, code, forGood: true } },
      ]),
    ),
    ...numbers.map((number): Disturbance => ({ stopAt: number })),
  ];
}

/** Half-way faults of every request from one on, so many actions apart, until the request has no more actions. */
export async function* halfway(
  scene: Scene,
  calm: Calm,
  { first = 1, step, code }: { readonly first?: number; readonly step: number; readonly code: string },
): AsyncGenerator<Verdict> {
  for (let request = first; request <= calm.requests; request += 1) {
    for (let afterActions = Math.min(step, 3); ; afterActions += step) {
      const verdict = await tried(scene, calm, { fault: { request, code, afterActions } });
      if (!verdict.stopped) break;
      yield verdict;
    }
  }
}

/** Disturbs a scene, then does it again undisturbed: it must end as it does calmly. */
export async function tried(scene: Scene, calm: Calm, disturbance: Disturbance): Promise<Verdict> {
  const opened = await open(scene.file);
  const wrong: string[] = [];
  let asked = 0;
  const stop = "stopAt" in disturbance ? () => ++asked >= disturbance.stopAt : undefined;
  if ("fault" in disturbance) opened.faults.fail(disturbance.fault);
  const error = await scene.act(opened, stop).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  opened.faults.clear();
  if (error !== null) {
    if (!(error instanceof PlainError)) wrong.push(`not a plain error: ${String(error)}`);
    else if (!isPlain(error.message)) wrong.push(`not a plain sentence: ${error.message}`);
    const claim = error instanceof Error ? await scene.falseClaim?.(opened, error) : null;
    if (claim) wrong.push(claim);
  }
  try {
    await scene.act(opened);
    const state = await scene.state(opened);
    if (!isDeepStrictEqual(state, calm.state)) wrong.push(`ends otherwise: ${firstDifference(calm.state, state)}`);
  } catch (again) {
    wrong.push(`cannot be done again: ${String(again)}`);
  }
  return { disturbance, stopped: error !== null, wrong };
}

/** No member's name, no code's path, and an end. */
function isPlain(message: string): boolean {
  return (
    /[.!]$/.test(message) &&
    !/[A-Za-z]+\.[a-z_]\w+|\bat [A-Z]\w+[._]|undefined|\[object/.test(message) &&
    message.length < 600
  );
}

function firstDifference(wanted: unknown, found: unknown, at = ""): string {
  if (isDeepStrictEqual(wanted, found)) return "";
  if (wanted instanceof Object && found instanceof Object) {
    const keys = new Set([...Object.keys(wanted), ...Object.keys(found)]);
    for (const key of keys) {
      const [a, b] = [(wanted as Record<string, unknown>)[key], (found as Record<string, unknown>)[key]];
      if (!isDeepStrictEqual(a, b)) return firstDifference(a, b, `${at}/${key}`);
    }
  }
  return `${at}: ${short(wanted)} became ${short(found)}`;
}

const short = (value: unknown) => (JSON.stringify(value) ?? "nothing").slice(0, 160);
