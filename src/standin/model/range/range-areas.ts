import { isEntireColumn, isEntireRow, localAddress, parseReference } from "../../../snapshot/addresses";
import { cellCount } from "../../../snapshot/areas";
import type { Area } from "../../../snapshot/snapshot";
import type { SheetState } from "../../../workbook-file/book/book";
import { invalidArgument, itemNotFound } from "../../wire/errors";
import type { HostObject } from "../../wire/objects";
import { clear } from "../cells/clear";
import type { Session } from "../session/session";
import { DataValidation } from "./data-validation";
import { Range } from "./range";
import { RangeFormat } from "./range-format";

/** `Excel.RangeAreas`: rectangles of one sheet. */
export class RangeAreas implements HostObject {
  readonly className = "RangeAreas";

  constructor(
    private readonly session: Session,
    private readonly sheet: SheetState,
    private readonly rects: readonly Area[],
  ) {}

  check(): void {
    this.session.requireSheet(this.sheet);
  }

  get areas(): Areas {
    return new Areas(this.rects.map((rect) => new Range(this.session, this.sheet, rect)));
  }
  get worksheet(): HostObject {
    return this.session.make.worksheet(this.session, this.sheet);
  }
  get format(): RangeFormat {
    return new RangeFormat(this.session, this.sheet, this.rects);
  }
  get conditionalFormats(): HostObject {
    return this.session.make.conditionalFormats(this.session, this.sheet, this.rects);
  }
  get dataValidation(): DataValidation {
    return new DataValidation(this.session, this.sheet, this.rects);
  }
  get address(): string {
    return this.rects.map((rect) => this.session.address(this.sheet, rect)).join(",");
  }
  get addressLocal(): string {
    return this.address;
  }
  get areaCount(): number {
    return this.rects.length;
  }
  get cellCount(): number {
    return this.rects.reduce((sum, rect) => sum + cellCount(rect), 0);
  }
  get isEntireRow(): boolean {
    return this.rects.every(isEntireRow);
  }
  get isEntireColumn(): boolean {
    return this.rects.every(isEntireColumn);
  }
  clear(applyTo?: string | null): void {
    clear(this.session, this.sheet, this.rects, applyTo ?? "All");
  }
  select(): void {
    this.session.activate(this.sheet);
    this.session.book.selection.set(this.sheet.id, this.rects.map(localAddress).join(","));
    for (const rect of this.rects) this.session.selectionChanged(this.sheet, rect);
  }
}

/** `Excel.RangeCollection` */
export class Areas implements HostObject {
  readonly className = "RangeCollection";
  constructor(private readonly ranges: readonly Range[]) {}

  items(): readonly Range[] {
    return this.ranges;
  }
  getCount(): number {
    return this.ranges.length;
  }
  getItemAt(index: number): Range {
    const range = this.ranges[index];
    if (!range) throw itemNotFound(`the area ${index}`);
    return range;
  }
}

/** The rectangles of "A1:B2,D4", all on one sheet. */
export function parseAreas(session: Session, sheet: SheetState, addresses: string): RangeAreas {
  const rects = addresses.split(",").map((address) => {
    const parsed = parseReference(address);
    if (!parsed) throw invalidArgument(`"${address}" is no address`);
    return parsed.area;
  });
  return new RangeAreas(session, sheet, rects);
}
