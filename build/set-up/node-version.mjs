// Refuses a Node that is too old, in words. npm alone would only warn.
import { inProject, readJson } from './project.mjs';
import { Problem } from './say.mjs';

export function checkNode() {
  const wanted = readJson(inProject('package.json')).engines.node.replace(/[^\d.]/g, '');
  if (compare(process.versions.node, wanted) >= 0) return;
  throw new Problem(
    `This is Node ${process.versions.node}; the project needs ${wanted} or newer.`,
    'Install a newer Node (for instance with your version manager) and run the command again.',
  );
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  const numbers = (/** @type {string} */ version) => version.split('.').map(Number);
  const [x, y] = [numbers(a), numbers(b)];
  for (let i = 0; i < 3; i++) {
    const difference = (x[i] ?? 0) - (y[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
