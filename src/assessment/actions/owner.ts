const NOBODY =
  /^(?:tbc|tba|tbd|n\/?a|none|no ?one|nobody|vacant|vacancy|unassigned|unknown|not assigned|not known|to be (?:confirmed|agreed|decided|assigned|appointed)|[?.\-–—]+)$/i;

/** Whether an owner cell names anybody: "TBC", "vacant" and "-" do not. */
export function hasOwner(owner: string | null): boolean {
  const text = owner?.replace(/\s+/g, " ").trim() ?? "";
  return text !== "" && !NOBODY.test(text);
}
