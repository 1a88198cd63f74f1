// Takes from pasted HTML what a lesson can say, and says in elements what programs say in styles.
import type { Element, ElementContent, RootContent } from 'hast';
import { styleOf } from './word-lists';

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

/** The value of one property: `mso-bidi-font-weight` is not `font-weight`. */
const propertyOf = (element: Element, property: string): string =>
  styleOf(element)
    .split(';')
    .map((each) => each.split(':'))
    .find(([name]) => name?.trim().toLowerCase() === property)?.[1]
    ?.trim() ?? '';

const isCrossedOut = (element: Element): boolean =>
  ['text-decoration', 'text-decoration-line'].some((property) =>
    propertyOf(element, property).includes('line-through'),
  );

/** Says with elements what programs say with styles alone. */
function styled(element: Element): Element {
  const weight = propertyOf(element, 'font-weight');
  const isBold = element.tagName === 'b' || element.tagName === 'strong';
  // Google Docs puts everything into a <b> that is none; underlined words are no emphasis here.
  const isSpan =
    ['span', 'u', 'mark'].includes(element.tagName) || (isBold && /^(normal|400)$/.test(weight));
  if (!isSpan) return element;
  let { children } = element;
  if (/^(bold|[6-9]00)$/.test(weight)) children = [wrap('strong', children)];
  if (propertyOf(element, 'font-style') === 'italic') children = [wrap('em', children)];
  if (isCrossedOut(element)) children = [wrap('del', children)];
  return { ...element, tagName: 'span', children };
}

const isElement = (node: ElementContent, ...names: string[]): node is Element =>
  node.type === 'element' && names.includes(node.tagName);

/** Spreadsheets have no heads of tables, Markdown has no tables without: the first row is taken. */
function withHead(table: Element): Element {
  const rows = table.children.flatMap((part) =>
    isElement(part, 'thead', 'tbody', 'tfoot') ? part.children : [part],
  );
  const first = rows.find((row) => isElement(row, 'tr'));
  const heads = rows.flatMap((row) => (isElement(row, 'tr') ? row.children : []));
  if (!first || heads.some((cell) => isElement(cell, 'th'))) return table;
  const head = (row: Element): Element => ({
    ...row,
    children: row.children.map((cell) =>
      isElement(cell, 'td') ? { ...cell, tagName: 'th' } : cell,
    ),
  });
  const changed = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.map((node) => {
      if (node === first) return head(first as Element);
      return isElement(node, 'thead', 'tbody', 'tfoot')
        ? { ...node, children: changed(node.children) }
        : node;
    });
  return { ...table, children: changed(table.children) };
}

/** The words and what they are; nothing hidden, nothing that runs, no picture, no link that leads nowhere. */
export function cleaned(nodes: readonly RootContent[], inCode = false): ElementContent[] {
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
    const made = styled({ ...node, children });
    return [made.tagName === 'table' ? withHead(made) : made];
  });
}
