// Shows `[[gaps]]` and `==marked passages==`, but only in the blocks that know them: elsewhere they are plain text.
import { syntaxTree } from '@codemirror/language';
import type { EditorState, Range } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin } from '@codemirror/view';
import { blocksAround, outline } from './blocks-in';

const formsOf: Readonly<Record<string, { form: RegExp; look: string }>> = {
  blanks: { form: /\[\[[^\n]{1,500}?\]\]/g, look: 'cm-gap' },
  mark: { form: /==[^\n=]+?==/g, look: 'cm-marked' },
  sheet: { form: /==[^\n=]+?==/g, look: 'cm-marked' },
};

const isCode = (state: EditorState, at: number): boolean =>
  /Code/.test(syntaxTree(state).resolveInner(at, 1).name);

export interface Passage {
  from: number;
  to: number;
  look: string;
}

/** What is to be shown between two places. */
export function passagesIn(state: EditorState, from: number, to: number): Passage[] {
  const passages: Passage[] = [];
  const outlined = state.field(outline);
  for (let at = from; at <= to; ) {
    const line = state.doc.lineAt(at);
    at = line.to + 1;
    const kind = blocksAround(outlined, line.number)[0]?.kind ?? '';
    const { form, look } = Object.hasOwn(formsOf, kind) ? (formsOf[kind] ?? {}) : {};
    if (!form || !look) continue;
    for (const match of line.text.matchAll(form)) {
      const start = line.from + match.index;
      if (isCode(state, start)) continue;
      passages.push({ from: start, to: start + match[0].length, look });
    }
  }
  return passages;
}

function decorationsOf(view: EditorView): DecorationSet {
  const ranges = view.visibleRanges
    .flatMap(({ from, to }) => passagesIn(view.state, from, to))
    .map(
      ({ from, to, look }): Range<Decoration> => Decoration.mark({ class: look }).range(from, to),
    );
  return Decoration.set(ranges, true);
}

export const gapsAndMarks = ViewPlugin.define(
  (view) => ({
    shown: decorationsOf(view),
    update({ docChanged, viewportChanged, view }) {
      if (docChanged || viewportChanged) this.shown = decorationsOf(view);
    },
  }),
  {
    decorations: (plugin) => plugin.shown,
    provide: () =>
      EditorView.baseTheme({
        '.cm-gap, .cm-gap span': { color: 'var(--code-title)' },
        '.cm-gap': { textDecoration: 'underline' },
        '.cm-marked': { backgroundColor: 'var(--warn-soft)', textDecoration: 'underline' },
      }),
  },
);
