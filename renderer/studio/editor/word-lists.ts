// Word copies lists as paragraphs with a bullet typed in front: makes lists of them again.
import type { Element, ElementContent } from 'hast';

export const styleOf = ({ properties }: Element): string => String(properties.style ?? '');

interface Entry {
  element: Element;
  level: number;
  ordered: boolean;
}

const isSign = (node: ElementContent): boolean =>
  node.type === 'element' && /mso-list:\s*ignore/i.test(styleOf(node));

const wordsOf = (node: ElementContent): string => {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(wordsOf).join('') : '';
};

/** The typed bullet or number, wherever Word has put it. */
function signOf(children: readonly ElementContent[]): string | undefined {
  for (const child of children) {
    if (isSign(child)) return wordsOf(child).trim();
    const inner = child.type === 'element' ? signOf(child.children) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

const withoutSign = (children: readonly ElementContent[]): ElementContent[] =>
  children.flatMap((child): ElementContent[] => {
    if (isSign(child)) return [];
    if (child.type !== 'element') return [child];
    return [{ ...child, children: withoutSign(child.children) }];
  });

function entryOf(node: ElementContent): Entry | undefined {
  if (node.type !== 'element' || node.tagName !== 'p') return undefined;
  const level = /mso-list:[^;]*\blevel(\d+)/i.exec(styleOf(node))?.[1];
  if (level === undefined) return undefined;
  const sign = signOf(node.children) ?? '';
  return {
    element: { ...node, tagName: 'li', properties: {}, children: withoutSign(node.children) },
    level: Math.min(9, Number(level)),
    ordered: /^[\da-z]{1,4}[.)]/i.test(sign),
  };
}

/** Entries that follow each other, as lists within lists. */
function listOf(entries: readonly Entry[]): Element[] {
  const lists: Element[] = [];
  for (let at = 0; at < entries.length; ) {
    const first = entries[at] as Entry;
    const list: Element = {
      type: 'element',
      tagName: first.ordered ? 'ol' : 'ul',
      properties: {},
      children: [],
    };
    while (at < entries.length) {
      const entry = entries[at] as Entry;
      if (entry.level > first.level) {
        const end = entries.findIndex((each, place) => place > at && each.level <= first.level);
        const inner = entries.slice(at, end < 0 ? undefined : end);
        const last = list.children.at(-1);
        if (last?.type === 'element') last.children.push(...listOf(inner));
        at += inner.length;
      } else if (entry.level < first.level || entry.ordered !== first.ordered) break;
      else {
        list.children.push(entry.element);
        at++;
      }
    }
    lists.push(list);
  }
  return lists;
}

export function listsOfWord(nodes: readonly ElementContent[]): ElementContent[] {
  const made: ElementContent[] = [];
  let entries: Entry[] = [];
  const end = (): void => {
    made.push(...listOf(entries));
    entries = [];
  };
  for (const node of nodes) {
    const entry = entryOf(node);
    if (entry) {
      entries.push(entry);
      continue;
    }
    // Between two entries stands nothing but white space.
    if (entries.length > 0 && node.type === 'text' && node.value.trim() === '') continue;
    end();
    made.push(node.type === 'element' ? { ...node, children: listsOfWord(node.children) } : node);
  }
  end();
  return made;
}
