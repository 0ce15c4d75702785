import { cellKey, parseReference } from "../../../snapshot/addresses";
import type { Area } from "../../../snapshot/snapshot";
import { openBook } from "../../../workbook-file/open";
import { newBook } from "../../../workbook-file/book/blank-book";
import type { BookState, SheetState } from "../../../workbook-file/book/book";
import { sheetNamed, styleAt } from "../../../workbook-file/book/lookups";
import { recalculate } from "../../calc";
import { calculateOnOpening } from "../../calc/on-opening";
import { saveBook } from "../../file/save";
import { createHost, type Host } from "../../host";
import { parseEntry } from "../../model/cells/entry";
import { EVENT, type Session } from "../../model/session/session";
import type { EventEntry } from "../../wire/protocol";
import type { BookUpdate, CellEdit, EngineCalls, LinkTarget } from "./protocol";
import { BookView } from "./view";

interface Open {
  readonly book: BookState;
  readonly host: Host;
  readonly view: BookView;
}

/** The engine's side of every call the page makes: an open workbook behind the wire. */
type Calls = {
  [Name in keyof EngineCalls]: (...args: Parameters<EngineCalls[Name]>) => Promise<ReturnType<EngineCalls[Name]>>;
};

export class Engine implements Calls {
  #open: Open | null = null;
  /** One at a time, or a change could be sent twice. */
  #updating: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly onEvents: (entries: EventEntry[]) => void,
    private readonly onChange: () => void,
  ) {}

  async open(bytes: Uint8Array | null, fileName: string | null): Promise<BookUpdate> {
    const book = bytes ? await openBook(bytes, fileName) : { ...newBook(), fileName };
    await calculateOnOpening(book);
    const host = createHost(book, { recalculate, onEvents: this.onEvents });
    const view = new BookView(book);
    const update = await view.update();
    this.#open = { book, host, view };
    return update;
  }

  async save(): Promise<Uint8Array> {
    return saveBook(this.#now.book);
  }

  async process(body: string): Promise<string> {
    const answer = await this.#now.host.process(body);
    this.onChange();
    return answer;
  }

  /** What the page does not show yet. */
  update(): Promise<BookUpdate> {
    const { view } = this.#now;
    const next = this.#updating.then(() => view.update());
    this.#updating = next.catch(() => undefined);
    return next;
  }

  async edit(...[id, cells]: Parameters<EngineCalls["edit"]>): Promise<BookUpdate> {
    const { host, view } = this.#now;
    await host.edit((session) => {
      const sheet = session.sheet(id);
      const typed = sheet.protected ? [] : cells.filter(([, , content]) => content !== undefined);
      for (const [row, column, content] of typed) type(session, sheet, row, column, content);
      const rect = around(typed);
      if (rect) session.rangeChanged(sheet, rect);
    });
    view.forget(
      id,
      cells.map(([row, column]) => cellKey(row, column)),
    );
    return this.update();
  }

  async select(id: string, address: string): Promise<void> {
    const { host, book, view } = this.#now;
    if (book.activeSheet === id && book.selection.get(id) === address) return;
    await host.edit((session) => {
      const before = book.activeSheet;
      book.activeSheet = id;
      book.selection.set(id, address);
      view.selected(id, address);
      const sheet = session.sheet(id);
      if (before !== id) {
        const old = book.sheets.find((each) => each.id === before);
        if (old) session.tellSheet(EVENT.deactivated, old, { worksheetId: old.id });
        session.tellSheet(EVENT.activated, sheet, { worksheetId: id });
      }
      session.tellSheet(EVENT.selection, sheet, { address, worksheetId: id });
    });
  }

  async link(id: string, row: number, column: number): Promise<LinkTarget | null> {
    const { book } = this.#now;
    const sheet = book.sheets.find((each) => each.id === id);
    const link = sheet?.hyperlinks.find(
      ({ rect }) => row >= rect.top && row <= rect.bottom && column >= rect.left && column <= rect.right,
    );
    if (!link) return null;
    return link.documentReference === null
      ? { sheet: null, address: null, url: link.address }
      : placeOf(book, link.documentReference);
  }

  async settings(): Promise<[string, string][]> {
    return [...this.#now.book.settings].map(([name, value]) => [name, JSON.stringify(value)]);
  }

  async saveSettings(settings: [string, string][]): Promise<void> {
    const kept = this.#now.book.settings;
    kept.clear();
    for (const [name, value] of settings) kept.set(name, JSON.parse(value) as unknown);
  }

  get #now(): Open {
    if (!this.#open) throw new Error("No workbook is open.");
    return this.#open;
  }
}

/** What a person types into a cell, read as Excel reads it; a date brings its number format along. */
function type(session: Session, sheet: SheetState, row: number, column: number, content: unknown): void {
  const { styles, dateSystem } = session.book;
  const style = styles.get(styleAt(sheet, row, column));
  const entry = parseEntry(content ?? "", style.numberFormat, dateSystem);
  session.setCell(sheet, row, column, entry.content);
  if (entry.numberFormat !== null && style.numberFormat === "General") {
    session.setStyle(sheet, row, column, styles.intern({ ...style, numberFormat: entry.numberFormat, sourceXf: null }));
  }
}

/** The rectangle around cells edited together. */
function around(cells: readonly CellEdit[]): Area | null {
  if (cells.length === 0) return null;
  const rect = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
  for (const [row, column] of cells) {
    rect.top = Math.min(rect.top, row);
    rect.left = Math.min(rect.left, column);
    rect.bottom = Math.max(rect.bottom, row);
    rect.right = Math.max(rect.right, column);
  }
  return rect;
}

/** Where in the workbook a link goes: a cell, or a name that stands for one. */
function placeOf(book: BookState, reference: string): LinkTarget | null {
  const name = book.names.find((each) => each.name.toLowerCase() === reference.toLowerCase());
  const target = (name?.formula ?? reference).replace(/^[=#]/u, "");
  const found = parseReference(target);
  const sheet = found && sheetNamed(book, found.sheet);
  if (!sheet) return null;
  return { sheet: sheet.id, address: target.slice(target.lastIndexOf("!") + 1).replaceAll("$", ""), url: null };
}
