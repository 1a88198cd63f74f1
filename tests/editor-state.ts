// A text as the Studio's editor holds it, without a window: `‸` is the cursor, `‹…›` what is selected.
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState, type TransactionSpec } from '@codemirror/state';
import { outline } from '../renderer/studio/editor/blocks-in';
import { courseLanguage } from '../renderer/studio/editor/course-language';

export function editorState(marked: string): EditorState {
  const begin = marked.search(/[‸‹]/);
  const isRange = marked[begin] === '‹';
  const end = isRange ? marked.indexOf('›') - 1 : begin;
  const doc = begin < 0 ? marked : marked.replace(isRange ? /[‹›]/g : '‸', '');
  const state = EditorState.create({
    doc,
    selection: begin < 0 ? { anchor: 0 } : { anchor: begin, head: end },
    extensions: [outline, courseLanguage()],
  });
  // Another state, because a state holds the tree that was ready when it was made.
  ensureSyntaxTree(state, doc.length, 10_000);
  return state.update({}).state;
}

/** The text after a change, with its cursor or selection. */
export function after(state: EditorState, spec: TransactionSpec): string {
  const { doc, selection } = state.update(spec).state;
  const { from, to } = selection.main;
  const text = doc.toString();
  const inside = text.slice(from, to);
  return `${text.slice(0, from)}${inside === '' ? '‸' : `‹${inside}›`}${text.slice(to)}`;
}
