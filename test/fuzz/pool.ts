import { fork, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Verdict } from "./judge";

/** One mutant to judge. */
export interface Job {
  readonly seed: number;
  readonly number: number;
  /** Workbooks of this folder are sources too. */
  readonly folder: string | null;
  /** Whether the whole report is written. */
  readonly whole: boolean;
}

export function isJob(message: unknown): message is Job {
  return typeof message === "object" && message !== null && "seed" in message && "number" in message;
}

/** Seconds of a processor after which a process is ended, where the system tells them; and of a clock, where it does not. */
const patience = { cpu: 20, clock: 120 };
/** A process gives way to a new one after so many mutants, so that its memory is theirs alone. */
const turn = 150;
/** Megabytes of objects a process may hold. */
const heap = 1_400;

/** Judges mutants in processes of their own: a hang or an end without words is a verdict like any other. */
export class Judge {
  private child: ChildProcess | null = null;
  private judged = 0;

  async judge(job: Job): Promise<Verdict> {
    const first = await this.once(job);
    // Alone in a new process it shows whether the time and memory were its own.
    const isInDoubt = (first.fault === "hang" && first.cpu < patience.cpu) || first.fault === "memory";
    if (!isInDoubt) return first;
    this.end();
    return this.once(job);
  }

  end(): void {
    this.child?.removeAllListeners();
    this.child?.kill("SIGKILL");
    this.child = null;
    this.judged = 0;
  }

  private async once(job: Job): Promise<Verdict> {
    if (this.judged >= turn) this.end();
    const child = (this.child ??= await started(job.folder));
    this.judged += 1;
    const verdict = await answered(child, job);
    if (verdict.fault !== null && /^(?:hang|memory|an error nobody caught|ended)/.test(verdict.fault)) this.end();
    return verdict;
  }
}

/** A process that has its workbooks and waits. */
function started(folder: string | null): Promise<ChildProcess> {
  const file = path.join(path.dirname(fileURLToPath(import.meta.url)), "child.ts");
  const child = fork(file, folder === null ? [] : [folder], {
    execArgv: ["--import", "tsx", `--max-old-space-size=${heap}`],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return new Promise((resolve, reject) => {
    child.once("message", () => resolve(child));
    child.once("exit", (code) =>
      reject(new Error(`A process of the fuzzer ended at its start (${code ?? "killed"}).`)),
    );
  });
}

function answered(child: ChildProcess, job: Job): Promise<Verdict> {
  return new Promise((resolve) => {
    const [begun, clock] = [cpuOf(child), performance.now()];
    const done = (verdict: Verdict): void => {
      clearInterval(timer);
      child.removeAllListeners();
      resolve(verdict);
    };
    const failed = (fault: string, said: string, cpu = 0): void => done({ outcome: "failed", fault, said, cpu });
    const look = (): void => {
      const now = cpuOf(child);
      const waited = (performance.now() - clock) / 1000;
      const cpu = now === null || begun === null ? null : now - begun;
      // A busy machine's clock says nothing, but a process that waits for ever uses no processor.
      const isOver = cpu === null ? waited > patience.clock : cpu > patience.cpu || waited > 10 * patience.clock;
      if (isOver)
        failed("hang", `no answer after ${Math.round(cpu ?? 0)} s of CPU, ${Math.round(waited)} s in all`, cpu ?? 0);
    };
    const timer = setInterval(look, 500);
    child.once("message", (verdict) => done(verdict as Verdict));
    child.once("error", (error) => failed("ended", error.message));
    child.once("exit", (code, signal) => {
      // V8 ends the process itself when its heap is full.
      const isFull = signal === "SIGABRT" || code === 134;
      failed(isFull ? "memory" : "ended", isFull ? `more than ${heap} MB of objects` : `exit ${code} ${signal ?? ""}`);
    });
    child.send(job);
  });
}

/** Seconds of a processor a process has had, in hundredths; null where the system does not tell. */
function cpuOf({ pid }: ChildProcess): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}
