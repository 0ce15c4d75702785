import type { OpenedExcel } from "../../src/standin";
import { processorTime } from "./processor";

/** What one piece of work asked of Excel. */
export interface Use {
  readonly requests: number;
  /** Bytes both ways. */
  readonly bytes: number;
  /** Milliseconds in which the stand-in made the answers, which in Excel are Excel's own. */
  readonly standin: number;
}

/** Reads, between client and stand-in, what goes through. */
export class Meter {
  private spent = 0;
  private open = 0;
  private since = 0;
  /** The answers since `keep`, whose parsing is the physical limit. */
  private kept: string[] | null = null;

  constructor(private readonly opened: OpenedExcel) {
    const { host } = opened;
    const answer = host.process;
    Object.assign(host, {
      process: async (body: object | string, flags?: number) => {
        // Requests that wait for each other count once.
        if (this.open++ === 0) this.since = processorTime();
        const text = await answer(body, flags);
        if (--this.open === 0) this.spent += processorTime() - this.since;
        this.kept?.push(text);
        return text;
      },
    });
  }

  /** Does some work; @returns it with what it asked. */
  async used<T>(work: () => Promise<T>): Promise<readonly [result: T, use: Use]> {
    const before = this.now();
    const result = await work();
    await this.idle();
    const after = this.now();
    return [
      result,
      {
        requests: after.requests - before.requests,
        bytes: after.bytes - before.bytes,
        standin: after.standin - before.standin,
      },
    ];
  }

  /** Does some work; @returns the answers it got. */
  async answersOf(work: () => Promise<unknown>): Promise<readonly string[]> {
    const answers: string[] = (this.kept = []);
    await work();
    this.kept = null;
    return answers;
  }

  /** The client lets go of what it kept in a request that nobody waits for. */
  private async idle(): Promise<void> {
    do await new Promise((resolve) => setTimeout(resolve, 20));
    while (this.open > 0);
  }

  private now(): Use {
    const { requests, bytesSent, bytesReceived } = this.opened.counters;
    return { requests, bytes: bytesSent + bytesReceived, standin: this.spent };
  }
}
