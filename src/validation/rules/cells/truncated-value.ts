import { formatNumber, plural, someOf } from "../../../plan/wording";
import type { Observation } from "../../../returns/observation";
import type { CheckContext } from "../../context/check-context";
import { references } from "../../findings/references";
import { observationName, whereObservation } from "../../findings/phrases";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { noThresholds } from "../rule";

/** The largest numbers that old systems can hold: a larger one is cut to exactly this. */
const LIMITS = new Map([
  [32767, "16-bit"],
  [65535, "16-bit"],
  [2147483647, "32-bit"],
  [4294967295, "32-bit"],
]);

const LIMIT_NUMBERS = [...LIMITS.keys()];

/** Figures and texts cut off at a system's limit (frictionless-py's truncated-value). */
export const truncatedValue: Rule = {
  code: "truncated-value",
  name: "truncated-value",
  severity: "warning",
  looksFor: "32,767, 65,535 or 2,147,483,647; text of exactly 255 characters.",
  why: "An export that cuts a figure at its own limit leaves a number that looks like any other.",
  thresholds: noThresholds,
  mends: null,
  check(context) {
    return [...numbers(context), ...texts(context)];
  },
};

function isAtLimit(_: CheckContext, { raw }: Observation): boolean {
  return typeof raw === "number" && LIMIT_NUMBERS.includes(raw);
}

function numbers(context: CheckContext): Candidate[] {
  const found = context.observations.filter((each) => isAtLimit(context, each));
  return found.flatMap((each) => {
    const bits = typeof each.raw === "number" ? LIMITS.get(each.raw) : undefined;
    if (bits === undefined || typeof each.raw !== "number") return [];
    return [
      {
        severity: "warning",
        cells: [each.place],
        label: each.label,
        metric: each.metric,
        organisation: each.organisation,
        site: each.site,
        period: each.period.label,
        message: `${observationName(context, each)} ${whereObservation(context, each)} is exactly ${formatNumber(each.raw)}, the largest number a ${bits} system can hold, so the true figure may have been cut. Take it again from the source.`,
        mend: null,
        figure: each.raw,
        effect: 0.5,
      },
    ];
  });
}

function texts(context: CheckContext): Candidate[] {
  const cut = context.scans.flatMap(({ cutTexts }) => cutTexts);
  if (cut.length === 0) return [];
  const [first] = references(cut);
  const which =
    cut.length === 1 ? `The text in ${first} is` : `${plural(cut.length, "text")} (${someOf(references(cut))}) are`;
  return [
    {
      severity: "warning",
      cells: cut,
      label: null,
      metric: null,
      organisation: null,
      site: null,
      period: null,
      message: `${which} exactly 255 characters long, where older exports cut off. Read the end, and complete it from the source.`,
      mend: null,
      figure: cut.length,
      effect: 0,
      subject: "texts",
    },
  ];
}
