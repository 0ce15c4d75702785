import { keyOf } from "../../../collections/keys";
import { common, groupBy } from "../../../collections/groups";
import type { NonEmpty } from "../../../collections/non-empty";
import { formatNumber, formatQuantity, periodWords, possessive, someOf } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { placeOf } from "../../context/figure-series";
import { materialityOf } from "../../evidence/figures/materiality";
import { isNoted } from "../../evidence/sheets/data-notes";
import { emptyFigures, type EmptyFigure } from "../../evidence/sheets/empty-cells";
import { findingIn, ofOne, type Candidate } from "../../findings/candidate";
import { figureName } from "../../findings/phrases";
import { references } from "../../findings/references";
import { ZERO_OR_SIGN } from "../codes";
import type { Rule } from "../rule";

/** Blank cells where something was, whose row does not say why (validation-rules.md DQ05). */
export const blankFigures: Rule = {
  ...ZERO_OR_SIGN,
  severity: "warning",
  looksFor: "A blank where the last period was positive.",
  check(context) {
    const blanks = emptyFigures(context).filter(({ place }) => !isNoted(context, place.cell, place.period.label));
    // Half a column of one organisation and period not filled in is one matter.
    const groups = groupBy(blanks, ({ series, place }) => keyOf(series.organisation, place.period.label));
    return [...groups.values()].map((group) => finding(context, group));
  },
};

function finding(context: CheckContext, group: NonEmpty<EmptyFigure>): Candidate {
  const [{ series, before, place }] = group;
  const materiality = context.once(materialityOf);
  const effects = group.map((each) => materiality.effect(each.series, each.before, each.before.value));
  return findingIn(
    group.map((each) => each.place.cell),
    {
      severity: "warning",
      label: ofOne(group, () => before.observations[0].label),
      metric: common(group, (each) => each.series.metric.id),
      organisation: series.organisation,
      site: ofOne(group, () => series.site),
      period: place.period.label,
      message: group.length === 1 ? oneBlank(context, group[0]) : manyBlanks(context, group),
      figure: group.length === 1 ? null : group.length,
      effect: Math.max(...effects),
      subject: "blank",
    },
  );
}

function oneBlank(context: CheckContext, { series, before, place }: EmptyFigure): string {
  const name = figureName(context, series, { ...before, period: place.period });
  return `${name} (${place.cell.cell}) is blank, but was ${formatQuantity(before.value, series.metric.unit)} in ${periodWords(before.period)} (${placeOf(before).cell}). Give the figure, or put the reason in a data note.`;
}

function manyBlanks(context: CheckContext, group: NonEmpty<EmptyFigure>): string {
  const [{ series, before, place }] = group;
  const cells = someOf(references(group.map((each) => each.place.cell)));
  const metrics = [...new Set(group.map((each) => context.titleOf(each.series.metric.id)))];
  return `${formatNumber(group.length)} of ${possessive(context.nameOf(series.organisation))} figures for ${periodWords(place.period)} (${cells}) are blank, but were given for ${periodWords(before.period)}: ${someOf(metrics)}. Give the figures, or put the reason for each in a data note.`;
}
