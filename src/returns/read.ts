import type { Pack } from "../plan/schema";
import type { MappingRow, ReturnReading } from "./observation";
import type { Snapshot } from "./snapshot";

/** What a person chose besides the workbook itself. */
export interface ReadingChoices {
  /** Stands where a figure's own period is nowhere in the workbook: "2016/17". */
  readonly period: string | null;
  /** With exactly one, stands where a figure's own organisation is nowhere; otherwise only filters, which is not done here. */
  readonly organisations: readonly string[];
  /** Rows a person set by hand on an earlier reading. */
  readonly mapping?: readonly MappingRow[];
}

export function readReturns(_snapshot: Snapshot, _pack: Pack, _choices: ReadingChoices): ReturnReading {
  return {
    tables: [],
    observations: [],
    statedTotals: [],
    actions: [],
    notUnderstood: [],
    mapping: [],
    leftOut: { organisations: 0, rows: 0 },
    cellsScanned: 0,
  };
}
