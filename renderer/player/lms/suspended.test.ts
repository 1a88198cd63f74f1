// The little room that platforms give: what goes in comes out, and too much gives up the least first.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resumed, suspended } from './suspended';

const noise = (length: number): string =>
  Array.from({ length }, (_, at) => ((at * 7919) % 9973).toString(36)).join('');

describe('suspending', () => {
  test('gives back every text, in signs that every platform keeps', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const held = suspended(() => text, 64_000) ?? '';
        expect(held).toMatch(/^[\x20-\x7e]*$/);
        expect(resumed(held)).toBe(text);
      }),
    );
  });

  test.each([
    [64_000, 'all'],
    [4096, 'answers'],
    [200, 'scores'],
  ] as const)('into %i characters goes: %s', (characters, parts) => {
    const sizes = { all: 4000, answers: 1000, scores: 20 };
    const held = suspended((each) => `${each} ${noise(sizes[each])}`, characters);
    expect(held?.length).toBeLessThanOrEqual(characters);
    expect(resumed(held ?? '')).toBe(`${parts} ${noise(sizes[parts])}`);
  });

  test('keeps what was kept before where nothing fits', () => {
    expect(suspended(() => noise(1000), 50)).toBe(null);
  });
});

test.each(['', 'null', 'viewed=1,2,3', 'dw1.', 'dw1.%%%', 'dw1.AAAA', 'dw2.abc'])(
  'takes nothing from what is not its own: %s',
  (text) => {
    expect(resumed(text)).toBe(null);
  },
);
