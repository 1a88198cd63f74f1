// The sentences of prose, with their words counted and the line where each begins, in any language.
import { proseOf } from '../../../core/course/parse';
import { inlineText } from '../../../core/course/plain-text';
import type { Inline, Prose } from '../../../core/course/prose';
import type { SourceText } from './source-text';

export interface Sentence {
  line: number;
  words: number;
  text: string;
  /** Its first words, for a person to find it by. */
  begin: string;
  /** True for running text; the entries of lists are often no whole sentences. */
  running: boolean;
}

const splitters = new Map<string, { sentences: Intl.Segmenter; words: Intl.Segmenter }>();

/** Made once for each language: it is the dear part. */
function splitterFor(language: string) {
  let splitter = splitters.get(language);
  if (!splitter) {
    splitter = {
      sentences: new Intl.Segmenter(language, { granularity: 'sentence' }),
      words: new Intl.Segmenter(language, { granularity: 'word' }),
    };
    splitters.set(language, splitter);
  }
  return splitter;
}

export function* wordsIn(text: string, language: string): Generator<string> {
  for (const { segment, isWordLike } of splitterFor(language).words.segment(text)) {
    if (isWordLike) yield segment;
  }
}

export function countWords(text: string, language: string): number {
  let count = 0;
  for (const _ of wordsIn(text, language)) count++;
  return count;
}

/** Words in a row, and where the lines of the file begin in them. */
class Passage {
  text = '';
  private readonly breaks: number[] = [];

  constructor(
    private readonly line: number,
    readonly running: boolean,
    nodes: readonly Inline[],
    /** Each line is read by itself, as in a form or a list of settings. */
    private readonly byLine = false,
  ) {
    this.add(nodes);
  }

  private add(nodes: readonly Inline[]): void {
    for (const node of nodes) {
      switch (node.type) {
        case 'break':
          this.text += this.byLine ? '\n' : ' ';
          this.breaks.push(this.text.length);
          break;
        // However many parts it has, it is read as one thing.
        case 'code':
        case 'gap':
          this.text += 'x';
          break;
        case 'link':
          if (isAddress(node)) this.text += 'x';
          else this.add(node.children);
          break;
        case 'emphasis':
        case 'strong':
        case 'strike':
          this.add(node.children);
          break;
        case 'image':
          break;
        default:
          this.text += inlineText([node]);
      }
    }
  }

  /** All sentences, from the first to the last. */
  *sentences(language: string): Generator<Sentence> {
    const { sentences } = splitterFor(language);
    let next = 0;
    for (const { segment, index } of split(sentences.segment(this.text))) {
      const words = countWords(segment, language);
      while ((this.breaks[next] ?? Number.POSITIVE_INFINITY) <= index) next++;
      if (words === 0) continue;
      const begin = beginOf(segment);
      yield { line: this.line + next, words, text: segment, begin, running: this.running };
    }
  }
}

/** Unicode ends no sentence before “2: the lamp”; a person does. */
const beforeNumber = /[.!?]["'”’)\]]{0,3}\s+(?=\p{N})/gu;

function* split(
  segments: Iterable<{ segment: string; index: number }>,
): Generator<{ segment: string; index: number }> {
  for (const { segment, index } of segments) {
    let begin = 0;
    for (const { 0: match, index: at } of segment.matchAll(beforeNumber)) {
      const end = at + match.length;
      yield { segment: segment.slice(begin, end), index: index + begin };
      begin = end;
    }
    yield { segment: segment.slice(begin), index: index + begin };
  }
}

/** A link whose words are its own address. */
function isAddress({ target, children }: Extract<Inline, { type: 'link' }>): boolean {
  const [only, ...rest] = children;
  return (
    rest.length === 0 &&
    only?.type === 'text' &&
    (target.to === 'web' || target.to === 'mail') &&
    !/\s/.test(only.text)
  );
}

const beginOf = (sentence: string): string =>
  sentence.slice(0, 200).trim().split(/\s+/, 5).join(' ');

/** Headings and tables are no sentences; code is not to be read aloud. */
function* passages(nodes: readonly Prose[], running: boolean, byLine = false): Generator<Passage> {
  for (const node of nodes) {
    switch (node.type) {
      case 'paragraph':
        yield new Passage(node.line, running, node.children, byLine);
        break;
      case 'list':
        for (const item of node.items) yield* passages(item.children, false, byLine);
        break;
      case 'footnotes':
        for (const note of node.notes) yield* passages(note.children, running);
        break;
      case 'figure':
        yield* passages([...node.caption, ...node.description], running, byLine);
        break;
      case 'columns':
        for (const column of node.columns) yield* passages(column, running);
        break;
      case 'media':
        yield* passages(node.caption, running);
        break;
      case 'quote':
      case 'alert':
      case 'details':
      case 'group':
      case 'whatif':
      case 'steps':
        yield* passages(node.children, running, byLine);
        break;
      default:
        break;
    }
  }
}

/** Of a whole file: its text, its questions, and everything said about their answers. */
export function sentencesOf({ prose, lesson, language }: SourceText): Sentence[] {
  const asked = (lesson?.items ?? []).map((item) => ({
    running: [...item.question, ...item.hints.flat(), ...item.why],
    parts: proseOf(item.content, item.line),
    byLine: item.kind === 'mark' && item.content.unit === 'line',
  }));
  const all = [
    ...passages(prose, true),
    ...asked.flatMap(({ running, parts, byLine }) => [
      ...passages(running, true),
      ...passages(parts, false, byLine),
    ]),
  ];
  return all.flatMap((passage) => [...passage.sentences(language)]);
}
