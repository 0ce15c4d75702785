import { readFileSync, writeFileSync } from "node:fs";

/** Forgets the most this process has held so far, where the system can; else a peak is the process's whole life's. */
export function startPeak(): void {
  global.gc?.();
  try {
    writeFileSync("/proc/self/clear_refs", "5");
  } catch {
    // Not Linux: nothing to forget.
  }
}

/** Megabytes the process held at most since `startPeak`. */
export function peak(): number {
  return Math.round((peakOnLinux() ?? process.resourceUsage().maxRSS) / 1024);
}

function peakOnLinux(): number | null {
  try {
    const found = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync("/proc/self/status", "utf8"));
    return found?.[1] === undefined ? null : Number(found[1]);
  } catch {
    return null;
  }
}
