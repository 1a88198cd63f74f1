// The prose of a course as a Markdown tree, so that it can be written again.
import type { BlockContent, PhrasingContent, RootContent, TableRow } from 'mdast';
import type { Inline, LinkTarget, Prose, TableAlign } from '../../course/prose';
import type { Message } from '../report';
import { type Flow, paragraph, textNode } from './flow';

/** Says what a tree cannot hold. */
export type Say = (message: Message, line: number, values?: Record<string, string>) => void;

const aligned = { start: 'left', center: 'center', end: 'right' } as const;
const alignOf = (align: TableAlign) => (align === null ? null : aligned[align]);

export function addressOf(target: LinkTarget): string {
  switch (target.to) {
    case 'web':
    case 'mail':
    case 'refused':
    case 'shown':
      return target.url;
    case 'anchor':
      return `#${encodeURIComponent(target.anchor)}`;
    case 'file': {
      const path = target.path.split('/').map(encodeURIComponent).join('/');
      return target.anchor === undefined ? path : `${path}#${encodeURIComponent(target.anchor)}`;
    }
  }
}

/** The width goes along: Markdown of courses has a mark for it. */
const imageNode = (
  { source, alt, width }: Pick<Extract<Inline, { type: 'image' }>, 'source' | 'alt' | 'width'>,
  title: string | null = null,
): PhrasingContent => ({
  type: 'image',
  url: addressOf(source),
  alt,
  title,
  ...(width !== undefined && { data: { width } }),
});

export const fromInline = (nodes: readonly Inline[], line: number, say: Say): PhrasingContent[] =>
  nodes.flatMap((node) => fromInlineNode(node, line, say));

function fromInlineNode(node: Inline, line: number, say: Say): PhrasingContent[] {
  const inner = (children: readonly Inline[]) => fromInline(children, line, say);
  switch (node.type) {
    case 'text':
      return [textNode(node.text)];
    case 'code':
      return [{ type: 'inlineCode', value: node.text }];
    case 'emphasis':
    case 'strong':
      return [{ type: node.type, children: inner(node.children) }];
    case 'strike':
      return [{ type: 'delete', children: inner(node.children) }];
    case 'marked':
    case 'unit':
      return inner(node.children);
    case 'link': {
      const [url, title] = [addressOf(node.target), node.title ?? null];
      return [{ type: 'link', url, title, children: inner(node.children) }];
    }
    case 'image':
      return [imageNode(node, node.title ?? null)];
    case 'break':
      return [node.hard ? { type: 'break' } : textNode('\n')];
    case 'gap':
      return [{ type: 'gap', gap: node.gap }];
    case 'organisation':
      say('organisation-as-text', line, { text: node.fallback });
      return [textNode(node.fallback)];
    case 'footnote-reference':
      return [];
  }
}

const fromNode = (node: Prose, say: Say): RootContent[] => {
  const inner = (children: readonly Prose[]): BlockContent[] =>
    fromProse(children, say) as BlockContent[];
  const line = node.line;
  switch (node.type) {
    case 'paragraph':
      return [paragraph(fromInline(node.children, line, say))];
    case 'heading': {
      const depth = Math.max(2, Math.min(6, node.level)) as 2 | 3 | 4 | 5 | 6;
      return [{ type: 'heading', depth, children: fromInline(node.children, line, say) }];
    }
    case 'list':
      return [
        {
          type: 'list',
          ordered: node.ordered,
          start: node.ordered ? node.start : null,
          spread: !node.tight,
          children: node.items.map((item) => ({
            type: 'listItem',
            spread: !node.tight,
            checked: item.task === undefined ? null : item.task === 'done',
            children: inner(item.children),
          })),
        },
      ];
    case 'quote':
      return [{ type: 'blockquote', children: inner(node.children) }];
    case 'alert':
      say('block-as-text', line, { kind: node.kind });
      return [{ type: 'blockquote', children: inner(node.children) }];
    case 'code':
      return [{ type: 'code', lang: node.language || null, value: node.text.replace(/\n$/, '') }];
    case 'table': {
      const row = (cells: readonly Inline[][]): TableRow => ({
        type: 'tableRow',
        children: cells.map((cell) => ({
          type: 'tableCell',
          children: fromInline(cell, line, say),
        })),
      });
      return [
        {
          type: 'table',
          align: node.align.map(alignOf),
          children: [row(node.head), ...node.rows.map(({ cells }) => row(cells))],
        },
      ];
    }
    case 'rule':
      return [{ type: 'thematicBreak' }];
    case 'footnotes':
      say('footnote-left-out', line);
      return [];
    case 'details':
      say('block-as-text', line, { kind: node.type });
      return [
        paragraph([{ type: 'strong', children: fromInline(node.title, line, say) }]),
        ...inner(node.children),
      ];
    case 'figure': {
      return [
        paragraph([imageNode(node.image)]),
        ...inner(node.caption),
        ...inner(node.description),
      ];
    }
    case 'steps':
    case 'group':
      return inner(node.children);
    case 'whatif':
      say('block-as-text', line, { kind: node.type });
      return inner(node.children);
    case 'columns':
      say('block-as-text', line, { kind: node.type });
      return node.columns.flatMap(inner);
    case 'media':
      say('block-as-text', line, { kind: node.kind });
      return [...inner(node.caption), ...inner(node.transcript)];
    case 'item':
    case 'kept':
      return [];
  }
};

export const fromProse = (nodes: readonly Prose[], say: Say): Flow =>
  nodes.flatMap((node) => fromNode(node, say));
