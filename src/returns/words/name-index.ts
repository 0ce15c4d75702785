import { addTo } from "../../collections/collect";

/** Names of a plan, the longest first, found by the words of a text: a plan may list very many. */
export class NameIndex<Name extends { readonly words: string }> {
  private readonly byFirstWord = new Map<string, { readonly order: number; readonly name: Name }[]>();

  constructor(names: readonly Name[]) {
    [...names]
      .sort((a, b) => b.words.length - a.words.length)
      .forEach((name, order) => addTo(this.byFirstWord, firstWord(name.words), { order, name }));
  }

  /** Those that a folded text may hold, the longest first: it has the first word of each. */
  of(folded: string): Name[] {
    return [...new Set(folded.split(" "))]
      .flatMap((word) => this.byFirstWord.get(word) ?? [])
      .sort((a, b) => a.order - b.order)
      .map(({ name }) => name);
  }
}

function firstWord(words: string): string {
  return words.split(" ", 1)[0] ?? "";
}
