import type { PeriodReading } from "../../plan/time/periods";
import type { Organisation } from "../../plan/schema";
import type { Unit } from "../../plan/quantity/units";
import type { Label, LabelReader } from "../words/labels";
import type { ObservationKind } from "../observation";
import type { Caption, RawTable } from "../tables/raw-table";
import { isSiteName } from "../words/site-names";
import { fold } from "../words/text";
import { isNoteLine, isRemark, keyRole } from "../words/heading-words";

/** What the captions above a row, inside its table, say of the rows below them. */
export interface Section {
  readonly name: string | null;
  readonly organisation: Organisation | null;
  readonly period: PeriodReading | null;
  readonly kind: ObservationKind | null;
  readonly unit: Unit | null;
  readonly site: string | null;
  /** True below "Total" or "All sites": the rows are totals of those of other sections. */
  readonly total: boolean;
}

export const noSection: Section = {
  name: null,
  organisation: null,
  period: null,
  kind: null,
  unit: null,
  site: null,
  total: false,
};

/**
 * The section after a caption: what the caption says, and what still holds of the section before.
 *
 * @returns `before` itself after a caption that says nothing of the rows below it.
 */
export function sectionAfter(before: Section, { heading, text }: Caption, labels: LabelReader): Section {
  const label = labels.read(text);
  if (heading === null && (isNoteLine(text) || isRemark(text) || label.folded === "")) return before;
  const role = heading === null ? null : keyRole(fold(heading));
  if (role === "metric") return { ...before, name: label.name };
  if (role === "site" || role === "siteCode") return { ...before, site: label.text, total: false };
  if (role === null && label.total) return { ...noSection, organisation: label.organisation, total: true };
  const mayNameOrganisation = role === null || role.startsWith("organisation");
  const organisation = mayNameOrganisation ? (label.organisation ?? labels.organisations.whole(text)) : null;
  const site = role === null && organisation === null && isSiteName(label, labels) ? label.text : null;
  const kept = keptAfter(before, label, organisation);
  return {
    name: role === null && site === null ? label.name || null : null,
    organisation: organisation ?? before.organisation,
    period: label.period ?? kept.period,
    kind: label.kind ?? kept.kind,
    unit: label.unit,
    site: site ?? kept.site,
    total: false,
  };
}

/** What still holds of a section: another organisation ends all of it, another name its kind and its site. */
function keptAfter(
  before: Section,
  { name, metric }: Label,
  organisation: Organisation | null,
): Pick<Section, "period" | "kind" | "site"> {
  if (organisation !== null && organisation.code !== before.organisation?.code)
    return { period: null, kind: null, site: null };
  return {
    period: before.period,
    kind: name === "" && organisation === null ? before.kind : null,
    site: name !== "" && metric === null ? null : before.site,
  };
}

/** A site named over a table, with the column that its name stands in. */
export interface SiteOver {
  readonly column: number;
  readonly section: Section;
}

/**
 * The sites named over the first block of a table, left to right: of several side by side each speaks for the columns
 * from its own on. A name counts where the plan knows it or the sheet names others in the same way; what else stands
 * over a table is its title's.
 */
export function sitesOver(table: RawTable, ofSheet: readonly RawTable[]): SiteOver[] {
  const { labels } = table.grid;
  const [nearest, ...others] = table.captions.filter((caption) => namesSite(caption, labels));
  if (nearest === undefined) return [];
  const names = [nearest, ...others.filter(({ row }) => row === nearest.row)];
  const onSheet = ofSheet.flatMap(({ captions, body }) => [...captions, ...body.flatMap((row) => row.captions)]);
  const isOneOfSeveral = onSheet.some(
    (other) => (other.row !== nearest.row || other.column !== nearest.column) && namesSite(other, labels),
  );
  const isKnown = nearest.heading !== null || labels.organisations.ofSite(nearest.text) !== null;
  if (!isKnown && !isOneOfSeveral) return [];
  return names.map((name) => ({ column: name.column, section: sectionAfter(noSection, name, labels) }));
}

function namesSite({ heading, text }: Caption, labels: LabelReader): boolean {
  if (heading !== null) return ["site", "siteCode"].includes(keyRole(fold(heading)) ?? "");
  return !isNoteLine(text) && labels.organisations.whole(text) === null && isSiteName(labels.read(text), labels);
}
