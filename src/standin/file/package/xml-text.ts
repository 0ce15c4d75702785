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

/** Text of a cell or string for XML: control characters as `_x0001_`, and a literal `_x0041_` kept literal. */
export function encodeText(text: string): string {
  const kept = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (c) => `_x${hex4(c.charCodeAt(0))}_`);
  return escapeXml(loneSurrogates(kept));
}

function loneSurrogates(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}

function hex4(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, "0");
}

/** Text safe inside an element. */
export function escapeXml(text: string): string {
  return /[&<>]/.test(text) ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;") : text;
}

/** Text safe inside a double-quoted attribute; line breaks survive as references. */
export function escapeAttribute(text: string): string {
  return escapeXml(text)
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;")
    .replaceAll("\r", "&#13;")
    .replaceAll("\t", "&#9;");
}
