import type { MetricId } from "../../../plan/schema";
import type { Observation } from "../../../returns/observation";
import type { CheckContext } from "../../context/check-context";

/** A stated figure of an amount per something, and the metric it is per. */
export interface Intensity {
  readonly figure: Observation;
  readonly denominator: MetricId;
}

/** The intensities a return states itself: a share's parts need not be given. */
export function statedIntensities({ metrics, observations }: CheckContext): Intensity[] {
  return observations.flatMap((figure) => {
    const metric = metrics.get(figure.metric);
    if (metric?.ratio === undefined || !metric.unit.includes("/") || metric.unit === "yes/no") return [];
    return figure.value === null ? [] : [{ figure, denominator: metric.ratio.denominator }];
  });
}
