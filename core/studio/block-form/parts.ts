// What stands in a scenario, an inbox or a set of cards: scenes, messages, terms with their meanings.
import { outcomes } from '../../course/blocks/scenario-content';
import type { BlockMeta } from '../../course/markdown-block';
import type { FieldValue } from './form';
import { messageText } from './new-message';
import { type Node, Tangled } from './nodes';
import { attributeEdit, idEdit, readOpeningSpots } from './opening';
import { fieldText, indentOf, type LineRange, type Source } from './source';
import {
  behind,
  type EntrySpot,
  type FieldSpot,
  type ListSpot,
  proseSpot,
  textSpot,
} from './spots';

const words = (value: FieldValue | undefined): string => fieldText(String(value ?? ''));

const headingMark = /^[ \t]*#{1,6}[ \t]+/;

/** Each heading, and what stands under it up to the next one or a hint. */
export function scenesSpot(
  source: Source,
  nodes: readonly Node[],
  asides: readonly LineRange[],
  closing: number,
): ListSpot {
  const headings = nodes.filter(({ type }) => type === 'heading_open');
  const entries = headings.map((heading, at): EntrySpot => {
    const { from, to } = heading.lines;
    const line = source.words(from);
    const mark = headingMark.exec(line)?.[0];
    if (mark === undefined || to !== from + 1) throw new Tangled();
    const until = headings[at + 1]?.lines.from ?? closing;
    const aside = asides.find((each) => each.from >= to && each.from < until);
    const range = { from: to, to: aside?.from ?? until };
    const end = /[ \t]*\{([^{}]*)\}[ \t]*$/.exec(line);
    const outcome = outcomes.find((each) => end?.[1]?.trim() === `outcome=${each}`) ?? null;
    const titleEnd = source.start(from) + (outcome && end ? end.index : line.trimEnd().length);
    return {
      fields: {
        title: proseSpot(source, {
          lines: heading.lines,
          before: () => mark.length,
          next: '',
          end: titleEnd,
        }),
        outcome: {
          value: outcome,
          write: (value) => {
            const isKnown = value === null || outcomes.some((each) => each === value);
            if (!isKnown || (end && !outcome)) return undefined;
            const text = value === null ? '' : ` {outcome=${String(value)}}`;
            return { from: titleEnd, to: source.start(from) + line.trimEnd().length, text };
          },
        },
        text: textSpot(source, range, to, -1),
      },
      lists: {},
      lines: { from, to: Math.max(to, source.trimmed(range).to) },
    };
  });
  const mark = headingMark.exec(source.words(headings[0]?.lines.from ?? closing))?.[0];
  return {
    entries,
    add: (at, fields) => {
      const end = fields.outcome ? ` {outcome=${String(fields.outcome)}}` : '';
      const body = words(fields.text).split('\n').join(source.ending);
      const under = body === '' ? '' : source.ending + source.ending + body;
      const text = `${mark ?? '### '}${words(fields.title)}${end}${under}`;
      const above = entries[at - 1];
      if (above) {
        const place = source.end(above.lines.to - 1);
        return { from: place, to: place, text: source.ending + source.ending + text };
      }
      const [below] = entries;
      if (!below) return undefined;
      const place = source.start(below.lines.from);
      return { from: place, to: place, text: text + source.ending + source.ending };
    },
  };
}

/** A new message is asked for in parts, and is one block of the text from then on. */
export function messagesSpot(source: Source, nodes: readonly Node[]): ListSpot {
  const entries = nodes.flatMap((node): EntrySpot[] => {
    const { from, to } = node.lines;
    if (node.type !== 'course_block_open') return [];
    const opening = readOpeningSpots(source, from);
    if (opening.kind !== 'message') return [];
    if (!(node.token.meta as unknown as BlockMeta).closed) throw new Tangled();
    const verdict = opening.attributes.findLast(({ name }) => name === 'verdict')?.value ?? null;
    return [
      {
        fields: {
          id: {
            value: opening.id,
            write: (value) => {
              const id = words(value);
              return /^[^\s{]+$/.test(id) ? idEdit(opening, id) : undefined;
            },
          },
          verdict: {
            value: verdict,
            write: (value) => {
              const name = value === null ? null : words(value);
              return attributeEdit(source, opening, 'verdict', name, false);
            },
          },
          text: textSpot(source, { from: from + 1, to: to - 1 }, from + 1, to - 1),
        },
        lists: {},
        lines: node.lines,
      },
    ];
  });
  return {
    entries,
    add: (at, fields) => {
      const above = entries[at - 1];
      const near = above ?? entries[0];
      if (!near) return undefined;
      const taken = entries.map((entry) => String(entry.fields.id?.value ?? ''));
      const text = messageText(source, near.lines.from, taken, fields);
      if (text === undefined) return undefined;
      const gap = source.ending + source.ending;
      const place = above ? source.end(above.lines.to - 1) : source.start(near.lines.from);
      return { from: place, to: place, text: above ? gap + text : text + gap };
    },
  };
}

interface WrittenCard {
  from: number;
  /** The first line of the meaning; the end of the card when it has none. */
  meaning: number;
  to: number;
}

export const isMeaning = (text: string): boolean => /^[ \t]*:(?:[ \t]|$)/.test(text);

/**
 * Lines of paragraphs from the first with a meaning on, as `cards` reads them: a line begins a card
 * if it is the first of its paragraph, or stands right before a meaning and is not indented.
 */
export function cardsSpot(source: Source, nodes: readonly Node[]): ListSpot {
  const cards: WrittenCard[] = [];
  const indent = indentOf(source.words(0));
  const paragraphs = nodes.filter(({ type }) => type === 'paragraph_open');
  for (const [place, { lines }] of paragraphs.entries()) {
    for (let line = lines.from; line < lines.to; line++) {
      const last = cards.at(-1);
      const text = source.words(line);
      const next = line + 1 < lines.to ? line + 1 : paragraphs[place + 1]?.lines.from;
      const isBefore = next !== undefined && isMeaning(source.words(next));
      if (isMeaning(text)) {
        if (!last) throw new Tangled();
        if (last.meaning === last.to) last.meaning = line;
        last.to = line + 1;
      } else if (!last || line === lines.from || (isBefore && indentOf(text) <= indent)) {
        cards.push({ from: line, meaning: line + 1, to: line + 1 });
      } else {
        if (last.meaning === last.to) last.meaning = line + 1;
        last.to = line + 1;
      }
    }
  }
  const entries = cards.map((card) => cardEntry(source, card));
  return {
    entries,
    add: (at, fields) => {
      const [term, meaning] = [words(fields.term), words(fields.meaning)];
      const [first = '', ...rest] = meaning.split('\n');
      const lines = [
        term,
        `: ${first}`,
        ...(rest.length > 0 ? [behind(source, '  ', rest.join('\n'))] : []),
      ];
      const text = lines.join(source.ending);
      const above = entries[at - 1];
      if (above) {
        const place = source.end(above.lines.to - 1);
        return { from: place, to: place, text: source.ending + source.ending + text };
      }
      const [below] = entries;
      if (!below) return undefined;
      const place = source.start(below.lines.from);
      return { from: place, to: place, text: text + source.ending + source.ending };
    },
  };
}

function cardEntry(source: Source, { from, meaning, to }: WrittenCard): EntrySpot {
  const term = proseSpot(source, { lines: { from, to: meaning }, before: () => 0, next: '' });
  const end = source.end(meaning - 1);
  const absent: FieldSpot = {
    value: null,
    write: (value) => {
      const text = words(value);
      if (text === '') return undefined;
      const lines = `: ${behind(source, '  ', text).slice(2)}`;
      return { from: end, to: end, text: source.ending + lines };
    },
  };
  const present = (): FieldSpot =>
    proseSpot(source, {
      lines: { from: meaning, to },
      before: (line) => {
        const text = source.words(line);
        return line === meaning ? (/^[ \t]*:[ \t]*/.exec(text)?.[0].length ?? 0) : indentOf(text);
      },
      next: '  ',
    });
  return {
    fields: { term, meaning: meaning === to ? absent : present() },
    lists: {},
    lines: { from, to },
  };
}
