import { MAX_COLUMNS, MAX_ROWS } from "../../../snapshot/addresses";
import type { SheetState } from "../../../workbook-file/book/book";
import { invalidArgument } from "../../wire/errors";
import type { HostObject } from "../../wire/objects";
import { Range } from "../range/range";
import { givenCells } from "../session/given-cells";
import type { Session } from "../session/session";

/** `Excel.WorksheetFreezePanes` */
export class FreezePanes implements HostObject {
  readonly className = "WorksheetFreezePanes";
  constructor(
    private readonly session: Session,
    private readonly sheet: SheetState,
  ) {}

  freezeRows(count?: number | null): void {
    this.set(count ?? 1, 0);
  }
  freezeColumns(count?: number | null): void {
    this.set(0, count ?? 1);
  }
  /** Freezes everything above and left of the range's end, as Excel does: the range is the frozen part. */
  freezeAt(given: unknown): void {
    const { rect } = givenCells(this.session, this.sheet, given);
    this.set(rect.bottom === MAX_ROWS - 1 ? 0 : rect.bottom + 1, rect.right === MAX_COLUMNS - 1 ? 0 : rect.right + 1);
  }
  unfreeze(): void {
    this.set(0, 0);
  }
  getLocation(): Range {
    const range = this.getLocationOrNullObject();
    if (!range) throw invalidArgument("Nothing is frozen");
    return range;
  }
  getLocationOrNullObject(): Range | null {
    const { rows, columns } = this.sheet.freeze;
    if (rows === 0 && columns === 0) return null;
    return new Range(this.session, this.sheet, {
      top: 0,
      left: 0,
      bottom: rows === 0 ? MAX_ROWS - 1 : rows - 1,
      right: columns === 0 ? MAX_COLUMNS - 1 : columns - 1,
    });
  }

  private set(rows: number, columns: number): void {
    this.session.requireSheet(this.sheet);
    if (rows < 0 || columns < 0) throw invalidArgument("A number of rows or columns to freeze is 0 or more");
    this.sheet.freeze = { rows, columns };
    this.sheet.edits.view = true;
  }
}
