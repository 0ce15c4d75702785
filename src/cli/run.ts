import { wordTable } from "../collections/word-table";
import { PlainError } from "../errors/plain-error";
import { NotDone } from "./not-done";

type Command = (args: string[]) => Promise<number>;

/** Each command loads only what it needs. */
const commands: Readonly<Record<string, () => Promise<Command>>> = wordTable({
  report: async () => (await import("./report")).report,
  validate: async () => (await import("./validate")).validate,
  template: async () => (await import("./template")).template,
  standin: async () => (await import("./standin")).standin,
  start: async () => (await import("./start")).start,
});

/**
 * Runs one command as the terminal gave it.
 *
 * @returns its exit code: what the command says, or 2 when it could not be done, after one plain
 * sentence on standard error (cli-contract).
 */
export async function run(typed: readonly string[]): Promise<number> {
  const [name = "", ...args] = typed;
  try {
    const load = commands[name];
    if (!load) {
      throw new NotDone(`There is no command "${name}". The commands are ${Object.keys(commands).join(", ")}.`);
    }
    return await (
      await load()
    )(args);
  } catch (error) {
    process.stderr.write(`${readable(sentenceFor(error), typed)}\n`);
    return 2;
  }
}

const mostShown = 200;

/** Without the control characters of what was typed, and with what is too long of it cut in the middle. */
function readable(sentence: string, typed: readonly string[]): string {
  const long = typed.flatMap((each) => [each, ...each.split("=")]).filter((each) => each.length > mostShown);
  return long
    .reduce((text, each) => text.replaceAll(each, `${each.slice(0, 120)}…${each.slice(-60)}`), sentence)
    .replace(/\p{Cc}+/gu, " ");
}

/** A plain error's own sentence; anything else is our own mistake, and says so without a trace. */
export function sentenceFor(error: unknown): string {
  if (error instanceof PlainError) return error.message;
  if (process.env["GREEN_PLAN_TRACE"] && error instanceof Error) return String(error.stack);
  return `Something went wrong in Green Plan Reporter itself: ${error instanceof Error ? error.message : String(error)}. Nothing was written; please report it.`;
}
