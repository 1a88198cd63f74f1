// Makes clean Markdown of HTML that is pasted from Word, web pages and spreadsheets. The HTML never becomes a document.
import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { Nodes as MarkdownNodes } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { listsOfWord, styleOf } from './word-lists';

/** More than anybody pastes on purpose; parsing it would stop the window. */
const longest = 3_000_000;

const dropped: ReadonlySet<string> = new Set([
  ...['head', 'script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed', 'svg'],
  ...['math', 'img', 'picture', 'video', 'audio', 'canvas', 'input', 'textarea', 'select'],
  ...['button', 'link', 'meta', 'title'],
]);

const isHidden = (element: Element): boolean =>
  /display:\s*none|visibility:\s*hidden|mso-hide:\s*all/i.test(styleOf(element)) ||
  element.properties.hidden === true;

/** What the check of courses would refuse anyway, and what leads nowhere from here. */
const isLink = (address: unknown): boolean =>
  typeof address === 'string' && /^(https?:\/\/|mailto:)/i.test(address);

const isCheckbox = ({ tagName, properties }: Element): boolean =>
  tagName === 'input' && properties.type === 'checkbox';

const wrap = (tagName: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});

/** Says with elements what programs say with styles alone. */
function styled(element: Element): Element {
  const style = styleOf(element);
  const isNormal = /font-weight:\s*(normal|400)/i.test(style);
  const inner = { ...element };
  // Google Docs puts everything into a <b> that is none.
  if ((element.tagName === 'b' || element.tagName === 'strong') && isNormal) inner.tagName = 'span';
  if (inner.tagName === 'u' || inner.tagName === 'mark') inner.tagName = 'span';
  if (inner.tagName !== 'span') return inner;
  let { children } = inner;
  if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) children = [wrap('strong', children)];
  if (/font-style:\s*italic/i.test(style)) children = [wrap('em', children)];
  if (/text-decoration[^;]*:\s*[^;]*line-through/i.test(style)) children = [wrap('del', children)];
  return { ...inner, children };
}

function cleaned(nodes: readonly RootContent[], inCode: boolean): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') {
      const value = inCode ? node.value : node.value.replace(/[\u00a0\u202f]/g, ' ');
      return [{ ...node, value: value.replace(/[\u200b\ufeff\u00ad]/g, '') }];
    }
    if (node.type !== 'element' || isHidden(node)) return [];
    if (isCheckbox(node)) return [node];
    if (dropped.has(node.tagName)) return [];
    const isCode = inCode || node.tagName === 'pre' || node.tagName === 'code';
    const children = cleaned(node.children, isCode);
    // Paragraphs of Word's own namespace are empty; other unknown elements stand for their words.
    if (node.tagName === 'o:p' && children.every((each) => each.type === 'text')) return children;
    if (node.tagName === 'a' && !isLink(node.properties.href)) return children;
    return [styled({ ...node, children })];
  });
}

/** Headings of a lesson begin at the second level: the first is its title. */
function shiftHeadings(node: MarkdownNodes): void {
  const depths: number[] = [];
  each(node, (one) => {
    if (one.type === 'heading') depths.push(one.depth);
  });
  const shift = Math.max(0, 2 - Math.min(...depths));
  each(node, (one) => {
    if (one.type === 'heading') one.depth = Math.min(6, one.depth + shift) as typeof one.depth;
  });
}

function each(node: MarkdownNodes, act: (node: MarkdownNodes) => void): void {
  act(node);
  if ('children' in node) for (const child of node.children) each(child, act);
}

/** One paragraph without any marks: the plain text that was copied with it says the same. */
function isPlain(tree: MarkdownNodes): boolean {
  const children = 'children' in tree ? tree.children : [];
  if (children.length > 1) return false;
  return children.every(
    (node) => node.type === 'paragraph' && node.children.every(({ type }) => type === 'text'),
  );
}

/** Signs that mean something in courses and nothing elsewhere. */
const courseSigns = {
  unsafe: [
    { character: ':', after: '::', atBreak: true },
    { character: '{', after: '\\{', inConstruct: 'phrasing' as const },
  ],
};

/** Undefined when the plain text that was copied with it serves better. */
export function markdownOf(html: string): string | undefined {
  if (html.length > longest) return undefined;
  let tree: Root;
  try {
    tree = fromHtml(html);
    tree.children = listsOfWord(cleaned(tree.children, false));
    const markdown = toMdast(tree as Nodes);
    if (isPlain(markdown)) return undefined;
    shiftHeadings(markdown);
    const text = toMarkdown(markdown, {
      extensions: [gfmToMarkdown({ tablePipeAlign: false }), courseSigns],
      bullet: '-',
      emphasis: '*',
      rule: '-',
      listItemIndent: 'one',
    });
    return text.trim() === '' ? undefined : text.trim();
  } catch (error) {
    // Nested deeper than the stack: the plain text is there all the same.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
