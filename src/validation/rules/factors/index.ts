import type { Rule } from "../rule";
import { carbonDioxideAlone } from "./carbon-dioxide-alone";
import { factorSets } from "./factor-sets";
import { statedEmissions } from "./stated-emissions";
import { warmingPotentials } from "./warming-potentials";
import { writtenFactors } from "./written-factors";

export const FACTOR_RULES: readonly Rule[] = [
  factorSets,
  warmingPotentials,
  writtenFactors,
  statedEmissions,
  carbonDioxideAlone,
];
