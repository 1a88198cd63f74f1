// A lesson played in memory: what did not change is the same view, what did is another.
import { expect, test } from 'vitest';
import type { Lesson } from '../course/course';
import { parseLesson } from '../course/parse';
import { Practice } from './practice';

const question = (id: string, words: string): string =>
  `::: choice #${id}\n${words}\n\n- [x] This\n- [ ] That\n\n> [!HINT] Look.\n> [!WHY] Because.\n:::\n`;

function lessonOf(...questions: string[]): Lesson {
  const text = `---\ntitle: T\nobjectives: [O]\n---\n\n${questions.join('\n')}`;
  const parsed = parseLesson('a.md', text);
  return {
    ...parsed,
    id: 'a',
    terms: [],
    broken: false,
    stale: false,
    matter: { title: 'T', minutes: 5, objectives: [], aid: false },
  };
}

const setting = {
  course: 'c',
  version: '1.0.0',
  pass: 80,
  seed: 's',
  now: () => new Date('2027-03-01T08:00:00Z'),
};

test('the view of a question changes with what happens to it, and with nothing else', () => {
  const lesson = lessonOf(question('a', 'One?'), question('b', 'Two?'));
  const practice = new Practice(lesson, setting);
  const [a, b] = practice.view().items;
  expect(practice.view().items).toEqual([a, b]);
  expect(practice.view().items[0]).toBe(a);

  practice.hint('a');
  const [hinted, other] = practice.view().items;
  expect(hinted?.hints).toHaveLength(1);
  expect(other).toBe(b);

  practice.saveDraft('b', [0]);
  expect(practice.view().items[1]?.draft).toEqual([0]);
  practice.reveal('b');
  expect(practice.view().items[1]?.verdict?.key).toBeTruthy();
  practice.reset();
  expect(practice.view().items).toEqual([a, b]);

  // Written on: the words of one of them.
  const [, second] = lesson.items;
  const items = [...lessonOf(question('a', 'Else?')).items, ...(second ? [second] : [])];
  practice.become({ ...lesson, items });
  const [changed, same] = practice.view().items;
  expect(JSON.stringify(changed?.question)).toContain('Else?');
  expect(same).toEqual(b);
});
