// `npm test`: every check there is, one after the other, each with its own count; `npm test --
// NAME …` runs some of them. A failed step does not stop the ones after it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { follow, wasInterrupted } from './set-up/follow.mjs';
import { inProject, npm, readJson, root } from './set-up/project.mjs';
import { say, tell } from './set-up/say.mjs';
import { setUp } from './set-up.mjs';
import { fromPlaywright, fromVitest } from './test-counts.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[][]} scripts of package.json, with arguments, one after the other
 * @property {string} [after] a step that has to run first
 * @property {import('./test-counts.mjs').Reader} [count] reads a report of single tests; a step
 *   without it counts as one
 * @property {(report: string) => { args: string[], env?: NodeJS.ProcessEnv }} [reporting] how
 *   that report is asked for
 */

/** @type {Step[]} */
const steps = [
  { name: 'types', scripts: [['check:types']] },
  { name: 'lint', scripts: [['check:lint']] },
  { name: 'arrows', scripts: [['check:arrows']] },
  { name: 'unused', scripts: [['check:unused']] },
  { name: 'words', scripts: [['check:words']] },
  {
    name: 'unit',
    scripts: [['unit']],
    count: fromVitest,
    reporting: (report) => ({
      args: ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    }),
  },
  {
    name: 'package',
    scripts: [
      ['package', '--dir'],
      ['package', '--flavour', 'test'],
    ],
  },
  {
    name: 'e2e',
    scripts: [['e2e']],
    after: 'package',
    count: fromPlaywright,
    reporting: (report) => ({
      args: ['--reporter=list,json'],
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    }),
  },
];

await tell(async () => {
  const chosen = choose(process.argv.slice(2));
  if (!chosen) return 2;
  const reports = mkdtempSync(path.join(tmpdir(), 'deskwise-test-'));
  /** @type {string[]} */
  const lines = [];
  /** @type {string[]} what failed is said once more where people look: at the end */
  const failures = [];
  /** @type {string[]} */
  const unsteady = [];
  const total = { passed: 0, failed: 0, skipped: 0 };
  const add = (
    /** @type {string} */ name,
    /** @type {import('./test-counts.mjs').Count} */ count,
    /** @type {number} */ started,
  ) => {
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    lines.push(`${name.padEnd(8)} ${inWords(count)} (${seconds} s)`);
    failures.push(...(count.failures ?? []));
    unsteady.push(...(count.unsteady ?? []));
    for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) {
      total[key] += count[key];
    }
  };
  try {
    // Not a step, unless it fails: then there is nothing to go on with.
    const runtime = await ready(add);
    for (const step of runtime ? chosen : []) {
      const started = Date.now();
      console.log(`\n── ${step.name} ──`);
      add(step.name, await perform(step, path.join(reports, `${step.name}.json`)), started);
      if (wasInterrupted()) break;
    }
    for (const failure of failures) console.log(`\n✗ ${failure.slice(0, 3000)}`);
    for (const name of unsteady) console.log(`\n~ passed at the second try only: ${name}`);
    console.log(`\n${lines.join('\n')}`);
    if (runtime) console.log(`on Electron ${runtime.electronVersion} (${runtime.runtime})`);
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  if (wasInterrupted()) total.failed += 1;
  console.log(inWords(total));
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
});

/** @param {string[]} names */
function choose(names) {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    say(
      `No step is called ${unknown.join(', ')}; there are ${steps.map(({ name }) => name).join(', ')}.`,
    );
    return undefined;
  }
  if (names.length === 0) return steps;
  const wanted = new Set(names);
  for (const step of [...steps].reverse()) {
    if (step.after && wanted.has(step.name)) wanted.add(step.after);
  }
  return steps.filter((step) => wanted.has(step.name));
}

/** @param {(name: string, count: import('./test-counts.mjs').Count, started: number) => void} add */
async function ready(add) {
  const started = Date.now();
  try {
    return await setUp({ display: true, tests: true });
  } catch (error) {
    say(String(error instanceof Error ? error.message : error));
    add('set-up', { passed: 0, failed: 1, skipped: 0 }, started);
    return undefined;
  }
}

/**
 * @param {Step} step
 * @param {string} report where its tests are to be listed, if it has any
 * @returns {Promise<import('./test-counts.mjs').Count>}
 */
async function perform(step, report) {
  const known = readJson(inProject('package.json')).scripts ?? {};
  const { args = [], env = {} } = step.reporting?.(report) ?? {};
  let failed = false;
  for (const [script, ...own] of step.scripts) {
    if (!known[script]) say(`package.json has no script “${script}”.`);
    const all = [...own, ...args];
    const { command, args: line, shell } = npm(['run', '--silent', script, '--', ...all]);
    const options = { cwd: root, shell, keyboard: false, env: { ...process.env, ...env } };
    if (!known[script] || (await follow(command, line, options)) !== 0) failed = true;
  }
  const count = step.count?.(report) ?? { passed: failed ? 0 : 1, failed: 0, skipped: 0 };
  // It ended badly, whatever its tests say: an error outside of them, or a report never written.
  if (failed && count.failed === 0) count.failed = 1;
  return count;
}

/** @param {import('./test-counts.mjs').Count} count */
function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
