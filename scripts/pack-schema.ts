import * as z from "zod/mini";
import { writtenPackSchema } from "../src/plan/schema";

/** The JSON Schema of a plan pack, as docs/plan-pack.schema.json holds it. */
export function packJsonSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(writtenPackSchema);
  const titled = {
    $schema,
    title: "Plan pack",
    description: "A green plan as data, as Green Plan Reporter reads it. Made from src/plan/schema.ts.",
    ...schema,
  };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
