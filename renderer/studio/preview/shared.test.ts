// What did not change is the very object it was; what is given is always what is there now.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shared } from './shared';

test('whatever changes, what is given is what is there now', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      expect(JSON.stringify(shared(before, after))).toBe(JSON.stringify(after));
      expect(shared(before, structuredClone(before))).toEqual(before);
    }),
  );
  // Also where much is the same.
  const list = fc.array(fc.oneof(fc.nat(3), fc.array(fc.nat(2), { maxLength: 3 })), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(list, list, (before, after) => {
      expect(shared({ list: before }, { list: after })).toEqual({ list: after });
    }),
  );
});

test('what says the same is the same object, however deep', () => {
  const before = { a: [{ b: 1 }, { c: [2, 3] }], d: { e: 'f' } };
  const after = shared(before, { a: [{ b: 1 }, { c: [2, 4] }], d: { e: 'f' } });
  expect(after.a[0]).toBe(before.a[0]);
  expect(after.d).toBe(before.d);
  expect(after.a[1]).toEqual({ c: [2, 4] });
  expect(shared(before, structuredClone(before))).toBe(before);
  const lined = { line: 3, words: ['x'] };
  expect(shared(lined, { line: 4, words: ['x'] }, { withoutLines: true })).toBe(lined);
  expect(shared(lined, { line: 4, words: ['x'] })).toEqual({ line: 4, words: ['x'] });
});
