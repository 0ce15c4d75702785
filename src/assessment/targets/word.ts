import type { Assessment, Rag } from "../assessment";
import { gapOf } from "../paths/gap";
import type { ReadyTarget, ReadyPathway } from "../paths/ready-pathway";

/**
 * The word that stands beside a colour, never the colour alone: a path is "ahead" where the early
 * edge is met as well, a level is "met" or "behind", above a band is not a failure.
 */
export function wordOf(
  path: ReadyPathway,
  target: ReadyTarget,
  actual: number,
  rag: Rag,
  { late, early }: Assessment["path"],
): string {
  const { goal } = target.plan;
  if (goal.kind === "band") return actual > goal.high ? "above range" : rag === "green" ? "in range" : "below range";
  if (goal.kind === "yes") return rag === "green" ? "in place" : "not in place";
  if (rag !== "green") return "behind";
  if (!path.moving) return "met";
  return early !== null && early !== late && gapOf(actual, early, path.metric.better) <= 0 ? "ahead" : "on track";
}
