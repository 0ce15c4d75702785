import { errorBody, runBatch, type Model } from "./batch";
import { EventRegistry } from "./events";
import { Faults } from "./faults";
import type { EventEntry, RequestBody, ResponseBody } from "./protocol";
import { References } from "./references";

export interface Counters {
  requests: number;
  bytesSent: number;
  bytesReceived: number;
}

/** Flag of a request that may wait until a person leaves the cell being edited. */
const DELAY_FOR_CELL_EDIT = 64;

/** Answers requests one after another, as Excel does, whoever carries them. */
export class WireHost {
  readonly counters: Counters = { requests: 0, bytesSent: 0, bytesReceived: 0 };
  readonly faults = new Faults();
  readonly events: EventRegistry;
  private readonly references = new References();
  private model: Model | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(sink: (entries: EventEntry[]) => void) {
    this.events = new EventRegistry(sink);
  }

  attach(model: Model): void {
    this.model = model;
  }

  /** Objects the client keeps: for tests of leaks. */
  get tracked(): number {
    return this.references.count;
  }

  /**
   * Answers the body of a `ProcessQuery` request with the body of its response, as JSON.
   *
   * @param flags the request's, as its envelope carries them
   */
  process(body: RequestBody | string, flags = 0): Promise<string> {
    const answer = this.last.then(() => this.answer(body, flags));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  /** Runs work between two requests, then sends the events it raised: an edit made outside the add-in. */
  between<T>(work: () => T | Promise<T>): Promise<T> {
    const done = this.last.then(work);
    this.last = done.then(
      () => this.events.flush(),
      () => undefined,
    );
    return done;
  }

  private async answer(body: RequestBody | string, flags: number): Promise<string> {
    const sent = typeof body === "string" ? body : JSON.stringify(body);
    const request = ++this.counters.requests;
    const bytes = utf8Length(sent);
    this.counters.bytesSent += bytes;
    if (flags & DELAY_FOR_CELL_EDIT) await this.faults.cellLeft();
    const delay = this.faults.delayOf(request);
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    const text = JSON.stringify(
      await this.respond(typeof body === "string" ? (JSON.parse(body) as RequestBody) : body, request, bytes),
    );
    const received = utf8Length(text);
    const tooLarge = this.faults.answerTooLarge(received);
    const given = tooLarge ? JSON.stringify(failed(tooLarge)) : text;
    this.counters.bytesReceived += tooLarge ? utf8Length(given) : received;
    // The answer goes out first: what a request causes is told after the request is over.
    setTimeout(() => this.events.flush(), 0);
    return given;
  }

  private async respond(body: RequestBody, request: number, bytes: number): Promise<ResponseBody> {
    const refused = this.faults.before(request, bytes);
    if (refused) return failed(refused);
    if (!this.model) throw new Error("The host has no workbook.");
    const stopAfter = this.faults.midway(request);
    const response = await runBatch(body, {
      model: this.model,
      references: this.references,
      events: this.events,
      ...(stopAfter && { stopAfter }),
    });
    try {
      await this.model.settle(true);
    } catch (error) {
      response.Error ??= errorBody(error, -1, "");
    }
    const lost = this.faults.answerLost(request);
    return lost ? failed(lost) : response;
  }
}

const failed = (error: unknown): ResponseBody => ({ Results: [], TraceIds: [], Error: errorBody(error, -1, "") });

/** Bytes of a text in UTF-8, without making them. */
function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x80) bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}
