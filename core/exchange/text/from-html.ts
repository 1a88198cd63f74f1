// HTML in, a Markdown tree out. htmlparser2 reads it in one pass, whatever it is; there is no DOM.
import type { Element, Root } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import { Parser } from 'htmlparser2';
import { exchangeLimits } from '../limits';
import { type Flow, inParagraphs } from './flow';

class TooDeep extends Error {}

/** What these hold is not for readers. */
const silent: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'title']);

/** What Markdown needs to know of an element. */
const attributes: ReadonlySet<string> = new Set(['href', 'src', 'alt', 'title', 'start', 'align']);

function treeOf(html: string): Root {
  const root: Root = { type: 'root', children: [] };
  const open: (Root | Element)[] = [root];
  let unseen = 0;
  const parser = new Parser({
    onopentag(tagName, given) {
      if (open.length > exchangeLimits.depth) throw new TooDeep();
      if (silent.has(tagName)) unseen++;
      const properties: Element['properties'] = {};
      for (const [name, value] of Object.entries(given)) {
        if (attributes.has(name)) properties[name] = value;
      }
      const element: Element = { type: 'element', tagName, properties, children: [] };
      if (unseen === 0) open.at(-1)?.children.push(element);
      open.push(element);
    },
    ontext(value) {
      const inside = open.at(-1)?.children;
      const last = inside?.at(-1);
      if (last?.type === 'text') last.value += value;
      else inside?.push({ type: 'text', value });
    },
    onclosetag(tagName) {
      if (silent.has(tagName) && unseen > 0) unseen--;
      if (open.length > 1) open.pop();
    },
  });
  parser.end(html);
  return root;
}

export interface FromHtml {
  flow: Flow;
  /** It was nested so deeply that only its words are left. */
  flattened: boolean;
}

const toFlow = (root: Root): Flow => {
  const made = toMdast(root);
  return inParagraphs(made.type === 'root' ? made.children : [made as Flow[number]]);
};

export function fromHtml(html: string): FromHtml {
  try {
    return { flow: toFlow(treeOf(html)), flattened: false };
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return { flow: toFlow(treeOf(html.replace(/<[^<>]*>/g, ' '))), flattened: true };
  }
}

/** A tag or a character reference as people write them; what only looks a little like one is text. */
export const looksLikeHtml = (text: string): boolean =>
  /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?>|<br\/>|&(?:[a-z]{2,8}|#\d{2,6}|#x[\da-f]{2,6});/i.test(text);
