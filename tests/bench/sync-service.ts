// Two devices of one person with real stores and a real learning record store between them, for the benchmark of sync.
import { setTimeout as wait } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { LearningEvent } from '../../core/learning/events';
import { settings } from '../../core/settings';
import { openStore } from '../../main/service/store/store';
import { FolderProvider } from '../../main/service/sync/folder/folder-provider';
import { LrsProvider } from '../../main/service/sync/lrs/provider';
import { nodeWeb } from '../unit/support/node-web';

const account = { homePage: 'https://id.example', name: 'b9f6' };
const items = 2000;

export type Desk = ReturnType<typeof openDesk>;

/** Everything in `data`, which whoever asked removes. */
export function openDesk(data: string) {
  const store = openStore(data);
  const learner = uuidv7();
  const target = uuidv7();
  const now = new Date().toISOString();
  store.transact(() => store.learners.add(learner, 'Ada', settings.parse({}), now));
  store.sync.switchOn({
    ...{ id: target, learner, kind: 'lrs', settings: {}, account, level: 'detail', past: false },
  });
  let made = 0;
  const answered = (): LearningEvent => ({
    ...{ type: 'item.answered', id: uuidv7(), learner, device: store.device },
    ...{ at: new Date().toISOString(), course: 'safe-desk', version: '1.0.0', lesson: 'locks' },
    ...{ item: `item-${++made % items}`, revision: 'r1', attempt: 1, answer: [2], share: 1 },
    ...{ possible: 1, hintCost: 0, final: true, sure: null, seconds: 4, language: 'en', pass: 80 },
  });
  const providerAt = (endpoint: string) =>
    new LrsProvider(
      { endpoint, signIn: { kind: 'basic', secret: 'key:secret' }, people: () => [account] },
      {
        ...{ web: nodeWeb, outbox: store.sync.outbox(target), inbox: store.sync.inbox(target) },
        ...{ now: () => Date.now(), random: Math.random },
      },
    );
  const counts = () => store.sync.outbox(target).counts();
  const signal = new AbortController().signal;

  return {
    count: store.events.count,
    counts,
    /** As many events, frozen for the store. */
    record(count: number): void {
      for (let left = count; left > 0; left -= 1000) {
        store.record(...Array.from({ length: Math.min(left, 1000) }, answered));
      }
    },
    /** What goes next, as it will be sent. */
    frozen: (count: number): string[] =>
      store.sync
        .outbox(target)
        .waiting(count, Number.MAX_SAFE_INTEGER)
        .map(({ json }) => json),
    /** Sends until so many arrived. */
    async send(endpoint: string, count: number): Promise<void> {
      const provider = providerAt(endpoint);
      const goal = counts().delivered + count;
      while (counts().delivered < goal) {
        const state = await provider.step(signal);
        if (state.kind !== 'sending') throw new Error(JSON.stringify(state));
      }
    },
    /** Fetches all that is there, and sends what is answered meanwhile. */
    async pull(endpoint: string): Promise<void> {
      const provider = providerAt(endpoint);
      for (;;) {
        const state = await provider.step(signal);
        if (state.kind === 'up-to-date') return;
        const isBusy = state.kind === 'receiving' || state.kind === 'sending';
        if (!isBusy) throw new Error(JSON.stringify(state));
      }
    },
    /** Writes into a shared folder what waits, and takes in all that others wrote there. */
    async share(folder: string): Promise<void> {
      const provider = new FolderProvider(
        { folder, device: store.device, people: [account] },
        {
          ...{ outbox: store.sync.outbox(target), inbox: store.sync.inbox(target) },
          ...{ sent: store.sync.sent(target), now: () => new Date(), log: () => {} },
        },
      );
      for (;;) {
        const state = await provider.step(signal);
        if (state.kind === 'up-to-date') return;
        const isBusy = state.kind === 'receiving' || state.kind === 'sending';
        if (!isBusy) throw new Error(JSON.stringify(state));
      }
    },
    /** How long single answers take meanwhile, in milliseconds, from when they are asked for. */
    async answerDuring(work: Promise<unknown>): Promise<number[]> {
      const times: number[] = [];
      let isOver = false;
      const end = work.finally(() => {
        isOver = true;
      });
      // Told at the end, when somebody listens.
      end.catch(() => {});
      while (!isOver) {
        const due = performance.now() + 25;
        await wait(25);
        store.record(answered());
        times.push(performance.now() - due);
      }
      await end;
      return times;
    },
    close: () => store.close(),
  };
}
