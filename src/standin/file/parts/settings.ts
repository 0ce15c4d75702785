import { sameData } from "../../../workbook-file/book/same-data";
import type { Package } from "../../../workbook-file/package/package";
import { readSettings, SETTINGS_NAMESPACE, settingsPart } from "../../../workbook-file/read/settings";
import { CONTENT_TYPE, type PackageWriter } from "../package/package-writer";
import { escapeAttribute, escapeXml, XML_HEAD } from "../package/xml-text";

const PROPERTIES_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
const ITEM_ID = "{6F3E2A54-6B0E-4D0B-9C1C-5B1F0A6D7E21}";

/** Whether the settings differ from those in the package. */
export function settingsChanged(
  packaged: Package,
  workbookPart: string,
  settings: ReadonlyMap<string, unknown>,
): boolean {
  return !sameData(Object.fromEntries(readSettings(packaged, workbookPart)), Object.fromEntries(settings));
}

export function writeSettings(
  writer: PackageWriter,
  workbookPart: string,
  settings: ReadonlyMap<string, unknown>,
): void {
  const items = [...settings].map(
    ([name, value]) => `<setting name="${escapeAttribute(name)}">${escapeXml(JSON.stringify(value ?? null))}</setting>`,
  );
  const text = `${XML_HEAD}<settings xmlns="${SETTINGS_NAMESPACE}">${items.join("")}</settings>`;
  const existing = settingsPart(writer.package, workbookPart);
  if (existing !== null) {
    writer.write(existing, text);
    return;
  }
  if (settings.size === 0) return;
  const part = writer.add("customXml/item#.xml", text, null);
  const properties = writer.add(
    "customXml/itemProps#.xml",
    `${XML_HEAD}<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="${PROPERTIES_NAMESPACE}"><ds:schemaRefs><ds:schemaRef ds:uri="${SETTINGS_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    CONTENT_TYPE.customXmlProperties,
  );
  writer.relate(part, "customXmlProps", properties);
  writer.relate(workbookPart, "customXml", part);
}
