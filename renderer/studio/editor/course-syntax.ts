// What our courses have beyond CommonMark, for the parser of the editor: block lines, heads of messages, asides, the organisation's words, braces.
import { Tag, tags } from '@lezer/highlight';
import type {
  BlockContext,
  Element,
  InlineContext,
  LeafBlockParser,
  Line,
  MarkdownConfig,
} from '@lezer/markdown';
import { readOpening } from '../../../core/course/attributes';
import { organisationForm } from '../../../core/course/markdown-organisation';

/** Named by what they colour; `colours.ts` says how. */
export const courseTags = {
  colons: Tag.define(),
  kind: Tag.define(),
  id: Tag.define(),
  attribute: Tag.define(),
  value: Tag.define(),
  aside: Tag.define(),
  box: Tag.define(),
  right: Tag.define(),
  organisation: Tag.define(),
  headKey: Tag.define(),
};

/** As in core/course/markdown-block.ts. */
const colonLine = /^(:{3,})(.*)$/;

function colonLineAt(line: Line): RegExpExecArray | null {
  if (line.indent >= line.baseIndent + 4) return null;
  return colonLine.exec(line.text.slice(line.pos));
}

/** Names and values between braces. */
function attributesIn(
  cx: BlockContext | InlineContext,
  text: string,
  start: number,
): readonly Element[] {
  return [...text.matchAll(/([^\s="{}]+)(?:=("[^"]*"?|[^\s"{}]*))?/g)].flatMap((match) => {
    const [whole, name = '', value] = match;
    const from = start + match.index;
    const nameEnd = from + name.length;
    return [
      cx.elt('AttributeName', from, nameEnd),
      ...(value
        ? [cx.elt('AttributeValue', from + whole.length - value.length, from + whole.length)]
        : []),
    ];
  });
}

/** The pieces of `::: kind #id {attributes} title`, from the place of the first colon. */
function piecesOf(cx: BlockContext, colons: string, rest: string, start: number): Element[] {
  const pieces = [cx.elt('BlockColons', start, start + colons.length)];
  const infoAt = start + colons.length;
  const match = /^(\s*)([^\s#{]*)(\s*)(#[^\s{]*)?(\s*)(\{[^}]*\}?)?/.exec(rest);
  if (!match) return pieces;
  const [, space = '', kind = '', afterKind = '', id = '', afterId = '', braces = ''] = match;
  const kindAt = infoAt + space.length;
  const idAt = kindAt + kind.length + afterKind.length;
  const bracesAt = idAt + id.length + afterId.length;
  if (kind) pieces.push(cx.elt('BlockKind', kindAt, kindAt + kind.length));
  if (id) pieces.push(cx.elt('BlockId', idAt, idAt + id.length));
  if (braces) {
    const inside = attributesIn(cx, braces, bracesAt);
    pieces.push(cx.elt('BlockAttributes', bracesAt, bracesAt + braces.length, inside));
  }
  return pieces;
}

/** The `name: value` lines of a message up to `---`, which Markdown would take for a heading. */
function readHead(cx: BlockContext, line: Line): void {
  const start = cx.lineStart + line.pos;
  const pieces: Element[] = [];
  let end = start;
  while (!colonLineAt(line) && line.text.trim() !== '') {
    const text = line.text.slice(line.pos);
    const at = cx.lineStart + line.pos;
    const isEnd = text.trim() === '---';
    const key = /^[\w-]+:/.exec(text)?.[0];
    if (isEnd) pieces.push(cx.elt('BlockColons', at, at + 3));
    else if (key) pieces.push(cx.elt('HeadKey', at, at + key.length));
    end = cx.lineStart + line.text.length;
    if (!cx.nextLine() || isEnd) break;
  }
  if (end > start) cx.addElement(cx.elt('MessageHead', start, end, pieces));
}

function parseBlockLine(cx: BlockContext, line: Line): boolean {
  const match = colonLineAt(line);
  if (!match) return false;
  const [, colons = '', rest = ''] = match;
  const start = cx.lineStart + line.pos;
  const end = cx.lineStart + line.text.length;
  cx.addElement(cx.elt('BlockLine', start, end, piecesOf(cx, colons, rest, start)));
  const isMessage = readOpening(rest).kind === 'message';
  if (cx.nextLine() && isMessage) readHead(cx, line);
  return true;
}

const boxForm = /^\[[ xX]\][ \t]/;

/** A line of a task list, as GFM reads it; besides, a right answer is told from a wrong one. */
const taskLine: LeafBlockParser = {
  nextLine: () => false,
  finish(cx, leaf) {
    const { start, content } = leaf;
    const isRight = content[1] !== ' ';
    const box = cx.elt(
      'TaskMarker',
      start,
      start + 3,
      isRight ? [cx.elt('RightMarker', start, start + 3)] : [],
    );
    const words = cx.parser.parseInline(content.slice(3), start + 3);
    cx.addLeafElement(leaf, cx.elt('Task', start, start + content.length, [box, ...words]));
    return true;
  },
};

const asideForm = /^\[![A-Za-z]+(?:[ \t]+[^\]\n]{1,80})?\]/;

/** `[!HINT]`, where a paragraph begins with it. */
function parseAside(cx: InlineContext, next: number, pos: number): number {
  if (next !== 91 /* [ */ || pos !== cx.offset) return -1;
  const match = asideForm.exec(cx.text);
  return match ? cx.addElement(cx.elt('Aside', pos, pos + match[0].length)) : -1;
}

function parseOrganisation(cx: InlineContext, next: number, pos: number): number {
  if (next !== 123 /* { */) return -1;
  organisationForm.lastIndex = pos - cx.offset;
  const match = organisationForm.exec(cx.text);
  if (!match) return -1;
  return cx.addElement(cx.elt('Organisation', pos, pos + match[0].length));
}

const bracesForm = /\{[^{}\n]*\}[ \t]*(?=\n|$)/y;

/** `{pin}`, `{if="budget>0"}`, `{outcome=good}`: at the end of an answer or a heading. */
function parseBraces(cx: InlineContext, next: number, pos: number): number {
  if (next !== 123 /* { */) return -1;
  bracesForm.lastIndex = pos - cx.offset;
  const match = bracesForm.exec(cx.text);
  if (!match) return -1;
  const text = match[0].trimEnd();
  return cx.addElement(cx.elt('Braces', pos, pos + text.length, [...attributesIn(cx, text, pos)]));
}

export const courseSyntax: MarkdownConfig = {
  defineNodes: [
    { name: 'BlockLine', block: true },
    { name: 'MessageHead', block: true },
    { name: 'BlockColons', style: courseTags.colons },
    { name: 'BlockKind', style: courseTags.kind },
    { name: 'BlockId', style: courseTags.id },
    { name: 'BlockAttributes' },
    { name: 'AttributeName', style: courseTags.attribute },
    { name: 'AttributeValue', style: courseTags.value },
    { name: 'HeadKey', style: courseTags.headKey },
    { name: 'Aside', style: { 'Blockquote/Paragraph/Aside': courseTags.aside } },
    { name: 'Task', block: true },
    { name: 'TaskMarker', style: courseTags.box },
    { name: 'RightMarker', style: courseTags.right },
    { name: 'Organisation', style: courseTags.organisation },
    { name: 'Braces', style: { Braces: tags.meta } },
  ],
  parseBlock: [
    {
      name: 'CourseBlock',
      before: 'FencedCode',
      parse: parseBlockLine,
      endLeaf: (_, line) => colonLineAt(line) !== null,
    },
    {
      name: 'TaskLine',
      after: 'SetextHeading',
      leaf: (cx, { content }) =>
        boxForm.test(content) && cx.parentType().name === 'ListItem' ? taskLine : null,
    },
  ],
  parseInline: [
    { name: 'Aside', parse: parseAside, before: 'Link' },
    { name: 'Organisation', parse: parseOrganisation, before: 'Link' },
    { name: 'Braces', parse: parseBraces, after: 'Organisation' },
  ],
};
