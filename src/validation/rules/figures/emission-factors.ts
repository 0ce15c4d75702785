import { emissionsOf, factorFor, factorYear } from "../../../plan/factors";
import type { FactorReading } from "../../../plan/factors";
import { derivationsOf, fuelName, isUsedByAll } from "../../../plan/metric-facts";
import type { DerivationPart } from "../../../plan/metric-facts";
import type { MetricId } from "../../../plan/schema";
import { speaksTest } from "../../../plan/vocabulary/speaks";
import { nhsVocabulary } from "../../../plan/vocabulary/vocabulary";
import { formatNumber, formatPercent, formatQuantity, joinWords, periodWords, someOf } from "../../../plan/wording";
import type { Period } from "../../../plan/time/periods";
import { fold } from "../../../returns/words/text";
import type { Observation } from "../../../returns/observation";
import type { CellPlace } from "../../../snapshot/snapshot";
import type { CheckContext } from "../../context/check-context";
import { isOutturn } from "../../context/figures";
import { observationName, quoted, whereObservation } from "../../findings/phrases";
import { references } from "../../findings/references";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";

/** Emission factors of the wrong year, of mixed sets, or far from the register (validation-rules.md DQ09). */
export const factor: Rule = {
  code: "DQ09",
  name: "factor",
  severity: "warning",
  looksFor:
    "A factor set of another year than the figures; two sets of warming potentials; a factor far from the register’s; stated energy emissions that no factor of their year gives.",
  why: "The grid’s factor moves by a tenth from year to year: with last year’s, cleaner power looks like less power used, or hides more.",
  thresholds: ({ factorDifferencePercent }) => [
    `a factor, or emissions worked out with it, over ${factorDifferencePercent}% from the register’s`,
  ],
  check(context) {
    return [...wrongYear(context), ...mixedPotentials(context), ...writtenFactors(context), ...impliedFactors(context)];
  },
};

type Text = { readonly place: CellPlace; readonly text: string };

function textsOf(context: CheckContext): Text[] {
  return context.scans.flatMap(({ factorTexts }) => factorTexts);
}

/** The last period with an actual: the one a statement about "the factors used" is about. */
function latestPeriod(context: CheckContext): Period | null {
  let latest: Period | null = null;
  for (const { kind, value, period } of context.observations) {
    if (period !== latest && kind === "actual" && value !== null && (latest === null || period.last > latest.last))
      latest = period;
  }
  return latest;
}

const SET_YEAR = /\b(20[12]\d)\b/g;

function wrongYear(context: CheckContext): Candidate[] {
  const stated = textsOf(context).flatMap((each) => {
    if (!/factors?\b/i.test(each.text)) return [];
    return [...each.text.matchAll(SET_YEAR)].map((match) => ({ ...each, year: Number(match[1]) }));
  });
  const latest = stated.length === 0 ? null : context.once(latestPeriod);
  if (latest === null) return [];
  const needed = factorYear(latest);
  if (stated.some(({ year }) => year === needed)) return [];
  const years = [...new Set(stated.map(({ year }) => year))].sort();
  const cells = stated.map(({ place }) => place);
  return [
    candidate(cells, years.join(", "), "set year", {
      label: stated[0]?.text ?? null,
      message: `The factors named in ${someOf(references(cells))} (${quoted(stated[0]?.text ?? "")}) are those of ${joinWords(years.map(String))}, where figures for ${periodWords(latest)} take the ${needed} set, the year that holds most of the period. Work the emissions out again with the ${needed} factors, or say why not.`,
    }),
  ];
}

function mixedPotentials(context: CheckContext): Candidate[] {
  const named = textsOf(context).flatMap((each) =>
    [...each.text.matchAll(/\bAR([456])\b/g)].map((match) => ({ ...each, set: `AR${match[1]}` })),
  );
  const sets = [...new Set(named.map(({ set }) => set))].sort();
  if (sets.length < 2) return [];
  const cells = named.map(({ place }) => place);
  return [
    candidate(cells, sets.join(", "), "warming potentials", {
      label: named[0]?.text ?? null,
      message: `Warming potentials of ${joinWords(sets)} are both named (${someOf(references(cells))}), so gases in one total are weighed two ways. One set was expected; AR5 is the register’s.`,
    }),
  ];
}

/** The fuels that texts name beside a factor, each with the test of a folded text. */
const NAMED_FUELS = nhsVocabulary.fuels.flatMap((fuel) => {
  const isSpokenOf = speaksTest(fuel);
  return isSpokenOf === null ? [] : [{ id: fuel.id, isSpokenOf }];
});

/** A factor written beside its fuel's name: "Electricity factor (kgCO2e/kWh) | 0.20705". */
function writtenFactors(context: CheckContext): Candidate[] {
  const texts = textsOf(context);
  const latest = texts.length === 0 ? null : context.once(latestPeriod);
  if (latest === null) return [];
  return texts.flatMap((each) => {
    const folded = fold(each.text);
    const fuel = NAMED_FUELS.find(({ isSpokenOf }) => isSpokenOf(folded))?.id;
    const place = { ...each.place, column: each.place.column + 1 };
    const value = context.valueAt(place);
    if (fuel === undefined || !/kwh/i.test(each.text) || typeof value !== "number" || value <= 0) return [];
    const year = [...each.text.matchAll(SET_YEAR)][0]?.[1];
    const period = year === undefined ? latest : { first: `${year}-01-01`, last: `${year}-12-31` };
    const known = factorFor(fuel, period);
    if (known === null || !isFar(context, value, known.factor.value)) return [];
    return [writtenFactor(context, each, value, known)];
  });
}

function writtenFactor(context: CheckContext, { place, text }: Text, value: number, known: FactorReading): Candidate {
  const at = context.placeBeside(place, 1);
  return candidate([at], value, `${place.sheet}|${text}`, {
    label: text,
    message: `The factor in ${at.cell} (${quoted(text)}), ${formatNumber(value, 5)}, is ${awayWords(value, known.factor.value)} the register’s ${formatNumber(known.factor.value, 5)} kgCO₂e per ${known.fuel.per} for ${known.factor.year}. Check its unit and its year; correct it, or say where it comes from.`,
  });
}

function isFar(context: CheckContext, value: number, register: number): boolean {
  return Math.abs(value / register - 1) * 100 > context.thresholds.factorDifferencePercent;
}

function awayWords(value: number, register: number): string {
  return `${formatPercent(Math.abs(value / register - 1) * 100)} ${value > register ? "above" : "below"}`;
}

/** What each derived metric of the plan is worked out from. */
function derivationParts({ pack }: CheckContext): ReadonlyMap<MetricId, readonly DerivationPart[]> {
  return new Map(derivationsOf(pack).map(({ metric, parts }) => [metric.id, parts]));
}

function isDerivedMetric(context: CheckContext, each: Observation): boolean {
  const isDerived = context.once(derivationParts).has(each.metric);
  return isDerived && (each.value ?? 0) > 0 && each.site === null && isOutturn(each);
}

/** Emissions that the plan derives but the return states itself, against what the register makes of its consumption. */
function impliedFactors(context: CheckContext): Candidate[] {
  return context.observations
    .filter((each) => isDerivedMetric(context, each))
    .flatMap((each) => {
      const parts = context.once(derivationParts).get(each.metric) ?? [];
      const expected = expectedEmissions(context, each, parts);
      const value = each.value as number;
      if (expected === null || !isFar(context, value, expected)) return [];
      return [
        candidate([each.place], value, each.period.label, {
          label: each.label,
          metric: each.metric,
          organisation: each.organisation,
          period: each.period.label,
          message: `${observationName(context, each)} ${whereObservation(context, each)} is stated as ${formatQuantity(value, each.unit)}, ${awayWords(value, expected)} the ${formatQuantity(expected, each.unit, 0)} that its ${joinWords(parts.map(({ fuel }) => fuelName(fuel)))} make with the ${factorYear(each.period)} factors. Work it out again, or say which factors were used.`,
        }),
      ];
    });
}

function expectedEmissions(
  context: CheckContext,
  { organisation, period }: Observation,
  parts: readonly DerivationPart[],
): number | null {
  let sum = 0;
  for (const { metric, fuel } of parts) {
    const amount = context.knownTotal(metric, organisation, period.label);
    if (amount === null) {
      if (!isUsedByAll(fuel)) continue;
      return null;
    }
    const known = factorFor(fuel, period);
    if (known === null && amount > 0) return null;
    if (known !== null) sum += emissionsOf(amount, known.factor);
  }
  return sum > 0 ? sum : null;
}

function candidate(
  cells: readonly CellPlace[],
  figure: number | string,
  subject: string,
  what: Partial<Candidate> & Pick<Candidate, "message" | "label">,
): Candidate {
  return {
    severity: "warning",
    cells,
    metric: null,
    organisation: null,
    site: null,
    period: null,
    mend: null,
    figure,
    effect: 0.1,
    subject,
    ...what,
  };
}
