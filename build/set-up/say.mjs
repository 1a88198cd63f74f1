// How the scripts of this folder speak: one plain line a step, on stderr, so that stdout belongs
// to what they start.

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Something the person can put right: what is wrong, and what to do about it. */
export class Problem extends Error {
  /**
   * @param {string} what
   * @param {string} fix
   */
  constructor(what, fix) {
    super(`${what}\n${fix}`);
  }
}

/**
 * Runs a script's work; a Problem is told in its own words, anything else with its stack.
 * @param {() => Promise<number>} work gives the exit code
 */
export async function tell(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    const known = error instanceof Problem;
    say(known ? `\n${error.message}` : String(error instanceof Error ? error.stack : error));
    process.exitCode = 1;
  }
}
