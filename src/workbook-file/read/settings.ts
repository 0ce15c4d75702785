import type { Package } from "../package/package";
import { parseXml } from "../package/xml";

/** Root namespace of the custom XML part that holds the add-in's settings of the workbook. */
export const SETTINGS_NAMESPACE = "urn:green-plan-reporter:settings:1";

/** Name of the part that holds the settings, or null. */
export function settingsPart(packaged: Package, workbookPart: string): string | null {
  const items = packaged.relationships(workbookPart).filter((each) => each.type === "customXml" && !each.external);
  return items.find((each) => packaged.text(each.target)?.includes(`"${SETTINGS_NAMESPACE}"`))?.target ?? null;
}

/** Settings kept with the workbook, each a value of JSON by name. */
export function readSettings(packaged: Package, workbookPart: string): Map<string, unknown> {
  const part = settingsPart(packaged, workbookPart);
  const settings = new Map<string, unknown>();
  if (part === null) return settings;
  for (const { name, attributes, text } of parseXml(packaged.text(part)!).children) {
    if (name !== "setting" || attributes["name"] === undefined) continue;
    try {
      settings.set(attributes["name"], JSON.parse(text));
    } catch {
      continue; // Somebody else's hand was in it: one unreadable setting must not keep the workbook shut.
    }
  }
  return settings;
}
