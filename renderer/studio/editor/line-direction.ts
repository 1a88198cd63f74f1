// Which way each line runs: by its words, not by the signs of Markdown that it begins with.
import { syntaxTree } from '@codemirror/language';
import { type EditorState, Prec, type Range } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  Direction,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';

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
    update({ docChanged, viewportChanged, view }: ViewUpdate) {
      if (docChanged || viewportChanged) this.shown = decorationsOf(view);
    },
  }),
  { decorations: (plugin) => plugin.shown },
);

/** What is written from left to right whatever is around it: addresses, code, signs of courses. */
const foreign: ReadonlySet<string> = new Set([
  ...['URL', 'InlineCode', 'Organisation', 'Braces', 'Aside', 'TaskMarker'],
]);

const isolate = Decoration.mark({ attributes: { dir: 'ltr' }, bidiIsolate: Direction.LTR });

/** Of the lines that run from right to left: in the others nothing has to be kept apart. */
export function isolatesIn(state: EditorState, from: number, to: number): Range<Decoration>[] {
  const ranges: Range<Decoration>[] = [];
  syntaxTree(state).iterate({
    from,
    to,
    enter: (node) => {
      if (!foreign.has(node.name) || node.from === node.to) return true;
      const { text } = state.doc.lineAt(node.from);
      if (directionOfLine(text) === 'rtl') ranges.push(isolate.range(node.from, node.to));
      return false;
    },
  });
  return ranges;
}

const isolatesOf = ({ visibleRanges, state }: EditorView): DecorationSet =>
  Decoration.set(
    visibleRanges.flatMap(({ from, to }) => isolatesIn(state, from, to)),
    true,
  );

const isolates = ViewPlugin.define(
  (view) => ({
    shown: isolatesOf(view),
    tree: syntaxTree(view.state),
    update({ docChanged, viewportChanged, view, state }: ViewUpdate) {
      const tree = syntaxTree(state);
      if (!docChanged && !viewportChanged && tree === this.tree) return;
      this.shown = isolatesOf(view);
      this.tree = tree;
    },
  }),
  {
    provide: (plugin) => {
      const shown = (view: EditorView) => view.plugin(plugin)?.shown ?? Decoration.none;
      // Around the colours of the syntax, so that no piece is taken out of its context.
      return [
        Prec.lowest(EditorView.decorations.of(shown)),
        EditorView.bidiIsolatedRanges.of(shown),
      ];
    },
  },
);

export const lineDirection = [EditorView.perLineTextDirection.of(true), lines, isolates];
