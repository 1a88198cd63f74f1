// A block that is inserted anywhere is read as that block, and leaves all others as they were.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLesson } from '../../../core/course/parse';
import { samples } from '../../../core/course/samples';
import { after, editorState } from '../../../tests/editor-state';
import { blockInsertion, withFreshIds } from './insertion';

const all = Object.values(samples).flat();
const sample = (kind: string): string => all.find((each) => each.kind === kind)?.markdown ?? '';

const lesson = `---
title: A lesson
objectives: [Do it]
---
Some words
on two lines.

## A heading

- one
- two

\`\`\`
::: choice in code

\`\`\`

:::: test #my-test
Words in the test.

${sample('choice')}
::::

${sample('inbox')}
::: details More
Folded.
:::

${sample('poll')}
The end.`;

const read = (text: string) => {
  const { items, groups, kept, problems } = parseLesson('01-a.md', text);
  return {
    blocks: [...items, ...groups, ...kept].map(({ id, kind }) => `${kind} ${id}`),
    problems: problems.map(({ rule }) => rule),
  };
};

test('the lesson itself is sound', () => {
  expect(read(lesson).problems).toEqual([]);
});

describe.each(all)('$kind', ({ markdown }) => {
  test('goes in at every line and harms nothing', () => {
    const before = read(lesson);
    const own = read(`---\ntitle: A\nobjectives: [B]\n---\n${markdown}`).blocks.length;
    const state = editorState(lesson);
    for (let line = 1; line <= state.doc.lines; line++) {
      const at = state.doc.line(line).from;
      const text = state.update(blockInsertion(state, markdown, at)).state.doc.toString();
      const now = read(text);
      expect(now.problems, `line ${line}\n${text}`).toEqual([]);
      expect(before.blocks.filter((each) => !now.blocks.includes(each))).toEqual([]);
      expect(now.blocks.length, text).toBe(before.blocks.length + own);
    }
  });
});

describe('a block', () => {
  const choice = '::: choice #first-step\nWhat?\n:::';
  const insert = (marked: string, markdown = choice, isTyped = false): string => {
    const state = editorState(marked);
    return after(state, blockInsertion(state, markdown, state.selection.main.head, isTyped));
  };

  test('takes the place of an empty line; its id is selected', () => {
    expect(insert('one\n\n‸\n\ntwo')).toBe('one\n\n::: choice #‹first-step›\nWhat?\n:::\n\ntwo');
  });

  test('goes behind the paragraph with the cursor, between empty lines', () => {
    expect(insert('o‸ne\nmore\ntwo\n\nthree')).toBe(
      'one\nmore\ntwo\n\n::: choice #‹first-step›\nWhat?\n:::\n\nthree',
    );
  });

  test('goes behind the question with the cursor', () => {
    expect(insert('::: order #a\nx‸\n:::\n')).toBe(
      '::: order #a\nx\n:::\n\n::: choice #‹first-step›\nWhat?\n:::\n',
    );
  });

  test('stays inside a test, which gets the colons it then needs', () => {
    expect(insert('::: test #a\n‸\n:::\n')).toBe(
      ':::: test #a\n::: choice #‹first-step›\nWhat?\n:::\n::::\n',
    );
  });

  test('takes the place of what was typed of it', () => {
    expect(insert('one\n\n::: cho‸', choice, true)).toBe(
      'one\n\n::: choice #‹first-step›\nWhat?\n:::\n',
    );
  });

  test('without an id is ready for its first words', () => {
    expect(insert('‸', '::: steps\n1. One\n:::')).toBe('::: steps\n‸1. One\n:::\n');
  });

  test('goes below front matter', () => {
    expect(insert('---\ntitle: ‸A\n---\nText')).toBe(
      '---\ntitle: A\n---\n\n::: choice #‹first-step›\nWhat?\n:::\n\nText',
    );
  });
});

test('ids are new, whatever is taken', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('is-it-monday', 'is-it-monday-2', 'warm-up')), (taken) => {
      const made = withFreshIds(sample('pool'), taken);
      const ids = [...made.matchAll(/^:+ \w+ #([\w-]+)/gm)].map(([, id]) => id);
      expect(ids).toHaveLength(3);
      expect(new Set([...ids, ...taken]).size).toBe(3 + new Set(taken).size);
    }),
  );
});
