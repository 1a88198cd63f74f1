// What the check says of the paths beside the courses.
import { expect, test } from 'vitest';
import { smallCourse, writeFiles } from '../../../tests/unit/support/course-files';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { check } from './check';

const path = (id: string, at: string, more = ''): string =>
  `- id: ${id}\n  title: { en: A }\n  summary: { en: B }\n${more}  lessons:\n    - at: ${at}\n      why: { en: C }\n`;

function found(paths: string) {
  const folder = temporaryFolder();
  writeFiles(folder, {
    ...smallCourse('01-one', 'one'),
    ...smallCourse('02-two', 'two'),
    'paths.yml': paths,
  });
  // One of the courses is checked: the other one is in the library all the same.
  return check([`${folder}/01-one`], folder, new Date('2026-12-01'))
    .findings.filter(({ file }) => file === 'paths.yml')
    .map(({ rule, line, values }) => ({ rule, line, values }));
}

test('nothing of paths that lead somewhere', () => {
  expect(found(path('core', 'one/first') + path('more', 'two/first', '  after: core\n'))).toEqual(
    [],
  );
});

test('a lesson or a course that is not there, with its line', () => {
  expect(found(path('core', 'one/second') + path('more', 'three/first'))).toEqual([
    { rule: 'path-lesson-unknown', line: 5, values: { path: 'core', lesson: 'one/second' } },
    { rule: 'path-lesson-unknown', line: 11, values: { path: 'more', lesson: 'three/first' } },
  ]);
});

test('a path before it that is not there', () => {
  expect(found(path('core', 'one/first', '  after: start\n'))).toEqual([
    { rule: 'path-before-unknown', line: 4, values: { path: 'core', before: 'start' } },
  ]);
});

test.each([
  ['a text that is no YAML', '- id: [', /./],
  ['no list', 'a: 1', /./],
  ['a wrong entry', path('core', 'one/first').replace('why', 'because'), /^entry 1, lessons, 1/],
])('%s: the file cannot be used, and why', (_, text, reason) => {
  const [only, ...more] = found(text);
  expect(more).toEqual([]);
  expect(only).toMatchObject({ rule: 'paths-unusable', line: 1 });
  expect(only?.values.reason).toMatch(reason);
});
