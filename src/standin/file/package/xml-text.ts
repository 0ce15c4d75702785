import { escapeAttribute } from "../../../workbook-file/package/xml";

/** ` name="value"` for each attribute that has a value; true is "1", false is left out. */
export function attributes(values: Readonly<Record<string, string | number | boolean | null | undefined>>): string {
  let text = "";
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined || value === false) continue;
    text += ` ${name}="${value === true ? "1" : escapeAttribute(String(value))}"`;
  }
  return text;
}

/** An element; closed at once where it has no content. */
export function element(
  name: string,
  values: Readonly<Record<string, string | number | boolean | null | undefined>>,
  content = "",
): string {
  return content === "" ? `<${name}${attributes(values)}/>` : `<${name}${attributes(values)}>${content}</${name}>`;
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Shortest text that reads back as the same number. */
export function numberText(value: number): string {
  return Object.is(value, -0) ? "0" : String(value);
}
