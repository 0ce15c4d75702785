/** Whether a folded text (lower case, single spaces, no punctuation) speaks of something. */
export type SpeaksOf = (folded: string) => boolean;

/** An entry of the vocabulary or of a pack that texts may speak of. */
interface SpokenWords {
  readonly speaks?: readonly (readonly string[])[] | undefined;
  readonly not?: readonly string[] | undefined;
}

/**
 * The test of an entry's `speaks` and `not`: a text speaks of it that has a word or phrase of each list of `speaks`
 * and none of `not`. Null where the entry has no `speaks`.
 */
export function speaksTest(words: SpokenWords): SpeaksOf | null {
  const { speaks = [], not = [] } = words;
  if (speaks.length === 0) return null;
  const wanted = speaks.map(anyOf);
  const unwanted = not.length === 0 ? null : anyOf(not);
  return (folded) => wanted.every((pattern) => pattern.test(folded)) && !unwanted?.test(folded);
}

/** Any of some words or phrases, each whole; "refurb*" is any word that begins so. */
function anyOf(phrases: readonly string[]): RegExp {
  const patterns = phrases.map((phrase) => escaped(phrase.replace(/\*$/, "")) + (phrase.endsWith("*") ? "\\S*" : ""));
  return new RegExp(`(?<!\\S)(?:${patterns.join("|")})(?!\\S)`, "u");
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
