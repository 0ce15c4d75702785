import { getOrMake } from "../../collections/collect";
import type { Organisation, OrganisationCode, Pack } from "../../plan/schema";
import { clausesOf } from "./clauses";
import { NameIndex } from "./name-index";
import { areJoined, isBeside, isCore, isPartOf, leads, onlyAbout, services, type Word } from "./named-words";
import { SiteDirectory, type NamedSite } from "./site-directory";
import { fold, spelledOut, tidy } from "./text";

/** Words that say a system is meant, where nothing else in the text does (cli-contract: LLR is found by "LLR", "system", "ICS"). */
const systemWords = /\b(system|ics|integrated care system|system wide|whole system)\b/;
/** What may stand beside them: with anything else ("heating system") the word means something else. */
const besideSystem =
  /\b(system|ics|integrated care|wide|whole|level|total|totals|overall|all|the|health|care|and|footprint|carbon|plus|nhs|figures?|return|summary|roll ?up|rolled up|rollup|combined|data|metrics|performance|targets?|actuals?|baseline|trajectory|annual|members|of|for|\d+|q\d|fy)\b/g;
/** "LLR ICS Green Plan dashboard" is the system's own. */
const notOfFigures = "(?! (?:dashboard|figures|summary|totals|performance|progress))";
const longestSystemText = 60;

interface Alias {
  readonly words: string;
  readonly organisation: Organisation;
}

export type OrganisationMatch =
  | {
      readonly kind: "one";
      readonly organisation: Organisation;
      /** What else the text says, none of the organisation's names among it. */
      readonly rest: string;
    }
  /** Several bodies together, or one without a part of it: nobody's own figures. */
  | { readonly kind: "several"; readonly organisations: readonly Organisation[] }
  | { readonly kind: "none" };

const none: OrganisationMatch = { kind: "none" };

/** Whose a cell or heading says its figures are: an organisation's, or those of a part of it. */
export interface Owner {
  readonly organisation: Organisation;
  /** The part as the text names it; null for the whole. */
  readonly part: string | null;
}

function variants(name: string): string[] {
  const folded = spelledOut(name);
  const bare = folded.replace(/\b(nhs foundation trust|nhs trust|foundation trust|trust)$/, "").trim();
  return [folded, bare, bare.replace(/^the /, ""), bare.replace(/^nhs /, ""), `${bare} trust`];
}

/** The pack's organisations by code, name and short form, with case, spacing and punctuation forgiven. */
export class OrganisationNames {
  /** Null for a plan without a system, where no text can mean one. */
  readonly system: OrganisationCode | null;
  private readonly aliases: NameIndex<Alias>;
  private readonly byName = new Map<string, Organisation>();
  private readonly members: readonly Organisation[];
  private readonly codes = new Map<string, Organisation>();
  private readonly sites: SiteDirectory;
  private readonly wholeCache = new Map<string, Organisation | null>();
  private readonly ownerCache = new Map<string, Owner | null>();
  private readonly insideCache = new Map<string, OrganisationMatch>();

  constructor(pack: Pack) {
    this.system = pack.system;
    this.members = pack.organisations.filter(({ role }) => role === "member");
    const aliases: Alias[] = [];
    for (const organisation of pack.organisations) {
      this.codes.set(fold(organisation.code), organisation);
      const names = [organisation.code, organisation.name, organisation.shortName, ...organisation.aliases];
      for (const words of new Set(names.flatMap(variants))) {
        if (words.length < 2 || this.byName.has(words)) continue;
        this.byName.set(words, organisation);
        // "System" and "ICS" alone are looked for apart: inside other words they mean other things.
        if (systemWords.test(words) && words.replace(besideSystem, "").trim() === "") continue;
        aliases.push({ words, organisation });
      }
    }
    this.aliases = new NameIndex(aliases);
    this.sites = new SiteDirectory(pack);
  }

  /** The organisation that a whole cell names: "RWE", "rwe ", "UHL", "University Hospitals of Leicester". */
  whole(text: string): Organisation | null {
    return getOrMake(this.wholeCache, text, () => {
      const folded = spelledOut(text);
      const named = this.byName.get(folded) ?? this.byName.get(folded.replace(/ (nhs |nhs foundation )?trust$/, ""));
      if (named !== undefined) return named;
      const found = this.inside(text);
      const isOnly =
        found.kind === "one" && (onlyAbout(found.rest) || this.isSystemWord(folded) || this.isSystemWord(found.rest));
      return isOnly ? found.organisation : null;
    });
  }

  /**
   * Whose the figures are that a cell of a column of organisations names: an organisation's, a site's
   * that the plan lists, or those of what a member's code or short name stands beside ("UHL - Glenfield", "City
   * Central PCN"); other bodies' long names hold the same places. Null for any other text.
   */
  owner(text: string): Owner | null {
    return getOrMake(this.ownerCache, text, () => {
      const listed = this.heading(text);
      if (listed !== null) return listed;
      const organisation = this.memberIn(text);
      return organisation === null ? null : { organisation, part: tidy(text) };
    });
  }

  /** The same of a heading, which may as well name a metric: of parts it names only listed sites and kinds of service. */
  heading(text: string): Owner | null {
    const whole = this.whole(text);
    if (whole !== null) return { organisation: whole, part: null };
    const site = this.ofSite(text);
    if (site !== null) return { organisation: site, part: tidy(text) };
    const found = this.inside(text);
    if (found.kind !== "one") return null;
    const isSite = this.listedSite(found.rest) === found.organisation;
    const isService = /^[^()]+\([^()]+\)$/.test(text.trim()) && services.test(found.rest);
    return isSite || isService ? { organisation: found.organisation, part: tidy(text) } : null;
  }

  private memberIn(text: string): Organisation | null {
    const { subject } = clausesOf(text);
    const folded = ` ${spelledOut(text)} `;
    const found = this.members.flatMap((organisation) => {
      const name = [organisation.code, organisation.shortName]
        .filter((each) => !each.includes(" "))
        .find((each) => folded.includes(` ${fold(each)} `));
      return name === undefined ? [] : [{ organisation, name: fold(name) }];
    });
    const [only] = found;
    if (only === undefined || found.length > 1 || subject !== text) return null;
    const joined = new RegExp(`(?:and|plus|with|or) ${only.name} | ${only.name} (?:and|plus|with|or) `);
    return joined.test(folded) ? null : only.organisation;
  }

  /**
   * The organisation of a site: one whose code or name the pack lists, or a site code such as "RWEAA", which begins
   * with the trust's own ODS code.
   */
  ofSite(text: string): Organisation | null {
    return this.listedSite(text) ?? this.ofSiteCode(text);
  }

  /** The organisation of a text that is one listed site's names alone: "Leicester Royal Infirmary (LRI)". */
  private listedSite(text: string): Organisation | null {
    const found = this.siteIn(text);
    return found !== null && found.rest === "" ? found.organisation : null;
  }

  /** The one listed site that a text names, or null. */
  siteIn(text: string): NamedSite | null {
    return this.sites.find(text);
  }

  ofCode(code: string): Organisation | null {
    return this.codes.get(code.toLowerCase()) ?? null;
  }

  /** The organisation of a site's code. */
  ofSiteCode(text: string): Organisation | null {
    const code = text.trim().toLowerCase();
    const trust = /^[a-z0-9]{5,6}$/.test(code) ? this.codes.get(code.slice(0, 3)) : undefined;
    return this.sites.ofCode(code) ?? trust ?? null;
  }

  /**
   * Whose figures a longer text gives: a title, a sheet's or a file's name. What it leaves out, compares
   * with or sends to is not looked at. The first named stands; where the system and a member are named, the
   * member is meant; several together are nobody's own, and a partner among words is only spoken of.
   */
  inside(text: string): OrganisationMatch {
    return getOrMake(this.insideCache, text, () => {
      const { subject, excluded, included } = clausesOf(text);
      const found = this.search(this.withoutProgramme(spelledOut(subject)));
      if (found.kind !== "one") return found;
      const without = this.namesIn(spelledOut(excluded.join(" ")));
      const within = this.namesIn(spelledOut(included.join(" ")));
      const { organisation } = found;
      const isLess = without.organisations.some((each) => isPartOf(each, organisation));
      const isMore = within.organisations.some((each) => !isPartOf(each, organisation) && each !== organisation);
      if (isLess || isMore)
        return { kind: "several", organisations: [organisation, ...without.organisations, ...within.organisations] };
      const unknown = excluded.length > 0 && without.organisations.length === 0 ? excluded.join(" ") : "";
      return { ...found, rest: `${found.rest} ${spelledOut(unknown)}`.trim() };
    });
  }

  private search(folded: string): OrganisationMatch {
    const { organisations, words } = this.namesIn(folded);
    const [first, ...others] = organisations;
    if (first === undefined) return this.isSystemWord(folded) ? this.systemMatch(folded) : none;
    const rest = words.filter((word) => typeof word === "string").join(" ");
    const one = (organisation: Organisation): OrganisationMatch => ({ kind: "one", organisation, rest });
    const several: OrganisationMatch = { kind: "several", organisations };
    if (others.length === 0) return isCore(first) || leads(words) ? one(first) : none;
    if (areJoined(words) || !isCore(first)) return several;
    const core = organisations.filter(isCore);
    const members = core.filter(({ role }) => role === "member");
    const [member] = members;
    if (members.length === 1 && member !== undefined) return one(member);
    return members.length === 0 || isBeside(words) ? one(first) : several;
  }

  /** The organisations that a text names, in its order, and its words, each name as its organisation. */
  private namesIn(folded: string): { organisations: readonly Organisation[]; words: readonly Word[] } {
    let rest = ` ${folded} `;
    const found: Organisation[] = [];
    for (const { words, organisation } of this.aliases.of(folded)) {
      if (!rest.includes(` ${words} `)) continue;
      rest = rest.replaceAll(` ${words} `, `  |${found.length}  `);
      found.push(organisation);
    }
    const words = rest
      .split(" ")
      .filter((word) => word !== "")
      .map((word): Word => (word.startsWith("|") ? (found[Number(word.slice(1))] ?? word) : word));
    return { organisations: [...new Set(words.filter((word) => typeof word !== "string"))], words };
  }

  /** A plan's own name ("LLR ICS Green Plan 2022-2025") says whose plan it is, not whose figures stand there. */
  private withoutProgramme(folded: string): string {
    if (!folded.includes("green plan")) return folded;
    let rest = folded;
    for (const { words, organisation } of this.aliases.of(folded)) {
      if (organisation.code !== this.system) continue;
      rest = rest.replace(
        new RegExp(`\\b${words}( ics| icb| system)? green plan( \\d{4} \\d{2,4})?${notOfFigures}`, "g"),
        " ",
      );
    }
    return rest
      .replace(new RegExp(`\\b(ics|system) green plan( \\d{4} \\d{2,4})?${notOfFigures}`, "g"), " ")
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
    return organisation ? { kind: "one", organisation, rest: folded.replace(text, " ").trim() } : none;
  }
}
