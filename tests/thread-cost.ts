// How much work something is: judged by this thread alone, which other programs do not lengthen.

/** Milliseconds of this thread's own work for one run: over many, as the clock ticks coarsely. */
function cost(work: () => void): number {
  const before = process.threadCpuUsage();
  for (let runs = 1; ; runs++) {
    work();
    const { user, system } = process.threadCpuUsage(before);
    const spent = (user + system) / 1000;
    if (spent >= 60) return spent / runs;
  }
}

/**
 * Sixteen times the text takes sixteen times the work, quadratic time would take 256 times: the
 * line is drawn at 64. Cold caches, or a collection of garbage, get six chances.
 */
export const linear = 64;
export function growth(work: (n: number) => () => void, n = 8000): number {
  const times: number[] = [];
  for (let chance = 0; chance < 6; chance++) {
    times.push(cost(work(n)) / cost(work(n / 16)));
    if ((times.at(-1) ?? 0) <= linear) break;
  }
  return Math.min(...times);
}
