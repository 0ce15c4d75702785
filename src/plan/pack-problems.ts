import { wordTable } from "../collections/word-table";
import { PlainError } from "../errors/plain-error";
import { shortened } from "../errors/shortened";

/**
 * What is wrong with a pack, said by the entry's own name ("action TR1: the completion date “soon” cannot be read"),
 * so that its author finds it without counting.
 */

/** One thing wrong in a pack: where, as a JSON path, and why. */
export interface PackProblem {
  /** "targets[3].metric" */
  readonly path: string;
  /** A phrase about the entry: "no metric is called NOPE". */
  readonly reason: string;
}

/** A plan pack that breaks the schema or contradicts itself. Its message names the first ten problems in words, as one sentence. */
export class PackError extends PlainError {
  override readonly name = "PackError";

  constructor(
    readonly problems: readonly PackProblem[],
    json: unknown,
  ) {
    super(messageOf(problems.map((each) => sentenceOf(each, json))));
  }
}

const MOST_SHOWN = 10;
/** Letters of one problem. */
const LONGEST = 400;

function messageOf(sentences: readonly string[]): string {
  const shown = sentences.slice(0, MOST_SHOWN);
  const more = sentences.length - shown.length;
  const rest = more > 0 ? `; and ${more} more ${more === 1 ? "problem" : "problems"}` : "";
  return `The plan pack cannot be used: ${shown.join("; ") || "it is wrong"}${rest}.`;
}

function sentenceOf({ path, reason }: PackProblem, json: unknown): string {
  const entry = entryOf(path, json);
  return shortened(entry === null ? reason : `${entry}: ${reason}`, LONGEST);
}

/** How the entries of each list are called, and the keys that name one. */
const ENTRIES: Readonly<Record<string, readonly [kind: string, ...keys: string[]]>> = wordTable({
  organisations: ["organisation", "code", "name"],
  areas: ["area", "prefix", "name"],
  metrics: ["metric", "id", "title"],
  targets: ["target", "id", "metric"],
  actions: ["action", "id", "title"],
  identities: ["identity of", "total"],
  orders: ["order of", "greater"],
  regional: ["regional table of", "metric"],
  conventions: ["convention", "id"],
  contradictions: ["contradiction", "id"],
  notes: ["note", "id"],
  changes: ["change", "id"],
  objectives: ["objective", "id"],
  supplierRoadmap: ["supplier roadmap step", "id"],
  priorities: ["priority", "id"],
  commitments: ["commitment", "id"],
});

/** "action TR1"; "action 3 of the list" where it has no name; null for what is the plan's own. */
function entryOf(path: string, json: unknown): string | null {
  const match = /^(\w+)\[(\d+)\]/.exec(path);
  const known = match === null ? undefined : ENTRIES[match[1] ?? ""];
  if (match === null || known === undefined) return null;
  const [kind, ...keys] = known;
  const index = Number(match[2]);
  const entry = valueAt(valueAt(json, match[1] ?? ""), index);
  const names = keys.map((key) => valueAt(entry, key)).filter((name) => typeof name === "string" && name !== "");
  return names.length === 0
    ? `${kind.replace(/ of$/, "")} ${index + 1} of the list`
    : `${kind} ${shortened(String(names[0]))}`;
}

function valueAt(json: unknown, key: string | number): unknown {
  return typeof json === "object" && json !== null ? (json as Readonly<Record<string, unknown>>)[key] : undefined;
}
