// Half an answer is never lost: saved in pauses, when leaving, and again after a failure.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { draftKeeper } from './draft-keeper';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function keep(save = vi.fn((_: string) => Promise.resolve())) {
  const saved = vi.fn();
  return { save, saved, keeper: draftKeeper<string>(save, saved) };
}

test('saves once the learner pauses, and only the last', async () => {
  const { keeper, save, saved } = keep();
  keeper.change('a');
  await vi.advanceTimersByTimeAsync(399);
  keeper.change('ab');
  await vi.advanceTimersByTimeAsync(399);
  expect(save).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(save.mock.calls).toEqual([['ab']]);
  expect(saved).toHaveBeenLastCalledWith(true);
});

test('saves at once when leaving, and not again', async () => {
  const { keeper, save } = keep();
  keeper.change('a');
  keeper.flush();
  keeper.flush();
  await vi.runAllTimersAsync();
  expect(save).toHaveBeenCalledTimes(1);
});

test('saves nothing when the whole answer is on its way', async () => {
  const { keeper, save } = keep();
  keeper.change('a');
  keeper.drop();
  keeper.flush();
  await vi.runAllTimersAsync();
  expect(save).not.toHaveBeenCalled();
});

test('keeps what could not be saved for the next time', async () => {
  const { keeper, save, saved } = keep(vi.fn((_: string) => Promise.reject(new Error('full'))));
  keeper.change('a');
  await vi.advanceTimersByTimeAsync(400);
  expect(saved).toHaveBeenLastCalledWith(false);
  save.mockImplementation(() => Promise.resolve());
  keeper.flush();
  await vi.runAllTimersAsync();
  expect(save.mock.calls).toEqual([['a'], ['a']]);
  expect(saved).toHaveBeenLastCalledWith(true);
});

test('does not put an old failure over a newer answer', async () => {
  let fail: (reason: Error) => void = () => {};
  const save = vi.fn((_: string) => Promise.resolve());
  save.mockImplementationOnce(
    () =>
      new Promise((_, reject) => {
        fail = reject;
      }),
  );
  const { keeper } = keep(save);
  keeper.change('a');
  keeper.flush();
  keeper.change('b');
  fail(new Error('full'));
  await vi.runAllTimersAsync();
  expect(save.mock.calls).toEqual([['a'], ['b']]);
});
