import type { Rule } from "../rule";
import { blankHeadings } from "./blank-headings";
import { duplicateHeadings } from "./duplicate-headings";
import { headingUnits } from "./heading-units";
import { headingsReadByLikeness } from "./headings-read-by-likeness";
import { misspeltHeadings } from "./misspelt-headings";
import { missingColumns } from "./missing-columns";
import { splitColumns } from "./split-columns";

export const HEADING_RULES: readonly Rule[] = [
  blankHeadings,
  duplicateHeadings,
  missingColumns,
  splitColumns,
  misspeltHeadings,
  headingsReadByLikeness,
  headingUnits,
];
