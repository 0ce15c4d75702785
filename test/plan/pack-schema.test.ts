import { readFileSync } from "node:fs";
import path from "node:path";
import { packJsonSchema } from "../../scripts/pack-schema";

describe("the JSON Schema of a plan pack", () => {
  it("in docs/ is the one the code would write", () => {
    const file = path.resolve(__dirname, "../../docs/plan-pack.schema.json");
    expect(readFileSync(file, "utf8")).toBe(packJsonSchema());
  });

  it("asks for the parts a pack cannot do without, and lets nothing else in", () => {
    const schema = JSON.parse(packJsonSchema()) as { required: string[]; additionalProperties: boolean };
    const parts = ["id", "name", "start", "end", "organisations", "metrics", "targets", "actions"];
    expect(schema.required).toEqual(parts);
    expect(schema.additionalProperties).toBe(false);
  });
});
