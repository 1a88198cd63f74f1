// Problems are marked where they are, and mended by the mend that the service has found.
import { Text } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import { fixText } from '../../../core/course/fix';
import { parseLesson } from '../../../core/course/parse';
import { type Mend, marksOf, rangeOf } from './diagnostics';
import { changesBetween } from './outside-change';

const text = `---
title: A
levle: basic
---
::: choice
Which [one](http://city.example)?

- [x] This
  > Yes.
- [ ] That
  > No.
:::
`;
const doc = Text.of(text.split('\n'));
const { problems } = parseLesson('01-a.md', text);

const mend: Mend = {
  rule: 'block-id-missing',
  line: 5,
  label: 'Write the id',
  apply: (before) => fixText('01-a.md', before).text,
};

describe('a mark', () => {
  const marked = (rule: string): string[] =>
    marksOf(doc, problems, [mend], ({ rule }) => rule)
      .filter(({ problem }) => problem.rule === rule)
      .map(({ from, to }) => doc.sliceString(from, to));

  test('covers the line that the problem begins, or the word at fault', () => {
    expect(marked('block-id-missing')).toEqual(['::: choice']);
    expect(marked('matter-key-unknown')).toEqual(['levle: basic']);
    expect(marked('link-refused')).toEqual(['http://city.example)?']);
  });

  test('carries its mend, and no other mark does', () => {
    const marks = marksOf(doc, problems, [mend], () => '');
    const mended = marks.filter(({ mends }) => mends.length > 0);
    expect(mended.map(({ problem }) => problem.rule)).toEqual(['block-id-missing']);
  });

  test('stays inside the text when the text has become shorter', () => {
    const [problem] = problems;
    if (!problem) throw new Error('a problem');
    const short = Text.of(['ab']);
    expect(rangeOf(short, { ...problem, line: 99, column: 99 })).toEqual({ from: 2, to: 2 });
  });
});

test('a mend changes what it mends, and nothing else', () => {
  const changes = changesBetween(text, mend.apply(text));
  expect(changes).toEqual([{ from: 40, to: 40, insert: ' #which-one' }]);
});
