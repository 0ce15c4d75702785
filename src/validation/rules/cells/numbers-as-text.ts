import { addressOf } from "../../../snapshot/addresses";
import { groupBy } from "../../../collections/groups";
import type { NonEmpty } from "../../../collections/non-empty";
import { convert, isSameUnit, packUnit } from "../../../plan/quantity/units";
import { formatNumber, formatQuantity, plural, someOf } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { textCells, type TextCell } from "../../context/text-cells";
import type { Candidate } from "../../findings/candidate";
import { quoted } from "../../findings/quoted";
import { references } from "../../findings/references";
import { NUMBER_AS_TEXT } from "../codes";
import type { Rule } from "../rule";
import { textFinding } from "./text-findings";

/** Numbers typed as text (validation-rules.md DQ01; cli-contract "Numbers as text"). */
export const numbersAsText: Rule = {
  ...NUMBER_AS_TEXT,
  severity: "warning where it can be read in one way only and counts; else error",
  looksFor: "A number typed as text: “1,077”, “12 kWh”; one that may mean several: “40.524”, “12,5”.",
  mends: "write the number, where it is plain",
  check(context) {
    const numbers = context.once(textCells).filter(({ read }) => read.kind === "number" || read.kind === "unclear");
    const groups = groupBy(numbers, (each) => `${each.place.sheet}|${standingOf(each)}`);
    return [...groups.values()].map((group) => finding(context, group, standingOf(group[0])));
  },
};

/** What becomes of a number typed as text: it counts, a person must say what it is, or nothing is known of its cell. */
type Standing = "counts" | "unclear" | "unread";

function standingOf({ read, observation }: TextCell): Standing {
  if (observation !== null && observation.value !== null) return "counts";
  return read.kind === "unclear" || observation?.note?.endsWith("number typed as text") ? "unclear" : "unread";
}

const consequences: Readonly<Record<Standing, string>> = {
  counts: "It is read, but no formula of the workbook counts it",
  unclear: "It may mean more than one figure, so it is not read",
  unread: "No sum counts it",
};
const consequencesOfSeveral: Readonly<Record<Standing, string>> = {
  counts: "They are read, but no formula of the workbook counts them",
  unclear: "Each may mean more than one figure, so they are not read",
  unread: "No sum counts them",
};

function finding(context: CheckContext, group: NonEmpty<TextCell>, standing: Standing): Candidate {
  const [first] = group;
  const changes = group.flatMap((cell) => {
    const after = context.formulaAt(cell.place) === null && standing !== "unclear" ? numberFor(cell) : null;
    const { place, text } = cell;
    return after === null ? [] : [{ sheet: place.sheet, address: addressOf(place), before: text, after }];
  });
  const [change, ...more] = changes;
  const message =
    group.length === 1
      ? `${first.place.cell} (${quoted(first.label)}) holds the text ${quoted(first.text)}${readAs(first)} where a number was expected. ${consequences[standing]}. ${change === undefined ? "Type the figure as a number, in the unit of the heading." : `Type ${formatNumber(change.after, 6)} as a number, with the unit in the heading.`}`
      : `${plural(group.length, "cell")} of ${first.place.sheet} hold numbers typed as text: ${someOf(references(group.map(({ place }) => place)))}, the first ${quoted(first.text)} (${quoted(first.label)})${readAs(first)}. ${consequencesOfSeveral[standing]}. Turn them into numbers, with the unit in the heading.`;
  const label =
    more.length === 0 && change !== undefined
      ? `Write ${formatNumber(change.after, 6)} in ${change.address}`
      : `Turn ${plural(changes.length, "cell")} into numbers`;
  return textFinding(group, {
    severity: standing === "counts" ? "warning" : "error",
    subject: standing === "unread" ? first.place.sheet : `${first.place.sheet}|${standing}`,
    message,
    mend: changes.length === 0 ? null : { label, kind: "number", changes },
    figure: group.length === 1 ? first.text : group.length,
  });
}

/** ", read as 85.2 t,": said where the text is not the figure itself. */
function readAs({ read, observation }: TextCell): string {
  if (observation === null || observation.value === null) return "";
  const isPlain = read.kind === "number" && read.value === observation.value;
  return isPlain ? "" : `, read as ${formatQuantity(observation.value, observation.unit)},`;
}

/** The number to write in a cell, in the unit of its heading; null where a person must say what is meant. */
function numberFor({ read, observation }: TextCell): number | null {
  if (read.kind !== "number") return null;
  const { value, unit } = read;
  if (unit === null || observation === null) return unit === null ? value : null;
  const own = packUnit(observation.unit);
  const heading = observation.givenUnit ?? own;
  if (observation.value !== null) return convert(observation.value, own, heading);
  return isSameUnit(unit, heading) ? value : null;
}
