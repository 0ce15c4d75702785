import type { Organisation } from "../../../plan/schema";
import type { RawTable } from "../../tables/raw-table";
import type { OrganisationNames } from "../../words/organisation-names";
import { isCorner, type Column } from "../columns";
import type { RowKeys } from "../rows";
import type { TableContext } from "../table-context";

/** Whose a figure is, or why that is asked; both null where nothing says. */
export interface FigureOwner {
  readonly organisation: Organisation | null;
  readonly organisationAsked: string | null;
}

/** The organisation of each figure of a table, from its row, its column, its section, the corner and the surroundings. */
export class OwnersOfTable {
  private readonly names: OrganisationNames;
  private readonly corner: Organisation | null;

  constructor(
    { grid }: RawTable,
    columns: readonly Column[],
    private readonly context: TableContext,
  ) {
    this.names = grid.labels.organisations;
    const corners = columns.filter(isCorner);
    this.corner = corners.find(({ organisation }) => organisation !== null)?.organisation ?? null;
  }

  /**
   * The organisation named nearest to a figure: in its row, its column's heading, its section, the corner, by its
   * site's code, around the table, by its site's name. One that is named and not known is asked about, never passed over.
   */
  of(keys: RowKeys, column: Column): FigureOwner {
    if (keys.unknown !== null && column.organisation === null)
      return { organisation: null, organisationAsked: unknownOrganisation(keys.unknown) };
    const named = this.named(keys, column);
    if (named !== null) return { organisation: named, organisationAsked: null };
    const organisation = this.bySite(keys.site ?? keys.section.site) ?? this.context.organisations[0] ?? null;
    return { organisation, organisationAsked: organisation === null ? this.context.organisationAsked : null };
  }

  /** The site that the title names, for figures whose organisation nothing nearer gives. */
  siteAround(keys: RowKeys, column: Column): string | null {
    return keys.unknown === null && this.named(keys, column) === null ? this.context.site : null;
  }

  private named(keys: RowKeys, column: Column): Organisation | null {
    return keys.organisation ?? column.organisation ?? keys.section.organisation ?? this.corner;
  }

  /** A site's code tells whose it is; its name yields to the member that a title names. */
  private bySite(site: string | null): Organisation | null {
    if (site === null) return null;
    const byCode = this.names.ofSiteCode(site) ?? this.names.ofSiteCode(site.slice(0, 5));
    return byCode ?? (this.context.organisations[0]?.role === "member" ? null : this.names.ofSite(site));
  }
}

function unknownOrganisation(text: string): string {
  return `“${text}” is no organisation of the plan: write the code or name of the one that is meant, or leave its figures out.`;
}
