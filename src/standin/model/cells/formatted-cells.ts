import type { Area } from "../../../snapshot/snapshot";
import type { SheetState, Style } from "../../../workbook-file/book/book";
import type { Session } from "../session/session";
import { common, restyle, stylesIn } from "./styling";

/** The cells a format belongs to: one rectangle, or several of a RangeAreas. */
export class Formatted {
  constructor(
    readonly session: Session,
    readonly sheet: SheetState,
    readonly rects: readonly Area[],
  ) {}

  shared<T>(of: (style: Style) => T): T | null {
    return common(
      this.rects.flatMap((rect) => stylesIn(this.session, this.sheet, rect)),
      of,
    );
  }

  change(change: (style: Style) => Partial<Style>): void {
    for (const rect of this.rects) restyle(this.session, this.sheet, rect, change);
  }
}
