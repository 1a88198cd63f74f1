// Sets pasted Markdown as lessons have it: headings from the second level, tight lists, spaces outside of marks.
import type { Heading, Nodes as MarkdownNodes } from 'mdast';

function each(node: MarkdownNodes, act: (node: MarkdownNodes) => void): void {
  if ('children' in node) for (const child of node.children) each(child, act);
  act(node);
}

/** Headings of a lesson begin at the second level: the first is its title. */
export function shiftHeadings(tree: MarkdownNodes): void {
  const headings: Heading[] = [];
  each(tree, (node) => {
    if (node.type === 'heading') headings.push(node);
  });
  const shift = 2 - Math.min(...headings.map(({ depth }) => depth));
  for (const heading of headings) {
    heading.depth = Math.min(6, heading.depth + shift) as Heading['depth'];
  }
}

/** Empty lines between the entries of a list only where an entry has several paragraphs. */
export function tightenLists(tree: MarkdownNodes): void {
  each(tree, (node) => {
    if (node.type === 'listItem') {
      node.spread = node.children.filter(({ type }) => type === 'paragraph').length > 1;
    } else if (node.type === 'list') node.spread = node.children.some(({ spread }) => spread);
  });
}

const marking: ReadonlySet<string> = new Set(['strong', 'emphasis', 'delete']);

/** Spaces at the edge of marked words go outside the marks, where Markdown wants them. */
export function moveSpaces(tree: MarkdownNodes): void {
  each(tree, (node) => {
    if (node.type === 'root' || !('children' in node)) return;
    const made: MarkdownNodes[] = [];
    for (const child of node.children) {
      const isMarking = marking.has(child.type) && 'children' in child;
      const [first, last] = isMarking ? [child.children[0], child.children.at(-1)] : [];
      const before = first?.type === 'text' ? (/^\s+/.exec(first.value)?.[0] ?? '') : '';
      if (first?.type === 'text') first.value = first.value.slice(before.length);
      const behind = last?.type === 'text' ? (/\s+$/.exec(last.value)?.[0] ?? '') : '';
      if (last?.type === 'text') last.value = last.value.trimEnd();
      const isEmpty =
        isMarking && child.children.every((one) => 'value' in one && one.value === '');
      if (before) made.push({ type: 'text', value: before });
      if (!isEmpty) made.push(child);
      if (behind) made.push({ type: 'text', value: behind });
    }
    node.children = made as typeof node.children;
  });
}
