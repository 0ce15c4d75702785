/**
 * Whether two built checkouts say the same of the same workbooks: runs `validate --json` of both on each
 * file and lists every value that differs, by its place in the JSON.
 *
 *   node scripts/compare-checkouts.mjs BEFORE AFTER FILE...
 *
 * Exit 0 where all agree, 1 where any differs.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const [before, after, ...files] = process.argv.slice(2);
if (after === undefined || files.length === 0) {
  console.error("Say two checkouts and at least one workbook: compare-checkouts BEFORE AFTER FILE...");
  process.exit(2);
}
const folder = mkdtempSync(path.join(os.tmpdir(), "compare-"));
const shownPerFile = 12;

/** What a checkout says of a workbook: its JSON, or the sentence with which it declines. */
function outcomeOf(checkout, file, index) {
  const out = path.join(folder, `${path.basename(checkout)}-${index}.json`);
  const cli = path.resolve(checkout, "build/node/cli.js");
  const run = spawnSync("node", [cli, "validate", path.resolve(file), "--json", out, "--quiet"], {
    encoding: "utf8",
    cwd: checkout,
  });
  return existsSync(out) ? JSON.parse(readFileSync(out, "utf8")) : { declined: run.stderr.trim(), exit: run.status };
}

/** Every place where two JSON values differ: "findings[3].message: … -> …". */
function differences(a, b, place = "") {
  if (Object.is(a, b)) return [];
  const isTree = (value) => typeof value === "object" && value !== null;
  if (!isTree(a) || !isTree(b) || Array.isArray(a) !== Array.isArray(b))
    return [`${place}: ${JSON.stringify(a)} -> ${JSON.stringify(b)}`];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].flatMap((key) =>
    differences(a[key], b[key], Array.isArray(a) ? `${place}[${key}]` : `${place}.${key}`),
  );
}

let differing = 0;
files.forEach((file, index) => {
  const found = differences(outcomeOf(before, file, index), outcomeOf(after, file, index));
  if (found.length === 0) return;
  differing += 1;
  console.log(`${file}: ${found.length} differences`);
  for (const each of found.slice(0, shownPerFile)) console.log(`  ${each}`);
});
console.log(`${files.length - differing} of ${files.length} workbooks give the same JSON`);
process.exitCode = differing === 0 ? 0 : 1;
