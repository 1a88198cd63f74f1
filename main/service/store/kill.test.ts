import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { uuid } from '../../../tests/unit/support/service';
import { openStore } from './store';

const rounds = 20;
let script: string;

beforeAll(async () => {
  const outDir = temporaryFolder();
  const addon = createRequire(import.meta.url).resolve('better-sqlite3');
  await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { 'better-sqlite3': pathToFileURL(addon).href } },
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(
        new URL('../../../tests/unit/support/record-for-ever.ts', import.meta.url),
      ),
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        external: /^file:/,
        output: { entryFileNames: 'record-for-ever.mjs', format: 'es' },
      },
    },
  });
  script = join(outDir, 'record-for-ever.mjs');
}, 60_000);

/** Lets it answer until it has said so a number of times, kills it, and gives what it said. */
function killAfter(answers: number, ...args: string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.split('\n').length > answers) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== null) reject(new Error(`it ended by itself with ${code}`));
      else resolve(said.split('\n').slice(0, -1));
    });
  });
}

/** What a killed process said was stored and is not. */
function lostIn(folder: string, learner: string, said: readonly string[]): string[] {
  const store = openStore(folder);
  try {
    const events = new Set(store.events.ofLearner(learner).map(({ id }) => id));
    const summaries = JSON.stringify([...store.states.ofLearner(learner)('safe-desk').items]);
    store.rebuild();
    const anew = JSON.stringify([...store.states.ofLearner(learner)('safe-desk').items]);
    expect(anew).toBe(summaries);
    return said.filter((id) => !events.has(id));
  } finally {
    store.close();
  }
}

test(`killed in the middle of answering ${rounds} times, it has lost no answer that it acknowledged`, async () => {
  const folder = temporaryFolder();
  const learner = uuid();
  const said: string[] = [];
  for (let round = 0; round < rounds; round++) {
    said.push(...(await killAfter(1 + ((round * 7) % 40), folder, learner)));
    expect(lostIn(folder, learner, said)).toEqual([]);
  }
  expect(said.length).toBeGreaterThan(rounds * 10);
}, 60_000);

test('one that acknowledges before it stores is caught', async () => {
  const folder = temporaryFolder();
  const learner = uuid();
  const said: string[] = [];
  for (let round = 0; round < rounds; round++) {
    said.push(...(await killAfter(3, folder, learner, 'early')));
    if (lostIn(folder, learner, said).length > 0) return;
  }
  expect.unreachable('no answer was lost');
}, 60_000);
