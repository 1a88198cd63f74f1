// A program and all the processes it has started, as the system lists them.
import { execFileSync } from 'node:child_process';

/**
 * A process and all below it, the oldest first: a parent killed first cannot start anything anew.
 * @param {number} pid
 * @returns {number[]}
 */
export function familyOf(pid) {
  const all = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  /** @type {(parent: number) => number[]} */
  const below = (parent) =>
    all.filter(([, of]) => of === parent).flatMap(([child = 0]) => [child, ...below(child)]);
  return [pid, ...below(pid)];
}

/**
 * Ends them all at once, as a power cut does.
 * @param {number} pid
 */
export function killFamily(pid) {
  for (const each of familyOf(pid)) {
    try {
      process.kill(each, 'SIGKILL');
    } catch {
      // It went with its parent.
    }
  }
}
