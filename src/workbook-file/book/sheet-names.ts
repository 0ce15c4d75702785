import { MAX_SHEET_NAME } from "../../snapshot/addresses";

/** Why Excel does not take a name for a tab, to follow "its name"; null where it does. Two alike are another matter. */
export function sheetNameFault(name: string): string | null {
  if (name === "") return "is empty";
  if (name.length > MAX_SHEET_NAME) return `has ${name.length} letters, where Excel takes ${MAX_SHEET_NAME}`;
  const forbidden = /[\\/?*[\]:]/.exec(name)?.[0];
  if (forbidden !== undefined) return `holds “${forbidden}”, which Excel does not take there`;
  return /^'|'$/.test(name) ? "begins or ends with an apostrophe" : null;
}
