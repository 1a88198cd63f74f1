// The outline of a text says the same as the parser of courses.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Text } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import { parseLesson } from '../../../core/course/parse';
import { blocksAround, outlineOf } from './blocks-in';

const courses = join(import.meta.dirname, '..', '..', '..', 'courses');
const lessons = ['gallery', '08-phishing-lab', '17-write-a-course'].flatMap((course) =>
  readdirSync(join(courses, course))
    .filter((name) => /^\d.*\.md$/.test(name))
    .map((name) => join(courses, course, name)),
);

const outlineIn = (...lines: string[]) => outlineOf(Text.of(lines));
const shape = (...lines: string[]): string[] =>
  outlineIn(...lines).blocks.map(
    ({ kind, line, lastLine, closed, within }) =>
      `${kind} ${line}–${lastLine}${closed ? '' : ' open'}${within < 0 ? '' : ` in ${within}`}`,
  );

test.each(lessons)('finds every question of %s where the parser finds it', (path) => {
  const text = readFileSync(path, 'utf8');
  const { items, groups, kept, problems } = parseLesson('01-a.md', text);
  const { blocks } = outlineOf(Text.of(text.split('\n')));
  const places = new Map(blocks.map(({ id, line }) => [id, line]));
  expect(problems.filter(({ rule }) => rule === 'block-open')).toEqual([]);
  expect(blocks.every(({ closed }) => closed)).toBe(true);
  expect(items.length + kept.length + groups.length + blocks.length).toBeGreaterThan(0);
  for (const { id, line } of [...items, ...groups, ...kept]) expect(places.get(id), id).toBe(line);
});

describe('an outline', () => {
  test('nests by colons', () => {
    expect(shape(':::: test #a', '::: choice #b', ':::', '::::')).toEqual([
      'test 1–4',
      'choice 2–3 in 0',
    ]);
  });

  test('ends a block that is left open where the next one begins', () => {
    expect(shape('::: choice #a', 'text', '::: choice #b', ':::', 'text')).toEqual([
      'choice 1–2 open',
      'choice 3–4',
    ]);
  });

  test('ends what is left open inside with what is around it', () => {
    expect(shape(':::: test #a', '::: choice #b', '::::', 'text')).toEqual([
      'test 1–3',
      'choice 2–2 open in 0',
    ]);
  });

  test('sees no blocks in code and in front matter', () => {
    expect(shape('---', '::: choice', '---', '```', '::: choice', '```')).toEqual([]);
  });

  test('names what is around a line, the innermost first', () => {
    const outlined = outlineIn(':::: test #a', '::: choice #b', 'x', ':::', '', '::::', '');
    const around = (line: number) => blocksAround(outlined, line).map(({ id }) => id);
    expect(around(3)).toEqual(['b', 'a']);
    expect(around(5)).toEqual(['a']);
    expect(around(7)).toEqual([]);
  });
});
