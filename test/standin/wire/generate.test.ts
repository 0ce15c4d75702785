import { readFileSync } from "node:fs";
import { memberOf } from "../../../src/standin/wire/metadata";
// The script is plain JavaScript: it runs before anything is compiled.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const script = require("../../../scripts/generate-wire-metadata.cjs") as {
  readClasses(text: string): Record<string, { scalars: Record<string, unknown>; methods: Record<string, unknown> }>;
  sourceFile: string;
};
const source = readFileSync(script.sourceFile, "utf8");

describe("reading Microsoft's client", () => {
  const classes = script.readClasses(source);

  test("finds every property and method that the client's own classes carry", async () => {
    const { openExcel } = await import("../../../src/standin/index");
    const { Excel } = await openExcel();
    const missing: string[] = [];
    // Members that the client makes itself never go over the wire. `Functions` are worksheet functions, 300 of them.
    const own =
      /^(_|on[A-Z]|(constructor|items|load|retrieve|toJSON|set|update|getItem|setMockData|track|untrack|ensureUnchanged)$)/;
    for (const [name, type] of Object.entries(Excel as unknown as Record<string, { prototype?: object }>)) {
      if (!type?.prototype || !(name in classes) || name === "Functions") continue;
      for (const member of Object.getOwnPropertyNames(type.prototype)) {
        if (own.test(member)) continue;
        if (!memberOf(name, member)) missing.push(`${name}.${member}`);
      }
    }
    expect(missing).toEqual([]);
  });

  test.each([
    ["the namespace", (text: string) => text.replace("\nvar Excel;", "\nvar Sheets;"), "namespace Excel"],
    ["the names of properties", (text: string) => text.replaceAll('"Values", "Text"', '"Values"'), "properties but"],
    ["what a collection holds", (text: string) => text.replaceAll("_createChildItemObject(", "_makeChild("), "hold"],
    ["an event's number", (text: string) => text.replaceAll("eventType: 10,", "eventType: 9010,"), "event 10"],
    ["the way classes begin", (text: string) => text.replaceAll("= (function (_super) {", "= class {"), "0 classes"],
  ])("fails with a sentence when %s changed", (_, change, sentence) => {
    expect(() => script.readClasses(change(source.replaceAll("\r\n", "\n")))).toThrow(sentence);
  });
});
