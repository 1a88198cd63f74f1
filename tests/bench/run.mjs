// `npm run bench -- [NAME…] [--json FILE]`: measures against a stated reference in the same run.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { answer } from './answer.mjs';
import { importing } from './import.mjs';
import { lesson } from './lesson.mjs';
import { pack } from './pack.mjs';
import { preview } from './preview.mjs';
import { search } from './search.mjs';
import { start } from './start.mjs';
import { sync } from './sync.mjs';
import { syncAnswer } from './sync-answer.mjs';
import { syncFolder } from './sync-folder.mjs';
import { team } from './team.mjs';

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {number} value
 * @property {string} unit
 * @property {string} reference what it is compared with, in words and with its figure
 * @property {number} ratio value against reference
 * @property {string} goal
 * @property {boolean} holds
 */

/** Each benchmark gives one row or more: adding one is a file and a line here. */
const benchmarks = {
  ...{ start, answer, lesson, search, preview, pack },
  ...{ import: importing, sync, team },
  'sync-answer': syncAnswer,
  'sync-folder': syncFolder,
};

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: { json: { type: 'string' } },
});
const names = Object.keys(benchmarks);
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No benchmark is called ${unknown.join(', ')}; there are ${names.join(', ')}.`);
  process.exit(2);
}

/** @type {Row[]} */
const rows = [];
for (const [name, measure] of Object.entries(benchmarks)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.log(`Measuring ${name} …`);
  rows.push(...(await measure()));
}
console.table(
  rows.map(({ value, ratio, ...row }) => ({
    name: row.name,
    value: `${value.toFixed(1)} ${row.unit}`,
    reference: row.reference,
    ratio: ratio.toFixed(2),
    goal: row.goal,
    holds: row.holds,
  })),
);
if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
