import { mkdirSync, writeFileSync } from "node:fs";
import { benchReading } from "./reading";
import { benchRecheck } from "./recheck";
import { benchTrajectory } from "./trajectory";
import { benchValidation } from "./validation";

/** One measured figure. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/**
 * Everything we publish as a figure, measured in one run: `npm run bench`. The table goes to the
 * terminal, the same rows as JSON to out/bench.json.
 */
async function main(): Promise<void> {
  const rows: BenchRow[] = [];
  for (const [title, bench] of [
    ["Reading", benchReading],
    ["Validation", benchValidation],
    ["Checking again after an edit", benchRecheck],
    ["Trajectories", benchTrajectory],
  ] as const) {
    console.log(`\n${title}`);
    for (const row of await bench()) {
      rows.push(row);
      console.log(`  ${row.name.padEnd(68)} ${format(row.value).padStart(14)} ${row.unit}`);
    }
  }
  mkdirSync("out", { recursive: true });
  writeFileSync("out/bench.json", `${JSON.stringify({ node: process.version, rows }, null, 2)}\n`);
}

const format = (value: number) => value.toLocaleString("en-GB", { maximumFractionDigits: value < 100 ? 2 : 0 });

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
