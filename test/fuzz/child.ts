import { isJob, type Job } from "./pool";
import { judge, type Verdict } from "./judge";
import { mutantOf } from "./mutant";
import { allSources, type Source } from "./sources";

/** One process of the fuzzer: judges the mutants it is sent, one after another. */

const sources: Promise<readonly Source[]> = allSources(process.argv[2] ?? null);

process.on("message", (message: unknown) => {
  if (isJob(message)) void answer(message);
});
void sources.then(() => process.send?.("ready"));

async function answer(job: Job): Promise<void> {
  const { bytes } = mutantOf(job.seed, job.number, await sources);
  process.send?.(withMemory(await judge(bytes, job.whole)));
}

/** In megabytes: the most this process ever held, its own start among it. */
const memoryLimit = 1_500;

function withMemory(verdict: Verdict): Verdict {
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  if (verdict.fault !== null || memory <= memoryLimit) return verdict;
  return { ...verdict, outcome: "failed", fault: "memory", said: `${memory} MB` };
}

for (const event of ["uncaughtException", "unhandledRejection"] as const)
  process.on(event, (error: unknown) => {
    const said = error instanceof Error ? String(error.stack).slice(0, 600) : String(error);
    process.send?.({ outcome: "failed", fault: "an error nobody caught", said, cpu: 0 } satisfies Verdict, () =>
      process.exit(1),
    );
  });
