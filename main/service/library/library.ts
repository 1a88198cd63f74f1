// The library: all courses of all folders, kept up to date while the app runs.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import { compare, valid } from 'semver';
import type { Course } from '../../../core/course/course';
import { parseFacts } from '../../../core/course/facts';
import type { Problem } from '../../../core/course/problem';
import type { ParseCache } from '../store/parse-cache';
import { courseFoldersIn, type CourseFolder } from './folders';
import { readCourse } from './read-course';

export interface LibraryCourse {
  course: Course;
  /** Folder of the course on disk. */
  root: string;
  /** Another number for each state of the course, so that changed pictures are loaded anew. */
  stamp: number;
}

/** How long to wait after a change until files are read: editors write in several steps. */
const settleMilliseconds = 120;

export class Library {
  private courses = new Map<string, LibraryCourse>();
  private read = new Map<string, Course>();
  private watcher: FSWatcher | undefined;
  private timer: NodeJS.Timeout | undefined;
  private dirty = new Set<string>();
  private stamp = Date.now();
  unreadableFolders: string[] = [];

  constructor(
    readonly folders: readonly CourseFolder[],
    private readonly cache: ParseCache,
    private readonly now: () => Date = () => new Date(),
  ) {
    this.load();
  }

  all(): LibraryCourse[] {
    return [...this.courses.values()];
  }

  find(id: string): LibraryCourse | undefined {
    return this.courses.get(id);
  }

  /** Reads every folder; course folders that are not dirty keep what was read before. */
  load(): void {
    const found: { course: Course; root: string; folder: CourseFolder }[] = [];
    this.unreadableFolders = [];
    for (const folder of this.folders) {
      // Folders that are not there yet are no mistake, but for the one the person named.
      if (!existsSync(folder.path)) {
        if (folder.kind === 'extra') this.unreadableFolders.push(folder.path);
        continue;
      }
      const facts = readFacts(folder.path);
      try {
        for (const root of rootsIn(folder)) {
          const kept = this.dirty.has(root) ? undefined : this.read.get(root);
          const course = kept ?? readCourse(root, this.cache);
          this.read.set(root, course);
          found.push({ course: withFactProblems(course, facts), root, folder });
        }
      } catch {
        this.unreadableFolders.push(folder.path);
      }
    }
    this.dirty.clear();
    this.courses = this.choose(found);
  }

  /**
   * One course for each id: the newest version, and of equal ones that of the later folder. Two in
   * the same folder are a mistake that the kept one reports.
   */
  private choose(
    found: readonly { course: Course; root: string; folder: CourseFolder }[],
  ): Map<string, LibraryCourse> {
    const chosen = new Map<string, { course: Course; root: string; folder: CourseFolder }>();
    const doubles = new Map<string, Problem[]>();
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
        doubles.set(id, [...(doubles.get(id) ?? []), problem]);
        continue;
      }
      if (!other || compareVersions(each.course.version, other.course.version) >= 0) {
        chosen.set(id, each);
      }
    }
    const known = new Set(chosen.keys());
    const today = this.now();
    return new Map(
      [...chosen].map(([id, { course, root }]) => {
        const problems = [
          ...course.problems,
          ...(doubles.get(id) ?? []),
          ...libraryProblems(course, known, today),
        ];
        const before = this.courses.get(id);
        const same = before?.root === root && before.course.texts === course.texts;
        const stamp = same ? before.stamp : ++this.stamp;
        return [id, { course: { ...course, problems }, root, stamp }];
      }),
    );
  }

  /** Calls back after files changed and the library was read again. */
  watch(onChange: () => void): void {
    const paths = this.folders.map((folder) => folder.path).filter((path) => existsSync(path));
    this.watcher = watch(paths, { ignoreInitial: true, depth: 17, followSymlinks: false });
    this.watcher.on('all', (_, path) => {
      for (const root of this.read.keys()) if (path.startsWith(root)) this.dirty.add(root);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        // A picture has no text of its own: the course it belongs to gets a new stamp.
        for (const [id, each] of this.courses) {
          if (this.dirty.has(each.root)) this.courses.set(id, { ...each, stamp: ++this.stamp });
        }
        this.load();
        onChange();
      }, settleMilliseconds);
    });
    // A folder that vanishes or may not be watched is no reason to stop: it is read at the next start.
    this.watcher.on('error', () => {});
  }

  async close(): Promise<void> {
    clearTimeout(this.timer);
    await this.watcher?.close();
  }
}

/** A folder named by hand may be a course itself. */
function rootsIn(folder: CourseFolder): string[] {
  if (folder.kind === 'extra' && existsSync(join(folder.path, 'course.md'))) return [folder.path];
  return courseFoldersIn(folder.path).map((name) => join(folder.path, name));
}

function compareVersions(a: string, b: string): number {
  return valid(a) && valid(b) ? compare(a, b) : Number(Boolean(valid(a))) - Number(Boolean(valid(b)));
}

/** Ids of the facts beside the courses; undefined when there is no file, or it cannot be read. */
function readFacts(folder: string): ReadonlySet<string> | undefined {
  try {
    return new Set(parseFacts(readFileSync(join(folder, 'facts.yml'), 'utf8')).map(({ id }) => id));
  } catch {
    return undefined;
  }
}

function withFactProblems(course: Course, facts: ReadonlySet<string> | undefined): Course {
  const missing = course.texts[0].matter.facts.filter((id) => facts && !facts.has(id));
  if (missing.length === 0) return course;
  const problems = missing.map(
    (id): Problem => ({ rule: 'fact-unknown', file: 'course.md', line: 1, column: 1, values: { id } }),
  );
  return { ...course, problems: [...course.problems, ...problems] };
}

const yearMilliseconds = 366 * 24 * 3600 * 1000;

/** What only the whole library, or the calendar, can tell. */
function libraryProblems(course: Course, known: ReadonlySet<string>, today: Date): Problem[] {
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
