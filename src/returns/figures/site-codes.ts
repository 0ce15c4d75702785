import { keyOf } from "../../collections/keys";
import type { OrganisationCode } from "../../plan/schema";
import type { SiteName } from "./claim";

/** The codes of a return's sites, where any table gives both code and name: no site is counted under two names. */
export class SiteCodes {
  private readonly codes = new Map<string, string>();

  constructor(siteNames: readonly SiteName[]) {
    for (const { organisation, code, name } of siteNames) this.codes.set(nameKey(organisation, name), code);
  }

  /** A site's code, or its name where no table gives a code; null for no site. */
  siteOf(site: string | null, organisation: OrganisationCode | null): string | null {
    return site === null ? null : (this.codes.get(nameKey(organisation, site)) ?? site);
  }
}

function nameKey(organisation: OrganisationCode | null, name: string): string {
  const words = name.toLowerCase().replace(/[^a-z0-9]+/g, " ");
  return keyOf(organisation, words.trim());
}
