// What did not change is the very object it was; what is given is always what is there now.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLesson } from '../../../core/course/parse';
import { shared, sharedProse } from './shared';

const text = (...paragraphs: string[]): string =>
  `---\ntitle: T\nobjectives: [O]\n---\n${paragraphs.join('\n\n')}\n`;
const prose = (...paragraphs: string[]) => parseLesson('a.md', text(...paragraphs)).prose;

const three = ['One *word*.', '- a\n- b', 'Three.'];

describe('the nodes of a text', () => {
  test('of which nothing changed are all the same', () => {
    const before = prose(...three);
    sharedProse(before, prose(...three)).forEach((node, at) => {
      expect(node).toBe(before[at]);
    });
  });

  test('a letter more changes its paragraph alone', () => {
    const before = prose(...three);
    const after = sharedProse(before, prose('One *word*.', '- a\n- bx', 'Three.'));
    expect(after.map((node, at) => node === before[at])).toEqual([true, false, true]);
  });

  test('a paragraph more: those behind keep what is in them, and say their new line', () => {
    const before = prose(...three);
    const now = prose('One *word*.', 'New.', '- a\n- b', 'Three.');
    const after = sharedProse(before, now);
    expect(after).toEqual(now.map((node, at) => ({ ...after[at], line: node.line })));
    const [, , list] = after;
    expect(
      list?.type === 'list' && before[1]?.type === 'list' && list.items === before[1].items,
    ).toBe(true);
    expect(after.map(({ line }) => line)).toEqual(now.map(({ line }) => line));
  });
});

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
