// The team view of 20,000 people, 100 courses and two years: opening it and filtering, beside plain SQL.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runnerImport } from 'vite';
import { median } from './median.mjs';

const rounds = 3;
const root = path.join(import.meta.dirname, '..', '..');

/** @returns {Promise<import('./run.mjs').Row[]>} */
export async function team() {
  /** @typedef {typeof import('./team-service')} Bench */
  const imported = await runnerImport(path.join(import.meta.dirname, 'team-service.ts'), {
    root,
    configFile: false,
    logLevel: 'warn',
  });
  const bench = /** @type {Bench} */ (imported.module);
  const data = mkdtempSync(path.join(tmpdir(), 'deskwise-team-'));
  try {
    const made = bench.makeTeam(data);
    const { open, plain } = bench.teamOver(path.join(root, 'courses'), data);
    // What courses show is counted once, after they were read, and not while anybody waits.
    const first = open();
    first.figures(everything);
    await first.idle();
    first.close();
    const opening = [];
    const plainOpening = [];
    const filtering = [];
    const plainFiltering = [];
    const listing = [];
    for (let round = 0; round < rounds; round++) {
      const view = open();
      opening.push(timeOf(() => view.figures(everything)));
      const { blocks } = view.figures(everything);
      for (const [at, { key }] of blocks.entries()) {
        const course = `course-${(at * 7) % bench.courses}`;
        const year = at % 3 === 0 ? 2026 : null;
        const filters = [{ block: key }, { course }, { block: key, course, year }];
        for (const filter of filters)
          filtering.push(timeOf(() => view.figures({ ...everything, ...filter })));
        const asked = { block: key, course: null, from: 0, count: 100, language: 'en' };
        listing.push(timeOf(() => view.people({ ...asked, state: 'open' })));
      }
      view.close();
      const sql = plain();
      plainOpening.push(timeOf(sql.open));
      for (let at = 0; at < 30; at++)
        plainFiltering.push(timeOf(() => sql.filter(at + 1, ((at * 7) % bench.courses) + 1)));
      sql.close();
    }
    return [
      row({
        name: `opening the team view, ${made} statements counted`,
        value: median(opening),
        reference: `counting by plain SQL: ${median(plainOpening).toFixed(0)} ms`,
        ratio: median(opening) / median(plainOpening),
        most: 2000,
      }),
      row({
        name: 'choosing a unit, a course or a year, 95th percentile',
        value: slowest(filtering),
        reference: `one unit and course by plain SQL: ${slowest(plainFiltering).toFixed(1)} ms`,
        ratio: slowest(filtering) / slowest(plainFiltering),
        most: 100,
      }),
      row({
        name: 'a page of who has not finished, 95th percentile',
        value: slowest(listing),
        reference: `one unit and course by plain SQL: ${slowest(plainFiltering).toFixed(1)} ms`,
        ratio: slowest(listing) / slowest(plainFiltering),
        most: 100,
      }),
    ];
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** @type {{ block: number | null, course: string | null, year: number | null, language: string }} */
const everything = { block: null, course: null, year: null, language: 'en' };

/** @param {{ name: string, value: number, reference: string, ratio: number, most: number }} measured */
const row = ({ most, ...measured }) => ({
  ...measured,
  unit: 'ms',
  goal: `≤ ${most} ms`,
  holds: measured.value <= most,
});

/** @param {() => unknown} work */
function timeOf(work) {
  const from = performance.now();
  work();
  return performance.now() - from;
}

/**
 * One in twenty is slower.
 * @param {number[]} figures
 */
function slowest(figures) {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? 0;
}
