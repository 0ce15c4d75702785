import type { Assessment } from "../assessment";
import { seriesCases, type AssessmentInput } from "../cases/series-cases";
import { assessSeries } from "./assess-series";

/**
 * Each metric that has a target, of each organisation, in each period with an actual by the
 * reporting date, and one grey row where the last due figure is missing (cli-contract
 * "Assessment"). In the order of the plan's targets, then organisations, then periods; the order
 * of the input makes no difference.
 */
export function assess(input: AssessmentInput): Assessment[] {
  return seriesCases(input).flatMap((each) => assessSeries(each));
}
