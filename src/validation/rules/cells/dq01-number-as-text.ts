import { plainUnit } from "../../../plan/quantity/unit-words";
import { formatNumber, plural, someOf } from "../../../plan/wording";
import { cleanText } from "../../context/cell-text";
import type { CheckContext } from "../../context/check-context";
import { noteCell } from "../../evidence/sheets/data-notes";
import type { CellChange } from "../../finding";
import { groupBy } from "../../../collections/groups";
import { isBlankCell } from "../../context/table-grid";
import { references } from "../../findings/references";
import { addressOf } from "../../../snapshot/addresses";
import { quoted } from "../../findings/phrases";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { noThresholds } from "../rule";
import { aboutTexts, textCells } from "../../context/text-cells";
import type { TextCell } from "../../context/text-cells";

/** Numbers typed as text, and words that stand for "nothing to report" (validation-rules.md DQ01). */
export const numberAsText: Rule = {
  code: "DQ01",
  name: "number-as-text",
  severity: "error",
  looksFor: "A text in a number column: “1,077”, “12 kWh”, “n/a”, “-”, “TBC”, “Not Applicable”.",
  why: "Excel leaves text out of every sum without a word, so a total is short and nobody sees it.",
  thresholds: noThresholds,
  mends:
    "write the number; or leave the cell blank, with the reason in the row’s own column of notes where it has room",
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
      ? `Write ${formatNumber(Number(changes[0]?.after), 6)} in ${changes[0]?.address ?? ""}`
      : `Turn ${plural(changes.length, "cell")} into numbers`;
  return {
    ...aboutTexts(group),
    subject: first.place.sheet,
    message,
    mend: changes.length === 0 ? null : { label, kind: "number", changes },
    figure: group.length === 1 ? first.text : group.length,
  };
}

/** A figure written in another unit than its heading's ("1.2 MWh" among kWh) is not mended by dropping its unit. */
function isInUnit(observation: TextCell["observation"], unit: string): boolean {
  if (unit === "" || unit === "%") return true;
  const own = [observation?.givenUnit?.symbol, observation?.unit];
  return own.some((each) => each !== undefined && plainUnit(each) === plainUnit(unit));
}

function asBlanks(context: CheckContext, group: readonly TextCell[]): Candidate {
  const [first] = group as [TextCell];
  const word = cleanText(first.text);
  const typed = group.filter(({ place }) => context.formulaAt(place) === null);
  const changes = [
    ...typed.map(({ place, text }) => ({ sheet: place.sheet, address: addressOf(place), before: text, after: null })),
    ...notes(context, typed),
  ];
  const message =
    group.length === 1
      ? `${first.place.cell} (${quoted(first.label)}) says ${quoted(word)} where a number was expected. Give the figure, or leave the cell blank and put the reason in a data note; write 0 only where nothing was used.`
      : `${quoted(word)} stands in ${plural(group.length, "number cell")} of ${first.place.sheet}: ${someOf(references(group.map(({ place }) => place)))}. Give the figures, or leave the cells blank and put the reason in a data note; write 0 only where nothing was used.`;
  return {
    ...aboutTexts(group),
    subject: `${first.place.sheet}|${word.toLowerCase()}`,
    message,
    mend: changes.length === 0 ? null : { label: blankLabel(typed), kind: "blank", changes },
    figure: word,
  };
}

function blankLabel(cells: readonly TextCell[]): string {
  const [first] = cells;
  return first !== undefined && cells.length === 1
    ? `Leave ${addressOf(first.place)} blank`
    : `Leave ${plural(cells.length, "cell")} blank`;
}

/** The words taken out of number cells, as a remark in each row that has room for one: "Not Applicable (2023/24)". */
function notes(context: CheckContext, cells: readonly TextCell[]): CellChange[] {
  const room = cells.flatMap((cell) => {
    const place = noteCell(context, cell.place);
    return place !== null && isBlankCell(context.valueAt(place)) && context.formulaAt(place) === null
      ? [{ place, cell }]
      : [];
  });
  return [...groupBy(room, ({ place }) => place.cell).values()].map((group) => {
    const [{ place, cell }] = group as [(typeof group)[number]];
    const word = cleanText(cell.text);
    const said = /[a-z]/i.test(word) ? word : "Not available";
    const periods = [...new Set(group.flatMap((each) => each.cell.observation?.period.label ?? []))];
    const after = periods.length === 0 ? said : `${said} (${periods.join(", ")})`;
    return { sheet: place.sheet, address: addressOf(place), before: null, after };
  });
}
