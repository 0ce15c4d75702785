/** @jest-environment jsdom */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(__dirname, "..");
const text = readFileSync(path.join(root, "manifest.xml"), "utf8");
const manifest = new DOMParser().parseFromString(text, "application/xml");
const packageVersion = (JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string })
  .version;

const all = (name: string) => [...manifest.getElementsByTagName("*")].filter((each) => each.localName === name);
const one = (name: string) => all(name)[0]!;
const children = (element: Element) => [...element.children].map((each) => each.localName);
const urls = [...manifest.getElementsByTagName("*")].flatMap((each) => {
  const value = each.getAttribute("DefaultValue") ?? "";
  return /^https?:/.test(value) ? [value] : [];
});

/** The order Excel demands of each element's children (Microsoft, "How to find the proper order of manifest elements"). */
const order: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
  ],
  VersionOverrides: [
    "Description",
    "Requirements",
    "Hosts",
    "Resources",
    "EquivalentAddins",
    "WebApplicationInfo",
    "ExtendedOverrides",
  ],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  CustomTab: ["OverriddenByRibbonApi", "Group", "Label", "InsertAfter", "InsertBefore"],
  Group: ["OverriddenByRibbonApi", "Label", "Icon", "Control"],
  Control: ["OverriddenByRibbonApi", "Label", "Supertip", "Icon", "Action", "Enabled"],
  Supertip: ["Title", "Description"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
};

test("is well-formed XML", () => {
  expect(manifest.getElementsByTagName("parsererror")).toHaveLength(0);
});

test("names itself by a GUID and carries the package's version", () => {
  expect(one("Id").textContent).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(one("Version").textContent).toBe(`${packageVersion}.0`);
});

test.each(Object.keys(order))("keeps the children of every %s in the order Excel demands", (name) => {
  for (const element of all(name)) {
    const places = children(element).map((child) => order[name]!.indexOf(child));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }
});

test("resolves every resource it names, with ids of at most 32 characters", () => {
  const ids = ["Image", "Url", "String"].flatMap((name) => all(name)).map((each) => each.getAttribute("id"));
  const defined = new Set(ids.filter((id) => id !== null));
  const used = [...manifest.getElementsByTagName("*")].flatMap((each) => each.getAttribute("resid") ?? []);
  expect(used.filter((id) => !defined.has(id))).toEqual([]);
  expect([...defined].filter((id) => !used.includes(id))).toEqual([]);
  expect(Math.max(...used.map((id) => id.length))).toBeLessThanOrEqual(32);
});

test("keeps short strings within 125 characters and long ones within 250", () => {
  const lengths = (name: string) => [...one(name).children].map((each) => each.getAttribute("DefaultValue")!.length);
  expect(Math.max(...lengths("ShortStrings"))).toBeLessThanOrEqual(125);
  expect(Math.max(...lengths("LongStrings"))).toBeLessThanOrEqual(250);
});

test("points every address at one https origin", () => {
  expect([...new Set(urls.map((url) => new URL(url).origin))]).toEqual(["https://localhost:3000"]);
});

test("points the pane, its runtime and its function file at one page", () => {
  const resid = (name: string) => all(name).map((each) => each.getAttribute("resid"));
  const page = one("Runtime").getAttribute("resid");
  expect(new Set([...resid("FunctionFile"), ...resid("SourceLocation").filter((id) => id !== null), page])).toEqual(
    new Set([page]),
  );
});

test("asks for no more than to read and write the document", () => {
  expect(one("Permissions").textContent).toBe("ReadWriteDocument");
});

describe("icons", () => {
  const sizeOf = (file: string) => {
    const png = readFileSync(file);
    return [png.readUInt32BE(16), png.readUInt32BE(20)];
  };
  const wanted = urls.filter((url) => url.endsWith(".png"));

  test.each([...new Set(wanted)])("%s is there in the size its name says", (url) => {
    const file = path.join(root, new URL(url).pathname);
    const size = Number(/-(\d+)\.png$/.exec(url)?.[1]);
    expect(existsSync(file)).toBe(true);
    expect(sizeOf(file)).toEqual([size, size]);
  });

  test("each image element's size is its picture's", () => {
    const addresses = new Map(
      all("Image").flatMap((each) => [[each.getAttribute("id"), each.getAttribute("DefaultValue")]]),
    );
    for (const image of all("Image").filter((each) => each.hasAttribute("resid"))) {
      expect(addresses.get(image.getAttribute("resid"))).toMatch(new RegExp(`-${image.getAttribute("size")}\\.png$`));
    }
  });
});

test("every function it names is associated in code", () => {
  const commands = readFileSync(path.join(root, "src/taskpane/ribbon.ts"), "utf8");
  const associated = [...commands.matchAll(/Office\.actions\.associate\("(\w+)"/g)].map((match) => match[1]);
  expect(all("FunctionName").map((each) => each.textContent)).toEqual(expect.arrayContaining(associated));
  expect(associated).toHaveLength(all("FunctionName").length);
});
