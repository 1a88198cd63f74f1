// Slow work: one piece after the other, and whatever becomes of one, the next has its turn.
import { expect, test } from 'vitest';
import { SlowWork } from './slow-work';

test('what fails, and cannot even be noted as failed, is shown so and keeps nothing else waiting', async () => {
  let ends = 0;
  const work = new SlowWork({
    onProgress: () => {},
    onEnd: () => ends++,
    failureOf: () => ({ kind: 'trouble' }),
  });
  const full = () => {
    throw new Error('the disk is full');
  };
  work.begin('a', full, full);
  await work.idle();
  expect(work.read()).toMatchObject({ state: 'failed', place: 'a', failed: { kind: 'trouble' } });
  expect(work.isBusy()).toBe(false);
  work.begin('b', async () => null);
  await work.idle();
  expect(work.read()).toMatchObject({ state: 'done', place: 'b' });
  expect(ends).toBe(2);
});
