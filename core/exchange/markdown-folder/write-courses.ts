// The pages of a folder → a course of which each is a lesson, or several where one would be too long.
import type { Assets } from './assets';
import { withTitle } from './chapters';
import { plainWords, summaryOf, wordsOf, writeCourse, writeLesson } from './course-text';
import type { FolderInHand } from './folder-in-hand';
import { courseLanguage, type PageVersions } from './languages';
import { linesOf, textOf, tidy } from './lines';
import { contextOf, type Lesson, type LinkedFolder } from './links';
import { takeMatter } from './matter';
import { idOf, Names } from './names';
import { readPage } from './page';
import type { PageContext } from './page-context';
import { intoParts } from './parts';
import type { FolderStep } from './read-result';
import type { Say } from './report';
import { lessonName, numbered, partTitle, titleFrom } from './titles';

/** Lessons of a course: what is left of its 5,000 files is for pictures and downloads. */
const mostLessons = 2000;

interface FolderText {
  /** In the order of the lessons. */
  pages: readonly PageVersions[];
  /** The page about the whole. */
  front: PageVersions | undefined;
  /** That of the courses. */
  language: string;
}

export function* writeCourses(
  folder: FolderInHand,
  { pages, front, language }: FolderText,
): Generator<FolderStep> {
  const { site, options } = folder;
  const parts = intoParts(pages, site.content, options.mostLessons ?? mostLessons);
  const linked = folder.linked(lessonsOf(parts, site.listed), front);
  const total = pages.length;
  let done = 0;
  for (const [number, part] of parts.entries()) {
    const id = folder.newCourse(parts.length, number);
    const assets = folder.newAssets(part.reduce((sum, { others }) => sum + 1 + others.size, 0));
    const isPart = parts.length > 1;
    if (isPart) {
      const values = { course: id, lessons: part.length, courses: parts.length };
      folder.say('')('changed', 'split', 1, values);
    }
    const course = { id, number, pages: part, front, assets, isPart };
    const writer = new CourseWriter(folder, linked, course);
    const languages = new Set<string>();
    for (const versions of part) {
      yield* writer.lesson(versions.own, '', language);
      for (const [other, path] of versions.others) {
        languages.add(other);
        yield* writer.lesson(path, `${other}/`, other);
      }
      done++;
      yield { type: 'done', pages: (total + done) / 2, of: total };
    }
    yield* writer.about(front?.own, '', language);
    for (const other of languages) {
      yield* writer.about(front?.others.get(other), `${other}/`, other);
    }
    yield* folder.copyAll(id, assets);
  }
}

/** The lesson of each page, in whichever language. */
function lessonsOf(
  parts: readonly (readonly PageVersions[])[],
  listed: FolderInHand['site']['listed'],
): Map<string, Lesson> {
  const titles = new Map(listed.map(({ path, title }) => [path, title]));
  const lessons = new Map<string, Lesson>();
  for (const [number, part] of parts.entries()) {
    const names = new Names();
    for (const [at, versions] of part.entries()) {
      const name = names.free(idOf(lessonName(versions.own), 'lesson'));
      const title = titles.get(versions.own);
      const lesson = { file: numbered(at, part.length, name), course: number, versions, title };
      for (const path of [versions.own, ...versions.others.values()]) lessons.set(path, lesson);
    }
  }
  return lessons;
}

interface NewCourse {
  id: string;
  /** From 0. */
  number: number;
  pages: readonly PageVersions[];
  /** The page about the whole. */
  front: PageVersions | undefined;
  assets: Assets;
  /** The folder becomes several. */
  isPart: boolean;
}

/** `below` is the folder of the language in the course, with its slash; '' for that of the course. */
class CourseWriter {
  constructor(
    private readonly folder: FolderInHand,
    private readonly linked: LinkedFolder,
    private readonly course: NewCourse,
  ) {}

  *lesson(path: string, below: string, language: string): Generator<FolderStep> {
    const { folder, linked, course } = this;
    const lesson = linked.lessonOf.get(path);
    const say = folder.say(path);
    const text = folder.sources.textOf(path);
    folder.sources.forget(path);
    if (!lesson || text === undefined) {
      say('left-out', 'page-unreadable', 1);
      yield* folder.told();
      return;
    }
    const { matter, body } = takeMatter(linesOf(text), say);
    const { assets } = course;
    const page = readPage(body, contextOf({ path, lesson, assets, language, say }, linked));
    if (!page) say('left-out', 'page-tangled', 1);
    // Its lesson stays, as others lead to it.
    const chapter = withTitle(page ?? { lines: [], headings: [] });
    const title =
      matter.title ?? (wordsOf(chapter.title) || lesson.title || titleFrom(lessonName(path)));
    const file = `${below}${lesson.file}`;
    const words = { title, objectives: matter.objectives, body: textOf(tidy(chapter.lines)) };
    const written = writeLesson(file, words, chapter.line, say);
    say('kept', 'page', 1, { path: `${course.id}/${file}` });
    yield { type: 'file', path: `${course.id}/${file}`, text: written.text };
    yield* folder.told();
  }

  /** `front` is the page about the whole in this language, if there is one. */
  *about(front: string | undefined, below: string, language: string): Generator<FolderStep> {
    const { folder, course } = this;
    const { site, options, sources } = folder;
    const say = folder.say(front ?? '');
    const { matter, body } = takeMatter(linesOf((front && sources.textOf(front)) ?? ''), say);
    const [firstPage] = course.pages;
    const page =
      front === undefined ? undefined : readPage(body, this.frontContext(front, language, say));
    const chapter = page && withTitle(page);
    const name =
      matter.title ??
      ((chapter && wordsOf(chapter.title)) || site.title || titleFrom(options.name));
    const words = {
      id: course.id,
      title:
        course.isPart && firstPage ? `${name}: ${partTitle(firstPage.own, site.content)}` : name,
      summary:
        matter.summary ?? site.summary ?? summaryOf(chapter ? plainWords(chapter.lines) : name),
      language: courseLanguage(language),
      authors: [...matter.authors, ...site.authors],
    };
    const about = chapter ? textOf(tidy(chapter.lines)) : '';
    const file = `${below}course.md`;
    const text = writeCourse(file, words, about, 1, say);
    if (front !== undefined) say('kept', 'page', 1, { path: `${course.id}/${file}` });
    yield { type: 'file', path: `${course.id}/${file}`, text };
    yield* folder.told();
  }
  private frontContext(path: string, language: string, say: Say): PageContext {
    const { number, front, assets } = this.course;
    const lesson: Lesson = {
      file: 'course.md',
      course: number,
      versions: { own: front?.own ?? '', others: new Map() },
      title: undefined,
    };
    return contextOf({ path, lesson, assets, language, say }, this.linked);
  }
}
