import { columnCount, rowCount } from "../../snapshot/areas";
import type { Area } from "../../snapshot/snapshot";

/** The cells of an area of a sheet. */
export function rangeAt(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.top, area.left, rowCount(area), columnCount(area));
}
