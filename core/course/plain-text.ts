// The words of prose without their form: for anchors, labels, searching and counting.
import type { Inline, Prose } from './prose';

export function inlineText(nodes: readonly Inline[]): string {
  return nodes.map(inlineWords).join('');
}

function inlineWords(node: Inline): string {
  switch (node.type) {
    case 'text':
    case 'code':
      return node.text;
    case 'emphasis':
    case 'strong':
    case 'strike':
    case 'marked':
    case 'unit':
    case 'link':
      return inlineText(node.children);
    case 'image':
      return node.alt;
    case 'break':
      return ' ';
    case 'organisation':
      return node.fallback;
    case 'gap':
      return '…';
    case 'footnote-reference':
      return '';
  }
}

export function plainText(nodes: readonly Prose[]): string {
  return nodes
    .map(words)
    .filter((text) => text !== '')
    .join('\n');
}

function words(node: Prose): string {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(node.children);
    case 'list':
      return node.items.map((item) => plainText(item.children)).join('\n');
    case 'quote':
    case 'alert':
    case 'group':
    case 'whatif':
    case 'steps':
      return plainText(node.children);
    case 'details':
      return `${inlineText(node.title)}\n${plainText(node.children)}`;
    case 'code':
      return node.text;
    case 'table':
      return [node.head, ...node.rows.map((row) => row.cells)]
        .map((cells) => cells.map(inlineText).join(' · '))
        .join('\n');
    case 'footnotes':
      return node.notes.map((note) => plainText(note.children)).join('\n');
    case 'figure':
      return `${node.image.alt}\n${plainText(node.caption)}`;
    case 'columns':
      return plainText(node.columns.flat());
    case 'media':
      return plainText([...node.caption, ...node.transcript]);
    case 'rule':
    case 'item':
    case 'kept':
      return '';
  }
}
