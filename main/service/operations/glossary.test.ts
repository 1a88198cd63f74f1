// A page carries the words its links lead to, in the language they are written in.
import { expect, test } from 'vitest';
import {
  courseText,
  lessonText,
  madeFrom,
  writeFiles,
} from '../../../tests/unit/support/course-files';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { Harness } from '../../../tests/unit/support/service';

const folder = temporaryFolder();
const first = `${lessonText('First')}\n[This](glossary.md#phishing) and [all](glossary.md).\n`;
writeFiles(folder, {
  'words/course.md': courseText('words'),
  'words/glossary.md':
    '## Phishing\n\nA trap, often with [bait](#bait).\n\n## Bait\n\nWhat lures.\n\n## Backup\n\nA copy.\n',
  'words/01-first.md': first,
  'words/02-second.md': lessonText('Second'),
  'words/es/course.md': courseText('words').replace('language: en', 'language: es'),
  'words/es/glossary.md': '## Anzuelo\n\nUna trampa.\n',
  'words/es/01-first.md': madeFrom(
    first,
    `${lessonText('Primera')}\nUn [anzuelo](glossary.md#anzuelo).\n`,
  ),
});
const desk = new Harness({ courses: [{ kind: 'own', path: folder }] });
const learner = desk.learner();
const wordsOf = ({ glossary }: { glossary: { language: string; terms: { anchor: string }[] } }) => [
  glossary.language,
  ...glossary.terms.map(({ anchor }) => anchor),
];

test('a lesson has the words it needs, and those their meanings need', () => {
  const lesson = desk.lesson(learner, 'words', 'first');
  expect(wordsOf(lesson)).toEqual(['en', 'phishing', 'bait']);
  expect(lesson.links['glossary.md']).toEqual({ to: 'glossary' });
  expect(wordsOf(desk.lesson(learner, 'words', 'second'))).toEqual(['en']);
});

test('a translated lesson has the words of its own language', () => {
  expect(wordsOf(desk.lesson(learner, 'words', 'first', 'es'))).toEqual(['es', 'anzuelo']);
  // It is not translated: its words are those of the course.
  expect(wordsOf(desk.lesson(learner, 'words', 'second', 'es'))).toEqual(['en']);
});

test('the page of the course has all words', () => {
  const read = (language: string) =>
    desk.ask('course.read', { learner, language, course: 'words' });
  expect(wordsOf(read('en'))).toEqual(['en', 'phishing', 'bait', 'backup']);
  expect(wordsOf(read('es'))).toEqual(['es', 'anzuelo']);
  expect(read('en').problems).toEqual([]);
});
