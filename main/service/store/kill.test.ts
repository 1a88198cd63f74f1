import { beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { builtProgram, killAfter } from '../../../tests/unit/support/killed';
import { uuid } from '../../../tests/unit/support/service';
import { openStore } from './store';

const rounds = 20;
let script: string;

beforeAll(async () => {
  const source = new URL('../../../tests/unit/support/record-for-ever.ts', import.meta.url);
  script = await builtProgram(source);
}, 60_000);

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
    said.push(...(await killAfter(1 + ((round * 7) % 40), [script, folder, learner])));
    expect(lostIn(folder, learner, said)).toEqual([]);
  }
  expect(said.length).toBeGreaterThan(rounds * 10);
}, 60_000);

test('one that acknowledges before it stores is caught', async () => {
  const folder = temporaryFolder();
  const learner = uuid();
  const said: string[] = [];
  for (let round = 0; round < rounds; round++) {
    said.push(...(await killAfter(3, [script, folder, learner, 'early'])));
    if (lostIn(folder, learner, said).length > 0) return;
  }
  expect.unreachable('no answer was lost');
}, 60_000);
