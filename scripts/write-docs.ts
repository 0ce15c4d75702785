import { writeFileSync } from "node:fs";
import { measureAccuracy } from "../test/bench/validation";
import { accuracyPage } from "./accuracy-page";
import { packJsonSchema } from "./pack-schema";
import { ruleCatalogue } from "./rule-catalogue";

/**
 * Writes the pages of docs/ that are made from code: run `npm run docs` when the plan's schema, a rule's words or
 * thresholds, or the benchmark's mutations change. Tests hold the first two to the code; the third takes a minute.
 */
const pages: Readonly<Record<string, () => string>> = {
  "docs/plan-pack.schema.json": packJsonSchema,
  "docs/validation-rules.md": ruleCatalogue,
  "docs/validation-accuracy.md": () => accuracyPage(measureAccuracy()),
};

for (const [file, text] of Object.entries(pages)) writeFileSync(file, text());
