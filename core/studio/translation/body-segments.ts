// The words of a text's Markdown, found by the same rules that it is read by. Fences, ids, marks of
// lists and quotes, attributes and empty lines are structure and belong to no segment.
import type { Token } from 'markdown-it';
import { readOpening } from '../../course/attributes';
import { isItemKind } from '../../course/blocks';
import { markdown } from '../../course/markdown';
import type { BlockMeta } from '../../course/markdown-block';
import { TangledText } from '../../course/markdown-budget';
import type { FileLine } from './file-lines';
import type { Found } from './matter-segments';
import type { Role, Span } from './segment';

/** Attributes of blocks that learners read. */
const spokenAttributes: ReadonlySet<string> = new Set(['title', 'unit', 'low', 'high']);
/** What of the head of a message is more than an address. */
const spokenHead = /^(from|to|cc|subject|attachments)\s*:\s*/;

const alertRoles: Readonly<Record<string, Role>> = {
  HINT: 'hint',
  WHY: 'explanation',
  CLUE: 'clue',
};

interface Block {
  path: string;
  kind: string;
  /** How many blocks without an id each kind has inside. */
  counts: Map<string, number>;
}

/** What stands around a text within its block. */
type Around =
  | { is: 'item'; isTask: boolean }
  | { is: 'quote'; role: Role | null }
  | { is: 'block' };

/** Sorted by their places. A text that cannot be read in good time has none. */
export function bodySegments(lines: readonly FileLine[], body: string): Found[] {
  const tokens: Token[] = [];
  try {
    // What stands in a line does not matter here.
    markdown.block.parse(body, markdown, {}, tokens);
  } catch (error) {
    if (error instanceof TangledText) return [];
    throw error;
  }
  const walk = new Walk(lines);
  for (const token of tokens) walk.meet(token);
  return withoutOverlaps(walk.found);
}

function withoutOverlaps(found: readonly Found[]): Found[] {
  const sorted = [...found].sort((a, b) => startOf(a) - startOf(b));
  let end = 0;
  return sorted.filter((each) => {
    const isFree = startOf(each) >= end;
    if (isFree) end = each.spans.at(-1)?.end ?? end;
    return isFree;
  });
}

const startOf = ({ spans }: Found): number => spans[0]?.start ?? 0;

class Walk {
  readonly found: Found[] = [];
  private readonly blocks: Block[] = [{ path: '', kind: '', counts: new Map() }];
  private readonly around: Around[] = [];
  private isHeading = false;
  /** Of the row of a table that is open: the words of its cells. */
  private row: { line: number; cells: string[] } | null = null;

  constructor(private readonly lines: readonly FileLine[]) {}

  meet(token: Token): void {
    switch (token.type) {
      case 'course_block_open':
        this.open(token);
        break;
      case 'course_block_close':
        this.blocks.pop();
        this.around.pop();
        break;
      case 'list_item_open':
        this.around.push({ is: 'item', isTask: false });
        break;
      case 'blockquote_open':
        this.around.push({ is: 'quote', role: null });
        break;
      case 'list_item_close':
      case 'blockquote_close':
        this.around.pop();
        break;
      case 'heading_open':
        this.isHeading = true;
        break;
      case 'heading_close':
        this.isHeading = false;
        break;
      case 'tr_open':
        this.row = { line: token.map?.[0] ?? -1, cells: [] };
        break;
      case 'tr_close':
        this.cells();
        break;
      case 'inline':
        if (this.row) this.row.cells.push(token.content);
        else if (token.map && token.content !== '') this.words(token.content, token.map[0]);
        break;
    }
  }

  private get block(): Block {
    return this.blocks.at(-1) as Block;
  }

  private open(token: Token): void {
    const { info, head } = token.meta as unknown as BlockMeta;
    const { kind, id, attributes, title } = readOpening(info);
    const outer = this.block;
    const count = (outer.counts.get(kind) ?? 0) + 1;
    outer.counts.set(kind, count);
    const name = id === undefined ? `${kind}-${count}` : `${kind}#${id}`;
    const path = outer.path === '' ? name : `${outer.path}/${name}`;
    this.blocks.push({ path, kind, counts: new Map() });
    this.around.push({ is: 'block' });
    const at = token.map?.[0] ?? -1;
    const line = this.lines[at];
    if (!line) return;
    for (const [attribute, value] of attributes) {
      const before = `${attribute}="`;
      const found = line.text.indexOf(`${before}${value}"`);
      if (!spokenAttributes.has(attribute) || value === '' || found < 0) continue;
      this.add('label', 'attribute', value, at, [found + before.length]);
    }
    if (title !== '') this.add('label', 'line', title, at, [line.text.lastIndexOf(title)]);
    if (head) for (let next = head.from - 1; next < head.to; next++) this.head(next);
  }

  private head(at: number): void {
    const text = this.lines[at]?.text ?? '';
    const begin = text.length - text.trimStart().length;
    const name = spokenHead.exec(text.slice(begin));
    if (!name) return;
    const from = begin + name[0].length;
    const value = text.slice(from).trimEnd();
    if (value !== '') this.add('message', 'line', value, at, [from]);
  }

  /** The cells of a row, where they can be told apart as the reader of tables tells them. */
  private cells(): void {
    const { row } = this;
    this.row = null;
    const line = row && this.lines[row.line];
    if (!row || !line) return;
    const bare = line.text.replace(/^[\s>]*/, '');
    const begin = line.text.length - bare.length + (bare.startsWith('|') ? 1 : 0);
    let from = begin;
    const places: { start: number; end: number }[] = [];
    for (let at = begin; at <= line.text.length; at++) {
      const isBar = line.text[at] === '|' && line.text[at - 1] !== '\\';
      if (!isBar && at < line.text.length) continue;
      places.push({ start: from, end: at });
      from = at + 1;
    }
    for (const [at, content] of row.cells.entries()) {
      const place = places[at];
      if (content === '' || !place) continue;
      const raw = line.text.slice(place.start, place.end);
      const text = withoutTail(raw.trim());
      if (raw.trim().replaceAll('\\|', '|') !== content || text === '') continue;
      const start = line.start + place.start + raw.length - raw.trimStart().length;
      this.found.push({
        block: this.block.path,
        role: 'cell',
        line: row.line + 1,
        text: text.replaceAll('\\|', '|'),
        form: 'cell',
        spans: [{ start, end: start + text.length }],
      });
    }
  }

  private words(content: string, at: number): void {
    const lines = content.split('\n').map((text) => text.trimStart());
    const starts = lines.map((text, n) => this.lines[at + n]?.text.lastIndexOf(text) ?? -1);
    if (starts.some((start) => start < 0)) return;
    const role = this.roleOf(lines[0] ?? '');
    const front = this.frontOf(lines[0] ?? '', role);
    lines[0] = lines[0]?.slice(front) ?? '';
    starts[0] = (starts[0] ?? 0) + front;
    let first = at;
    if (lines[0].trim() === '') {
      lines.shift();
      starts.shift();
      first++;
    }
    if (lines.length === 0) return;
    if (this.block.kind === 'cards' && this.around.at(-1)?.is === 'block') {
      this.cards(lines, first, starts);
      return;
    }
    const mayHaveTail = this.isHeading || this.around.at(-1)?.is === 'item';
    const last = lines.length - 1;
    if (mayHaveTail) lines[last] = withoutTail(lines[last] ?? '');
    const text = lines.join('\n');
    if (text.trim() === '' || lines[last] === '') return;
    this.add(role, this.isHeading ? 'line' : 'lines', text, first, starts);
  }

  private cards(lines: readonly string[], first: number, starts: readonly number[]): void {
    for (const [n, line] of lines.entries()) {
      const mark = /^:\s*/.exec(line)?.[0].length ?? 0;
      const text = line.slice(mark).trimEnd();
      if (text === '') continue;
      const role = mark > 0 ? 'definition' : 'term';
      this.add(role, 'line', text, first + n, [(starts[n] ?? 0) + mark]);
    }
  }

  private roleOf(line: string): Role {
    if (this.isHeading) return 'heading';
    const inner = this.around.at(-1);
    if (inner?.is === 'item') {
      inner.isTask ||= checkbox.test(line);
      return inner.isTask ? 'answer' : 'item';
    }
    if (inner?.is !== 'quote') return 'paragraph';
    const alert = alertMark.exec(line)?.[1];
    inner.role ??= alert === undefined ? null : (alertRoles[alert.toUpperCase()] ?? 'quote');
    if (inner.role) return inner.role;
    const isInAnswer = this.around.at(-2)?.is === 'item';
    inner.role = isInAnswer && isItemKind(this.block.kind) ? 'feedback' : 'quote';
    return inner.role;
  }

  /** How many characters of the first line are no words: `[x] `, `[!HINT] `, the place of an area. */
  private frontOf(line: string, role: Role): number {
    const box = role === 'answer' ? (checkbox.exec(line)?.[0].length ?? 0) : 0;
    const rest = line.slice(box);
    if (this.around.at(-1)?.is === 'quote') return box + (alertMark.exec(rest)?.[0].length ?? 0);
    return box + (this.block.kind === 'hotspot' ? (area.exec(rest)?.[0].length ?? 0) : 0);
  }

  private add(role: Role, form: Found['form'], text: string, at: number, starts: number[]): void {
    const lines = text.split('\n');
    const spans = lines.map((line, n): Span => {
      const start = (this.lines[at + n]?.start ?? 0) + (starts[n] ?? 0);
      return { start, end: start + line.length };
    });
    this.found.push({ block: this.block.path, role, line: at + 1, text, form, spans });
  }
}

const checkbox = /^\[[ xX]\]\s+/;
const alertMark = /^\[!([A-Za-z]+)[^\]\n]*\]\s*/;
const percent = '\\d+(?:\\.\\d+)?%';
const area = new RegExp(`^${percent},\\s?${percent}\\s${percent}x${percent}\\s+`);

/** Attributes at the end, `{pin}`, are no words; `{{org.name}}` is one. */
function withoutTail(text: string): string {
  const words = text.trimEnd();
  if (!words.endsWith('}')) return words;
  const open = words.lastIndexOf('{');
  const isPlain = open >= 0 && words[open - 1] !== '{' && !words.slice(open, -1).includes('}');
  return isPlain ? words.slice(0, open).trimEnd() : words;
}
