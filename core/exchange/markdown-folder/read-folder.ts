// A folder of Markdown of any dialect → a Deskwise course, step by step, so that a long one can be stopped.
import { anchorOf } from '../../course/anchor';
import { byNumber } from '../../course/by-number';
import { limits } from '../../course/limits';
import { Assets } from './assets';
import { type Chapter, intoChapters, withTitle } from './chapters';
import { summaryOf, wordsOf, writeCourse, writeLesson } from './course-text';
import { FolderIndex, isIndexPath, isPagePath, isPicturePath, readAddress } from './folder';
import { inLanguages, type PageVersions } from './languages';
import { isBlank, type Line, linesOf, textOf, tidy } from './lines';
import { type ForeignMatter, takeMatter } from './matter';
import { folderOf, idOf, Names, nameOf, withoutEnding } from './names';
import { readPage, slugLikeGitHub } from './page';
import type { PageContext } from './page-context';
import { type ReportEntry, type Say, sayer } from './report';
import { folderPosition, frontOf, isListPage, isProjectPage, readSite, type Site } from './site';

export interface SourceFile {
  /** With forward slashes, relative to the folder. */
  path: string;
  bytes: number;
  /** The whole text; throws where it cannot be read or is no text. Asked as late as can be. */
  read(): string;
}

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

export type CourseFile = { path: string } & ({ text: string } | { copyOf: string });

export interface ReadFolder {
  /** Paths begin with the folder of their course. */
  files: CourseFile[];
  report: ReportEntry[];
}

/** Lessons of a course: what is left of its 5,000 files is for pictures and downloads. */
const mostLessons = 2000;

/** Of a course; each has a file about the course. */
const mostLanguages = 200;
/** Characters of pages that are kept between looking at them and writing them. */
const mostKept = 8_000_000;

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

interface Lesson {
  /** The file name in the course, in every language. */
  file: string;
  /** Its number in `courses`. */
  course: number;
  versions: PageVersions;
  title: string | undefined;
}

/** Never throws, whatever the files hold. */
export function* folderSteps(
  given: readonly SourceFile[],
  options: FolderOptions,
): Generator<FolderStep, void, void> {
  yield* new FolderReader(given, options).steps();
}

class FolderReader {
  private readonly files: Map<string, SourceFile>;
  private readonly paths: string[];
  private readonly entries: ReportEntry[] = [];
  private readonly site: Site;
  private readonly index: FolderIndex;
  private readonly matters = new Map<string, Pick<ForeignMatter, 'order' | 'title' | 'language'>>();
  private readonly lessonOf = new Map<string, Lesson>();
  private readonly anchors = new Map<string, Map<string, string>>();
  private front: PageVersions | undefined;
  private isSplit = false;
  private readonly used = new Set<string>();
  /** Texts that need not be read twice; each is forgotten once its lesson is written. */
  private readonly kept = new Map<string, string>();
  private keptLength = 0;

  constructor(
    given: readonly SourceFile[],
    private readonly options: FolderOptions,
  ) {
    this.files = new Map(given.map((file) => [file.path, file]));
    this.paths = [...this.files.keys()].sort();
    const siteFiles = {
      paths: new Set(this.paths),
      text: (path: string) => (this.files.has(path) ? this.textOf(path) : undefined),
    };
    this.site = readSite(siteFiles);
    const roots = this.site.roots.filter((root) => root !== '');
    this.index = new FolderIndex(this.paths, roots);
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

  /** Undefined where it is too large, no text or cannot be read. */
  private textOf(path: string): string | undefined {
    const file = this.files.get(path);
    if (!file || file.bytes > limits.lessonBytes) return undefined;
    try {
      return this.kept.get(path) ?? file.read();
    } catch {
      return undefined;
    }
  }

  private keep(path: string, text: string): void {
    if (this.keptLength + text.length > mostKept) return;
    this.kept.set(path, text);
    this.keptLength += text.length;
  }

  private forget(path: string): void {
    this.keptLength -= this.kept.get(path)?.length ?? 0;
    this.kept.delete(path);
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
    const inOrder = this.inOrder(pages);
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
    this.sayUnused();
    yield* this.told();
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
    const all = this.paths.filter(isPagePath);
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
    if ((this.files.get(path)?.bytes ?? 0) > limits.lessonBytes) {
      say('left-out', 'page-too-large', 1, { megabytes: limits.lessonBytes / 1024 / 1024 });
      return false;
    }
    const text = this.textOf(path);
    if (text === undefined) {
      say('left-out', 'page-unreadable', 1);
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
    this.keep(path, text);
    for (const address of matter.addresses) this.index.alias(address, path);
    return true;
  }

  private wantedLanguage(): string | undefined {
    if (this.site.language !== undefined) return this.site.language;
    for (const { language } of this.matters.values()) if (language !== undefined) return language;
    return undefined;
  }

  /** First as the site's list says, then by what folders and pages say of themselves, then by name. */
  private inOrder(pages: readonly string[]): string[] {
    const known = new Set(pages);
    const listed = this.site.listed.map(({ path }) => path).filter((path) => known.has(path));
    const inList = new Set(listed);
    const files = {
      paths: new Set(this.paths),
      text: (path: string) => this.textOf(path),
    };
    const positions = new Map<string, number>();
    const positionOf = (folder: string): number => {
      const found = positions.get(folder);
      if (found !== undefined) return found;
      const index = ['_index.md', 'index.md', 'README.md', 'index.mdx'].map(
        (name) => `${folder}/${name}`,
      );
      const own = index
        .map((path) => this.matters.get(path)?.order)
        .find((order) => order !== undefined);
      const position = folderPosition(folder, files) ?? own ?? Number.POSITIVE_INFINITY;
      positions.set(folder, position);
      return position;
    };
    // Names are compared once, not for each pair of pages.
    const names = [...new Set(pages.flatMap((path) => path.split('/')))].sort(byNumber);
    const rank = new Map(names.map((name, at) => [name, at]));
    const keyOf = (path: string): [number, number][] => {
      const parts = path.split('/');
      return parts.map((part, at) => {
        const name = rank.get(part) ?? 0;
        if (at < parts.length - 1) return [positionOf(parts.slice(0, at + 1).join('/')), name];
        if (isIndexPath(path)) return [Number.NEGATIVE_INFINITY, name];
        return [this.matters.get(path)?.order ?? Number.POSITIVE_INFINITY, name];
      });
    };
    const keys = new Map(pages.map((path) => [path, keyOf(path)]));
    const compare = (a: string, b: string): number => {
      const [one, two] = [keys.get(a) ?? [], keys.get(b) ?? []];
      for (let at = 0; at < Math.max(one.length, two.length); at++) {
        const [x, y] = [one[at], two[at]];
        if (!x || !y) return one.length - two.length;
        if (x[0] !== y[0]) return x[0] < y[0] ? -1 : 1;
        if (x[1] !== y[1]) return x[1] - y[1];
      }
      return a < b ? -1 : 1;
    };
    return [...listed, ...pages.filter((path) => !inList.has(path)).sort(compare)];
  }

  /** One page alone: its chapters are the lessons. */
  private *chapters(path: string, language: string): Generator<FolderStep> {
    const say = this.say(path);
    const course = this.newCourse(1, 0);
    const assets = this.newAssets(0);
    const { matter, body } = takeMatter(linesOf(this.textOf(path) ?? ''), say);
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
    const first = readPage(body, silentContext);
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
    const context = this.context(
      path,
      single,
      assets,
      language,
      say,
      (anchor) => anchors.get(anchor) ?? anchors.get(slugLikeGitHub(anchor)),
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
      language: tagOr(language),
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
    const parts = this.split(pages);
    this.isSplit = parts.length > 1;
    const total = pages.length;
    const titles = new Map(this.site.listed.map(({ path, title }) => [path, title]));
    for (const [number, part] of parts.entries()) {
      const names = new Names();
      for (const [at, versions] of part.entries()) {
        const name = names.free(idOf(this.nameOf(versions.own), 'lesson'));
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

  /** Whole folders stay together, as far as a course may hold them. */
  private split(pages: readonly PageVersions[]): PageVersions[][] {
    const most = this.options.mostLessons ?? mostLessons;
    const sizeOf = ({ others }: PageVersions): number => 1 + others.size;
    const groups: { pages: PageVersions[]; size: number; top: string }[] = [];
    for (const page of pages) {
      const inside = page.own.slice(this.site.content.length).replace(/^\//, '');
      const top = inside.split('/')[0] ?? '';
      let group = groups.at(-1);
      const fits = group !== undefined && group.size + sizeOf(page) <= most;
      if (!group || group.top !== top || !fits) {
        group = { pages: [], size: 0, top };
        groups.push(group);
      }
      group.pages.push(page);
      group.size += sizeOf(page);
    }
    const parts: { pages: PageVersions[]; size: number }[] = [];
    for (const { pages: inGroup, size } of groups) {
      const part = parts.at(-1);
      if (part && part.size + size <= most) {
        for (const page of inGroup) part.pages.push(page);
        part.size += size;
      } else parts.push({ pages: [...inGroup], size });
    }
    return parts.map((part) => part.pages);
  }

  /** A lesson is named like its page, or like the folder that its page stands for. */
  private nameOf(path: string): string {
    const folder = nameOf(folderOf(path));
    const name = isIndexPath(path) && folder !== '' ? folder : withoutEnding(nameOf(path));
    return name.replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, '').replace(/^\d+[-_. ]+(?=.)/, '');
  }

  private newCourse(count: number, number: number): { id: string } {
    const name = idOf(this.options.name, 'course');
    const wanted = count > 1 ? `${name}-${number + 1}` : name;
    const names = new Names(this.options.isTaken);
    const id = names.free(wanted);
    if (id !== wanted) this.say('')('changed', 'name-taken', 1, { id: wanted, now: id });
    return { id };
  }

  /** Beside so many lessons, and a `course.md` in each language. */
  private newAssets(lessons: number): Assets {
    const sizeOf = (path: string): number => this.files.get(path)?.bytes ?? 0;
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
    const text = this.textOf(path);
    this.forget(path);
    if (!lesson || text === undefined) {
      say('left-out', 'page-unreadable', 1);
      yield* this.told();
      return;
    }
    const { matter, body } = takeMatter(linesOf(text), say);
    const page = readPage(body, this.context(path, lesson, assets, language, say));
    if (!page) say('left-out', 'page-tangled', 1);
    // Its lesson stays, as others lead to it.
    const chapter = withTitle(page ?? { lines: [], headings: [] });
    const title =
      matter.title ?? (wordsOf(chapter.title) || lesson.title || titleFrom(this.nameOf(path)));
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
    const { matter, body } = takeMatter(linesOf((front && this.textOf(front)) ?? ''), say);
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
        : readPage(body, this.context(front, lesson, assets, language, say));
    const chapter = page && withTitle(page);
    const name =
      matter.title ??
      ((chapter && wordsOf(chapter.title)) || this.site.title || titleFrom(this.options.name));
    const words = {
      id: course.id,
      title:
        this.isSplit && firstPage ? `${name}: ${titleFrom(this.partName(firstPage.own))}` : name,
      summary:
        matter.summary ??
        this.site.summary ??
        summaryOf(chapter ? plainWords(chapter.lines) : name),
      language: tagOr(language),
      authors: [...matter.authors, ...this.site.authors],
    };
    const about = chapter ? textOf(tidy(chapter.lines)) : '';
    const text = writeCourse(`${folder}course.md`, words, about, 1, say);
    if (front !== undefined) say('kept', 'page', 1, { path: `${course.id}/${folder}course.md` });
    yield { type: 'file', path: `${course.id}/${folder}course.md`, text };
    yield* this.told();
  }

  private partName(path: string): string {
    const inside = path.slice(this.site.content.length).replace(/^\//, '').split('/');
    return (inside.length > 1 ? inside[0] : withoutEnding(inside[0] ?? '')) ?? '';
  }

  private *copied(course: string, assets: Assets): Generator<FolderStep> {
    for (const [from, to] of assets.copies) {
      this.used.add(from);
      yield { type: 'copy', path: `${course}/${to}`, copyOf: from };
    }
  }

  private sayUnused(): void {
    const left = this.paths.filter((path) => !isPagePath(path) && !this.used.has(path));
    if (left.length === 0) return;
    this.say('')('left-out', 'unused', 1, {
      number: left.length,
      examples: left.slice(0, 5).join(', '),
    });
  }

  private context(
    path: string,
    lesson: Lesson,
    assets: Assets,
    language: string,
    say: Say,
    ownAnchor?: (anchor: string) => string | undefined,
  ): PageContext {
    const toPage = (found: string, anchor: string, line: number): string | undefined => {
      const isFront =
        found === this.front?.own || [...(this.front?.others.values() ?? [])].includes(found);
      const other = this.lessonOf.get(found);
      if (found === path && ownAnchor) {
        const known = ownAnchor(anchor);
        if (known === undefined && anchor !== '')
          say('changed', 'link-anchor', line, { anchor, path: found });
        return known;
      }
      if (!isFront && !other) {
        say('left-out', 'link-missing', line, { path: found });
        return undefined;
      }
      if (other && other.course !== lesson.course) {
        say('left-out', 'link-beyond', line, { path: found });
        return undefined;
      }
      const file = isFront ? 'course.md' : (other?.file ?? '');
      if (anchor === '') return file;
      // A link to another language of the page is one to the page as the reader sees it.
      const shown = this.versionIn(found, language) ?? found;
      const known = this.anchorIn(shown, anchor);
      if (known === undefined) say('changed', 'link-anchor', line, { anchor, path: found });
      const hash = known ? `#${known}` : '';
      return found === path && hash !== '' ? hash : `${file}${hash}`;
    };
    const toFile = (found: string, line: number): string | undefined => {
      const bytes = this.files.get(found)?.bytes ?? 0;
      const isTooLarge = isPicturePath(found) && bytes > limits.imageBytes;
      const name = isTooLarge ? undefined : assets.take(found);
      if (name === undefined) say('left-out', 'asset-too-large', line, { path: found });
      return name;
    };
    // What is not translated is found where the page that was translated would find it.
    const resolve = (written: string): string | undefined =>
      this.index.resolve(path, written) ?? this.index.resolve(lesson.versions.own, written);
    return {
      say,
      hasFormulas: false,
      include: (address) => {
        const found = resolve(address);
        return found === undefined ? undefined : this.textOf(found);
      },
      link: (written, line) => {
        const address = readAddress(written);
        if (address.is === 'refused') {
          say('left-out', 'link-refused', line, { url: written });
          return undefined;
        }
        if (address.is === 'web') {
          if (address.isChanged) say('changed', 'link-https', line, { url: address.url });
          return address.url;
        }
        if (address.path === '' && address.anchor === '') return undefined;
        const found = resolve(address.path);
        if (found === undefined) {
          say('left-out', 'link-missing', line, { path: address.path });
          return undefined;
        }
        return isPagePath(found) ? toPage(found, address.anchor, line) : toFile(found, line);
      },
      wiki: (written, line) => {
        const [before = '', after] = written.split('|').map((each) => each.trim());
        const sought = (name: string): { found: string | undefined; anchor: string } => {
          const [page = '', ...anchor] = name.split('#');
          return {
            found: page === '' ? path : this.index.named(page),
            anchor: anchor.join('#').replace(/^\^.*/, ''),
          };
        };
        const first = sought(before);
        // Some wikis write the words before the page.
        const isTurned = first.found === undefined && after !== undefined;
        const { found, anchor } = isTurned ? sought(after) : first;
        const title = (isTurned ? before : after) || before.replace(/^.*[/#](?=.)/, '');
        if (found === undefined) {
          say('left-out', 'link-missing', line, { path: before });
          return undefined;
        }
        const href = isPagePath(found) ? toPage(found, anchor, line) : toFile(found, line);
        return href === undefined ? undefined : { href, title };
      },
      picture: (written, alt, line) => {
        const address = readAddress(written);
        if (address.is !== 'path') {
          say('left-out', 'picture-remote', line, { url: written });
          return undefined;
        }
        const found = address.path === '' ? undefined : resolve(address.path);
        if (found === undefined || isPagePath(found)) {
          say('left-out', 'picture-missing', line, { path: address.path || '–' });
          return undefined;
        }
        const taken = toFile(found, line);
        if (taken === undefined) return undefined;
        const words = alt.replace(/\s+/g, ' ').trim() || titleFrom(withoutEnding(nameOf(found)));
        if (!isPicturePath(found)) {
          say('changed', 'picture-kind', line, { path: found });
          return { href: taken, alt: words };
        }
        if (alt.trim() === '') say('changed', 'picture-words', line, { path: found, words });
        return { src: taken, alt: words };
      },
    };
  }

  private versionIn(path: string, language: string): string | undefined {
    const versions = this.lessonOf.get(path)?.versions;
    return versions?.others.get(language) ?? versions?.own;
  }

  /** The anchor in the lesson for one of the page; '' for its title, undefined where there is none. */
  private anchorIn(path: string, anchor: string): string | undefined {
    let known = this.anchors.get(path);
    if (!known) {
      const { body } = takeMatter(linesOf(this.textOf(path) ?? ''), () => {});
      const page = readPage(body, silentContext);
      known = new Map<string, string>();
      if (page) {
        const chapter = withTitle(page);
        for (const name of chapter.names) known.set(name, '');
        for (const [name, written] of anchorsIn(chapter))
          if (!known.has(name)) known.set(name, written);
      }
      this.anchors.set(path, known);
    }
    return known.get(anchor) ?? known.get(slugLikeGitHub(anchor)) ?? known.get(anchorOf(anchor));
  }
}

/** Reads a page only for its headings. */
const silentContext: PageContext = {
  say: () => {},
  hasFormulas: false,
  link: () => '#',
  wiki: (name) => ({ href: '#', title: name.replace(/^.*\|/, '') }),
  picture: () => undefined,
  include: () => undefined,
};

/** By which names links knew the headings, and the anchors they have in a lesson. */
function anchorsIn({ headings }: Chapter): [name: string, anchor: string][] {
  const names = new Names();
  const counts = new Map<string, number>();
  return headings.flatMap(({ words, names: known }) => {
    const base = anchorOf(wordsOf(words));
    const anchor = names.free(base, (number) => `${base}-${number - 1}`);
    return [...known, anchor].map((name): [string, string] => {
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      return [count === 0 || name === anchor ? name : `${name}-${count}`, anchor];
    });
  });
}

const numbered = (at: number, count: number, name: string): string =>
  `${String(at + 1).padStart(Math.max(2, String(count).length), '0')}-${name}.md`;

/** `02-getting_started` → `Getting started`. */
function titleFrom(name: string): string {
  const words = name
    .replace(/^\d+[-_. ]+(?=.)/, '')
    .replace(/[-_]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? name : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

const tagOr = (language: string): string => {
  try {
    return Intl.getCanonicalLocales(language.replace('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
};

/** The first paragraph that is one. */
function plainWords(lines: readonly Line[]): string {
  const paragraph: string[] = [];
  for (const { text } of lines) {
    if (/^[ \t]*(?:[#>|:]|[-*+][ \t]|\d+\.[ \t]|```|!\[|---)/.test(text) || text.trim() === '') {
      if (paragraph.length > 0) break;
    } else paragraph.push(text);
  }
  return wordsOf(paragraph.join(' '));
}
