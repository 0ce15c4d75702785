import type { Rule } from "../rule";
import { estimatedShare } from "./estimated-share";
import { footprintOrder } from "./footprint-order";
import { footprintSums } from "./footprint-sums";
import { regionalTotals } from "./regional-totals";
import { sheetTotals } from "./sheet-totals";
import { statedAgainstParts } from "./stated-against-parts";

export const SUM_RULES: readonly Rule[] = [
  sheetTotals,
  regionalTotals,
  statedAgainstParts,
  footprintSums,
  footprintOrder,
  estimatedShare,
];
