import { decodeXml, parseXml, type XmlNode } from "./xml";

export interface Relationship {
  id: string;
  /** Last word of its type, the same in the transitional and the strict form: "worksheet", "table", "drawing". */
  type: string;
  /** A part's name without the leading slash, or an address when external. */
  target: string;
  external: boolean;
}

/** Parts of an opened package: names are matched as OPC asks, without regard to case (ECMA-376 part 2, 6.2.2.3). */
export class Package {
  private readonly names = new Map<string, string>();

  constructor(readonly parts: ReadonlyMap<string, Uint8Array>) {
    for (const name of parts.keys()) this.names.set(name.toLowerCase(), name);
  }

  has(name: string): boolean {
    return this.names.has(name.toLowerCase());
  }

  /** The part's name as the package spells it. */
  spelled(name: string): string {
    return this.names.get(name.toLowerCase()) ?? name;
  }

  text(name: string): string | null {
    const bytes = this.parts.get(this.spelled(name));
    return bytes ? decodeXml(bytes) : null;
  }

  xml(name: string): XmlNode | null {
    const text = this.text(name);
    return text === null ? null : parseXml(text);
  }

  /** Relationships of a part; "" for those of the package. */
  relationships(part: string): Relationship[] {
    const root = this.xml(relationshipsPart(part));
    if (!root) return [];
    return root.children.map(({ attributes }) => {
      const external = attributes["TargetMode"] === "External";
      const target = attributes["Target"] ?? "";
      return {
        id: attributes["Id"] ?? "",
        type: (attributes["Type"] ?? "").split("/").at(-1)!,
        target: external ? target : this.spelled(resolveTarget(part, target)),
        external,
      };
    });
  }

  /** Content type of a part: its own, or that of its extension. */
  contentType(part: string): string | null {
    const types = this.xml("[Content_Types].xml");
    if (!types) return null;
    const own = types.children.find(
      (each) => each.name === "Override" && each.attributes["PartName"]?.toLowerCase() === `/${part.toLowerCase()}`,
    );
    const extension = part.split(".").at(-1)!.toLowerCase();
    const byExtension = types.children.find(
      (each) => each.name === "Default" && each.attributes["Extension"]?.toLowerCase() === extension,
    );
    return (own ?? byExtension)?.attributes["ContentType"] ?? null;
  }
}

/** "xl/_rels/workbook.xml.rels" for "xl/workbook.xml". */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** A relationship's target as a part name: "../tables/table1.xml" of "xl/worksheets/sheet1.xml" is "xl/tables/table1.xml". */
function resolveTarget(part: string, target: string): string {
  const path = target.split("#")[0]!;
  if (path.startsWith("/")) return path.slice(1);
  const segments = part.split("/").slice(0, -1);
  for (const segment of path.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "." && segment !== "") segments.push(segment);
  }
  return segments.join("/");
}
