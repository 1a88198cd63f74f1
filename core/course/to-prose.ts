// Turns markdown-it's flat tokens into the tree of `prose.ts`; blocks go to the reader handed in.
import type { Token } from 'markdown-it';
import { type Opening, readOpening } from './attributes';
import { isItemKind, isPartKind, partKinds } from './blocks';
import { limits } from './limits';
import { linkTarget } from './link-target';
import { markdown } from './markdown';
import type { BlockMeta } from './markdown-block';
import { Names } from './names';
import { pictureWidth, widthLimits } from './picture-width';
import { inlineText } from './plain-text';
import type { ProblemList } from './problem';
import type {
  AlertKind,
  Inline,
  LinkTarget,
  ListItem,
  PictureWidth,
  Prose,
  TableAlign,
} from './prose';

/** A quote that begins with `[!HINT]`, `[!WHY]` or `[!CLUE name]`: only blocks know these. */
export interface Aside {
  kind: 'hint' | 'why' | 'clue';
  /** What stands behind the word: the name of a clue. */
  label: string;
  line: number;
  children: Prose[];
}

/** What a block stands for in the text: the reader of blocks decides. */
export interface RawBlock {
  line: number;
  opening: Opening;
  meta: BlockMeta;
  /** First and last line (from 1) between the opening and the closing. */
  inside: { from: number; to: number };
  /** Prose of the body, asides, gaps and parts taken out. */
  children: Prose[];
  asides: Aside[];
  parts: RawBlock[];
  /** It is one of the parts of the block around it. */
  isPart: boolean;
  /** Source texts of the gaps, in order. */
  gaps: { text: string; line: number }[];
}

export type ReadBlock = (block: RawBlock) => Prose[];

const alertKinds: readonly string[] = ['note', 'tip', 'important', 'warning', 'caution'];
const asideStart = /^\[!(?:hint|why|clue)\b/i;
const alertMarker = /^\[!([A-Za-z]+)(?:[ \t]+([^\]\n]{1,80}))?\][ \t]*/;

/** Walks one list of tokens from front to back. */
class Reader {
  private position = 0;
  /** Hints, explanations and clues of the innermost open block; undefined outside blocks. */
  private asides: Aside[] | undefined;
  private gaps: { text: string; line: number }[] | undefined;
  /** Addresses are what the innermost block is about: none of them may be opened. */
  private keepsAddresses = false;
  /** Kind and parts of the innermost block that asks; undefined outside such blocks. */
  private asking: { kind: string; parts: RawBlock[] } | undefined;
  /** Links are only shown, as in a message: nothing is refused, and nothing opens. */
  private onlyShowsLinks = false;
  /** For each open list whether its paragraphs stand close together. */
  private readonly tight: boolean[] = [];
  /** Where notes written in place stand: their tokens carry no line. */
  private readonly noteLines = new Map<number, number>();
  private noteLine = 1;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly names: Names,
    private readonly problems: ProblemList,
    private readonly readBlock: ReadBlock,
  ) {}

  /** Reads nodes until the closing token of the given type, which it swallows. */
  until(close: string | undefined): Prose[] {
    const nodes: Prose[] = [];
    while (this.position < this.tokens.length) {
      const token = this.tokens[this.position] as Token;
      if (token.type === close) {
        this.position++;
        return nodes;
      }
      this.position++;
      // Not spread: an unknown block may give more nodes than a call may have arguments.
      for (const node of this.node(token)) nodes.push(node);
    }
    return nodes;
  }

  private lineOf(token: Token): number {
    return token.map ? token.map[0] + 1 : this.noteLine;
  }

  private node(token: Token): Prose[] {
    const line = this.lineOf(token);
    this.checkNesting(token, line);
    switch (token.type) {
      case 'paragraph_open':
        // Hidden are those right in the items of a tight list, and no others.
        if (token.hidden) this.tight[this.tight.length - 1] = true;
        return [{ type: 'paragraph', line, children: this.inlineUntil('paragraph_close', line) }];
      case 'heading_open': {
        const level = Number(token.tag.slice(1));
        const children = this.inlineUntil('heading_close', line);
        if (level === 1) this.problems.add('heading-top', line);
        return [
          {
            type: 'heading',
            line,
            level,
            anchor: this.names.anchor(inlineText(children)),
            children,
          },
        ];
      }
      case 'bullet_list_open':
      case 'ordered_list_open':
        return [this.list(token, line)];
      case 'blockquote_open':
        return this.quote(line);
      case 'fence':
      case 'code_block':
        return [
          {
            type: 'code',
            line,
            language: languageOf(token.info),
            text: token.content,
          },
        ];
      case 'hr':
        return [{ type: 'rule', line }];
      case 'table_open':
        return [this.table(line)];
      case 'footnote_block_open':
        return [this.footnotes(line)];
      case 'course_block_open':
        return this.block(token, line);
      case 'course_block_stray':
        this.problems.add('block-close-stray', line);
        return [];
      case 'footnote_reference_open':
        this.problems.add('footnote-unused', line, { label: String(token.meta?.label) });
        return [];
      case 'inline':
        return [{ type: 'paragraph', line, children: this.inline(token.children ?? [], line) }];
      default:
        return [];
    }
  }

  /** markdown-it leaves out what lies deeper than it may nest; an empty container shows it. */
  private checkNesting(token: Token, line: number): void {
    if (token.nesting !== 1 || token.level + 1 < limits.nesting) return;
    const next = this.tokens[this.position];
    if (next?.nesting === -1 && next.level === token.level) {
      this.problems.add('nested-too-deep', line);
    }
  }

  private block(token: Token, line: number): Prose[] {
    const { asides, gaps, asking, keepsAddresses, onlyShowsLinks } = this;
    const outer = { asides, gaps, asking, keepsAddresses, onlyShowsLinks };
    const meta = token.meta as unknown as BlockMeta;
    const opening = readOpening(meta.info);
    // Hints and explanations inside folded text belong to the question around it, if there is one.
    const isPart = isPartKind(opening.kind);
    const asks = isItemKind(opening.kind);
    this.asides = asks || isPart ? [] : outer.asides;
    this.gaps = [];
    this.keepsAddresses = opening.kind === 'address' || keepsAddresses;
    if (asks) this.asking = { kind: opening.kind, parts: [] };
    if (asks || isPart) this.onlyShowsLinks = isPart;
    const raw: RawBlock = {
      line,
      opening,
      meta,
      inside: { from: line + 1, to: token.map?.[1] ?? line },
      children: this.until('course_block_close'),
      asides: ((asks || isPart) && this.asides) || [],
      parts: (asks && this.asking?.parts) || [],
      isPart: isPart && outer.asking?.kind === partKinds[opening.kind],
      gaps: this.gaps,
    };
    this.asides = outer.asides;
    this.gaps = outer.gaps;
    this.asking = outer.asking;
    this.keepsAddresses = outer.keepsAddresses;
    this.onlyShowsLinks = outer.onlyShowsLinks;
    if (raw.isPart) outer.asking?.parts.push(raw);
    return this.readBlock(raw);
  }

  private list(open: Token, line: number): Prose {
    const ordered = open.type === 'ordered_list_open';
    const close = ordered ? 'ordered_list_close' : 'bullet_list_close';
    const items: ListItem[] = [];
    this.tight.push(false);
    while (this.position < this.tokens.length) {
      const token = this.tokens[this.position] as Token;
      this.position++;
      if (token.type === close) break;
      if (token.type !== 'list_item_open') continue;
      this.checkNesting(token, this.lineOf(token));
      const item: ListItem = {
        line: this.lineOf(token),
        children: this.until('list_item_close'),
      };
      items.push(takeTaskBox(item));
    }
    const tight = this.tight.pop() ?? false;
    return { type: 'list', line, ordered, start: Number(open.attrGet('start') ?? 1), tight, items };
  }

  private quote(line: number): Prose[] {
    // What an author says about a message is no part of it: links in there are links.
    const showedLinks = this.onlyShowsLinks;
    if (asideStart.test(this.tokens[this.position + 1]?.content ?? '')) this.onlyShowsLinks = false;
    const children = this.until('blockquote_close');
    this.onlyShowsLinks = showedLinks;
    const first = children[0];
    const start = first?.type === 'paragraph' ? first.children[0] : undefined;
    const marker = start?.type === 'text' ? alertMarker.exec(start.text) : null;
    if (!marker || first?.type !== 'paragraph' || start?.type !== 'text') {
      return [{ type: 'quote', line, children }];
    }
    const kind = (marker[1] ?? '').toLowerCase();
    // Only a clue has a name; an alert with words behind it is a quote, as elsewhere.
    const label = (marker[2] ?? '').trim();
    const known = label === '' && alertKinds.includes(kind);
    const isAside = kind === 'clue' || (label === '' && (kind === 'hint' || kind === 'why'));
    const aside = isAside && this.asides ? kind : undefined;
    if (!known && !aside) return [{ type: 'quote', line, children }];

    const rest = start.text.slice(marker[0].length);
    const inline: Inline[] = [
      ...(rest === '' ? [] : [{ type: 'text' as const, text: rest }]),
      ...first.children.slice(1),
    ];
    const onNextLine = inline[0]?.type === 'break';
    if (onNextLine) inline.shift();
    const firstLine = first.line + (onNextLine ? 1 : 0);
    const body: Prose[] = [
      ...(inline.length > 0 ? [{ ...first, line: firstLine, children: inline }] : []),
      ...children.slice(1),
    ];
    if (aside) {
      this.asides?.push({ kind: aside, label, line, children: body });
      return [];
    }
    return [{ type: 'alert', line, kind: kind as AlertKind, children: body }];
  }

  private table(line: number): Prose {
    const align: TableAlign[] = [];
    let head: Inline[][] = [];
    const rows: { line: number; cells: Inline[][] }[] = [];
    let cells: Inline[][] = [];
    let rowLine = line;
    while (this.position < this.tokens.length) {
      const token = this.tokens[this.position] as Token;
      this.position++;
      if (token.type === 'table_close') break;
      if (token.type === 'tr_open') {
        cells = [];
        rowLine = (token.map?.[0] ?? line - 1) + 1;
      } else if (token.type === 'th_open' || token.type === 'td_open') {
        if (token.type === 'th_open') align.push(alignOf(String(token.attrGet('style') ?? '')));
        cells.push(this.inlineUntil(token.type.replace('open', 'close'), rowLine));
      } else if (token.type === 'tr_close') {
        if (head.length === 0 && rows.length === 0 && align.length > 0) head = cells;
        else {
          rows.push({ line: rowLine, cells });
          this.checkCells(rowLine, align.length);
        }
      }
    }
    return { type: 'table', line, align, head, rows };
  }

  /** As in all Markdown, cells beyond those of the head are not shown. */
  private checkCells(line: number, count: number): void {
    const cells = this.problems
      .textOf(line)
      .replace(/^[\s>]*\|?/, '')
      .replace(/\|\s*$/, '')
      .split(/(?<!\\)\|/);
    if (cells.length > count) this.problems.add('table-cells-extra', line, { count });
  }

  private footnotes(line: number): Prose {
    const notes: Extract<Prose, { type: 'footnotes' }>['notes'] = [];
    while (this.position < this.tokens.length) {
      const token = this.tokens[this.position] as Token;
      this.position++;
      if (token.type === 'footnote_block_close') break;
      if (token.type !== 'footnote_open') continue;
      const begin = this.position;
      this.noteLine = this.noteLines.get(Number(token.meta?.id)) ?? line;
      const children = this.until('footnote_close');
      const occurrences = this.tokens
        .slice(begin, this.position)
        .filter((each) => each.type === 'footnote_anchor').length;
      notes.push({ number: Number(token.meta?.id ?? 0) + 1, occurrences, children });
    }
    return { type: 'footnotes', line, notes };
  }

  private inlineUntil(close: string, line: number): Inline[] {
    let children: Inline[] = [];
    while (this.position < this.tokens.length) {
      const token = this.tokens[this.position] as Token;
      this.position++;
      if (token.type === close) break;
      if (token.type === 'inline') {
        children = this.inline(token.children ?? [], (token.map?.[0] ?? line - 1) + 1);
      }
    }
    return children;
  }

  private inline(tokens: readonly Token[], line: number): Inline[] {
    const stack: Inline[][] = [[]];
    const opened: Token[] = [];
    let current = line;
    let tooDeep = false;
    const open = (token: Token): void => {
      if (opened.length < limits.nesting) stack.push([]);
      else if (!tooDeep) {
        this.problems.add('nested-too-deep', current);
        tooDeep = true;
      }
      opened.push(token);
    };
    /** What the closed form holds; undefined where it lies too deep, so that only its words are kept. */
    const close = (): Inline[] | undefined => {
      opened.pop();
      return opened.length < limits.nesting ? stack.pop() : undefined;
    };
    const push = (node: Inline): void => {
      const last = stack.at(-1);
      const before = last?.at(-1);
      if (node.type === 'text' && before?.type === 'text') before.text += node.text;
      else last?.push(node);
    };
    for (const token of tokens) {
      switch (token.type) {
        case 'text':
        case 'text_special':
          if (token.content !== '') push({ type: 'text', text: token.content });
          break;
        case 'html_text': {
          const [text = ''] = token.content.split('\n', 1);
          push({ type: 'text', text: token.content });
          this.problems.add('html-as-text', current, { text: text.slice(0, 60) }, text);
          current += token.content.split('\n').length - 1;
          break;
        }
        case 'code_inline':
          push({ type: 'code', text: token.content });
          break;
        case 'softbreak':
        case 'hardbreak':
          current++;
          push({ type: 'break', hard: token.type === 'hardbreak' });
          break;
        case 'em_open':
        case 'strong_open':
        case 's_open':
        case 'marked_open':
        case 'link_open':
          open(token);
          break;
        case 'em_close':
        case 'strong_close':
        case 's_close':
        case 'marked_close': {
          const children = close();
          const type = ({ em: 'emphasis', strong: 'strong', s: 'strike', mark: 'marked' } as const)[
            token.tag as 'em' | 'strong' | 's' | 'mark'
          ];
          if (children) push({ type, children });
          break;
        }
        case 'link_close': {
          const link = opened.at(-1);
          const isBare = link?.markup === 'linkify' || link?.markup === 'autolink';
          if (isBare && this.keepsAddresses) {
            for (const child of close() ?? []) push(child);
            break;
          }
          const target = this.target(String(link?.attrGet('href') ?? ''), current);
          const title = link?.attrGet('title');
          const children = close();
          if (!children) break;
          push({ type: 'link', target, ...(title ? { title: String(title) } : {}), children });
          break;
        }
        case 'image': {
          const src = String(token.attrGet('src') ?? '');
          const source = linkTarget(src);
          const alt = inlineText(this.inline(token.children ?? [], current));
          const title = token.attrGet('title');
          this.checkImage(source, src, alt, current);
          const width = this.width(token, current);
          push({
            type: 'image',
            source,
            alt,
            ...(title ? { title: String(title) } : {}),
            ...(width !== undefined && { width }),
          });
          break;
        }
        case 'footnote_ref':
          if (!this.noteLines.has(Number(token.meta?.id))) {
            this.noteLines.set(Number(token.meta?.id), current);
          }
          push({
            type: 'footnote-reference',
            number: Number(token.meta?.id ?? 0) + 1,
            occurrence: Number(token.meta?.subId ?? 0),
          });
          break;
        case 'organisation':
          push({
            type: 'organisation',
            key: String(token.meta?.key ?? ''),
            fallback: String(token.meta?.fallback ?? ''),
          });
          current += token.content.split('\n').length - 1;
          break;
        case 'gap': {
          const gap = this.gaps?.length ?? 0;
          this.gaps?.push({ text: token.content, line: current });
          push({ type: 'gap', gap });
          current += token.content.split('\n').length - 1;
          break;
        }
        default:
          if (token.content) push({ type: 'text', text: token.content });
      }
    }
    // markdown-it always balances its inline tokens, so one list is left.
    return stack[0] ?? [];
  }

  private target(href: string, line: number): LinkTarget {
    if (this.onlyShowsLinks) return { to: 'shown', url: href.trim() };
    const target = linkTarget(href);
    if (target.to === 'refused') this.problems.add('link-refused', line, { url: href }, href, '](');
    return target;
  }

  private width(picture: Token, line: number): PictureWidth | undefined {
    const written = picture.attrGet('width');
    if (written === null) return undefined;
    const width = pictureWidth(String(written));
    if (width === undefined) {
      const { percent, pixels } = widthLimits;
      const limits = { percent: percent.least, least: pixels.least, most: pixels.most };
      this.problems.add('picture-width', line, { value: String(written), ...limits }, 'width', '{');
    }
    return width;
  }

  private checkImage(source: LinkTarget, src: string, alt: string, line: number): void {
    if (source.to !== 'file') {
      this.problems.add('image-remote', line, { url: src }, src, '](');
    } else if (alt.trim() === '') {
      this.problems.add('image-words-missing', line, { path: source.path }, source.path, '](');
    }
  }
}

/** The first word behind the fence; escapes and entities count there too. */
const languageOf = (info: string): string =>
  markdown.utils.unescapeAll(info).trim().split(/\s+/)[0] ?? '';

function alignOf(style: string): TableAlign {
  if (style.includes('center')) return 'center';
  if (style.includes('right')) return 'end';
  return style.includes('left') ? 'start' : null;
}

/** Takes `[ ]` or `[x]` off the front of a list item. */
function takeTaskBox(item: ListItem): ListItem {
  const first = item.children[0];
  const start = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || start?.type !== 'text') return item;
  const box = /^\[([ xX])\](?:[ \t]+|$)/.exec(start.text);
  if (!box) return item;
  const rest = start.text.slice(box[0].length);
  const children: Inline[] = [
    ...(rest === '' ? [] : [{ type: 'text' as const, text: rest }]),
    ...first.children.slice(1),
  ];
  return {
    ...item,
    task: box[1] === ' ' ? 'open' : 'done',
    children: [{ ...first, children }, ...item.children.slice(1)],
  };
}

/** Prose of a text, or of what stands at its top level. Problems found on the way go to `problems`. */
export function toProse(
  tokens: readonly Token[],
  problems: ProblemList,
  readBlock: ReadBlock,
  names = new Names(),
): Prose[] {
  return new Reader(tokens, names, problems, readBlock).until(undefined);
}
