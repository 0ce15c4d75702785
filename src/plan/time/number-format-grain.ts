/** The first section of a format code without its quoted text, escapes, padding, colours and locales. */
function bareCode(code: string): string {
  const [positive = ""] = code.replace(/"[^"]*"|\\.|_.|\*./g, "").split(";");
  return positive.replace(/\[[^\]]*\]/g, "").toLowerCase();
}

/**
 * How fine a date a number format shows: "dd/mm/yyyy" a day, "mmm-yy" a month, "yyyy" a year;
 * null where it shows no date ("0.0", "#,##0", "hh:mm", "General").
 */
export function numberFormatGrain(code: string): "day" | "month" | "year" | null {
  const bare = bareCode(code);
  if (bare === "general" || /[0#?@]/.test(bare)) return null;
  if (bare.includes("d")) return "day";
  if (bare.includes("y")) return bare.includes("m") ? "month" : "year";
  return /mmm/.test(bare) ? "month" : null;
}
