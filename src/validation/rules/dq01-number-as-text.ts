import { formatNumber, plural, someOf } from "../../plan/wording";
import { cleanText } from "../cell-text";
import type { CheckContext } from "../context";
import { common, groupBy } from "../groups";
import { addressOf, references } from "../places";
import { quoted } from "../phrases";
import type { Candidate, Rule } from "../rule";
import { noThresholds } from "../rule";
import { textCells } from "../text-cells";
import type { TextCell } from "../text-cells";

/** Numbers typed as text, and words that stand for "nothing to report" (validation-rules.md DQ01). */
export const numberAsText: Rule = {
  code: "DQ01",
  name: "number-as-text",
  reach: "layout",
  severity: "error",
  looksFor: "A text in a number column: “1,077”, “12 kWh”, “n/a”, “-”, “TBC”, “Not Applicable”.",
  why: "Excel leaves text out of every sum without a word, so a total is short and nobody sees it.",
  thresholds: noThresholds,
  mends: "write the number; or leave the cell blank and put the reason in a data note",
  check(context) {
    const cells = context.once(textCells);
    const numbers = cells.filter(({ read }) => read.kind === "number");
    const placeholders = cells.filter(({ read }) => read.kind === "placeholder");
    return [
      ...[...groupBy(numbers, ({ place }) => place.sheet).values()].map((group) => asNumbers(context, group)),
      ...[
        ...groupBy(placeholders, ({ place, text }) => `${place.sheet}|${cleanText(text).toLowerCase()}`).values(),
      ].map((group) => asBlanks(context, group)),
    ];
  },
};

function about(group: readonly TextCell[], subject: string) {
  return {
    severity: "error" as const,
    cells: group.map(({ place }) => place),
    label: common(group, ({ label }) => label),
    metric: common(group, ({ observation }) => observation?.metric ?? null),
    organisation: common(group, ({ observation }) => observation?.organisation ?? null),
    site: null,
    period: common(group, ({ observation }) => observation?.period.label ?? null),
    effect: group.length / 1e6,
    subject,
  };
}

function asNumbers(context: CheckContext, group: readonly TextCell[]): Candidate {
  const [first] = group as [TextCell];
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
      ? `Write ${formatNumber(value, 6)} in ${addressOf(first.place)}`
      : `Turn ${plural(changes.length, "cell")} into numbers`;
  return {
    ...about(group, first.place.sheet),
    message,
    mend: changes.length === 0 ? null : { label, kind: "number", changes },
    figure: group.length === 1 ? first.text : group.length,
  };
}

/** A figure written in another unit than its heading's ("1.2 MWh" among kWh) is not mended by dropping its unit. */
function isInUnit(observation: TextCell["observation"], unit: string): boolean {
  if (unit === "" || unit === "%") return true;
  const own = [observation?.givenUnit?.symbol, observation?.unit];
  return own.some((each) => each?.toLowerCase() === unit.toLowerCase());
}

function asBlanks(context: CheckContext, group: readonly TextCell[]): Candidate {
  const [first] = group as [TextCell];
  const word = cleanText(first.text);
  const changes = group
    .filter(({ place }) => context.formulaAt(place) === null)
    .map(({ place, text }) => ({ sheet: place.sheet, address: addressOf(place), before: text, after: null }));
  const message =
    group.length === 1
      ? `${first.place.cell} (${quoted(first.label)}) says ${quoted(word)} where a number was expected. Give the figure, or leave the cell blank and put the reason in a data note; write 0 only where nothing was used.`
      : `${quoted(word)} stands in ${plural(group.length, "number cell")} of ${first.place.sheet}: ${someOf(references(group.map(({ place }) => place)))}. Give the figures, or leave the cells blank and put the reason in a data note; write 0 only where nothing was used.`;
  return {
    ...about(group, `${first.place.sheet}|${word.toLowerCase()}`),
    message,
    mend:
      changes.length === 0 ? null : { label: `Leave ${plural(changes.length, "cell")} blank`, kind: "blank", changes },
    figure: word,
  };
}
