import { formatPercent, someOf } from "../../../plan/wording";
import type { StatedTotal } from "../../../returns/observation";
import type { CheckContext } from "../../context/check-context";
import { shareColumns } from "../../evidence/sheets/share-tables";
import { findingIn, type Candidate } from "../../findings/candidate";
import { quoted } from "../../findings/quoted";
import { references } from "../../findings/references";
import { SHARE } from "../codes";
import type { Rule } from "../rule";

/** Shares of a whole that do not make one (validation-rules.md DQ07). */
export const sharesOfAWhole: Rule = {
  ...SHARE,
  severity: "error",
  looksFor: "Shares of a whole that do not add up to 100.",
  thresholds: ({ shareTolerance }) => [`shares of a whole add up to 100 within ${shareTolerance}`],
  check(context) {
    const read = context.input.reading.statedTotals.filter(({ unit, of }) => unit === "%" && of.length > 1);
    return [...read.flatMap((total) => inTable(context, total) ?? []), ...onSheets(context, read)];
  },
};

/** Shares of a whole in a table that was read, where it states their total. */
function inTable(context: CheckContext, total: StatedTotal): Candidate | null {
  const parts = total.of.map((place) => context.valueAt(place));
  if (!parts.every((each) => typeof each === "number")) return null;
  const sum = parts.reduce((so, each) => so + each, 0);
  const inPercent = Math.abs(sum) <= 2 ? sum * 100 : sum;
  if (Math.abs(inPercent - 100) <= context.thresholds.shareTolerance) return null;
  const { place, label, metric, organisation, period } = total;
  return findingIn([place], {
    severity: "error",
    also: total.of,
    label,
    metric,
    organisation,
    period: period.label,
    message: `The shares under ${quoted(label)} (${place.cell}) add up to ${formatPercent(inPercent)}, where 100% was expected. Find the share that is wrong or missing.`,
    figure: inPercent,
    effect: Math.abs(inPercent - 100) / 100,
  });
}

/** How far from 100 the parts may be and still be meant to make a whole, in points [ours]. */
const MEANT_AS_WHOLE = 20;

/** Shares of a whole in tables of the return's own, where the total says 100 or what its parts make. */
function onSheets(context: CheckContext, read: readonly StatedTotal[]): Candidate[] {
  const { shareTolerance } = context.thresholds;
  const known = new Set(read.map(({ place }) => place.cell));
  return context.scans.flatMap(shareColumns).flatMap(({ total, parts, label, sum, stated }) => {
    const off = Math.abs(sum - 100);
    const isWhole = Math.abs(stated - 100) <= shareTolerance || Math.abs(stated - sum) <= shareTolerance;
    if (known.has(total.cell) || off <= shareTolerance || off > MEANT_AS_WHOLE || !isWhole) return [];
    return [
      findingIn([total], {
        severity: "error",
        also: parts,
        label,
        message: `The shares in ${someOf(references(parts))} add up to ${formatPercent(sum)}, where 100% was expected (${quoted(label)} in ${total.cell} says ${formatPercent(stated)}). Find the share that is wrong or missing.`,
        figure: sum,
        effect: off / 100,
        subject: total.cell,
      }),
    ];
  });
}
