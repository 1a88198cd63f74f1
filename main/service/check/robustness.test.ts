// Nothing that a course contains stops the check: it always ends, with its report, in linear time.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixText } from '../../../core/course/fix';
import { hostileLines, nastyMatter, nastyTexts, patterns } from '../../../tests/nasty-texts';
import { growth, linear } from '../../../tests/thread-cost';
import { courseText, lessonText, writeFiles } from '../../../tests/unit/support/course-files';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { sourceOf } from '../../../tests/unit/support/source-of';
import { check, textProblems } from './check';
import { reports } from './report';

const matter = '---\ntitle: T\nobjectives: [Do it]\n---\n';
const today = new Date('2026-11-24T12:00:00Z');

function courseOf(lesson: string, course = courseText('c')): string {
  const folder = temporaryFolder();
  writeFiles(folder, {
    'c/course.md': course,
    'c/01-a.md': lesson,
    'c/es/course.md': course,
    'c/es/01-a.md': lesson,
    'c/assets/a.svg': '',
  });
  return folder;
}

describe('twenty thousand lines of everything', () => {
  test('are checked, and reported in every format, with places that exist', () => {
    const folder = courseOf('');
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const text = matter + hostileLines(20_000, seed);
        writeFileSync(join(folder, 'c/01-a.md'), text);
        const lines = text.split(/\r\n?|\n/).length;
        const result = check([join(folder, 'c')], folder, today);
        expect(result.counts.errors).toBeGreaterThan(100);
        for (const { file, line, column } of result.findings) {
          if (file !== 'c/01-a.md') continue;
          expect(line).toBeLessThanOrEqual(lines);
          expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
        }
        const report = { ...result, fixed: [] };
        expect(reports.text(report)).not.toMatch(/[^\P{Cc}\n]/u);
        expect(JSON.parse(reports.json(report))).toMatchObject({ counts: result.counts });
        // A line of a workflow is a command or the count: nothing that a course says.
        const others = reports
          .github(report)
          .split('\n')
          .filter((line) => !/^::(error|warning) file=/.test(line));
        expect(others).toEqual([expect.stringMatching(/^1 course, 4 files: /), '']);
      }),
      { numRuns: 2 },
    );
  });

  test('are mended, as many of them as may be, and then stay as they are', () => {
    const text = matter + hostileLines(400, 7);
    const once = fixText('01-a.md', text);
    expect(once.lines).toBeGreaterThan(0);
    expect(fixText('01-a.md', once.text).text).toBe(once.text);
  });
});

test('any text and any front matter make a report', () => {
  const folder = courseOf(lessonText('A'));
  fc.assert(
    fc.property(nastyTexts, nastyMatter, ({ text }, front) => {
      writeFileSync(join(folder, 'c/01-a.md'), matter + text);
      writeFileSync(join(folder, 'c/es/01-a.md'), front + text);
      writeFileSync(join(folder, 'c/es/course.md'), front);
      writeFileSync(join(folder, 'facts.yml'), front.slice(4));
      for (const { what, mend, column } of check([join(folder, 'c')], folder, today).findings) {
        expect(`${what}${mend}`).not.toMatch(/undefined|NaN|\[object Object/);
        expect(column).toBeGreaterThanOrEqual(1);
      }
    }),
    { numRuns: 200 },
  );
});

describe.each(Object.entries(patterns))('%s', (_, make) => {
  const text = (n: number): string => {
    const made = make(n);
    return made.startsWith('---\n') ? made : matter + made;
  };

  test('is checked in linear time', () => {
    const looking = (n: number) => {
      const source = sourceOf(text(n), 'en');
      return () => textProblems(source, today);
    };
    expect(growth(looking, 4000)).toBeLessThanOrEqual(linear);
  });
});

test.each(['ar', 'th', 'ja', 'de'])(
  'a text that is said to be in %s takes linear time',
  (language) => {
    const words = { ar: 'كلمة ', th: 'ภาษาไทย', ja: '日本語の文章', de: 'Wort ' }[language] ?? '';
    const looking = (n: number) => {
      const source = sourceOf(matter + words.repeat(n), language);
      return () => textProblems(source, today);
    };
    expect(growth(looking, 4000)).toBeLessThanOrEqual(linear);
  },
);
