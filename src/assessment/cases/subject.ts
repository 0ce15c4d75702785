import { oncePer } from "../../collections/once-per";
import type { OrganisationCode, Pack } from "../../plan/schema";
import type { ReturnReading } from "../../returns/observation";

/** Who has figures in the return; where nobody has, who has rows of actions. A roll-up is not a presence. */
const present = oncePer(({ observations, actions }: ReturnReading): ReadonlySet<OrganisationCode> => {
  const withFigures = new Set(observations.map(({ organisation }) => organisation));
  if (withFigures.size > 0) return withFigures;
  return new Set(actions.flatMap(({ organisation }) => organisation ?? []));
});

/**
 * Whose report it is: the one organisation whose figures the return holds; null for the whole plan, where it holds the
 * system's own figure or those of several. Nothing is said of a system from one member's figures.
 */
export function subjectOf(reading: ReturnReading, { system }: Pick<Pack, "system">): OrganisationCode | null {
  const [only, ...others] = present(reading);
  return only === undefined || others.length > 0 || only === system ? null : only;
}
