// A tree out as the Markdown of courses: what looks like one of our signs and is none is escaped.
import type { Image, Root } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { defaultHandlers, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { widthMark } from '../../course/picture-width';
import type { DraftGap } from '../draft';
import { decimal } from '../numbers';
import type { Flow, GapNode, MarkerNode } from './flow';

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

/** Made once: its patterns are compiled as they are first used. */
const options: Options = {
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
          const text = node.written ?? '';
          const inside = text.endsWith(']') ? `${text} ` : text;
          return `[[${state.stack.includes('tableCell') ? escapeBars(inside) : inside}]]`;
        },
        marker: (node: MarkerNode) => node.value,
        image(node: Image, parent, state, info) {
          const width = node.data?.width;
          const mark = width === undefined ? '' : widthMark(width);
          return defaultHandlers.image(node, parent, state, info) + mark;
        },
      },
    },
  ],
};

const withGapTexts = (flow: Flow, gaps: readonly DraftGap[]): Flow =>
  flow.map((node) => {
    const gap = node.type === 'gap' ? gaps[node.gap] : undefined;
    if (node.type === 'gap') return { ...node, written: gap ? gapText(gap) : '' };
    if (!('children' in node)) return node;
    return { ...node, children: withGapTexts(node.children as Flow, gaps) } as Flow[number];
  });

export function markdownOf(flow: Flow, gaps: readonly DraftGap[] = []): string {
  const root: Root = {
    type: 'root',
    children: gaps.length > 0 ? withGapTexts(flow, gaps) : flow,
  };
  return toMarkdown(root, options);
}
