import { writeFileSync } from "node:fs";
import { qualityPage } from "./page";
import { allRecorded } from "./record";

/** Writes docs/quality.md from what the tools kept: `npm run quality`. */
writeFileSync("docs/quality.md", qualityPage(allRecorded()));
