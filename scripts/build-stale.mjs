import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync, utimesSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Builds what is missing or older than its sources, and nothing else, so that `npm start` and the
 * browser tests never show yesterday's code. The names are those of webpack.config.js.
 *
 *   node scripts/build-stale.mjs [NAME...]      all three without a name
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** One file of each build; its time is set to when the build began, since webpack leaves a file that says the same. */
const outputs = { addin: "dist/taskpane.html", preview: "build/preview/index.html", node: "build/node/cli.js" };

/** Folders count too: taking a file out of one changes the folder's time alone. */
const sources = [
  "src",
  "assets",
  "manifest.xml",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "webpack.config.js",
  "scripts/content-policy.cjs",
  "scripts/third-party.cjs",
];

function newestTime(name) {
  const file = path.join(root, name);
  const stats = statSync(file);
  const within = stats.isDirectory() ? readdirSync(file).map((each) => newestTime(path.join(name, each))) : [];
  return Math.max(stats.mtimeMs, ...within);
}

const builtTime = (output) => (existsSync(path.join(root, output)) ? statSync(path.join(root, output)).mtimeMs : 0);

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(outputs);
const changed = Math.max(...sources.map(newestTime));
const stale = wanted.filter((name) => builtTime(outputs[name]) < changed);
if (stale.length > 0) {
  console.log(`Building ${stale.join(", ")}: missing, or older than the sources.`);
  const webpack = createRequire(import.meta.url).resolve("webpack/bin/webpack.js");
  const named = stale.flatMap((name) => ["--config-name", name]);
  const began = new Date();
  const { status } = spawnSync(process.execPath, [webpack, ...named], { cwd: root, stdio: "inherit" });
  if (status === 0) for (const name of stale) utimesSync(path.join(root, outputs[name]), began, began);
  process.exitCode = status ?? 1;
}
