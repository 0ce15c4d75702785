import path from "node:path";
import { readCarried } from "../excel/state";
import { readWorkbook } from "../excel/read";
import { runExcel } from "../excel/run";
import type { Choices, Outcome } from "../outcome";
import { llrPack } from "../plan/llr";
import { readPack } from "../plan/pack";
import type { Pack } from "../plan/schema";
import { follow } from "../road";
import { openExcel } from "../standin/index";
import { readInput, writeOutput } from "./files";
import type { ExcelCost } from "./json";
import { NotDone } from "./notDone";
import { checkOrganisations, type Options } from "./options";

export type Excel = Awaited<ReturnType<typeof openExcel>>;

/** A return opened on the stand-in, with all that is known of it. */
export interface OpenReturn {
  readonly excel: Excel;
  readonly fileName: string;
  readonly outcome: Outcome;
  /** What Excel has been asked for so far. */
  readonly cost: (sheetsWritten: readonly string[]) => ExcelCost;
}

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

/** Opens, reads and assesses one workbook with the add-in's own code. @throws {NotDone} when it holds nothing the plan knows. */
export async function openReturn(file: string, bytes: Uint8Array, pack: Pack, options: Options): Promise<OpenReturn> {
  const fileName = path.basename(file);
  const excel = await openExcel(bytes, { fileName });
  const { snapshot, carried } = await runExcel(excel.Excel, async (context) => {
    const snapshot = await readWorkbook(context, { fileName });
    return { snapshot, carried: readCarried(snapshot) };
  });
  const outcome = follow(snapshot, pack, choicesOf(options), carried);
  if (outcome.reading.observations.length === 0 && outcome.reading.actions.length === 0) {
    throw new NotDone(nothingFound(file, outcome));
  }
  return { excel, fileName, outcome, cost: (sheetsWritten) => costOf(excel, sheetsWritten) };
}

function nothingFound(file: string, outcome: Outcome): string {
  const first = outcome.reading.notUnderstood[0];
  if (!first) {
    return `${file} holds no table that ${outcome.pack.name} recognises. A return needs metric names with figures beside or below them, for an organisation of the plan and a period.`;
  }
  return `Nothing in ${file} could be understood; the first figure is at ${first.place.cell}: ${first.reason}`;
}

function choicesOf(options: Options): Choices {
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

function costOf(excel: Excel, sheetsWritten: readonly string[]): ExcelCost {
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
