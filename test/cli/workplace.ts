import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { run } from "../../src/cli/run";

export const sample = path.resolve(__dirname, "../../assets/sample-return.xlsx");

/** A folder of the test's own, taken away afterwards. */
export function workplace(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "green-plan-cli-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs a command as the terminal would and keeps what it says. */
export async function terminal(...args: string[]): Promise<Ran> {
  const said = { out: "", error: "" };
  const keep = (to: "out" | "error") => (text: string | Uint8Array) => {
    said[to] += String(text);
    return true;
  };
  const out = jest.spyOn(process.stdout, "write").mockImplementation(keep("out"));
  const error = jest.spyOn(process.stderr, "write").mockImplementation(keep("error"));
  try {
    const code = await run(args);
    return { code, ...said };
  } finally {
    out.mockRestore();
    error.mockRestore();
  }
}
