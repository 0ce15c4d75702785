import { readFileSync } from "node:fs";
import path from "node:path";
import { measureAccuracy, SEED } from "../bench/validation";

/** One round of the benchmark's mutated returns; `npm run bench` does them all, and docs/validation-accuracy.md has the table. */
describe(`returns with one known mistake each, from seed ${SEED}`, () => {
  const accuracy = measureAccuracy(SEED, 1);

  it("have at least 95% of their mistakes found, by the right rule and at the right cell", () => {
    expect(accuracy.found / accuracy.made).toBeGreaterThanOrEqual(0.95);
  });

  it("have at least 95% of what is reported true", () => {
    expect(accuracy.reportedTrue / accuracy.reported).toBeGreaterThanOrEqual(0.95);
  });

  it.each(accuracy.layouts)("are as well told in the layout “$layout”", ({ found, made, reported, reportedTrue }) => {
    expect(found / made).toBeGreaterThanOrEqual(0.95);
    expect(reportedTrue / reported).toBeGreaterThanOrEqual(0.95);
  });

  it("have nothing said of those without a mistake", () => {
    expect(accuracy.healthyFindings).toBe(0);
  });

  it("come with a mutator that knows nothing of the rules", () => {
    for (const file of ["mutations.ts", "healthy-return.ts", "facts.ts", "book.ts"]) {
      const source = readFileSync(path.resolve(__dirname, "../bench", file), "utf8");
      expect(source).not.toMatch(/from "[^"]*validation/);
    }
  });
});
