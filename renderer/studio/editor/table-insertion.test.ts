// A table that is inserted anywhere is read as one, and what was there stays as it was.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { samples } from '../../../core/course/samples';
import { tableAt } from '../../../core/studio/table/find-tables';
import { emptyTable } from '../../../core/studio/table/new-table';
import { after, editorState } from '../../../tests/editor-state';
import { tableInsertion } from './table-insertion';

const table = emptyTable(2, 1);
const written = (marked: string): string => {
  const state = editorState(marked);
  return after(state, tableInsertion(state, table));
};

test('behind the passage, not in the middle of it', () => {
  expect(written('Some wo‸rds\non two lines.\n\nMore.')).toBe(
    'Some words\non two lines.\n\n|‸  |  |\n| --- | --- |\n|  |  |\n\nMore.'.replace(
      '|‸  |',
      '| ‸ |',
    ),
  );
  expect(written('Words.\n‸\nMore.')).toBe('Words.\n\n| ‸ |  |\n| --- | --- |\n|  |  |\n\nMore.');
});

test('in a quote with its signs, in a block before its end', () => {
  expect(written('> Word‸s\n')).toBe('> Words\n>\n> | ‸ |  |\n> | --- | --- |\n> |  |  |\n');
  expect(written('::: details T\nWords‸\n:::')).toBe(
    '::: details T\nWords\n\n| ‸ |  |\n| --- | --- |\n|  |  |\n\n:::',
  );
});

const lesson = `---
title: A lesson
---
Some words
on two lines.

> A quote.

- one
- two

\`\`\`
code
\`\`\`

| a |
| - |
| b |

${samples.questions
  // The head of a message is no Markdown.
  .filter(({ kind }) => kind !== 'inbox')
  .map(({ markdown }) => markdown)
  .join('\n')}
`;

test('wherever the cursor is, outside of front matter, a table stands in its line', () => {
  fc.assert(
    fc.property(fc.nat(lesson.length), (at) => {
      const state = editorState(`${lesson.slice(0, at)}‸${lesson.slice(at)}`);
      const next = state.update(tableInsertion(state, table)).state;
      const text = next.doc.toString();
      const line = next.doc.lineAt(next.selection.main.head).number;
      expect(tableAt(text, line)).toMatchObject({
        line,
        rows: [
          ['', ''],
          ['', ''],
        ],
      });
      const rest = text
        .split('\n')
        .toSpliced(line - 1, 3)
        .join('');
      expect(rest.replace(/[\s>]/g, '')).toBe(lesson.replace(/[\s>]/g, ''));
    }),
  );
});
