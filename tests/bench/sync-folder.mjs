// The shared folder of 10,000 devices with 100 events each, read by a team, beside reading the same bytes plainly.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { built } from './built.mjs';
import { median } from './median.mjs';

const devices = 10_000;
const events = 100;
const rounds = 3;
const megabyte = 1024 * 1024;

/** @typedef {{ milliseconds: number, events: number, peak: number, longest: number }} Measured */

/** @returns {Promise<import('./run.mjs').Row[]>} */
export async function syncFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskwise-sync-folder-'));
  try {
    const script = await built('tests/bench/sync-folder-reader.ts', path.join(folder, 'out'));
    const { lineOf, personKey } = await import(pathToFileURL(script).href);
    const share = path.join(folder, 'share');
    const bytes = writeShare(share, lineOf, personKey);
    /** @param {string} what */
    const measured = (what) => run(script, what, share, path.join(folder, 'places.json'));
    /** @type {Record<'plain' | 'parsed' | 'merge' | 'again' | 'listed', Measured[]>} */
    const all = { plain: [], parsed: [], merge: [], again: [], listed: [] };
    // In turn, so that all meet the disk in the same mood; the first round only warms it.
    for (let round = 0; round <= rounds; round++)
      for (const what of /** @type {const} */ (['plain', 'parsed', 'merge', 'again', 'listed'])) {
        const one = measured(what);
        if (what === 'merge' && one.events !== devices * events)
          throw new Error(`${one.events} events came of ${devices * events}`);
        if (what === 'again' && one.events !== 0)
          throw new Error(`${one.events} events came again`);
        if (round > 0) all[what].push(one);
      }
    const time = (/** @type {keyof typeof all} */ what) =>
      median(all[what].map(({ milliseconds }) => milliseconds));
    const perSecond = (/** @type {keyof typeof all} */ what) =>
      (devices * events) / (time(what) / 1000);
    const inK = (/** @type {keyof typeof all} */ what) =>
      `${(perSecond(what) / 1000).toFixed(0)} k`;
    const peak = Math.max(...all.merge.map((one) => one.peak));
    const longest = Math.max(...all.merge.map((one) => one.longest));
    const row = { name: '10,000 devices × 100 events merged', unit: 'events/s' };
    return [
      {
        ...row,
        value: perSecond('merge'),
        reference: `the same bytes plainly read: ${inK('plain')}/s`,
        ratio: perSecond('merge') / perSecond('plain'),
        // Most of it is JSON: checks and bookkeeping are what the next row measures.
        goal: '≥ 0.05 × plain reading',
        holds: perSecond('merge') >= 0.05 * perSecond('plain'),
      },
      {
        ...row,
        value: perSecond('merge'),
        reference: `read and parsed as JSON, line by line, unchecked: ${inK('parsed')}/s`,
        ratio: perSecond('merge') / perSecond('parsed'),
        goal: '≥ 0.5 × that',
        holds: perSecond('merge') >= 0.5 * perSecond('parsed'),
      },
      {
        name: 'a pass in which nothing is new',
        value: time('again'),
        unit: 'ms',
        reference: `listing and looking at each file: ${time('listed').toFixed(0)} ms`,
        ratio: time('again') / time('listed'),
        goal: '≤ 3 × that',
        holds: time('again') <= 3 * time('listed'),
      },
      {
        name: 'memory beyond the start while merging',
        value: peak / megabyte,
        unit: 'MB',
        reference: `all files together: ${(bytes / megabyte).toFixed(0)} MB`,
        ratio: peak / bytes,
        goal: '≤ 256 MB',
        holds: peak <= 256 * megabyte,
      },
      {
        name: 'the longest others wait while merging',
        value: longest,
        unit: 'ms',
        reference: 'an answer: 50 ms',
        ratio: longest / 50,
        goal: '≤ 50 ms',
        holds: longest <= 50,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * In a process of its own, whose memory is that of this reading alone.
 * @param {string} script
 * @param {string[]} args
 * @returns {Measured}
 */
function run(script, ...args) {
  const { stdout, status, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`reading failed: ${stderr}`);
  return JSON.parse(stdout);
}

/**
 * Gives how many bytes there are.
 * @param {string} share
 * @param {(json: string) => Buffer} lineOf
 * @param {(actor: { homePage: string, name: string }) => string} personKey
 */
function writeShare(share, lineOf, personKey) {
  let bytes = 0;
  for (let device = 0; device < devices; device++) {
    const actor = { homePage: 'https://norlund.example', name: randomUUID() };
    const folder = path.join(share, 'deskwise', '1', personKey(actor));
    mkdirSync(folder, { recursive: true });
    const lines = Buffer.concat(
      Array.from({ length: events }, (_, at) => lineOf(JSON.stringify(statement(actor, at)))),
    );
    bytes += lines.length;
    const file = path.join(folder, `${randomUUID()}.0001.jsonl`);
    // As it comes to be: some at a time.
    writeFileSync(file, lines.subarray(0, lines.length / 2));
    appendFileSync(file, lines.subarray(lines.length / 2));
  }
  return bytes;
}

/**
 * @param {{ homePage: string, name: string }} account
 * @param {number} at
 */
function statement(account, at) {
  const base = 'https://deskwise.org/xapi';
  const item = `${base}/courses/phishing-lab/items/question-${at}`;
  return {
    id: randomUUID(),
    actor: { objectType: 'Agent', account },
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { en: 'answered' } },
    object: {
      id: item,
      definition: { type: 'http://adlnet.gov/expapi/activities/cmi.interaction' },
    },
    result: { response: `answer-${at % 4}`, success: at % 3 > 0, score: { scaled: (at % 3) / 2 } },
    context: {
      registration: randomUUID(),
      platform: 'Deskwise',
      language: 'en',
      revision: '1.0.0',
      contextActivities: {
        parent: [{ id: `${base}/courses/phishing-lab/lessons/read-addresses` }],
        grouping: [{ id: `${base}/courses/phishing-lab` }],
      },
      extensions: { [`${base}/extensions/device`]: randomUUID() },
    },
    timestamp: new Date(1_795_000_000_000 + at * 60_000).toISOString(),
  };
}
