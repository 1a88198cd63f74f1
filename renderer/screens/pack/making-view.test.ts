// An export that cannot come to its end says so, instead of being made for ever.
import { expect, test } from 'vitest';
import { failureIn } from './making-view';

test('an export that was lost when the service began anew was interrupted', () => {
  expect(failureIn({ at: 'gone' }, false)).toEqual({ kind: 'interrupted', values: {} });
});

test('one that is thrown away after it was saved is no failure', () => {
  expect(failureIn({ at: 'gone' }, true)).toBeNull();
});

test('one that failed says why; one that goes on, or is done, has not failed', () => {
  const failure = { kind: 'disk-full', values: {} } as const;
  expect(failureIn({ at: 'failed', failure }, false)).toEqual(failure);
  expect(failureIn({ at: 'working', share: 0.5 }, false)).toBeNull();
  expect(failureIn({ at: 'ready', name: 'a.html', bytes: 1 }, false)).toBeNull();
});
