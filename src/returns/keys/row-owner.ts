import type { Organisation } from "../../plan/schema";
import { isTotalHeading } from "../words/heading-words";
import type { Label } from "../words/labels";
import { isOdsSiteCode, odsCodeIn } from "../words/site-names";
import { tidy } from "../words/text";
import type { Column } from "./columns";
import { saysNothing, type RowCells } from "./row-cells";

/** The organisation and site that a row is of. */
export interface RowOwner {
  readonly organisation: Organisation | null;
  /** The code or name of an NHS organisation that the plan does not have, or null. */
  readonly outside: string | null;
  /** A name in a column of organisations that says nothing known, or null. */
  readonly unknown: string | null;
  /** The row's site, by its code or, without one, its name; a part of a member, as its own name gives it ("UHL - Glenfield"). */
  readonly site: string | null;
  readonly siteName: string | null;
}

/** What the cells of a row say of its organisation, before its site is known. */
interface NamedOrganisation extends Pick<RowOwner, "organisation" | "outside" | "unknown"> {
  readonly part: string | null;
  /** False where the site's cell names the organisation itself. */
  readonly mayHaveSite: boolean;
}

/** The body that a cell names beside the plan's: `counted` where it is certainly another one. */
interface Stranger {
  readonly text: string;
  readonly counted: boolean;
}

/** Fewer rows of full names than this are a return's own list, which may hold a slip. */
const fewestOfNation = 10;
const officialName = /\bNHS (?:Foundation )?Trust\b|\bIntegrated Care Board\b/i;
const regionHeading = /\bregions?\b/i;

/** Finds whose the rows of a table are. */
export class RowOwners {
  private readonly columns: readonly Column[];
  /** True for a national collection: most rows are of NHS bodies outside the plan. */
  private readonly isNational: boolean;

  constructor(private readonly cells: RowCells) {
    this.columns = [...cells.of("organisationCode"), ...cells.of("organisation")];
    const { dataRows } = cells.table;
    const others = this.columns.length === 0 ? [] : dataRows.flatMap((row) => this.stranger(row) ?? []);
    const official = others.filter(({ text, counted }) => counted || officialName.test(text));
    this.isNational = official.length >= fewestOfNation && official.length * 2 > dataRows.length;
  }

  private get names() {
    return this.cells.table.grid.labels.organisations;
  }

  /** An organisation outside the plan, told from its own column alone: a national table has thousands of such rows. */
  outside(row: number): string | null {
    const stranger = this.stranger(row);
    return stranger !== null && (stranger.counted || this.isNational) ? stranger.text : null;
  }

  private stranger(row: number): Stranger | null {
    let found: Stranger | null = null;
    for (const { column, role, text: heading } of this.columns) {
      const value = this.cells.table.grid.value(row, column);
      if (typeof value !== "string") continue;
      if (/total|result|sum/i.test(value) || this.names.owner(value) !== null) return null;
      const text = tidy(value);
      if (text === "" || saysNothing(text)) continue;
      const code = odsCodeIn(text, role === "organisationCode");
      if (code !== null && this.names.ofCode(code) === null) return { text, counted: true };
      found ??= { text, counted: regionHeading.test(heading) };
    }
    return found;
  }

  /** @param labels the row's own headings. */
  of(row: number, isTotal: boolean, labels: readonly Label[]): RowOwner {
    const { organisation, outside, unknown, part, mayHaveSite } = this.organisation(row, isTotal, labels);
    const { code, name } = mayHaveSite && !isTotal ? this.site(row) : { code: null, name: null };
    const site = code ?? name;
    return { organisation, outside, unknown, site: site ?? part, siteName: site === null ? null : name };
  }

  private organisation(row: number, isTotal: boolean, labels: readonly Label[]): NamedOrganisation {
    return this.inOwnColumns(row, isTotal) ?? this.inSiteColumns(row, isTotal) ?? inPlan(firstOrganisation(labels));
  }

  private inOwnColumns(row: number, isTotal: boolean): NamedOrganisation | null {
    let unknown: string | null = null;
    for (const { column, role } of this.columns) {
      const text = this.cells.textOf(row, column);
      if (text === "" || saysNothing(text)) continue;
      const owner = this.names.owner(text);
      if (owner !== null) return { ...inPlan(owner.organisation), part: isTotal ? null : owner.part };
      const named = isTotal ? text.replace(/\s*(?:total|result|subtotal)s?$/i, "") : text;
      if (odsCodeIn(named, role === "organisationCode") !== null) return outsidePlan(text);
      if (!isBareTotal(this.cells.table.grid.labels.read(text))) unknown ??= text;
    }
    return unknown === null ? null : { ...inPlan(null), unknown, mayHaveSite: false };
  }

  private inSiteColumns(row: number, isTotal: boolean): NamedOrganisation | null {
    for (const { column, role } of [...this.cells.of("siteCode"), ...this.cells.siteColumns]) {
      const text = this.cells.textOf(row, column);
      if (text === "") continue;
      const own = this.names.whole(text);
      if (own) return { ...inPlan(own), mayHaveSite: false };
      const trust = this.names.ofSiteCode(text);
      if (trust) return inPlan(trust);
      if (!isTotal && isOdsSiteCode(text, role === "siteCode")) return outsidePlan(text.slice(0, 3).toUpperCase());
    }
    return null;
  }

  private site(row: number): { code: string | null; name: string | null } {
    const code = this.cells.firstText(row, this.cells.of("siteCode"));
    // Meters are the parts of an organisation whose sites nobody names: each has figures of its own.
    const name = this.cells.firstText(row, this.cells.siteColumns) ?? this.cells.firstText(row, this.cells.of("meter"));
    return {
      code: code === null || saysNothing(code) ? null : code,
      name: name === null || saysNothing(name) ? null : name,
    };
  }
}

function inPlan(organisation: Organisation | null): NamedOrganisation {
  return { organisation, outside: null, unknown: null, part: null, mayHaveSite: true };
}

function outsidePlan(outside: string): NamedOrganisation {
  return { ...inPlan(null), outside, mayHaveSite: false };
}

function firstOrganisation(labels: readonly Label[]): Organisation | null {
  return labels.find(({ organisation }) => organisation !== null)?.organisation ?? null;
}

/** "Total" and nothing else, in a column of organisations. */
function isBareTotal({ total, name, organisation, folded }: Label): boolean {
  return total && name === "" && organisation === null && isTotalHeading(folded, "");
}
