// Trying out: a whole lesson is answered, and nobody's record knows of it.
import { expect, test } from 'vitest';
import { Pupil } from '../../../tests/unit/support/pupil';
import { Harness, uuid } from '../../../tests/unit/support/service';

test('what is tried is graded as ever, and is in no store', () => {
  const desk = new Harness();
  const { id } = new Pupil(desk);
  const before = desk.everything();
  const trial = desk.ask('trial.begin', { learner: id });
  expect(trial.id).not.toBe(id);
  const on = { learner: trial.id, language: 'en', course: 'safe-desk', lesson: 'locks' };
  const view = desk.ask('item.answer', {
    ...on,
    item: 'leaving',
    event: uuid(),
    answer: [0],
    seconds: 1,
  });
  expect(view.verdict).not.toBe(null);
  expect(desk.ask('lesson.read', on).items.find((each) => each.id === 'leaving')?.verdict).not.toBe(
    null,
  );
  desk.ask('learners.change', { learner: trial.id, settings: { theme: 'dark' } });
  expect(desk.everything()).toBe(before);
  expect(desk.ask('learners.list', {}).learners.map((each) => each.id)).toEqual([id]);
  // Anew is as if nothing had been done; ended it is gone.
  const again = desk.ask('trial.begin', { learner: id });
  expect(desk.failure('lesson.read', on)).toBe('not-found');
  const fresh = desk.ask('lesson.read', { ...on, learner: again.id });
  expect(fresh.items.every(({ verdict }) => verdict === null)).toBe(true);
  desk.ask('trial.end', {});
  expect(desk.failure('lesson.read', { ...on, learner: again.id })).toBe('not-found');
});
