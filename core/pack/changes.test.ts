import { describe, expect, test } from 'vitest';
import { courseText, lessonText } from '../../tests/unit/support/course-files';
import { assembleCourse } from '../course/course';
import { outlineOf } from '../course/outline';
import { parseCourseFile, parseLesson } from '../course/parse';
import { type CompareState, changesBetween } from './changes';

/** A course of these lessons, with the text of each as its hash. */
function state(lessons: Record<string, string>): CompareState {
  const texts: Record<string, string> = { 'course.md': courseText('desk'), ...lessons };
  const course = assembleCourse({
    folder: 'desk',
    files: Object.keys(texts),
    courseFiles: [parseCourseFile('course.md', courseText('desk'))],
    lessonFiles: Object.entries(lessons).map(([file, text]) => parseLesson(file, text)),
    problems: [],
  });
  return { course: outlineOf(course), hashes: new Map(Object.entries(texts)) };
}

const none = { new: 0, gone: 0, changed: 0 };
const first = lessonText('First');
const second = lessonText('Second');

describe('what an update would change', () => {
  test('nothing', () => {
    const same = state({ '01-first.md': first });
    expect(changesBetween(same, state({ '01-first.md': first }))).toEqual({
      lessons: [],
      files: none,
    });
  });

  test('everything, of a course that is new', () => {
    expect(changesBetween(null, state({ '01-first.md': first }))).toEqual({
      lessons: [{ id: 'first', title: 'First', change: 'new', items: { ...none, new: 1 } }],
      files: { ...none, new: 2 },
    });
  });

  test('lessons that come and go', () => {
    const after = state({ '01-first.md': first, '02-second.md': second });
    const before = state({ '01-first.md': first, '02-third.md': lessonText('Third') });
    expect(changesBetween(before, after)).toEqual({
      lessons: [
        { id: 'second', title: 'Second', change: 'new', items: { ...none, new: 1 } },
        { id: 'third', title: 'Third', change: 'gone', items: { ...none, gone: 1 } },
      ],
      files: { new: 1, gone: 1, changed: 0 },
    });
  });

  test('words around a question change a lesson, and none of its questions', () => {
    const after = state({ '01-first.md': first.replace('Words of', 'More words of') });
    expect(changesBetween(state({ '01-first.md': first }), after).lessons).toEqual([
      { id: 'first', title: 'First', change: 'changed', items: none },
    ]);
  });

  test('a question that was changed is counted; one with another id comes and goes', () => {
    const before = state({ '01-first.md': first });
    const changed = state({ '01-first.md': first.replace('- [ ] That', '- [ ] That one') });
    expect(changesBetween(before, changed).lessons[0]?.items).toEqual({ ...none, changed: 1 });
    const renamed = state({ '01-first.md': first.replace('#one', '#two') });
    expect(changesBetween(before, renamed).lessons[0]?.items).toEqual({ ...none, new: 1, gone: 1 });
  });

  test('a renamed file of the same words is the same lesson', () => {
    const before = state({ '01-first.md': first });
    const after = state({ '02-first.md': first });
    expect(changesBetween(before, after)).toEqual({
      lessons: [],
      files: { new: 1, gone: 1, changed: 0 },
    });
  });
});
