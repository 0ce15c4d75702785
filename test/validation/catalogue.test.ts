import { readFileSync } from "node:fs";
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
    expect([...codes].sort()).toEqual([...schema, ...numbered("DQ", 17), ...numbered("AC", 7), "EX01"].sort());
    expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
  });

  it("says why and what in whole sentences", () => {
    for (const { looksFor, why } of catalogue(pack.thresholds)) {
      expect(looksFor).toMatch(/^[A-Z#0-9“].*\.$/);
      expect(why).toMatch(/^[A-Z].*\.$/);
    }
  });

  it("shows the pack's own thresholds", () => {
    const entry = catalogue({ ...pack.thresholds, estimatedSharePercent: 41 }).find(({ code }) => code === "DQ12");
    expect(entry?.thresholds.join()).toContain("41%");
  });
});
