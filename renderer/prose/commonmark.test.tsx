// CommonMark 0.31.2 as a learner sees it: every example without HTML, drawn by the window's own components.
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { linkTarget } from '../../core/course/link-target';
import { parseLesson } from '../../core/course/parse';
import type { Prose } from '../../core/course/prose';
import type { Links } from '../../core/views';
import { deviations, examples, mapTree, plainAddress } from '../../tests/commonmark';
import { type Element, type Node, normalised, parseHtml } from '../../tests/html-tree';
import words from '../text/en/prose.json';
import { ProseView } from './prose';
import { headingLevel } from './prose-view';

beforeAll(async () => {
  await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { prose: words } } });
});

const matter = '---\ntitle: T\nobjectives: [Do it]\n---\n';

/** Every file that is named is there: as a picture, or as something to save. */
function linksOf(prose: readonly Prose[]): Links {
  const links: Links = {};
  JSON.stringify(prose, (_, value: unknown) => {
    const target = value as { to?: string; path?: string } | null;
    if (target?.to === 'file' && target.path !== undefined) {
      links[target.path] = { to: 'asset', url: target.path, path: target.path };
    }
    return value;
  });
  return links;
}

function drawn(markdown: string): Node[] {
  const { prose } = parseLesson('01-a.md', matter + markdown);
  const html = renderToStaticMarkup(
    <ProseView nodes={prose} links={linksOf(prose)} course="c" onGo={() => {}} />,
  );
  return normalised(mapTree(parseHtml(html), ours));
}

const element = (
  tag: string,
  children: Node[],
  attributes: Record<string, string> = {},
): Element => ({
  tag,
  attributes,
  children,
});

const only = (names: readonly string[], attributes: Record<string, string>) =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => names.includes(name)));

const hasClass = (attributes: Record<string, string>, name: string): boolean =>
  (attributes.class ?? '').split(' ').includes(name);

const textOf = (node: Node): string =>
  typeof node === 'string' ? node : node.children.map(textOf).join('');

/** What the app adds for eyes and ears is taken off; what is left is what Markdown means. */
function ours({ tag, attributes, children }: Element): Node[] {
  // Icons, words for the ear, places where something is told later, and the name of a language.
  if (
    tag === 'svg' ||
    tag === 'link' ||
    attributes.role === 'status' ||
    hasClass(attributes, 'for-ears')
  )
    return [];
  if (hasClass(attributes, 'prose__code-head')) return [];
  // The end of the last line is not drawn.
  if (tag === 'pre') return [element('pre', [...children, '\n'])];
  if (hasClass(attributes, 'prose__picture-missing')) return [element('missing', [])];
  if (hasClass(attributes, 'prose__link')) return [element('a', children)];
  // Boxes that only lay out: paragraphs of tight lists end where the next thing begins.
  if (hasClass(attributes, 'prose__tight')) return [...children, '\n'];
  if (tag === 'div' || tag === 'span') return children;
  if (tag === 'img') return [element('img', [], only(['src', 'alt', 'title'], attributes))];
  if (tag === 'ol') return [element('ol', children, listStart(attributes.start))];
  return [element(tag, children)];
}

const listStart = (start: string | undefined): Record<string, string> =>
  start === undefined || start === '1' ? {} : { start };

/** The specification's tree, as the app is meant to show it. */
function theirs({ tag, attributes, children }: Element): Node[] {
  const level = /^h([1-6])$/.exec(tag)?.[1];
  // The title of the page is the only heading of level 1.
  if (level) return [element(`h${headingLevel(Number(level))}`, children)];
  if (tag === 'pre')
    return [
      element(
        'pre',
        children.flatMap((child) => textOf(child)),
      ),
    ];
  if (tag === 'ol') return [element('ol', children, listStart(attributes.start))];
  if (tag === 'a') return link(attributes.href ?? '', children);
  if (tag === 'img') {
    const target = linkTarget(attributes.src ?? '');
    // Pictures are files of the course; others are shown as missing, with their words.
    if (target.to !== 'file') return [element('missing', [])];
    const shown = only(['alt', 'title'], attributes);
    return [element('img', [], { ...shown, src: plainAddress(attributes.src ?? '') })];
  }
  return [element(tag, children, tag === 'code' ? {} : attributes)];
}

/** A link that is not allowed is shown as its words, with the address where they do not say it. */
function link(href: string, children: Node[]): Node[] {
  if (linkTarget(plainAddress(href)).to !== 'refused') return [element('a', children)];
  const isSaid = plainAddress(children.map(textOf).join('').trim()) === plainAddress(href);
  return isSaid || href === ''
    ? children
    : [...children, ' ', element('code', [plainAddress(href)])];
}

/** Those read as they are meant; core/course/commonmark.test.ts speaks of the others. */
const alike = examples.filter(({ number }) => !(number in deviations));

describe.each([...new Set(alike.map(({ section }) => section))])('%s', (section) => {
  const own = alike.filter((each) => each.section === section);
  test.each(own.map((each) => [each.number, each] as const))('example %i', (_, each) => {
    const wanted = normalised(mapTree(parseHtml(each.html), theirs));
    expect(drawn(each.markdown)).toEqual(wanted);
  });
});
