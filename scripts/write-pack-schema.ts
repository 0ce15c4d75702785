import { writeFileSync } from "node:fs";
import { packJsonSchema } from "./pack-schema";

/** Writes docs/plan-pack.schema.json. Run from the project's root when src/plan/schema.ts changes. */
writeFileSync("docs/plan-pack.schema.json", packJsonSchema());
