import { nhsConcepts } from "../../plan/vocabulary/vocabulary";
import { addTo, getOrMake } from "../../collections/collect";
import { editDistance, fold } from "./text";

/** What a text says, as concepts of the vocabulary; a word that the vocabulary does not have is its own concept. */
export interface Said {
  readonly concepts: ReadonlySet<string>;
  /** The text with its slips of the pen put right; null where it has none. */
  readonly corrected: string | null;
}

/** The concepts listed in a text of the vocabulary. */
export function listed(text: string, between: "|" | " " = "|"): readonly string[] {
  return text.split(between);
}

function singular(word: string): string {
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/^gases$|(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && word.endsWith("s") && !/(ss|us|is|^mains)$/.test(word) ? word.slice(0, -1) : word;
}

function wordsOf(folded: string): string[] {
  return folded === "" ? [] : folded.split(" ").map(singular);
}

interface Phrase {
  readonly words: readonly string[];
  /** Null for words that change nothing. */
  readonly concept: string | null;
}

/** Takes texts apart into the concepts of the vocabulary, the longest phrase first. */
export class ConceptReader {
  private readonly phrases = new Map<string, Phrase[]>();
  private readonly known = new Set<string>();
  private readonly byInitial = new Map<string, string[]>();
  private readonly spellings = new Map<string, string | null>();

  constructor() {
    for (const [concept, phrases] of Object.entries(nhsConcepts.concepts))
      for (const phrase of listed(phrases)) this.addPhrase(phrase, concept);
    for (const phrase of listed(nhsConcepts.silent)) this.addPhrase(phrase, null);
    for (const word of listed(nhsConcepts.misreadings)) this.known.add(word);
    for (const phrases of this.phrases.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  }

  private addPhrase(phrase: string, concept: string | null): void {
    const words = wordsOf(fold(phrase));
    addTo(this.phrases, words[0] ?? "", { words, concept });
    this.addWords(words);
  }

  /** Takes in a word that changes nothing, such as the id of an action before what it brings. */
  addSilent(word: string): void {
    this.addPhrase(word, null);
  }

  /** Takes in the words of a name, so that they too are known when misspelt. */
  addName(name: string): void {
    this.addWords(wordsOf(fold(name)));
  }

  private addWords(words: readonly string[]): void {
    for (const word of words) {
      if (this.known.has(word)) continue;
      this.known.add(word);
      if (word.length >= shortestMisspelt - 1) addTo(this.byInitial, word[0] ?? "", word);
    }
  }

  /** @param folded as `fold` gives it. */
  read(folded: string): Said {
    const written = wordsOf(folded);
    const words = written.map((word) => this.spelling(word) ?? word);
    const concepts = new Set<string>();
    for (let at = 0; at < words.length;) {
      const phrase = this.phraseAt(words, at);
      if (phrase === null) concepts.add(words[at] ?? "");
      else if (phrase.concept !== null) concepts.add(phrase.concept);
      at += phrase?.words.length ?? 1;
    }
    const isCorrected = words.some((word, index) => word !== written[index]);
    return { concepts, corrected: isCorrected ? words.join(" ") : null };
  }

  private phraseAt(words: readonly string[], at: number): Phrase | null {
    const phrases = this.phrases.get(words[at] ?? "") ?? [];
    return phrases.find((phrase) => phrase.words.every((word, index) => words[at + index] === word)) ?? null;
  }

  /** The one known word that a long word is a slip of the pen for, or null. */
  private spelling(word: string): string | null {
    if (word.length < shortestMisspelt || this.known.has(word)) return null;
    return getOrMake(this.spellings, word, () => {
      const near = (this.byInitial.get(word[0] ?? "") ?? []).flatMap((other) => {
        const edits = editsBetween(word, other);
        return edits === null ? [] : [{ other, edits }];
      });
      const fewest = Math.min(...near.map(({ edits }) => edits));
      const [nearest, ...others] = near.filter(({ edits }) => edits === fewest);
      return others.length === 0 ? (nearest?.other ?? null) : null;
    });
  }
}

const shortestMisspelt = 7;

/** One letter wrong, two in a long word, else null; another ending ("supplier", "supplied") is another word. */
function editsBetween(word: string, known: string): number | null {
  const limit = word.length >= 10 ? 2 : 1;
  const edits = editDistance(word, known, limit);
  const isOtherEnding = word.length === known.length && word.slice(0, -2) === known.slice(0, -2);
  return edits > limit || isOtherEnding ? null : edits;
}
