import type { BookState } from "../workbook-file/book/book";
import { makers } from "./model/book/makers";
import { Workbook } from "./model/book/workbook";
import { type Editor, type Recalculate, Session } from "./model/session/session";
import { WireHost } from "./wire/host";
import type { HostObject } from "./wire/objects";
import type { EventEntry } from "./wire/protocol";

export interface HostOptions {
  /** Calculates after edits; without it formulas keep what value they had. */
  readonly recalculate?: Recalculate;
  /** Where events for the add-in go. */
  readonly onEvents?: (entries: EventEntry[]) => void;
  /** Office's own services by server type, such as the one that announces a pane's readiness. */
  readonly services?: Readonly<Record<string, HostObject>>;
}

export interface Host {
  readonly wire: WireHost;
  readonly session: Session;
  /** Answers the body of a `ProcessQuery` request with that of its response, as JSON. Works in a worker. */
  process(body: object | string, flags?: number): Promise<string>;
  /**
   * An edit that does not come from the add-in: this window's person's, as in the preview's grid, or a co-author's. It
   * waits for the request under way; afterwards the workbook is calculated and the add-in hears of it.
   */
  edit<T>(work: (session: Session) => T, editor?: Exclude<Editor, "add-in">): Promise<T>;
}

/** Excel over a workbook: answers Microsoft's client, whoever carries its requests. Needs neither Node nor a page. */
export function createHost(book: BookState, options: HostOptions = {}): Host {
  const wire = new WireHost((entries) => options.onEvents?.(entries));
  const { recalculate, services = {} } = options;
  const session = new Session(book, wire.events, makers, recalculate ? { recalculate } : {});
  wire.attach({
    root: new Workbook(session),
    settle: (endOfRequest) => session.settle(endOfRequest),
    service: (typeName) => (Object.hasOwn(services, typeName) ? services[typeName] : undefined),
  });
  return {
    wire,
    session,
    process: (body, flags) => wire.process(body, flags),
    edit: (work, editor = "person") =>
      wire.between(async () => {
        session.editor = editor;
        try {
          return work(session);
        } finally {
          await session.settle(true);
          session.editor = "add-in";
        }
      }),
  };
}
