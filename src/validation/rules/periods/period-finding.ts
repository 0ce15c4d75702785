import type { NonEmpty } from "../../../collections/non-empty";
import { formatNumber, plural, someOf } from "../../../plan/wording";
import type { Observation } from "../../../returns/observation";
import type { CheckContext } from "../../context/check-context";
import { findingIn, type Candidate } from "../../findings/candidate";
import { references } from "../../findings/references";

/**
 * A warning about all of an organisation's figures that share something wrong with their period.
 *
 * @param message given "UHL gives 3 figures" and the figures' cells.
 */
export function periodFinding(
  context: CheckContext,
  group: NonEmpty<Observation>,
  subject: string,
  message: (figures: string, cells: string) => string,
): Candidate {
  const [{ organisation, period }] = group;
  const cells = group.map((each) => each.place);
  const figures = `${context.nameOf(organisation)} gives ${plural(group.length, "figure")}`;
  return findingIn(cells, {
    severity: "warning",
    organisation,
    period: period.label,
    message: message(figures, someOf(references(cells))),
    figure: formatNumber(group.length),
    effect: 0.05,
    subject,
  });
}
