import type { NonEmpty } from "../../../collections/non-empty";
import { periodWords } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import type { WholeTotal } from "../../evidence/figures/footprint-totals";
import { findingOf, type Candidate } from "../../findings/candidate";
import { figuresOf } from "../../findings/phrases";

/** An error about totals that contradict one another, the likeliest culprit first. */
export function footprintFinding(
  totals: NonEmpty<WholeTotal>,
  { metric, organisation, period, value }: WholeTotal,
  said: Pick<Candidate, "message" | "effect">,
): Candidate {
  const [first, ...others] = totals.flatMap((each) => [...each.observations]);
  return findingOf(first ?? totals[0].observations[0], {
    severity: "error",
    also: others.map(({ place }) => place),
    metric,
    organisation,
    site: null,
    period: period.label,
    figure: value,
    ...said,
  });
}

/** "UHL’s carbon footprint in 2024/25" */
export function totalName(context: CheckContext, { metric, organisation, period }: WholeTotal): string {
  return `${figuresOf(context, { metric, organisation, site: null })} in ${periodWords(period)}`;
}

/** A total's first cell: "UHL!C5". */
export function cellOf({ observations }: WholeTotal): string {
  return observations[0].place.cell;
}
