// HTML as a tree that two ways of writing the same thing share: for comparing what was rendered.

export interface Element {
  tag: string;
  attributes: Record<string, string>;
  children: Node[];
}
export type Node = string | Element;

const empty: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'link']);

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
};
const unescaped = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);

/** Parses what a program wrote: all tags are closed, all attributes in quotes. */
export function parseHtml(html: string): Node[] {
  const root: Element = { tag: '', attributes: {}, children: [] };
  const open: Element[] = [root];
  const piece = /<\/([\w-]+)>|<([\w-]+)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/gy;
  for (const { 1: close, 2: tag, 3: attributes = '', 4: text } of html.matchAll(piece)) {
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.children.push(unescaped(text));
    else if (close !== undefined) {
      if (open.pop()?.tag !== close) throw new Error(`</${close}> closes nothing in ${html}`);
    } else if (tag !== undefined) {
      const pairs = [...attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(
        ([, name = '', value = '']): [string, string] => [name, unescaped(value)],
      );
      const element: Element = { tag, attributes: Object.fromEntries(pairs), children: [] };
      parent.children.push(element);
      if (!empty.has(tag)) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error(`something stays open in ${html}`);
  return root.children;
}

const blocks: ReadonlySet<string> = new Set([
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'br'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
]);
const isBlock = (node: Node | undefined): boolean =>
  node === undefined || (typeof node !== 'string' && blocks.has(node.tag));

/** Joins texts, and takes the white space that no reader sees: around blocks, and beyond one. */
export function normalised(nodes: readonly Node[], inBlock = true): Node[] {
  const joined: Node[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (typeof node === 'string' && typeof last === 'string')
      joined[joined.length - 1] = last + node;
    else joined.push(node);
  }
  return joined.flatMap((node, at): Node[] => {
    if (typeof node !== 'string') {
      if (node.tag === 'pre') return [{ ...node, children: verbatim(node.children) }];
      // Every space of code counts.
      if (node.tag === 'code') return [node];
      return [{ ...node, children: normalised(node.children, blocks.has(node.tag)) }];
    }
    let text = node.replace(/[ \t\n\r]+/g, ' ');
    const [before, after] = [joined[at - 1], joined[at + 1]];
    if (at === 0 ? inBlock : isBlock(before)) text = text.replace(/^ /, '');
    if (at === joined.length - 1 ? inBlock : isBlock(after)) text = text.replace(/ $/, '');
    return text === '' ? [] : [text];
  });
}

/** Text that stands as typed; the end of its last line is the same with and without a newline. */
function verbatim(nodes: readonly Node[]): Node[] {
  const text = (node: Node): string =>
    typeof node === 'string' ? node : node.children.map(text).join('');
  const all = nodes.map(text).join('').replace(/\n$/, '');
  return all === '' ? [] : [all];
}
