import type { Assurance } from "../assessment";
import type { Better } from "../paths/gap";

/**
 * Will the next milestone be met? (calculations.md section 3, after Making Data Count's icons.)
 * P when the whole 95% band is on the better side of the path, F when none of it is, else "?".
 * While an error stands against the series nothing firmer than "?" is said.
 */
export function assuranceOf(
  band: { low: number; high: number },
  path: number,
  rule: { better: Better; errorStands: boolean; strict?: boolean },
): Assurance {
  if (rule.errorStands) return "?";
  const [best, worst] = rule.better === "lower" ? [band.low, band.high] : [-band.high, -band.low];
  const goal = rule.better === "lower" ? path : -path;
  if (rule.strict === true ? worst < goal : worst <= goal) return "P";
  return (rule.strict === true ? best >= goal : best > goal) ? "F" : "?";
}
