// CommonMark 0.31.2: every example without HTML is read as the specification says.
import { describe, expect, test } from 'vitest';
import { allExamples, deviations, examples, mapTree, plainAddress } from '../../tests/commonmark';
import { type Element, type Node, normalised, parseHtml } from '../../tests/html-tree';
import { parseLesson } from './parse';
import type { Inline, LinkTarget, Prose } from './prose';

const matter = '---\ntitle: T\nobjectives: [Do it]\n---\n';

const element = (
  tag: string,
  children: Node[],
  attributes: Record<string, string | undefined> = {},
): Element => ({
  tag,
  attributes: Object.fromEntries(
    Object.entries(attributes).filter((pair): pair is [string, string] => pair[1] !== undefined),
  ),
  children,
});

function addressOf(target: LinkTarget): string {
  if (target.to === 'anchor') return `#${target.anchor}`;
  if (target.to !== 'file') return plainAddress(target.url);
  return target.anchor === undefined ? target.path : `${target.path}#${target.anchor}`;
}

function inline(nodes: readonly Inline[]): Node[] {
  return nodes.map((node): Node => {
    switch (node.type) {
      case 'text':
        return node.text;
      case 'code':
        return element('code', [node.text]);
      case 'emphasis':
        return element('em', inline(node.children));
      case 'strong':
        return element('strong', inline(node.children));
      case 'link':
        return element('a', inline(node.children), {
          href: addressOf(node.target),
          title: node.title,
        });
      case 'image': {
        const { alt, title } = node;
        return element('img', [], { src: addressOf(node.source), alt, title });
      }
      case 'break':
        return node.hard ? element('br', []) : '\n';
      default:
        return element(node.type, []);
    }
  });
}

function block(nodes: readonly Prose[], tight = false): Node[] {
  return nodes.flatMap((node): Node[] => {
    switch (node.type) {
      case 'paragraph':
        return tight ? [...inline(node.children), '\n'] : [element('p', inline(node.children))];
      case 'heading':
        return [element(`h${node.level}`, inline(node.children))];
      case 'list': {
        const items = node.items.map((item) => {
          const box = item.task ? [element('input', [])] : [];
          return element('li', [...box, ...block(item.children, node.tight)]);
        });
        const start = node.start === 1 ? undefined : String(node.start);
        return [node.ordered ? element('ol', items, { start }) : element('ul', items)];
      }
      case 'quote':
        return [element('blockquote', block(node.children))];
      case 'code': {
        const language = node.language === '' ? undefined : `language-${node.language}`;
        return [element('pre', [node.text], { class: language })];
      }
      case 'rule':
        return [element('hr', [])];
      default:
        return [element(node.type, [])];
    }
  });
}

/** The specification's tree, with addresses as they were written and code without its inner box. */
const expected = (html: string): Node[] =>
  mapTree(parseHtml(html), ({ tag, attributes, children }) => {
    const { href, src, class: language, ...rest } = attributes;
    const [inner] = children;
    if (tag === 'pre' && typeof inner === 'object') return [{ ...inner, tag: 'pre' }];
    return [
      {
        tag,
        children,
        attributes: {
          ...rest,
          ...(href !== undefined && { href: webAddress(plainAddress(href)) }),
          ...(src !== undefined && { src: webAddress(plainAddress(src)) }),
          ...(language !== undefined && { class: language }),
        },
      },
    ];
  });

/** Addresses that lead out are kept as the platform writes them. */
function webAddress(url: string): string {
  if (!/^(https|mailto):/i.test(url) || !URL.canParse(url)) return url;
  return plainAddress(new URL(url).href);
}

describe.each([...new Set(examples.map(({ section }) => section))])('%s', (section) => {
  const own = examples.filter((each) => each.section === section);
  test.each(own.map((each) => [each.number, each] as const))('example %i', (number, each) => {
    const read = normalised(block(parseLesson('01-a.md', matter + each.markdown).prose));
    const wanted = normalised(expected(each.html));
    // A deviation that is none any more is to be taken off the list.
    if (number in deviations) expect(read).not.toEqual(wanted);
    else expect(read).toEqual(wanted);
  });
});

test('these are nearly all examples', () => {
  expect(allExamples).toHaveLength(652);
  expect(examples.length).toBeGreaterThan(570);
});
