import type { Choices } from "../outcome";
import { llrPack } from "../plan/llr";
import { readPack } from "../plan/pack";
import type { Pack } from "../plan/schema";
import type { OpenedExcel } from "../standin/index";
import { readInput, writeOutput } from "./files";
import type { ExcelCost } from "./json";
import { NotDone } from "./not-done";
import { checkOrganisations, type Options } from "./options";

/** The plan named with --plan, else the LLR plan. @throws {NotDone} when the file is no JSON; PackError when it is no plan pack. */
export function planOf(options: Options): Pack {
  const pack = options.plan === null ? llrPack : readPack(planFile(options.plan));
  checkOrganisations(options.organisations, pack);
  return pack;
}

function planFile(file: string): unknown {
  const text = new TextDecoder().decode(readInput(file));
  try {
    return JSON.parse(text);
  } catch {
    throw new NotDone(`${file} is not JSON, so it is no plan pack. See docs/plan-pack.schema.json for what one holds.`);
  }
}

export function choicesOf(options: Options): Choices {
  return {
    asOf: options.asOf,
    today: today(),
    period: options.period,
    organisations: options.organisations,
  };
}

/** The one place in the commands that reads the clock. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

export function costOf(excel: OpenedExcel, sheetsWritten: readonly string[]): ExcelCost {
  const { requests, bytesSent, bytesReceived } = excel.counters;
  return { requests, bytesSent, bytesReceived, sheetsWritten };
}

/** JSON to the file named with --json, or alone on standard output for "-". */
export function writeJson(options: Options, json: unknown): void {
  if (options.json === null) return;
  const text = `${JSON.stringify(json, null, 2)}\n`;
  if (options.json === "-") process.stdout.write(text);
  else writeOutput(options.json, text);
}
