// How likely it is that something happens as often as it did, by chance alone.

/**
 * The chance that at least `least` things happen, of which each has a chance of its own and none
 * minds the others: the upper tail of the Poisson binomial distribution. Exact, in
 * `chances.length * least` steps.
 */
export function chanceOfAtLeast(least: number, chances: readonly number[]): number {
  // How likely it is that 0, 1, 2 … have happened so far; the last one stands for more as well.
  const happened: number[] = Array.from({ length: least + 1 }, (_, count) => (count === 0 ? 1 : 0));
  for (const chance of chances) {
    let oneLess = 0;
    for (const [count, now] of happened.entries()) {
      happened[count] = oneLess * chance + now * (count === least ? 1 : 1 - chance);
      oneLess = now;
    }
  }
  // Many roundings may add up to a little more than is possible.
  return Math.min(1, happened.at(-1) ?? 0);
}
