import type { TableState } from "../book/book";
import { areaOnSheet, checkColumns } from "../package/on-sheet";
import type { Package } from "../package/package";
import { child, children, decodeEscapes, flag, number } from "../package/xml";

/** One table part; null where it names no range. */
export function readTable(part: string, packaged: Package, sheet: string): TableState | null {
  const root = packaged.xml(part);
  const rect = areaOnSheet(root?.attributes["ref"], "a table", sheet);
  if (!root || !rect) return null;
  const { attributes } = root;
  const style = child(root, "tableStyleInfo")?.attributes ?? {};
  const filter = child(root, "autoFilter");
  const columns = children(child(root, "tableColumns"), "tableColumn");
  checkColumns(attributes["displayName"] ?? "", columns.length, rect, sheet);
  const hidesButtons = children(filter, "filterColumn").some((each) => flag(each.attributes["hiddenButton"]));
  return {
    id: `{00000000-000C-0000-FFFF-FFFF${(number(attributes["id"]) ?? 0).toString(16).toUpperCase().padStart(2, "0")}000000}`,
    name: attributes["displayName"] ?? attributes["name"] ?? "",
    rect,
    showHeaders: number(attributes["headerRowCount"]) !== 0,
    showTotals: (number(attributes["totalsRowCount"]) ?? 0) > 0,
    style: style["name"] ?? "",
    showBandedRows: flag(style["showRowStripes"]),
    showBandedColumns: flag(style["showColumnStripes"]),
    showFilterButton: filter !== undefined && !hidesButtons,
    highlightFirstColumn: flag(style["showFirstColumn"]),
    highlightLastColumn: flag(style["showLastColumn"]),
    columns: columns.map((each) => decodeEscapes(each.attributes["name"] ?? "")),
    source: part,
  };
}
