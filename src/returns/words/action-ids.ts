import type { Pack, PlanAction } from "../../plan/schema";
import { fold } from "./text";

/** The actions of the plan that a row of a tracker speaks of. */
export interface ActionMatch {
  /** In the plan's order as named; several where one row stands for several ("TT1-TT3", "EF1/EF2"). */
  readonly actions: readonly PlanAction[];
  /** What the id adds of its own for a part of the action: "a" of "FN5a", "1" of "TT1.1"; null where nothing. */
  readonly part: string | null;
}

const SEPARATOR = "[\\s._-]*";
/** A part of an action: "FN5a", "FN5(a)", "TT1.1", "M3 (ii)"; `open` begins a group that is kept or not. */
const partOf = (open: "(" | "(?:") =>
  `(?:\\s?\\(${open}[a-z]|[ivx]{1,4}|\\d{1,2})\\)|${open}[a-z])(?![a-z0-9])|\\.${open}\\d{1,2})(?!\\d))`;
const AND = "\\s*(?:[,;/&+\\n]|\\band\\b)\\s*";
const TO = "\\s*(?:-|\\bto\\b)\\s*";
/** What people write before an id. */
const BEFORE = "(?:(?:action|actions|ref|reference|no|id|item)\\b[\\s.:#-]*|[#([]\\s*)?";

/**
 * The plan's action ids as people write them. "FN 5", "fn5", "CCA01" and "CCA-1" are FN5 and CCA1;
 * "EF1-8" and "TT1 to TT3" are ranges, "EF1/EF2" and "P9 & 10" lists; "FN5a" and "TT1.1" are parts of
 * FN5 and TT1. An id may stand in the action's own text: "FN5: food waste", "Food waste (FN5)".
 */
export class ActionIds {
  private readonly byKey = new Map<string, PlanAction>();
  private readonly byTitle = new Map<string, PlanAction>();
  private readonly order = new Map<string, readonly PlanAction[]>();
  private readonly whole: RegExp;
  private readonly opening: RegExp;
  private readonly bracketed: RegExp;
  private readonly piece: RegExp;
  private readonly kind: RegExp;

  constructor(pack: Pack) {
    for (const action of pack.actions) {
      const { prefix, number } = partsOfId(action.id);
      this.byKey.set(`${prefix}${number}`, action);
      this.byTitle.set(fold(action.title), action);
      this.order.set(prefix, [...(this.order.get(prefix) ?? []), action]);
    }
    const prefixes = [...this.order.keys()].sort((a, b) => b.length - a.length).join("|");
    const id = `(?:${prefixes})${SEPARATOR}0*\\d{1,2}(?!\\d)`;
    const idOrNumber = `(?:${id}|0*\\d{1,2}(?!\\d))`;
    const item = (next: string) => `${id}(?:${TO}${next}|${partOf("(?:")})?`;
    const list = (next: string) => `${item(next)}(?:${AND}(?:${item(next)}${next === id ? "" : `|${next}`}))*`;
    this.kind = new RegExp(`^${BEFORE}(?:${prefixes})${SEPARATOR}\\d`, "i");
    this.whole = new RegExp(`^${BEFORE}(${list(idOrNumber)})\\s*[\\])]?[.:]?$`, "i");
    this.opening = new RegExp(
      `^${BEFORE}(?:(${list(idOrNumber)})(\\s*:)|(${list(id)})(?:(\\s*[\\])]|\\s+-|-\\s|\\.\\s)|(?=\\s)))`,
      "i",
    );
    this.bracketed = new RegExp(`[([]\\s*(?:${BEFORE})(${list(id)})\\s*[\\])]\\s*\\.?$`, "i");
    this.piece = new RegExp(
      `(?:(${prefixes})${SEPARATOR})?0*(\\d{1,2})(?!\\d)(?:${TO}(?:(${prefixes})${SEPARATOR})?0*(\\d{1,2})(?!\\d)|${partOf("(")})?`,
      "gi",
    );
  }

  /** The plan's action or actions of an id cell and the action's text beside it; null where they name none. */
  find(rawId: string, title: string | null, area: string | null = null): ActionMatch | null {
    const id = dashed(rawId);
    const own = this.read(this.whole.exec(id)?.[1]) ?? this.inText(id) ?? this.numbered(area, id);
    if (own !== null) return own;
    if (title === null) return null;
    const text = dashed(title);
    // Beside an id of another scheme ("EST-04") a text that only begins like one of ours proves nothing.
    const inTitle = /[a-z]/i.test(id)
      ? this.marked(text)
      : (this.read(this.whole.exec(text)?.[1]) ?? this.inText(text));
    if (inTitle !== null) return inTitle;
    const titled = this.byTitle.get(fold(title));
    return titled ? { actions: [titled], part: null } : null;
  }

  /** Whether an id is the plan's own but for spacing, case and leading zeros. */
  isPlain(rawId: string, action: PlanAction): boolean {
    const bare = dashed(rawId)
      .replace(/[\s._-]/g, "")
      .replace(/^([a-z]+)0+(?=\d)/i, "$1");
    return bare.toLowerCase() === action.id.toLowerCase();
  }

  /** Whether an id is of the plan's kind, whether or not the plan has it: "FN9". */
  hasPrefix(rawId: string): boolean {
    return this.kind.test(dashed(rawId));
  }

  private inText(text: string): ActionMatch | null {
    const opening = this.opening.exec(text);
    return this.read(opening?.[1] ?? opening?.[3]) ?? this.read(this.bracketed.exec(text)?.[1]);
  }

  /** An id set off by a colon, a dash or brackets. */
  private marked(text: string): ActionMatch | null {
    const opening = this.opening.exec(text);
    const setOff = opening && (opening[2] ?? opening[4]) !== undefined ? (opening[1] ?? opening[3]) : undefined;
    return this.read(setOff) ?? this.read(this.bracketed.exec(text)?.[1]);
  }

  /** "5" in a row whose area column says "FN". */
  private numbered(area: string | null, id: string): ActionMatch | null {
    const prefix = area?.trim().toUpperCase() ?? "";
    return this.order.has(prefix) && /^0*\d{1,2}$/.test(id.trim()) ? this.read(`${prefix}${id.trim()}`) : null;
  }

  /** The actions a list of ids names; null where any of them is none of the plan's. */
  private read(list: string | undefined): ActionMatch | null {
    if (list === undefined) return null;
    const actions: PlanAction[] = [];
    let before = "";
    let part: string | null = null;
    for (const [, given, number = "", toPrefix, to, ...parts] of list.matchAll(this.piece)) {
      const prefix = (given ?? before).toUpperCase();
      before = prefix;
      const named =
        to === undefined
          ? [this.byKey.get(`${prefix}${Number(number)}`)]
          : this.range(prefix, number, toPrefix ?? prefix, to);
      for (const action of named) {
        if (action === undefined) return null;
        if (!actions.includes(action)) actions.push(action);
      }
      part = parts.find((each) => each !== undefined)?.toLowerCase() ?? part;
    }
    return actions.length === 0 ? null : { actions, part: actions.length === 1 ? part : null };
  }

  private range(prefix: string, from: string, toPrefix: string, to: string): readonly (PlanAction | undefined)[] {
    const [first, last] = [Number(from), Number(to)];
    if (toPrefix.toUpperCase() !== prefix || last <= first) return [undefined];
    return Array.from({ length: last - first + 1 }, (_, index) => this.byKey.get(`${prefix}${first + index}`));
  }
}

function partsOfId(id: string): { prefix: string; number: number } {
  const [, prefix = id, number = "0"] = /^(.*?)(\d+)$/.exec(id) ?? [];
  return { prefix: prefix.toUpperCase(), number: Number(number) };
}

function dashed(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .trim();
}
