// HTML that stands as a block of its own → Markdown, as far as Markdown can say it.
import type { ChildNode, Element } from 'domhandler';
import { isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import type { Line } from './lines';
import { destination, type PageContext, writtenPicture } from './page-context';

/** Left out with all that is inside. */
const silentTags: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'head',
  'title',
]);
const embedTags: ReadonlySet<string> = new Set([
  'iframe',
  'embed',
  'object',
  'video',
  'audio',
  'canvas',
]);
const formTags: ReadonlySet<string> = new Set(['input', 'select', 'textarea', 'button', 'form']);
const signs: Readonly<Record<string, string>> = {
  b: '**',
  strong: '**',
  i: '*',
  em: '*',
  cite: '*',
  dfn: '*',
  var: '*',
  del: '~~',
  s: '~~',
  strike: '~~',
};
const codeTags: ReadonlySet<string> = new Set(['code', 'kbd', 'samp', 'tt']);
const blockTags: ReadonlySet<string> = new Set([
  ...[
    'p',
    'div',
    'section',
    'article',
    'header',
    'footer',
    'main',
    'aside',
    'center',
    'figure',
    'nav',
  ],
  ...[
    'figcaption',
    'address',
    'dl',
    'dt',
    'dd',
    'hgroup',
    'details',
    'summary',
    'tbody',
    'thead',
    'tr',
    'caption',
    'body',
    'html',
  ],
]);
const inlineTags: ReadonlySet<string> = new Set([
  ...[
    'span',
    'u',
    'ins',
    'mark',
    'small',
    'big',
    'font',
    'a',
    'abbr',
    'q',
    'time',
    'label',
    'picture',
  ],
  ...[
    'source',
    'track',
    'wbr',
    'nobr',
    'bdi',
    'bdo',
    'td',
    'th',
    'tfoot',
    'colgroup',
    'col',
    'data',
    'link',
    'meta',
  ],
]);

/** What the readers of HTML know of a tag. */
export type TagUse = 'silent' | 'embed' | 'form' | 'code' | 'block' | 'inline' | 'unknown';

export function tagUse(tag: string): TagUse {
  if (silentTags.has(tag)) return 'silent';
  if (embedTags.has(tag)) return 'embed';
  if (formTags.has(tag)) return 'form';
  if (codeTags.has(tag)) return 'code';
  if (blockTags.has(tag)) return 'block';
  return inlineTags.has(tag) || tag in signs ? 'inline' : 'unknown';
}

export const signOf = (tag: string): string => signs[tag] ?? '';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const subscripts = '₀₁₂₃₄₅₆₇₈₉';

/** Digits have small forms of their own; other words stay as they are. */
export const raised = (tag: string, text: string): string =>
  /^\d+$/.test(text)
    ? [...text].map((digit) => (tag === 'sup' ? superscripts : subscripts)[Number(digit)]).join('')
    : text;

const special = /[\\`*_[\]<~|]/g;

/** Words as Markdown that says just these words. */
export const escaped = (text: string): string =>
  text.replace(special, '\\$&').replace(/&(?=#?\w+;)/g, '&amp;');

/** What would open something at the begin of a line. */
export const escapedStart = (text: string): string =>
  text.replace(/^([#>+=-]|:{3})/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');

const deepest = 60;

class Writer {
  private readonly blocks: string[] = [];
  private words = '';

  constructor(
    private readonly context: PageContext,
    private readonly line: number,
    private readonly depth = 0,
  ) {}

  write(nodes: readonly ChildNode[]): string[] {
    for (const node of nodes) this.node(node);
    this.flush();
    return this.blocks;
  }

  private flush(): void {
    const text = this.words
      .split('\n')
      .map((each) => each.replace(/\s+/g, ' ').trim())
      .join('\n')
      .replace(/^(\\?\n)+|(\\?\n)+$/g, '');
    if (text !== '') this.blocks.push(text.split('\n').map(escapedStart).join('\n'));
    this.words = '';
  }

  private block(text: string): void {
    this.flush();
    if (text.trim() !== '') this.blocks.push(text);
  }

  private inside(element: Element): string[] {
    if (this.depth >= deepest) {
      this.context.say('left-out', 'html', this.line, { tag: element.name });
      return [];
    }
    return new Writer(this.context, this.line, this.depth + 1).write(element.children);
  }

  private node(node: ChildNode): void {
    if (isText(node)) this.words += escaped(node.data.replace(/\s+/g, ' '));
    if (isTag(node)) this.element(node);
  }

  private element(element: Element): void {
    const { name: tag } = element;
    const block = this.ownBlock(element);
    if (block !== undefined) {
      this.block(block);
      return;
    }
    const words = this.inWords(element);
    if (words !== undefined) {
      this.words += words;
      return;
    }
    if (tagUse(tag) === 'unknown') this.context.say('changed', 'html-plain', this.line, { tag });
    this.flush();
    for (const each of this.inside(element)) this.blocks.push(each);
  }

  private inOneLine(element: Element): string {
    return this.inside(element).join(' ').replace(/\\?\n/g, ' ').trim();
  }

  /** What stands as a block of its own; undefined for what is none. */
  private ownBlock(element: Element): string | undefined {
    const { name: tag } = element;
    switch (tag) {
      case 'hr':
        return '---';
      case 'ul':
      case 'ol':
        return this.list(element, tag === 'ol');
      case 'li':
        return this.listItem(element, '- ');
      case 'blockquote':
        return prefixed(this.inside(element), '> ', '> ');
      case 'pre':
        return fenced(textIn(element).replace(/^\n/, ''), languageIn(element));
      case 'table':
        return this.table(element);
    }
    if (!/^h[1-6]$/.test(tag)) return undefined;
    const words = this.inOneLine(element);
    return words === '' ? '' : `${'#'.repeat(Number(tag[1]))} ${words}`;
  }

  /** What stands among words; undefined for what holds blocks. */
  private inWords(element: Element): string | undefined {
    const { name: tag, attribs } = element;
    const { context, line } = this;
    if (tag === 'br') return '\\\n';
    if (tag === 'img') {
      const source = attribs.src ?? attribs['data-src'] ?? '';
      const picture = context.picture(source, attribs.alt ?? '', line);
      return picture ? ` ${writtenPicture(picture, attribs.width)} ` : '';
    }
    if (tag === 'a') {
      const words = this.inOneLine(element);
      const href = attribs.href === undefined ? undefined : context.link(attribs.href, line);
      return href === undefined || words === '' ? words : `[${words}](${destination(href)})`;
    }
    if (tag === 'sup' || tag === 'sub') return raised(tag, this.inOneLine(element));
    switch (tagUse(tag)) {
      case 'silent':
        context.say('left-out', tag === 'script' ? 'script' : 'html', line, { tag });
        return '';
      case 'embed':
        return embedded(element, context, line);
      case 'form':
        if (tag === 'form') return undefined;
        context.say('left-out', 'html-form', line, { tag });
        return '';
      case 'code':
        return codeOf(textIn(element));
      case 'inline': {
        const sign = signOf(tag);
        const words = this.inside(element).join(' ');
        return words.trim() === '' || sign === '' ? words : `${sign}${words.trim()}${sign}`;
      }
      default:
        return undefined;
    }
  }

  private list(element: Element, ordered: boolean): string {
    let number = 0;
    return element.children
      .filter(isTag)
      .map((item) => this.listItem(item, ordered ? `${++number}. ` : '- '))
      .filter((item) => item !== '')
      .join('\n');
  }

  private listItem(item: Element, sign: string): string {
    return prefixed(this.inside(item), sign, ' '.repeat(sign.length), true);
  }

  /** A table of plain rows; cells that reach over others are written once. */
  private table(element: Element): string {
    const rows = rowsIn(element, 0);
    if (
      rows.some((row) => row.some(({ attribs }) => 'colspan' in attribs || 'rowspan' in attribs))
    ) {
      this.context.say('changed', 'html-plain', this.line, { tag: 'table' });
    }
    const cells = rows
      .map((row) => row.map((cell) => this.inside(cell).join(' ').replace(/\\?\n/g, ' ')))
      .filter((row) => row.length > 0);
    // One column, or one row, is a page laid out by a table.
    if (cells.length < 2 || cells.every((row) => row.length < 2)) return cells.flat().join('\n\n');
    const width = Math.max(...cells.map((row) => row.length));
    const written = cells.map(
      (row) => `| ${Array.from({ length: width }, (_, at) => row[at] ?? '').join(' | ')} |`,
    );
    written.splice(1, 0, `|${' --- |'.repeat(width)}`);
    return written.join('\n');
  }
}

function rowsIn(element: Element, depth: number): Element[][] {
  return element.children.filter(isTag).flatMap((child) => {
    if (child.name === 'tr') {
      return [child.children.filter(isTag).filter(({ name }) => name === 'td' || name === 'th')];
    }
    return depth < 2 && child.name !== 'table' ? rowsIn(child, depth + 1) : [];
  });
}

/** The text of all nodes below, without recursion: hostile HTML nests without end. */
function textIn(element: Element): string {
  let text = '';
  const open: ChildNode[] = [...element.children].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (isText(node)) text += node.data;
    else if (isTag(node)) {
      if (node.name === 'br') text += '\n';
      for (const child of [...node.children].reverse()) open.push(child);
    }
  }
  return text;
}

const languageIn = (element: Element): string => {
  const code = element.children.find(isTag);
  return (
    /(?:language|lang|highlight-source)-([\w+#-]+)/.exec(
      `${element.attribs.class} ${code?.attribs.class}`,
    )?.[1] ?? ''
  );
};

export const codeOf = (text: string): string => {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words === '') return '';
  const longest = Math.max(0, ...[...words.matchAll(/`+/g)].map(([run]) => run.length));
  const sign = '`'.repeat(longest + 1);
  return longest > 0 ? `${sign} ${words} ${sign}` : `${sign}${words}${sign}`;
};

const fenced = (text: string, language: string): string => {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const sign = '`'.repeat(longest + 1);
  return `${sign}${language}\n${text.trimEnd()}\n${sign}`;
};

function prefixed(blocks: readonly string[], first: string, other: string, tight = false): string {
  if (blocks.length === 0) return '';
  const gap = tight && blocks.every((block) => !block.includes('\n')) ? '\n' : '\n\n';
  const lines = blocks.join(gap).split('\n');
  return lines.map((line, at) => `${at === 0 ? first : other}${line}`.trimEnd()).join('\n');
}

/** A recording of the folder is a link to save it; anything from elsewhere is named in the report. */
export function embedded(
  element: Pick<Element, 'attribs'> & { children?: ChildNode[] },
  context: PageContext,
  line: number,
): string {
  const source = element.children?.filter(isTag).find(({ name }) => name === 'source');
  const url = element.attribs.src ?? element.attribs.data ?? source?.attribs.src ?? '';
  const isOwn = url !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url);
  const href = isOwn ? context.link(url, line) : undefined;
  if (href === undefined) {
    if (!isOwn) context.say('left-out', 'embed', line, { url: url || '–' });
    return '';
  }
  return ` [${escaped(url.slice(url.lastIndexOf('/') + 1))}](${destination(href)}) `;
}

const foldSigns = /<(details)\b[^<>]*>|<(summary)\b[^<>]*>|<\/(details|summary)\s*>/gi;

/** A longer block is no page that somebody wrote. */
const longestBlock = 50_000;

/**
 * The lines of a block of HTML. `<details>` may open here and close many blocks later, with Markdown
 * between, so its two ends are written each for itself.
 */
export function readHtmlBlock(
  html: string,
  line: number,
  prefix: string,
  context: PageContext,
): Line[] {
  if (html.length > longestBlock) {
    context.say('left-out', 'html', line, { tag: /<([\w-]+)/.exec(html)?.[1] ?? 'html' });
    return [];
  }
  const out: Line[] = [];
  let from = 0;
  let at = line;
  const push = (text: string): void => {
    for (const each of text.split('\n')) out.push({ text: `${prefix}${each}`.trimEnd(), line: at });
  };
  const markdown = (piece: string): string[] =>
    new Writer(context, at).write(
      parseDocument(piece.replace(/<!--[\s\S]*?(?:-->|$)/g, '')).children,
    );
  const apart = (block: string): void => {
    push('');
    push(block);
    push('');
  };
  /** The folded text that still has no title. */
  let untitled: Line | undefined;
  let inTitle = false;
  for (const match of html.matchAll(foldSigns)) {
    const piece = html.slice(from, match.index);
    from = match.index + match[0].length;
    const [whole, opens, opensTitle, closes = ''] = match;
    if (inTitle && closes.toLowerCase() === 'summary') {
      const title = markdown(piece).join(' ').replace(/^#+ /, '').replace(/\\?\n/g, ' ');
      if (untitled && title !== '') {
        untitled.text = untitled.text.replace(/…$/, () => title);
      } else if (title !== '') apart(`**${title}**`);
      untitled = undefined;
      inTitle = false;
    } else {
      for (const block of markdown(piece)) apart(block);
      if (opens) {
        apart('::: details …');
        untitled = out.at(-2);
      } else if (opensTitle) inTitle = true;
      else if (closes.toLowerCase() === 'details') apart(':::');
    }
    at += `${piece}${whole}`.split('\n').length - 1;
  }
  for (const block of markdown(html.slice(from))) apart(block);
  return out;
}
