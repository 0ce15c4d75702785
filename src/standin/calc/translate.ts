import { callName, type Token, tokenize } from "../../formula/tokens";
import { parseArea, quoteSheetName } from "../../snapshot/addresses";
import type { Area } from "../../snapshot/snapshot";
import type { BookState, SheetState } from "../../workbook-file/book/book";
import { type Place, type TablePlace, tableReference } from "./tables";

export interface Precedent {
  readonly sheet: SheetState;
  readonly rect: Area;
}

/** A formula as the engine takes it, with what it reads. */
export interface Translated {
  /** With its "="; names and table references replaced by what they stand for. */
  readonly text: string;
  readonly precedents: readonly Precedent[];
  /** Calculated whenever its sheet is edited. */
  readonly volatile: boolean;
  /** What it reads is only known by calculating it (INDIRECT, OFFSET, A1:INDEX(...)). */
  readonly dynamic: boolean;
  /** Why the engine cannot do it; null when it can try. */
  readonly problem: string | null;
}

const volatileCalls = new Set([
  "TODAY",
  "NOW",
  "RAND",
  "RANDBETWEEN",
  "RANDARRAY",
  "OFFSET",
  "INDIRECT",
  "CELL",
  "INFO",
]);
const dynamicCalls = new Set(["OFFSET", "INDIRECT"]);
/** Found wrong in the engine by measurement, so not asked of it. */
const wrongCalls = new Set(["LINEST", "LOGEST", "WORKDAY", "WORKDAY.INTL"]);

/** In a workbook that counts from 1904 the engine, which counts from 1900, is 1,462 days ahead. */
const days1904 = 1462;
const datesOut = new Set(["DATE", "TODAY", "NOW", "DATEVALUE", "EDATE", "EOMONTH"]);
const dateFirst = new Set(["YEAR", "MONTH", "DAY", "WEEKDAY", "WEEKNUM", "ISOWEEKNUM", "EDATE", "EOMONTH"]);
const datesOther = new Set(["TEXT", "NETWORKDAYS", "NETWORKDAYS.INTL", "YEARFRAC", "DATEDIF", "DAYS360"]);

const deepestName = 16;

/** Names and tables by what a formula calls them, made once for a calculation. */
export class Vocabulary {
  readonly #sheets = new Map<string, SheetState>();
  readonly #names = new Map<string, string>();
  readonly #tables = new Map<string, TablePlace>();
  readonly is1904: boolean;

  constructor(book: BookState) {
    this.is1904 = book.dateSystem === 1904;
    for (const sheet of book.sheets) {
      if (sheet.kind !== "worksheet") continue;
      this.#sheets.set(sheet.name.toLowerCase(), sheet);
      for (const table of sheet.tables) this.#tables.set(table.name.toLowerCase(), { sheet, table });
    }
    for (const name of book.names) this.#names.set(`${name.scope ?? ""}!${name.name.toLowerCase()}`, name.formula);
  }

  sheet(name: string): SheetState | undefined {
    return this.#sheets.get(name.toLowerCase());
  }

  /** Formula of a name, the sheet's own before the workbook's. */
  name(name: string, sheet: SheetState): string | undefined {
    const key = name.toLowerCase();
    return this.#names.get(`${sheet.id}!${key}`) ?? this.#names.get(`!${key}`);
  }

  table(name: string, at: Place): TablePlace | undefined {
    if (name !== "") return this.#tables.get(name.toLowerCase());
    const inside = ({ rect }: { rect: Area }) =>
      at.row >= rect.top && at.row <= rect.bottom && at.column >= rect.left && at.column <= rect.right;
    const table = at.sheet.tables.find(inside);
    return table && { sheet: at.sheet, table };
  }
}

class Translation {
  readonly precedents: Precedent[] = [];
  volatile = false;
  dynamic = false;
  problem: string | null = null;

  constructor(
    private readonly words: Vocabulary,
    private readonly at: Place,
  ) {}

  formula(formula: string, depth = 0): string {
    const tokens = this.minuses(tokenize(formula.replace(/^=/u, "")));
    const parts = tokens.map((token, i) => this.token(token, tokens, i, depth));
    this.calls(tokens, parts);
    return parts.join("");
  }

  private token(token: Token, tokens: readonly Token[], i: number, depth: number): string {
    switch (token.kind) {
      case "reference":
        return this.reference(token);
      case "name":
        return this.name(token, depth);
      case "table":
        return this.table(token);
      case "call":
        return this.call(token);
      case "operator":
        return this.operator(token, tokens, i);
      case "space":
        if (joins(tokens[i - 1]) && joins(tokens[i + 1], true)) this.problem ??= "it crosses two ranges";
        return token.text.replace(/\s+/gu, " ");
      default:
        return token.text;
    }
  }

  private reference(token: Token): string {
    const rect = parseArea(token.body);
    const sheet = token.sheet === null ? this.at.sheet : this.words.sheet(token.sheet);
    if (sheet && rect) this.precedents.push({ sheet, rect });
    else if (token.sheet?.startsWith("[")) this.problem ??= "it reads another workbook";
    else if (token.sheet?.includes(":")) this.problem ??= "it reads through several sheets";
    return token.text;
  }

  private name(token: Token, depth: number): string {
    if (/^(?:TRUE|FALSE)$/iu.test(token.text)) return token.text;
    const scope = token.sheet === null ? this.at.sheet : this.words.sheet(token.sheet);
    const formula = scope && this.words.name(token.body, scope);
    if (formula !== undefined) {
      if (depth < deepestName) return `(${this.formula(formula, depth + 1)})`;
      this.problem ??= `the name ${token.body} stands for itself`;
    } else if (this.words.table(token.body, this.at) && token.sheet === null) {
      return this.table({ ...token, inner: "" });
    } else if (token.sheet?.startsWith("[")) this.problem ??= "it reads another workbook";
    return token.text;
  }

  private table(token: Token): string {
    const found = this.words.table(token.body, this.at);
    const reference = found && tableReference(found, token.inner, this.at);
    if (!reference) {
      this.problem ??= /^\d+$/u.test(token.inner) ? "it reads another workbook" : `there is no ${token.text}`;
      return token.text;
    }
    this.precedents.push(reference);
    return `${quoteSheetName(reference.sheet.name)}!${reference.address}`;
  }

  private call(token: Token): string {
    const name = callName(token);
    if (volatileCalls.has(name)) this.volatile = true;
    if (dynamicCalls.has(name)) this.dynamic = true;
    if (wrongCalls.has(name)) this.problem ??= `the engine gets ${name} wrong`;
    if (this.words.is1904 && datesOther.has(name)) this.problem ??= `${name} in a workbook that counts days from 1904`;
    return name;
  }

  /** A range whose end is calculated reads cells that only calculating tells. */
  private operator(token: Token, tokens: readonly Token[], i: number): string {
    const calculated = [tokens[i - 1]?.kind === "close", ["call", "name"].includes(tokens[i + 1]?.kind ?? "")];
    if (token.text === ":" && calculated.includes(true)) this.dynamic = this.volatile = true;
    return token.text;
  }

  /** The engine drops a doubled minus, which in Excel turns TRUE into 1: written as a product instead. */
  private minuses(tokens: readonly Token[]): Token[] {
    const result: Token[] = [];
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token;
      if (token.text !== "-" || tokens[i + 1]?.text !== "-" || !startsOperand(result)) {
        result.push(token);
        continue;
      }
      const before = lastOf(result)?.text;
      if (before === "/" || before === "^") this.problem ??= "it has a doubled minus after a division or power";
      result.push({ ...token, text: "1*" });
      i++;
    }
    return result;
  }

  /** Calls that need more than another name: links, and dates counted from 1904. */
  private calls(tokens: readonly Token[], parts: string[]): void {
    tokens.forEach((token, i) => {
      if (token.kind !== "call") return;
      const name = callName(token);
      const { close, commas } = extent(tokens, i + 1);
      if (name === "HYPERLINK") link(parts, i, commas);
      if (!this.words.is1904) return;
      if (dateFirst.has(name)) {
        parts[i + 1] += "(";
        const end = commas[0] ?? close;
        parts[end] = `)+${days1904}${parts[end]}`;
      }
      if (datesOut.has(name)) {
        parts[i] = `(${parts[i]}`;
        parts[close] += `-${days1904})`;
      }
    });
  }
}

/** The engine has no HYPERLINK; its value is the friendly name, or the address where there is none. */
function link(parts: string[], call: number, commas: readonly number[]): void {
  parts[call] = commas.length === 0 ? "T" : "CHOOSE";
  if (commas.length > 0) parts[call + 1] += "2,";
}

function extent(tokens: readonly Token[], open: number): { close: number; commas: number[] } {
  const commas: number[] = [];
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    const kind = tokens[i]?.kind;
    if (kind === "open") depth++;
    else if (kind === "close" && --depth === 0) return { close: i, commas };
    else if (kind === "comma" && depth === 1) commas.push(i);
  }
  return { close: tokens.length - 1, commas };
}

function lastOf(tokens: readonly Token[]): Token | undefined {
  return tokens.filter((token) => token.kind !== "space").at(-1);
}

/** True where what follows these tokens begins an operand, so that a minus there is a sign. */
function startsOperand(tokens: readonly Token[]): boolean {
  const before = lastOf(tokens);
  return !before || (["operator", "open", "comma"].includes(before.kind) && before.text !== "%");
}

/** True where a space beside this token would mean Excel's crossing of two ranges. */
function joins(token: Token | undefined, starts = false): boolean {
  return token !== undefined && ["reference", "name", "table", starts ? "call" : "close"].includes(token.kind);
}

/** Reads a formula for the engine: what to calculate and which cells that needs. */
export function translate(formula: string, at: Place, words: Vocabulary): Translated {
  const translation = new Translation(words, at);
  const text = `=${translation.formula(formula)}`;
  const { precedents, volatile, dynamic, problem } = translation;
  return { text, precedents, volatile, dynamic, problem };
}
