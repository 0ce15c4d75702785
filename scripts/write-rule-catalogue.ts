import { writeFileSync } from "node:fs";
import { ruleCatalogue } from "./rule-catalogue";

/** Writes docs/validation-rules.md. Run from the project's root when a rule's words or thresholds change. */
writeFileSync("docs/validation-rules.md", ruleCatalogue());
