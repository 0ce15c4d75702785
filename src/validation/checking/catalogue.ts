import type { Thresholds } from "../../plan/schema";
import { groupBy } from "../../collections/groups";
import { ACTION_RULES } from "../rules/actions";
import { CELL_RULES } from "../rules/cells";
import { FACTOR_RULES } from "../rules/factors";
import { FIGURE_RULES } from "../rules/figures";
import { FORMULA_RULES } from "../rules/formulas";
import { HEADING_RULES } from "../rules/headings";
import { PERIOD_RULES } from "../rules/periods";
import type { Rule, RuleEntry } from "../rules/rule";
import { SHARE_RULES } from "../rules/shares";
import { SUM_RULES } from "../rules/sums";
import { WORKBOOK_RULES } from "../rules/workbook";
import { EXPLANATION } from "./explanations";

/** Every rule that a return is checked against, in the order of the codes: named ones (blank-label), DQ, AC. */
export const RULES: readonly Rule[] = [
  ...HEADING_RULES,
  ...CELL_RULES,
  ...WORKBOOK_RULES,
  ...FIGURE_RULES,
  ...FACTOR_RULES,
  ...SUM_RULES,
  ...SHARE_RULES,
  ...PERIOD_RULES,
  ...FORMULA_RULES,
  ...ACTION_RULES,
].sort((a, b) => rank(a.code).localeCompare(rank(b.code)));

/** Sorts codes; those without a number keep the order they are listed in. */
function rank(code: string): string {
  if (code.startsWith("AC")) return `2${code}`;
  return /\d$/.test(code) ? `1${code}` : "0";
}

/** One code as the catalogue shows it. */
export interface CatalogueEntry {
  readonly code: string;
  readonly name: string;
  /** One sentence. */
  readonly why: string;
  /** The rules of this code. */
  readonly rules: readonly CatalogueRule[];
}

interface CatalogueRule extends Pick<RuleEntry, "severity" | "looksFor" | "mends"> {
  /** With a pack's values in them. */
  readonly thresholds: readonly string[];
}

/** Every code for a reader: the rules of a return, and EX01, which judges explanations. */
export function catalogue(thresholds: Thresholds): CatalogueEntry[] {
  const entries: readonly RuleEntry[] = [...RULES, EXPLANATION];
  return [...groupBy(entries, ({ code }) => code).values()].map((rules) => {
    const { code, name, why } = rules[0];
    return {
      code,
      name,
      why,
      rules: rules.map((rule) => ({ ...rule, thresholds: rule.thresholds?.(thresholds) ?? [] })),
    };
  });
}
