import { hashOf } from "../../collections/hash";
import type { ReportCell } from "../sheet";

/** Where a page asks whether what it rests on still stands. */
export interface Freshness {
  /** The cells that count changes, one for each sheet or table compared. */
  readonly changes: string;
  /** What tells one report from the next, and the cell that holds that of the last report made. */
  readonly stamp: string;
  readonly stampAt: string;
}

/** Eight letters that differ where what a report was made from differs. */
export function stampOf(parts: unknown): string {
  return `Report ${hashOf(parts).toString(16).padStart(8, "0")}`;
}

/** True where nothing has changed since the report was written; as part of a formula. */
export function isFresh({ changes, stamp, stampAt }: Freshness): string {
  return `IF(ISERROR(SUM(${changes})),FALSE,AND(SUM(${changes})=0,${stampAt}="${stamp}"))`;
}

/** Says in words and by a mark whether the page is up to date with the workbook, by a formula. */
export function freshnessLine({ changes, stamp, stampAt }: Freshness): ReportCell {
  const count = `SUM(${changes})`;
  const changed = `"\u25c6 Out of date: "&IF(${count}=1,"1 cell it rests on has",TEXT(${count},"#,##0")&" cells it rests on have")&" changed since it was written. Make the report again."`;
  return {
    formula: `=IF(ISERROR(${count}),"\u25c6 Out of date: rows, columns or sheets it rests on were added or deleted. Make the report again.",IF(${stampAt}<>"${stamp}","\u25c6 A later report has been made than this page.",IF(${count}>0,${changed},"\u25cf Up to date with the workbook")))`,
  };
}
