// Makes a text fit for a course: links and pictures that courses may have, no signs that mean
// something to blocks. What it changes goes into the report.
import type { Image, ListItem, PhrasingContent, RootContent } from 'mdast';
import { linkTarget } from '../../course/link-target';
import { type Report, short } from '../report';
import { type Flow, paragraph, textNode, wordsOf } from './flow';
import type { Asking } from './read';

/** Where the files lie that a text refers to. */
export interface Files {
  /**
   * Path in the course of the file an address means; null when it is none of the files that came
   * along; a message is in the report when it could not be taken.
   */
  find(url: string, line: number, name: string): string | null;
}

/** The question a text belongs to, and the files that came with it. */
export interface Place extends Asking {
  files: Files;
}

const codeNode = (value: string): PhrasingContent => ({ type: 'inlineCode', value });

/** `[!HINT]` and the like at the beginning of a quote mean something, however they are escaped. */
const markerForm = /^\s*(\[![A-Za-z]+[^\]\n]{0,81}\])/;
const boxForm = /^\s*\[([ xX])\](?=\s|$)/;

class Tidying {
  constructor(private readonly place: Place) {}

  private say(message: Parameters<Report['add']>[1], values: Record<string, string> = {}): void {
    this.place.report.add(this.place.line, message, { name: this.place.name, ...values });
  }

  flow(nodes: readonly RootContent[]): Flow {
    return nodes.flatMap((node) => this.node(node));
  }

  private node(node: RootContent): Flow {
    switch (node.type) {
      case 'link':
        return this.link(node.url, this.flow(node.children) as PhrasingContent[], node.title);
      case 'image':
        return this.image(node);
      case 'html':
        return [textNode(node.value)];
      case 'heading': {
        const depth = Math.max(2, node.depth) as 2 | 3 | 4 | 5 | 6;
        return [{ ...node, depth, children: this.flow(node.children) as PhrasingContent[] }];
      }
      case 'blockquote':
        return [
          this.quote({ ...node, children: this.flow(node.children) as typeof node.children }),
        ];
      case 'listItem':
        return [this.item({ ...node, children: this.flow(node.children) as typeof node.children })];
      case 'paragraph': {
        const children = this.flow(node.children) as PhrasingContent[];
        return children.length === 0 ? [] : [{ ...node, children }];
      }
      default:
        if (!('children' in node)) return [node];
        return [{ ...node, children: this.flow(node.children as Flow) } as RootContent];
    }
  }

  private link(url: string, words: PhrasingContent[], title: string | null | undefined): Flow {
    const { line, name, files } = this.place;
    const path = files.find(url, line, name);
    const target = linkTarget(url);
    const to = path ?? (target.to === 'web' || target.to === 'mail' ? target.url : undefined);
    if (to !== undefined) {
      const label = wordsOf(words) === '' ? [...words, textNode(to)] : words;
      return [{ type: 'link', url: to, title: title ?? null, children: label }];
    }
    this.say('link-as-text', { url: short(url) });
    const address = url.trim();
    if (address === '' || wordsOf(words) === address) return words;
    return [...words, textNode(' ('), codeNode(address), textNode(')')];
  }

  private image({ url, title, alt: written, data }: Image): Flow {
    const alt = (written ?? '').replace(/\s+/g, ' ');
    const { line, name, files } = this.place;
    const path = files.find(url, line, name);
    if (path !== null) {
      return [{ type: 'image', url: path, alt, title: title ?? null, ...(data && { data }) }];
    }
    this.say('picture-remote', { url: short(url) });
    return alt.trim() === '' ? [] : [textNode(alt)];
  }

  private quote(node: Extract<RootContent, { type: 'blockquote' }>): RootContent {
    const [first, ...rest] = node.children;
    const begin = first?.type === 'paragraph' ? first.children[0] : undefined;
    if (first?.type !== 'paragraph' || begin?.type !== 'text') return node;
    const marker = markerForm.exec(begin.value);
    if (!marker) return node;
    this.say('marker-as-code', { text: short(marker[1] ?? '') });
    return { ...node, children: [asCode(first, marker), ...rest] };
  }

  /** Only answers have boxes. */
  private item(node: ListItem): ListItem {
    const [first, ...rest] = node.children;
    const begin = first?.type === 'paragraph' ? first.children[0] : undefined;
    const box = begin?.type === 'text' ? boxForm.exec(begin.value) : null;
    if (typeof node.checked !== 'boolean' && !box) return node;
    this.say('list-boxes-changed');
    const done = node.checked ?? box?.[1] !== ' ';
    const sign = textNode(done ? '☑ ' : '☐ ');
    const { checked: _, ...plain } = node;
    if (first?.type !== 'paragraph')
      return { ...plain, children: [paragraph([sign]), ...node.children] };
    const words =
      box && begin?.type === 'text' ? begin.value.slice(box[0].length).trimStart() : null;
    const children =
      words === null ? first.children : [textNode(words), ...first.children.slice(1)];
    return { ...plain, children: [{ ...first, children: [sign, ...children] }, ...rest] };
  }
}

/** The paragraph with what was found at its beginning as code. */
function asCode<P extends Extract<RootContent, { type: 'paragraph' }>>(
  first: P,
  [whole, sign = '']: RegExpExecArray,
): P {
  const [begin, ...rest] = first.children;
  const text = begin?.type === 'text' ? begin.value.slice(whole.length) : '';
  return {
    ...first,
    children: [codeNode(sign), ...(text === '' ? [] : [textNode(text)]), ...rest],
  };
}

export const tidy = (flow: Flow, place: Place): Flow => joinTexts(new Tidying(place).flow(flow));

/** Texts beside each other become one, so that signs in them are seen as a reader will see them. */
function joinTexts(nodes: Flow): Flow {
  const joined: Flow = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      joined[joined.length - 1] = { type: 'text', value: last.value + node.value };
    } else if (node.type === 'paragraph') {
      const children = trimmed(joinTexts(node.children) as PhrasingContent[]);
      if (children.length > 0) joined.push({ ...node, children });
    } else if ('children' in node) {
      joined.push({ ...node, children: joinTexts(node.children as Flow) } as RootContent);
    } else joined.push(node);
  }
  return joined;
}

/** A paragraph without the spaces and breaks at its ends. */
function trimmed(children: readonly PhrasingContent[]): PhrasingContent[] {
  let [from, to] = [0, children.length];
  const isBlank = (node: PhrasingContent | undefined): boolean =>
    node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '');
  while (from < to && isBlank(children[from])) from++;
  while (from < to && isBlank(children[to - 1])) to--;
  return children.slice(from, to).map((node, at, all) => {
    if (node.type !== 'text') return node;
    const begun = at === 0 ? node.value.trimStart() : node.value;
    return textNode(at === all.length - 1 ? begun.trimEnd() : begun);
  });
}

/** `{pin}` and other braces at the end of an answer would be taken for attributes. */
export function withoutBraces(flow: Flow, place: Place): Flow {
  const [first, ...rest] = flow;
  const last = first?.type === 'paragraph' ? first.children.at(-1) : undefined;
  if (first?.type !== 'paragraph' || last?.type !== 'text') return flow;
  const text = last.value.trimEnd();
  const open = text.lastIndexOf('{');
  if (open < 0 || !text.endsWith('}') || !/\bpin\b/.test(text.slice(open))) return flow;
  place.report.add(place.line, 'braces-as-code', {
    name: place.name,
    text: short(text.slice(open)),
  });
  const before = text.slice(0, open);
  const children: PhrasingContent[] = [
    ...first.children.slice(0, -1),
    ...(before === '' ? [] : [textNode(before)]),
    codeNode(text.slice(open)),
  ];
  return [{ ...first, children }, ...rest];
}

/** Quotes in an answer would be taken for feedback: their words stay, as paragraphs. */
export function withoutQuotes(flow: Flow, place: Place): Flow {
  if (!flow.some(({ type }) => type === 'blockquote')) return flow;
  place.report.add(place.line, 'quote-unwrapped', { name: place.name });
  return flow.flatMap((node) =>
    node.type === 'blockquote' ? withoutQuotes(node.children, place) : [node],
  );
}

/** An entry of a numbered list that begins with a box would lose it. */
export function withoutBox(flow: Flow, place: Place): Flow {
  const [first, ...rest] = flow;
  const begin = first?.type === 'paragraph' ? first.children[0] : undefined;
  const box = begin?.type === 'text' ? /^\s*(\[[ xX]\])(?=\s|$)/.exec(begin.value) : null;
  if (first?.type !== 'paragraph' || !box) return flow;
  place.report.add(place.line, 'marker-as-code', { name: place.name, text: box[1] ?? '' });
  return [asCode(first, box), ...rest];
}
