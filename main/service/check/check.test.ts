// What the check finds in courses: a fixture provokes each rule of its own, with place and words.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type RuleId, rules } from '../../../core/course/rules';
import { ofTheCheck } from '../../../tests/check-rules';
import {
  courseText,
  lessonText,
  smallCourse,
  writeFiles,
} from '../../../tests/unit/support/course-files';
import { shippedCourses, temporaryFolder } from '../../../tests/unit/support/folders';
import { check } from './check';
import { coursesAt } from './find-courses';
import { reports } from './report';

const fixtures = join(import.meta.dirname, '../../../tests/fixtures');
const today = new Date('2026-11-24T12:00:00Z');
const checked = (folder: string, path = '.') =>
  check(coursesAt(join(folder, path), path), folder, today);

describe('the fixture', () => {
  const result = checked(join(fixtures, 'check'), 'courses');

  test('has exactly the problems that its report names', () => {
    const path = join(fixtures, 'check', 'report.txt');
    const report = reports.text({ ...result, fixed: [] });
    if (process.env.WRITE_FIXTURES === '1') writeFileSync(path, report);
    expect(report).toBe(readFileSync(path, 'utf8'));
  });

  test('provokes every rule of the check, and no other', () => {
    expect(new Set(result.findings.map(({ rule }) => rule))).toEqual(new Set(ofTheCheck));
  });

  test('gives each message all its values', () => {
    for (const { rule, values, what, mend, severity } of result.findings) {
      const words = `${rules[rule].what} ${rules[rule].mend}`;
      const names = [...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
      expect(Object.keys(values).sort(), rule).toEqual([...new Set(names)].sort());
      expect(`${what} ${mend}`).not.toContain('{{');
      expect(severity).toBe('warning');
    }
  });
});

test('what the app reports, the check reports too', () => {
  const { findings, counts } = checked(fixtures, 'broken-course');
  const report = readFileSync(join(fixtures, 'broken-course.report.txt'), 'utf8');
  const heads = report.match(/^\S+:\d+:\d+ \S+ \S+$/gm) ?? [];
  expect(heads.length).toBeGreaterThan(50);
  const found = new Set(
    findings.map(
      ({ file, line, column, severity, rule }) =>
        `${file.replace('broken-course/', '')}:${line}:${column} ${severity} ${rule}`,
    ),
  );
  expect(heads.filter((head) => !found.has(head))).toEqual([]);
  expect(counts.errors).toBe(heads.filter((head) => head.includes(' error ')).length);
});

const rulesIn = (folder: string, path?: string): string[] =>
  checked(folder, path).findings.map(({ rule, file }) => `${rule} ${file}`);

describe('the courses beside a course belong to its library', () => {
  test('for prerequisites and ids, checked or not', () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      ...smallCourse('01-one', 'one'),
      '02-two/course.md': courseText('two', '1.0.0', 'prerequisites: [one, none]'),
      '02-two/01-first.md': lessonText('First'),
      ...smallCourse('03-again', 'one'),
    });
    expect(rulesIn(folder, '02-two')).toEqual(['prerequisite-unknown 02-two/course.md']);
    const { findings } = checked(folder, '01-one');
    expect(findings).toMatchObject([{ rule: 'course-id-double', values: { other: '03-again' } }]);
    expect(rulesIn(folder)).toEqual([
      'course-id-double 01-one/course.md',
      'prerequisite-unknown 02-two/course.md',
      'course-id-double 03-again/course.md',
    ]);
  });

  test('for facts, complained of once', () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      ...smallCourse('01-one', 'one'),
      ...smallCourse('02-two', 'two'),
      '01-one/01-first.md': lessonText('First', 'facts: [K-1, K-9]'),
      '02-two/01-first.md': lessonText('First', 'facts: [K-1]'),
      'facts.yml':
        '# Facts\n- text: A\n  id: "K-1" # old\n  source: S\n  read: 2020-01-01\n  reviewBy: 2021-01-01\n  jurisdiction: INT\n',
    });
    const { findings } = checked(folder);
    expect(findings.map(({ rule, file, line }) => [rule, file, line])).toEqual([
      ['fact-unknown', '01-one/01-first.md', 1],
      ['fact-review-passed', 'facts.yml', 3],
    ]);
    writeFiles(folder, { 'facts.yml': 'a: [' });
    expect(rulesIn(folder)).toEqual(['file-unreadable facts.yml']);
  });
});

describe('files under assets/', () => {
  const lesson = (words: string): string => lessonText('First').replace('Words of First.', words);
  const unused = (files: Record<string, string>): string[] => {
    const folder = temporaryFolder();
    writeFiles(folder, { ...smallCourse('c', 'c'), ...files });
    return checked(folder, 'c')
      .findings.filter(({ rule }) => rule === 'asset-unused')
      .map(({ file }) => file);
  };

  test.each([
    ['a picture', '![A](assets/a.svg)'],
    ['a picture by name', '![A][a]\n\n[a]: assets/a.svg'],
    ['a link', 'See [A](./assets/a.svg#x).'],
    ['a figure', '::: figure\n![A](assets/a.svg)\n\nA\n:::'],
    ['an attribute', '::: media {src=assets/a.svg}\n:::'],
    ['an attribute in quotes', '::: media {captions="assets/a.svg" x=1}\n:::'],
    ['words alone', 'It is assets/a.svg.'],
    ['code', '`assets/a.svg`'],
    ['a list', '- assets/a.svg, assets/b.svg'],
  ])('are used by %s', (_, words) => {
    expect(unused({ 'c/assets/a.svg': '', 'c/01-first.md': lesson(words) })).toEqual([]);
  });

  test('are used by front matter, the glossary, the readme and translations', () => {
    for (const file of ['c/02-x.md', 'c/glossary.md', 'c/README.md', 'c/es/course.md']) {
      const text = `---\ntitle: T\nposter: assets/a.svg\n---\n`;
      expect(unused({ 'c/assets/a.svg': '', [file]: text }), file).toEqual([]);
    }
  });

  test('are told from others with like names, and from those of a translation', () => {
    expect(
      unused({
        'c/assets/a.svg': '',
        'c/assets/a.svg.txt': '',
        'c/assets/deep/b c.pdf': '',
        'c/assets/never.md': 'assets/never.md',
        'c/es/assets/a.svg': '',
        'c/es/course.md': courseText('c').replace('en', 'es'),
        'c/01-first.md': lesson('![A](assets/a.svg), [B](<assets/deep/b c.pdf>).'),
      }),
    ).toEqual(['c/assets/a.svg.txt', 'c/assets/never.md', 'c/es/assets/a.svg']);
  });
});

describe('how long a lesson takes', () => {
  const found = (minutes: number, words: number, items = 0): unknown[] => {
    const folder = temporaryFolder();
    const [head = '', question = ''] = lessonText('First', `minutes: ${minutes}`).split(
      'Words of First.',
    );
    const questions = Array.from({ length: items }, (_, at) => question.replace('#one', `#q${at}`));
    const text = `${head}${'word. '.repeat(words)}\n\n${questions.join('\n')}`;
    writeFiles(folder, { ...smallCourse('c', 'c'), 'c/01-first.md': text });
    return checked(folder, 'c')
      .findings.filter(({ rule }) => rule === 'lesson-long')
      .map(({ values, line }) => ({ ...values, line }));
  };

  test('is 180 words and two questions a minute, and may be half as much again', () => {
    expect(found(6, 180 * 9)).toEqual([]);
    expect(found(6, 180 * 10)).toEqual([{ estimate: 10, minutes: 6, line: 4 }]);
    expect(found(6, 180 * 7, 6)).toEqual([{ estimate: 10, minutes: 6, line: 4 }]);
    expect(found(1, 180 * 2)).toEqual([]);
    expect(found(1, 180 * 3)).toEqual([{ estimate: 3, minutes: 1, line: 4 }]);
  });

  test('counts what is read in questions too, of a story one way through it', () => {
    const minutesOf = (block: string): unknown => {
      const folder = temporaryFolder();
      const lesson = `---\ntitle: T\nminutes: 1\nobjectives: [Do it]\n---\n${block}`;
      writeFiles(folder, { ...smallCourse('c', 'c'), 'c/01-first.md': lesson });
      return checked(folder, 'c').findings.find(({ rule }) => rule === 'lesson-long')?.values;
    };
    const long = 'word. '.repeat(180 * 4);
    const mail = (id: string, words: string) =>
      `::: message #${id} {verdict=genuine}\nfrom: "A" <a@b.example>\nsubject: S\n---\n${words}\n\n> [!WHY] So.\n:::\n`;
    const inbox = `:::: inbox #i\nWhat?\n\n${mail('a', long)}\n${mail('b', 'Hello.')}\n> [!WHY] So.\n::::\n`;
    expect(minutesOf(inbox)).toMatchObject({ minutes: 1, estimate: 5 });
    const story = (left: string, right: string) =>
      `::: scenario #s\nDecide.\n\n### Here\n\n- [Left](#left)\n  > So.\n- [Right](#right)\n  > So.\n\n### Left {outcome=good}\n\n${left}\n\n### Right {outcome=bad}\n\n${right}\n\n> [!WHY] So.\n:::\n`;
    expect(minutesOf(story(long, 'Oh.'))).toMatchObject({ estimate: 5 });
    expect(minutesOf(story('Good.', long))).toBeUndefined();
  });
});

describe('the pass mark', () => {
  const found = (course: string[], lesson: string): number => {
    const folder = temporaryFolder();
    const files = { 'c/course.md': courseText('c', '1.0.0', ...course), 'c/01-first.md': lesson };
    writeFiles(folder, files);
    return checked(folder, 'c').findings.filter(({ rule }) => rule === 'pass-without-points')
      .length;
  };
  const asks = lessonText('First');
  const forNothing = asks.replace('#one', '#one {points=0}');
  const asksNothing = '---\ntitle: T\nobjectives: [Read]\naid: true\n---\nWords.\n';

  test('wants points, where it is written or where there are questions', () => {
    expect(found([], asks)).toBe(0);
    expect(found([], forNothing)).toBe(1);
    expect(found(['pass: 0'], forNothing)).toBe(0);
    expect(found([], asksNothing)).toBe(0);
    expect(found(['pass: 50'], asksNothing)).toBe(1);
  });

  test('does not mind what hints cost', () => {
    expect(found(['pass: 100'], asks.replace('#one', '#one {hintcost=5}'))).toBe(0);
  });
});

test('a course that cannot be read says so, and the others are checked', () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    ...smallCourse('01-one', 'one'),
    '01-one/02-second.md': Buffer.from('---\ntitle: Caf\xe9\n---\n', 'latin1'),
    '02-two/01-lesson.md': lessonText('First'),
    '03-three/course.md': '',
  });
  expect(rulesIn(folder)).toEqual(
    expect.arrayContaining([
      'file-not-utf8 01-one/02-second.md',
      'course-file-missing 02-two/course.md',
      'matter-missing 03-three/course.md',
    ]),
  );
});

test('paths are shown from where the person is', () => {
  const folder = temporaryFolder();
  writeFiles(folder, { 'a/c/01-first.md': lessonText('First') });
  mkdirSync(join(folder, 'b'));
  const { findings } = check([join(folder, 'a/c')], join(folder, 'b'), today);
  expect(findings[0]?.file).toBe('../a/c/course.md');
  rmSync(join(folder, 'a', 'c', '01-first.md'));
  expect(check([join(folder, 'a/c')], join(folder, 'a/c'), today).findings[0]?.file).toBe(
    'course.md',
  );
});

test('the shipped courses have no errors', () => {
  const result = checked(shippedCourses);
  expect(result.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(result.organisationKeys.map(({ key }) => key)).toContain('org.helpdesk.phone');
});

test('every rule of the check is a rule', () => {
  expect(ofTheCheck.filter((rule: RuleId) => !(rule in rules))).toEqual([]);
});
