import type { Organisation, OrganisationCode, Pack } from "../../plan/schema";
import { fold } from "./text";

/** Words that say a system is meant, where nothing else in the text does (cli-contract: LLR is found by "LLR", "system", "ICS"). */
const systemWords = /\b(system|ics|integrated care system|system wide|whole system)\b/;
/** What may stand beside them: with anything else ("heating system") the word means something else. */
const besideSystem =
  /\b(system|ics|integrated care|wide|whole|level|total|totals|overall|all|the|health|care|and|footprint|carbon|plus|nhs|figures?|return|summary|roll ?up|rolled up|rollup|combined|data|metrics|performance|targets?|actuals?|baseline|trajectory|annual|members|of|for|\d+|q\d|fy)\b/g;
const longestSystemText = 60;

/** How people shorten the words of an organisation's name. */
const shortWords: Readonly<Record<string, string>> = {
  univ: "university",
  uni: "university",
  hosp: "hospitals",
  hosps: "hospitals",
  leics: "leicestershire",
  partn: "partnership",
  amb: "ambulance",
};

/** A name as looked up: "UHL's" is "uhl", "Univ. Hosps Leicester" is spelt out. */
export function organisationWords(text: string): string {
  return fold(text.replace(/(?<=\p{L})['’‘`]s\b/gu, ""))
    .split(" ")
    .map((word) => shortWords[word] ?? word)
    .join(" ");
}

interface Alias {
  readonly words: string;
  readonly organisation: Organisation;
}

export type OrganisationMatch =
  | {
      readonly kind: "one";
      readonly organisation: Organisation;
      readonly text: string;
      /** What else the text says, none of the organisation's names among it. */
      readonly rest: string;
    }
  | { readonly kind: "several"; readonly organisations: readonly Organisation[] }
  | { readonly kind: "none" };

const none: OrganisationMatch = { kind: "none" };

function variants(name: string): string[] {
  const folded = organisationWords(name);
  const bare = folded.replace(/\b(nhs foundation trust|nhs trust|foundation trust|trust)$/, "").trim();
  return [folded, bare, bare.replace(/^the /, ""), bare.replace(/^nhs /, ""), `${bare} trust`];
}

/** The pack's organisations by code, name and short form, with case, spacing and punctuation forgiven. */
export class OrganisationNames {
  /** Null for a plan without a system, where no text can mean one. */
  readonly system: OrganisationCode | null;
  private readonly aliases: Alias[] = [];
  private readonly byName = new Map<string, Organisation>();
  private readonly members: readonly Organisation[];
  private readonly codes = new Map<string, Organisation>();
  /** By the folded code and name of each site that the pack lists. */
  private readonly sites = new Map<string, Organisation>();
  private readonly wholeCache = new Map<string, Organisation | null>();
  private readonly partCache = new Map<string, Organisation | null>();
  private readonly insideCache = new Map<string, OrganisationMatch>();

  constructor(pack: Pack) {
    this.system = pack.system;
    this.members = pack.organisations.filter(({ role }) => role === "member");
    for (const organisation of pack.organisations) {
      this.codes.set(fold(organisation.code), organisation);
      for (const { code, name } of organisation.sites ?? [])
        for (const each of [code, name]) this.sites.set(fold(each), organisation);
      const names = [organisation.code, organisation.name, organisation.shortName, ...organisation.aliases];
      for (const words of new Set(names.flatMap(variants))) {
        if (words.length < 2 || this.byName.has(words)) continue;
        this.byName.set(words, organisation);
        // "System" and "ICS" alone are looked for apart: inside other words they mean other things.
        if (systemWords.test(words) && words.replace(besideSystem, "").trim() === "") continue;
        this.aliases.push({ words, organisation });
      }
    }
    this.aliases.sort((a, b) => b.words.length - a.words.length);
  }

  /** The organisation that a whole cell names: "RWE", "rwe ", "UHL", "University Hospitals of Leicester". */
  whole(text: string): Organisation | null {
    let found = this.wholeCache.get(text);
    if (found === undefined) {
      const folded = organisationWords(text);
      found =
        this.byName.get(folded) ??
        this.byName.get(folded.replace(/ (trust|nhs trust|nhs foundation trust)$/, "")) ??
        null;
      if (found === null) {
        const inside = this.inside(text);
        const telling = inside.kind === "one" && (onlyAbout(inside.rest) || this.isSystemWord(folded));
        if (telling) found = inside.organisation;
      }
      this.wholeCache.set(text, found);
    }
    return found;
  }

  /**
   * The member in whose name a cell of organisations gives a part of it: "UHL - Glenfield", "City
   * Central PCN". Only a code or a short name tells so, as other bodies' names hold the same places.
   */
  partOf(text: string): Organisation | null {
    let found = this.partCache.get(text);
    if (found === undefined) {
      found = this.memberIn(text);
      this.partCache.set(text, found);
    }
    return found;
  }

  private memberIn(text: string): Organisation | null {
    const folded = ` ${organisationWords(text)} `;
    const found = this.members.filter(({ code, shortName }) =>
      [code, shortName].some((name) => !name.includes(" ") && folded.includes(` ${fold(name)} `)),
    );
    return found.length === 1 ? found[0]! : null;
  }

  /**
   * The organisation of a site: one whose code or name the pack lists, or a site code such as "RWEAA", which begins
   * with the trust's own ODS code.
   */
  ofSite(text: string): Organisation | null {
    const listed = this.sites.get(fold(text));
    if (listed !== undefined) return listed;
    const code = text.trim();
    if (!/^[A-Z0-9]{5,6}$/i.test(code)) return null;
    return this.codes.get(code.slice(0, 3).toLowerCase()) ?? null;
  }

  /** Organisations named inside a longer text: a title, a sheet's or a file's name. Where the system and one member are named, the member is meant. */
  inside(text: string): OrganisationMatch {
    let found = this.insideCache.get(text);
    if (found === undefined) {
      found = this.search(this.withoutProgramme(organisationWords(text)));
      this.insideCache.set(text, found);
    }
    return found;
  }

  private search(folded: string): OrganisationMatch {
    let rest = ` ${folded} `;
    const found = new Map<OrganisationCode, Alias>();
    for (const alias of this.aliases) {
      if (!rest.includes(` ${alias.words} `)) continue;
      rest = rest.replaceAll(` ${alias.words} `, "  |  ");
      if (!found.has(alias.organisation.code)) found.set(alias.organisation.code, alias);
    }
    if (found.size > 1 && this.system !== null) found.delete(this.system);
    if (found.size > 1) return { kind: "several", organisations: [...found.values()].map((each) => each.organisation) };
    const [only] = found.values();
    if (only)
      return {
        kind: "one",
        organisation: only.organisation,
        text: only.words,
        rest: rest.replaceAll("|", " ").replace(/\s+/g, " ").trim(),
      };
    return this.isSystemWord(folded) ? this.systemMatch(folded) : none;
  }

  /** A plan's own name ("LLR ICS Green Plan 2022-2025") says whose plan it is, not whose figures stand there. */
  private withoutProgramme(folded: string): string {
    if (!folded.includes("green plan")) return folded;
    let rest = folded;
    for (const { words, organisation } of this.aliases) {
      if (organisation.code !== this.system) continue;
      rest = rest.replace(new RegExp(`\\b${words}( ics| icb| system)? green plan( \\d{4} \\d{2,4})?`, "g"), " ");
    }
    return rest
      .replace(/\b(ics|system) green plan( \d{4} \d{2,4})?/g, " ")
      .replace(/\s+/g, " ")
      .trim();
  }

  private isSystemWord(folded: string): boolean {
    return (
      folded.length <= longestSystemText && systemWords.test(folded) && folded.replace(besideSystem, "").trim() === ""
    );
  }

  private systemMatch(folded: string): OrganisationMatch {
    const organisation = this.system === null ? undefined : this.codes.get(fold(this.system));
    const text = systemWords.exec(folded)?.[0] ?? "";
    return organisation ? { kind: "one", organisation, text, rest: folded.replace(text, " ").trim() } : none;
  }
}

/** "UHL total", "RWE result", "RWE - UHL" and "UHL trust" name the organisation; "UHL gas" names more than it. */
function onlyAbout(rest: string): boolean {
  const more = rest.replace(
    /\b(trust|nhs|ft|the|result|total|totals|sub|subtotal|overall|all|sites|grand|own|figures?|only|actuals?)\b/g,
    "",
  );
  return more.trim() === "";
}
