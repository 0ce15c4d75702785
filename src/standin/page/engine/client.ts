import type { EventEntry } from "../../wire/protocol";
import type { BookUpdate, EngineCalls, EngineMessage } from "./protocol";

/** A call that the engine refused, with its own sentence where the error is meant for the person. */
export class EngineFailure extends Error {
  constructor(
    override readonly name: string,
    message: string,
  ) {
    super(message);
  }
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** The engine as the page sees it: each call is a message to the worker and back. */
export class EngineClient {
  onEvents: (entries: EventEntry[]) => void = () => undefined;
  onUpdate: (update: BookUpdate) => void = () => undefined;
  readonly #worker = new Worker(new URL("./worker.ts", import.meta.url), { name: "engine" });
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<EngineMessage>) => this.#receive(data);
  }

  call<Name extends keyof EngineCalls>(
    name: Name,
    ...args: Parameters<EngineCalls[Name]>
  ): Promise<ReturnType<EngineCalls[Name]>> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.#worker.postMessage({ id, name, args });
    });
  }

  #receive(message: EngineMessage): void {
    if (message.kind === "events") return this.onEvents(message.entries);
    if (message.kind === "update") return this.onUpdate(message.update);
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === "answer") waiting?.resolve(message.value);
    else waiting?.reject(new EngineFailure(message.name, message.message));
  }
}
