// A folder of Markdown of any dialect → a Deskwise course, step by step, so that a long one can be stopped.
import { limits } from '../../course/limits';
import { isLiaScript, readLiaScript } from '../liascript';
import { anchorsIn, headingsOnly, PageAnchors } from './anchors';
import { Assets } from './assets';
import { intoChapters, withTitle } from './chapters';
import { plainWords, summaryOf, wordsOf, writeCourse, writeLesson } from './course-text';
import { FolderIndex, isIndexPath, isPagePath } from './folder';
import { courseLanguage, inLanguages, type PageVersions } from './languages';
import { isBlank, linesOf, textOf, tidy } from './lines';
import { contextOf, type Lesson, type LinkedFolder } from './links';
import { type ForeignMatter, takeMatter } from './matter';
import { folderOf, idOf, Names, nameOf } from './names';
import { pagesInOrder } from './order';
import { readPage, slugLikeGitHub } from './page';
import { intoParts } from './parts';
import type { ReadFolder } from './read-result';
import { type ReportEntry, type Say, sayer } from './report';
import { frontOf, isListPage, isProjectPage, readSite, type Site, type SiteFiles } from './site';
import { type SourceFile, Sources } from './source';
import { lessonName, numbered, partTitle, titleFrom } from './titles';

export interface FolderOptions {
  /** The name of the folder: the course is called so where nothing else names it. */
  name: string;
  /** Whether another course has this id and folder already. */
  isTaken?: (id: string) => boolean;
  /** Lessons that one course may have; more make several courses. */
  mostLessons?: number;
}

/** A step of the work, in the order in which it is done. */
export type FolderStep =
  /** So many of all pages are done. */
  | { type: 'done'; pages: number; of: number }
  | { type: 'file'; path: string; text: string }
  | { type: 'copy'; path: string; copyOf: string }
  | { type: 'entry'; entry: ReportEntry };

/** Lessons of a course: what is left of its 5,000 files is for pictures and downloads. */
const mostLessons = 2000;

/** Of a course; each has a file about the course. */
const mostLanguages = 200;

/** All at once, for folders that are small or in memory. */
export function readFolder(files: readonly SourceFile[], options: FolderOptions): ReadFolder {
  const read: ReadFolder = { files: [], report: [] };
  for (const step of folderSteps(files, options)) {
    if (step.type === 'entry') read.report.push(step.entry);
    else if (step.type === 'file') read.files.push({ path: step.path, text: step.text });
    else if (step.type === 'copy') read.files.push({ path: step.path, copyOf: step.copyOf });
  }
  return read;
}

/** Never throws, whatever the files hold. */
export function* folderSteps(
  given: readonly SourceFile[],
  options: FolderOptions,
): Generator<FolderStep, void, void> {
  yield* new FolderReader(given, options).steps();
}

class FolderReader {
  private readonly sources: Sources;
  private readonly entries: ReportEntry[] = [];
  private readonly siteFiles: SiteFiles;
  private readonly site: Site;
  private readonly index: FolderIndex;
  private readonly matters = new Map<string, Pick<ForeignMatter, 'order' | 'title' | 'language'>>();
  private readonly lessonOf = new Map<string, Lesson>();
  private readonly folder: LinkedFolder;
  private front: PageVersions | undefined;
  private isSplit = false;
  private readonly used = new Set<string>();
  /** Pages that are LiaScript: each is a course of its own. */
  private readonly documents: string[] = [];
  private readonly ids: Names;

  constructor(
    given: readonly SourceFile[],
    private readonly options: FolderOptions,
  ) {
    this.sources = new Sources(given);
    this.ids = new Names(options.isTaken);
    this.siteFiles = {
      paths: new Set(this.sources.paths),
      text: (path) => this.sources.textOf(path),
    };
    this.site = readSite(this.siteFiles);
    const roots = this.site.roots.filter((root) => root !== '');
    this.index = new FolderIndex(this.sources.paths, roots);
    this.folder = {
      sources: this.sources,
      index: this.index,
      anchors: new PageAnchors((path) => this.sources.textOf(path)),
      lessonOf: this.lessonOf,
      isFront: (path) =>
        path === this.front?.own || [...(this.front?.others.values() ?? [])].includes(path),
    };
    for (const { file, line, message, values } of this.site.mistakes) {
      this.say(file)('left-out', message, line, values);
    }
  }

  private say(file: string): Say {
    return sayer(file, (entry) => this.entries.push(entry));
  }

  private *told(): Generator<FolderStep> {
    for (const entry of this.entries.splice(0)) yield { type: 'entry', entry };
  }

  *steps(): Generator<FolderStep> {
    const pages: string[] = [];
    let looked = 0;
    const candidates = this.candidates();
    for (const path of candidates) {
      if (this.look(path)) pages.push(path);
      looked++;
      yield { type: 'done', pages: looked / 2, of: candidates.length };
      yield* this.told();
    }
    const inOrder = pagesInOrder(
      pages,
      this.site.listed,
      this.siteFiles,
      (path) => this.matters.get(path)?.order,
    );
    yield { type: 'done', pages: looked / 2, of: candidates.length };
    const { language, pages: versions, extra } = inLanguages(inOrder, this.wantedLanguage());
    for (const path of extra) this.say(path)('left-out', 'page-extra', 1);
    const front = frontOf(
      versions.map(({ own }) => own),
      this.site.content,
    );
    this.front = versions.length > 1 ? versions.find(({ own }) => own === front) : undefined;
    const rest = versions.filter((each) => each !== this.front);
    const [only, ...others] = rest;
    if (only && others.length === 0 && !this.front && only.others.size === 0) {
      yield* this.chapters(only.own, language);
    } else yield* this.courses(rest, language);
    for (const path of this.documents) yield* this.document(path);
    this.sayUnused();
    yield* this.told();
  }

  /** What a LiaScript document shows or offers lies beside it, in the same folder. */
  private *document(path: string): Generator<FolderStep> {
    const read = readLiaScript({
      path,
      text: this.sources.textOf(path) ?? '',
      files: this.sources.paths.map((each) => ({ path: each, bytes: this.sources.bytesOf(each) })),
      isTaken: (id) => this.ids.isTaken(id),
    });
    this.sources.forget(path);
    const [first] = read.files;
    if (first) {
      const id = first.path.slice(0, first.path.indexOf('/'));
      this.ids.free(id);
      this.say(path)('kept', 'document', 1, { id });
    }
    yield* this.told();
    for (const file of read.files) {
      if ('text' in file) yield { type: 'file', ...file };
      else {
        this.used.add(file.copyOf);
        yield { type: 'copy', ...file };
      }
    }
    for (const entry of read.report) yield { type: 'entry', entry };
  }

  /** Pages of the site, before any is read. */
  private candidates(): string[] {
    const { listed, takesUnlisted, content } = this.site;
    const inList = new Set(listed.map(({ path }) => path));
    const inSite = (path: string): boolean =>
      content === '' ||
      path.startsWith(`${content}/`) ||
      /^(?:i18n|translations?)\//.test(path) ||
      (isIndexPath(path) && folderOf(path) === '');
    const all = this.sources.paths.filter(isPagePath);
    const translations = new Set(
      inLanguages(all, undefined).pages.flatMap(({ others }) => [...others.values()]),
    );
    return all.filter((path) => {
      if (inList.has(path)) return true;
      if (isListPage(path)) return false;
      const message = isProjectPage(path)
        ? 'page-project'
        : inSite(path) && (takesUnlisted || translations.has(path))
          ? undefined
          : 'page-unlisted';
      if (message) this.say(path)('left-out', message, 1);
      return message === undefined;
    });
  }

  /** Reads as much of a page as tells whether it is one, and where it stands. */
  private look(path: string): boolean {
    const say = this.say(path);
    if (this.sources.bytesOf(path) > limits.lessonBytes) {
      say('left-out', 'page-too-large', 1, { megabytes: limits.lessonBytes / 1024 / 1024 });
      return false;
    }
    const text = this.sources.textOf(path);
    if (text === undefined) {
      say('left-out', 'page-unreadable', 1);
      return false;
    }
    if (isLiaScript(text)) {
      this.documents.push(path);
      return false;
    }
    const { matter, body } = takeMatter(linesOf(text), () => {});
    if (matter.isDraft) {
      say('left-out', 'page-draft', 1);
      return false;
    }
    if (body.every(isBlank)) {
      // A section of some sites is a page that has only front matter: it orders what lies below.
      if (!isIndexPath(path)) say('left-out', 'page-empty', 1);
      this.matters.set(path, matter);
      return false;
    }
    this.matters.set(path, matter);
    this.sources.keep(path, text);
    for (const address of matter.addresses) this.index.alias(address, path);
    return true;
  }

  private wantedLanguage(): string | undefined {
    if (this.site.language !== undefined) return this.site.language;
    for (const { language } of this.matters.values()) if (language !== undefined) return language;
    return undefined;
  }

  /** One page alone: its chapters are the lessons. */
  private *chapters(path: string, language: string): Generator<FolderStep> {
    const say = this.say(path);
    const course = this.newCourse(1, 0);
    const assets = this.newAssets(0);
    const { matter, body } = takeMatter(linesOf(this.sources.textOf(path) ?? ''), say);
    const single: Lesson = {
      file: '',
      course: 0,
      versions: { own: path, others: new Map() },
      title: undefined,
    };
    const anchors = new Map<string, string>();
    const names = new Names();
    const filesOf = (count: number, titles: readonly string[]): string[] =>
      titles.map((title, at) =>
        numbered(at, count, names.free(idOf(wordsOf(title) || nameOf(course.id), 'chapter'))),
      );
    // Read twice: where a link to a heading leads is known once all chapters have their names.
    const first = readPage(body, headingsOnly);
    if (!first) {
      say('left-out', 'page-tangled', 1);
      yield* this.told();
      return;
    }
    const split = intoChapters(first);
    const hasText = split.front.lines.some((line) => !isBlank(line));
    const alone = split.chapters.length === 0;
    const chapterFiles = alone
      ? filesOf(1, [split.front.title])
      : filesOf(
          split.chapters.length,
          split.chapters.map(({ title }) => title),
        );
    const parts = alone ? [split.front] : split.chapters;
    for (const [at, chapter] of parts.entries()) {
      const file = chapterFiles[at] ?? '';
      for (const name of chapter.names) if (!anchors.has(name)) anchors.set(name, file);
      for (const [name, anchor] of anchorsIn(chapter)) {
        if (!anchors.has(name)) anchors.set(name, `${file}#${anchor}`);
      }
    }
    const ownAnchor = (anchor: string): string | undefined =>
      anchors.get(anchor) ?? anchors.get(slugLikeGitHub(anchor));
    const context = contextOf(
      { path, lesson: single, assets, language, say, ownAnchor },
      this.folder,
    );
    const page = readPage(body, context);
    if (!page) return;
    const { front, chapters } = intoChapters(page);
    const title =
      wordsOf(front.title) || matter.title || this.site.title || titleFrom(this.options.name);
    const about = alone || !hasText ? '' : textOf(tidy(front.lines));
    const words = {
      id: course.id,
      title,
      summary:
        matter.summary ??
        this.site.summary ??
        summaryOf(plainWords(hasText ? front.lines : (chapters[0]?.lines ?? []))),
      language: courseLanguage(language),
      authors: [...matter.authors, ...this.site.authors],
    };
    yield {
      type: 'file',
      path: `${course.id}/course.md`,
      text: writeCourse('course.md', words, about, 1, say),
    };
    for (const [at, chapter] of (alone ? [front] : chapters).entries()) {
      const file = chapterFiles[at] ?? numbered(at, chapters.length, `chapter-${at + 1}`);
      const lesson = {
        title: wordsOf(chapter.title) || title,
        objectives: matter.objectives,
        body: textOf(tidy(chapter.lines)),
      };
      const { text } = writeLesson(file, lesson, chapter.line, say);
      say('kept', 'page', chapter.line, { path: `${course.id}/${file}` });
      yield { type: 'file', path: `${course.id}/${file}`, text };
    }
    yield* this.told();
    yield { type: 'done', pages: 1, of: 1 };
    yield* this.copied(course.id, assets);
  }

  private *courses(pages: readonly PageVersions[], language: string): Generator<FolderStep> {
    const parts = intoParts(pages, this.site.content, this.options.mostLessons ?? mostLessons);
    this.isSplit = parts.length > 1;
    const total = pages.length;
    const titles = new Map(this.site.listed.map(({ path, title }) => [path, title]));
    for (const [number, part] of parts.entries()) {
      const names = new Names();
      for (const [at, versions] of part.entries()) {
        const name = names.free(idOf(lessonName(versions.own), 'lesson'));
        const title = titles.get(versions.own);
        const lesson = { file: numbered(at, part.length, name), course: number, versions, title };
        for (const path of [versions.own, ...versions.others.values()])
          this.lessonOf.set(path, lesson);
      }
    }
    let done = 0;
    for (const [number, part] of parts.entries()) {
      const course = this.newCourse(parts.length, number);
      const assets = this.newAssets(part.reduce((sum, { others }) => sum + 1 + others.size, 0));
      const languages = new Map<string, string>();
      if (this.isSplit) {
        this.say('')('changed', 'split', 1, {
          course: course.id,
          lessons: part.length,
          courses: parts.length,
        });
      }
      for (const versions of part) {
        yield* this.lesson(versions.own, '', language, course.id, assets);
        for (const [other, path] of versions.others) {
          languages.set(other, path);
          yield* this.lesson(path, `${other}/`, other, course.id, assets);
        }
        done++;
        yield { type: 'done', pages: (total + done) / 2, of: total };
      }
      yield* this.courseFile(course, '', this.front?.own, language, assets, part, number);
      for (const other of languages.keys()) {
        const front = this.front?.others.get(other);
        yield* this.courseFile(course, `${other}/`, front, other, assets, part, number);
      }
      yield* this.copied(course.id, assets);
    }
  }

  private newCourse(count: number, number: number): { id: string } {
    const name = idOf(this.options.name, 'course');
    const wanted = count > 1 ? `${name}-${number + 1}` : name;
    const id = this.ids.free(wanted);
    if (id !== wanted) this.say('')('changed', 'name-taken', 1, { id: wanted, now: id });
    return { id };
  }

  /** Beside so many lessons, and a `course.md` in each language. */
  private newAssets(lessons: number): Assets {
    const sizeOf = (path: string): number => this.sources.bytesOf(path);
    return new Assets(sizeOf, limits.courseFiles - lessons - mostLanguages);
  }

  private *lesson(
    path: string,
    folder: string,
    language: string,
    course: string,
    assets: Assets,
  ): Generator<FolderStep> {
    const lesson = this.lessonOf.get(path);
    const say = this.say(path);
    const text = this.sources.textOf(path);
    this.sources.forget(path);
    if (!lesson || text === undefined) {
      say('left-out', 'page-unreadable', 1);
      yield* this.told();
      return;
    }
    const { matter, body } = takeMatter(linesOf(text), say);
    const page = readPage(body, contextOf({ path, lesson, assets, language, say }, this.folder));
    if (!page) say('left-out', 'page-tangled', 1);
    // Its lesson stays, as others lead to it.
    const chapter = withTitle(page ?? { lines: [], headings: [] });
    const title =
      matter.title ?? (wordsOf(chapter.title) || lesson.title || titleFrom(lessonName(path)));
    const file = `${folder}${lesson.file}`;
    const written = writeLesson(
      file,
      { title, objectives: matter.objectives, body: textOf(tidy(chapter.lines)) },
      chapter.line,
      say,
    );
    say('kept', 'page', 1, { path: `${course}/${file}` });
    yield { type: 'file', path: `${course}/${file}`, text: written.text };
    yield* this.told();
  }

  private *courseFile(
    course: { id: string },
    folder: string,
    front: string | undefined,
    language: string,
    assets: Assets,
    part: readonly PageVersions[],
    number: number,
  ): Generator<FolderStep> {
    const say = this.say(front ?? '');
    const { matter, body } = takeMatter(linesOf((front && this.sources.textOf(front)) ?? ''), say);
    const [firstPage] = part;
    const lesson: Lesson = {
      file: 'course.md',
      course: number,
      versions: { own: this.front?.own ?? '', others: new Map() },
      title: undefined,
    };
    const page =
      front === undefined
        ? undefined
        : readPage(body, contextOf({ path: front, lesson, assets, language, say }, this.folder));
    const chapter = page && withTitle(page);
    const name =
      matter.title ??
      ((chapter && wordsOf(chapter.title)) || this.site.title || titleFrom(this.options.name));
    const words = {
      id: course.id,
      title:
        this.isSplit && firstPage
          ? `${name}: ${partTitle(firstPage.own, this.site.content)}`
          : name,
      summary:
        matter.summary ??
        this.site.summary ??
        summaryOf(chapter ? plainWords(chapter.lines) : name),
      language: courseLanguage(language),
      authors: [...matter.authors, ...this.site.authors],
    };
    const about = chapter ? textOf(tidy(chapter.lines)) : '';
    const text = writeCourse(`${folder}course.md`, words, about, 1, say);
    if (front !== undefined) say('kept', 'page', 1, { path: `${course.id}/${folder}course.md` });
    yield { type: 'file', path: `${course.id}/${folder}course.md`, text };
    yield* this.told();
  }

  private *copied(course: string, assets: Assets): Generator<FolderStep> {
    for (const [from, to] of assets.copies) {
      this.used.add(from);
      yield { type: 'copy', path: `${course}/${to}`, copyOf: from };
    }
  }

  private sayUnused(): void {
    const left = this.sources.paths.filter((path) => !isPagePath(path) && !this.used.has(path));
    if (left.length === 0) return;
    this.say('')('left-out', 'unused', 1, {
      number: left.length,
      examples: left.slice(0, 5).join(', '),
    });
  }
}
