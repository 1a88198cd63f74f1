// Every rule is provoked by a file in tests/fixtures, and says where, what and how to mend it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ofTheCheck, ofThePaths } from '../../tests/check-rules';
import { courseFromFolder } from '../../tests/course-folder';
import { limits } from './limits';
import { parseLesson } from './parse';
import type { Problem } from './problem';
import { fillWords, type RuleId, rules } from './rules';

const fixtures = join(import.meta.dirname, '../../tests/fixtures');

const inFolders = ['broken-course', 'course-without-lessons', 'course-file-missing'].map(
  (folder) => ({ folder, problems: courseFromFolder(join(fixtures, folder)).problems }),
);

/** Texts too long to be kept as files. */
const matter = (more: string): string => `---\ntitle: T\nobjectives: [Do it]\n${more}---\n`;
const made: { rule: RuleId; text: string; line: number }[] = [
  { rule: 'matter-too-large', text: matter(`# ${'x'.repeat(limits.matterLength)}\n`), line: 2 },
  {
    rule: 'repair-too-long',
    text: `${matter('')}::: repair #a\nQ\n\n---\n\n${'a '.repeat(10_001)}\n\n- words <= 9\n  > f\n\n---\n\nb\n\n> [!WHY] w\n:::\n`,
    line: 5,
  },
  { rule: 'text-tangled', text: matter('') + '>***\na\n'.repeat(2000), line: 17 },
];
const inMade = made.map(({ rule, text }) => ({
  rule,
  problems: parseLesson('01-made.md', text).problems,
}));

/** Only the library can find these: it knows the disk, the other courses, the facts and the date. */
const ofTheLibrary: RuleId[] = [
  'course-id-double',
  'file-too-large',
  'too-many-files',
  'file-unreadable',
  'file-not-utf8',
  'review-overdue',
  'fact-unknown',
  'prerequisite-unknown',
];

const all: Problem[] = [...inFolders, ...inMade].flatMap(({ problems }) => problems);

/** `file:line:column rule`, with the words under it. */
const report = (problems: readonly Problem[]): string =>
  problems
    .map(({ rule, file, line, column, values }) => {
      const { severity, what, mend } = rules[rule];
      const words = [what, mend].map((each) => `  ${fillWords(each, values)}`).join('\n');
      return `${file}:${line}:${column} ${severity} ${rule}\n${words}\n`;
    })
    .join('\n');

describe.each(inFolders)('$folder', ({ folder, problems }) => {
  test('has exactly the problems that its report names, with places and words', () => {
    const path = join(fixtures, `${folder}.report.txt`);
    if (process.env.WRITE_FIXTURES === '1') writeFileSync(path, report(problems));
    expect(report(problems)).toBe(readFileSync(path, 'utf8'));
  });
});

test.each(made)('$rule is found in a made text', ({ rule, text, line }) => {
  expect(parseLesson('01-made.md', text).problems).toContainEqual(
    expect.objectContaining({ rule, line, column: 1, file: '01-made.md' }),
  );
});

describe.each(Object.keys(rules) as RuleId[])('%s', (rule) => {
  const found = all.filter((problem) => problem.rule === rule);

  test('is provoked, or only the library or the check can find it', () => {
    const elsewhere = [...ofTheLibrary, ...ofTheCheck, ...ofThePaths];
    expect(found.length > 0).toBe(!elsewhere.includes(rule));
  });

  test('says where it is', () => {
    for (const { file, line, column } of found) {
      expect(file).toMatch(/\.md$/);
      expect(line).toBeGreaterThanOrEqual(1);
      expect(column).toBeGreaterThanOrEqual(1);
    }
  });

  test('has a value for each placeholder, and words for each value', () => {
    const { what, mend } = rules[rule];
    const placeholders = [...`${what} ${mend}`.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
    for (const { values } of found) {
      expect(Object.keys(values).sort()).toEqual([...new Set(placeholders)].sort());
      for (const value of Object.values(values)) expect(String(value)).not.toBe('');
    }
  });

  test('is put into whole sentences', () => {
    const { what, mend } = rules[rule];
    expect(what).toMatch(/^[A-Z“{].*[.]$/);
    expect(mend).toMatch(/^[A-Z].*[.)]$/);
  });
});

test('words that hold braces themselves are filled in once', () => {
  expect(fillWords('{{a}} and {{b}} and {{c}}', { a: '{{b}}', b: 0 })).toBe(
    '{{b}} and 0 and {{c}}',
  );
});

describe('the broken course in the app', () => {
  const course = courseFromFolder(join(fixtures, 'broken-course'));
  const [own, ...translations] = course.texts;
  const lesson = (id: string) => own.lessons.find((each) => each.id === id);

  test('has its lessons in order, the second of two equal ids left out', () => {
    expect(own.lessons.map(({ id }) => id)).toEqual([
      'right',
      'blocks',
      'answers',
      'gaps',
      'text',
      'front-matter',
      'none',
      'open',
      'yaml',
      'twice',
      'groups',
      'inbox',
      'sort',
      'mark',
      'form',
      'scenario',
      'address',
      'repair',
      'hotspot',
      'estimate',
      'password',
      'kept',
      'plain',
      'sheet',
    ]);
  });

  test('the right lesson works: no problem, nothing broken, both questions there', () => {
    expect(course.problems.filter(({ file }) => file === '01-right.md')).toEqual([]);
    expect(lesson('right')).toMatchObject({ broken: false, stale: false });
    expect(lesson('right')?.items.map(({ id }) => id)).toEqual(['works', 'true-or-false']);
  });

  test('lessons whose front matter cannot be read are broken, the others are shown', () => {
    const broken = own.lessons.filter((each) => each.broken).map(({ id }) => id);
    expect(broken).toEqual(['none', 'open', 'yaml']);
  });

  test('only questions that somebody can answer rightly are asked', () => {
    const ids = (id: string) => lesson(id)?.items.map((item) => item.id);
    expect(ids('blocks')).toEqual(['Not_An_Id', 'twice', 'outer', 'attributes']);
    expect(ids('answers')).toEqual(['no-question', 'too-few', 'mistakes', 'all-right']);
    expect(ids('gaps')).toEqual(['options', 'cells']);
  });

  test('its translation keeps the right lesson, marked as stale, and breaks the other', () => {
    expect(translations.map(({ language }) => language)).toEqual(['es']);
    expect(translations[0]?.lessons).toMatchObject([
      { id: 'right', broken: false, stale: true },
      { id: 'gaps', broken: true, stale: false },
    ]);
  });
});
