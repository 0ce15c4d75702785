import { unquoteSheetName } from "../snapshot/addresses";

/**
 * The one reader of formula text: enough of the grammar of ECMA-376 part 1, 18.17 to find references, names, table
 * references and calls. Joining the tokens' text gives the formula back.
 */

type TokenKind =
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
  /** Sheet named before the "!", unquoted ("UHL 2024", "[1]Data", "Jan:Dec"); null where none is. */
  readonly sheet: string | null;
  /** What follows the "!" (or the whole): "$A$1:B2", "Rate", "SUM", "Table1". */
  readonly body: string;
  /** Of a table reference: what its brackets hold, "[#Headers],[Cost]". */
  readonly inner: string;
}

/** How a formula writes its references: "B$2", or "R[1]C2". */
export type Notation = "A1" | "R1C1";

const sheetPrefix = String.raw`(?:(?<quoted>'(?:[^']|'')+')|(?<plain>(?:\[\d+\])?[\p{L}_][\p{L}\p{N}_.]*(?::[\p{L}_][\p{L}\p{N}_.]*)?))!`;
const error = String.raw`#(?:REF!|DIV/0!|N/A|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!)`;
const cell = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const offset = String.raw`(?:\[-?\d+\]|\d*)`;
const corner = `(?:[Rr]${offset}(?:[Cc]${offset})?|[Cc]${offset})`;
const areas: Readonly<Record<Notation, string>> = {
  A1: String.raw`${cell}(?::${cell})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6}`,
  R1C1: `${corner}(?::${corner})?`,
};
const word = String.raw`[\p{L}_\\][\p{L}\p{N}_.?\\]*`;

const tokenPattern = (notation: Notation): RegExp =>
  new RegExp(
    String.raw`(?<space>\s+)|(?<text>"(?:[^"]|"")*")|` +
      String.raw`(?:${sheetPrefix})?(?:(?<error>${error})|(?<reference>${areas[notation]})(?![\p{L}\p{N}_.(\[])|(?<word>${word}))|` +
      String.raw`(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)`,
    "uy",
  );
const patterns: Readonly<Record<Notation, RegExp>> = { A1: tokenPattern("A1"), R1C1: tokenPattern("R1C1") };

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

const plain = (kind: TokenKind, text: string): Token => ({ kind, text, sheet: null, body: text, inner: "" });

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

function tokenAt(formula: string, at: number, pattern: RegExp): Token {
  pattern.lastIndex = at;
  const match = pattern.exec(formula);
  const groups = match?.groups;
  if (!match || !groups) {
    const sign = formula.charAt(at);
    return sign === "[" ? tableToken(formula, at, at) : plain(single[sign] ?? "operator", sign);
  }
  const [text] = match;
  if (groups.space !== undefined) return plain("space", text);
  if (groups.text !== undefined) return plain("text", text);
  if (groups.number !== undefined) return plain("number", text);
  const named = groups.quoted ?? groups.plain;
  const sheet = named === undefined ? null : unquoteSheetName(named);
  if (groups.error !== undefined) return { kind: "error", text, sheet, body: groups.error, inner: "" };
  if (groups.reference !== undefined) return { kind: "reference", text, sheet, body: groups.reference, inner: "" };
  const next = formula[at + text.length];
  if (next === "[") return tableToken(formula, at, at + text.length);
  return { kind: next === "(" ? "call" : "name", text, sheet, body: groups.word ?? "", inner: "" };
}

/** Cuts a formula into tokens. A leading "=" is an operator among them. */
export function tokenize(formula: string, notation: Notation = "A1"): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < formula.length;) {
    const token = tokenAt(formula, at, patterns[notation]);
    tokens.push(token);
    at += Math.max(1, token.text.length);
  }
  return tokens;
}

/** The function a call names, in capitals and without the prefixes that the file has: "STDEV.S" of "_xlfn.stdev.s". */
export function callName(token: Token): string {
  return token.body.toUpperCase().replace(/^(?:_XLFN\.|_XLWS\.|_XLPM\.)+/u, "");
}
