import { median } from "../../../collections/median";
import { formatPercent } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { isKnown, isOutturn, type KnownFigure } from "../../context/figures";
import { findingOf } from "../../findings/candidate";
import { observationName, whereObservation } from "../../findings/phrases";
import { SHARE } from "../codes";
import type { Rule } from "../rule";
import { rescale } from "./rescale";

/** Shares that cannot be (validation-rules.md DQ07). */
export const sharesOutOfRange: Rule = {
  ...SHARE,
  severity: "error",
  looksFor: "A share outside 0 to 100%.",
  mends: "put the share on the right scale",
  check(context) {
    const outside = context.observations.filter(isKnown).filter((each) => isOutside(context, each));
    return outside.map((each) => {
      const meant = meantBy(context, each);
      const hint =
        meant === null ? "" : ` If ${formatPercent(meant)} is meant, the figure was multiplied by 100 twice.`;
      return findingOf(each, {
        severity: "error",
        message: `${observationName(context, each)} ${whereObservation(context, each)} is ${formatPercent(each.value)}, where a share between 0 and 100% was expected.${hint} Correct it.`,
        mend: meant === null ? null : rescale(context, [each], 1 / 100),
      });
    });
  },
};

function isOutside(context: CheckContext, each: KnownFigure): boolean {
  if (each.unit !== "%" || !isOutturn(each)) return false;
  const bounds = context.metrics.get(each.metric)?.bounds;
  return each.value < (bounds?.min ?? 0) || each.value > (bounds?.max ?? 100);
}

/** Above this a share can only be one multiplied by 100 twice; below it, its other years must say so [ours]. */
const SURELY_TWICE = 500;

/** The share that a figure over 100% stands for, where it is one multiplied by 100 twice. */
function meantBy(context: CheckContext, each: KnownFigure): number | null {
  const meant = each.value / 100;
  if (meant <= 1 || meant > 100) return null;
  const series = context.seriesOf(each.metric, each.organisation).find(({ site }) => site === each.site);
  const peers = (series?.points ?? []).filter(({ value }) => value > 0 && value <= 100).map(({ value }) => value);
  if (peers.length === 0) return meant * 100 >= SURELY_TWICE ? meant : null;
  const usual = median(peers);
  return meant >= usual / 4 && meant <= usual * 4 ? meant : null;
}
