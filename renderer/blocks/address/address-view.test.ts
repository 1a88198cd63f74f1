// What addresses begin with and miss.
import { expect, it } from 'vitest';
import { begin, missing } from './address-view';

const shown = { addresses: ['a.example', 'b.example'] };

it('begins with what was saved, as long as the addresses', () => {
  expect(begin(shown, null)).toEqual([null, null]);
  expect(begin(shown, [true, null, false])).toEqual([true, null]);
});

it('misses what was not judged', () => {
  expect(missing(shown, [null, false])).toEqual([0]);
});
