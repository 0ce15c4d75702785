import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { calmly, codes, disturbances, halfway, tried, type Verdict } from "./run";
import { record, type Result } from "../quality/record";
import { sampleFile, scenesOn } from "./scenes";

/**
 * npm run faults -- [--file RETURN.xlsx] [--codes all|few] [--step 100] [--scene NAME] [--record]
 *
 * Makes Excel fail in every request of every scene, and says in how many cases what people wrote, or the next run, was
 * not as it should be. One line a scene, one line a case that went wrong; exit 1 where there is one.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      file: { type: "string" },
      codes: { type: "string", default: "all" },
      step: { type: "string", default: "100" },
      scene: { type: "string" },
      record: { type: "boolean", default: false },
    },
  });
  const file = values.file ? new Uint8Array(readFileSync(values.file)) : sampleFile;
  const of = values.codes === "all" ? codes : codes.slice(0, 1);
  const results: Result[] = [];
  for (const scene of (await scenesOn(file)).filter(({ name }) => !values.scene || name === values.scene)) {
    const calm = await calmly(scene);
    const counts = { tried: 0, stopped: 0, wrong: 0 };
    const count = (verdict: Verdict) => {
      counts.tried += 1;
      counts.stopped += Number(verdict.stopped);
      counts.wrong += Number(verdict.wrong.length > 0);
      if (verdict.wrong.length > 0) console.log(`  ${JSON.stringify(verdict.disturbance)} ${verdict.wrong.join("; ")}`);
    };
    for (const each of disturbances(calm, of)) count(await tried(scene, calm, each));
    for await (const verdict of halfway(scene, calm, { step: Number(values.step), code: "GeneralException" }))
      count(verdict);
    console.log(
      `${scene.name}: ${calm.requests} requests, ${counts.tried} tried, ${counts.stopped} stopped it, ${counts.wrong} wrong`,
    );
    results.push({ scene: scene.name, requests: calm.requests, ...counts });
  }
  if (values.record) record("faults", results);
  process.exitCode = results.some(({ wrong }) => wrong !== 0) ? 1 : 0;
}

void main();
