import { isNonEmpty } from "../../../collections/non-empty";
import { factorYear } from "../../../plan/factors";
import { joinWords, periodWords, someOf } from "../../../plan/wording";
import { factorTexts, latestPeriod, setYears } from "../../evidence/sheets/factor-texts";
import { findingIn } from "../../findings/candidate";
import { quoted } from "../../findings/quoted";
import { references } from "../../findings/references";
import { FACTOR } from "../codes";
import type { Rule } from "../rule";

/** Emission factors of another year than the figures (validation-rules.md DQ09). */
export const factorSets: Rule = {
  ...FACTOR,
  severity: "warning",
  looksFor: "A factor set of another year than the figures.",
  check(context) {
    const stated = context.once(factorTexts).flatMap((each) => {
      return /factors?\b/i.test(each.text) ? setYears(each.text).map((year) => ({ ...each, year })) : [];
    });
    const latest = context.once(latestPeriod);
    if (latest === null || !isNonEmpty(stated)) return [];
    const needed = factorYear(latest);
    if (stated.some(({ year }) => year === needed)) return [];
    const years = [...new Set(stated.map(({ year }) => year))].sort();
    const [{ text }] = stated;
    const cells = stated.map(({ place }) => place);
    return [
      findingIn(cells, {
        severity: "warning",
        label: text,
        message: `The factors named in ${someOf(references(cells))} (${quoted(text)}) are those of ${joinWords(years.map(String))}, where figures for ${periodWords(latest)} take the ${needed} set, the year that holds most of the period. Work the emissions out again with the ${needed} factors, or say why not.`,
        figure: years.join(", "),
        effect: 0.1,
        subject: "set year",
      }),
    ];
  },
};
