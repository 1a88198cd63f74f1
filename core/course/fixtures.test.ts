// Pairs of text: what an author writes, and what it is read as. `WRITE_FIXTURES=1 vitest run fixtures`
// writes the second halves anew; then every line of the difference wants to be read.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { glossaryOutline, outline } from '../../tests/outline';
import { allKinds } from './blocks';
import { parseCourseFile, parseGlossary, parseLesson } from './parse';

const folder = join(import.meta.dirname, '../../tests/fixtures/format');
const isWriting = process.env.WRITE_FIXTURES === '1';

interface Case {
  name: string;
  input: string;
  expected: string;
}

/** Name, a line with a dot, input, dot, expected, dot. */
function readCases(text: string): Case[] {
  const parts = text.split(/^\.\n/m);
  const cases: Case[] = [];
  for (let at = 0; at + 2 < parts.length; at += 3) {
    const [name = '', input = '', expected = ''] = parts.slice(at, at + 3);
    cases.push({ name: name.trim(), input, expected: expected.replace(/\n$/, '') });
  }
  return cases;
}

const writeCase = ({ name, input, expected }: Case): string =>
  `${name}\n.\n${input}.\n${expected}\n.\n`;

/** Cases about front matter stand in files named `matter-…`; all others go without it. */
function read(file: string, input: string): string {
  if (file === 'matter-course.txt') return outline(parseCourseFile('course.md', input));
  if (file === 'glossary.txt') return glossaryOutline(parseGlossary('glossary.md', input));
  const lesson = parseLesson('01-lesson.md', input);
  if (file === 'matter-lesson.txt') return outline(lesson);
  const problems = lesson.problems.filter(({ rule }) => rule !== 'matter-missing');
  return outline({ ...lesson, problems });
}

const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));

describe.each(files)('%s', (file) => {
  const cases = readCases(readFileSync(join(folder, file), 'utf8'));
  test('has cases, each with its own name', () => {
    expect(cases.length).toBeGreaterThan(0);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });
  if (isWriting) {
    const written = cases.map((each) => ({ ...each, expected: read(file, each.input) }));
    writeFileSync(join(folder, file), written.map(writeCase).join('\n'));
    return;
  }
  test.each(cases)('$name', ({ input, expected }) => {
    expect(read(file, input)).toBe(expected);
  });
});

test('every kind of block has its own fixtures', () => {
  expect(files).toEqual(expect.arrayContaining(allKinds.map((kind) => `${kind}.txt`)));
});
