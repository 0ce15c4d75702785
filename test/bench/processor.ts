/** Milliseconds of processor time this process has had: what else the machine does counts little. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of processor time one call takes: the mean of as many as make a fifth of a second, three at least. */
export function meanTime(work: () => unknown): number {
  work();
  const start = processorTime();
  let times = 0;
  while (times < 3 || processorTime() - start < 200) {
    work();
    times += 1;
  }
  return (processorTime() - start) / times;
}
