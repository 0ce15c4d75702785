import { localName } from "../../../workbook-file/package/xml";
import { escapeAttribute } from "./xml-text";

/** Where an element stands in the text of its part. */
export interface Span {
  /** Without prefix. */
  name: string;
  prefix: string;
  start: number;
  /** After the ">" of its opening tag. */
  openEnd: number;
  /** Before its closing tag; the same as `end` for an element closed at once. */
  closeStart: number;
  end: number;
}

/**
 * Child elements of an element, found in the text as it stands, so that what is not touched can be
 * copied letter for letter.
 */
export function childSpans(text: string, from: number, to: number): Span[] {
  const spans: Span[] = [];
  let depth = 0;
  let current: Span | null = null;
  for (let at = text.indexOf("<", from); at >= 0 && at < to; at = text.indexOf("<", at)) {
    const next = text[at + 1];
    if (next === "!" || next === "?") {
      at = skipMarkup(text, at);
      continue;
    }
    const end = tagEnd(text, at);
    if (next === "/") {
      if (--depth === 0 && current) {
        current.closeStart = at;
        current.end = end;
        spans.push(current);
        current = null;
      }
    } else {
      const closedAtOnce = text[end - 2] === "/";
      if (depth === 0) {
        const span = openedSpan(text, at, end);
        if (closedAtOnce) spans.push(span);
        else current = span;
      }
      if (!closedAtOnce) depth++;
    }
    at = end;
  }
  return spans;
}

function openedSpan(text: string, start: number, openEnd: number): Span {
  let nameEnd = start + 1;
  while (nameEnd < openEnd && !/[\s/>]/.test(text[nameEnd]!)) nameEnd++;
  const name = text.slice(start + 1, nameEnd);
  const local = localName(name);
  const prefix = name.slice(0, name.length - local.length);
  return { name: local, prefix, start, openEnd, closeStart: openEnd, end: openEnd };
}

/** Comments, processing instructions and character data end by their own marks. */
function skipMarkup(text: string, at: number): number {
  const mark = text.startsWith("<!--", at)
    ? "-->"
    : text.startsWith("<![CDATA[", at)
      ? "]]>"
      : text[at + 1] === "?"
        ? "?>"
        : ">";
  const end = text.indexOf(mark, at);
  return end < 0 ? text.length : end + mark.length;
}

function tagEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const c = text[at];
    if (c === ">") return at + 1;
    if (c === '"' || c === "'") at = text.indexOf(c, at + 1);
    if (at < 0) break;
  }
  return text.length;
}

/**
 * An element with attributes of its opening tag set, or taken away where null. Their order and spelling
 * stay, and all that follows the tag does.
 */
export function withAttributes(element: string, changes: Readonly<Record<string, string | number | null>>): string {
  const end = tagEnd(element, 0);
  let tag = element.slice(0, end);
  for (const [name, value] of Object.entries(changes)) {
    const found = findAttribute(tag, name);
    const written = value === null ? "" : ` ${name}="${escapeAttribute(String(value))}"`;
    if (found) tag = tag.slice(0, found.start) + written + tag.slice(found.end);
    else tag = tag.replace(/\s*(\/?)>$/, (_, slash: string) => `${written}${slash}>`);
  }
  return tag + element.slice(end);
}

/** Reads attribute by attribute: the value of one may hold text that reads like another. */
function findAttribute(tag: string, name: string): { start: number; end: number } | null {
  for (const match of tag.matchAll(/\s+([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    if (match[1] === name) return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/**
 * Changes single children of a part's root and leaves every other letter of it alone. New children are
 * put where the schema's order wants them, and carry the root's namespace if the root uses a prefix.
 */
export class PartEditor {
  readonly root: Span;
  readonly children: Span[];
  private readonly replaced = new Map<string, readonly string[]>();
  private rootAttributes: Record<string, string | number | null> = {};

  constructor(
    readonly text: string,
    private readonly order: readonly string[],
    /** Namespace in force around the text, where that is a piece of a part. */
    private readonly around: string = "",
  ) {
    const root = childSpans(text, 0, text.length)[0];
    if (!root) throw new Error("the part has no element");
    this.root = root;
    this.children = childSpans(text, root.openEnd, root.closeStart);
  }

  /** Namespace of the root: the transitional or the strict one. */
  get namespace(): string {
    const attribute = this.root.prefix ? `xmlns:${this.root.prefix.slice(0, -1)}` : "xmlns";
    const open = this.text.slice(this.root.start, this.root.openEnd);
    return new RegExp(`\\s${attribute}\\s*=\\s*["']([^"']*)["']`).exec(open)?.[1] ?? this.around;
  }

  first(name: string): Span | undefined {
    return this.children.find((span) => span.name === name);
  }

  /** The element as it stands, or null. */
  source(name: string): string | null {
    const span = this.first(name);
    return span ? this.text.slice(span.start, span.end) : null;
  }

  /** Elements inside the first child of that name, as they stand. */
  sourcesWithin(name: string): string[] {
    const span = this.first(name);
    if (!span) return [];
    return childSpans(this.text, span.openEnd, span.closeStart).map((each) => this.text.slice(each.start, each.end));
  }

  setRootAttributes(changes: Record<string, string | number | null>): void {
    this.rootAttributes = { ...this.rootAttributes, ...changes };
  }

  /** Replaces all children of a name by these elements; none takes them away. */
  set(name: string, ...elements: readonly string[]): void {
    this.replaced.set(name, elements);
  }

  toString(): string {
    const { text, root } = this;
    const closing = text.slice(root.closeStart, root.end) || `</${this.tagName()}>`;
    let open = withAttributes(text.slice(root.start, root.openEnd), this.rootAttributes);
    if (root.closeStart === root.end) open = open.replace(/\s*\/>$/, ">");
    return text.slice(0, root.start) + open + this.body() + closing + text.slice(root.end);
  }

  private tagName(): string {
    return this.root.prefix + this.root.name;
  }

  private body(): string {
    const { text, root, children } = this;
    const pending = this.insertions();
    let body = "";
    let at = root.openEnd;
    const written = new Set<string>();
    for (const span of children) {
      body += text.slice(at, span.start);
      while (pending[0] && this.rank(pending[0].name) < this.rank(span.name)) body += pending.shift()!.xml;
      const replacement = this.replaced.get(span.name);
      if (!replacement) body += text.slice(span.start, span.end);
      else if (!written.has(span.name)) body += this.qualified(replacement);
      written.add(span.name);
      at = span.end;
    }
    const rest = pending.map((each) => each.xml).join("");
    return body + rest + text.slice(at, Math.max(at, root.closeStart));
  }

  private insertions(): { name: string; xml: string }[] {
    const present = new Set(this.children.map((span) => span.name));
    return [...this.replaced]
      .filter(([name]) => !present.has(name))
      .map(([name, elements]) => ({ name, xml: this.qualified(elements) }))
      .sort((a, b) => this.rank(a.name) - this.rank(b.name));
  }

  private rank(name: string): number {
    const rank = this.order.indexOf(name);
    return rank < 0 ? this.order.length : rank;
  }

  private qualified(elements: readonly string[]): string {
    if (!this.root.prefix) return elements.join("");
    const declaration = ` xmlns="${this.namespace}"`;
    return elements
      .map((each) =>
        /^<[^\s>]*[:]|^<[^>]*\sxmlns=/.test(each) ? each : each.replace(/^<[^\s/>]+/, `$&${declaration}`),
      )
      .join("");
  }
}
