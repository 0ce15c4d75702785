import { cellPlace } from "../../../snapshot/addresses";
import type { CellPlace, SheetSnapshot } from "../../../snapshot/snapshot";
import type { GridScan } from "../../context/grid-scan";

/** A column of shares with its total: what each source, stream or fuel is of a whole. */
export interface ShareColumn {
  readonly total: CellPlace;
  readonly parts: readonly CellPlace[];
  readonly label: string;
  /** In percent, whichever way the cells are written. */
  readonly sum: number;
  readonly stated: number;
}

const SPEAKS_OF_SHARES = /%|\b(shares?|proportions?|percent(age)?s?)\b/i;

/** Columns of shares as any sheet may have them, the plan's metrics or not: a heading of shares, figures, a row of totals. */
export function shareColumns({ sheet, totalLabels }: GridScan): ShareColumn[] {
  return totalLabels.flatMap((label) => columnsAbove(sheet, label));
}

function columnsAbove(sheet: SheetSnapshot, label: CellPlace): ShareColumn[] {
  const { top, left } = sheet.used ?? { top: 0, left: 0 };
  const at = (row: number, column: number) => sheet.values[row - top]?.[column - left] ?? null;
  const width = sheet.values[label.row - top]?.length ?? 0;
  const found: ShareColumn[] = [];
  for (let column = label.column + 1; column < left + width; column++) {
    const stated = at(label.row, column);
    if (typeof stated !== "number") continue;
    let row = label.row - 1;
    while (row >= top && typeof at(row, column) === "number") row--;
    const heading = at(row, column);
    const isShare = typeof heading === "string" && SPEAKS_OF_SHARES.test(heading);
    if (!isShare || label.row - row < 3) continue;
    const parts = Array.from({ length: label.row - 1 - row }, (_, index) =>
      cellPlace(sheet.name, row + 1 + index, column),
    );
    const sum = parts.reduce((so, place) => so + Number(at(place.row, column)), 0);
    const times = Math.abs(stated) <= 2 && Math.abs(sum) <= 2 ? 100 : 1;
    found.push({
      total: cellPlace(sheet.name, label.row, column),
      parts,
      label: String(at(label.row, label.column)),
      sum: sum * times,
      stated: stated * times,
    });
  }
  return found;
}
