import generated from "./generated/metadata.json";

/** What Microsoft's client knows of one class; made by `npm run generate` from the client itself. */
export interface ClassMetadata {
  /** By the add-in's name ("numberFormat"). */
  readonly scalars: Readonly<Record<string, { readonly wire: string; readonly writable: boolean }>>;
  readonly navigations: Readonly<Record<string, { readonly wire: string; readonly class: string }>>;
  /** By wire name ("GetRange"): the class given, null for a plain value or nothing. */
  readonly methods: Readonly<Record<string, string | null>>;
  /** Class of a collection's items. */
  readonly item: string | null;
  readonly isCollection: boolean;
  /** Fields by which the client knows the object again. */
  readonly identity: readonly string[];
  /** Event number by the name of the registering method. */
  readonly events: Readonly<Record<string, number>>;
}

type MemberKind = "scalar" | "navigation" | "method";
export interface Member {
  readonly kind: MemberKind;
  /** As the add-in writes it: "getRange". */
  readonly name: string;
  readonly wire: string;
  readonly writable: boolean;
  /** Class of the object it gives; null for a plain value. */
  readonly class: string | null;
}

const { classes, version } = generated as unknown as {
  version: string;
  classes: Readonly<Record<string, ClassMetadata>>;
};

export const clientVersion = version;

export function classMetadata(name: string): ClassMetadata {
  const found = Object.hasOwn(classes, name) ? classes[name] : undefined;
  if (!found) throw new Error(`Microsoft's client has no class ${name}.`);
  return found;
}

const memberTables = new Map<string, Map<string, Member>>();

/** A property or method by any spelling of its case ("Values", "values"); undefined where the class has none. */
export function memberOf(className: string, name: string): Member | undefined {
  let table = memberTables.get(className);
  if (!table) memberTables.set(className, (table = membersOf(className)));
  return table.get((sentAs[`${className}.${name}`] ?? name).toLowerCase());
}

/** Properties that the client sets under another name than it reads them by (its `Worksheet_ShowGridlines_Set`). */
const sentAs: Readonly<Record<string, string>> = {
  "Worksheet.Gridlines": "showGridlines",
  "Worksheet.Headings": "showHeadings",
};

function membersOf(className: string): Map<string, Member> {
  const metadata = classMetadata(className);
  const table = new Map<string, Member>();
  for (const [wire, given] of Object.entries(metadata.methods)) {
    const name = wire.charAt(0).toLowerCase() + wire.slice(1);
    table.set(wire.toLowerCase(), { kind: "method", name, wire, writable: false, class: given });
  }
  for (const [name, { wire, writable }] of Object.entries(metadata.scalars)) {
    table.set(wire.toLowerCase(), { kind: "scalar", name, wire, writable, class: null });
  }
  for (const [name, { wire, class: given }] of Object.entries(metadata.navigations)) {
    table.set(wire.toLowerCase(), { kind: "navigation", name, wire, writable: false, class: given });
  }
  return table;
}
