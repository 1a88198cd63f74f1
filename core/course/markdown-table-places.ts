// Notes where the words of each line of a table begin: only markdown-it knows what a list or a quote writes before them.
import type { MarkdownIt, StateBlock } from 'markdown-it';

/** A table as it lies in the text that was parsed. */
export interface TablePlace {
  /** Lines from (included) to (excluded), counted from 0: the heading, the line below it, the rows. */
  from: number;
  to: number;
  /** For each of its lines where the words begin, in characters from the beginning of the text. */
  begins: number[];
}

/** What a caller hands in who wants to know; without it nothing is noted. */
export interface TablePlacesEnv {
  [key: PropertyKey]: unknown;
  tablePlaces?: TablePlace[];
}

/** markdown-it plugin; the first of all, because the rule of tables is the first one then. */
export function tablePlacesPlugin(md: MarkdownIt): void {
  const [table] = md.block.ruler.getRules('');
  if (!table) return;
  const noting = (state: StateBlock, from: number, end: number, silent: boolean): boolean => {
    if (!table(state, from, end, silent)) return false;
    const { tablePlaces } = state.env as TablePlacesEnv;
    if (silent || !tablePlaces) return true;
    const begins: number[] = [];
    for (let line = from; line < state.line; line++) {
      begins.push((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0));
    }
    tablePlaces.push({ from, to: state.line, begins });
    return true;
  };
  md.block.ruler.at('table', noting, { alt: ['paragraph', 'reference'] });
}
