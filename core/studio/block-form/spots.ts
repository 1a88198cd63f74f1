// Where the fields of a form stand in the text, and how other words are written there.
import type { FieldValue } from './form';
import { type Edit, fieldText, indentOf, type LineRange, type Source } from './source';

export interface FieldSpot {
  value: FieldValue;
  /** Undefined where this value cannot stand here. */
  write: (value: FieldValue) => Edit | undefined;
}

export interface EntrySpot {
  fields: Record<string, FieldSpot>;
  lists: Record<string, ListSpot>;
  lines: LineRange;
}

export interface ListSpot {
  entries: EntrySpot[];
  /** Undefined where none can be written. */
  add: (at: number, fields: Readonly<Record<string, FieldValue>>) => Edit | undefined;
  /** What numbers an entry: it stays at its place when entries change theirs. */
  marker?: RegExp;
}

interface ProseSpot {
  lines: LineRange;
  /** How many characters of a line belong to what stands around the words. */
  before: (line: number) => number;
  /** What further lines begin with. */
  next: string;
  /** Where the words end in the last line, if not at its end. */
  end?: number;
  /** Writes the field away; without it an empty one stays an empty line of words. */
  clear?: () => Edit;
}

/** Words of one or several lines, each behind what its list or quote writes before it. */
export function proseSpot(source: Source, spot: ProseSpot): FieldSpot {
  const { lines, before, next, clear } = spot;
  const count = lines.to - lines.from;
  const prefix = (at: number): string =>
    source.words(lines.from + at).slice(0, before(lines.from + at));
  const words = (at: number): string => source.words(lines.from + at).slice(prefix(at).length);
  const begin = prefix(0).length + indentOf(words(0));
  const from = source.start(lines.from) + begin;
  const to = Math.max(from, trimmedEnd(source, spot.end ?? source.end(lines.to - 1)));
  const value = Array.from({ length: count }, (_, at) => {
    const start = at === 0 ? from : source.start(lines.from + at) + prefix(at).length;
    const end = at === count - 1 ? to : source.end(lines.from + at);
    return source.text.slice(start, Math.max(start, end));
  }).join('\n');

  const beginning = (part: string, at: number): string => {
    const isOld = at < count && words(at).trim() !== '';
    if (part.trim() !== '') return isOld ? prefix(at) : next;
    return at < count && !isOld ? prefix(at) : next.trimEnd();
  };
  return {
    value,
    write: (given) => {
      const text = fieldText(String(given ?? ''));
      if (text === '' && clear) return clear();
      const parts = text.split('\n').map((part, at) => {
        if (at === 0) return part;
        const ending = source.lines[lines.from + at - 1]?.ending || source.ending;
        return ending + beginning(part, at) + part;
      });
      // A marker that nothing stood behind has no space behind it either.
      const isBare = from === to && /\S$/.test(source.text.slice(source.start(lines.from), from));
      return { from, to, text: (isBare && text !== '' ? ' ' : '') + parts.join('') };
    },
  };
}

function trimmedEnd(source: Source, end: number): number {
  let at = end;
  while (at > 0 && (source.text[at - 1] === ' ' || source.text[at - 1] === '\t')) at--;
  return at;
}

/** Several lines behind a prefix each. */
export const behind = (source: Source, prefix: string, text: string): string =>
  text
    .split('\n')
    .map((line) => (line.trim() === '' ? prefix.trimEnd() : prefix + line))
    .join(source.ending);

/**
 * New text at the beginning of a line, with a blank line around it where there is text; before the
 * closing line none is needed.
 */
export function paragraphAt(source: Source, line: number, text: string, closing: number): Edit {
  const at = source.start(line);
  const above = line > 1 && !source.isBlank(line - 1) ? source.ending : '';
  const below = line < closing ? source.ending : '';
  return { from: at, to: at, text: `${above}${text}${source.ending}${below}` };
}

/** Running text of a block itself: its lines are written as they are. */
export function textSpot(
  source: Source,
  range: LineRange,
  anchor: number,
  closing: number,
): FieldSpot {
  const lines = source.trimmed(range);
  if (lines.from === lines.to) {
    return {
      value: null,
      write: (given) => {
        const text = fieldText(String(given ?? ''));
        const words = text.split('\n').join(source.ending);
        return text === '' ? undefined : paragraphAt(source, anchor, words, closing);
      },
    };
  }
  return proseSpot(source, {
    lines,
    before: () => 0,
    next: '',
    clear: () => ({ from: source.start(lines.from), to: source.start(range.to), text: '' }),
  });
}
