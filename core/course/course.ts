// A whole course put together from its parsed files: lessons in order, translations, and what does not fit.
import { kindOf } from './blocks';
import { inFileOrder } from './blocks/arrangement';
import { byNumber } from './by-number';
import { isGlossary, type Term } from './glossary';
import type { Group } from './group';
import type { Item } from './item';
import { keptKindOf } from './kept';
import type { Kept } from './kept/kept';
import type { CourseMatter, LessonMatter } from './matter-schemas';
import type { ParsedCourseFile, ParsedGlossary, ParsedLessonFile } from './parse';
import type { Problem } from './problem';
import type { Prose } from './prose';
import { type Tables, tableOf, withTables } from './sheet-tables';

/** One language of a course. The first is the course's own; the others are translations. */
export interface CourseText {
  language: string;
  /** Folder of the translation, '' for the course's own language. */
  folder: string;
  matter: CourseMatter;
  about: Prose[];
  lessons: Lesson[];
  /** Words of the course and what they mean; empty without a `glossary.md`. */
  glossary: Term[];
}

export interface Lesson {
  id: string;
  /** Path relative to the course folder. */
  file: string;
  matter: LessonMatter;
  prose: Prose[];
  items: Item[];
  groups: Group[];
  /** Anchors of the terms that its links lead to. */
  terms: string[];
  /** Blocks that keep an answer nobody grades. */
  kept: Kept[];
  /** True when the lesson could not be read well enough to be taught. */
  broken: boolean;
  /** A translation whose source has changed since. */
  stale: boolean;
}

export interface Course {
  id: string;
  version: string;
  texts: [CourseText, ...CourseText[]];
  /** Paths of all files, relative to the course folder. */
  files: string[];
  problems: Problem[];
}

/** What the library knows of a course folder before it becomes a course. */
export interface CourseSources {
  /** Name of the folder, used where front matter gives no id. */
  folder: string;
  /** All files of the folder. */
  files: readonly string[];
  courseFiles: readonly ParsedCourseFile[];
  lessonFiles: readonly ParsedLessonFile[];
  glossaries?: readonly ParsedGlossary[];
  /** Tables that sheets refer to. */
  tables?: Tables;
  /** Problems of the folder itself: unreadable or too large files. */
  problems: readonly Problem[];
}

const fallbackCourse = {
  summary: '',
  level: 'basic',
  topics: [],
  competences: [],
  prerequisites: [],
  pass: 80,
  sure: 'graded',
  authors: [],
  facts: [],
  sources: [],
  hidden: false,
  format: 1,
} as const;

/** `es/01-why.md` → folder `es`, name `01-why.md`. */
function splitPath(path: string): { folder: string; name: string } {
  const slash = path.lastIndexOf('/');
  return { folder: slash < 0 ? '' : path.slice(0, slash), name: path.slice(slash + 1) };
}

/** The id of a lesson that gives none: its file name without number and ending. */
export function lessonIdOf(file: string): string {
  const name = splitPath(file)
    .name.replace(/\.md$/, '')
    .replace(/^\d+[-_. ]*/, '');
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'lesson'
  );
}

/** Lessons go by their numbers (2 before 10), then by name. */
const inLessonOrder = (a: { file: string }, b: { file: string }): number =>
  byNumber(a.file, b.file);

/**
 * Puts a course together. Always gives a course, however broken its files are: what is wrong
 * stands in `problems`, and whatever can be shown is shown.
 */
export function assembleCourse(sources: CourseSources): Course {
  const problems: Problem[] = [
    ...sources.problems,
    ...sources.courseFiles.flatMap((file) => file.problems),
    ...sources.lessonFiles.flatMap((file) => file.problems),
    ...(sources.glossaries ?? []).flatMap((file) => file.problems),
  ];
  const add: AddProblem = (rule, file, line, values = {}, column = 1) => {
    problems.push({ rule, file, line, column, values });
  };

  const own = sources.courseFiles.find((each) => each.file === 'course.md');
  if (!own) add('course-file-missing', 'course.md', 1);
  const id = own?.matter.id ?? lessonIdOf(sources.folder);
  const matterOf = (parsed: ParsedCourseFile | undefined, language: string): CourseMatter => ({
    ...fallbackCourse,
    topics: [],
    competences: [],
    prerequisites: [],
    authors: [],
    facts: [],
    sources: [],
    id,
    title: sources.folder,
    language,
    version: '0.0.0',
    ...parsed?.matter,
  });
  const ownMatter = matterOf(own, 'en');

  const filesOf = (folder: string) =>
    sources.lessonFiles
      .filter((each) => splitPath(each.file).folder === folder)
      .sort(inLessonOrder);
  const brokenFiles = new Set(
    problems.filter((each) => fatalForLesson.has(each.rule)).map((each) => each.file),
  );
  const files = new Set(sources.files);
  const withItsTable = (item: Item, file: string): Item[] => {
    const path = resolvePath(splitPath(file).folder, tableOf(item) ?? '', files);
    const rows = path === undefined ? undefined : sources.tables?.get(path);
    return withTables(item, rows, (rule, line, values) => add(rule, file, line, values));
  };
  const toLesson = (parsed: ParsedLessonFile): Lesson => ({
    id: parsed.matter.id ?? lessonIdOf(parsed.file),
    file: parsed.file,
    matter: {
      title: parsed.file,
      minutes: 5,
      objectives: [],
      aid: false,
      ...parsed.matter,
    },
    prose: parsed.prose,
    groups: parsed.groups,
    // Where a block does not say whether to ask how sure the learner is, its course does.
    items: parsed.items
      .flatMap((item) => withItsTable(item, parsed.file))
      .map((item) => ({ ...item, sure: item.sure ?? ownMatter.sure === 'graded' })),
    kept: parsed.kept,
    terms: parsed.references.flatMap(({ target }) =>
      target.to === 'file' && isGlossary(target.path) ? (target.anchor ?? []) : [],
    ),
    broken: brokenFiles.has(parsed.file),
    stale: false,
  });

  const glossaryIn = (folder: string): Term[] =>
    (sources.glossaries ?? []).find((each) => splitPath(each.file).folder === folder)?.terms ?? [];

  const ownLessons = filesOf('').map(toLesson);
  if (own && ownLessons.length === 0) add('course-without-lessons', 'course.md', 1);
  const seen = new Map<string, string>();
  const lessons = ownLessons.filter((lesson) => {
    const other = seen.get(lesson.id);
    if (other) add('lesson-id-double', lesson.file, 1, { id: lesson.id, other });
    else seen.set(lesson.id, lesson.file);
    return other === undefined;
  });

  const first: CourseText = {
    language: ownMatter.language,
    folder: '',
    matter: ownMatter,
    about: own?.prose ?? [],
    lessons,
    glossary: glossaryIn(''),
  };
  const translated = new Set(sources.courseFiles.map((each) => splitPath(each.file).folder));
  const names = new Set(lessons.map((lesson) => lesson.file));
  for (const { file } of sources.lessonFiles) {
    const { folder, name } = splitPath(file);
    if (translated.has(folder) || !names.has(name)) continue;
    translated.add(folder);
    if (own) add('course-file-missing', `${folder}/course.md`, 1);
  }
  const translations = sources.courseFiles
    .filter((each) => each !== own)
    .map((each) => {
      const { folder } = splitPath(each.file);
      if (each.matter.language && each.matter.language.toLowerCase() !== folder.toLowerCase()) {
        add('translation-language', each.file, 1, { folder, language: each.matter.language });
      }
      const text = translate(first, folder, matterOf(each, folder), each.prose, filesOf(folder), {
        toLesson,
        sourceHash: new Map(sources.lessonFiles.map((file) => [file.file, file.hash])),
        add,
      });
      return { ...text, glossary: glossaryIn(folder) };
    });

  checkPairs(first, add);
  checkReferences(sources, add);
  return {
    id,
    version: ownMatter.version,
    texts: [first, ...translations],
    files: [...sources.files],
    problems: sortProblems(problems),
  };
}

/** Mistakes that leave a lesson without text worth teaching. */
const fatalForLesson: ReadonlySet<string> = new Set([
  'matter-yaml',
  'matter-missing',
  'matter-open',
  'matter-too-large',
  'text-tangled',
  'file-unreadable',
  'file-not-utf8',
  'file-too-large',
]);

type AddProblem = (
  rule: Problem['rule'],
  file: string,
  line: number,
  values?: Problem['values'],
  column?: number,
) => void;

interface TranslateTools {
  toLesson: (parsed: ParsedLessonFile) => Lesson;
  sourceHash: ReadonlyMap<string, string>;
  add: AddProblem;
}

/** A translation keeps the ids, the order and the rules of its source, and brings its own words. */
function translate(
  source: CourseText,
  folder: string,
  matter: CourseMatter,
  about: Prose[],
  files: readonly ParsedLessonFile[],
  { toLesson, sourceHash, add }: TranslateTools,
): Omit<CourseText, 'glossary'> {
  const byName = new Map(source.lessons.map((lesson) => [splitPath(lesson.file).name, lesson]));
  const lessons = files.flatMap((parsed) => {
    const original = byName.get(splitPath(parsed.file).name);
    if (!original) {
      add('translation-extra', parsed.file, 1);
      return [];
    }
    const lesson = toLesson(parsed);
    const difference =
      compareBlocks(blocksOf(original), blocksOf(lesson)) ??
      compareGroups(original.groups, lesson.groups);
    if (difference)
      add('translation-blocks', parsed.file, difference.line, { difference: difference.text });
    const hash = sourceHash.get(original.file) ?? '';
    const stale = parsed.matter.source !== undefined && parsed.matter.source !== hash;
    if (stale) add('translation-stale', parsed.file, 1, { hash });
    else if (!lesson.broken && !saysSource(parsed)) {
      add('translation-source-missing', parsed.file, 1, { hash });
    }
    // Settings belong to the source: a translation cannot change what an answer is worth.
    const originals = new Map(original.items.map((item) => [item.id, item]));
    const items = lesson.items.map((item) => {
      const original = originals.get(item.id) ?? item;
      const { points, hintCost, tries, sure, review, competence, shuffled } = original;
      const { revision } = kindOf(item.kind).placesByWords ? item : original;
      return { ...item, points, hintCost, tries, sure, review, competence, shuffled, revision };
    });
    return [
      {
        ...lesson,
        id: original.id,
        items,
        groups: original.groups,
        kept: lesson.kept.map((block) => translatedKept(block, original.kept)),
        stale,
        broken: lesson.broken || difference !== undefined,
      },
    ];
  });
  return { language: folder, folder, matter, about, lessons };
}

/** What it says may be no hash; that is reported where it stands. */
const saysSource = ({ matter, problems }: ParsedLessonFile): boolean =>
  matter.source !== undefined || problems.some(({ values }) => values.key === 'source');

/** Revision, and whatever else is no word, belong to the source. */
function translatedKept(block: Kept, sources: readonly Kept[]): Kept {
  const source = sources.find(({ kind, id }) => kind === block.kind && id === block.id);
  if (!source) return block;
  const content =
    keptKindOf(block.kind).translated?.(block.content, source.content) ?? block.content;
  return { ...block, content, revision: source.revision } as Kept;
}

/** A block that keeps an answer, as far as a translation must have the same. */
interface Comparable {
  name: string;
  line: number;
  shape: string;
}

const blocksOf = ({ items, kept }: Pick<Lesson, 'items' | 'kept'>): Comparable[] => [
  ...items.map((item) => ({
    name: `${item.kind} #${item.id}`,
    line: item.line,
    shape: shapeOf(item),
  })),
  ...kept.map(({ kind, id, line, content }) => ({
    name: `${kind} #${id}`,
    line,
    shape: keptKindOf(kind).shape(content),
  })),
];

/** The first difference between the blocks of a lesson and of its translation. */
function compareBlocks(
  source: readonly Comparable[],
  translation: readonly Comparable[],
): { text: string; line: number } | undefined {
  const originals = new Map(source.map((block) => [block.name, block]));
  const translated = new Set(translation.map(({ name }) => name));
  const missing = source.find(({ name }) => !translated.has(name));
  if (missing) return { text: `${missing.name} is missing`, line: 1 };
  for (const { name, line, shape } of translation) {
    const original = originals.get(name);
    if (!original) return { text: `${name} is new`, line };
    if (original.shape !== shape) return { text: `${name} has other answers`, line };
  }
  return undefined;
}

/** The first difference between the pools and tests of a lesson and of its translation. */
function compareGroups(
  source: readonly Group[],
  translation: readonly Group[],
): { text: string; line: number } | undefined {
  const nameOf = ({ kind, id, items }: Group): string => `${kind} #${id} (${items.join(', ')})`;
  const translated = new Set(translation.map(nameOf));
  const missing = source.map(nameOf).find((name) => !translated.has(name));
  if (missing) return { text: `${missing} is missing`, line: 1 };
  const known = new Set(source.map(nameOf));
  const added = translation.find((group) => !known.has(nameOf(group)));
  return added && { text: `${nameOf(added)} is new`, line: added.line };
}

/** How many parts there are and which are right: the same in every language, words apart. */
function shapeOf(item: Item): string {
  const kind = kindOf(item.kind);
  if (kind.shape) return kind.shape(item.content);
  const arrangement = kind.arrange(item.content, inFileOrder);
  const { answer } = kind.key(item.content);
  const withoutWords = JSON.stringify(answer, (_, value) =>
    typeof value === 'string' ? 'text' : value,
  );
  const sizes = item.kind === 'order' ? [] : arrangement.map((list) => list.length);
  return `${JSON.stringify(sizes)} ${withoutWords} ${kind.keeps?.(item.content) ?? ''}`;
}

/** Polls that are compared must both be there, and have the same answers. */
function checkPairs({ lessons }: CourseText, add: AddProblem): void {
  for (const lesson of lessons) {
    for (const { id, line, kind, content } of lesson.kept) {
      const rules = keptKindOf(kind);
      const pair = rules.pair?.(content);
      if (!pair) continue;
      const written = pair.lesson === null ? pair.id : `${pair.lesson}/${pair.id}`;
      const where = lessons.find((each) => each.id === (pair.lesson ?? lesson.id));
      const other = where?.kept.find((each) => each.kind === kind && each.id === pair.id);
      if (!other || (where === lesson && other.id === id)) {
        add('poll-pair-unknown', lesson.file, line, { id: written });
      } else if (rules.shape(other.content) !== rules.shape(content)) {
        add('poll-pair-differs', lesson.file, line, { id: written });
      }
    }
  }
}

function checkReferences(sources: CourseSources, add: AddProblem): void {
  const files = new Set(sources.files);
  const parsed = [...sources.courseFiles, ...sources.lessonFiles, ...(sources.glossaries ?? [])];
  const anchorsOf = new Map(parsed.map((each) => [each.file, new Set(each.anchors)]));
  for (const { file, references } of parsed) {
    const { folder } = splitPath(file);
    for (const { target, use, line, column } of references) {
      const path = target.to === 'anchor' ? file : resolvePath(folder, target.path, files);
      if (path === undefined) {
        const values = { path: target.to === 'file' ? target.path : '' };
        add(use === 'link' ? 'link-dead' : 'asset-missing', file, line, values, column);
        continue;
      }
      // Of a file that is no lesson (`handbook.pdf#page=2`) only its reader knows the anchors.
      const anchors = anchorsOf.get(path);
      const { anchor } = target;
      if (anchor !== undefined && anchors && !anchors.has(anchor)) {
        add('link-anchor-dead', file, line, { anchor, path }, column);
      }
    }
  }
}

/** A translation's own file comes first, then the course's file of the same name. */
export function resolvePath(
  folder: string,
  path: string,
  files: ReadonlySet<string>,
): string | undefined {
  const translated = folder === '' ? path : `${folder}/${path}`;
  if (files.has(translated)) return translated;
  return files.has(path) ? path : undefined;
}

export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => byNumber(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}
