import type { Rule } from "../rule";
import { formulasUnlikeNeighbours } from "./formulas-unlike-neighbours";
import { wrongSums } from "./wrong-sums";

export const FORMULA_RULES: readonly Rule[] = [formulasUnlikeNeighbours, wrongSums];
