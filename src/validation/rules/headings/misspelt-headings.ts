import { keyOf } from "../../../collections/keys";
import { addressOf } from "../../../snapshot/addresses";
import { groupBy } from "../../../collections/groups";
import type { NonEmpty } from "../../../collections/non-empty";
import type { MappingRow } from "../../../returns/observation";
import type { CellPlace } from "../../../snapshot/snapshot";
import type { CheckContext } from "../../context/check-context";
import { firstPlace, headingCell, misspeltMetric, nameWithoutUnit } from "../../evidence/sheets/headings";
import type { Mend } from "../../finding";
import { findingIn, type Candidate } from "../../findings/candidate";
import { quoted } from "../../findings/quoted";
import { INCORRECT_LABEL } from "../codes";
import type { Rule } from "../rule";

/** Headings that are nearly a metric’s name (frictionless-py's incorrect-label). */
export const misspeltHeadings: Rule = {
  ...INCORRECT_LABEL,
  severity: "warning",
  looksFor: "A heading that is a metric’s name but for a letter or two.",
  mends: "write the metric’s name",
  check(context) {
    const near = context.input.reading.mapping.filter((row) => isNear(context, row));
    const groups = groupBy(near, ({ sheet, label }) => keyOf(sheet, label));
    return [...groups.values()].map((rows) => finding(context, rows));
  },
};

/** A letter or two wrong. What only resembles a metric's name is asked about instead: a mend would take one of two parts for the whole. */
function isNear(context: CheckContext, row: MappingRow): boolean {
  return !row.byHand && row.confidence < 1 && misspeltMetric(context, row) !== null;
}

function finding(context: CheckContext, rows: NonEmpty<MappingRow>): Candidate {
  const [row] = rows;
  const id = row.metric ?? misspeltMetric(context, row) ?? "";
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
    message: `The heading ${quoted(row.label)} in ${at} is near to, but not, “${title}”, ${taken}. Write the metric’s own name, or set it in the mapping.`,
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
  if (isTaken(context, row, after)) return null;
  const address = addressOf(heading);
  return {
    label: `Write “${after}” in ${address}`,
    kind: "rename",
    changes: [{ sheet: row.sheet, address, before, after }],
  };
}

/** Whether another line of the sheet has that name already: two lines of one name are one figure stated twice. */
function isTaken({ input }: CheckContext, { sheet, label }: MappingRow, name: string): boolean {
  const wanted = nameWithoutUnit(name);
  return input.reading.mapping.some(
    (other) => other.sheet === sheet && other.label !== label && nameWithoutUnit(other.label) === wanted,
  );
}
