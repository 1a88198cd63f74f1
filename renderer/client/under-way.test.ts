// What is under way is known until it ends, whichever page stands there.
import { expect, test } from 'vitest';
import { noteBegun, noteEnded, type UnderWay, underWay } from './under-way';

const one = (id: string, making: UnderWay['making']): UnderWay => ({
  ...{ id, course: 'desk', title: 'A safe desk', making, page: '/course/desk/share' },
});

test('exports are under way from their beginning to their end, each for itself', () => {
  noteBegun(one('a', 'elsewhere'));
  noteBegun(one('b', 'on-paper'));
  expect(underWay().map(({ id }) => id)).toEqual(['a', 'b']);
  noteEnded('a');
  noteEnded('a');
  expect(underWay()).toEqual([one('b', 'on-paper')]);
  noteEnded('b');
  expect(underWay()).toEqual([]);
});
