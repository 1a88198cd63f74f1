// What a new course begins as: in each language the same course, and nothing in it to mend.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseLesson } from '../../../core/course/parse';
import { interfaceLanguages } from '../../../core/looks';
import { type TemplateId, templateIds } from '../../../core/studio/template-ids';
import { templateFiles } from '../../../core/studio/templates';
import { writeFiles } from '../../../tests/unit/support/course-files';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { courseProblems } from '../check/check';

const today = new Date('2026-11-01');
const filesOf = (template: TemplateId, language: string): Record<string, string> =>
  templateFiles(template, { id: 'new', title: 'A new course', author: 'Amina', language });

const problemsOf = (files: Record<string, string>): string[] => {
  const folder = temporaryFolder();
  const inFolder = Object.entries(files).map(([file, text]) => [`new/${file}`, text]);
  writeFiles(folder, Object.fromEntries(inFolder));
  return courseProblems(join(folder, 'new'), today).map(
    ({ rule, file, line }) => `${file}:${line} ${rule}`,
  );
};

/** What a translator may not change: kinds in their order, and how many answers are right. */
const shapeOf = (files: Record<string, string>): unknown =>
  Object.entries(files)
    .filter(([file]) => file !== 'course.md')
    .map(([file, text]) => {
      const { items, kept, matter } = parseLesson(file, text);
      return {
        number: file.slice(0, 2),
        minutes: matter.minutes,
        items: items.map(({ kind }) => kind),
        kept: kept.map(({ kind }) => kind),
        marks: text.match(/^\s*- \[[ x]\]|^:{3,} ?[a-z]*|^> \[!\w+\]|\{[a-z]+=[^}]*\}/gm),
      };
    });

const all = interfaceLanguages.flatMap((language) =>
  templateIds.map((template) => ({ language, template })),
);

describe.each(all)('$template in $language', ({ language, template }) => {
  const files = filesOf(template, language);

  test('has nothing to mend', () => {
    expect(problemsOf(files)).toEqual([]);
  });

  test('asks the same as in English, in words of its own', () => {
    const english = filesOf(template, 'en');
    expect(shapeOf(files)).toEqual(shapeOf(english));
    if (language === 'en') return;
    const lines = (all: Record<string, string>): string[] =>
      Object.entries(all)
        .flatMap(([, text]) => text.split('---\n').slice(2).join('').split('\n'))
        .filter((line) => /\p{L}{3}/u.test(line) && !/^:{3,}/.test(line));
    const same = lines(files).filter((line) => lines(english).includes(line));
    expect(same).toEqual([]);
  });
});

test('a mistake in a template would be seen', () => {
  const files = filesOf('blank', 'de');
  const [file = ''] = Object.keys(files).filter((each) => each !== 'course.md');
  const without = files[file]?.replace(/^ {2}> Sagen Sie, warum.*\n/m, '') ?? '';
  expect(problemsOf({ ...files, [file]: without })).toEqual([
    expect.stringContaining('feedback-missing'),
  ]);
});

test('a region has the words of its language; where there are none, they are English', () => {
  expect(filesOf('blank', 'pt-BR')).toHaveProperty(['01-primeira-licao.md']);
  expect(filesOf('blank', 'it')).toHaveProperty(['01-first-lesson.md']);
  expect(filesOf('blank', 'it')['course.md']).toContain('language: it\n');
});
