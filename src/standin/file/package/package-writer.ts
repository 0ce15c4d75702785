import { Package, type Relationship, relationshipsPart } from "../../../workbook-file/package/package";
import { decodeXml } from "../../../workbook-file/package/xml";
import { PartEditor } from "./part-editor";
import { escapeAttribute, XML_HEAD } from "./xml-text";

const CONTENT_TYPES = "[Content_Types].xml";
const PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const TRANSITIONAL = {
  main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  relationships: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};
export const STRICT = {
  main: "http://purl.oclc.org/ooxml/spreadsheetml/main",
  relationships: "http://purl.oclc.org/ooxml/officeDocument/relationships",
};

interface PartRelationships {
  list: Relationship[];
  byKey: Map<string, string>;
  ids: Set<string>;
  added: Set<string>;
  removed: Set<string>;
}

/** Content type of each kind of part that is added. */
export const CONTENT_TYPE = {
  worksheet: "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
  styles: "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
  table: "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml",
  drawing: "application/vnd.openxmlformats-officedocument.drawing+xml",
  chart: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
  customXmlProperties: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
} as const;

/**
 * The parts of a package while it is written. Parts are added under names nobody uses, relationships
 * under ids nobody uses; whatever is not asked for stays as it was opened.
 */
export class PackageWriter {
  private readonly parts: Map<string, Uint8Array>;
  private readonly encoder = new TextEncoder();
  private readonly overrides = new Map<string, string | null>();
  private readonly related = new Map<string, PartRelationships>();

  constructor(
    source: ReadonlyMap<string, Uint8Array>,
    readonly isStrict: boolean,
  ) {
    this.parts = new Map(source);
  }

  /** The parts as they stand now; relationships changed here are only in it after `finish`. */
  get package(): Package {
    return new Package(this.parts);
  }

  /** Namespace of relationship ids and types in this workbook. */
  get relationshipNamespace(): string {
    return this.isStrict ? STRICT.relationships : TRANSITIONAL.relationships;
  }

  /** Namespace of sheets, tables and styles in this workbook. */
  get mainNamespace(): string {
    return this.isStrict ? STRICT.main : TRANSITIONAL.main;
  }

  text(part: string): string | null {
    const bytes = this.parts.get(part);
    return bytes ? decodeXml(bytes) : null;
  }

  /** Parts are written in UTF-8 whatever they came in. */
  write(part: string, text: string): void {
    const declared = text.replace(/^\ufeff?(<\?xml[^>]*encoding=["'])utf-16(["'])/i, "$1UTF-8$2");
    this.parts.set(part, this.encoder.encode(declared));
  }

  /**
   * Adds a part under the first free number: "xl/tables/table#.xml" becomes table3 where 1 and 2 are
   * taken. Counting the parts instead would overwrite one wherever their numbers have a gap.
   */
  add(pattern: string, text: string, contentType: string | null): string {
    const taken = new Set([...this.parts.keys()].map((name) => name.toLowerCase()));
    let number = 1;
    const named = () => pattern.replace("#", String(number));
    while (taken.has(named().toLowerCase()) || taken.has(relationshipsPart(named()).toLowerCase())) number++;
    const name = named();
    this.write(name, text);
    if (contentType) this.overrides.set(name, contentType);
    return name;
  }

  drop(part: string): void {
    this.parts.delete(part);
    this.parts.delete(this.package.spelled(relationshipsPart(part)));
    this.related.delete(part);
    this.overrides.set(part, null);
  }

  relationships(part: string): readonly Relationship[] {
    return this.relationshipsOf(part).list;
  }

  /** Adds a relationship of a part to another part or an outside address, and gives its id. */
  relate(part: string, type: string, target: string, external = false): string {
    const known = this.relationshipsOf(part);
    const key = relationshipKey({ type, target, external });
    const same = known.byKey.get(key);
    if (same !== undefined) return same;
    let number = known.list.length + 1;
    while (known.ids.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    known.list.push({ id, type, target, external });
    known.byKey.set(key, id);
    known.ids.add(id);
    known.added.add(id);
    return id;
  }

  /** Takes away relationships of a part. */
  unrelate(part: string, ids: ReadonlySet<string>): void {
    const known = this.relationshipsOf(part);
    known.list = known.list.filter((each) => !ids.has(each.id));
    for (const [key, id] of known.byKey) if (ids.has(id)) known.byKey.delete(key);
    for (const id of ids) if (!known.added.delete(id)) known.removed.add(id);
  }

  /** Parts that can be reached from the package's root. */
  reachable(): Set<string> {
    const packaged = this.package;
    const seen = new Set<string>();
    const waiting = [""];
    for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
      for (const each of this.relationships(part)) {
        if (each.external || seen.has(each.target) || !packaged.has(each.target)) continue;
        seen.add(each.target);
        waiting.push(each.target);
      }
    }
    return seen;
  }

  finish(): Map<string, Uint8Array> {
    for (const [part, related] of this.related) this.writeRelationships(part, related);
    const text = this.text(CONTENT_TYPES);
    if (text !== null && this.overrides.size > 0) this.write(CONTENT_TYPES, this.contentTypes(text));
    return this.parts;
  }

  private relationshipsOf(part: string): PartRelationships {
    let known = this.related.get(part);
    if (!known) {
      const list = this.package.relationships(part);
      const byKey = new Map(list.map((each) => [relationshipKey(each), each.id]));
      known = { list, byKey, ids: new Set(list.map((each) => each.id)), added: new Set(), removed: new Set() };
      this.related.set(part, known);
    }
    return known;
  }

  private writeRelationships(part: string, { list, added, removed }: PartRelationships): void {
    if (added.size === 0 && removed.size === 0) return;
    const name = this.package.spelled(relationshipsPart(part));
    if (list.length === 0) {
      this.parts.delete(name);
      return;
    }
    const text = this.text(name) ?? `${XML_HEAD}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"></Relationships>`;
    const editor = new PartEditor(text, []);
    const kept = editor.children
      .map((span) => text.slice(span.start, span.end))
      .filter((each) => !removed.has(/\sId\s*=\s*["']([^"']*)["']/.exec(each)?.[1] ?? ""));
    const fresh = list.filter((each) => added.has(each.id)).map((each) => this.relationshipXml(part, each));
    editor.set("Relationship", ...kept, ...fresh);
    this.write(name, editor.toString());
  }

  private relationshipXml(part: string, { id, type, target, external }: Relationship): string {
    const mode = external ? ' TargetMode="External"' : "";
    const written = escapeAttribute(external ? target : relativeTarget(part, target));
    return `<Relationship Id="${id}" Type="${this.relationshipNamespace}/${type}" Target="${written}"${mode}/>`;
  }

  private contentTypes(text: string): string {
    const editor = new PartEditor(text, ["Default", "Override"]);
    const changed = new Map([...this.overrides].map(([part, type]) => [`/${part}`.toLowerCase(), { part, type }]));
    const kept = editor.children
      .filter((span) => span.name === "Override")
      .map((span) => text.slice(span.start, span.end))
      .filter((each) => !changed.has((/\sPartName\s*=\s*["']([^"']*)["']/.exec(each)?.[1] ?? "").toLowerCase()));
    for (const { part, type } of changed.values()) {
      if (type) kept.push(`<Override PartName="/${escapeAttribute(part)}" ContentType="${type}"/>`);
    }
    editor.set("Override", ...kept);
    return editor.toString();
  }
}

function relationshipKey({ type, target, external }: Omit<Relationship, "id">): string {
  return `${external ? "out" : "in"} ${type} ${target}`;
}

/** A part as the target of a relationship of another: relative, as Excel writes it and as every reader understands it. */
function relativeTarget(part: string, target: string): string {
  const from = part.split("/").slice(0, -1);
  const to = target.split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}
