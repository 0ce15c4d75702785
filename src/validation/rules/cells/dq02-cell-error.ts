import { plural, someOf } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { groupBy } from "../../../collections/groups";
import { references } from "../../findings/references";
import { quoted } from "../../findings/phrases";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { noThresholds } from "../rule";
import { isText } from "../../context/text-cells";

const MEANINGS: Readonly<Record<string, string>> = {
  "#REF!": "a formula there points at a cell that is gone",
  "#DIV/0!": "a formula there divides by nothing",
  "#N/A": "a look-up there finds nothing",
  "#VALUE!": "a formula there meets a text where it needs a number",
  "#NAME?": "a formula there uses a name Excel does not know",
  "#NUM!": "a formula there has no number for an answer",
  "#NULL!": "two ranges in a formula there do not meet",
};

/** Excel's own errors in cells, and a workbook that does not recalculate (validation-rules.md DQ02). */
export const cellError: Rule = {
  code: "DQ02",
  name: "cell-error",
  severity: "error",
  looksFor: "#REF!, #DIV/0!, #N/A and Excel’s other errors; calculation set to manual.",
  why: "An error spreads to every total that uses it, and a workbook on manual calculation shows yesterday’s answers.",
  thresholds: noThresholds,
  mends: null,
  check(context) {
    return [...errorsInCells(context), ...manualCalculation(context)];
  },
};

function errorsInCells(context: CheckContext): Candidate[] {
  const all = context.scans.flatMap(({ errors }) => errors);
  if (all.length === 0) return [];
  const labels = new Map(
    [...context.observations.filter((each) => isText(context, each)), ...context.input.reading.notUnderstood].flatMap(
      (each) => (typeof each.raw === "string" && each.raw.startsWith("#") ? [[each.place.cell, each]] : []),
    ),
  );
  return [...groupBy(all, ({ place, text }) => `${place.sheet}|${text}`).values()].map((group) => {
    const [{ place, text }] = group as [(typeof group)[number]];
    const places = group.map((each) => each.place);
    const known = labels.get(place.cell);
    const meaning = MEANINGS[text] ?? "a formula there has no answer";
    const label = known === undefined || known.label === "" ? "" : ` (${quoted(known.label)})`;
    const which =
      group.length === 1
        ? `${place.cell}${label} shows ${text}`
        : `${plural(group.length, "cell")} of ${place.sheet} show ${text} (${someOf(references(places))})`;
    return {
      severity: "error",
      cells: places,
      label: known?.label ?? null,
      metric: known !== undefined && "metric" in known && group.length === 1 ? known.metric : null,
      organisation: known !== undefined && "organisation" in known && group.length === 1 ? known.organisation : null,
      site: null,
      period: known !== undefined && "period" in known && group.length === 1 ? known.period.label : null,
      message: `${which}: ${meaning}. A number was expected; mend the formula, or type the figure.`,
      mend: null,
      figure: text,
      effect: group.length / 1e6,
      subject: `${place.sheet}|${text}`,
    };
  });
}

function manualCalculation(context: CheckContext): Candidate[] {
  if (context.input.snapshot.calculation !== "manual") return [];
  return [
    {
      severity: "error",
      cells: [],
      label: null,
      metric: null,
      organisation: null,
      site: null,
      period: null,
      message:
        "This workbook calculates only when told to, so what its formulas show may be out of date. Set Formulas, Calculation Options to Automatic, and check again.",
      mend: null,
      figure: "manual",
      effect: 0,
      subject: "manual calculation",
    },
  ];
}
