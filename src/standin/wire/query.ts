import { invalidArgument } from "./errors";
import { classMetadata, memberOf } from "./metadata";
import { has, isHostObject, read, type HostObject } from "./objects";
import type { QueryInfo } from "./protocol";

/** What to load of an object: its own properties and, below them, those of the objects it leads to. */
interface LoadTree {
  /** Every property the stand-in has. */
  all: boolean;
  readonly names: Set<string>;
  readonly children: Map<string, LoadTree>;
}

/** How the answer is spelled: a Query wants "Values" and "_Items", a QueryAsJson "values" and "items". */
export type Spelling = "wire" | "json";

type Identify = (object: HostObject) => Record<string, unknown>;

const emptyTree = (): LoadTree => ({ all: false, names: new Set(), children: new Map() });

/**
 * Reads what a query asks for. No Select means every property. Entries may lead through navigations with "/" or ".",
 * and through collections with or without "items": the client strips "items/" of text but not of lists.
 */
export function loadTree(className: string, query: QueryInfo | undefined): LoadTree {
  const root = emptyTree();
  const select = (query?.Select ?? []).map((entry) => entry.trim()).filter((entry) => entry !== "");
  for (const entry of select) addPath(root, className, segments(entry));
  for (const entry of query?.Expand ?? []) addPath(root, className, segments(entry));
  if (select.length === 0) root.all = true;
  return root;
}

const segments = (entry: string): string[] => entry.split(/[/.]/).map((segment) => segment.trim());

function addPath(root: LoadTree, rootClass: string, path: readonly string[]): void {
  let tree = root;
  let className = rootClass;
  let leadsTo = true;
  for (const segment of path) {
    if (segment === "*" || segment === "$all") {
      tree.all = true;
      return;
    }
    const step = stepFrom(className, segment);
    leadsTo = step.navigation;
    if (!step.navigation) {
      tree.names.add(step.name);
      continue;
    }
    if (step.class === className && step.name === "items") continue;
    let child = tree.children.get(step.name);
    if (!child) tree.children.set(step.name, (child = emptyTree()));
    tree = child;
    className = step.class;
  }
  // A navigation or "items" named by itself asks for everything of it, unless more is said of it elsewhere.
  if (leadsTo && tree.names.size === 0 && tree.children.size === 0) tree.all = true;
}

/** Where one name leads. In a collection it is a name of its items, or else of the collection itself. */
function stepFrom(className: string, segment: string): { name: string; class: string; navigation: boolean } {
  const metadata = classMetadata(className);
  if (metadata.isCollection && segment.toLowerCase() === "items") {
    return { name: "items", class: className, navigation: true };
  }
  const owners = metadata.isCollection && metadata.item ? [metadata.item, className] : [className];
  for (const owner of owners) {
    const member = memberOf(owner, segment);
    if (member?.kind === "scalar") return { name: member.name, class: owner, navigation: false };
    if (member?.kind === "navigation" && member.class) {
      return { name: member.name, class: member.class, navigation: true };
    }
  }
  throw invalidArgument(`${className} has no property "${segment}" to load.`);
}

/** The answer to a query of an object or a collection. */
export function load(
  object: HostObject,
  tree: LoadTree,
  query: QueryInfo | undefined,
  identify: Identify,
  spelling: Spelling,
): Record<string, unknown> {
  if (!classMetadata(object.className).isCollection) return loadOne(object, tree, identify, spelling);
  const answer = loadOwn(object, tree, spelling);
  const wantsItems = tree.all || tree.children.size > 0 || namesOfItems(object, tree);
  if (wantsItems) {
    const from = query?.Skip ?? 0;
    const all = object.items?.() ?? [];
    const some = all.slice(from, query?.Top === undefined ? undefined : from + query.Top);
    answer[spelling === "wire" ? "_Items" : "items"] = some.map((one) => loadOne(one, tree, identify, spelling));
  }
  return answer;
}

function namesOfItems(collection: HostObject, tree: LoadTree): boolean {
  const { item } = classMetadata(collection.className);
  return item !== null && [...tree.names].some((name) => memberOf(item, name)?.kind === "scalar");
}

/** A collection's own properties, such as `count`. */
function loadOwn(collection: HostObject, tree: LoadTree, spelling: Spelling): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  for (const [name, { wire }] of Object.entries(classMetadata(collection.className).scalars)) {
    const member = memberOf(collection.className, name);
    if (member && (tree.names.has(name) || tree.all) && has(collection, member)) {
      answer[spelling === "wire" ? wire : name] = read(collection, member);
    }
  }
  return answer;
}

function loadOne(object: HostObject, tree: LoadTree, identify: Identify, spelling: Spelling): Record<string, unknown> {
  const answer = identify(object);
  for (const [name, { wire }] of Object.entries(classMetadata(object.className).scalars)) {
    if (!tree.all && !tree.names.has(name)) continue;
    const member = memberOf(object.className, wire);
    if (!member || (spelling === "wire" && wire in answer)) continue;
    // Asked for by name, a property we lack is an error; asked for everything, it is left out and stays "not loaded".
    if (tree.names.has(name) || has(object, member)) answer[spelling === "wire" ? wire : name] = read(object, member);
  }
  for (const [name, child] of tree.children) {
    const member = memberOf(object.className, name);
    if (!member) continue;
    const value = read(object, member);
    const loaded = isHostObject(value) ? load(value, child, undefined, identify, spelling) : null;
    answer[spelling === "wire" ? member.wire : name] = loaded;
  }
  return answer;
}
