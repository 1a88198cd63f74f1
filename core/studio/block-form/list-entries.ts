// The entries of a list: text, box, pin, feedback, and the list under a group.
import { readAttributes } from '../../course/attributes';
import type { FieldValue } from './form';
import { type Node, Tangled } from './nodes';
import type { EntryShape } from './shapes';
import { type Edit, fieldText, indentOf, type LineRange, type Source } from './source';
import { behind, type EntrySpot, type FieldSpot, type ListSpot, proseSpot } from './spots';

const markerForm = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;
const boxForm = /^\[([ xX])\](?:[ \t]+|$)/;
const number = /^([ \t]*)(\d{1,9})(?=[.)])/;

export const isList = ({ type }: Node): boolean =>
  type === 'bullet_list_open' || type === 'ordered_list_open';

/** At most so many characters of white space, as a list or a quote leaves them out. */
const outdented = (text: string, width: number): number => Math.min(indentOf(text), width);

export function listSpot(source: Source, list: Node, shape: EntryShape): ListSpot {
  const items = list.children.filter(({ type }) => type === 'list_item_open');
  const entries = items.map((item) => entrySpot(source, item, shape));
  const [first] = items;
  const marker = markerForm.exec(source.words(first?.lines.from ?? 0))?.[0];
  if (marker === undefined || first?.lines.from === undefined) throw new Tangled();
  const isLoose = entries.some(
    ({ lines }, at) => at > 0 && lines.from > (entries[at - 1]?.lines.to ?? 0),
  );
  return {
    entries,
    ...(list.type === 'ordered_list_open' && { marker: number }),
    add: (at, fields) => {
      const above = entries[at - 1];
      const near = above ?? entries[0];
      if (!near) return undefined;
      const own = numbered(marker, source.words(near.lines.from), above ? 1 : 0);
      const text = entryText(source, own, shape, fields);
      const gap = isLoose ? source.ending : '';
      if (above) {
        const place = source.end(above.lines.to - 1);
        return { from: place, to: place, text: source.ending + gap + text };
      }
      const place = source.start(near.lines.from);
      return { from: place, to: place, text: text + source.ending + gap };
    },
  };
}

/** A list where there is none yet. */
export const newList = (
  source: Source,
  shape: EntryShape,
  isNumbered: boolean,
  fields: Readonly<Record<string, FieldValue>>,
): string => entryText(source, isNumbered ? '1. ' : '- ', shape, fields);

/** The marker of a further entry: the next number after that of the line. */
function numbered(marker: string, line: string, step: number): string {
  const found = number.exec(line);
  if (!found) return marker;
  return (markerForm.exec(line)?.[0] ?? marker).replace(
    number,
    (_, indent: string, digits) => `${indent}${Number(digits) + step}`,
  );
}

function entryText(
  source: Source,
  written: string,
  shape: EntryShape,
  fields: Readonly<Record<string, FieldValue>>,
): string {
  const marker = /[ \t]$/.test(written) ? written : `${written} `;
  const indent = ' '.repeat(marker.length);
  const words = (name: string): string => fieldText(String(fields[name] ?? ''));
  const hasBox = shape.box === 'maybe' ? typeof fields.right === 'boolean' : shape.box;
  const box = hasBox ? (fields.right === true ? '[x] ' : '[ ] ') : '';
  const [first = '', ...rest] = words('text').split('\n');
  const pin = shape.pin && fields.pinned === true ? ' {pin}' : '';
  const lines = [
    `${marker}${box}${[first, ...rest].length === 1 ? first + pin : first}`,
    ...rest.map((line) => (line.trim() === '' ? '' : indent + line)),
  ];
  const feedback = words('feedback');
  const quote = feedback === '' ? [] : [behind(source, `${indent}> `, feedback)];
  return [...lines, ...quote].join(source.ending);
}

function entrySpot(source: Source, item: Node, shape: EntryShape): EntrySpot {
  const line = source.words(item.lines.from);
  const marker = markerForm.exec(line)?.[0];
  const [child] = item.children;
  if (marker === undefined || (child && isList(child))) throw new Tangled();
  const rest = line.slice(marker.length);
  const box = boxForm.exec(rest)?.[0];
  const head = marker.length + (box?.length ?? 0);
  const width = marker.length;
  const quote = item.children.find(({ type }) => type === 'blockquote_open');
  const inner = shape.items && item.children.find(isList);
  const after = Math.min(quote?.lines.from ?? item.lines.to, inner?.lines.from ?? item.lines.to);
  const words = source.trimmed({ from: item.lines.from, to: after });
  // A quote or a list right behind the marker.
  if (words.from === words.to) throw new Tangled();
  const isOneParagraph = !source
    .slice(words)
    .split(/\r\n|\n|\r/)
    .some((each) => each.trim() === '');
  const pin = shape.pin && isOneParagraph ? pinIn(source, words.to - 1, head, words) : undefined;
  const before = (each: number): number =>
    each === item.lines.from ? head : outdented(source.words(each), width);
  const next = ' '.repeat(width);

  const fields: Record<string, FieldSpot> = {
    text: proseSpot(source, { lines: words, before, next, ...(pin && { end: pin.from }) }),
  };
  if (shape.box && shape.box !== 'open')
    fields.right = boxSpot(source, item.lines.from, marker.length);
  if (shape.pin) {
    fields.pinned = pinSpot(source, isOneParagraph ? source.end(words.to - 1) : undefined, pin);
  }
  if (shape.feedback) fields.feedback = feedbackSpot(source, words.to - 1, quote, width);
  return {
    fields,
    lists: shape.items ? { items: itemsSpot(source, inner, shape.items, words.to - 1, next) } : {},
    lines: item.lines,
  };
}

/** The list under a group, or where it would begin. */
function itemsSpot(
  source: Source,
  inner: Node | undefined,
  shape: EntryShape,
  last: number,
  indent: string,
): ListSpot {
  if (inner) return listSpot(source, inner, shape);
  const place = source.end(last);
  return {
    entries: [],
    add: (_, fields) => {
      const lines = newList(source, shape, false, fields).split(source.ending);
      const text = lines.map((line) => source.ending + (line === '' ? '' : indent + line));
      return { from: place, to: place, text: text.join('') };
    },
  };
}

function boxSpot(source: Source, line: number, at: number): FieldSpot {
  const box = boxForm.exec(source.words(line).slice(at));
  const from = source.start(line) + at;
  return {
    value: box ? box[1] !== ' ' : null,
    write: (value) => {
      if (typeof value !== 'boolean') return undefined;
      const sign = value ? 'x' : ' ';
      return box
        ? { from: from + 1, to: from + 2, text: sign }
        : { from, to: from, text: `[${sign}] ` };
    },
  };
}

interface Pin {
  /** With the white space before it. */
  from: number;
  to: number;
  isAlone: boolean;
}

function pinIn(source: Source, line: number, head: number, { from }: LineRange): Pin | undefined {
  const words = source.words(line).trimEnd();
  const open = words.lastIndexOf('{');
  if (open < (line === from ? head : 0) || !words.endsWith('}')) return undefined;
  const written = words.slice(open + 1, -1);
  if (!readAttributes(written).attributes.has('pin')) return undefined;
  const begin = words.slice(0, open).trimEnd().length;
  const start = source.start(line);
  return { from: start + begin, to: start + words.length, isAlone: written.trim() === 'pin' };
}

/** `end` is where a pin would be written; undefined where none can be. */
function pinSpot(source: Source, end: number | undefined, pin: Pin | undefined): FieldSpot {
  return {
    value: end === undefined ? null : pin !== undefined,
    write: (value): Edit | undefined => {
      if (end === undefined || typeof value !== 'boolean') return undefined;
      if (pin) return pin.isAlone ? { from: pin.from, to: pin.to, text: '' } : undefined;
      const at = source.text.slice(0, end).trimEnd().length;
      return { from: at, to: at, text: ' {pin}' };
    },
  };
}

/** What stands before the words of a line of a quote. */
export function quoted(text: string, width: number): number {
  const indent = outdented(text, width);
  const mark = /^ {0,3}>[ \t]?/.exec(text.slice(indent));
  return mark ? indent + mark[0].length : indent;
}

function feedbackSpot(
  source: Source,
  last: number,
  quote: Node | undefined,
  width: number,
): FieldSpot {
  const prefix = `${' '.repeat(width)}> `;
  const end = source.end(last);
  if (!quote) {
    return {
      value: null,
      write: (value) => {
        const text = fieldText(String(value ?? ''));
        if (text === '') return undefined;
        return { from: end, to: end, text: source.ending + behind(source, prefix, text) };
      },
    };
  }
  const { lines } = quote;
  const begin = source.words(lines.from);
  return proseSpot(source, {
    lines,
    before: (line) => quoted(source.words(line), width),
    next: begin.slice(0, quoted(begin, width)).replace(/>$/, '> '),
    clear: () => ({ from: end, to: source.end(lines.to - 1), text: '' }),
  });
}
