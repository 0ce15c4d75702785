import { HostError } from "./errors";

export interface Fault {
  /** Counts from 1 over all requests of this book. */
  readonly request: number;
  readonly code: string;
  readonly message?: string;
  /** Runs this many actions first; without it the request fails before anything is done. */
  readonly afterActions?: number;
  /** Does all of the request and loses its answer. */
  readonly answerLost?: boolean;
  /** Every later request fails as well: the connection has died. */
  readonly forGood?: boolean;
}

/** Ways in which Excel fails, on demand. */
export class Faults {
  private readonly failures: Fault[] = [];
  private readonly delays = new Map<number | "all", number>();
  private editing = false;
  private waiting: (() => void)[] = [];
  /** Excel on the web refuses more than 5 MB a request or an answer. */
  payloadLimit = 5 * 1024 * 1024;

  /** A person is typing in a cell: requests are refused, or wait if the add-in asked for `delayForCellEdit`. */
  get editMode(): boolean {
    return this.editing;
  }
  set editMode(editing: boolean) {
    this.editing = editing;
    if (!editing) for (const go of this.waiting.splice(0)) go();
  }

  /** Resolves when nobody types in a cell. */
  async cellLeft(): Promise<void> {
    while (this.editing) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Fails the n-th request with a code of Microsoft's. */
  fail(fault: Fault): void {
    this.failures.push(fault);
  }

  /** Answers the n-th request, or all, only after so many milliseconds. */
  delay(request: number | "all", milliseconds: number): void {
    this.delays.set(request, milliseconds);
  }

  clear(): void {
    this.failures.length = 0;
    this.delays.clear();
    this.editMode = false;
  }

  delayOf(request: number): number {
    return this.delays.get(request) ?? this.delays.get("all") ?? 0;
  }

  /** The error a request meets before anything of it is done. */
  before(request: number, bytes: number): HostError | null {
    if (this.editMode) {
      return new HostError(
        "InvalidOperationInCellEditMode",
        "Excel is in cell-editing mode. Leave the cell and try again.",
      );
    }
    if (bytes > this.payloadLimit) {
      return new HostError(
        "RequestPayloadSizeLimitExceeded",
        `The request has ${bytes} bytes; Excel takes ${this.payloadLimit}.`,
      );
    }
    const fault = this.failures.find(
      (one) =>
        (one.request === request && one.afterActions === undefined && !one.answerLost) ||
        (one.forGood && one.request < request),
    );
    return fault ? asError(fault) : null;
  }

  /** The error a request meets half-way. */
  midway(request: number): { actions: number; error: HostError } | undefined {
    const fault = this.failures.find((one) => one.request === request && one.afterActions !== undefined);
    return fault && { actions: fault.afterActions ?? 0, error: asError(fault) };
  }

  /** The error that stands in for the answer of a request that was done. */
  answerLost(request: number): HostError | null {
    const fault = this.failures.find((one) => one.request === request && one.answerLost);
    return fault ? asError(fault) : null;
  }

  answerTooLarge(bytes: number): HostError | null {
    if (bytes <= this.payloadLimit) return null;
    const message = `The answer has ${bytes} bytes; Excel gives ${this.payloadLimit}.`;
    return new HostError("ResponsePayloadSizeLimitExceeded", message);
  }
}

const asError = (fault: Fault): HostError =>
  new HostError(fault.code, fault.message ?? `The stand-in was told to fail request ${fault.request}.`, 500);
