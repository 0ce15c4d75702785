import type { MappingRow } from "../returns/observation";
import type { Snapshot } from "../snapshot/snapshot";
import type { DecidedTable } from "../snapshot/kept-words";
import { asksTable } from "./board-asks";
import { decisionsTable } from "./decision-rows";
import { itemsTable, reportsTable } from "./history-tables";
import { explanationsIn, explanationsTable, type Explanation } from "./explanations";
import { sourcesTable } from "./footprint-sources";
import { mappingIn, mappingTable } from "./mapping";
import { signedTable, signOffTable } from "./sign-off";
import { settingsIn, settingsTable, type ReportSettings } from "./settings";

/**
 * What people decided and the workbook keeps, on visible sheets of ours: there is no other state. Decisions on figures
 * stand apart, since the plan's names are needed to read them: `decisionsIn`.
 */
export interface KeptDecisions {
  /** Only rows that a person set. */
  readonly mapping: readonly MappingRow[];
  readonly explanations: readonly Explanation[];
  readonly settings: ReportSettings;
}

/** All tables in which people decide. */
export const decidedTables: readonly DecidedTable[] = [
  mappingTable,
  explanationsTable,
  settingsTable,
  signOffTable,
  signedTable,
  sourcesTable,
  asksTable,
  decisionsTable,
  reportsTable,
  itemsTable,
];

/** Reads what people decided from our sheets in a snapshot. A row that says nothing is passed over. */
export function keptIn(snapshot: Snapshot): KeptDecisions {
  return {
    mapping: mappingIn(snapshot),
    explanations: explanationsIn(snapshot),
    settings: settingsIn(snapshot),
  };
}
