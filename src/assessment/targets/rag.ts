import type { Rag } from "../assessment";

/** From the colour to look at first to the one to look at last. */
export const RAG_ORDER: readonly Rag[] = ["red", "amber", "green", "grey"];

/**
 * The colour of a gap, by the gap alone (calculations.md section 7). Not behind is green, behind by
 * up to `amberPercent` of the path is amber, beyond it red; where the path is 0 any excess is red.
 * A strict target ("under 10") is not met at the target itself: there it is amber at best.
 */
export function ragOf(gap: number, path: number, rule: { amberPercent: number; strict?: boolean }): Rag {
  if (gap < 0 || (gap === 0 && rule.strict !== true)) return "green";
  if (path === 0) return "red";
  return gap * 100 <= rule.amberPercent * Math.abs(path) ? "amber" : "red";
}
