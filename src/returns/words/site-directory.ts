import type { Organisation, Pack } from "../../plan/schema";
import { fold, spelledOut } from "./text";

/** A site that the pack lists, as a text names it. */
export interface NamedSite {
  readonly organisation: Organisation;
  /** The site's name in the pack. */
  readonly site: string;
  /** What the text says beside it. */
  readonly rest: string;
}

/** The sites that a pack lists for its organisations, by their codes and names. */
export class SiteDirectory {
  private readonly byCode = new Map<string, Organisation>();
  /** The longest names first. */
  private readonly aliases: (Omit<NamedSite, "rest"> & { readonly words: string })[] = [];

  constructor({ organisations }: Pack) {
    for (const organisation of organisations)
      for (const { code, name, aliases = [] } of organisation.sites ?? []) {
        this.byCode.set(fold(code), organisation);
        for (const each of [code, name, ...aliases])
          this.aliases.push({ words: siteWords(each), organisation, site: name });
      }
    this.aliases.sort((a, b) => b.words.length - a.words.length);
  }

  /** @param code folded. */
  ofCode(code: string): Organisation | undefined {
    return this.byCode.get(code);
  }

  /** The one site that a text names: "Glenfield Hospital utilities"; null for none or several. */
  find(text: string): NamedSite | null {
    let rest = ` ${siteWords(text)} `;
    const found = this.aliases.filter(({ words }) => {
      if (!rest.includes(` ${words} `)) return false;
      rest = rest.replaceAll(` ${words} `, "  ");
      return true;
    });
    const [first] = found;
    if (first === undefined || found.some(({ site }) => site !== first.site)) return null;
    return { organisation: first.organisation, site: first.site, rest: rest.replace(/\s+/g, " ").trim() };
  }
}

/** A site's name as looked up, whether its hospital is one or several. */
function siteWords(text: string): string {
  return spelledOut(text).replace(/\bhospitals\b/g, "hospital");
}
