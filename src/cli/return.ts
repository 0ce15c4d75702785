import type { Choices } from "../outcome";
import { llrPack } from "../plan/llr";
import { readPack } from "../plan/pack";
import type { Pack } from "../plan/schema";
import type { OpenedExcel } from "../standin/index";
import { readInput } from "./files";
import type { ExcelCost } from "./json";
import { NotDone } from "./not-done";
import { checkOrganisations, type Options } from "./options";
import { writeOutputs } from "./outputs";

/** The plan named with --plan, else the LLR plan. @throws {NotDone} when the file is no JSON; PackError when it is no plan pack. */
export function planOf(options: Options): Pack {
  const pack = options.plan === null ? llrPack : readPack(planFile(options.plan));
  checkOrganisations(options.organisations, pack);
  return pack;
}

function planFile(file: string): unknown {
  const bytes = readInput(file, "plan");
  try {
    return JSON.parse(new TextDecoder(encodingOf(bytes)).decode(bytes));
  } catch {
    throw new NotDone(`${file} is not JSON, so it is no plan pack. See docs/plan-pack.schema.json for what one holds.`);
  }
}

/** By the file's first two bytes: Windows' own programs write UTF-16 with a mark there. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
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

/** The file named with --json; null where there is none or "-" asks for standard output. */
export function jsonFile(options: Options): string | null {
  return options.json === "-" ? null : options.json;
}

/** JSON to the file named with --json beside the other files, all or none; or alone on standard output for "-". */
export function writeResult(options: Options, json: unknown, others: Parameters<typeof writeOutputs>[0] = []): void {
  const file = jsonFile(options);
  const content = `${JSON.stringify(json, null, 2)}\n`;
  writeOutputs(file === null ? others : [...others, { file, content }]);
  if (options.json === "-") process.stdout.write(content);
}
