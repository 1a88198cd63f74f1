// Figures about questions: right for the numbers, and silent about few people.
import { describe, expect, test } from 'vitest';
import type { LearningEvent } from '../learning/events';
import { analyseItems } from './item-analysis';

let clock = 0;
const stamp = (item: string) => ({
  id: '01900000-0000-7000-8000-000000000000',
  learner: '01900000-0000-7000-8000-000000000000',
  device: '01900000-0000-7000-8000-000000000000',
  at: new Date(++clock * 1000).toISOString(),
  course: 'desk',
  version: '1.0.0',
  lesson: 'locks',
  item,
  revision: 'r',
  attempt: 1,
});

const answers = (item: string, share: number, answer: number[] = [0]): LearningEvent => ({
  type: 'item.answered',
  ...stamp(item),
  answer,
  share,
  possible: 1,
  hintCost: 0,
  final: true,
  sure: null,
  seconds: null,
  language: 'en',
  pass: 80,
});

const hint = (item: string): LearningEvent => ({ type: 'item.hinted', ...stamp(item) });

describe('the questions', () => {
  test('are counted by their first answers, the hardest first', () => {
    const learners = Array.from({ length: 10 }, (_, n) => [
      answers('easy', n < 9 ? 1 : 0),
      hint('hard'),
      answers('hard', n < 2 ? 1 : 0, [n < 2 ? 0 : n % 2 === 0 ? 1 : 2]),
      answers('hard', 1),
    ]);
    const { people, items, tooFew } = analyseItems(learners, 'desk');
    expect(people).toBe(10);
    expect(tooFew).toBe(0);
    expect(items).toEqual([
      expect.objectContaining({ item: 'hard', people: 10, rightAtFirst: 0.2, hints: 1 }),
      expect.objectContaining({ item: 'easy', people: 10, rightAtFirst: 0.9, hints: 0 }),
    ]);
    expect(items[0]?.tempting).toEqual({ answer: [1], people: 4 });
    // One person's wrong answer is nobody else's business.
    expect(items[1]?.tempting).toBe(null);
  });

  test('that the good get right and the weak do not tell them apart; the other way round mislead', () => {
    const learners = Array.from({ length: 20 }, (_, n) => {
      const isGood = n < 10;
      return [
        answers('one', isGood ? 1 : 0),
        answers('two', isGood ? 1 : 0),
        answers('three', isGood ? 1 : 0),
        answers('turned', isGood ? 0 : 1),
        answers('same', 1),
      ];
    });
    const of = (item: string) =>
      analyseItems(learners, 'desk').items.find((each) => each.item === item)?.discrimination;
    expect(of('one')).toBeGreaterThan(0.3);
    expect(of('turned')).toBeLessThan(-0.3);
    expect(of('same')).toBe(null);
  });

  test('that fewer than five people answered, and those of other courses, say nothing', () => {
    const learners = Array.from({ length: 4 }, () => [answers('rare', 0)]);
    const none = { items: [], tooFew: 0, leftOut: 0 };
    expect(analyseItems(learners, 'desk')).toEqual({ people: 4, ...none, tooFew: 1 });
    expect(analyseItems(learners, 'another')).toEqual({ people: 0, ...none });
    expect(analyseItems([], 'desk')).toEqual({ people: 0, ...none });
  });

  /** Twelve had the old question wrong; seven of them and nobody else met the new one, and had it right. */
  const changed = () => {
    const of = (revision: string, event: LearningEvent): LearningEvent =>
      ({ ...event, revision }) as LearningEvent;
    const before = Array.from({ length: 12 }, () => [
      of('old', hint('one')),
      of('old', answers('one', 0, [1])),
      of('old', hint('one')),
    ]);
    return before.map((events, n) => [
      ...events,
      ...(n < 7 ? [of('new', hint('one')), of('new', answers('one', 1)), answers('other', 1)] : []),
    ]);
  };

  test('that were changed are figures of the newest revision, and say how many answers that leaves out', () => {
    const { people, leftOut, items, tooFew } = analyseItems(changed(), 'desk');
    expect({ people, leftOut, tooFew }).toEqual({ people: 12, leftOut: 12, tooFew: 0 });
    expect(items.find(({ item }) => item === 'one')).toMatchObject({
      ...{ revision: 'new', people: 7, rightAtFirst: 1, hints: 1, tempting: null, leftOut: 12 },
    });
    expect(items.find(({ item }) => item === 'other')).toMatchObject({ people: 7, leftOut: 0 });
  });

  test('are those of the course at hand, where somebody answered them', () => {
    const of = (here: string) => {
      const { items } = analyseItems(changed(), 'desk', (_, item) =>
        item === 'one' ? here : undefined,
      );
      return items.find(({ item }) => item === 'one');
    };
    expect(of('old')).toMatchObject({ revision: 'old', people: 12, rightAtFirst: 0, leftOut: 7 });
    expect(of('old')?.tempting).toEqual({ answer: [1], people: 12 });
    expect(of('draft')).toMatchObject({ revision: 'new', people: 7, leftOut: 12 });
  });
});
