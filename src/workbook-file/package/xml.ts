import { SaxesParser } from "saxes";

/** An element with its namespace prefix left out. Attributes keep theirs: `r:id` and `id` are two. */
export interface XmlNode {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlNode[];
  text: string;
}

export interface XmlEvents {
  open(name: string, attributes: Record<string, string>): void;
  text(text: string): void;
  close(name: string): void;
}

/** Elements of later versions whose content an older reader leaves out; read plainly they would stand twice. */
const LATER_VERSIONS = new Set(["extLst", "Fallback"]);

/** Reads XML as a stream. Prefixes are left out, and with them extension lists and fallbacks. */
export function readXml(text: string, events: XmlEvents): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let skipped = 0;
  parser.on("opentag", (tag) => {
    const name = localName(tag.name);
    if (skipped > 0 || LATER_VERSIONS.has(name)) skipped++;
    else events.open(name, tag.attributes);
  });
  parser.on("text", (part) => {
    if (skipped === 0) events.text(part);
  });
  parser.on("cdata", (part) => {
    if (skipped === 0) events.text(part);
  });
  parser.on("closetag", (tag) => {
    if (skipped > 0) skipped--;
    else events.close(localName(tag.name));
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text).close();
}

export function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Builds nodes from events; `root` is the last element closed at the outermost level. */
export class NodeBuilder implements XmlEvents {
  root: XmlNode | null = null;
  private readonly stack: XmlNode[] = [];

  get depth(): number {
    return this.stack.length;
  }

  open(name: string, attributes: Record<string, string>): void {
    const node: XmlNode = { name, attributes, children: [], text: "" };
    this.stack.at(-1)?.children.push(node);
    this.stack.push(node);
  }

  text(text: string): void {
    const node = this.stack.at(-1);
    if (node) node.text += text;
  }

  close(): void {
    const node = this.stack.pop();
    if (node && this.stack.length === 0) this.root = node;
  }
}

/** The root element of a small part, with all beneath it. */
export function parseXml(text: string): XmlNode {
  const builder = new NodeBuilder();
  readXml(text, builder);
  return builder.root ?? { name: "", attributes: {}, children: [], text: "" };
}

export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((each) => each.name === name);
}

export function children(node: XmlNode | undefined, name: string): XmlNode[] {
  return node ? node.children.filter((each) => each.name === name) : [];
}

/** The node down a path of names, or undefined. */
export function descend(node: XmlNode | undefined, ...path: string[]): XmlNode | undefined {
  return path.reduce<XmlNode | undefined>((at, name) => child(at, name), node);
}

/** An attribute of the relationships namespace, whatever its prefix: `r:id`, `rel:id`. */
export function relationshipId(attributes: Readonly<Record<string, string>>, name = "id"): string | undefined {
  const key = Object.keys(attributes).find((each) => each.endsWith(`:${name}`) && !each.startsWith("xmlns:"));
  return key === undefined ? undefined : attributes[key];
}

/** A boolean of the schema: "1", "true" or "on"; `fallback` when absent. */
export function flag(value: string | undefined, fallback = false): boolean {
  return value === undefined ? fallback : value === "1" || value === "true" || value === "on";
}

export function number(value: string | undefined): number | null {
  if (value === undefined || value.trim() === "") return null;
  const parsed = Number(value);
  return Number.isFinite(parsed) ? parsed : null;
}

/** Text of a part: UTF-8, or UTF-16 where its first bytes say so. */
export function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}

/** `_x000D_` and the like, which stand for characters XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
