import { keyOf } from "../../../collections/keys";
import { addressOf } from "../../../snapshot/addresses";
import { groupBy } from "../../../collections/groups";
import type { NonEmpty } from "../../../collections/non-empty";
import { formatPercent } from "../../../plan/wording";
import type { MappingRow } from "../../../returns/observation";
import type { CellPlace } from "../../../snapshot/snapshot";
import type { CheckContext } from "../../context/check-context";
import { firstPlace, headingCell, misspeltMetric } from "../../evidence/sheets/headings";
import type { Mend } from "../../finding";
import { findingIn, type Candidate } from "../../findings/candidate";
import { quoted } from "../../findings/quoted";
import { INCORRECT_LABEL } from "../codes";
import type { Rule } from "../rule";

/** Headings that are nearly a metric’s name (frictionless-py's incorrect-label). */
export const misspeltHeadings: Rule = {
  ...INCORRECT_LABEL,
  severity: "warning",
  looksFor: "A heading that is near a metric’s name but not one of its names.",
  thresholds: ({ nearMatchMinimum }) => [
    `a near match is taken from ${formatPercent(nearMatchMinimum * 100, 0)} sure, and always said`,
  ],
  mends: "rename to the near match",
  check(context) {
    const near = context.input.reading.mapping.filter((row) => isNear(context, row));
    const groups = groupBy(near, ({ sheet, label }) => keyOf(sheet, label));
    return [...groups.values()].map((rows) => finding(context, rows));
  },
};

/** Below this a likeness is chance: "Occupied floor area" is no misspelling of anything [ours]. */
const NEARLY_TAKEN = 0.75;
const SHARED_WORDS = 0.5;

/** Headings that ask for a correction: a letter or two wrong, or so near a metric's name that leaving them out is a pity. */
function isNear(context: CheckContext, row: MappingRow): boolean {
  if (row.byHand || row.confidence >= 1) return false;
  if (misspeltMetric(context, row) !== null) return true;
  if (row.metric !== null || row.confidence < NEARLY_TAKEN) return false;
  const likely = context.metrics.get(likeliest(row) ?? "");
  return likely !== undefined && sharedWords(row.label, likely.title) >= SHARED_WORDS;
}

/** The metric the reader thought of and did not take. */
function likeliest({ why }: MappingRow): string | null {
  return /^it may be (\S+)/.exec(why)?.[1] ?? null;
}

/** How much of the longer of two names their words in common are: "Net zero 2040" has little of a board's net-zero lead. */
function sharedWords(a: string, b: string): number {
  const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[a-z]{2,}\d?/g) ?? []);
  const [ours, theirs] = [words(a), words(b)];
  const both = [...ours].filter((word) => theirs.has(word)).length;
  return both / Math.max(1, ours.size, theirs.size);
}

function finding(context: CheckContext, rows: NonEmpty<MappingRow>): Candidate {
  const [row] = rows;
  const id = row.metric ?? misspeltMetric(context, row) ?? likeliest(row) ?? "";
  const title = context.metrics.get(id)?.title ?? id;
  const heading = headingCell(context, row);
  const taken =
    row.metric === null
      ? `so its figures (${row.range}) are left out`
      : `so its figures (${row.range}) are read as that`;
  const at = heading?.cell ?? `${row.sheet}!${row.range}`;
  const cell = heading ?? firstPlace(row);
  return findingIn(cell === null ? [] : [cell], {
    severity: "warning",
    causes: row.metric === null ? rows.flatMap((each) => firstPlace(each) ?? []) : [],
    label: row.label,
    metric: id === "" ? null : id,
    organisation: row.organisation,
    message: `The heading ${quoted(row.label)} in ${at} is near to, but not, “${title}”${row.metric === null ? "" : ` (${formatPercent(row.confidence * 100, 0)} sure)`}, ${taken}. Write the metric’s own name, or set it in the mapping.`,
    mend: heading === null ? null : rename(context, heading, title, row),
    figure: row.label,
    effect: 0.05,
    subject: `${row.sheet}|${row.label}`,
  });
}

function rename(context: CheckContext, heading: CellPlace, title: string, row: MappingRow): Mend | null {
  const before = context.valueAt(heading);
  if (typeof before !== "string" || context.formulaAt(heading) !== null) return null;
  const unit = /[([][^)\]]+[)\]]\s*$/.exec(before)?.[0] ?? "";
  const after = `${title} ${unit}`.trim();
  const address = addressOf(heading);
  return {
    label: `Write “${after}” in ${address}`,
    kind: "rename",
    changes: [{ sheet: row.sheet, address, before, after }],
  };
}
