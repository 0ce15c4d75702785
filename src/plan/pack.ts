import { wordTable } from "../collections/word-table";
import * as z from "zod/mini";
import { shortened } from "../errors/shortened";
import { completePack } from "./defaults";
import { contradictionsOf } from "./pack-checks";
import { PackError, type PackProblem } from "./pack-problems";
import { writtenPackSchema, type Pack } from "./schema";
import { someOf } from "./wording";

export { PackError } from "./pack-problems";

/**
 * Reads a plan pack from parsed JSON, with all that its author left out filled in.
 * @throws {PackError} with each entry's name and the reason, where the shape is wrong, where something cannot be
 * filled in without guessing, or where the pack contradicts itself (an unknown metric in a target, a window that ends
 * before it starts, an id there twice).
 */
export function readPack(json: unknown): Pack {
  const parsed = z.safeParse(writtenPackSchema, json, { reportInput: true });
  if (!parsed.success) throw new PackError(parsed.error.issues.map(problemOf), json);
  const { pack, problems } = completePack(parsed.data);
  const all = [...problems, ...contradictionsOf(pack)];
  if (all.length > 0) throw new PackError(all, json);
  return pack;
}

type Issue = z.core.$ZodIssue;

function problemOf(issue: Issue): PackProblem {
  const path = pathOf(issue.path);
  return { path, reason: `${fieldOf(path)} ${reasonOf(issue)}` };
}

function pathOf(steps: Issue["path"]): string {
  const written = steps.reduce<string>(
    (text, step) => text + (typeof step === "number" ? `[${step}]` : `.${String(step)}`),
    "",
  );
  return written.replace(/^\./, "");
}

/** The field within its entry, as it is written: "“due.late”". */
function fieldOf(path: string): string {
  const field = path.replace(/^\w+\[\d+\]\.?/, "");
  return field === "" ? "it" : `“${field}”`;
}

/** The kinds that a part of a pack may be of, by the part's last key but `kind`. */
const KINDS: Readonly<Record<string, string>> = wordTable({
  goal: "level, change, band or yes",
  due: "date, window or inForce",
});

function reasonOf(issue: Issue): string {
  if (issue.input === undefined && issue.path.length > 0) return "is missing";
  switch (issue.code) {
    case "invalid_type":
      return `should be ${kindWords(issue.expected)}${insteadOf(issue.input)}`;
    case "invalid_value":
      return `should be one of ${issue.values.map(String).join(", ")}${insteadOf(issue.input)}`;
    case "invalid_union":
      return `should be ${KINDS[String(issue.path.at(-2))] ?? "of a kind that a plan pack knows"}`;
    case "unrecognized_keys":
      return `has ${someOf(issue.keys.map((key) => `“${shortened(key)}”`))}, which ${issue.keys.length === 1 ? "is" : "are"} not part of a plan pack`;
    case "invalid_format":
      return `should be written like ${issue.pattern === undefined ? issue.format : example(issue.pattern)}${insteadOf(issue.input)}`;
    case "too_small":
      return issue.origin === "number" ? boundsOf(issue) : "is empty or too short";
    case "too_big":
      return issue.origin === "number" ? boundsOf(issue) : `is longer than ${String(issue.maximum)} characters`;
    default:
      return "is not what a plan pack holds here";
  }
}

/** "should be from 0 to 100, for it is a share, not -5". */
function boundsOf({ message, input }: Issue): string {
  return `should be ${message}, not ${String(input)}`;
}

/** ", not “soon”", where a short text stands in the place of something else. */
function insteadOf(input: unknown): string {
  return typeof input === "string" && input.length <= 40 ? `, not “${input}”` : "";
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
