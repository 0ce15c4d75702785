import type { Rule } from "../rule";
import { blankRows } from "./blank-rows";
import { cellErrors } from "./cell-errors";
import { conflictingFigures } from "./conflicting-figures";
import { datesForNumbers } from "./dates-for-numbers";
import { duplicateRows } from "./duplicate-rows";
import { forbiddenValues } from "./forbidden-values";
import { numbersAsText } from "./numbers-as-text";
import { outOfBounds } from "./out-of-bounds";
import { requiredFigures } from "./required-figures";
import { truncatedNumbers } from "./truncated-numbers";
import { truncatedTexts } from "./truncated-texts";
import { unfilledForms } from "./unfilled-forms";
import { wordsForNothing } from "./words-for-nothing";
import { wordsForNumbers } from "./words-for-numbers";

export const CELL_RULES: readonly Rule[] = [
  blankRows,
  duplicateRows,
  conflictingFigures,
  wordsForNumbers,
  datesForNumbers,
  outOfBounds,
  requiredFigures,
  unfilledForms,
  forbiddenValues,
  truncatedNumbers,
  truncatedTexts,
  numbersAsText,
  wordsForNothing,
  cellErrors,
];
