import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { bundledPackages, faultsOf } from "./third-party.cjs";

/**
 * Holds the built add-in to its budget: Excel's small browser must show the pane at once, and
 * nothing of the stand-in may be shipped. What it holds of others is named in docs/third-party.md.
 */
const budget = { entry: 160_000, lazy: 90_000 };
const standinMarks = ["excelize", "ironcalc", "_richApiNativeBridge", "@univerjs", "UniverInstance"];

const scripts = readdirSync("dist").filter((file) => file.endsWith(".js"));
const failures = [];
for (const file of scripts) {
  const code = readFileSync(`dist/${file}`);
  const size = gzipSync(code, { level: 9 }).length;
  const limit = file.startsWith("taskpane.") ? budget.entry : budget.lazy;
  console.log(`${file.padEnd(32)} ${(size / 1000).toFixed(1).padStart(7)} kB gzip of ${limit / 1000}`);
  if (size > limit) failures.push(`${file} is ${size} bytes gzipped; its budget is ${limit}.`);
  const found = standinMarks.filter((mark) => code.includes(mark));
  if (found.length > 0) failures.push(`${file} carries something of the stand-in: ${found.join(", ")}.`);
}
if (scripts.length === 0) failures.push("dist/ holds no script; build the add-in first.");
else failures.push(...faultsOf(readFileSync("docs/third-party.md", "utf8"), bundledPackages()));
failures.forEach((failure) => console.error(failure));
process.exitCode = failures.length > 0 ? 1 : 0;
