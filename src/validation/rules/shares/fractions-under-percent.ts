import { keyOf } from "../../../collections/keys";
import { groupBy } from "../../../collections/groups";
import { isNonEmpty, type NonEmpty } from "../../../collections/non-empty";
import { UNITS } from "../../../plan/quantity/units";
import { formatNumber, formatPercent, plural, someOf } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { isKnown, type KnownFigure } from "../../context/figures";
import { findingOf, type Candidate } from "../../findings/candidate";
import { quoted } from "../../findings/quoted";
import { references } from "../../findings/references";
import { SHARE } from "../codes";
import type { Rule } from "../rule";
import { rescale } from "./rescale";

/** Fractions under a heading that says "%", asked about once a table (validation-rules.md DQ07). */
export const fractionsUnderPercent: Rule = {
  ...SHARE,
  severity: "warning",
  looksFor: "0.47 and the like under “%”, with no figure over 1 beside it.",
  mends: "put the shares on the right scale",
  check(context) {
    return [...context.figuresByTable.values()].flatMap((figures) => {
      const shares = figures.filter(isKnown).filter(isUnderPercent);
      const lines = groupBy(shares, ({ metric, organisation, site, kind }) => keyOf(metric, organisation, site, kind));
      const fractions = [...lines.values()].filter(areFractions).flat();
      return isNonEmpty(fractions) ? [finding(context, fractions)] : [];
    });
  },
};

/** Taken at its heading's word; a percentage format has made its fraction a percentage already. */
function isUnderPercent({ unit, givenUnit, raw, value }: KnownFigure): boolean {
  return unit === "%" && givenUnit?.symbol === UNITS["%"].symbol && typeof raw === "number" && raw === value;
}

function areFractions(line: readonly KnownFigure[]): boolean {
  const values = line.map(({ value }) => value).filter((value) => value !== 0);
  return values.every((value) => value > 0 && value <= 1) && values.some((value) => value < 1);
}

function finding(context: CheckContext, fractions: NonEmpty<KnownFigure>): Candidate {
  const [first, ...others] = fractions;
  const example = fractions.find(({ value }) => value > 0 && value < 1) ?? first;
  const cells = fractions.map(({ place }) => place);
  const names = [...new Set(fractions.map(({ label }) => label))].map(quoted);
  const which =
    others.length === 0
      ? `${first.place.cell} (${quoted(first.label)}) is ${formatNumber(first.value, 4)} under “%”`
      : `${plural(fractions.length, "figure")} under “%” (${someOf(references(cells))}; ${someOf(names)}) are between 0 and 1`;
  const meant = formatPercent(Number((example.value * 100).toPrecision(12)));
  return findingOf(first, {
    severity: "warning",
    cells,
    ...(others.length > 0 && { metric: null, organisation: null, site: null, period: null, label: null }),
    message: `${which}, so ${example.place.cell} is taken as ${formatPercent(example.value)}. If ${meant} is meant, rescale ${others.length === 0 ? "it" : "them all"}.`,
    mend: rescale(context, fractions, 100),
    figure: others.length === 0 ? first.value : fractions.length,
    effect: 0.5,
    subject: `${first.place.sheet}|${String(first.table)}`,
  });
}
