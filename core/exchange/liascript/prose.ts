// Prose of a lesson → Markdown as LiaScript reads it.
import type { Inline, LinkTarget, Prose } from '../../course/prose';
import { codeOf, escaped, escapedStart } from '../markdown-folder/html';
import { destination, pictureWords } from '../markdown-folder/page-context';

export interface ProseWriting {
  /** What stands in the place of a gap. */
  gap(at: number): string;
  /** What stands in the place of a block that asks or keeps something. */
  block(id: string): string;
  /** Where a link to a file of the course leads. */
  file(path: string, anchor: string | undefined): string;
  /** What follows begins at this line of the lesson. */
  at(line: number): void;
  /** Headings of a lesson stand under the heading of the lesson. */
  deeper: number;
  /** Something could only be written in part. */
  lost(line: number, what: string): void;
}

/** Signs that only LiaScript knows: formulas, macros, effects. */
export const liaWords = (text: string): string => escaped(text).replace(/[$@{}]/g, '\\$&');

function addressOf(target: LinkTarget, writing: ProseWriting): string | undefined {
  switch (target.to) {
    case 'web':
    case 'mail':
      return target.url;
    case 'anchor':
      return `#${target.anchor}`;
    case 'file':
      return writing.file(target.path, target.anchor);
    case 'shown':
    case 'refused':
      return undefined;
  }
}

export function writeInline(nodes: readonly Inline[], writing: ProseWriting): string {
  return nodes.map((node) => inline(node, writing)).join('');
}

function inline(node: Inline, writing: ProseWriting): string {
  const inside = (sign: string): string => {
    const text = 'children' in node ? writeInline(node.children, writing) : '';
    const trimmed = text.trim();
    // A sign beside a space would be no sign.
    const [before, after] = [/^\s*/.exec(text)?.[0] ?? '', /\s*$/.exec(text)?.[0] ?? ''];
    return trimmed === '' ? text : `${before}${sign}${trimmed}${sign}${after}`;
  };
  switch (node.type) {
    case 'text':
      return liaWords(node.text);
    case 'code':
      return codeOf(node.text);
    case 'emphasis':
      return inside('*');
    case 'strong':
      return inside('**');
    case 'strike':
      return inside('~~');
    case 'marked':
    case 'unit':
      return writeInline(node.children, writing);
    case 'link': {
      const text = writeInline(node.children, writing);
      const address = addressOf(node.target, writing);
      return address === undefined ? text : `[${text}](${destination(address)})`;
    }
    case 'image': {
      const address = addressOf(node.source, writing);
      return address === undefined
        ? liaWords(node.alt)
        : `![${pictureWords(node.alt)}](${destination(address)})${styleOf(node.width)}`;
    }
    case 'break':
      return node.hard ? '\\\n' : '\n';
    case 'footnote-reference':
      return `[^${node.number}]`;
    case 'organisation':
      return liaWords(node.fallback);
    case 'gap':
      return writing.gap(node.gap);
  }
}

/** LiaScript reads a comment behind a picture as its attributes. */
function styleOf(width: string | undefined): string {
  if (width === undefined) return '';
  return `<!-- style="width: ${width.endsWith('%') ? width : `${width}px`}" -->`;
}

/** As one line: of an option, a cell, a row. */
export const writeLine = (nodes: readonly Prose[], writing: ProseWriting): string =>
  nodes
    .map((node) =>
      node.type === 'paragraph' || node.type === 'heading'
        ? writeInline(node.children, writing)
        : writeProse([node], writing),
    )
    .join(' ')
    .replace(/\\?\n/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

export const writeProse = (nodes: readonly Prose[], writing: ProseWriting): string =>
  nodes
    .map((node) => prose(node, writing))
    .filter((text) => text !== '')
    .join('\n\n');

const indented = (text: string, first: string, rest: string): string =>
  text
    .split('\n')
    .map((line, at) => `${at === 0 ? first : rest}${line}`.trimEnd())
    .join('\n');

const startOf = (text: string): string => text.split('\n').map(escapedStart).join('\n');

function prose(node: Prose, writing: ProseWriting): string {
  const inside = (nodes: readonly Prose[]): string => writeProse(nodes, writing);
  writing.at(node.line);
  switch (node.type) {
    case 'paragraph':
      return startOf(writeInline(node.children, writing));
    case 'heading':
      return `${'#'.repeat(Math.min(6, node.level + writing.deeper))} ${writeInline(node.children, writing)}`;
    case 'list': {
      const gap = node.tight ? '\n' : '\n\n';
      return node.items
        .map((item, at) => {
          const sign = node.ordered ? `${node.start + at}. ` : '- ';
          const box = item.task === undefined ? '' : item.task === 'done' ? '[X] ' : '[ ] ';
          const text = node.tight
            ? inside(item.children).replace(/\n\n(?=[-\d])/g, '\n')
            : inside(item.children);
          return indented(`${box}${text}`, sign, ' '.repeat(sign.length));
        })
        .join(gap);
    }
    case 'quote':
      return indented(inside(node.children), '> ', '> ');
    case 'alert':
      return indented(`[!${node.kind.toUpperCase()}]\n${inside(node.children)}`, '> ', '> ');
    case 'code': {
      const longest = Math.max(2, ...[...node.text.matchAll(/`+/g)].map(([run]) => run.length));
      const fence = '`'.repeat(longest + 1);
      return `${fence}${node.language}\n${node.text.replace(/\n$/, '')}\n${fence}`;
    }
    case 'table':
      return table([node.head, ...node.rows.map(({ cells }) => cells)], writing);
    case 'rule':
      return '---';
    case 'footnotes':
      return node.notes
        .map(({ number, children }) => indented(inside(children), `[^${number}]: `, '    '))
        .join('\n\n');
    case 'details': {
      const title = writeInline(node.title, writing);
      return `<details><summary>${title}</summary>\n\n${inside(node.children)}\n\n</details>`;
    }
    case 'figure': {
      const picture = inline({ type: 'image', ...node.image }, writing);
      return [picture, inside(node.caption), inside(node.description)]
        .filter((text) => text !== '')
        .join('\n\n');
    }
    case 'media': {
      const address = addressOf(node.source, writing) ?? '';
      const sign = node.kind === 'video' ? '!?' : '?';
      const link = `${sign}[${writeLine(node.caption, writing)}](${destination(address)})`;
      return [link, inside(node.transcript)].filter((text) => text !== '').join('\n\n');
    }
    case 'columns':
      writing.lost(node.line, 'columns');
      return node.columns.map(inside).join('\n\n');
    case 'whatif':
      writing.lost(node.line, 'whatif');
      return inside(node.children);
    case 'group':
      writing.lost(node.line, 'test');
      return inside(node.children);
    case 'steps':
      return inside(node.children);
    case 'item':
    case 'kept':
      return writing.block(node.id);
  }
}

export function table(
  rows: readonly (readonly (readonly Inline[])[])[],
  writing: ProseWriting,
): string {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const written = rows.map((row) => {
    const cells = Array.from({ length: width }, (_, at) =>
      // What stands in a cell is one line, and a bar in it is none of the borders.
      writeInline(row[at] ?? [], writing).replace(/\\?\n/g, ' '),
    );
    return `| ${cells.join(' | ')} |`;
  });
  written.splice(1, 0, `|${' --- |'.repeat(width)}`);
  return written.join('\n');
}
