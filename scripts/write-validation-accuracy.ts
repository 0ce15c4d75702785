import { writeFileSync } from "node:fs";
import { measureAccuracy } from "../test/bench/validation";
import { accuracyPage } from "./accuracy-page";

/** Writes docs/validation-accuracy.md. Run from the project's root when rules or mutations change; takes a minute. */
writeFileSync("docs/validation-accuracy.md", accuracyPage(measureAccuracy()));
