import { notImplemented } from "../../wire/errors";
import type { HostObject } from "../../wire/objects";
import { Range } from "../range/range";
import type { Session } from "../session/session";
import type { SheetState } from "../../../workbook-file/book/book";

/** `Excel.AutoFilter`: where it is; criteria are the file's and stay untouched. */
export class AutoFilter implements HostObject {
  readonly className = "AutoFilter";
  constructor(
    private readonly session: Session,
    private readonly sheet: SheetState,
  ) {}

  get enabled(): boolean {
    return this.sheet.autoFilter !== null;
  }
  getRange(): Range {
    const range = this.getRangeOrNullObject();
    if (!range) throw notImplemented("the range of an AutoFilter that is off");
    return range;
  }
  getRangeOrNullObject(): Range | null {
    return this.sheet.autoFilter && new Range(this.session, this.sheet, this.sheet.autoFilter);
  }
}
