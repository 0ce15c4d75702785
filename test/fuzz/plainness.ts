/** Signs of a sentence that was not written for a person. */
const signs: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["a member's name", /\b(?:Range|Worksheet|Workbook|WorksheetCollection|Table|NamedItem|Chart)\w*\.[_a-z]\w+/],
  ["a member's name", /_KeepReference|isNullObject|rowIndex|getUsedRange|context\.sync|\breference-\d+/],
  ["Office's own code", /\b(?:GeneralException|InvalidArgument|PropertyNotLoaded|NotImplemented|InvalidObjectPath)\b/],
  ["a stack trace", /\n\s+at |\bat [\w$.]+ \(|\.(?:ts|js|cjs|mjs):\d+/],
  ["the language's own words", /Cannot read propert|is not a function|is not iterable|is not defined|call stack/],
  ["the language's own words", /\[object \w+\]|\bTypeError\b|\bRangeError\b|\bSyntaxError\b|Invalid array length/],
];

/** More than this is no sentence. */
const longest = 900;

/** Why a message is not plain; null where it is. What it quotes of the workbook is not its own words. */
export function whyNotPlain(message: string): string | null {
  const own = message.replace(/“[^”]*”/g, "“”");
  if (message.length > longest) return `a message of ${message.length} letters`;
  for (const [what, pattern] of signs) if (pattern.test(own)) return what;
  return /[.?!]$/.test(message.trim()) ? null : "no full sentence";
}
