// A hundred thousand statements to a real learning record store and from it, beside bare requests with
// the same bytes, while somebody answers questions.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runnerImport } from 'vite';
import { root } from '../../build/set-up/project.mjs';
import { startLrs } from '../lrs/start.mjs';
import { median } from './median.mjs';

const statements = 100_000;
/** The store of the tests gets slower with all it holds: each slice goes to an empty one. */
const slices = 10;
const slice = statements / slices;
const batch = 50;
const page = 250;

/** @typedef {typeof import('./sync-service')} Bench */

/** @returns {Promise<import('./run.mjs').Row[]>} */
export async function sync() {
  const { module } = await runnerImport(path.join(import.meta.dirname, 'sync-service.ts'), {
    root,
    configFile: false,
    logLevel: 'warn',
  });
  const { openDesk } = /** @type {Bench} */ (module);
  const folder = mkdtempSync(path.join(tmpdir(), 'deskwise-bench-'));
  const desks = [openDesk(path.join(folder, 'one')), openDesk(path.join(folder, 'two'))];
  const [one, two] = /** @type {[import('./sync-service').Desk, import('./sync-service').Desk]} */ (
    desks
  );
  try {
    one.record(statements);
    const times = { send: [], bareSend: [], pull: [], barePull: [], answers: [], bareAnswers: [] };
    for (let turn = 0; turn < slices; turn++) {
      const bodies = one.frozen(slice);
      // In turn, so that both meet the machine in the same mood; every other time the other way round.
      const bare = () => withLrs((lrs) => barely(lrs, bodies, one, times));
      const ours = () => withLrs((lrs) => fully(lrs, one, two, times));
      for (const each of turn % 2 === 0 ? [bare, ours] : [ours, bare]) await each();
    }
    return rows(times);
  } finally {
    for (const desk of desks) desk.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @typedef {Record<'send' | 'bareSend' | 'pull' | 'barePull' | 'answers' | 'bareAnswers', number[]>} Times */

/** @param {(endpoint: string) => Promise<void>} work */
async function withLrs(work) {
  const lrs = await startLrs();
  try {
    await work(lrs.endpoint);
  } finally {
    await lrs.close();
  }
}

/** @param {() => Promise<unknown>} work */
async function timeOf(work) {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/**
 * @param {string} endpoint
 * @param {import('./sync-service').Desk} one
 * @param {import('./sync-service').Desk} two
 * @param {Times} times
 */
async function fully(endpoint, one, two, times) {
  const before = two.count();
  times.send.push(
    await timeOf(async () => {
      times.answers.push(...(await one.answerDuring(one.send(endpoint, slice))));
    }),
  );
  times.pull.push(
    await timeOf(async () => {
      times.answers.push(...(await one.answerDuring(two.pull(endpoint))));
    }),
  );
  if (two.count() - before !== slice) throw new Error('not all of it arrived');
}

const headers = {
  'content-type': 'application/json',
  'x-experience-api-version': '1.0.3',
  authorization: `Basic ${Buffer.from('key:secret').toString('base64')}`,
};

/**
 * The same bytes in the same batches, and the same pages, with nothing kept and nothing proved.
 * @param {string} endpoint
 * @param {string[]} bodies
 * @param {import('./sync-service').Desk} one
 * @param {Times} times
 */
async function barely(endpoint, bodies, one, times) {
  const answering = async (/** @type {Promise<void>} */ work) => {
    times.bareAnswers.push(...(await one.answerDuring(work)));
  };
  times.bareSend.push(await timeOf(() => answering(barelySent(endpoint, bodies))));
  const { actor } = JSON.parse(bodies[0] ?? '');
  times.barePull.push(await timeOf(() => answering(barelyFetched(endpoint, actor))));
}

/**
 * @param {string} endpoint
 * @param {string[]} bodies
 */
async function barelySent(endpoint, bodies) {
  for (let at = 0; at < bodies.length; at += batch) {
    const body = `[${bodies.slice(at, at + batch).join(',')}]`;
    const reply = await fetch(`${endpoint}/statements`, { method: 'POST', headers, body });
    if (reply.status !== 200) throw new Error(await reply.text());
    await reply.text();
  }
}

/**
 * @param {string} endpoint
 * @param {unknown} actor
 */
async function barelyFetched(endpoint, actor) {
  const agent = encodeURIComponent(JSON.stringify(actor));
  let since = '2000-01-01T00:00:00.000Z';
  for (let had = page; had >= page; ) {
    const query = `agent=${agent}&ascending=true&limit=${page}&since=${since}`;
    const reply = await fetch(`${endpoint}/statements?${query}`, { headers });
    const { statements: found } = /** @type {{ statements: { stored: string }[] }} */ (
      await reply.json()
    );
    had = found.length;
    since = found.at(-1)?.stored ?? since;
  }
}

/** @param {Times} times */
function rows({ send, bareSend, pull, barePull, answers, bareAnswers }) {
  const perSecond = (/** @type {number[]} */ all) => slice / (median(all) / 1000);
  const ratioOf = (/** @type {number[]} */ bare, /** @type {number[]} */ ours) =>
    median(bare.map((each, turn) => each / (ours[turn] ?? each)));
  const slow = slowOf(answers);
  const bareSlow = slowOf(bareAnswers);
  const sending = ratioOf(bareSend, send);
  const pulling = ratioOf(barePull, pull);
  return [
    {
      name: '100,000 statements sent to a real store',
      value: perSecond(send),
      unit: '/s',
      reference: `bare requests with the same bytes: ${perSecond(bareSend).toFixed(0)} /s`,
      ratio: sending,
      goal: '≥ 0.8 × bare',
      holds: sending >= 0.8,
    },
    {
      name: '100,000 statements fetched and learned from',
      value: perSecond(pull),
      unit: '/s',
      reference: `bare requests for the same: ${perSecond(barePull).toFixed(0)} /s`,
      ratio: pulling,
      goal: '≥ 0.1 × bare',
      holds: pulling >= 0.1,
    },
    {
      name: 'an answer stored meanwhile, 95th percentile',
      value: slow,
      unit: 'ms',
      reference: `beside bare requests: ${bareSlow.toFixed(1)} ms`,
      ratio: slow / bareSlow,
      goal: '≤ 50 ms',
      holds: slow <= 50,
    },
  ];
}

/**
 * One in twenty is slower.
 * @param {number[]} times
 */
const slowOf = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
