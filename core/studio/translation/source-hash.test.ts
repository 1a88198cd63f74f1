// `source:` is written where it stands, or comes last, and is the hash that the parser knows a text by.
import { expect, test } from 'vitest';
import { parseLesson } from '../../course/parse';
import { madeFrom, sourceHash, withSource } from './source-hash';

const lesson = (line: string, end = '\n'): string =>
  ['---', 'title: A', ...(line === '' ? [] : [line]), 'minutes: 5', '---', '', 'Words.', ''].join(
    end,
  );

test('the hash of a source is the one of the parser, whatever its line ends', () => {
  const { hash } = parseLesson('a.md', lesson(''));
  expect(sourceHash(lesson(''))).toBe(hash);
  expect(sourceHash(`\uFEFF${lesson('', '\r\n')}`)).toBe(hash);
});

test('what a translation was made from is written into its front matter, and nothing else changes', () => {
  for (const line of ['source: "old"', 'source: old # so', "source: 'old'", 'source:']) {
    const text = withSource(lesson(line), '0123456789abcdef') ?? '';
    expect(madeFrom(text), line).toBe('0123456789abcdef');
    expect(text.replace(/"0123456789abcdef"/, '')).toBe(
      lesson(line.replace(/("old"|'old'|old)/, '').replace(/:$/, ': ')),
    );
  }
  const added = withSource(lesson('', '\r\n'), '0123456789abcdef') ?? '';
  expect(added).toBe(
    lesson('', '\r\n').replace('minutes: 5\r\n', 'minutes: 5\r\nsource: "0123456789abcdef"\r\n'),
  );
  expect(withSource('No front matter.', 'x')).toBe(undefined);
  expect(withSource(lesson('source: [a]'), 'x')).toBe(undefined);
});
