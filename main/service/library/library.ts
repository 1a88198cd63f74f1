// The library: all courses of all folders, kept up to date while the app runs.
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FSWatcher } from 'chokidar';
import { compare, valid } from 'semver';
import { type Course, sortProblems } from '../../../core/course/course';
import { parseFacts } from '../../../core/course/facts';
import { type LearningPath, parseLearningPaths } from '../../../core/course/learning-paths';
import type { CourseOutline } from '../../../core/course/outline';
import type { Problem } from '../../../core/course/problem';
import type { FolderKind } from '../../../core/views';
import type { ParseCache } from '../store/parse-cache';
import { asBuilt, type FolderRead, isSame } from './as-built';
import { type CourseFolder, courseFoldersIn } from './folders';
import { type ListFile, readList } from './list-file';
import { clockSlackMilliseconds, type OutlineRead, readCourse, readOutline } from './read-course';

/** A course in the library: its outline is at hand, its words are read when they are wanted. */
export interface LibraryCourse {
  course: CourseOutline;
  /** Folder of the course on disk. */
  root: string;
  /** Another number for each state of the course, so that changed pictures are loaded anew. */
  stamp: number;
  /** The same for the same words, also at the next start. */
  fingerprint: string;
}

/** How long to wait after a change until files are read: editors write in several steps. */
const settleMilliseconds = 120;

const factsFile = 'facts.yml';
export const pathsFile = 'paths.yml';

/** How many courses are kept whole: who learns goes to and fro between few. */
const mostKeptWhole = 3;

/** A course as one of the folders holds it. */
interface Found {
  course: CourseOutline;
  root: string;
  fingerprint: string;
  folder: CourseFolder;
}

export class Library {
  private courses = new Map<string, LibraryCourse>();
  private found: readonly Found[] = [];
  private paths = new Map<string, LearningPath>();
  private read = new Map<string, OutlineRead>();
  private takenAsBuilt = new Map<CourseFolder, FolderRead>();
  /** Whole courses by their folders, the one wanted last at the end. */
  private whole = new Map<string, Course>();
  private watcher: FSWatcher | undefined;
  private isClosed = false;
  private timer: NodeJS.Timeout | undefined;
  private dirty = new Set<string>();
  private stamp = Date.now();
  /** When the folders were read last, in milliseconds. */
  private readAt = 0;
  unreadableFolders: string[] = [];

  constructor(
    readonly folders: readonly CourseFolder[],
    private readonly cache: ParseCache,
    private readonly now: () => Date = () => new Date(),
  ) {
    for (const folder of folders) {
      const built = folder.kind === 'shipped' ? asBuilt(folder.path, cache) : undefined;
      if (built) this.takenAsBuilt.set(folder, built);
    }
    this.load();
  }

  all(): LibraryCourse[] {
    return [...this.courses.values()];
  }

  /** The ways through the library, as the folders name them; a later folder wins. */
  allPaths(): LearningPath[] {
    return [...this.paths.values()];
  }

  find(id: string): LibraryCourse | undefined {
    return this.courses.get(id);
  }

  /** The course in every folder that holds it, also where the version of another one is taken. */
  everywhere(id: string): { course: CourseOutline; root: string; kind: FolderKind }[] {
    return this.found
      .filter(({ course }) => course.id === id)
      .map(({ course, root, folder }) => ({ course, root, kind: folder.kind }));
  }

  /** The courses of folders of these kinds, also those of which another version is shown. */
  inFolders(kinds: readonly FolderKind[]): LibraryCourse[] {
    return this.found
      .filter(({ folder }) => kinds.includes(folder.kind))
      .map(({ course, root, fingerprint }) => {
        const shown = this.courses.get(course.id);
        return shown?.root === root ? shown : { course, root, stamp: 0, fingerprint };
      });
  }

  /** Reads the folders again, and this course folder anew, though nobody has seen it change. */
  reload(root: string): void {
    this.dirty.add(root);
    this.load();
  }

  /** The course with all its words. */
  open(found: LibraryCourse): Course {
    const { root } = found;
    const whole = this.glance(found);
    this.whole.delete(root);
    this.whole.set(root, whole);
    const [oldest] = this.whole.keys();
    if (this.whole.size > mostKeptWhole && oldest !== undefined) this.whole.delete(oldest);
    return { ...whole, problems: found.course.problems };
  }

  /** The same for who goes through all courses: it takes no place from those that are learned. */
  glance({ root }: LibraryCourse): Course {
    return this.whole.get(root) ?? readCourse(root, this.cache);
  }

  /** The ids of the facts that the texts of a course may name. */
  factsBeside(root: string): readonly string[] {
    return readFacts(dirname(root), this.cache)?.entries ?? [];
  }

  /** Reads every folder. */
  load(): void {
    const found: Found[] = [];
    this.readAt = Date.now();
    this.unreadableFolders = [];
    this.paths = new Map();
    for (const folder of this.folders) {
      // Folders that are not there yet are no mistake, but for the one the person named.
      if (!this.takenAsBuilt.has(folder) && !existsSync(folder.path)) {
        if (folder.kind === 'extra') this.unreadableFolders.push(folder.path);
        continue;
      }
      let read: FolderRead;
      try {
        read = this.readFolder(folder);
      } catch {
        this.unreadableFolders.push(folder.path);
        continue;
      }
      for (const each of read.paths?.entries ?? []) this.paths.set(each.id, each);
      for (const [root, { outline, fingerprint }] of read.courses) {
        this.read.set(root, { outline, fingerprint });
        const course = withFactProblems(outline, read.facts);
        found.push({ course, root, fingerprint, folder });
      }
    }
    for (const root of this.dirty) this.whole.delete(root);
    this.dirty.clear();
    this.found = found;
    this.courses = this.choose(found);
  }

  /** Course folders that are not dirty keep what was read before. */
  private readFolder(folder: CourseFolder): FolderRead {
    const built = this.takenAsBuilt.get(folder);
    if (built && ![...built.courses.keys()].some((root) => this.dirty.has(root))) return built;
    this.takenAsBuilt.delete(folder);
    return readFolder(folder, this.cache, (root) =>
      this.dirty.has(root) ? undefined : this.read.get(root),
    );
  }

  /** Looks at the folders that were taken as they were built; a course in one that is not is dirty. */
  private proveAsBuilt(): void {
    for (const [folder, built] of this.takenAsBuilt) {
      if (isAsBuilt(folder, built, this.cache)) continue;
      for (const root of built.courses.keys()) this.dirty.add(root);
    }
    this.takenAsBuilt.clear();
  }

  /**
   * One course for each id: the newest version, and of equal ones that of the later folder. Two in
   * the same folder are a mistake that the kept one reports.
   */
  private choose(found: readonly Found[]): Map<string, LibraryCourse> {
    const chosen = new Map<string, Found>();
    const doubles = new Map<Found, Problem[]>();
    for (const each of found) {
      const { id } = each.course;
      const other = chosen.get(id);
      if (other && other.folder === each.folder) {
        const problem: Problem = {
          rule: 'course-id-double',
          file: 'course.md',
          line: 1,
          column: 1,
          values: { id, other: each.root },
        };
        doubles.set(other, [...(doubles.get(other) ?? []), problem]);
        continue;
      }
      if (!other || compareVersions(each.course.version, other.course.version) >= 0) {
        chosen.set(id, each);
      }
    }
    const known = new Set(chosen.keys());
    const today = this.now();
    return new Map(
      [...chosen].map(([id, each]) => {
        const { course, root, fingerprint } = each;
        const problems = sortProblems([
          ...course.problems,
          ...(doubles.get(each) ?? []),
          ...libraryProblems(course, known, today),
        ]);
        const before = this.courses.get(id);
        // Read anew, it is another state: a changed picture leaves no trace in the texts.
        const same = before?.root === root && before.course.texts === course.texts;
        const stamp = same ? before.stamp : ++this.stamp;
        return [id, { course: { ...course, problems }, root, stamp, fingerprint }];
      }),
    );
  }

  /**
   * Calls back after files changed and the library was read again; also when a folder that was not
   * there appears. Settles once changes are seen.
   */
  async watch(onChange: () => void): Promise<void> {
    // Read when it is needed, not before the first screen.
    const { watch } = await import('chokidar');
    if (this.isClosed) return;
    for (const { kind, path } of this.folders) if (kind === 'own') makeFolder(path);
    const paths = this.folders.map((folder) => folder.path);
    const watcher = watch(paths, { ignoreInitial: true, depth: 17, followSymlinks: false });
    this.watcher = watcher;
    const loadSoon = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        this.load();
        onChange();
      }, settleMilliseconds);
    };
    watcher.on('all', (_, path) => {
      for (const root of this.read.keys()) if (path.startsWith(root)) this.dirty.add(root);
      loadSoon();
    });
    watcher.once('ready', () => {
      if (this.wasChangedMeanwhile()) loadSoon();
    });
    // A folder that vanishes or may not be watched is no reason to stop: it is read at the next start.
    watcher.on('error', () => {});
    await new Promise<void>((settle) => watcher.once('ready', () => settle()));
  }

  /** Between the first reading, or the build, and the beginning of the watch. */
  private wasChangedMeanwhile(): boolean {
    this.proveAsBuilt();
    // Better read once too often than miss a change.
    const since = this.readAt - clockSlackMilliseconds;
    for (const [root, { outline }] of this.read) {
      if (wasChanged(root, outline.files, since)) this.dirty.add(root);
    }
    const isNew = this.folders.some(({ path }) => (changeTime(path) ?? 0) >= since);
    return isNew || this.dirty.size > 0;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.watcher?.close();
  }
}

/** In milliseconds; undefined where nothing is. */
const changeTime = (path: string): number | undefined =>
  statSync(path, { throwIfNoEntry: false })?.ctimeMs;

/** A file that came or went has changed its folder. */
function wasChanged(root: string, files: readonly string[], since: number): boolean {
  const folders = new Set(files.map((file) => dirname(file)));
  return ['.', ...folders, ...files].some((path) => {
    const time = changeTime(join(root, path));
    return time === undefined || time >= since;
  });
}

/** Throws when the folder cannot be read. `kept`: what is known of a course folder. */
export function readFolder(
  folder: CourseFolder,
  cache: ParseCache,
  kept: (root: string) => OutlineRead | undefined = () => undefined,
): FolderRead {
  return {
    facts: readFacts(folder.path, cache),
    paths: readPaths(folder.path, cache),
    courses: new Map(rootsIn(folder).map((root) => [root, kept(root) ?? readOutline(root, cache)])),
  };
}

function isAsBuilt(folder: CourseFolder, built: FolderRead, cache: ParseCache): boolean {
  try {
    return isSame(built, readFolder(folder, cache));
  } catch {
    return false;
  }
}

/** The data folder changes with each answer; watching it for this one to appear would cost more. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch {
    // Then nobody can put a course there either.
  }
}

/** A folder named by hand may be a course itself. */
function rootsIn(folder: CourseFolder): string[] {
  if (folder.kind === 'extra' && existsSync(join(folder.path, 'course.md'))) return [folder.path];
  return courseFoldersIn(folder.path).map((name) => join(folder.path, name));
}

export function compareVersions(a: string, b: string): number {
  return valid(a) && valid(b)
    ? compare(a, b)
    : Number(Boolean(valid(a))) - Number(Boolean(valid(b)));
}

/** The ids of the facts beside the courses; undefined when there is no list: then nothing is known. */
export const readFacts = (folder: string, cache: ParseCache): ListFile<string> | undefined =>
  readList(folder, factsFile, (text) => parseFacts(text).map(({ id }) => id), cache);

export const readPaths = (folder: string, cache: ParseCache): ListFile<LearningPath> | undefined =>
  readList(folder, pathsFile, (text) => parseLearningPaths(text), cache);

/** Facts named by a course or its lessons that are not in the list. */
export function withFactProblems<C extends CourseOutline>(
  course: C,
  facts: ListFile<string> | undefined,
): C {
  if (!facts) return course;
  const named = course.texts.flatMap(({ folder, matter, lessons }) => [
    { file: folder === '' ? 'course.md' : `${folder}/course.md`, ids: matter.facts },
    ...lessons.map((lesson) => ({ file: lesson.file, ids: lesson.matter.facts ?? [] })),
  ]);
  const known = new Set(facts.entries);
  const at = { line: 1, column: 1 };
  const problems: Problem[] = named.flatMap(({ file, ids }) =>
    facts.mistake === null
      ? ids
          .filter((id) => !known.has(id))
          .map((id): Problem => ({ rule: 'fact-unknown', file, ...at, values: { id } }))
      : [],
  );
  if (facts.mistake !== null && named.some(({ ids }) => ids.length > 0)) {
    const values = { reason: facts.mistake };
    problems.push({ rule: 'file-unreadable', file: `../${factsFile}`, ...at, values });
  }
  return problems.length === 0
    ? course
    : { ...course, problems: [...course.problems, ...problems] };
}

const yearMilliseconds = 366 * 24 * 3600 * 1000;

/** What only the whole library, or the calendar, can tell. */
export function libraryProblems(
  course: CourseOutline,
  known: ReadonlySet<string>,
  today: Date,
): Problem[] {
  const { prerequisites, reviewed } = course.texts[0].matter;
  const at = { file: 'course.md', line: 1, column: 1 };
  const problems: Problem[] = prerequisites
    .filter((id) => !known.has(id))
    .map((id) => ({ rule: 'prerequisite-unknown', ...at, values: { id } }));
  if (reviewed && today.getTime() - Date.parse(reviewed) > yearMilliseconds) {
    problems.push({ rule: 'review-overdue', ...at, values: { date: reviewed } });
  }
  return problems;
}
