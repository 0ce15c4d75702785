import { parseArgs } from "node:util";
import { openExcel } from "../standin/index";
import { readInput } from "./files";
import { NotDone } from "./not-done";
import { checkOutputs, writeOutputs } from "./outputs";

const usage = "Usage: npm run standin -- SCRIPT.js [FILE] [--out F]";

/**
 * Runs a script with `Excel`, `Office` and `console` in scope over a workbook, or a blank one.
 *
 * @returns 0, or 1 when the script failed or could not be run; an Office error prints its code,
 * message and statement.
 */
export async function standin(args: string[]): Promise<number> {
  try {
    await runScript(args);
    return 0;
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    return 1;
  }
}

async function runScript(args: string[]): Promise<void> {
  const { positionals, values } = parsed(args);
  const [script, file, ...more] = positionals;
  if (script === undefined || more.length > 0) throw new NotDone(usage);
  const code = new TextDecoder().decode(readInput(script, "script"));
  const bytes = file === undefined ? undefined : readInput(file);
  checkOutputs({ "--out": values.out ?? null }, [script, file ?? null]);
  const excel = await openExcel(bytes, file === undefined ? {} : { fileName: file });
  try {
    await asyncFunction(code)(excel.Excel, excel.Office, console);
    if (values.out !== undefined) writeOutputs([{ file: values.out, content: await excel.save() }]);
  } finally {
    await excel.close();
  }
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { out: { type: "string" } } });
  } catch {
    throw new NotDone(usage);
  }
}

/** A function body may use `await` at its top level only when the function is async. */
function asyncFunction(code: string): (excel: unknown, office: unknown, console: Console) => Promise<unknown> {
  const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (...parts: string[]) => never;
  return new AsyncFunction("Excel", "Office", "console", code);
}

interface OfficeError extends Error {
  readonly code: string;
  readonly debugInfo?: { readonly statement?: string };
}

function isOfficeError(error: Error): error is OfficeError {
  return error.name === "RichApi.Error";
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!isOfficeError(error)) return error.message;
  const { code, message, debugInfo } = error;
  return `${code}: ${message}${debugInfo?.statement ? `\n  at ${debugInfo.statement}` : ""}`;
}
