import { newBook } from "../workbook-file/book/blank-book";
import type { BookState } from "../workbook-file/book/book";
import { calculateOnOpening } from "./calc/on-opening";
import { createHost, type Host } from "./host";
import type { Recalculate } from "./model/session/session";
import { createOffice } from "./office";
import { startClient } from "./transport/bridge";
import type { Faults } from "./wire/faults";
import type { Counters } from "./wire/host";
import type { EventEntry } from "./wire/protocol";

export interface OpenOptions {
  /** As Excel's title bar shows it; the add-in reads it as the workbook's name. */
  readonly fileName?: string;
  /** In place of the calculation engine; false: formulas are not calculated. */
  readonly recalculate?: Recalculate | false;
}

export interface OpenedExcel {
  /** Microsoft's own client, bound to this workbook. */
  readonly Excel: typeof Excel;
  readonly Office: ReturnType<typeof createOffice>;
  /** The workbook as an .xlsx. */
  save(): Promise<Uint8Array>;
  readonly counters: Readonly<Counters>;
  /** Ways to make Excel fail. */
  readonly faults: Faults;
  /** An edit by this window's person or by a co-author, of which the add-in hears as an event. */
  edit: Host["edit"];
  /** No more requests are answered. */
  close(): void;
  readonly book: BookState;
  readonly host: Host;
}

/**
 * Opens a workbook, or a blank one with Sheet1, in the stand-in for Excel.
 *
 * @param file an .xlsx or .xlsm
 * @throws WorkbookFileError with one plain sentence for what is no workbook
 */
export async function openExcel(file?: Uint8Array, options: OpenOptions = {}): Promise<OpenedExcel> {
  const book = await openState(file, options.fileName ?? null);
  if (options.recalculate !== false) await calculateOnOpening(book);
  const recalculate = options.recalculate === undefined ? calculateOnDemand : options.recalculate || null;
  const office = createOffice(book);
  let deliver: (entries: EventEntry[]) => void = () => undefined;
  let closed = false;
  const host = createHost(book, { onEvents: (entries) => deliver(entries), ...(recalculate && { recalculate }) });
  const client = startClient(office, (body, flags) => {
    if (closed) throw new Error("The workbook is closed.");
    return host.process(body, flags);
  });
  deliver = (entries) => client.deliver(entries);
  return {
    Excel: client.Excel,
    Office: office,
    save: async () => (await import("./file/save")).saveBook(book),
    counters: host.wire.counters,
    faults: host.wire.faults,
    edit: host.edit,
    close: () => void (closed = true),
    book,
    host,
  };
}

async function openState(file: Uint8Array | undefined, fileName: string | null): Promise<BookState> {
  if (!file) return { ...newBook(), fileName };
  return (await import("../workbook-file/open")).openBook(file, fileName);
}

/** The engine is loaded when there is something to calculate. */
const calculateOnDemand: Recalculate = async (book, changed) =>
  (await import("./calc/index")).recalculate(book, changed);
