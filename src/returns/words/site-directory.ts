import type { Organisation, Pack } from "../../plan/schema";
import { NameIndex } from "./name-index";
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
  private readonly aliases: NameIndex<Omit<NamedSite, "rest"> & { readonly words: string }>;

  constructor({ organisations }: Pack) {
    const sites = organisations.flatMap((organisation) =>
      (organisation.sites ?? []).map((site) => ({ ...site, organisation })),
    );
    for (const { code, organisation } of sites) this.byCode.set(fold(code), organisation);
    this.aliases = new NameIndex(
      sites.flatMap(({ code, name, aliases = [], organisation }) =>
        [code, name, ...aliases].map((each) => ({ words: siteWords(each), organisation, site: name })),
      ),
    );
  }

  /** @param code folded. */
  ofCode(code: string): Organisation | undefined {
    return this.byCode.get(code);
  }

  /** The one site that a text names: "Glenfield Hospital utilities"; null for none or several. */
  find(text: string): NamedSite | null {
    const whole = siteWords(text);
    let rest = ` ${whole} `;
    const found = this.aliases.of(whole).filter(({ words }) => {
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
