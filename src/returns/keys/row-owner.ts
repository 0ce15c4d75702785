import type { Organisation } from "../../plan/schema";
import { isTotalHeading } from "../words/heading-words";
import type { Label } from "../words/labels";
import { isOdsSiteCode } from "../words/site-names";
import { tidy } from "../words/text";
import { saysNothing, type RowCells } from "./row-cells";

/** The organisation and site that a row is of. */
export interface RowOwner {
  readonly organisation: Organisation | null;
  /** The code or name of an organisation that the plan does not have, or null. */
  readonly outside: string | null;
  /** The row's site, by its code or, without one, its name; a part of a member, as its own name gives it ("UHL - Glenfield"). */
  readonly site: string | null;
  readonly siteName: string | null;
}

/** What the cells of a row say of its organisation, before its site is known. */
interface NamedOrganisation extends Pick<RowOwner, "organisation" | "outside"> {
  readonly part: string | null;
  /** False where the site's cell names the organisation itself. */
  readonly mayHaveSite: boolean;
}

/** Finds whose the rows of a table are. */
export class RowOwners {
  private readonly columns: readonly number[];

  constructor(private readonly cells: RowCells) {
    const named = [...cells.of("organisationCode"), ...cells.of("organisation")];
    this.columns = named.map(({ column }) => column);
  }

  private get names() {
    return this.cells.table.grid.labels.organisations;
  }

  /** An organisation outside the plan, told from its own column alone: a national table has thousands of such rows. */
  outside(row: number): string | null {
    let unknown: string | null = null;
    for (const column of this.columns) {
      const value = this.cells.table.grid.value(row, column);
      if (typeof value !== "string") continue;
      if (/total|result|sum/i.test(value) || this.names.whole(value) || this.names.partOf(value)) return null;
      const text = tidy(value);
      if (text !== "" && !saysNothing(text)) unknown ??= text;
    }
    return unknown;
  }

  /** @param labels the row's own headings. */
  of(row: number, isTotal: boolean, labels: readonly Label[]): RowOwner {
    const { organisation, outside, part, mayHaveSite } = this.organisation(row, isTotal, labels);
    const { code, name } = mayHaveSite && !isTotal ? this.site(row) : { code: null, name: null };
    const site = code ?? name;
    return { organisation, outside, site: site ?? part, siteName: site === null ? null : name };
  }

  private organisation(row: number, isTotal: boolean, labels: readonly Label[]): NamedOrganisation {
    return this.inOwnColumns(row, isTotal) ?? this.inSiteColumns(row, isTotal) ?? inPlan(firstOrganisation(labels));
  }

  private inOwnColumns(row: number, isTotal: boolean): NamedOrganisation | null {
    let unknown: string | null = null;
    for (const column of this.columns) {
      const text = this.cells.textOf(row, column);
      if (text === "" || saysNothing(text)) continue;
      const named = this.names.whole(text) ?? this.names.ofSite(text);
      if (named) return inPlan(named);
      const member = isTotal ? null : this.names.partOf(text);
      if (member) return { ...inPlan(member), part: text };
      if (!isBareTotal(this.cells.table.grid.labels.read(text))) unknown ??= text;
    }
    return unknown === null ? null : outsidePlan(unknown);
  }

  private inSiteColumns(row: number, isTotal: boolean): NamedOrganisation | null {
    for (const { column, role } of [...this.cells.of("siteCode"), ...this.cells.siteColumns]) {
      const text = this.cells.textOf(row, column);
      if (text === "") continue;
      const own = this.names.whole(text);
      if (own) return { ...inPlan(own), mayHaveSite: false };
      const trust = this.names.ofSite(text);
      if (trust) return inPlan(trust);
      if (!isTotal && isOdsSiteCode(text, role === "siteCode")) return outsidePlan(text.slice(0, 3).toUpperCase());
    }
    return null;
  }

  private site(row: number): { code: string | null; name: string | null } {
    const code = this.cells.firstText(row, this.cells.of("siteCode"));
    const name = this.cells.firstText(row, this.cells.siteColumns);
    return {
      code: code === null || saysNothing(code) ? null : code,
      name: name === null || saysNothing(name) ? null : name,
    };
  }
}

function inPlan(organisation: Organisation | null): NamedOrganisation {
  return { organisation, outside: null, part: null, mayHaveSite: true };
}

function outsidePlan(outside: string): NamedOrganisation {
  return { organisation: null, outside, part: null, mayHaveSite: false };
}

function firstOrganisation(labels: readonly Label[]): Organisation | null {
  return labels.find(({ organisation }) => organisation !== null)?.organisation ?? null;
}

/** "Total" and nothing else, in a column of organisations. */
function isBareTotal({ total, name, organisation, folded }: Label): boolean {
  return total && name === "" && organisation === null && isTotalHeading(folded, "");
}
