// Text in, plain JSON out: the two kinds of files a course is made of.
import type { DraftReading } from './draft/draft-reading';
import { readFrontMatter, splitFrontMatter } from './front-matter';
import { readTerms, type Term } from './glossary';
import type { Group } from './group';
import type { Item } from './item';
import type { Kept } from './kept/kept';
import { markdown } from './markdown';
import { TangledText } from './markdown-budget';
import {
  type CourseMatter,
  courseMatter,
  expectedValues,
  glossaryMatter,
  type LessonMatter,
  lessonMatter,
} from './matter-schemas';
import { Names } from './names';
import { type Problem, ProblemList } from './problem';
import type { Inline, LinkTarget, Prose } from './prose';
import { type PartReading, readPart } from './read-part';
import { shortHashOf } from './revision';

/**
 * Raise it when the same text gives another result, or the same texts another course, so that what
 * is cached is made anew.
 */
export const parserVersion = 5;

/** A place where a file leads to another file or heading; checked once the whole course is known. */
export interface Reference {
  target: Extract<LinkTarget, { to: 'file' | 'anchor' }>;
  /** What is shown or played must exist; a link may lead to anything in the course. */
  use: 'link' | 'image' | 'media';
  line: number;
  column: number;
}

interface ParsedFile {
  /** File name within its language folder. */
  file: string;
  prose: Prose[];
  anchors: string[];
  references: Reference[];
  problems: Problem[];
  /** Names this state of the file: `source:` of a translation. */
  hash: string;
}

export interface ParsedCourseFile extends ParsedFile {
  matter: Partial<CourseMatter>;
}

export interface ParsedLessonFile extends ParsedFile {
  matter: Partial<LessonMatter>;
  /** In the order of the text. */
  items: Item[];
  /** In the order of the text. */
  kept: Kept[];
  /** Pools and tests, inner ones first. */
  groups: Group[];
}

/** The words of a course in one language. */
export interface ParsedGlossary extends Omit<ParsedFile, 'prose'> {
  terms: Term[];
}

/** Lines may end as on any system; a byte-order mark is no part of the text. */
const normalise = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

interface Wanted {
  /** Only lessons ask. */
  mayAsk?: boolean;
  mayLackMatter?: boolean;
  draft?: DraftReading | undefined;
}

interface ReadBody {
  reading: PartReading;
  problems: ProblemList;
}

/** A text that could only be read in quadratic time is refused. */
function readBody(
  body: string,
  begin: () => ProblemList,
  { mayAsk = false, draft }: Wanted,
): ReadBody {
  try {
    if (draft) return draft.read(body, begin);
    const problems = begin();
    return { reading: readPart(markdown.parse(body, {}), problems, new Names(), mayAsk), problems };
  } catch (error) {
    if (!(error instanceof TangledText)) throw error;
    const problems = begin();
    problems.add('text-tangled', error.line);
    return { reading: { prose: [], items: [], kept: [], groups: [] }, problems };
  }
}

function parseText(file: string, text: string, wanted: Wanted = {}) {
  const clean = normalise(text);
  const lines = clean.split('\n');
  const hasMatter = !wanted.mayLackMatter || /^---[ \t]*\n/.test(clean);
  const split = hasMatter ? splitFrontMatter(lines) : { yaml: undefined, body: clean };
  const begin = (): ProblemList => {
    const problems = new ProblemList(file, lines);
    if (split.mistake) problems.add(split.mistake, 1);
    return problems;
  };
  const { reading, problems } = readBody(split.body, begin, wanted);
  const { prose, items, kept } = reading;
  const walk = walkProse(
    [
      ...prose,
      ...items.flatMap((item) => [
        ...item.question,
        ...item.hints.flat(),
        ...item.why,
        ...proseOf(item.content, item.line),
      ]),
      ...kept.flatMap(({ question, content, line }) => [...question, ...proseOf(content, line)]),
    ],
    (line, near) => problems.placeOf(line, near, ']('),
  );
  return { ...reading, ...walk, yaml: split.yaml, problems, hash: shortHashOf(clean) };
}

/**
 * Parses a lesson. `file` is its path relative to the course folder. A `draft` of the same lesson
 * makes the next state of its text quick to read, and nothing else of it. Never throws.
 */
export function parseLesson(file: string, text: string, draft?: DraftReading): ParsedLessonFile {
  const parsed = parseText(file, text, { mayAsk: true, draft });
  const { yaml, prose, problems, items, groups, kept, hash, anchors, references } = parsed;
  const matter =
    yaml === undefined ? {} : readFrontMatter(yaml, lessonMatter, expectedValues, problems);
  if (yaml !== undefined && (matter.objectives ?? []).length === 0) {
    problems.add('objectives-missing', 1);
  }
  return {
    file,
    matter,
    prose,
    items,
    groups,
    kept,
    anchors,
    references,
    problems: problems.problems,
    hash,
  };
}

/** Parses a `course.md`. Never throws. */
export function parseCourseFile(file: string, text: string): ParsedCourseFile {
  const { yaml, prose, problems, hash, anchors, references } = parseText(file, text);
  const matter =
    yaml === undefined ? {} : readFrontMatter(yaml, courseMatter, expectedValues, problems);
  return { file, matter, prose, anchors, references, problems: problems.problems, hash };
}

/** Parses a `glossary.md`. Never throws. */
export function parseGlossary(file: string, text: string): ParsedGlossary {
  const parsed = parseText(file, text, { mayLackMatter: true });
  const { yaml, prose, problems, hash, references } = parsed;
  if (yaml !== undefined) readFrontMatter(yaml, glossaryMatter, expectedValues, problems);
  const terms = readTerms(prose, problems);
  return {
    file,
    terms,
    // Links find terms, and nothing inside their definitions.
    anchors: terms.map(({ anchor }) => anchor),
    references,
    // It is no lesson: that a large heading is no term is said once.
    problems: problems.problems.filter(({ rule }) => rule !== 'heading-top'),
    hash,
  };
}

/** Any prose inside the content of an item, found by its shape: kinds need not list it. */
export function proseOf(value: unknown, line: number): Prose[] {
  if (Array.isArray(value)) return value.flatMap((each) => proseOf(each, line));
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && 'line' in value) return [value as Prose];
  if ('type' in value && ('children' in value || value.type === 'image')) {
    return [{ type: 'paragraph', line, children: [value as Inline] }];
  }
  return Object.values(value).flatMap((each) => proseOf(each, line));
}

/** Collects headings and references. */
function walkProse(
  nodes: readonly Prose[],
  placeOf: (line: number, near: string) => { line: number; column: number },
): { anchors: string[]; references: Reference[] } {
  const anchors: string[] = [];
  const references: Reference[] = [];
  const refer = (target: LinkTarget, use: Reference['use'], line: number): void => {
    if (target.to !== 'file' && target.to !== 'anchor') return;
    const written = target.to === 'file' ? target.path : `#${target.anchor}`;
    references.push({ target, use, ...placeOf(line, written) });
  };
  /** Returns the line in which the text ends: each break begins another. */
  const inline = (children: readonly Inline[], begin: number): number => {
    let line = begin;
    for (const node of children) {
      if (node.type === 'break') line++;
      if (node.type === 'image') refer(node.source, 'image', line);
      const end = 'children' in node ? inline(node.children, line) : line;
      if (node.type === 'link') refer(node.target, 'link', end);
      line = end;
    }
    return line;
  };
  const block = (children: readonly Prose[]): void => {
    for (const node of children) {
      switch (node.type) {
        case 'heading':
          anchors.push(node.anchor);
          inline(node.children, node.line);
          break;
        case 'paragraph':
          inline(node.children, node.line);
          break;
        case 'list':
          for (const item of node.items) block(item.children);
          break;
        case 'table':
          for (const cell of node.head) inline(cell, node.line);
          for (const row of node.rows) for (const cell of row.cells) inline(cell, row.line);
          break;
        case 'footnotes':
          for (const note of node.notes) block(note.children);
          break;
        case 'figure':
          refer(node.image.source, 'image', node.line);
          block(node.caption);
          block(node.description);
          break;
        case 'details':
          inline(node.title, node.line);
          block(node.children);
          break;
        case 'columns':
          for (const column of node.columns) block(column);
          break;
        case 'media':
          refer(node.source, 'media', node.line);
          if (node.captions) refer(node.captions, 'media', node.line);
          if (node.poster) refer(node.poster, 'image', node.line);
          block(node.caption);
          block(node.transcript);
          break;
        case 'quote':
        case 'alert':
        case 'group':
        case 'whatif':
        case 'steps':
          block(node.children);
          break;
        default:
          break;
      }
    }
  };
  block(nodes);
  return { anchors, references };
}
