import type { Rule } from "../rule";
import { fractionsAmongPercentages } from "./fractions-among-percentages";
import { fractionsUnderPercent } from "./fractions-under-percent";
import { sharesOfAWhole } from "./shares-of-a-whole";
import { sharesOutOfRange } from "./shares-out-of-range";

export const SHARE_RULES: readonly Rule[] = [
  sharesOutOfRange,
  fractionsAmongPercentages,
  fractionsUnderPercent,
  sharesOfAWhole,
];
