// A text from outside arrives whole, and leaves the cursor and what can be undone in their places.
import { history, undo } from '@codemirror/commands';
import { EditorState, Transaction } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesBetween, SentTexts } from './outside-change';

const lines = fc
  .array(fc.constantFrom('one', 'two', '', '::: choice #a', 'é👩‍💻', '- [x] so'), { maxLength: 30 })
  .map((each) => each.join('\n'));

test('whatever it was, the text is then what it became', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const state = EditorState.create({ doc: before });
      const changed = state.update({ changes: changesBetween(before, after) }).state;
      expect(changed.doc.toString()).toBe(after);
    }),
  );
});

test('the cursor stays with its words, also between two changes', () => {
  const before = 'first  \nmiddle words\nlast  \n';
  const state = EditorState.create({ doc: before, selection: { anchor: before.indexOf('words') } });
  const after = 'first\nmiddle words\nlast\nand more\n';
  const changed = state.update({ changes: changesBetween(before, after) }).state;
  expect(changed.sliceDoc(changed.selection.main.head)).toBe('words\nlast\nand more\n');
});

test('undoing takes back what was written here, and leaves what came from outside', () => {
  let state = EditorState.create({ doc: 'one\ntwo\n', extensions: [history()] });
  state = state.update({ changes: { from: 3, insert: ' typed' }, userEvent: 'input' }).state;
  const outside = changesBetween(state.doc.toString(), 'zero\none typed\ntwo\n');
  state = state.update({
    changes: outside,
    annotations: Transaction.addToHistory.of(false),
  }).state;
  undo({
    state,
    dispatch: (transaction) => {
      state = transaction.state;
    },
  });
  expect(state.doc.toString()).toBe('zero\none\ntwo\n');
});

describe('texts that were sent', () => {
  test('come back in order, each once, and forget what was before', () => {
    const sent = new SentTexts();
    for (const text of ['a', 'ab', 'abc']) sent.add(text);
    expect(sent.comesBack('ab')).toBe(true);
    expect(sent.comesBack('a')).toBe(false);
    expect(sent.comesBack('abc')).toBe(true);
    expect(sent.comesBack('abc')).toBe(false);
  });

  test('are not kept for ever', () => {
    const sent = new SentTexts(2);
    for (const text of ['a', 'b', 'c']) sent.add(text);
    expect(sent.comesBack('a')).toBe(false);
    expect(sent.comesBack('c')).toBe(true);
  });
});
