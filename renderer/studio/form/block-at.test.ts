// Which block a line stands in, and that putting it back changes nothing around it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseLesson } from '../../../core/course/parse';
import { blockAt, changeBlock } from './block-at';

const gallery = join(import.meta.dirname, '..', '..', '..', 'courses', 'gallery');
const lessons = readdirSync(gallery).filter((name) => /^\d.*\.md$/.test(name));

const textOf = (...lines: string[]): string => lines.join('\n');
const kindAt = (text: string, line: number): string | undefined =>
  blockAt(text, line)?.reading.form?.kind;
const choice = ['::: choice #b', 'What?', '', '- [x] a', '  > f', '- [ ] c', '  > g', ':::'];

test.each(lessons)('every question of %s has a form at its line', (name) => {
  const text = readFileSync(join(gallery, name), 'utf8');
  const { items, kept } = parseLesson('01-a.md', text);
  for (const { id, line } of [...items, ...kept]) {
    expect(blockAt(text, line)?.reading.form, `${name} ${id}`).toMatchObject({ id });
  }
});

describe('the block at a line', () => {
  test('reaches from its opening line to its closing one', () => {
    const text = textOf('Before', '', ...choice, '', 'Behind');
    expect(kindAt(text, 2)).toBeUndefined();
    expect(blockAt(text, 3)).toMatchObject({ line: 3, from: 8, text: choice.join('\n') });
    expect(blockAt(text, 10)).toEqual(blockAt(text, 3));
    expect(blockAt(text, 11)).toBeNull();
  });

  test('is the inbox around a message', () => {
    const text = textOf(
      ':::: inbox #a',
      'Judge.',
      '',
      '::: message #m {verdict=spam}',
      'from: a@b.c',
      '---',
      'Buy!',
      ':::',
      '::::',
    );
    expect(kindAt(text, 5)).toBe('inbox');
  });

  test('is the question in a test, and the test around it', () => {
    const text = textOf(':::: test #t', 'Now', '', ...choice, '', '::::');
    expect(kindAt(text, 6)).toBe('choice');
    expect(kindAt(text, 2)).toBe('test');
  });

  test('is none in front matter and in code', () => {
    const text = textOf('---', 'title: a', '---', '```', ...choice, '```');
    for (let line = 1; line <= 13; line++) expect(blockAt(text, line)).toBeNull();
  });

  test('says why it has no form', () => {
    expect(blockAt('::: choice #a\nWhat?', 2)?.reading).toEqual({
      form: null,
      reason: 'not-closed',
    });
    expect(blockAt('::: choise #a\nWhat?\n:::', 2)?.reading).toMatchObject({
      reason: 'kind-unknown',
    });
  });
});

test.each(['\n', '\r\n', '\r'])('with %j it finds its place, and leaves the rest', (ending) => {
  const [before, behind] = [`Words${ending}${ending}`, `${ending}${ending}More${ending}`];
  const text = before + choice.join(ending) + behind;
  const block = blockAt(text, 4);
  if (!block) throw new Error('no block');
  expect(block.text).toBe(choice.join(ending));
  const changed = changeBlock(text, block.line, { change: 'id', value: 'c' });
  expect(changed).toBe(before + choice.join(ending).replace('#b', '#c') + behind);
});

test('one change after the other keeps both, and what no block can take changes nothing', () => {
  const text = textOf('Before', '', ...choice, '', 'Behind');
  const asks = changeBlock(text, 3, { change: 'field', path: ['question'], value: 'What now?' });
  const both = changeBlock(asks ?? '', 3, { change: 'id', value: 'c' });
  expect(both).toBe(text.replace('What?', 'What now?').replace('#b', '#c'));
  expect(changeBlock(text, 3, { change: 'field', path: ['none'], value: 'x' })).toBeUndefined();
  expect(changeBlock(text, 4, { change: 'id', value: 'c' })).toBeUndefined();
  expect(changeBlock(text, 1, { change: 'id', value: 'c' })).toBeUndefined();
});
