// Figures about questions, made no more exact than those of a group may be.
import { expect, test } from 'vitest';
import type { ItemFigures } from '../studio/item-analysis';
import { questionFigures } from './questions';

const figures: ItemFigures = {
  ...{ lesson: 'a', item: 'one', revision: 'r', people: 13, rightAtFirst: 6 / 13 },
  ...{ leftOut: 0, discrimination: null, hints: 0, tempting: null },
};
const leftOutOf = (leftOut: number) =>
  questionFigures({ people: 13, tooFew: 0, leftOut, items: [{ ...figures, leftOut }] }).map(
    (each) => [each.people, each.leftOut],
  );

test('answers to other revisions are said in whole fives, and fewer than five not at all', () => {
  expect([4, 5, 12].flatMap(leftOutOf)).toEqual([
    [10, 0],
    [10, 5],
    [10, 10],
  ]);
});
