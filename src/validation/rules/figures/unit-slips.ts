import { keyOf } from "../../../collections/keys";
import { formatNumber, formatQuantity } from "../../../plan/wording";
import type { Observation } from "../../../returns/observation";
import type { CheckContext } from "../../context/check-context";
import { placesOf, type Point } from "../../context/figure-series";
import type { Mend } from "../../finding";
import { groupBy } from "../../../collections/groups";
import { isNonEmpty, type NonEmpty } from "../../../collections/non-empty";
import { materialityOf, type Materiality } from "../../evidence/figures/materiality";
import { median } from "../../../collections/median";
import { addressOf } from "../../../snapshot/addresses";
import { figureName, where } from "../../findings/phrases";
import { roundingUnit } from "../../context/rounding";
import { allPrices, priceOf, pricePer, type Price } from "../../evidence/figures/prices";
import { findingAt, ofOne, type Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { allSlips, type Slip } from "../../evidence/figures/slips";
import { isPower } from "../../evidence/figures/unit-slips";

/** Unit slips: ratios to the period before, to price or to peer sites near a unit's factor (validation-rules.md DQ04). */
export const unitSlip: Rule = {
  code: "DQ04",
  name: "unit-slip",
  severity: "error where the ratio is 2 or more, or a half or less; else warning",
  looksFor:
    "A figure that is a power of ten, 1.609, 3.6 or 277.8 times its neighbour in time, in price or among peers.",
  why: "A figure in the wrong unit is wrong by its whole size, and carries every total above it with it.",
  thresholds: ({ unitSlipTolerancePercent }) => [
    `a ratio within ${unitSlipTolerancePercent}% of 1.609, twice that for 3.6 and 10, five times that for 100 and more`,
    "and a change larger than the metric’s materiality amount",
  ],
  mends: "convert the figure",
  check(context) {
    const materiality = context.once(materialityOf);
    return slipsByCause(context.once(allSlips)).map((slips) => finding(context, slips, materiality));
  },
};

/** Slips of one metric, organisation, period and factor are one: a block of sites typed in the wrong unit. */
function slipsByCause(slips: readonly Slip[]): NonEmpty<Slip>[] {
  const groups = groupBy(slips, ({ series, point, slip }) =>
    keyOf(series.metric.id, series.organisation, point.period.label, slip.factor),
  );
  return [...groups.values()].map(sitesAlone);
}

/** Where sites slipped, the organisation's total only follows them. */
function sitesAlone(slips: NonEmpty<Slip>): NonEmpty<Slip> {
  const sites = slips.filter(({ series }) => series.site !== null);
  return isNonEmpty(sites) ? sites : slips;
}

function finding(context: CheckContext, slips: NonEmpty<Slip>, materiality: Materiality): Candidate {
  const [{ series, point, slip }] = slips;
  const mend = convert(context, slips);
  const size = Math.max(slip.factor, 1 / slip.factor);
  return findingAt(series, point, {
    severity: size >= 2 ? "error" : "warning",
    cells: slips.flatMap((each) => placesOf(each.point)),
    involves: slips.flatMap((each) => each.involves.flatMap(placesOf)),
    label: ofOne(slips, () => point.observations[0].label),
    site: ofOne(slips, () => series.site),
    message: message(context, slips, mend),
    mend,
    figure: slips.reduce((sum, each) => sum + each.point.value, 0),
    effect: materiality.effect(series, point, point.value - point.value / slip.factor),
  });
}

function message(context: CheckContext, slips: NonEmpty<Slip>, mend: Mend | null): string {
  const [{ series, point, slip, against, byPrice }] = slips;
  const [change, ...more] = mend?.changes ?? [];
  // What the mend would write, where the cell is in the metric's own unit.
  const written = more.length === 0 && change?.before === point.value ? Number(change.after) : null;
  const right = formatQuantity(written ?? tidy(point.value / slip.factor, slip.factor), series.metric.unit);
  const others =
    slips.length > 1
      ? ` ${formatNumber(slips.length - 1)} more of its figures for this period ${slips.length === 2 ? "is" : "are"} out in the same way.`
      : "";
  return (
    `${figureName(context, series, point)} ${where(context, series, point)} is ${timesWords(slip.factor)} ${against}, ` +
    `which looks like ${slip.looksLike} rather than a real change.${others}${byPrice ? "" : priceWords(context, point)} ` +
    `Check it against the source; if ${right} is meant, convert it.`
  );
}

/** " Its cost of £1,389,000 makes 65p a kWh, where 5p is usual.": what the price says, where it says the same. */
function priceWords(context: CheckContext, point: Point): string {
  const own = priceOf(context, point);
  if (own === undefined) return "";
  const ownerOf = ({ series }: Price): string => keyOf(series.metric.id, series.organisation);
  const others = context
    .once(allPrices)
    .flatMap((prices) => prices.filter((each) => each !== own && ownerOf(each) === ownerOf(own)));
  if (others.length === 0) return "";
  const [usual, unit] = [median(others.map(({ value }) => value)), own.series.metric.unit];
  const isOdd = own.value > usual * 2 || own.value < usual / 2;
  return isOdd
    ? ` Its cost of ${formatQuantity(own.cost.value, "£")} makes ${pricePer(own.value, unit)}, where ${pricePer(usual, unit)} is usual.`
    : "";
}

/** "about 1,000 times", "about a tenth of", "about 1/3.6 of". */
function timesWords(factor: number): string {
  if (factor >= 1) return `about ${formatNumber(factor, 3)} times`;
  const inverse = 1 / factor;
  const names: Readonly<Record<string, string>> = {
    "10": "a tenth",
    "100": "a hundredth",
    "1000": "a thousandth",
    "1000000": "a millionth",
  };
  return `about ${names[String(Math.round(inverse))] ?? `1/${formatNumber(inverse, inverse < 2 ? 3 : 1)}`} of`;
}

/** The convert mend: typed numbers only, since a formula's own inputs are what must change. */
function convert(context: CheckContext, slips: readonly Slip[]): Mend | null {
  const changes = slips.flatMap(({ point, slip }) =>
    point.observations.flatMap((each) => {
      const { place, raw } = each;
      if (typeof raw !== "number" || context.formulaAt(place) !== null) return [];
      const converted = tidy(raw / slip.factor, slip.factor);
      const after = slips.length === 1 ? toTheTotal(context, each, converted, slip.factor) : converted;
      return [{ sheet: place.sheet, address: addressOf(place), before: raw, after }];
    }),
  );
  const first = changes[0];
  if (first === undefined) return null;
  const label =
    changes.length === 1
      ? `Write ${formatNumber(first.after, 6)} in ${first.address}`
      : `Convert ${changes.length} cells`;
  return { label, kind: "convert", changes };
}

/**
 * A site's converted figure to the unit, where its organisation's stated figure gives it: a figure in MWh has lost
 * what rounding took, and the sum of sites would miss the total by it.
 */
function toTheTotal(context: CheckContext, each: Observation, converted: number, factor: number): number {
  const { metric, organisation, site, period, raw, value } = each;
  if (site === null || raw !== value) return converted;
  const same = context.observations.filter(
    (other) => other.metric === metric && other.organisation === organisation && other.period.label === period.label,
  );
  const stated = same.find((other) => other.site === null)?.value ?? null;
  if (stated === null) return converted;
  const others = same.filter((other) => other.site !== null && other !== each);
  const exact = Number((stated - others.reduce((so, other) => so + (other.value ?? 0), 0)).toPrecision(12));
  const lost = (0.5 * roundingUnit(each)) / Math.min(1, factor);
  return Math.abs(exact - converted) <= lost * (1 + 1e-9) ? exact : converted;
}

/** Without the last digits that dividing in binary leaves; a conversion that is no power of ten is no finer than the figure was. */
function tidy(value: number, factor: number): number {
  return isPower(factor) || Math.abs(value) < 1000 ? Number(value.toPrecision(12)) : Math.round(value);
}
