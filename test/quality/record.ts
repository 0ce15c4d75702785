import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** One line of a tool's results: what was looked at, and figures by their names. */
export type Result = Readonly<Record<string, string | number | null>>;

/** What a tool found, as test/quality/ keeps it for docs/quality.md. */
export interface ToolRecord {
  readonly tool: string;
  /** The command that does it again. */
  readonly command: string;
  /** "2026-11-28" */
  readonly date: string;
  /** "2 cores, 23 GB, Node 20.20, linux x64" */
  readonly machine: string;
  readonly results: readonly Result[];
}

/**
 * Keeps a tool's results in test/quality/, in place of those of its last run.
 *
 * @param script what makes them again, where it is not the script of the tool's name as it was called.
 */
export function record(tool: string, results: readonly Result[], script = asCalled(tool)): void {
  const command = `npm run ${script}`;
  const made: ToolRecord = { tool, command, date: new Date().toISOString().slice(0, 10), machine: machine(), results };
  writeFileSync(placeOf(tool), `${JSON.stringify(made, null, 2)}\n`);
}

/** What is kept of a tool's last run; null where nothing is. */
export function recorded(tool: string): ToolRecord | null {
  const place = placeOf(tool);
  return existsSync(place) ? (JSON.parse(readFileSync(place, "utf8")) as ToolRecord) : null;
}

/** What is kept of each tool's last run, by its name. */
export function allRecorded(): ReadonlyMap<string, ToolRecord> {
  const tools = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => path.basename(name, ".json"));
  return new Map(tools.flatMap((tool) => [recorded(tool) ?? []].flat().map((each) => [tool, each] as const)));
}

const folder = path.join("test", "quality");
const placeOf = (tool: string): string => path.join(folder, `${tool}.json`);

function asCalled(tool: string): string {
  const given = process.argv.slice(2).filter((each) => each !== "--record");
  return [tool, ...(given.length > 0 ? ["--", ...given.map(shown)] : [])].join(" ");
}

/** Where a person keeps their files is not for others. */
function shown(argument: string): string {
  const bare = /[\\/]/.test(argument) ? path.basename(argument) : argument;
  return /\s/.test(bare) ? `"${bare}"` : bare;
}

function machine(): string {
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const node = process.versions.node.split(".").slice(0, 2).join(".");
  return `${os.availableParallelism()} cores, ${memory} GB, Node ${node}, ${os.platform()} ${os.arch()}`;
}
