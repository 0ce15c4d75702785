import { NotDone } from "./notDone";

type Command = (args: string[]) => Promise<number>;

/** Each command loads only what it needs. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  report: async () => (await import("./report")).report,
  validate: async () => (await import("./validate")).validate,
  template: async () => (await import("./template")).template,
  standin: async () => (await import("./standin")).standin,
  start: async () => (await import("./start")).start,
};

async function main([name = "", ...args]: string[]): Promise<number> {
  const load = commands[name];
  if (!load) throw new NotDone(`There is no command "${name}". The commands are ${Object.keys(commands).join(", ")}.`);
  return (await load())(args);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${sentenceFor(error)}\n`);
    process.exitCode = 2;
  },
);

/** Errors meant for the person carry their own sentence; anything else is our mistake and says so, without a trace. */
function sentenceFor(error: unknown): string {
  const known =
    error instanceof Error &&
    ["NotDone", "WorkbookFileError", "PackError", "ExcelTrouble", "NothingFound"].includes(error.name);
  if (known) return error.message;
  if (process.env["GREEN_PLAN_TRACE"] && error instanceof Error) return String(error.stack);
  return `Something went wrong in Green Plan Reporter itself: ${error instanceof Error ? error.message : String(error)}. Nothing was written; please report it.`;
}
