import type { Pack } from "./schema";

/** What a name in a table of regions means: a region by its name in the plan, or the whole of England. */
export type Region = { readonly england: true } | { readonly england: false; readonly name: string };

/** What the names in tables of regions mean. */
export interface RegionNames {
  /** By the name, folded. */
  readonly byName: ReadonlyMap<string, Region>;
  /** The first letters of all names, by which most texts of a sheet can be passed over. */
  readonly starts: ReadonlySet<string>;
}

/** Words for the whole in a table of regions. */
const WHOLES = ["total", "all regions", "england total", "total england", "national", "nhs england"];

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/&/g, "and")
    .replace(/[^a-z ]/g, "")
    .replace(/^nhs (?!england)| region$/g, "")
    .trim();
}

const START = 3;

/** The regions that a plan's own tables name, and the words for them all. */
export function regionNames(pack: Pick<Pack, "regional">): RegionNames {
  const names = new Map<string, Region>();
  for (const { rows, england } of pack.regional) {
    for (const { region } of rows) names.set(fold(region), { england: false, name: region });
    for (const whole of [england.region, ...WHOLES]) names.set(fold(whole), { england: true });
  }
  const starts = new Set(["nhs", ...[...names.keys()].map((name) => name.slice(0, START))]);
  return { byName: names, starts };
}

/** The region that a whole cell names, or undefined. */
export function regionNamed(text: string, { byName, starts }: RegionNames): Region | undefined {
  return starts.has(text.trimStart().slice(0, START).toLowerCase()) ? byName.get(fold(text)) : undefined;
}

/** Whether a cell names the whole of England in so many words: "Total" alone is a total of whatever stands there. */
export function namesEngland(text: string, names: RegionNames): boolean {
  return /\bengland\b/i.test(text) && regionNamed(text, names)?.england === true;
}
