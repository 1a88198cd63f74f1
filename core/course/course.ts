// A whole course put together from its parsed files: lessons in order, translations, and what does not fit.
import { kindOf } from './blocks';
import { inFileOrder } from './blocks/arrangement';
import { byNumber } from './by-number';
import type { Item } from './item';
import type { CourseMatter, LessonMatter } from './matter-schemas';
import type { ParsedCourseFile, ParsedLessonFile } from './parse';
import type { Problem } from './problem';
import type { Prose } from './prose';

/** One language of a course. The first is the course's own; the others are translations. */
export interface CourseText {
  language: string;
  /** Folder of the translation, '' for the course's own language. */
  folder: string;
  matter: CourseMatter;
  about: Prose[];
  lessons: Lesson[];
}

export interface Lesson {
  id: string;
  /** Path relative to the course folder. */
  file: string;
  matter: LessonMatter;
  prose: Prose[];
  items: Item[];
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
    // Where a block does not say whether to ask how sure the learner is, its course does.
    items: parsed.items.map((item) => ({
      ...item,
      sure: item.sure ?? ownMatter.sure === 'graded',
    })),
    broken: brokenFiles.has(parsed.file),
    stale: false,
  });

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
      return translate(first, folder, matterOf(each, folder), each.prose, filesOf(folder), {
        toLesson,
        sourceHash: new Map(sources.lessonFiles.map((file) => [file.file, file.hash])),
        add,
      });
    });

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
): CourseText {
  const byName = new Map(source.lessons.map((lesson) => [splitPath(lesson.file).name, lesson]));
  const lessons = files.flatMap((parsed) => {
    const original = byName.get(splitPath(parsed.file).name);
    if (!original) {
      add('translation-extra', parsed.file, 1);
      return [];
    }
    const lesson = toLesson(parsed);
    const difference = compareItems(original.items, lesson.items);
    if (difference)
      add('translation-blocks', parsed.file, difference.line, { difference: difference.text });
    const hash = sourceHash.get(original.file) ?? '';
    const stale = parsed.matter.source !== undefined && parsed.matter.source !== hash;
    if (stale) add('translation-stale', parsed.file, 1, { hash });
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
        stale,
        broken: lesson.broken || difference !== undefined,
      },
    ];
  });
  return { language: folder, folder, matter, about, lessons };
}

/** The first difference between the items of a lesson and of its translation. */
function compareItems(
  source: readonly Item[],
  translation: readonly Item[],
): { text: string; line: number } | undefined {
  const nameOf = (item: Item): string => `${item.kind} #${item.id}`;
  const originals = new Map(source.map((item) => [nameOf(item), item]));
  const translated = new Set(translation.map(nameOf));
  const missing = source.map(nameOf).find((name) => !translated.has(name));
  if (missing) return { text: `${missing} is missing`, line: 1 };
  for (const item of translation) {
    const original = originals.get(nameOf(item));
    if (!original) return { text: `${nameOf(item)} is new`, line: item.line };
    if (shapeOf(original) !== shapeOf(item)) {
      return { text: `${item.kind} #${item.id} has other answers`, line: item.line };
    }
  }
  return undefined;
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
  return `${JSON.stringify(sizes)} ${withoutWords}`;
}

function checkReferences(sources: CourseSources, add: AddProblem): void {
  const files = new Set(sources.files);
  const parsed = [...sources.courseFiles, ...sources.lessonFiles];
  const anchorsOf = new Map(parsed.map((each) => [each.file, new Set(each.anchors)]));
  for (const { file, references } of parsed) {
    const { folder } = splitPath(file);
    for (const { target, use, line, column } of references) {
      const path = target.to === 'anchor' ? file : resolvePath(folder, target.path, files);
      if (path === undefined) {
        const values = { path: target.to === 'file' ? target.path : '' };
        add(use === 'image' ? 'asset-missing' : 'link-dead', file, line, values, column);
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

/** The languages of a course that fit a reader, best first: `es-MX` → `es-MX`, `es`, any `es-…`, the own. */
function fittingTexts(course: Course, wanted: string): [CourseText, ...CourseText[]] {
  const base = (tag: string): string => tag.split('-')[0] ?? tag;
  const tag = wanted.toLowerCase();
  const fits: ((language: string) => boolean)[] = [
    (language) => language === tag,
    (language) => language === base(tag),
    (language) => base(language) === base(tag),
  ];
  const found = fits.flatMap((isFit) =>
    course.texts.filter((text) => isFit(text.language.toLowerCase())),
  );
  const [own] = course.texts;
  const [best = own, ...others] = found;
  return [best, ...others, own];
}

export const bestText = (course: Course, wanted: string): CourseText =>
  fittingTexts(course, wanted)[0];

/** The lesson in the best language: of the translation where it has it, else of the course's own. */
export function bestLesson(
  course: Course,
  lessonId: string,
  wanted: string,
): { lesson: Lesson; text: CourseText } | undefined {
  for (const text of fittingTexts(course, wanted)) {
    const lesson = text.lessons.find((each) => each.id === lessonId && !each.broken);
    if (lesson) return { lesson, text };
  }
  const own = course.texts[0];
  const broken = own.lessons.find((each) => each.id === lessonId);
  return broken ? { lesson: broken, text: own } : undefined;
}
