import { intersect } from "../../../snapshot/areas";
import type { Area } from "../../../snapshot/snapshot";
import type { SheetState } from "../../../workbook-file/book/book";
import type { Session } from "../session/session";
import { headersOf } from "./table-rules";

/** To be called once after cells of a rectangle were written: tables whose headers are in it follow, then events go out. */
export function afterWrite(session: Session, sheet: SheetState, rect: Area): void {
  for (const table of sheet.tables) {
    const header = { ...table.rect, bottom: table.rect.top };
    if (!table.showHeaders || !intersect(header, rect)) continue;
    const columns = headersOf(session, sheet, table.rect);
    if (columns.join("\n") === table.columns.join("\n")) continue;
    table.columns = columns;
    sheet.edits.tables = true;
  }
  session.rangeChanged(sheet, rect);
}
