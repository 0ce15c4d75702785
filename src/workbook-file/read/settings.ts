import type { Package } from "../package/package";
import { escapeAttribute, escapeXml, parseXml } from "../package/xml";
import { CONTENT_TYPE, type PackageWriter } from "../../standin/file/package/package-writer";
import { XML_HEAD } from "../../standin/file/package/xml-text";

/** Root namespace of the custom XML part that holds the add-in's settings of the workbook. */
const NAMESPACE = "urn:green-plan-reporter:settings:1";
const PROPERTIES_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
const ITEM_ID = "{6F3E2A54-6B0E-4D0B-9C1C-5B1F0A6D7E21}";

function settingsPart(packaged: Package, workbookPart: string): string | null {
  const items = packaged.relationships(workbookPart).filter((each) => each.type === "customXml" && !each.external);
  return items.find((each) => packaged.text(each.target)?.includes(`"${NAMESPACE}"`))?.target ?? null;
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

/** Whether the settings differ from those in the package. */
export function settingsChanged(
  packaged: Package,
  workbookPart: string,
  settings: ReadonlyMap<string, unknown>,
): boolean {
  const text = (map: ReadonlyMap<string, unknown>) => JSON.stringify([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
  return text(readSettings(packaged, workbookPart)) !== text(settings);
}

export function writeSettings(
  writer: PackageWriter,
  workbookPart: string,
  settings: ReadonlyMap<string, unknown>,
): void {
  const items = [...settings].map(
    ([name, value]) => `<setting name="${escapeAttribute(name)}">${escapeXml(JSON.stringify(value ?? null))}</setting>`,
  );
  const text = `${XML_HEAD}<settings xmlns="${NAMESPACE}">${items.join("")}</settings>`;
  const existing = settingsPart(writer.package, workbookPart);
  if (existing !== null) {
    writer.write(existing, text);
    return;
  }
  if (settings.size === 0) return;
  const part = writer.add("customXml/item#.xml", text, null);
  const properties = writer.add(
    "customXml/itemProps#.xml",
    `${XML_HEAD}<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="${PROPERTIES_NAMESPACE}"><ds:schemaRefs><ds:schemaRef ds:uri="${NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    CONTENT_TYPE.customXmlProperties,
  );
  writer.relate(part, "customXmlProps", properties);
  writer.relate(workbookPart, "customXml", part);
}
