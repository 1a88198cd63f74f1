// What the editor can do to the text, each with its key: the tool bar and the keyboard read the same table.
import type { EditorState, TransactionSpec } from '@codemirror/state';
import { calledOut, headed, linked, listed, toggled } from './format';

export const actionNames = ['bold', 'italic', 'link', 'heading', 'list', 'callout'] as const;
export type ActionName = (typeof actionNames)[number];

export interface Action {
  key: string;
  make: (state: EditorState) => TransactionSpec;
}

export const actions: Record<ActionName, Action> = {
  bold: { key: 'Mod-b', make: (state) => toggled(state, '**') },
  italic: { key: 'Mod-i', make: (state) => toggled(state, '*') },
  link: { key: 'Mod-k', make: linked },
  heading: { key: 'Mod-Shift-h', make: headed },
  list: { key: 'Mod-Shift-l', make: listed },
  callout: { key: 'Mod-Shift-o', make: calledOut },
};

/** Keys of what the window does around the text. */
export const otherKeys = {
  insert: 'Mod-Shift-i',
  picture: 'Mod-Shift-p',
  table: 'Mod-Shift-e',
  nextProblem: 'F8',
  mend: 'Mod-.',
} as const;
