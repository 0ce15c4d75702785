import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { measureAccuracy } from "../test/bench/validation";
import { accuracyPage } from "./accuracy-page";
import { packJsonSchema } from "./pack-schema";
import { ruleCatalogue } from "./rule-catalogue";
import { bundledPackages, thirdPartyPage } from "./third-party.cjs";

/**
 * Writes the pages of docs/ that are made from code: run `npm run docs` when the plan's schema, a rule's words or
 * thresholds, the benchmark's mutations or the add-in's packages change. Tests hold the first two to the code and the
 * build holds the last; the third takes a minute. A page's name after the command writes that page alone.
 */
const pages: Readonly<Record<string, () => string>> = {
  "docs/plan-pack.schema.json": packJsonSchema,
  "docs/validation-rules.md": ruleCatalogue,
  "docs/validation-accuracy.md": () => accuracyPage(measureAccuracy()),
  "docs/third-party.md": () => {
    execFileSync(process.execPath, ["scripts/build-stale.mjs", "addin"], { stdio: "inherit" });
    return thirdPartyPage(bundledPackages());
  },
};

const wanted = process.argv.slice(2);
for (const [file, text] of Object.entries(pages))
  if (wanted.length === 0 || wanted.includes(file)) writeFileSync(file, text());
