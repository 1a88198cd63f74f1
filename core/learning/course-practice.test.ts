// A course played without a service: what was saved is where one goes on, and no more than may leave leaves.
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { courseFromFolder } from '../../tests/course-folder';
import { answers } from '../../tests/item-arbitraries';
import { kindOf } from '../course/blocks';
import { assembleCourse, type Course } from '../course/course';
import { parseCourseFile, parseLesson } from '../course/parse';
import { type Answered, CoursePractice, savedParts } from './course-practice';
import { arrangementOf } from './item-view';

const folder = join(import.meta.dirname, '..', '..', 'courses', 'gallery');
const gallery = courseFromFolder(folder);
const examined = courseFromFolder(
  join(import.meta.dirname, '..', '..', 'tests', 'fixtures', 'service', 'examined', '01-examined'),
);

const seed = '42';
const now = (): Date => new Date('2026-11-29T18:00:00.000Z');
const around = { links: () => ({}), organisation: {} };
const play = (course: Course, saved: string | null = null, heard?: (each: Answered) => void) =>
  new CoursePractice(
    course,
    { language: 'en', seed, now, ...(heard && { answered: heard }) },
    saved,
  );

const looks = (played: CoursePractice) => ({
  course: played.courseView(around),
  lessons: played.course.texts[0].lessons.map(({ id }) => played.lessonView(id, around)),
  result: played.resultView(),
});

type Step = (played: CoursePractice) => void;

/** Something that a learner may do in a course. */
function stepsOf(course: Course): fc.Arbitrary<Step> {
  const steps = course.texts[0].lessons.flatMap((lesson): fc.Arbitrary<Step>[] => [
    fc.constant((played) => played.open(lesson.id)),
    fc.constant((played) => played.finish(lesson.id)),
    ...lesson.groups.flatMap(({ id }): fc.Arbitrary<Step>[] => [
      fc.constant((played) => played.in(lesson.id).finishTest(id)),
      fc.constant((played) => played.in(lesson.id).restartGroup(id)),
    ]),
    ...lesson.items.flatMap((item): fc.Arbitrary<Step>[] => {
      const given = (answers[item.kind] as (content: unknown) => fc.Arbitrary<unknown>)(
        item.content,
      );
      const onScreen = (played: CoursePractice, answer: unknown): unknown => {
        const view = played
          .in(lesson.id)
          .view()
          .items.find(({ id }) => id === item.id);
        const whose = { learner: seed, course: course.id, lesson: lesson.id };
        const arrangement = arrangementOf(item, whose, view?.attempt ?? 1);
        return kindOf(item.kind).toScreen(answer, arrangement);
      };
      return [
        given.map((answer) => (played) => {
          played.in(lesson.id).answer(item.id, onScreen(played, answer), null);
        }),
        given.map((answer) => (played) => {
          played.in(lesson.id).saveDraft(item.id, onScreen(played, answer));
        }),
        fc.constantFrom<Step>(
          (played) => played.in(lesson.id).hint(item.id),
          (played) => played.in(lesson.id).reveal(item.id),
          (played) => played.in(lesson.id).restart(item.id),
        ),
      ];
    }),
  ]);
  return fc.oneof(...steps);
}

describe('what was saved', () => {
  test.each([
    ['every kind of block', gallery],
    ['tests and pools', examined],
  ])('is where one goes on: %s', (_, course) => {
    fc.assert(
      fc.property(fc.array(stepsOf(course), { maxLength: 25 }), (steps) => {
        const before = play(course);
        for (const step of steps) step(before);
        const after = play(course, before.save('all', true));
        expect(looks(after)).toEqual(looks(before));
        expect(after.save('all', true)).toBe(before.save('all', true));
      }),
      { numRuns: 15 },
    );
  });

  test('keeps every score, however little of it is kept', () => {
    fc.assert(
      fc.property(
        fc.array(stepsOf(examined), { maxLength: 25 }),
        fc.constantFrom(...savedParts),
        (steps, parts) => {
          const before = play(examined);
          for (const step of steps) step(before);
          expect(play(examined, before.save(parts)).progress()).toEqual(before.progress());
        },
      ),
      { numRuns: 30 },
    );
  });

  test.each([
    '',
    'nonsense',
    '{}',
    '{"form":2}',
    '[1]',
    JSON.stringify({ form: 1, seed: 's', opened: [], finished: [], lessons: { a: { items: 7 } } }),
  ])('that is none begins anew: %s', (text) => {
    expect(looks(play(examined, text))).toEqual(looks(play(examined)));
  });

  test('of another state of the course does no harm', () => {
    const before = play(examined);
    before.open('exam');
    const saved = before.save().replaceAll('exam', 'gone');
    expect(looks(play(examined, saved)).lessons).toHaveLength(2);
  });
});

const text = `---
title: One
---

::: choice #ask {tries=1}
Which?

- [x] This
  > Yes.
- [ ] That
  > No.

> [!WHY] So.
:::

::: reflect #mine
What will you do?

---

Something.
:::
`;

const small = assembleCourse({
  folder: 'small',
  files: ['course.md', '01-one.md'],
  courseFiles: [parseCourseFile('course.md', '---\nid: small\ntitle: Small\nlanguage: en\n---\n')],
  lessonFiles: [parseLesson('01-one.md', text)],
  problems: [],
});

test('what only the learner may see leaves the page only where it stays with them', () => {
  const played = play(small);
  const practice = played.in('one');
  expect(practice.keep('mine', 'My own words')).toBe(true);
  practice.saveDraft('mine', 'Half of my words');
  for (const parts of savedParts) expect(played.save(parts)).not.toMatch(/words/);
  expect(play(small, played.save('all', true)).lessonView('one', around).kept[0]).toMatchObject({
    answer: 'My own words',
    draft: 'Half of my words',
  });
});

test('each answer is heard once, with what it came to', () => {
  const heard: Answered[] = [];
  const played = play(small, null, (each) => heard.push(each));
  expect(played.in('one').answer('ask', [0], null, 3)).toBe(true);
  expect(played.in('one').answer('ask', [1], null, 3)).toBe(false);
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatchObject({ lesson: 'one', item: { id: 'ask' }, event: { seconds: 3 } });
  expect(heard[0]?.event.share).toBe(played.progress().points);
});
