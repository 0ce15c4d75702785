import { joinWords, someOf } from "../../../plan/wording";
import { factorTexts } from "../../evidence/sheets/factor-texts";
import { findingIn } from "../../findings/candidate";
import { references } from "../../findings/references";
import { FACTOR } from "../codes";
import type { Rule } from "../rule";

/** Warming potentials of two sets (validation-rules.md DQ09). */
export const warmingPotentials: Rule = {
  ...FACTOR,
  severity: "warning",
  looksFor: "Two sets of warming potentials.",
  check(context) {
    const named = context
      .once(factorTexts)
      .flatMap((each) => [...each.text.matchAll(/\bAR[456]\b/g)].map(([set]) => ({ ...each, set })));
    const sets = [...new Set(named.map(({ set }) => set))].sort();
    if (sets.length < 2) return [];
    const cells = named.map(({ place }) => place);
    return [
      findingIn(cells, {
        severity: "warning",
        label: named[0]?.text ?? null,
        message: `Warming potentials of ${joinWords(sets)} are both named (${someOf(references(cells))}), so gases in one total are weighed two ways. One set was expected; AR5 is the register’s.`,
        figure: sets.join(", "),
        effect: 0.1,
        subject: "warming potentials",
      }),
    ];
  },
};
