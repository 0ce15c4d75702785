import * as z from "zod/mini";
import { PlainError } from "../errors/plain-error";
import { contradictionsOf } from "./pack-checks";
import type { PackProblem } from "./pack-checks";
import { packSchema } from "./schema";
import type { Pack } from "./schema";

/** A plan pack that breaks the schema or contradicts itself. Its message is a sentence for the user. */
export class PackError extends PlainError {
  override readonly name = "PackError";

  constructor(readonly problems: readonly PackProblem[]) {
    const [first] = problems;
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
    super(`The plan pack cannot be used: at ${first?.path ?? "its top"}, ${first?.reason ?? "it is wrong"}${more}.`);
  }
}

/**
 * Reads a plan pack from parsed JSON.
 * @throws {PackError} with the path and the reason, where the shape is wrong or the pack contradicts
 * itself (an unknown metric in a target, a window that ends before it starts, an id there twice).
 */
export function readPack(json: unknown): Pack {
  const parsed = z.safeParse(packSchema, json, { reportInput: true });
  if (!parsed.success) throw new PackError(parsed.error.issues.map(problemOf));
  const problems = contradictionsOf(parsed.data);
  if (problems.length > 0) throw new PackError(problems);
  return parsed.data;
}

type Issue = z.core.$ZodIssue;

function problemOf(issue: Issue): PackProblem {
  const written = issue.path.reduce<string>(
    (text, step) => text + (typeof step === "number" ? `[${step}]` : `.${String(step)}`),
    "",
  );
  return { path: written.replace(/^\./, "") || "its top", reason: reasonOf(issue) };
}

function reasonOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined && issue.path.length > 0
        ? `this is missing`
        : `this should be ${kindWords(issue.expected)}`;
    case "invalid_value":
      return `this should be one of ${issue.values.map(String).join(", ")}`;
    case "invalid_union":
      return "the kind is not one that a plan pack knows";
    case "unrecognized_keys":
      return `${issue.keys.join(", ")} is not part of a plan pack`;
    case "invalid_format":
      return `this should be written like ${issue.pattern === undefined ? issue.format : example(issue.pattern)}`;
    case "too_small":
      return "this is empty or too short";
    case "too_big":
      return `this is longer than ${String(issue.maximum)} characters`;
    default:
      return "this is not what a plan pack holds here";
  }
}

function kindWords(expected: string): string {
  const words: Readonly<Record<string, string>> = {
    string: "text",
    number: "a number",
    boolean: "true or false",
    array: "a list",
    object: "an object",
  };
  return words[expected] ?? expected;
}

function example(pattern: string): string {
  return pattern.includes("/") && !pattern.includes("-") ? "2019/20" : "2025-03-31";
}
