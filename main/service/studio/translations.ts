// A course and one of its translations: how far it is, and words written to their places in the files.

import type { CourseOutline } from '../../../core/course/outline';
import { OperationError } from '../../../core/errors';
import { cut } from '../../../core/studio/translation/cut';
import { pairGlossaries, type TermMap, termMap } from '../../../core/studio/translation/glossary';
import type { Memory } from '../../../core/studio/translation/memory';
import { hasShapeOf, type Pair, type Paired, pairUp } from '../../../core/studio/translation/pair';
import { hasWords, type Segment } from '../../../core/studio/translation/segment';
import {
  madeFrom,
  sourceHash,
  withLanguage,
  withSource,
} from '../../../core/studio/translation/source-hash';
import { type TermHint, termFinder, termsOf } from '../../../core/studio/translation/terms';
import type {
  Extent,
  TranslationFileRow,
  TranslationLanguage,
  TranslationRow,
  TranslationView,
  TranslationWritten,
} from '../../../core/studio/translation/views';
import { isLater, wordDiff } from '../../../core/studio/translation/word-diff';
import { withWords } from '../../../core/studio/translation/write';
import type { StudioText } from '../../../core/studio/views';
import type { CourseTexts } from './texts';
import type { TranslationMemories } from './translation-memories';

/** How many earlier states of a source are looked through for the one a translation was made from. */
const mostStates = 60;

/** A file of the course in its own language. */
export interface SourceFile {
  file: string;
  title: string;
  what: TranslationFileRow['what'];
}

/** A file of the source beside its translation. */
export interface Side extends Paired {
  source: StudioText;
  /** Null while there is none. */
  target: StudioText | null;
  /** Whether the front matter says that it was made from the source as it is now. */
  isSaid: boolean;
  isChanged: boolean;
}

export function sourceFiles({ texts, files }: CourseOutline): SourceFile[] {
  const [{ matter, lessons }] = texts;
  return [
    { file: 'course.md', title: matter.title, what: 'course' },
    ...lessons.map(
      ({ file, matter }): SourceFile => ({
        file,
        title: matter.title,
        what: 'lesson',
      }),
    ),
    ...(files.includes('glossary.md')
      ? [{ file: 'glossary.md', title: 'glossary.md', what: 'glossary' } as const]
      : []),
  ];
}

export class Translation {
  private readonly memory: Memory;

  constructor(
    private readonly root: string,
    private readonly course: CourseOutline,
    /** Name of its folder. */
    readonly language: string,
    private readonly texts: CourseTexts,
    private readonly memories: TranslationMemories,
  ) {
    this.memory = memories.read(root, language);
  }

  get sourceLanguage(): string {
    return this.course.texts[0].language;
  }

  status(): TranslationLanguage {
    const files = sourceFiles(this.course).map((each) => rowOf(each, this.side(each)));
    const sum = (what: keyof Extent): number => files.reduce((all, row) => all + row[what], 0);
    return {
      language: this.language,
      files,
      segments: sum('segments'),
      missing: sum('missing'),
      stale: sum('stale'),
    };
  }

  view(file: string): TranslationView {
    const found = this.need(file);
    const side = this.side(found);
    const find = termFinder(this.terms());
    const pairs = spoken(side.pairs);
    return {
      ...rowOf(found, side),
      courseTitle: this.course.texts[0].matter.title,
      sourceLanguage: this.sourceLanguage,
      language: this.language,
      rows: pairs.map((pair) => this.row(pair, find)),
      extra: side.extra.map(({ text }) => text),
      lacksPlaces: side.target !== null && pairs.some(({ target }) => target === null),
    };
  }

  /**
   * Writes the translation of a segment of the source; '' takes it out again. The text it was made from
   * is kept in mind, so that a source which changed meanwhile makes it stale.
   */
  write(file: string, key: string, source: string, words: string): TranslationWritten {
    const found = this.need(file);
    let side = this.side(found);
    let pair = pairOf(side, key, source);
    if (!pair.target) {
      if (side.extra.length > 0) return { isWritten: false, why: 'places' };
      this.layOut(found, side);
      side = this.side(found);
      pair = pairOf(side, key, source);
    }
    const { target } = pair;
    if (!target || !side.target) return { isWritten: false, why: 'places' };
    const wanted = words.trim() === '' ? pair.source.text : words;
    const written = withWords(side.target.text, new Map([[target.key, wanted]]));
    if (written.unfit.length > 0) return { isWritten: false, why: 'breaks' };
    this.save(file, written.text, side.target.version);
    const now = cut(written.text).find((each) => each.key === target.key)?.text ?? wanted;
    if (words.trim() === '') {
      this.memory.forget(pair.source.text, now);
      this.memory.copied(pair.source.text);
    } else {
      // Half a sentence is no translation of anything once it is typed on.
      if (now.startsWith(target.text)) this.memory.forget(source, target.text);
      this.memory.learn(source, now);
    }
    this.remember();
    return { isWritten: true, view: this.view(file) };
  }

  /** Makes the file as the source is now, with all that is translated in its place. */
  begin(file: string): void {
    const found = this.need(file);
    this.layOut(found, this.side(found));
  }

  /** Throws `not-possible` while something is missing. */
  settle(file: string): void {
    const found = this.need(file);
    const side = this.side(found);
    const { target } = side;
    if (!target || spoken(side.pairs).some(({ state }) => state === 'missing')) {
      throw new OperationError('not-possible', { what: 'translation' });
    }
    for (const pair of spoken(side.pairs)) {
      if (pair.target) this.memory.learn(pair.source.text, pair.target.text);
    }
    if (found.what === 'lesson') {
      const text = withSource(target.text, sourceHash(side.source.text));
      if (text === undefined) throw new OperationError('bad-file', { file });
      this.save(file, text, target.version);
    }
    this.remember();
  }

  side({ file, what }: SourceFile): Side {
    const source = this.texts.look(this.root, file);
    if (!source) throw new OperationError('not-found', { what: 'lesson' });
    const target = this.texts.look(this.root, this.path(file));
    const hash = target && what === 'lesson' ? madeFrom(target.text) : undefined;
    const isSaid = hash === sourceHash(source.text);
    const segments = cutOnce(source);
    const base = isSaid ? segments : hash === undefined ? null : this.base(file, hash);
    const others = target ? cutOnce(target) : [];
    const paired =
      what === 'glossary'
        ? pairGlossaries(segments, others, this.memory, this.termMap())
        : pairUp(segments, others, this.memory, base);
    return {
      ...paired,
      source,
      target,
      isSaid,
      isChanged:
        hash !== undefined &&
        !isSaid &&
        (base === null || !hasShapeOf(base, others)) &&
        spoken(paired.pairs).some((pair) => this.isGuessed(pair)),
    };
  }

  /** The file laid out anew: the source's structure, and all the words that are translated. */
  layOut({ file, what }: SourceFile, side: Side): void {
    const words = new Map<string, string>();
    for (const { source, target, state, was } of side.pairs) {
      if (target && state !== 'missing') {
        words.set(source.key, target.text);
        // The earlier source has another structure than the file has from now on: it tells no more.
        if (hasWords(source)) this.memory.learn(was ?? source.text, target.text);
      } else if (hasWords(source)) this.memory.copied(source.text);
    }
    if (side.target && side.extra.length > 0) this.setAside(file, side.target.text);
    let { text } = withWords(side.source.text, words);
    if (what === 'course') text = withLanguage(text, this.language) ?? text;
    const hash = side.target && madeFrom(side.target.text);
    if (hash && what === 'lesson') text = withSource(text, hash) ?? text;
    this.save(file, text, side.target?.version ?? null);
    this.remember();
  }

  save(file: string, text: string, base: string | null): void {
    this.texts.save(this.root, this.path(file), text, base);
  }

  /** Keeps a state of the translation, whatever comes of the file. */
  setAside(file: string, text: string): void {
    this.texts.setAside(this.root, this.path(file), text);
  }

  learn(source: string, target: string): void {
    this.memory.learn(source, target);
  }

  remember(): void {
    this.memories.write(this.root, this.language, this.memory);
  }

  /** Taken for translated, though nobody knows from which source. */
  private isGuessed({ source, target, state }: Pair): boolean {
    if (!target || state !== 'translated') return false;
    return !this.memory.sourcesOf(target.text).includes(source.text);
  }

  /** Throws `not-found`. */
  private need(file: string): SourceFile {
    const found = sourceFiles(this.course).find((each) => each.file === file);
    if (!found) throw new OperationError('not-found', { what: 'lesson' });
    return found;
  }

  private path(file: string): string {
    return `${this.language}/${file}`;
  }

  /** The source as it was when it had this hash; null where the history does not have it. */
  private base(file: string, hash: string): Segment[] | null {
    const { history } = this.texts;
    for (const { key } of history.versions(this.root, file).slice(0, mostStates)) {
      const name = `${this.root}/${file}/${key}`;
      const known = hashes.get(name) ?? sourceHash(history.read(this.root, file, key));
      hashes.set(name, known);
      if (known === hash) return cut(history.read(this.root, file, key));
    }
    return null;
  }

  /** As the links of all texts but the glossary itself tell it. */
  private termMap(): TermMap {
    const texts = sourceFiles(this.course).filter(({ what }) => what !== 'glossary');
    return termMap(texts.flatMap((each) => this.side(each).pairs));
  }

  private terms(): TermHint[] {
    const glossary = sourceFiles(this.course).find(({ what }) => what === 'glossary');
    return glossary ? termsOf(this.side(glossary).pairs) : [];
  }

  private row(pair: Pair, find: (text: string) => TermHint[]): TranslationRow {
    const { source, target, state, was } = pair;
    return {
      key: source.key,
      role: source.role,
      line: source.line,
      source: source.text,
      target: state === 'missing' ? null : (target?.text ?? null),
      state,
      change: was === null ? null : wordDiff(was, source.text, this.sourceLanguage),
      terms: find(source.text),
      suggestion: state === 'missing' ? (this.memory.targetOf(source.text) ?? null) : null,
    };
  }
}

/** Earlier states never change: what names them is found out once. */
const hashes = new Map<string, string>();

/** A view needs the segments of many texts, and hardly any of them has changed since the last one. */
const cuts = new Map<string, Segment[]>();
const mostCuts = 200;

function cutOnce({ text, version }: StudioText): Segment[] {
  const segments = cuts.get(version) ?? cut(text);
  cuts.delete(version);
  cuts.set(version, segments);
  const [oldest] = cuts.keys();
  if (cuts.size > mostCuts && oldest !== undefined) cuts.delete(oldest);
  return segments;
}

/** What there is to translate: numbers and code alone are not. */
export const spoken = (pairs: readonly Pair[]): Pair[] =>
  pairs.filter(({ source }) => hasWords(source));

function rowOf(found: SourceFile, { pairs, target, isSaid, isChanged }: Side): TranslationFileRow {
  const all = spoken(pairs);
  const count = (state: Pair['state']): number => all.filter((each) => each.state === state).length;
  const extent = { segments: all.length, missing: count('missing'), stale: count('stale') };
  return {
    ...found,
    ...extent,
    isBegun: target !== null,
    isChanged,
    isUnsaid: found.what === 'lesson' && target !== null && extent.missing === 0 && !isSaid,
  };
}

/** The pair of a row as a screen shows it, though the source may have changed meanwhile. */
function pairOf({ pairs }: Side, key: string, source: string): Pair {
  const found =
    pairs.find((pair) => pair.source.key === key && pair.source.text === source) ??
    pairs.find((pair) => pair.source.text === source) ??
    pairs.find((pair) => pair.source.key === key && isLater(source, pair.source.text));
  if (!found) throw new OperationError('not-found', { what: 'segment' });
  return found;
}
