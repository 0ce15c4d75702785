import { addressOf } from "../../../snapshot/addresses";
import { groupBy } from "../../../collections/groups";
import type { NonEmpty } from "../../../collections/non-empty";
import { plainUnit } from "../../../plan/quantity/unit-words";
import { formatNumber, plural, someOf } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { textCells, type TextCell } from "../../context/text-cells";
import type { Candidate } from "../../findings/candidate";
import { quoted } from "../../findings/quoted";
import { references } from "../../findings/references";
import { NUMBER_AS_TEXT } from "../codes";
import type { Rule } from "../rule";
import { textFinding } from "./text-findings";

/** Numbers typed as text (validation-rules.md DQ01). */
export const numbersAsText: Rule = {
  ...NUMBER_AS_TEXT,
  severity: "error",
  looksFor: "A number typed as text: “1,077”, “12 kWh”.",
  mends: "write the number",
  check(context) {
    const numbers = context.once(textCells).filter(({ read }) => read.kind === "number");
    return [...groupBy(numbers, ({ place }) => place.sheet).values()].map((group) => finding(context, group));
  },
};

function finding(context: CheckContext, group: NonEmpty<TextCell>): Candidate {
  const [first] = group;
  const value = first.read.kind === "number" ? first.read.value : 0;
  const changes = group.flatMap(({ place, text, read, observation }) =>
    read.kind !== "number" || context.formulaAt(place) !== null || !isInUnit(observation, read.unit)
      ? []
      : [{ sheet: place.sheet, address: addressOf(place), before: text, after: read.value }],
  );
  const message =
    group.length === 1
      ? `${first.place.cell} (${quoted(first.label)}) holds the text ${quoted(first.text)} where a number was expected, so no sum counts it. ${changes.length === 0 ? "Type it as a number, in the unit of the heading." : `Type ${formatNumber(value, 6)} as a number, with the unit in the heading.`}`
      : `${plural(group.length, "cell")} of ${first.place.sheet} hold numbers typed as text, so no sum counts them: ${someOf(references(group.map(({ place }) => place)))}, the first ${quoted(first.text)} (${quoted(first.label)}). Turn them into numbers, with the unit in the heading.`;
  const label =
    changes.length === 1
      ? `Write ${formatNumber(Number(changes[0]?.after), 6)} in ${changes[0]?.address ?? ""}`
      : `Turn ${plural(changes.length, "cell")} into numbers`;
  return textFinding(group, {
    subject: first.place.sheet,
    message,
    mend: changes.length === 0 ? null : { label, kind: "number", changes },
    figure: group.length === 1 ? first.text : group.length,
  });
}

/** A figure written in another unit than its heading's ("1.2 MWh" among kWh) is not mended by dropping its unit. */
function isInUnit(observation: TextCell["observation"], unit: string): boolean {
  if (unit === "" || unit === "%") return true;
  const own = [observation?.givenUnit?.symbol, observation?.unit];
  return own.some((each) => each !== undefined && plainUnit(each) === plainUnit(unit));
}
