// What the buttons and keys of the editor do to a text: bold, italic, links, headings, lists, callouts.
import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';

/** What is worked on: what is selected without the spaces at its ends, else the word at the cursor. */
function subject(state: EditorState): { from: number; to: number } {
  const { main } = state.selection;
  if (main.empty) return state.wordAt(main.head) ?? { from: main.head, to: main.head };
  const words = state.sliceDoc(main.from, main.to);
  const from = main.from + (words.length - words.trimStart().length);
  return { from, to: Math.max(from, main.from + words.trimEnd().length) };
}

/** Whether exactly this sign stands there: `*` is not half of `**`. */
function signed(state: EditorState, from: number, to: number, sign: string): boolean {
  const size = sign.length;
  const run = (text: string): number => /^\**/.exec(text)?.[0].length ?? 0;
  const before = run([...state.sliceDoc(Math.max(0, from - 3), from)].reverse().join(''));
  const after = run(state.sliceDoc(to, to + 3));
  // Three signs are both at once.
  return (before === size || before === 3) && (after === size || after === 3);
}

/** Puts `**` or `*` around the words, or takes them away. */
export function toggled(state: EditorState, sign: '*' | '**'): TransactionSpec {
  let { from, to } = subject(state);
  const size = sign.length;
  const inside = state.sliceDoc(from, to);
  if (inside.length >= 2 * size && inside.startsWith(sign) && inside.endsWith(sign)) {
    from += size;
    to -= size;
  }
  const userEvent = 'input.format';
  if (signed(state, from, to, sign)) {
    const changes = [
      { from: from - size, to: from },
      { from: to, to: to + size },
    ];
    return { changes, selection: EditorSelection.range(from - size, to - size), userEvent };
  }
  const changes = [
    { from, insert: sign },
    { from: to, insert: sign },
  ];
  return { changes, selection: EditorSelection.range(from + size, to + size), userEvent };
}

const address = /^(https?:\/\/|mailto:)\S+$/;

/** Makes a link of the words; what is then selected is what is still missing. */
export function linked(state: EditorState): TransactionSpec {
  const { from, to } = subject(state);
  const words = state.sliceDoc(from, to);
  const [name, target] = address.test(words) ? ['', words] : [words, ''];
  const at = from + (name === '' ? 1 : name.length + 3);
  const changes = { from, to, insert: `[${name}](${target})` };
  return { changes, selection: { anchor: at }, userEvent: 'input.format' };
}

/** Changes the lines that the selection touches; of several not the empty ones, unless asked to. */
function onLines(
  state: EditorState,
  change: (text: string, at: number) => { from: number; to: number; insert: string } | null,
  { withEmpty = false } = {},
): TransactionSpec {
  const { from, to } = state.selection.main;
  const first = state.doc.lineAt(from).number;
  const last = state.doc.lineAt(to).number;
  const changes = [];
  for (let number = first; number <= last; number++) {
    const line = state.doc.line(number);
    if (!withEmpty && line.text.trim() === '' && first !== last) continue;
    const made = change(line.text, number - first);
    if (!made) continue;
    changes.push({ from: line.from + made.from, to: line.from + made.to, insert: made.insert });
  }
  return { changes, userEvent: 'input.format' };
}

const headingForm = /^(#{1,6})[ \t]+/;

/** No heading → `##` → `###` → no heading: the title of a lesson is in its front matter. */
export const headed = (state: EditorState): TransactionSpec =>
  onLines(state, (text) => {
    const [all = '', signs = ''] = headingForm.exec(text) ?? [];
    const insert = signs === '' ? '## ' : signs.length < 3 ? '### ' : '';
    return { from: 0, to: all.length, insert };
  });

const itemForm = /^(\s*)([-*+]|\d{1,9}[.)])[ \t]+/;

export function listed(state: EditorState): TransactionSpec {
  const { from, to } = state.selection.main;
  const lines: string[] = [];
  for (let at = state.doc.lineAt(from).number; at <= state.doc.lineAt(to).number; at++) {
    lines.push(state.doc.line(at).text);
  }
  const written = lines.filter((text) => text.trim() !== '');
  const isList = written.length > 0 && written.every((text) => itemForm.test(text));
  return onLines(state, (text) => {
    const [all = '', space = ''] = itemForm.exec(text) ?? [];
    const start = /^\s*/.exec(text)?.[0] ?? '';
    if (isList) return { from: space.length, to: all.length, insert: '' };
    if (all !== '') return null;
    return { from: start.length, to: start.length, insert: '- ' };
  });
}

/** Makes a callout of the lines. */
export const calledOut = (state: EditorState): TransactionSpec =>
  onLines(state, (_, at) => ({ from: 0, to: 0, insert: at === 0 ? '> [!NOTE] ' : '> ' }), {
    withEmpty: true,
  });

/** A picture of the course at a place. */
export const pictured = (path: string, at: number) => ({
  changes: { from: at, insert: `![](${/[\s()<>]/.test(path) ? `<${path}>` : path})` },
  // What it shows is still to be said.
  selection: { anchor: at + 2 },
  userEvent: 'input.picture',
});
