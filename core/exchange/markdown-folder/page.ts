// One page of any dialect → Markdown that Deskwise reads, and its headings.
import markdownIt, { type MarkdownIt, type Token } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { budgetPlugin, TangledText } from '../../course/markdown-budget';
import { readCallouts } from './callouts';
import { countColons } from './colons';
import { readDirectives } from './directives';
import { readHtmlBlock } from './html';
import { foldName, type References, readInline } from './inline';
import { Fences, isBlank, type Line, textOf } from './lines';
import type { PageContext } from './page-context';

export interface Heading {
  /** Place of its line among the lines of the page. */
  at: number;
  level: number;
  /** Markdown, without signs. */
  words: string;
  /** Names under which links of the old pages knew it. */
  names: string[];
  /** In a quote, a list or folded text it begins no chapter. */
  isNested: boolean;
}

export interface Page {
  lines: Line[];
  headings: Heading[];
}

/** Only its blocks are asked for; what stands inside them is read by `inline.ts`. */
function blockReader(): MarkdownIt {
  const md = markdownIt({ html: true, maxNesting: 60 });
  md.use(budgetPlugin).use(footnote);
  md.validateLink = () => true;
  md.normalizeLink = (url: string) => url;
  return md;
}

const foreign = blockReader();

function blocksOf(lines: readonly Line[]): { tokens: Token[]; references: References } {
  const env: { references?: Record<string, { href: string; title: string }> } = {};
  const tokens: Token[] = [];
  foreign.block.parse(textOf(lines), foreign, env, tokens);
  const found = new Map(
    Object.entries(env.references ?? {}).map(([name, { href }]) => [foldName(name), href]),
  );
  return { tokens, references: { get: (name) => found.get(name) } };
}

/** Never throws; a text that takes too long to read gives undefined. */
export function readPage(source: readonly Line[], context: PageContext): Page | undefined {
  try {
    const text = readFormulas(readDirectives(source, context));
    const withBlocks = readCallouts(text, context.say);
    return readTexts(countColons(readHtml(withBlocks, context)), context);
  } catch (error) {
    if (!(error instanceof TangledText)) throw error;
    return undefined;
  }
}

/** Formulas between lines `$$` are shown as they are written. */
function readFormulas(lines: readonly Line[]): Line[] {
  if (!lines.some(({ text }) => text.trim() === '$$')) return [...lines];
  const fences = new Fences();
  let isOpen = false;
  const out = lines.map((line) => {
    if (!isOpen && fences.takes(line.text)) return line;
    if (line.text.trim() !== '$$') return line;
    isOpen = !isOpen;
    return { ...line, text: line.text.replace('$$', isOpen ? '```latex' : '```') };
  });
  return isOpen ? [...lines] : out;
}

/** Elements that are read as a whole, however many empty lines are inside. */
const wholeElements =
  /^\s*<(table|script|style|ul|ol|dl|pre|svg|iframe|video|audio|picture|form|template)\b/i;
const linesAhead = 3000;

function readHtml(lines: readonly Line[], context: PageContext): Line[] {
  if (!lines.some(({ text }) => text.includes('<'))) return [...lines];
  const { tokens } = blocksOf(lines);
  // Where addresses lead is found out once all of the page is Markdown.
  const asWritten: PageContext = {
    ...context,
    link: (address) => address,
    picture: (src, alt) => ({ src, alt }),
  };
  const out: Line[] = [];
  let from = 0;
  let budget = 20 * linesAhead + lines.length;
  for (const { type, map } of tokens) {
    if (type !== 'html_block' || !map || map[0] < from) continue;
    const [begin] = map;
    let end = map[1];
    const prefix = /^[ \t>]*/.exec(lines[begin]?.text ?? '')?.[0] ?? '';
    const inside = (text: string): string =>
      text.startsWith(prefix) ? text.slice(prefix.length) : text.replace(/^[ \t>]+/, '');
    const whole = wholeElements.exec(inside(lines[begin]?.text ?? ''))?.[1]?.toLowerCase();
    if (whole !== undefined) {
      const close = `</${whole}`;
      const isClosed = (line: Line | undefined) =>
        line?.text.toLowerCase().includes(close) ?? false;
      if (!lines.slice(begin, end).some(isClosed)) {
        let last = end;
        while (last < lines.length && budget-- > 0 && !isClosed(lines[last])) last++;
        if (isClosed(lines[last])) end = last + 1;
      }
    }
    for (const line of lines.slice(from, begin)) out.push(line);
    const html = lines
      .slice(begin, end)
      .map(({ text }) => inside(text))
      .join('\n');
    for (const line of readHtmlBlock(html, lines[begin]?.line ?? 1, prefix, asWritten))
      out.push(line);
    from = end;
  }
  for (const line of lines.slice(from)) out.push(line);
  return out;
}

interface Edit {
  end: number;
  lines: Line[];
  heading?: Omit<Heading, 'at'>;
}

const headingId = /[ \t]*\{[ \t]*#([\w:.-]+)[^}]*\}[ \t]*$|[ \t]*\{:?[ \t]*[.#][^}]*\}[ \t]*$/;

function readTexts(lines: readonly Line[], context: PageContext): Page {
  const { tokens, references } = blocksOf(lines);
  const edits = new Map<number, Edit>();
  const covered = new Uint8Array(lines.length);
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (/^(blockquote|bullet_list|ordered_list|footnote_reference)_/.test(token.type)) {
      depth += token.nesting;
    }
    const { map } = token;
    if (!map) continue;
    const [begin, end] = map;
    const range = lines.slice(begin, end);
    if (
      /^(paragraph_open|heading_open|fence|code_block|html_block|hr|table_open)$/.test(token.type)
    ) {
      covered.fill(1, begin, end);
    }
    if (token.type === 'inline' && tokens[at - 1]?.type === 'paragraph_open') {
      edits.set(begin, { end, lines: readInline(range, 'text', references, context) });
    } else if (token.type === 'tr_open') {
      edits.set(begin, {
        end: begin + 1,
        lines: readInline(range.slice(0, 1), 'row', references, context),
      });
    } else if (token.type === 'heading_open') {
      const content = tokens[at + 1]?.content ?? '';
      edits.set(begin, {
        end,
        ...headingOf(token, content, range, depth > 0, references, context),
      });
    } else if (token.type === 'fence') {
      edits.set(begin, { end: begin + 1, lines: [withPlainInfo(range[0] as Line, token)] });
    }
  }
  const out: Line[] = [];
  const headings: Heading[] = [];
  let inDefinition = false;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as Line;
    const edit = edits.get(at);
    inDefinition =
      !covered[at] && !isBlank(line) && (inDefinition || /^[ \t>]*\[[^\]^]+\]:/.test(line.text));
    if (edit) {
      if (edit.heading) headings.push({ ...edit.heading, at: out.length });
      for (const each of edit.lines) out.push(each);
      at = edit.end;
    } else {
      // What references lead to stands in the links themselves by now.
      if (!inDefinition) out.push(line);
      at++;
    }
  }
  return { lines: out, headings };
}

function headingOf(
  { tag, markup }: Token,
  content: string,
  range: readonly Line[],
  isNested: boolean,
  references: References,
  context: PageContext,
): Omit<Edit, 'end'> & { heading: Omit<Heading, 'at'> } {
  const level = Number(tag.slice(1));
  const first = range[0] as Line;
  const id = headingId.exec(content);
  const plain = (id ? content.slice(0, id.index) : content).replace(/\n/g, ' ');
  const named = [...plain.matchAll(/<a\s[^<>]*?(?:name|id)=["']?([\w:.-]+)/g)].map(
    ([, name = '']) => name,
  );
  const [written] = readInline([{ ...first, text: plain }], 'heading', references, context);
  const words = (written?.text ?? '').trim();
  const prefix = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/.exec(first.text)?.[0] ?? '';
  const names = [...(id?.[1] ? [id[1]] : []), ...named, slugLikeGitHub(plain)];
  // Underlined headings become one line as well.
  const signs = markup.startsWith('#') ? markup : '#'.repeat(level);
  return {
    lines: [{ text: `${prefix}${signs} ${words}`.trimEnd(), line: first.line }],
    heading: { level, words, names, isNested },
  };
}

/** The anchor that code-hosting sites make of a heading. */
export const slugLikeGitHub = (words: string): string =>
  words
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^<>]*>/g, '')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s/g, '-');

/** ```` ```js {1,3} title="a.js" ```` → ```` ```js ````: the rest means something to other programs only. */
function withPlainInfo(line: Line, { markup, info }: Token): Line {
  const language = /^\s*(?:\{[ \t]*\.?)?([\w+#.-]+)/.exec(info)?.[1] ?? '';
  const at = line.text.indexOf(markup);
  if (at < 0) return line;
  return { ...line, text: `${line.text.slice(0, at)}${markup}${language}` };
}
