import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ruleCatalogue } from "../../scripts/rule-catalogue";
import { catalogue, RULES } from "../../src/validation/checking/catalogue";
import { pack } from "./kit";

describe("the catalogue of rules", () => {
  it("is the page in docs/", () => {
    const page = readFileSync(path.resolve(__dirname, "../../docs/validation-rules.md"), "utf8");
    expect(page).toBe(ruleCatalogue());
  });

  it("has each rule of the reference once", () => {
    const codes = catalogue(pack.thresholds).map(({ code }) => code);
    const numbered = (prefix: string, last: number): string[] =>
      Array.from({ length: last }, (_, index) => `${prefix}${String(index + 1).padStart(2, "0")}`);
    const schema = [
      "blank-label",
      "duplicate-label",
      "missing-label",
      "extra-label",
      "incorrect-label",
      "blank-row",
      "duplicate-row",
      "primary-key",
      "type-error",
      "constraint-error",
      "required-value",
      "forbidden-value",
      "truncated-value",
    ];
    expect([...codes].sort()).toEqual([...schema, ...numbered("DQ", 18), ...numbered("AC", 7), "EX01"].sort());
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("lists every rule that has a file", () => {
    const root = path.resolve(__dirname, "../../src/validation/rules");
    const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    const sources = files.map((file) => readFileSync(path.join(root, file), "utf8"));
    const exported = sources.flatMap((source) => source.match(/^export const \w+: Rule = /m) ?? []);
    expect(exported.length).toBeGreaterThan(50);
    expect(RULES).toHaveLength(exported.length);
    expect(new Set(RULES).size).toBe(RULES.length);
  });

  it("gives rules of one code one name and one reason", () => {
    const byCode = new Map(RULES.map(({ code, name, why }) => [code, { name, why }]));
    for (const { code, name, why } of RULES) expect({ name, why }).toEqual(byCode.get(code));
  });

  it("says why and what in whole sentences", () => {
    for (const { rules, why } of catalogue(pack.thresholds)) {
      for (const { looksFor } of rules) expect(looksFor).toMatch(/^[A-Z#0-9“].*\.$/);
      expect(why).toMatch(/^[A-Z].*\.$/);
    }
  });

  it("shows the pack's own thresholds", () => {
    const entry = catalogue({ ...pack.thresholds, estimatedSharePercent: 41 }).find(({ code }) => code === "DQ12");
    expect(entry?.rules.flatMap((rule) => rule.thresholds).join()).toContain("41%");
  });
});
