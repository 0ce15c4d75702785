import { factorFor } from "../../../plan/factors";
import { speaksTest } from "../../../plan/vocabulary/speaks";
import { nhsVocabulary } from "../../../plan/vocabulary/vocabulary";
import { formatNumber } from "../../../plan/wording";
import { fold } from "../../../returns/words/text";
import { factorTexts, latestPeriod, setYears } from "../../evidence/sheets/factor-texts";
import { findingIn } from "../../findings/candidate";
import { quoted } from "../../findings/quoted";
import { FACTOR } from "../codes";
import type { Rule } from "../rule";
import { awayWords, isFar, registerThreshold } from "./register-difference";

/** The fuels that texts name beside a factor, each with the test of a folded text. */
const NAMED_FUELS = nhsVocabulary.fuels.flatMap((fuel) => {
  const isSpokenOf = speaksTest(fuel);
  return isSpokenOf === null ? [] : [{ id: fuel.id, isSpokenOf }];
});

/** Factors written beside their fuel's name, "Electricity factor (kgCO2e/kWh) | 0.20705" (validation-rules.md DQ09). */
export const writtenFactors: Rule = {
  ...FACTOR,
  severity: "warning",
  looksFor: "A factor far from the register’s.",
  thresholds: registerThreshold,
  check(context) {
    const latest = context.once(latestPeriod);
    if (latest === null) return [];
    return context.once(factorTexts).flatMap(({ place, text }) => {
      const folded = fold(text);
      const fuel = NAMED_FUELS.find(({ isSpokenOf }) => isSpokenOf(folded))?.id;
      const at = context.placeBeside(place, 1);
      const value = context.valueAt(at);
      if (fuel === undefined || !/kwh/i.test(text) || typeof value !== "number" || value <= 0) return [];
      const [year] = setYears(text);
      const known = factorFor(fuel, year === undefined ? latest : { first: `${year}-01-01`, last: `${year}-12-31` });
      if (known === null || !isFar(context, value, known.factor.value)) return [];
      return [
        findingIn([at], {
          severity: "warning",
          label: text,
          message: `The factor in ${at.cell} (${quoted(text)}), ${formatNumber(value, 5)}, is ${awayWords(value, known.factor.value)} the register’s ${formatNumber(known.factor.value, 5)} kgCO₂e per ${known.fuel.per} for ${known.factor.year}. Check its unit and its year; correct it, or say where it comes from.`,
          figure: value,
          effect: 0.1,
          subject: `${place.sheet}|${text}`,
        }),
      ];
    });
  },
};
