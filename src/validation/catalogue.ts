import type { Rule } from "./rule";
import { yearOnYear } from "./rules/dq03-year-on-year";
import { unitSlip } from "./rules/dq04-unit-slip";

/** Every rule that a return is checked against, in the catalogue's order. */
export const RULES: readonly Rule[] = [yearOnYear, unitSlip];
