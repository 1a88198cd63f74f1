// Which way each line runs: by its words, not by the signs of Markdown that it begins with.
import type { Range } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin } from '@codemirror/view';

/** Quotes, list signs, boxes, headings, table bars, `[!HINT]`: they say nothing about direction. */
const signs = /^(?:[\s>#|*+-]|\d{1,9}[.)](?=\s)|\[[ xX]\](?=\s)|\[![A-Za-z]+(?: [^\]]{0,80})?\])*/;
const strong =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]|\p{L}/u;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

export type LineDirection = 'ltr' | 'rtl';

/** Null for a line that runs as the text around it does. */
export function directionOfLine(text: string): LineDirection | null {
  const begin = signs.exec(text)?.[0].length ?? 0;
  const first = strong.exec(text.slice(begin, begin + 500))?.[0];
  if (first === undefined) return null;
  return rightToLeft.test(first) ? 'rtl' : 'ltr';
}

const looks: Record<LineDirection, Decoration> = {
  ltr: Decoration.line({ attributes: { dir: 'ltr' } }),
  rtl: Decoration.line({ attributes: { dir: 'rtl' } }),
};

function decorationsOf({ visibleRanges, state }: EditorView): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  let last = -1;
  for (const { from, to } of visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = state.doc.lineAt(at);
      at = line.to + 1;
      const direction = directionOfLine(line.text);
      if (direction && line.from > last) ranges.push(looks[direction].range(line.from));
      last = line.from;
    }
  }
  return Decoration.set(ranges);
}

const lines = ViewPlugin.define(
  (view) => ({
    shown: decorationsOf(view),
    update({ docChanged, viewportChanged, view }) {
      if (docChanged || viewportChanged) this.shown = decorationsOf(view);
    },
  }),
  { decorations: (plugin) => plugin.shown },
);

export const lineDirection = [EditorView.perLineTextDirection.of(true), lines];
