import { tokenize, type Token } from "./tokens";

/** Most levels of brackets Excel takes. */
const MAX_DEPTH = 64;
const BINARY = "+-*/^&=<>:";
const PREFIX = "+-@";
const POSTFIX = "%#";

/** What a bracket belongs to: a function's call, a plain pair, or an array constant. */
type Bracket = "call" | "group" | "array";

/**
 * Whether Excel takes a text as a formula: not with brackets or quotes left open, or an operator or argument missing.
 * Unknown functions and names are taken, as in Excel, where they give #NAME?.
 *
 * @param formula with its "="
 */
export function isFormula(formula: string): boolean {
  const reader = new Reader();
  return tokenize(formula.slice(1)).every((token) => reader.take(token)) && reader.isComplete;
}

/** Reads tokens in turn and knows whether an operand or an operator comes next. */
class Reader {
  private readonly brackets: Bracket[] = [];
  private wantsOperand = true;
  private before: Token | null = null;
  private afterSpace = false;

  get isComplete(): boolean {
    return !this.wantsOperand && this.brackets.length === 0;
  }

  /** false where the token cannot stand here. */
  take(token: Token): boolean {
    if (token.kind === "space") {
      this.afterSpace = true;
      return true;
    }
    const fits = this.fits(token);
    this.before = token;
    this.afterSpace = false;
    return fits && this.brackets.length <= MAX_DEPTH;
  }

  private fits(token: Token): boolean {
    if (this.before?.kind === "call" && token.kind !== "open") return false;
    switch (token.kind) {
      case "operator":
        return this.operator(token.text);
      case "open":
        return this.open(token.text);
      case "close":
        return this.close(token.text);
      case "comma":
        return this.comma(token.text);
      case "call":
        return this.operand(true);
      default:
        return this.operand(false) && (token.kind !== "table" || token.text.endsWith("]"));
    }
  }

  private operand(isCall: boolean): boolean {
    // A space between two references is the operator for what they have in common.
    const intersects = this.afterSpace && isReference(this.before);
    if (!this.wantsOperand && !intersects) return false;
    this.wantsOperand = isCall;
    return true;
  }

  private operator(sign: string): boolean {
    if (this.wantsOperand) return PREFIX.includes(sign) || this.completes(sign);
    if (POSTFIX.includes(sign)) return true;
    this.wantsOperand = true;
    return BINARY.includes(sign);
  }

  /** The second sign of "<=", ">=" and "<>". */
  private completes(sign: string): boolean {
    const first = this.afterSpace ? "" : (this.before?.text ?? "");
    return (first === "<" && (sign === "=" || sign === ">")) || (first === ">" && sign === "=");
  }

  private open(sign: string): boolean {
    const isCall = this.before?.kind === "call";
    if (!isCall && !this.operand(true)) return false;
    this.brackets.push(sign === "{" ? "array" : isCall ? "call" : "group");
    this.wantsOperand = true;
    return !(isCall && sign === "{");
  }

  private close(sign: string): boolean {
    const bracket = this.brackets.pop();
    const matches = bracket !== undefined && (bracket === "array") === (sign === "}");
    // A call may have no arguments, or leave its last one out.
    const mayBeEmpty = bracket === "call" && (this.before?.kind === "open" || this.before?.kind === "comma");
    const sound = matches && (!this.wantsOperand || mayBeEmpty);
    this.wantsOperand = false;
    return sound;
  }

  private comma(sign: string): boolean {
    const bracket = this.brackets.at(-1);
    if (bracket === undefined || (sign === ";" && bracket !== "array")) return false;
    const leftOut = bracket === "call" && (this.before?.kind === "open" || this.before?.kind === "comma");
    const sound = !this.wantsOperand || leftOut;
    this.wantsOperand = true;
    return sound;
  }
}

const isReference = (token: Token | null): boolean =>
  token !== null && ["reference", "name", "table", "close"].includes(token.kind);
