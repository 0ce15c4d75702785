import type { Rule } from "../rule";
import { externalLinks } from "./external-links";
import { filters } from "./filters";
import { hiddenFigures } from "./hidden-figures";
import { farCells } from "./far-cells";
import { hiddenSheets } from "./hidden-sheets";
import { manualCalculation } from "./manual-calculation";
import { markedSheets } from "./marked-sheets";

export const WORKBOOK_RULES: readonly Rule[] = [
  manualCalculation,
  hiddenSheets,
  hiddenFigures,
  farCells,
  markedSheets,
  externalLinks,
  filters,
];
