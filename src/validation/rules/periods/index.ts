import type { Rule } from "../rule";
import { academicYears } from "./academic-years";
import { ambiguousYears } from "./ambiguous-years";
import { futureActuals } from "./future-actuals";
import { missingPeriods } from "./missing-periods";
import { mixedYears } from "./mixed-years";

export const PERIOD_RULES: readonly Rule[] = [missingPeriods, mixedYears, ambiguousYears, academicYears, futureActuals];
