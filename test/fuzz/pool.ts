import { fork, type ChildProcess } from "node:child_process";
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

/** A process that has not answered by then is ended: 10 seconds of a processor that others use too. */
const patience = 40_000;
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
    const isInDoubt = (first.fault === "hang" && first.cpu > 0) || first.fault === "memory";
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
    const child = (this.child ??= started());
    this.judged += 1;
    const verdict = await answered(child, job);
    if (verdict.fault !== null && /^(?:hang|memory|an error nobody caught|ended)/.test(verdict.fault)) this.end();
    return verdict;
  }
}

function started(): ChildProcess {
  const file = path.join(path.dirname(fileURLToPath(import.meta.url)), "child.ts");
  return fork(file, [], {
    execArgv: ["--import", "tsx", `--max-old-space-size=${heap}`],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

function answered(child: ChildProcess, job: Job): Promise<Verdict> {
  return new Promise((resolve) => {
    const done = (verdict: Verdict): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(verdict);
    };
    const failed = (fault: string, said: string): void => done({ outcome: "failed", fault, said, cpu: 0 });
    const timer = setTimeout(() => failed("hang", `no answer in ${patience / 1000} s`), patience);
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
