/**
 * Formula text cut into tokens: enough of the grammar of ECMA-376 part 1, 18.17 to find references,
 * names, table references and calls. Joining the tokens' text gives the formula back.
 */

export type TokenKind =
  | "text"
  | "error"
  | "reference"
  | "number"
  | "call"
  | "name"
  | "table"
  | "operator"
  | "open"
  | "close"
  | "comma"
  | "space";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Sheet named before the "!", unquoted; null where none is. */
  readonly sheet: string | null;
  /** What follows the "!" (or the whole): "$A$1:B2", "Rate", "SUM", "Table1". */
  readonly body: string;
  /** Of a table reference: what its brackets hold, "[#Headers],[Cost]". */
  readonly inner: string;
}

const sheetPrefix = String.raw`(?:(?<quoted>'(?:[^']|'')+')|(?<plain>(?:\[\d+\])?[\p{L}_][\p{L}\p{N}_.]*(?::[\p{L}_][\p{L}\p{N}_.]*)?))!`;
const cell = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const area = String.raw`${cell}(?::${cell})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6}`;
const word = String.raw`[\p{L}_\\][\p{L}\p{N}_.?\\]*`;

const reference = new RegExp(String.raw`(?:${sheetPrefix})?(?<body>${area})(?![\p{L}\p{N}_.(\[])`, "uy");
const named = new RegExp(String.raw`(?:${sheetPrefix})?(?<body>${word})`, "uy");
const text = /"(?:[^"]|"")*"/uy;
const error = new RegExp(
  String.raw`(?:${sheetPrefix})?#(?:REF!|DIV/0!|N/A|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!)`,
  "uy",
);
const number = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/uy;
const space = /\s+/uy;

function matchAt(pattern: RegExp, formula: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(formula);
}

function sheetOf(match: RegExpExecArray): string | null {
  const quoted = match.groups?.quoted;
  if (quoted !== undefined) return quoted.slice(1, -1).replace(/''/g, "'");
  return match.groups?.plain ?? null;
}

/** The end of a bracketed part that opens at `at`, past its "]"; an apostrophe escapes the next sign. */
function bracketEnd(formula: string, at: number): number {
  let depth = 0;
  for (let i = at; i < formula.length; i++) {
    if (formula[i] === "'") i++;
    else if (formula[i] === "[") depth++;
    else if (formula[i] === "]" && --depth === 0) return i + 1;
  }
  return formula.length;
}

function plain(kind: TokenKind, source: string): Token {
  return { kind, text: source, sheet: null, body: source, inner: "" };
}

function tableToken(formula: string, at: number, bracketAt: number): Token {
  const end = bracketEnd(formula, bracketAt);
  return {
    kind: "table",
    text: formula.slice(at, end),
    sheet: null,
    body: formula.slice(at, bracketAt),
    inner: formula.slice(bracketAt + 1, end - 1),
  };
}

const single: Readonly<Record<string, TokenKind>> = {
  "(": "open",
  ")": "close",
  "{": "open",
  "}": "close",
  ",": "comma",
  ";": "comma",
};

function wordToken(formula: string, at: number): Token | null {
  const match = matchAt(named, formula, at);
  if (!match) return null;
  const end = at + match[0].length;
  if (formula[end] === "[") return tableToken(formula, at, end);
  const kind = formula[end] === "(" ? "call" : "name";
  return { kind, text: match[0], sheet: sheetOf(match), body: match.groups?.body ?? "", inner: "" };
}

function tokenAt(formula: string, at: number): Token {
  for (const [kind, pattern] of [
    ["space", space],
    ["text", text],
    ["error", error],
  ] as const) {
    const match = matchAt(pattern, formula, at);
    if (match) return plain(kind, match[0]);
  }
  const ref = matchAt(reference, formula, at);
  if (ref) return { kind: "reference", text: ref[0], sheet: sheetOf(ref), body: ref.groups?.body ?? "", inner: "" };
  const digits = matchAt(number, formula, at);
  if (digits) return plain("number", digits[0]);
  const found = wordToken(formula, at);
  if (found) return found;
  const sign = formula.charAt(at);
  if (sign === "[") return tableToken(formula, at, at);
  return plain(single[sign] ?? "operator", sign);
}

/** Cuts a formula, without its leading "=", into tokens. */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < formula.length;) {
    const token = tokenAt(formula, at);
    tokens.push(token);
    at += Math.max(1, token.text.length);
  }
  return tokens;
}
