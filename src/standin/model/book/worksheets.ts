import { itemNotFound } from "../../wire/errors";
import { WORKBOOK_TARGET } from "../../wire/events";
import type { HostObject } from "../../wire/objects";
import { emptySheet, sheetId } from "../../../workbook-file/book/blank-book";
import { EVENT, type Session } from "../session/session";
import type { SheetState } from "../../../workbook-file/book/book";
import { checkedSheetName, Worksheet } from "../sheet/worksheet";

/** `Excel.WorksheetCollection` */
export class Worksheets implements HostObject {
  readonly className = "WorksheetCollection";
  readonly eventTarget = WORKBOOK_TARGET;
  constructor(private readonly session: Session) {}

  items(): Worksheet[] {
    return this.session.worksheets().map((sheet) => new Worksheet(this.session, sheet));
  }
  getCount(visibleOnly?: boolean | null): number {
    return this.among(visibleOnly).length;
  }
  /** Adds a sheet after the last one; it does not become the active one. */
  add(name?: string | null): Worksheet {
    this.session.requireOpenStructure();
    const { book } = this.session;
    const given = name ?? this.freeName();
    const sheet = emptySheet(this.freeId(), checkedSheetName(this.session, given, null));
    sheet.edits.view = true;
    book.sheets.push(sheet);
    book.selection.set(sheet.id, "A1");
    this.session.tellSheet(EVENT.added, sheet, { worksheetId: sheet.id, source: "Local" });
    return new Worksheet(this.session, sheet);
  }
  getActiveWorksheet(): Worksheet {
    return new Worksheet(this.session, this.session.activeWorksheet());
  }
  getFirst(visibleOnly?: boolean | null): Worksheet {
    return this.pick(this.among(visibleOnly)[0], "the first worksheet");
  }
  getLast(visibleOnly?: boolean | null): Worksheet {
    return this.pick(this.among(visibleOnly).at(-1), "the last worksheet");
  }
  getItem(key: string): Worksheet {
    return this.getItemOrNullObject(key) ?? this.pick(undefined, `the worksheet "${key}"`);
  }
  getItemOrNullObject(key: string): Worksheet | null {
    const byId = this.session.worksheets().find((sheet) => sheet.id === key.toUpperCase());
    const sheet = byId ?? this.session.sheetNamed(key);
    return sheet ? new Worksheet(this.session, sheet) : null;
  }

  private among(visibleOnly?: boolean | null): SheetState[] {
    const all = this.session.worksheets();
    return visibleOnly === true ? all.filter((sheet) => sheet.visibility === "Visible") : all;
  }
  private pick(sheet: SheetState | undefined, what: string): Worksheet {
    if (!sheet) throw itemNotFound(what);
    return new Worksheet(this.session, sheet);
  }
  private freeName(): string {
    for (let number = this.session.worksheets().length + 1; ; number++) {
      const name = `Sheet${number}`;
      if (!this.session.book.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) return name;
    }
  }
  /** Ids are never used again, also not after a deletion. */
  private freeId(): string {
    for (let number = this.session.nextSheetNumber(); ; number = this.session.nextSheetNumber()) {
      const id = sheetId(number);
      if (!this.session.book.sheets.some((sheet) => sheet.id === id)) return id;
    }
  }
}
