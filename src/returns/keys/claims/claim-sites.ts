import type { Caption, RawTable } from "../../tables/raw-table";
import { isNoteLine, keyRole } from "../../words/heading-words";
import type { LabelReader } from "../../words/labels";
import { isSiteName, siteIn } from "../../words/site-names";
import { fold } from "../../words/text";
import type { MetricsOfTable } from "./claim-metrics";
import { isCorner, type Column } from "../columns";
import type { RowKeys } from "../rows";
import { noSection, sectionAfter, type Section } from "../sections";

/** The site of each figure of a table, from its row, its column, the lines over the table and the corner. */
export class SitesOfTable {
  /** What the line over the first block says of its rows. */
  readonly opening: Section;
  /** Sites named side by side over the table. */
  private readonly beside: readonly SiteOver[];
  /** Sites that head columns of names: each speaks for the figures to its right. */
  private readonly corners: readonly Column[];

  /** @param ofSheet all the tables of its sheet. */
  constructor(
    table: RawTable,
    columns: readonly Column[],
    private readonly metrics: MetricsOfTable,
    ofSheet: readonly RawTable[],
  ) {
    const over = sitesOver(table, ofSheet);
    const [only] = over;
    this.opening = over.length === 1 && only !== undefined ? only.section : noSection;
    this.beside = over.length > 1 ? over : [];
    const { labels } = table.grid;
    this.corners = columns.filter((column) => {
      const label = labels.read(column.text);
      // "Metric | Unit" ends in a word that buildings have: what is no known site must be a name.
      const isNamed = label.site !== null || column.names.length > 0;
      return isCorner(column) && isNamed && isSiteName(label, labels);
    });
  }

  of(keys: RowKeys, column: Column): string | null {
    const over = this.beside.findLast((site) => site.column <= column.column)?.section.site;
    const corner = this.corners.findLast((each) => each.column < column.column)?.text ?? null;
    return keys.site ?? column.site ?? this.metrics.siteOf(column, keys) ?? over ?? corner;
  }
}

/** A site named over a table, with the column that its name stands in. */
interface SiteOver {
  readonly column: number;
  readonly section: Section;
}

/**
 * The sites named over the first block of a table, left to right: of several side by side each speaks for the columns
 * from its own on. A name counts where the plan knows it or the sheet names others in the same way; what else stands
 * over a table is its title's.
 */
function sitesOver(table: RawTable, ofSheet: readonly RawTable[]): SiteOver[] {
  const { labels } = table.grid;
  const [nearest, ...others] = table.captions.filter((caption) => namesSite(caption, labels));
  if (nearest === undefined) return [];
  const names = [nearest, ...others.filter(({ row }) => row === nearest.row)];
  const onSheet = ofSheet.flatMap(({ captions, body }) => [...captions, ...body.flatMap((row) => row.captions)]);
  const isOneOfSeveral = onSheet.some(
    (other) => (other.row !== nearest.row || other.column !== nearest.column) && namesSite(other, labels),
  );
  const isKnown =
    nearest.heading !== null || /^\w+\s*:/.test(nearest.text) || labels.organisations.ofSite(nearest.text) !== null;
  if (!isKnown && !isOneOfSeveral) return [];
  return names.map((name) => ({ column: name.column, section: sectionAfter(noSection, name, labels) }));
}

function namesSite({ heading, text }: Caption, labels: LabelReader): boolean {
  if (heading !== null) return ["site", "siteCode"].includes(keyRole(fold(heading)) ?? "");
  const label = labels.read(text);
  const isOrganisation = label.site === null && labels.organisations.whole(text) !== null;
  return !isNoteLine(text) && !isOrganisation && siteIn(label, labels) !== null;
}
