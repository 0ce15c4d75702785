import path from "node:path";
import { circles, folderGraph, loadGraph, sourceFiles, type SourceFile } from "./structure";

/**
 * Holds the shape of src/ to the house rules (CONTRIBUTING.md): part of `npm run lint`. `npm run measure` prints
 * the same figures folder by folder. Nothing of a library does: those that find circles between folders leave out
 * a folder and the one it lies in, and none counts casts.
 *
 * The limits only ever fall: set each to its figure when that has fallen.
 */
const limits = {
  /** Files that load each other in a circle. */
  filesInCircles: 0,
  /** Folders that import from each other in a circle, types included. */
  foldersInCircles: 0,
  /** Folders of more than 15 files on one level; the rules, one a file, apart. */
  longFolders: 0,
  /** `as` and `!` outside the stand-in. */
  castsAndAssertions: 50,
  /** Lines of TypeScript outside the stand-in and its reader of files; the plan's data is JSON and not counted. */
  lines: 45_500,
};

const files = sourceFiles("src");
const product = files.filter(({ file }) => !file.startsWith("src/standin/"));
const fileCircles = circles(loadGraph(files));
const folderCircles = circles(folderGraph(files));
const longFolders = [...grouped(files, folderOf)].filter(
  ([folder, within]) => within.length > 15 && !folder.startsWith("src/validation/rules"),
);

const figures: Record<keyof typeof limits, number> = {
  filesInCircles: fileCircles.flat().length,
  foldersInCircles: folderCircles.flat().length,
  longFolders: longFolders.length,
  castsAndAssertions: sum(product, "casts") + sum(product, "assertions"),
  lines: sum(
    product.filter(({ file }) => !file.startsWith("src/workbook-file/")),
    "lines",
  ),
};

if (process.argv.includes("--by-folder")) printByFolder();
for (const circle of fileCircles) console.log(`Files that load each other: ${circle.join(", ")}`);
for (const circle of folderCircles) printFolderCircle(circle);
for (const [folder, within] of longFolders) console.log(`${folder} holds ${within.length} files on one level.`);
for (const [name, limit] of Object.entries(limits)) {
  const figure = figures[name as keyof typeof limits];
  const verdict = figure > limit ? `over the limit of ${limit}` : `of at most ${limit}`;
  console.log(`${name.padEnd(20)} ${String(figure).padStart(6)} ${verdict}`);
  if (figure > limit) process.exitCode = 1;
}

function printByFolder(): void {
  console.log("folder                  files  lines  as    !");
  for (const [folder, within] of [...grouped(files, topFolderOf)].sort()) {
    const [lines, casts, assertions] = (["lines", "casts", "assertions"] as const).map((each) => sum(within, each));
    console.log(
      `${folder.padEnd(22)} ${[within.length, lines, casts, assertions].map((each) => String(each).padStart(6)).join("")}`,
    );
  }
}

/** Each arrow of the circle with the imports that make it, so that it can be seen which one to cut. */
function printFolderCircle(circle: readonly string[]): void {
  console.log(`Folders that import from each other: ${circle.join(", ")}`);
  const arrows = files.flatMap(({ file, imports }) => imports.map((each) => ({ from: file, to: each.file })));
  const within = arrows.filter(({ from, to }) => {
    const [one, other] = [folderOf({ file: from }), folderOf({ file: to })];
    return one !== other && circle.includes(one) && circle.includes(other);
  });
  const byArrow = grouped(within, ({ from, to }) => `${folderOf({ file: from })} -> ${folderOf({ file: to })}`);
  for (const [arrow, imports] of byArrow) {
    const shown = imports.slice(0, 4).map(({ from, to }) => `${path.basename(from)} imports ${path.basename(to)}`);
    console.log(`    ${arrow}: ${imports.length} (${shown.join(", ")}${imports.length > 4 ? ", …" : ""})`);
  }
}

function folderOf({ file }: { readonly file: string }): string {
  return path.posix.dirname(file);
}

function topFolderOf({ file }: SourceFile): string {
  return file
    .split("/")
    .slice(0, file.split("/").length > 2 ? 2 : 1)
    .join("/");
}

function sum(of: readonly SourceFile[], figure: "lines" | "casts" | "assertions"): number {
  return of.reduce((total, each) => total + each[figure], 0);
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
