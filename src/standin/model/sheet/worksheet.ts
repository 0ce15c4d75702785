import { isOnSheet, parseReference } from "../../../snapshot/addresses";
import { wholeSheet } from "../../../snapshot/areas";
import type { Area } from "../../../snapshot/snapshot";
import type { SheetState } from "../../../workbook-file/book/book";
import { sheetNameFault } from "../../../workbook-file/book/sheet-names";
import { charactersToPoints } from "../../../workbook-file/book/sizes";
import { invalidArgument, invalidOperation, itemAlreadyExists } from "../../wire/errors";
import type { HostObject } from "../../wire/objects";
import { renameSheetInFormulas } from "../cells/rename-sheet";
import { usedRect } from "../cells/used-range";
import { Charts } from "../charts/charts";
import { namedRange, Names } from "../range/names";
import { Range } from "../range/range";
import { parseAreas, type RangeAreas } from "../range/range-areas";
import { colour, oneOf } from "../session/arguments";
import { EVENT, type Session } from "../session/session";
import { Tables } from "../table/tables";
import { AutoFilter } from "./auto-filter";
import { FreezePanes } from "./freeze-panes";
import { HorizontalPageBreaks } from "./page-breaks";
import { PageLayout } from "./page-layout";
import { WorksheetProtection } from "./protection";

const VISIBILITIES = ["Visible", "Hidden", "VeryHidden"] as const;

/** `Excel.Worksheet` */
export class Worksheet implements HostObject {
  readonly className = "Worksheet";

  constructor(
    private readonly session: Session,
    private readonly sheet: SheetState,
  ) {}

  get identity(): string {
    return this.sheet.id;
  }
  check(): void {
    this.session.requireSheet(this.sheet);
  }

  get charts(): Charts {
    return new Charts(this.session, this.sheet);
  }
  get tables(): Tables {
    return new Tables(this.session, this.sheet);
  }
  get names(): Names {
    return new Names(this.session, this.sheet);
  }
  get freezePanes(): FreezePanes {
    return new FreezePanes(this.session, this.sheet);
  }
  get pageLayout(): PageLayout {
    return new PageLayout(this.session, this.sheet);
  }
  get horizontalPageBreaks(): HorizontalPageBreaks {
    return new HorizontalPageBreaks(this.pageLayout);
  }
  get protection(): WorksheetProtection {
    return new WorksheetProtection(this.session, this.sheet);
  }
  get autoFilter(): AutoFilter {
    return new AutoFilter(this.session, this.sheet);
  }

  get id(): string {
    return this.sheet.id;
  }
  get name(): string {
    return this.sheet.name;
  }
  set name(given: unknown) {
    const name = checkedSheetName(this.session, given, this.sheet);
    const before = this.sheet.name;
    if (name === before) return;
    this.session.requireSheet(this.sheet);
    this.session.requireOpenStructure();
    renameSheetInFormulas(this.session, before, name);
    this.sheet.name = name;
    this.sheet.edits.view = true;
    const message = { worksheetId: this.sheet.id, nameBefore: before, nameAfter: name, source: "Local" };
    this.session.tellSheet(EVENT.nameChanged, this.sheet, message);
  }
  get position(): number {
    return this.session.worksheets().indexOf(this.sheet);
  }
  set position(given: unknown) {
    this.session.requireOpenStructure();
    const { sheets } = this.session.book;
    const others = this.session.worksheets().filter((sheet) => sheet !== this.sheet);
    const position = Number(given);
    if (!Number.isInteger(position) || position < 0 || position > others.length) {
      throw invalidArgument(`There is no position ${String(given)} among the worksheets`);
    }
    sheets.splice(sheets.indexOf(this.sheet), 1);
    const next = others[position];
    sheets.splice(next ? sheets.indexOf(next) : sheets.length, 0, this.sheet);
    this.sheet.edits.view = true;
  }
  get visibility(): string {
    return this.sheet.visibility;
  }
  set visibility(given: unknown) {
    this.session.requireOpenStructure();
    const visibility = oneOf(VISIBILITIES, given);
    const before = this.sheet.visibility;
    if (visibility !== "Visible") this.requireAnotherVisible("hidden");
    this.sheet.visibility = visibility;
    this.sheet.edits.view = true;
    if (visibility !== "Visible" && this.session.book.activeSheet === this.sheet.id) this.activateAnother();
    const message = {
      worksheetId: this.sheet.id,
      visibilityBefore: before,
      visibilityAfter: visibility,
      source: "Local",
    };
    if (before !== visibility) this.session.tellSheet(EVENT.visibilityChanged, this.sheet, message);
  }
  get tabColor(): string {
    return this.sheet.tabColor;
  }
  set tabColor(given: unknown) {
    this.sheet.tabColor = given === "" ? "" : colour(given);
    this.sheet.edits.view = true;
  }
  get showGridlines(): boolean {
    return this.sheet.showGridlines;
  }
  set showGridlines(given: unknown) {
    this.sheet.showGridlines = given === true;
    this.sheet.edits.view = true;
  }
  get showHeadings(): boolean {
    return this.sheet.showHeadings;
  }
  set showHeadings(given: unknown) {
    this.sheet.showHeadings = given === true;
    this.sheet.edits.view = true;
  }
  /** Points. */
  get standardHeight(): number {
    return this.sheet.defaultRowHeight;
  }
  /** Characters' width in points. */
  get standardWidth(): number {
    return charactersToPoints(this.sheet.defaultColumnWidth);
  }

  activate(): void {
    this.session.activate(this.sheet);
  }
  delete(): void {
    this.session.requireSheet(this.sheet);
    this.session.requireOpenStructure();
    if (this.sheet.visibility === "Visible") this.requireAnotherVisible("deleted");
    if (this.session.book.activeSheet === this.sheet.id) this.activateAnother();
    renameSheetInFormulas(this.session, this.sheet.name, null);
    this.session.removeSheet(this.sheet);
  }
  async calculate(): Promise<void> {
    await this.session.calculate(true);
  }

  /** An address, the name of a range, or nothing for the whole sheet. */
  getRange(address?: string | null): Range {
    if (address === null || address === undefined || address === "") return this.range(wholeSheet);
    const parsed = parseReference(address);
    if (!parsed) {
      const named = namedRange(this.session, address, this.sheet);
      if (named && named.sheet === this.sheet) return named;
      throw invalidArgument(`"${address}" is no address of the worksheet "${this.sheet.name}"`);
    }
    if (parsed.sheet !== null && parsed.sheet.toLowerCase() !== this.sheet.name.toLowerCase()) {
      throw invalidArgument(`"${address}" lies on another worksheet than "${this.sheet.name}"`);
    }
    return this.range(parsed.area);
  }
  getRanges(addresses?: string | null): RangeAreas {
    return parseAreas(this.session, this.sheet, addresses ?? "1:1048576");
  }
  getRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    return this.range({ top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 });
  }
  getCell(row: number, column: number): Range {
    return this.range({ top: row, left: column, bottom: row, right: column });
  }
  getUsedRange(valuesOnly?: boolean | null): Range {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0);
  }
  getUsedRangeOrNullObject(valuesOnly?: boolean | null): Range | null {
    const used = usedRect(this.sheet, valuesOnly === true);
    return used && this.range(used);
  }
  getNext(visibleOnly?: boolean | null): Worksheet {
    return this.beside(1, visibleOnly) ?? this.noSuch("after");
  }
  getNextOrNullObject(visibleOnly?: boolean | null): Worksheet | null {
    return this.beside(1, visibleOnly);
  }
  getPrevious(visibleOnly?: boolean | null): Worksheet {
    return this.beside(-1, visibleOnly) ?? this.noSuch("before");
  }
  getPreviousOrNullObject(visibleOnly?: boolean | null): Worksheet | null {
    return this.beside(-1, visibleOnly);
  }

  private beside(step: 1 | -1, visibleOnly?: boolean | null): Worksheet | null {
    const all = this.session.worksheets();
    for (let at = all.indexOf(this.sheet) + step; at >= 0 && at < all.length; at += step) {
      const sheet = all[at];
      if (sheet && (visibleOnly !== true || sheet.visibility === "Visible")) return new Worksheet(this.session, sheet);
    }
    return null;
  }
  private noSuch(where: string): never {
    throw invalidArgument(`There is no worksheet ${where} "${this.sheet.name}"`);
  }
  private range(rect: Area): Range {
    if (!isOnSheet(rect)) throw invalidArgument("The range would lie outside the worksheet");
    return new Range(this.session, this.sheet, rect);
  }
  private requireAnotherVisible(what: string): void {
    const others = this.session.book.sheets.filter((sheet) => sheet !== this.sheet && sheet.visibility === "Visible");
    if (others.length === 0) throw invalidOperation(`The only visible worksheet cannot be ${what}`);
  }
  /** Excel goes to the sheet after the one that went, or the one before. */
  private activateAnother(): void {
    const next = this.beside(1, true) ?? this.beside(-1, true);
    if (next) this.session.activate(this.session.sheet(next.id));
  }
}

/** @throws InvalidArgument or ItemAlreadyExists for a name Excel does not take. */
export function checkedSheetName(session: Session, given: unknown, own: SheetState | null): string {
  const name = String(given ?? "");
  if (sheetNameFault(name) !== null || name.toLowerCase() === "history")
    throw invalidArgument(`"${name}" cannot be the name of a worksheet`);
  const same = session.book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (same && same !== own) throw itemAlreadyExists(`the worksheet "${name}"`);
  return name;
}
