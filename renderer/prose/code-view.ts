// Coloured code as data: of the many classes of highlight.js the few kinds of pieces that get a colour.

export type CodeKind = 'comment' | 'keyword' | 'string' | 'number' | 'title' | 'added' | 'removed';

/** Words, or words of a kind. */
export type CodePart = string | { kind: CodeKind; parts: CodePart[] };

const kinds: Readonly<Record<string, CodeKind>> = {
  comment: 'comment',
  quote: 'comment',
  doctag: 'keyword',
  keyword: 'keyword',
  literal: 'keyword',
  'selector-tag': 'keyword',
  'template-tag': 'keyword',
  type: 'keyword',
  meta: 'keyword',
  string: 'string',
  regexp: 'string',
  char: 'string',
  link: 'string',
  number: 'number',
  symbol: 'number',
  bullet: 'number',
  variable: 'number',
  'template-variable': 'number',
  attr: 'title',
  attribute: 'title',
  built_in: 'title',
  name: 'title',
  property: 'title',
  section: 'title',
  'selector-attr': 'title',
  'selector-class': 'title',
  'selector-id': 'title',
  'selector-pseudo': 'title',
  title: 'title',
  addition: 'added',
  deletion: 'removed',
};

/** As much of a hast tree as is looked at here. */
interface HastNode {
  type: string;
  value?: string;
  properties?: { className?: unknown };
  children?: readonly HastNode[];
}

function kindOf({ properties }: HastNode): CodeKind | undefined {
  const classes: unknown = properties?.className;
  if (!Array.isArray(classes)) return undefined;
  return kinds[String(classes[0]).replace(/^hljs-/, '')];
}

export function codeParts(nodes: readonly HastNode[]): CodePart[] {
  return nodes.flatMap((node): CodePart[] => {
    if (node.type === 'text') return [node.value ?? ''];
    const parts = codeParts(node.children ?? []);
    const kind = kindOf(node);
    return kind ? [{ kind, parts }] : parts;
  });
}

/** More than a person reads; colouring it would only take time. */
export const longestColoured = 20_000;

export const isColoured = (language: string, text: string): boolean =>
  language !== '' && text.length <= longestColoured;
