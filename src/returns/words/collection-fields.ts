import { collectionFields } from "../../plan/vocabulary/collections";
import { readUnit } from "../../plan/quantity/units";
import { fold, tidy } from "./text";

const known: ReadonlySet<string> = new Set(collectionFields.map(fieldKey));

/** Whether a heading is a field of a national collection (ERIC): its unit and "total" or "number of" before it are forgiven. */
export function isCollectionField(text: string): boolean {
  return known.has(fieldKey(text));
}

function fieldKey(heading: string): string {
  const unitless = readUnit(tidy(heading))?.label ?? "";
  return fold(unitless === "" ? heading : unitless).replace(/^(total|number of) /, "");
}
