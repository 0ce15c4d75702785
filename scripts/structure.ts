import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** One source file as the structure check sees it; paths are relative to the root, with forward slashes. */
export interface SourceFile {
  readonly file: string;
  readonly lines: number;
  /** `x as T`, without `as const`. */
  readonly casts: number;
  /** `x!` */
  readonly assertions: number;
  readonly imports: readonly Import[];
}

interface Import {
  readonly file: string;
  /** `load`: runs when the importing file is loaded; `later`: by `import()`; `type`: only the compiler sees it. */
  readonly kind: "load" | "later" | "type";
}

const isSource = (name: string) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts");

/** Every TypeScript file under a folder, generated ones left out. */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => path.posix.join(folder, name.replaceAll("\\", "/")))
    .filter((file) => isSource(file) && !file.includes("/generated/"))
    .map(sourceFile);
}

function sourceFile(file: string): SourceFile {
  const text = readFileSync(file, "utf8");
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = { casts: 0, assertions: 0, imports: [] as Import[] };
  const visit = (node: ts.Node): void => {
    if (ts.isAsExpression(node) && !isConst(node.type)) found.casts += 1;
    if (ts.isNonNullExpression(node)) found.assertions += 1;
    const imported = importOf(node);
    const target = imported && resolved(file, imported.specifier);
    if (target) found.imports.push({ file: target, kind: imported.kind });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { file, lines: text.split("\n").length - 1, ...found };
}

const isConst = (type: ts.TypeNode) =>
  ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) && type.typeName.text === "const";

function importOf(node: ts.Node): { specifier: string; kind: Import["kind"] } | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    if (!node.moduleSpecifier || !ts.isStringLiteral(node.moduleSpecifier)) return null;
    const typeOnly = ts.isImportDeclaration(node) ? node.importClause?.isTypeOnly : node.isTypeOnly;
    return { specifier: node.moduleSpecifier.text, kind: typeOnly ? "type" : "load" };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    return argument && ts.isStringLiteral(argument) ? { specifier: argument.text, kind: "later" } : null;
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return { specifier: node.argument.literal.text, kind: "type" };
  }
  return null;
}

/** The source file a relative import names; null for a package, a JSON file or a style sheet. */
function resolved(from: string, specifier: string): string | null {
  if (!specifier.startsWith(".")) return null;
  const base = path.posix.join(path.posix.dirname(from), specifier);
  const places = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`, `${base}/index.tsx`];
  return places.find((place) => isSource(place) && existsSync(place)) ?? null;
}

/** Arrows from node to node. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** Files with the files they load: what must not run in a circle, since one of them would see the other half made. */
export function loadGraph(files: readonly SourceFile[]): Graph {
  return new Map(
    files.map(({ file, imports }) => [
      file,
      new Set(imports.filter(({ kind }) => kind === "load").map((each) => each.file)),
    ]),
  );
}

/** Folders with the folders they import from, types included; a folder and the one it lies in are two. */
export function folderGraph(files: readonly SourceFile[]): Graph {
  const graph = new Map<string, Set<string>>();
  for (const { file, imports } of files) {
    const folder = path.posix.dirname(file);
    const targets = graph.get(folder) ?? new Set<string>();
    graph.set(folder, targets);
    for (const each of imports) {
      const target = path.posix.dirname(each.file);
      if (target !== folder) targets.add(target);
    }
  }
  return graph;
}

/** Groups in which each can be reached from each other, largest first (Tarjan's strongly connected components). */
export function circles(graph: Graph): string[][] {
  const order = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): number => {
    const at = order.size;
    order.set(node, at);
    open.push(node);
    let low = at;
    for (const target of graph.get(node) ?? []) {
      if (!order.has(target)) low = Math.min(low, visit(target));
      else if (open.includes(target)) low = Math.min(low, order.get(target) ?? at);
    }
    if (low === at) {
      const group = open.splice(open.indexOf(node));
      if (group.length > 1) found.push(group.sort());
    }
    return low;
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return found.sort((one, other) => other.length - one.length);
}
