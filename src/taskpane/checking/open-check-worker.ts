/** Starts the worker that checks. In a file of its own, since only a bundler understands its address. */
export function openCheckWorker(): Worker {
  return new Worker(new URL("./check-worker.ts", import.meta.url), { name: "check" });
}
