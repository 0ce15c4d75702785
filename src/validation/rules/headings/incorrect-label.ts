import { formatPercent, joinWords, plural, someOf } from "../../../plan/wording";
import { addressOf, cellPlace, parseRange } from "../../../snapshot/addresses";
import type { MappingRow } from "../../../returns/observation";
import type { CellPlace } from "../../../snapshot/snapshot";
import type { CheckContext } from "../../context/check-context";
import { groupBy } from "../../../collections/groups";
import { isNearlySpelt } from "../../evidence/sheets/spelling";
import { references } from "../../findings/references";
import { quoted } from "../../findings/phrases";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";

/** Headings that are nearly a metric’s name, or whose unit changes (frictionless-py's incorrect-label). */
export const incorrectLabel: Rule = {
  code: "incorrect-label",
  name: "incorrect-label",
  severity: "warning",
  looksFor:
    "A heading that is near a metric’s name but not one of its names; one heading with different units on different sheets.",
  why: "A heading that has to be guessed can be guessed wrong, and its figures go to the wrong metric.",
  thresholds: ({ nearMatchMinimum }) => [
    `a near match is taken from ${formatPercent(nearMatchMinimum * 100, 0)} sure, and always said`,
  ],
  mends: "rename to the near match",
  check(context) {
    return [...nearMatches(context), ...likenesses(context), ...unitDrift(context)];
  },
};

/** Below this a likeness is chance: "Occupied floor area" is no misspelling of anything [ours]. */
const NEARLY_TAKEN = 0.75;
const SHARED_WORDS = 0.5;
const SHORTEST_MISSPELT = 8;

/** Headings that ask for a mend: a letter or two wrong, or so near a metric's name that leaving them out is a pity. */
function isNear(context: CheckContext, row: MappingRow): boolean {
  if (row.byHand || row.confidence >= 1) return false;
  if (misspelt(context, row) !== null) return true;
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

/** The metric one of whose names a heading misses by a letter or two, or null. */
function misspelt(context: CheckContext, { metric, label, why }: MappingRow): string | null {
  const said = fold(label);
  if (said.length < SHORTEST_MISSPELT) return null;
  const known = /^near to “(.+?)”/.exec(why)?.[1];
  if (metric !== null) return known !== undefined && isNearlySpelt(said, fold(known)) ? metric : null;
  return context.once(foldedTitles).find(({ title }) => isNearlySpelt(said, title))?.id ?? null;
}

function foldedTitles({ pack }: CheckContext) {
  return pack.metrics.map(({ id, title }) => ({ id, title: fold(title) }));
}

/** Headings in words of their own that were read all the same: to be looked over, not mended. One line a sheet. */
function likenesses(context: CheckContext): Candidate[] {
  const read = context.input.reading.mapping.filter(
    (row) => row.metric !== null && !row.byHand && /^near to/.test(row.why) && misspelt(context, row) === null,
  );
  return [...groupBy(read, ({ sheet }) => sheet)].map(([sheet, rows]) => {
    const said = rows.map((row) => `${quoted(row.label)} as ${context.titleOf(row.metric ?? "")}`);
    const cells = rows.flatMap((row) => headingCell(context, row) ?? placesOfRange(row));
    return {
      severity: "info",
      cells,
      label: rows.length === 1 ? (rows[0]?.label ?? null) : null,
      metric: null,
      organisation: null,
      site: null,
      period: null,
      message: `${plural(rows.length, "heading")} on ${sheet} ${rows.length === 1 ? "was" : "were"} read by likeness (${someOf(references(cells))}): ${someOf(said)}. Check the mapping, and set right what is not meant.`,
      mend: null,
      figure: rows.length,
      effect: 0,
      subject: sheet,
    };
  });
}

/** Lower case, without the unit in brackets at the end. */
function fold(text: string): string {
  return nameWithoutUnit(text).replace(/ /g, "");
}

function nearMatches(context: CheckContext): Candidate[] {
  const near = context.input.reading.mapping.filter((row) => isNear(context, row));
  return [...groupBy(near, ({ sheet, label }) => `${sheet}|${label}`).values()].map((rows) => nearMatch(context, rows));
}

function nearMatch(context: CheckContext, rows: readonly MappingRow[]): Candidate {
  const [row] = rows as readonly MappingRow[] as [MappingRow];
  const id = row.metric ?? misspelt(context, row) ?? likeliest(row) ?? "";
  const title = context.metrics.get(id)?.title ?? id;
  const heading = headingCell(context, row);
  const taken =
    row.metric === null
      ? `so its figures (${row.range}) are left out`
      : `so its figures (${row.range}) are read as that`;
  const at = heading?.cell ?? `${row.sheet}!${row.range}`;
  return {
    severity: "warning",
    cells: heading === null ? placesOfRange(row) : [heading],
    causes: row.metric === null ? rows.flatMap(placesOfRange) : [],
    label: row.label,
    metric: id === "" ? null : id,
    organisation: row.organisation,
    site: null,
    period: null,
    message: `The heading ${quoted(row.label)} in ${at} is near to, but not, “${title}”${row.metric === null ? "" : ` (${formatPercent(row.confidence * 100, 0)} sure)`}, ${taken}. Write the metric’s own name, or set it in the mapping.`,
    mend: heading === null ? null : rename(context, heading, title, row),
    figure: row.label,
    effect: 0.05,
    subject: `${row.sheet}|${row.label}`,
  };
}

function placesOfRange(row: MappingRow): CellPlace[] {
  const area = parseRange(row.range);
  return area === null ? [] : [cellPlace(row.sheet, area.top, area.left)];
}

/** The nearest cell above or to the left of the figures that holds the heading. */
function headingCell(context: CheckContext, row: MappingRow): CellPlace | null {
  const area = parseRange(row.range);
  if (area === null) return null;
  const plain = (value: unknown): string => String(value).replace(/\s+/g, " ").trim();
  const holds = (place: CellPlace): boolean => {
    const value = context.valueAt(place);
    return typeof value === "string" && plain(row.label).includes(plain(value)) && plain(value) !== "";
  };
  for (let column = area.left - 1; column >= 0; column--) {
    const place = cellPlace(row.sheet, area.top, column);
    if (holds(place)) return place;
  }
  for (let up = area.top - 1; up >= 0; up--) {
    const place = cellPlace(row.sheet, up, area.left);
    if (holds(place)) return place;
  }
  return null;
}

function rename(context: CheckContext, heading: CellPlace, title: string, row: MappingRow) {
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

/** Headings no metric has, alike but for their unit: the size of a plant in W on one sheet, in kW on the next. */
function unitDrift(context: CheckContext): Candidate[] {
  const unread = context.input.reading.mapping.filter(({ metric, label }) => metric === null && unitIn(label) !== null);
  const groups = groupBy(unread, ({ label }) => nameWithoutUnit(label));
  return [...groups.values()].flatMap((rows) => {
    const units = [...new Set(rows.map(({ label }) => unitIn(label) ?? ""))];
    if (units.length < 2 || units.length > 3) return [];
    const cells = rows.map((row) => headingCell(context, row) ?? (placesOfRange(row)[0] as CellPlace));
    const last = rows[rows.length - 1] as MappingRow;
    return [
      {
        severity: "warning",
        cells: cells.slice(-1),
        also: cells.slice(0, -1),
        label: last.label,
        metric: null,
        organisation: null,
        site: null,
        period: null,
        message: `The same heading has different units: ${joinWords(rows.map(({ label }, index) => `${quoted(label)} in ${cells[index]?.cell ?? ""}`))}. One unit was expected throughout; convert the figures, and write the unit they are in.`,
        mend: null,
        figure: units.join(", "),
        effect: 0.05,
        subject: nameWithoutUnit(last.label),
      },
    ];
  });
}

function unitIn(label: string): string | null {
  return /[([]\s*([^)\]]{1,20})\s*[)\]]\s*\d*\s*$/.exec(label)?.[1]?.toLowerCase() ?? null;
}

function nameWithoutUnit(label: string): string {
  return label
    .replace(/[([][^)\]]*[)\]]\s*\d*\s*$/, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
