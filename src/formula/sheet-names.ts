import { sheetPrefix } from "../snapshot/addresses";
import { type Token, tokenize } from "./tokens";

/**
 * A formula after a sheet was renamed: what refers to the sheet has its new name. null for the new name turns those
 * references into #REF!, as deleting the sheet does.
 */
export function withSheetRenamed(formula: string, before: string, after: string | null): string {
  const isIt = (name: string) => name.toLowerCase() === before.toLowerCase();
  return tokenize(formula)
    .map((token) => {
      const names = token.sheet?.split(":") ?? [];
      if (!names.some(isIt)) return token.text;
      return after === null
        ? "#REF!"
        : prefixOf(
            token,
            names.map((name) => (isIt(name) ? after : name)),
          ) + token.body;
    })
    .join("");
}

/** "Jan!" of one name; "Jan:Dec!" of the two that a reference through several sheets has, quoted as one. */
function prefixOf(token: Token, names: readonly string[]): string {
  const prefixes = names.map(sheetPrefix);
  if (prefixes.length === 1) return prefixes[0] ?? token.text;
  const isQuoted = prefixes.some((prefix) => prefix.startsWith("'"));
  return isQuoted ? `'${names.join(":").replaceAll("'", "''")}'!` : `${names.join(":")}!`;
}
