// The folder that is being read: its files, what its site says, and what was said of them and taken so far.
import { limits } from '../../course/limits';
import { PageAnchors } from './anchors';
import { Assets } from './assets';
import { FolderIndex, isPagePath } from './folder';
import type { PageVersions } from './languages';
import type { Lesson, LinkedFolder } from './links';
import { idOf, Names } from './names';
import type { FolderStep } from './read-result';
import { type ReportEntry, type Say, sayer } from './report';
import { readSite, type Site, type SiteFiles } from './site';
import { type SourceFile, Sources } from './source';

export interface FolderOptions {
  /** The name of the folder: the course is called so where nothing else names it. */
  name: string;
  /** Whether another course has this id and folder already. */
  isTaken?: (id: string) => boolean;
  /** Lessons that one course may have; more make several courses. */
  mostLessons?: number;
}

/** Of a course; each has a file about the course. */
const mostLanguages = 200;

export class FolderInHand {
  readonly sources: Sources;
  readonly siteFiles: SiteFiles;
  readonly site: Site;
  readonly index: FolderIndex;
  /** Of the courses that there are, and of those that come of this. */
  readonly ids: Names;
  private readonly entries: ReportEntry[] = [];
  private readonly copied = new Set<string>();

  constructor(
    given: readonly SourceFile[],
    readonly options: FolderOptions,
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
    for (const { file, line, message, values } of this.site.mistakes) {
      this.say(file)('left-out', message, line, values);
    }
  }

  say(file: string): Say {
    return sayer(file, (entry) => this.entries.push(entry));
  }

  /** What was said since it was last asked. */
  *told(): Generator<FolderStep> {
    for (const entry of this.entries.splice(0)) yield { type: 'entry', entry };
  }

  /** A free id, for one of so many courses. */
  newCourse(count: number, number: number): string {
    const name = idOf(this.options.name, 'course');
    const wanted = count > 1 ? `${name}-${number + 1}` : name;
    const id = this.ids.free(wanted);
    if (id !== wanted) this.say('')('changed', 'name-taken', 1, { id: wanted, now: id });
    return id;
  }

  /** Beside so many lessons, and a `course.md` in each language. */
  newAssets(lessons: number): Assets {
    const sizeOf = (path: string): number => this.sources.bytesOf(path);
    return new Assets(sizeOf, limits.courseFiles - lessons - mostLanguages);
  }

  linked(lessonOf: ReadonlyMap<string, Lesson>, front: PageVersions | undefined): LinkedFolder {
    const fronts = new Set(front && [front.own, ...front.others.values()]);
    return {
      sources: this.sources,
      index: this.index,
      anchors: new PageAnchors((path) => this.sources.textOf(path)),
      lessonOf,
      isFront: (path) => fronts.has(path),
    };
  }

  /** `path` is the place of the copy, below the folder of its course. */
  *copy(path: string, copyOf: string): Generator<FolderStep> {
    this.copied.add(copyOf);
    yield { type: 'copy', path, copyOf };
  }

  *copyAll(course: string, assets: Assets): Generator<FolderStep> {
    for (const [from, to] of assets.copies) yield* this.copy(`${course}/${to}`, from);
  }

  /** Files that no page shows or offers. */
  unused(): string[] {
    return this.sources.paths.filter((path) => !isPagePath(path) && !this.copied.has(path));
  }
}
