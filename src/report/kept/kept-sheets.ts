import type { Proposal } from "../../decisions/board-asks";
import type { ReportSheet } from "../sheet";
import type { ReportSource } from "../source/source";
import { explanationRows, explanationsSheet } from "./explanations-sheet";
import { historySheet } from "./history-sheet";
import { mappingSheet } from "./mapping-sheet";
import { settingsSheet } from "./settings-sheet";

/** The sheets on which people decide: what was understood, why a figure is so, as of when; and what was reported. */
export interface KeptSheets {
  readonly mapping: ReportSheet;
  readonly explanations: ReportSheet;
  readonly settings: ReportSheet;
  readonly history: ReportSheet;
}

/** @param proposals what the board might be asked. */
export function keptSheets(source: ReportSource, proposals: readonly Proposal[] = []): KeptSheets {
  const { outcome, names } = source;
  const furniture = source.furniture();
  return {
    mapping: mappingSheet(outcome.reading.mapping, outcome.pack, { ...furniture, name: names.mapping }),
    explanations: explanationsSheet(explanationRows(outcome), { ...furniture, name: names.explanations }),
    settings: settingsSheet(outcome, { ...furniture, name: names.settings }, proposals),
    history: historySheet(outcome, { ...furniture, name: names.history }),
  };
}
