import type { Rule } from "../rule";
import { blankFigures } from "./blank-figures";
import { copiedFigures } from "./copied-figures";
import { magnitude } from "./magnitude";
import { missingDenominators } from "./missing-denominators";
import { movedDenominators } from "./moved-denominators";
import { negativeFigures } from "./negative-figures";
import { outlyingSites } from "./outlying-sites";
import { price } from "./prices";
import { roundFigures } from "./round-figures";
import { stuckFigures } from "./stuck-figures";
import { unitSlip } from "./unit-slips";
import { vanishedFigures } from "./vanished-figures";
import { yearOnYear } from "./year-on-year";

export const FIGURE_RULES: readonly Rule[] = [
  yearOnYear,
  unitSlip,
  negativeFigures,
  vanishedFigures,
  blankFigures,
  copiedFigures,
  stuckFigures,
  roundFigures,
  missingDenominators,
  movedDenominators,
  price,
  outlyingSites,
  magnitude,
];
