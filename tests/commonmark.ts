// The examples of CommonMark without HTML of their own, and those in which we differ on purpose.
import spec from 'commonmark-spec';
import markdownIt from 'markdown-it';
import type { Node } from './html-tree';

export interface Example {
  number: number;
  section: string;
  markdown: string;
  html: string;
}

/** By number; each says why. */
export const deviations: Readonly<Record<number, string>> = {
  484: 'a path is kept without ./, so that each file of a course has one name',
  602: 'an address written out is a link, as in GitHub-flavoured Markdown',
  608: 'an address written out is a link',
  611: 'an address written out is a link',
  612: 'a mail address written out is a link',
};

/** Judged by a plain reader of CommonMark, not by ours. */
function hasHtml(markdown: string): boolean {
  const tokens = markdownIt('commonmark').parse(markdown, {});
  const isHtml = (token: { type: string; children?: unknown }): boolean =>
    token.type.startsWith('html') || ((token.children ?? []) as { type: string }[]).some(isHtml);
  return tokens.some(isHtml);
}

/** The specification shows tabs as arrows. */
const withTabs = (text: string): string => text.replaceAll('→', '\t');

export const allExamples: Example[] = spec.tests.map(({ number, section, markdown, html }) => ({
  number,
  section,
  markdown: withTabs(markdown),
  html: withTabs(html),
}));

export const examples: Example[] = allExamples.filter(({ markdown }) => !hasHtml(markdown));

/** An address however it is escaped. */
export function plainAddress(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** Renames and changes elements from the leaves up. */
export function mapTree(
  nodes: readonly Node[],
  change: (element: Exclude<Node, string>) => Node[],
): Node[] {
  return nodes.flatMap((node) =>
    typeof node === 'string'
      ? [node]
      : change({ ...node, children: mapTree(node.children, change) }),
  );
}
