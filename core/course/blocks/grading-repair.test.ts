// Texts to repair: what holds as one writes, what it earns, and what is only told in the end.
import { describe, expect, test } from 'vitest';
import { parseLesson } from '../parse';
import { plainText } from '../plain-text';
import { inFileOrder } from './arrangement';
import { repair } from './repair';
import { readCheck } from './repair-checks';
import type { RepairContent } from './repair-read';

function read(body: string): RepairContent {
  const text = `---\ntitle: T\nobjectives: [Do it]\n---\n::: repair #a\n${body}\n\n> [!WHY] w\n:::\n`;
  const { items, problems } = parseLesson('01-a.md', text);
  expect(problems).toEqual([]);
  const [item] = items;
  if (item?.kind !== 'repair') throw new Error('no repair');
  return item.content;
}

const body = `Q

---

# Notice

It is hereby announced that forms are collected until
the fifth. [Here](https://a.example/)

- words <= 9
  > About words.
- says "5 October" | "October 5" (the date)
  > About the date.
- never says "hereby"
  > About hereby.
- links have words
  > About links.

---

Send [the form](https://a.example/) by 5 October.`;
const content = read(body);
const arrangement = repair.arrange(content, inFileOrder);
const holds = (text: string) =>
  repair.show(content, arrangement, { text }).checks.map((check) => check.holds);

test('the text is taken with its signs, broken lines made whole', () => {
  expect(content.text).toBe(
    '# Notice\n\nIt is hereby announced that forms are collected until the fifth. [Here](https://a.example/)',
  );
  expect(content.model).toBe('Send [the form](https://a.example/) by 5 October.');
});

describe('checks', () => {
  test('are told as the text is written', () => {
    expect(repair.show(content, arrangement).checks.map((check) => check.holds)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(holds('Send it by 5 October')).toEqual([true, true, true, false]);
    expect(holds(content.model)).toEqual([true, true, true, true]);
    expect(holds('')).toEqual([true, false, true, false]);
  });

  test('with a label keep their phrases to themselves', () => {
    const shown = repair.show(content, arrangement, { text: content.model });
    expect(shown.checks[1]).toEqual({
      type: 'says',
      limit: null,
      label: 'the date',
      phrases: null,
      holds: true,
    });
    expect(shown.checks[2]).toMatchObject({ label: null, phrases: ['hereby'] });
    expect(JSON.stringify(shown)).not.toContain('October');
    expect(JSON.stringify(shown)).not.toContain('About');
  });

  test.each([
    ['words <= 80', { type: 'words-at-most', limit: 80 }],
    ['words >= 20', { type: 'words-at-least', limit: 20 }],
    ['sentence <= 20 words', { type: 'sentence', limit: 20 }],
    ['passive ≤ 1', { type: 'passive', limit: 1 }],
    ['says "a|b" | “c”', { type: 'says', phrases: ['a|b', 'c'], label: null }],
    ['never says "a" (b (c))', { type: 'never-says', phrases: ['a'], label: 'b (c)' }],
    ['links have words', { type: 'links', least: 0 }],
    ['headings in order', { type: 'headings', least: 0 }],
  ])('%s', (written, check) => {
    expect(readCheck(written)).toEqual(check);
  });

  test.each([
    '',
    'words',
    'words <= -1',
    'words <= 1.5',
    'words == 1',
    'Words <= 1',
    'says',
    'says ""',
    'says "a" |',
    'says | "a"',
    'says "a" label',
    'says "a" (',
    'says "…" (x) y',
    'never "a"',
    'links',
    'headings',
  ])('%j is none', (written) => {
    expect(readCheck(written)).toBeUndefined();
  });
});

describe('what it earns', () => {
  test('is the share of checks that hold', () => {
    const share = (text: string) => repair.grade(content, { text }).share;
    expect([content.text, 'Send it by 5 October', content.model].map(share)).toEqual([0, 0.75, 1]);
  });

  test('comes with the words about each check', () => {
    const { parts } = repair.grade(content, { text: 'Send it by 5 October' });
    expect(parts.map(({ right }) => right)).toEqual([true, true, true, false]);
    expect(parts.map(({ feedback }) => plainText(feedback))).toEqual([
      'About words.',
      'About the date.',
      'About hereby.',
      'About links.',
    ]);
  });

  test('asks for words', () => {
    const isComplete = (text: string) => repair.isComplete(content, { text });
    expect(['', ' \n', 'x', content.text].map(isComplete)).toEqual([false, false, true, true]);
  });
});

test('in the end the model version and the phrases are told', () => {
  expect(repair.key(content).answer).toEqual({ text: content.model });
  expect(repair.due?.(content, null, arrangement)).toEqual({
    model: content.model,
    phrases: [null, ['5 October', 'October 5'], ['hereby'], null],
  });
});

test('a revision changes with the text and the checks, not with feedback and model', () => {
  const base = repair.revisionText(content);
  const of = (from: string, to: string) => repair.revisionText(read(body.replace(from, to)));
  expect(of('hereby announced', 'announced hereby')).not.toBe(base);
  expect(of('words <= 9', 'words <= 8')).not.toBe(base);
  expect(of('About words.', 'Else.')).toBe(base);
  expect(of('by 5 October.', 'until 5 October.')).toBe(base);
});

test('a translation has as many checks', () => {
  expect(arrangement.map((list) => list.length)).toEqual([4]);
});

test('links in the text lead nowhere, and mistakes in it are the exercise', () => {
  const { references, problems } = parseLesson(
    '01-a.md',
    `::: repair #a\nQ\n\n---\n\n![](a.svg) [x](b.md) <b> [y](javascript:z)\n\n- words <= 2\n  > f\n- says "b"\n  > f\n\n---\n\n<b> ![](c.svg)\n\n> [!WHY] [w](w.md)\n:::\n\n<i>`,
  );
  expect(references.map(({ target }) => target)).toEqual([{ to: 'file', path: 'w.md' }]);
  expect(problems.map(({ rule }) => rule)).toEqual(['matter-missing', 'html-as-text']);
});

test('answers of other shapes are refused', () => {
  const junk: unknown[] = [[], 'text', {}, { text: 1 }, { text: 'a', more: 1 }];
  for (const each of junk) expect(repair.answer.safeParse(each).success).toBe(false);
});
