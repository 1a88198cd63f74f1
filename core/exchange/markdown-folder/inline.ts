// Rewrites the links, pictures and HTML inside one paragraph, heading or row, and leaves all else as written.

import { isTag } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { codeOf, embedded, raised, signOf, tagUse } from './html';
import type { Line } from './lines';
import {
  destination,
  type PageContext,
  type Picture,
  pictureWords,
  writtenPicture,
} from './page-context';

export interface References {
  /** Addresses by their names, as `[name]: address` gives them; names are folded. */
  get(name: string): string | undefined;
}

/** How names of references are compared. */
export const foldName = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

const tag =
  /<(\/?)([a-zA-Z][\w.:-]*)((?:\s+[^\s<>=]+(?:\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'<>]+))?)*)\s*(\/?)>/y;
const autolink = /<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@"'=]+@[^\s<>@]+)>/y;
const bare = /(?:https?|ftp):\/\/[^\s<>|`[\]"]*/iy;
const wiki = /\[\[([^[\]\n|]{1,300})(?:\\?\|([^[\]\n]{0,300}))?\]\]/y;
const target =
  /\([ \t]*\n?[ \t]*(<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]{0,500}\)[^\s()]*){0,20})(?:\s+(?:"[^"]{0,1000}"|'[^']{0,1000}'|\([^()]{0,1000}\)))?(?:[ \t]+=\d*x?\d*)?\s*\)/y;
/** Addresses with spaces are none in Markdown, but people write them. */
const spacedTarget = /\(([^()<>"\n]{1,300}\.\w{1,8}(?:#[^()<>"\n]{0,100})?)\)/y;
/** Addresses that Jekyll puts together. */
const liquidTarget = /\((\{\{(?![<%])[^{}\n]{1,200}\}\}[^()\s]{0,500})\)/y;
const label = /\[([^[\]\n]{0,300})\]/y;
const attributes =
  /\{:?[ \t]*(?:[.#][\w-]+|[\w-]+=(?:"[^"]*"|[\w%.-]+)|target=_blank)(?:[ \t]+(?:[.#][\w-]+|[\w-]+=(?:"[^"]*"|[\w%.-]+)))*[ \t]*\}/y;
const shortcode =
  /\{\{[<%][ \t]*(\/?[\w./-]+)([^\n]{0,1000}?)[>%]\}\}|\{%-?[ \t]*(\w+)([^\n]{0,1000}?)-?%\}/y;
const liquidAddress =
  /^\{\{-?\s*(?:site\.baseurl|site\.url)\s*-?\}\}|^\{\{-?\s*["']([^"']*)["']\s*\|\s*(?:relative_url|absolute_url)\s*-?\}\}$/;

/** Characters looked through for an end that is not there, a text. */
const budgetFor = (length: number): number => 200_000 + 20 * length;

interface Open {
  /** Place of the bracket among the pieces. */
  piece: number;
  /** Where its words begin in the source. */
  from: number;
  isPicture: boolean;
}

class Scanner {
  private at = 0;
  private readonly pieces: string[] = [];
  private readonly brackets: Open[] = [];
  /** Links of HTML whose words are being read; undefined where it is no link. */
  private readonly anchors: (string | undefined)[] = [];
  private budget: number;
  /** Place of the bracket that opened the last link. */
  private lastLink = -1;
  private counted = { at: 0, line: 0 };

  constructor(
    private readonly source: string,
    private readonly lines: readonly Line[],
    private readonly place: 'text' | 'row' | 'heading',
    private readonly references: References,
    private readonly context: PageContext,
  ) {
    this.budget = budgetFor(source.length);
  }

  scan(): string {
    const { source } = this;
    while (this.at < source.length) {
      const sign = source.charAt(this.at);
      if (!this.takes(sign)) {
        this.pieces.push(sign);
        this.at++;
      }
    }
    for (const href of this.anchors.splice(0)) if (href !== undefined) this.closeAnchor(href);
    return this.pieces.join('');
  }

  private get line(): number {
    const { counted, source } = this;
    for (let at = counted.at; at < this.at; at++) if (source.charCodeAt(at) === 10) counted.line++;
    counted.at = Math.max(counted.at, this.at);
    return this.lines[Math.min(counted.line, this.lines.length - 1)]?.line ?? 1;
  }

  private match(pattern: RegExp, at = this.at): RegExpExecArray | null {
    if (this.budget <= 0) return null;
    pattern.lastIndex = at;
    const match = pattern.exec(this.source);
    if (!match) this.budget -= 50;
    return match;
  }

  private put(text: string, length: number): true {
    this.pieces.push(text);
    this.at += length;
    return true;
  }

  private takes(sign: string): boolean {
    switch (sign) {
      case '\\':
        return this.put(this.source.slice(this.at, this.at + 2), 2);
      case '`':
        return this.code();
      case '$':
        return this.context.hasFormulas && this.formula();
      case '<':
        return this.angle();
      case '!':
        return this.bang();
      case '[':
        return this.openBracket();
      case ']':
        return this.closeBracket();
      case '{':
        return this.braces();
      case 'h':
      case 'H':
      case 'f':
      case 'F':
        return this.bareAddress();
      default:
        return this.words();
    }
  }

  /** A run of signs that mean nothing. */
  private words(): boolean {
    const { source } = this;
    let end = this.at;
    while (end < source.length && !'\\`$<![]{hHfF'.includes(source.charAt(end))) end++;
    return end > this.at && this.put(source.slice(this.at, end), end - this.at);
  }

  private code(): boolean {
    const { source } = this;
    const run = /`+/y;
    run.lastIndex = this.at;
    const { length } = run.exec(source)?.[0] ?? '`';
    let end = this.at + length;
    while (this.budget > 0) {
      const next = source.indexOf('`', end);
      this.budget -= (next < 0 ? source.length : next) - end + 1;
      if (next < 0) break;
      run.lastIndex = next;
      const found = run.exec(source)?.[0].length ?? 1;
      end = next + found;
      if (found === length) return this.put(source.slice(this.at, end), end - this.at);
    }
    return this.put(source.slice(this.at, this.at + length), length);
  }

  /** Formulas are shown as they are written: nothing here sets them. */
  private formula(): boolean {
    const found = this.match(/\$\$?([^$\n]{1,2000})\$\$?/y);
    if (!found) return false;
    this.context.say('changed', 'formula', this.line, { text: found[1]?.trim() ?? '' });
    return this.put(codeOf(found[1] ?? ''), found[0].length);
  }

  private angle(): boolean {
    const { source, context } = this;
    if (source.startsWith('<!--', this.at)) {
      const end = this.budget > 0 ? source.indexOf('-->', this.at) : -1;
      if (end < 0) this.budget -= source.length - this.at;
      return end < 0 ? this.put('\\<', 1) : this.put('', end + 3 - this.at);
    }
    const address = this.match(autolink);
    if (address) {
      const [whole, url = ''] = address;
      const isMail = !/^[a-z][a-z0-9+.-]*:/i.test(url);
      const href = context.link(isMail ? `mailto:${url}` : url, this.line);
      if (href === undefined) return this.put(codeOf(url), whole.length);
      return this.put(isMail || href === url ? whole : `<${href}>`, whole.length);
    }
    const found = this.match(tag);
    // What looks like a tag and is none, as in `List<String>`, is shown as written.
    if (!found) return /^<[\w/!?]/.test(source.slice(this.at, this.at + 2)) && this.put('\\<', 1);
    const [whole, slash = '', name = '', given = ''] = found;
    return this.tag(whole, slash === '/', name, given);
  }

  private tag(whole: string, isClosing: boolean, written: string, given: string): boolean {
    const { context } = this;
    const name = written.toLowerCase();
    const gone = (text = ''): true => this.put(text, whole.length);
    if (name === 'br') return gone(this.lineBreak(whole.length));
    if (name === 'img' && !isClosing) {
      const { src = '', alt = '', width } = attributesIn(given);
      const picture = context.picture(src, alt, this.line);
      return gone(picture ? writtenPicture(picture, width) : '');
    }
    if (name === 'a') {
      if (isClosing) {
        const href = this.anchors.pop();
        if (href !== undefined) this.closeAnchor(href);
        return gone();
      }
      const { href } = attributesIn(given);
      const leads = href === undefined ? undefined : context.link(href, this.line);
      // Markdown has no link inside a link.
      const isAlone = leads !== undefined && !this.anchors.some((each) => each !== undefined);
      if (!/\/\s*>$/.test(whole)) this.anchors.push(isAlone ? leads : undefined);
      return gone(isAlone ? '[' : '');
    }
    if (name === 'sup' || name === 'sub') {
      const small = isClosing ? null : this.match(/<(su[bp])>(\d{1,20})<\/\1>/iy);
      if (!small) return gone();
      return this.put(raised(name, small[2] ?? ''), small[0].length);
    }
    const use = tagUse(name);
    if (use === 'code' && !isClosing) return this.htmlCode(whole, name);
    if (use === 'silent' && !isClosing) return this.silent(whole, name);
    if (use === 'embed' && !isClosing) {
      return gone(embedded({ attribs: attributesIn(given) }, context, this.line));
    }
    if (use === 'form' && !isClosing && name !== 'form' && name !== 'button') {
      context.say('left-out', 'html-form', this.line, { tag: name });
    }
    if (use !== 'unknown') return gone(signOf(name));
    // A component has a name of its own; a bracket with one letter is a sign in a text.
    const isComponent = /^[A-Z][a-z]\w*$/.test(written) && (given !== '' || whole.endsWith('/>'));
    if (!isComponent && !name.includes('-')) return this.put('\\<', 1);
    context.say('left-out', 'html', this.line, { tag: written });
    return gone();
  }

  private closeAnchor(href: string): void {
    this.pieces.push(`](${destination(href)})`);
  }

  private htmlCode(whole: string, name: string): boolean {
    const begin = this.at + whole.length;
    const end = this.budget > 0 ? this.source.indexOf(`</${name}>`, begin) : -1;
    if (end < 0) this.budget -= this.source.length - begin;
    const inside = end < 0 ? '' : this.source.slice(begin, end);
    // Formatted code, as in a table of parameters, keeps its form and loses its type.
    if (end < 0 || /[<[*]/.test(inside)) return this.put('', whole.length);
    const text = inside
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&nbsp;', ' ')
      .replaceAll('&amp;', '&');
    return this.put(codeOf(text), end + name.length + 3 - this.at);
  }

  private silent(whole: string, name: string): boolean {
    const close = `</${name}>`;
    const end = this.budget > 0 ? this.source.indexOf(close, this.at) : -1;
    if (end < 0) this.budget -= this.source.length - this.at;
    this.context.say('left-out', name === 'script' ? 'script' : 'html', this.line, { tag: name });
    return this.put('', end < 0 ? whole.length : end + close.length - this.at);
  }

  /** In a row and in a heading there is no second line. */
  private lineBreak(length: number): string {
    if (this.place !== 'text') return ' ';
    const rest = this.source.slice(this.at + length, this.at + length + 80);
    if (/^[ \t]*\n/.test(rest)) return '\\';
    if (rest.trim() === '') return '';
    const begin = this.source.lastIndexOf('\n', this.at) + 1;
    const prefix = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/.exec(
      this.source.slice(begin, this.at),
    );
    return `\\\n${(prefix?.[0] ?? '').replace(/[^>\s]/g, ' ')}`;
  }

  private bang(): boolean {
    if (this.source.startsWith('[[', this.at + 1)) {
      const found = this.match(wiki, this.at + 1);
      if (!found) return false;
      const [whole, name = '', words = ''] = found;
      return this.put(this.embeddedWiki(name.trim(), words.trim()), whole.length + 1);
    }
    if (this.source.charAt(this.at + 1) !== '[') return false;
    this.brackets.push({ piece: this.pieces.length, from: this.at + 2, isPicture: true });
    return this.put('![', 2);
  }

  /** `![[picture.png|300]]`, `![[Page#Heading]]`. */
  private embeddedWiki(name: string, words: string): string {
    const found = this.context.wiki(name, this.line);
    if (!found) return '';
    const alt = /^\d*(x\d+)?$/.test(words) ? '' : words;
    if (!/\.(png|jpe?g|gif|svg|webp|avif|bmp)$/i.test(name)) {
      return `[${pictureWords(alt || found.title)}](${destination(found.href)})`;
    }
    const picture = this.context.picture(`wiki:${name}`, alt, this.line);
    return picture ? writtenPicture(picture) : '';
  }

  private openBracket(): boolean {
    if (this.source.startsWith('[[', this.at) && !/[\w\])]/.test(this.source.charAt(this.at - 1))) {
      const found = this.match(wiki);
      const name = found?.[1]?.trim() ?? '';
      // Numbers in double brackets are a table of numbers.
      if (found && /[\p{L}#]/u.test(name)) {
        const [whole, , words] = found;
        return this.put(this.wikiLink(name, words?.trim()), whole.length);
      }
    }
    this.brackets.push({ piece: this.pieces.length, from: this.at + 1, isPicture: false });
    return this.put('[', 1);
  }

  private wikiLink(name: string, words: string | undefined): string {
    const found = this.context.wiki(words === undefined ? name : `${name}|${words}`, this.line);
    if (!found) return pictureWords(words || name);
    return `[${pictureWords(found.title)}](${destination(found.href)})`;
  }

  private closeBracket(): boolean {
    const open = this.brackets.pop();
    if (!open) return false;
    const words = this.source.slice(open.from, Math.min(this.at, open.from + 1000));
    const after = this.at + 1;
    const given =
      this.source.charAt(after) === '('
        ? (this.match(target, after) ??
          this.match(liquidTarget, after) ??
          this.match(spacedTarget, after))
        : null;
    if (given) return this.link(open, words, unquoted(given[1] ?? ''), 1 + given[0].length);
    if (words.startsWith('^')) return false;
    const named = this.source.charAt(after) === '[' ? this.match(label, after) : null;
    const name = named?.[1]?.trim() ? named[1] : words;
    const address = this.references.get(foldName(name));
    if (address === undefined) return false;
    return this.link(open, words, address, 1 + (named?.[0].length ?? 0));
  }

  private link(open: Open, words: string, written: string, length: number): boolean {
    const { context, line } = this;
    const address = written.replace(liquidAddress, (_, path: string | undefined) => path ?? '');
    if (open.isPicture) {
      const picture: Picture | undefined = context.picture(address, plainWords(words), line);
      this.pieces.length = open.piece;
      // `{width=300}` and the like say how large it is to be.
      const sized = this.match(attributes, this.at + length);
      const width = /\bwidth="?([\w%]+)/.exec(sized?.[0] ?? '')?.[1];
      const written = picture ? writtenPicture(picture, width) : '';
      return this.put(written, length + (sized?.[0].length ?? 0));
    }
    // A link around a picture that is left out would be one nobody sees.
    const inside = this.pieces.slice(open.piece + 1, open.piece + 40);
    const isEmpty = inside.length < 39 && inside.join('').trim() === '';
    const holdsLink = this.lastLink > open.piece;
    const href = isEmpty || holdsLink ? undefined : context.link(address, line);
    if (href === undefined) {
      this.pieces[open.piece] = '';
      return this.put('', length);
    }
    this.lastLink = open.piece;
    this.put(`](${destination(href)})`, length);
    const sized = this.match(attributes);
    if (sized) this.at += sized[0].length;
    return true;
  }

  private braces(): boolean {
    const found = this.match(shortcode);
    if (!found) return false;
    const [whole, short, given = '', liquid, words = ''] = found;
    const { context, line } = this;
    const quoted = /["']([^"']+)["']/.exec(given)?.[1] ?? given.trim();
    const address = /(?:src|link)=["']?([^"'\s>]+)/.exec(given)?.[1];
    if (short === 'ref' || short === 'relref') {
      return this.put(context.link(quoted, line) ?? '#', whole.length);
    }
    if (liquid === 'link' || liquid === 'post_url') {
      return this.put(context.link(words.trim(), line) ?? '#', whole.length);
    }
    if ((short === 'figure' || short === 'img' || short === 'image') && address) {
      const alt = /(?:alt|caption|title)="([^"]*)"/.exec(given)?.[1] ?? '';
      const picture = context.picture(address, alt, line);
      return this.put(picture ? writtenPicture(picture) : '', whole.length);
    }
    const name = short ?? liquid ?? '';
    if (!/^(?:\/|end)|^(?:raw|comment)$/.test(name)) {
      context.say('left-out', 'shortcode', line, { name: whole });
    }
    return this.put('', whole.length);
  }

  /** What is written as an address becomes a link in the app, so it must be one that may. */
  private bareAddress(): boolean {
    const found = /[\w/]/.test(this.source.charAt(this.at - 1)) ? null : this.match(bare);
    if (!found) return this.put(this.source.charAt(this.at), 1);
    const url = found[0].replace(/[.,;:!?'*_~)]+$/, (end) =>
      end.startsWith(')') && found[0].includes('(') ? ')' : '',
    );
    const inLink = this.brackets.length > 0 || this.anchors.length > 0;
    const href = inLink && /^https:/i.test(url) ? url : this.context.link(url, this.line);
    return this.put(href ?? codeOf(url), url.length);
  }
}

const unquoted = (written: string): string =>
  (written.startsWith('<') ? written.slice(1, -1) : written).replace(/\\([!-/:-@[-`{-~])/g, '$1');

const plainWords = (words: string): string =>
  words.replace(/[*_`]/g, '').replace(/\s+/g, ' ').trim();

/** Attributes as HTML has them; entities in them count. */
function attributesIn(given: string): Record<string, string> {
  const [element] = parseDocument(`<i ${given.slice(0, 5000)}>`).children;
  return element && isTag(element) ? element.attribs : {};
}

/** The lines of one text, rewritten. A break in HTML may give a line more. */
export function readInline(
  lines: readonly Line[],
  place: 'text' | 'row' | 'heading',
  references: References,
  context: PageContext,
): Line[] {
  const source = lines.map(({ text }) => text).join('\n');
  // Most texts hold nothing that would have to change.
  if (!/[<[{$]|https?:|ftp:/i.test(source)) return [...lines];
  const written = new Scanner(source, lines, place, references, context).scan().split('\n');
  return written.map((text, at) => ({
    // Two spaces that end a line are a break; one is left where something was taken out.
    text: /\S {2}$/.test(text) && lines[at]?.text.endsWith('  ') ? text : text.trimEnd(),
    line: lines[Math.min(at, lines.length - 1)]?.line ?? 1,
  }));
}
