// A tree out as the Markdown of courses: what looks like one of our signs and is none is escaped.
import type { Root } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import type { DraftGap } from '../draft';
import type { Flow, GapNode, MarkerNode } from './flow';

/** A decimal number as gaps have it: no exponent, no sums that are a hair too large. */
export function decimal(value: number): string {
  const rounded = Number(value.toPrecision(12));
  const written = String(rounded);
  if (!written.includes('e')) return written === '-0' ? '0' : written;
  return Math.abs(rounded) < 1 ? rounded.toFixed(20).replace(/\.?0+$/, '') : BigInt(rounded).toString();
}

const escapeBars = (words: string): string => words.replaceAll('|', '\\|');

/** What stands between the brackets of a gap. */
function gapText(gap: DraftGap): string {
  switch (gap.type) {
    case 'number': {
      const [from, to] = [decimal(gap.from), decimal(gap.to)];
      return from === to ? `= ${from}` : `= ${from}..${to}`;
    }
    case 'options':
      return `> ${gap.options.map(escapeBars).join(' | ')}`;
    case 'text': {
      const answers = gap.answers.map(escapeBars).join(' | ');
      // A bar before it, or the first answer would say which sort of gap it is.
      return /^[>=]/.test(answers) ? `| ${answers}` : answers;
    }
  }
}

function optionsFor(gaps: readonly DraftGap[]): Options {
  return {
    bullet: '-',
    rule: '-',
    listItemIndent: 'one',
    extensions: [
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmStrikethroughToMarkdown(),
      gfmTaskListItemToMarkdown(),
      {
        unsafe: [
          { atBreak: true, character: ':', after: '::' },
          { character: '{', after: '\\{', inConstruct: 'phrasing' },
          // Addresses that may not be opened would become links.
          {
            character: ':',
            before: '[hH][tT]{2}[pP][sS]?|[fF][tT][pP]',
            after: '\\/\\/',
            inConstruct: 'phrasing',
            notInConstruct: ['destinationLiteral', 'destinationRaw', 'titleQuote'],
          },
        ],
        handlers: {
          gap(node: GapNode, _parent, state) {
            const gap = gaps[node.gap];
            const text = gap ? gapText(gap) : '';
            const inside = text.endsWith(']') ? `${text} ` : text;
            return `[[${state.stack.includes('tableCell') ? escapeBars(inside) : inside}]]`;
          },
          marker: (node: MarkerNode) => node.value,
        },
      },
    ],
  };
}

export function markdownOf(flow: Flow, gaps: readonly DraftGap[] = []): string {
  const root: Root = { type: 'root', children: flow };
  return toMarkdown(root, optionsFor(gaps));
}
