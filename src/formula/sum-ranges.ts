import { parseRange } from "../snapshot/addresses";
import type { Area } from "../snapshot/snapshot";
import { callName, type Token, tokenize } from "./tokens";

/** The areas of a formula that only adds up cells of its own sheet, =SUM(C5:C9,C11) or =C5+C6; null for any other. */
export function sumRanges(formula: string): Area[] | null {
  // Most formulas of a return are no sums: told by their first letters, they need not be read.
  if (!/^=\s*(?:SUM\(|\+?\s*\$?[A-Z]{1,3}\$?\d)/i.test(formula)) return null;
  const [, first, ...rest] = tokenize(formula).filter((token) => token.kind !== "space");
  if (!first) return null;
  if (first.kind === "reference") return terms([first, ...rest]);
  if (first.text === "+") return terms(rest);
  const last = rest.at(-1);
  return callName(first) === "SUM" && last?.kind === "close" ? separated(rest.slice(1, -1), "comma") : null;
}

/** The cells of a chain of additions, "C5+C6+C9"; a lone cell and an area in it are no sum. */
function terms(tokens: readonly Token[]): Area[] | null {
  const cells = separated(tokens, "operator");
  const isChain = tokens.every((token) => (token.kind === "operator" ? token.text === "+" : !token.body.includes(":")));
  return isChain && cells !== null && cells.length > 1 ? cells : null;
}

/** The areas between separators; null where anything but a reference to this sheet's cells stands there. */
function separated(tokens: readonly Token[], separator: "comma" | "operator"): Area[] | null {
  const areas: Area[] = [];
  let before: Token | null = null;
  for (const token of tokens) {
    const isSeparator = token.kind === separator;
    const area = token.kind === "reference" && token.sheet === null ? parseRange(token.body) : null;
    const follows = before === null || before.kind === separator;
    if (!isSeparator && (!area || !follows)) return null;
    if (area) areas.push(area);
    before = token;
  }
  return areas.length > 0 ? areas : null;
}
