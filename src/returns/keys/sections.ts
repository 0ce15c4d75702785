import type { PeriodReading } from "../../plan/time/periods";
import type { Organisation } from "../../plan/schema";
import type { Unit } from "../../plan/quantity/units";
import type { LabelReader } from "../words/labels";
import type { ObservationKind } from "../observation";
import type { Line } from "../tables/raw-table";
import { isSiteName } from "../words/site-names";
import { fold } from "../words/text";
import { isNoteLine, keyRole } from "../words/heading-words";

/** What the last lines above a row, inside its table, say of the rows below them. */
export interface Section {
  readonly name: string | null;
  readonly organisation: Organisation | null;
  readonly period: PeriodReading | null;
  readonly kind: ObservationKind | null;
  readonly unit: Unit | null;
  readonly site: string | null;
}

export const noSection: Section = { name: null, organisation: null, period: null, kind: null, unit: null, site: null };

/** The section that a line begins or adds to: another organisation ends what was said of the one before. */
export function sectionAfter(before: Section, line: Line, labels: LabelReader): Section {
  const label = labels.read(line.text);
  if (line.heading === null && (isNoteLine(line.text) || label.folded === "")) return before;
  const role = line.heading === null ? null : keyRole(fold(line.heading));
  if (role === "metric") return { ...before, name: label.name };
  const organisation =
    role === null || role.startsWith("organisation")
      ? (label.organisation ?? labels.organisations.whole(line.text))
      : null;
  const site = role === null && organisation === null && isSiteName(label, labels) ? label.text : null;
  const changed = organisation !== null && organisation.code !== before.organisation?.code;
  return {
    name: site !== null || role !== null ? null : label.name || null,
    organisation: organisation ?? before.organisation,
    period: label.period ?? (changed ? null : before.period),
    kind: label.kind ?? (label.name === "" && !changed && organisation === null ? before.kind : null),
    unit: label.unit,
    site: site ?? (changed || (label.name !== "" && label.metric === null && site === null) ? null : before.site),
  };
}
