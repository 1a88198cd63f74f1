// Two devices with real databases and a real learning record store: offline for a while, then one person again.
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LearningEvent } from '../../../../core/learning/events';
import { settings } from '../../../../core/settings';
import { type Lrs, startLrs } from '../../../../tests/lrs/start.mjs';
import { temporaryFolder } from '../../../../tests/unit/support/folders';
import { nodeWeb } from '../../../../tests/unit/support/node-web';
import { openStore } from '../../store/store';
import { LrsProvider } from './provider';

let lrs: Lrs;
// It is fetched the first time.
beforeAll(async () => {
  lrs = await startLrs();
}, 600_000);
afterAll(() => lrs?.close());

const account = { homePage: 'https://id.example', name: '01900000-0000-7000-8000-00000000cafe' };

function device(minute: number) {
  const store = openStore(temporaryFolder());
  const learner = uuidv7();
  const target = uuidv7();
  const begun = '2026-11-20T08:00:00.000Z';
  store.transact(() => store.learners.add(learner, 'Ada', settings.parse({}), begun));
  store.sync.switchOn({
    ...{ id: target, learner, kind: 'lrs', settings: {}, account, level: 'detail', past: true },
  });
  let answered = 0;
  return {
    ...{ learner, store },
    answer(item: string, share: number): LearningEvent {
      const at = new Date(Date.parse(begun) + (minute + 2 * answered++) * 60_000).toISOString();
      const event: LearningEvent = {
        ...{ type: 'item.answered', id: uuidv7(), learner, device: store.device, at },
        ...{ course: 'safe-desk', version: '1.0.0', lesson: 'locks', item, revision: 'r1' },
        ...{ attempt: 1, answer: { picked: [share] }, share, possible: 2, hintCost: 0 },
        ...{ final: true, sure: true, seconds: 4.5, language: 'en', pass: 80 },
      };
      store.record(event);
      return event;
    },
    /** Sends and fetches until there is nothing to do. */
    async sync() {
      const provider = new LrsProvider(
        {
          endpoint: lrs.endpoint,
          signIn: { kind: 'basic', secret: 'key:secret' },
          people: () => [account],
        },
        {
          ...{ web: nodeWeb, outbox: store.sync.outbox(target), inbox: store.sync.inbox(target) },
          ...{ now: () => Date.now(), random: () => 0 },
        },
      );
      for (;;) {
        const state = await provider.step(new AbortController().signal);
        if (state.kind === 'up-to-date') return;
        if (state.kind !== 'sending' && state.kind !== 'receiving') {
          throw new Error(JSON.stringify(state));
        }
      }
    },
    events: () =>
      store.events
        .ofHome(learner)
        .sort((a, b) => a.id.localeCompare(b.id))
        .map((each) => JSON.stringify(each)),
    course: () => store.states.ofCourse(learner, 'safe-desk'),
    aside: () => [...store.sync.setAside(target, 10), ...store.sync.inboxAside(target)],
  };
}

test('end with the same events, byte for byte, and the same progress', async () => {
  const desk = device(0);
  const laptop = device(1);
  const done: LearningEvent[] = [];
  for (let round = 0; round < 30; round++) {
    done.push(desk.answer(`item-${round % 7}`, round % 2));
    done.push(laptop.answer(`item-${round % 5}`, 1));
  }
  await desk.sync();
  await laptop.sync();
  laptop.store.sync.join(laptop.learner, desk.learner);
  done.push(laptop.answer('item-6', 0.5));
  await laptop.sync();
  await desk.sync();
  const all = done.map((each) => JSON.stringify(each)).sort();
  expect([...desk.events()].sort()).toEqual(all);
  expect([...laptop.events()].sort()).toEqual(all);
  expect(desk.course()).toEqual(laptop.course());
  expect(desk.course().items.size).toBe(7);
  expect([...desk.aside(), ...laptop.aside()]).toEqual([]);

  // Once more, with nothing new: nothing changes.
  const before = [desk.events(), laptop.events()];
  await desk.sync();
  await laptop.sync();
  expect([desk.events(), laptop.events()]).toEqual(before);
});
