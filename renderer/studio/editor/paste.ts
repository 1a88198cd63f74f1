// Makes clean Markdown of HTML that is pasted from Word, web pages and spreadsheets. The HTML never becomes a document.
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { Nodes as MarkdownNodes } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { cleaned } from './paste-html';
import { moveSpaces, shiftHeadings, tightenLists } from './paste-markdown';
import { listsOfWord } from './word-lists';

/** More than anybody pastes on purpose; parsing it would stop the window. */
const longest = 3_000_000;

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
  try {
    const tree = fromHtml(html);
    tree.children = listsOfWord(cleaned(tree.children));
    const markdown = toMdast(tree);
    if (isPlain(markdown)) return undefined;
    shiftHeadings(markdown);
    tightenLists(markdown);
    moveSpaces(markdown);
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
