// What is here of the courses that the catalogue offers, file by file; courses that no pack brought are read for it.
import type { CatalogueCourse, CatalogueIndex } from '../../../../core/catalogue/index-file';
import type { CourseOutline } from '../../../../core/course/outline';
import type { PackSignature } from '../../../../core/pack/signature';
import { filesOf } from '../folders';
import { compareVersions, type Library, type LibraryCourse } from '../library';
import { hashFiles } from '../pack/hash-files';
import { editedSince, readRecord } from '../pack/record';

/** The version of a course that learners meet now. */
export interface Here {
  course: CourseOutline;
  /** SHA-256 of each file by its path. */
  hashes: ReadonlyMap<string, string>;
  signature: PackSignature | null;
  removable: boolean;
  edited: number;
}

export class Comparison {
  /** By course id; for which state of the course it was compared. Without `here` it could not be read. */
  private readonly known = new Map<string, { state: string; here: Here | undefined }>();
  private running: Promise<void> | null = null;

  constructor(
    private readonly library: Library,
    /** Something is known now that was not. */
    private readonly onMore: () => void,
    private readonly log: (words: string, error: unknown) => void,
  ) {}

  /** `undefined` as long as it is not known, or when it cannot be read. */
  of({ id }: CatalogueCourse): Here | null | undefined {
    const found = this.library.find(id);
    if (!found) return null;
    const known = this.known.get(id);
    return known?.state === stateOf(found) ? known.here : undefined;
  }

  /** Reads what is not known yet, a course at a time. */
  follow({ courses }: CatalogueIndex): void {
    if (this.running || !courses.some((course) => this.unread(course))) return;
    this.running = this.read(courses).finally(() => {
      this.running = null;
      this.onMore();
    });
  }

  /** The course that is here, in a state that nobody has tried to read. */
  private unread({ id }: CatalogueCourse): LibraryCourse | null {
    const found = this.library.find(id);
    return found && this.known.get(id)?.state !== stateOf(found) ? found : null;
  }

  private async read(courses: readonly CatalogueCourse[]): Promise<void> {
    for (const course of courses) {
      const found = this.unread(course);
      if (!found) continue;
      const state = stateOf(found);
      // Once for each state: what cannot be read now is not tried without end, and the others go on.
      const here = await this.look(course, found).catch((error: unknown) => {
        this.log(`${course.id} could not be compared`, error);
        return undefined;
      });
      this.known.set(course.id, { state, here });
    }
  }

  private async look(course: CatalogueCourse, found: LibraryCourse): Promise<Here> {
    const { root } = found;
    const own = this.library.everywhere(course.id).find(({ kind }) => kind === 'own');
    const record = own ? readRecord(own.root) : null;
    const edited = own ? (record ? editedSince(own.root, record) : own.course.files) : [];
    const isAsPacked = record !== null && own?.root === root && edited.length === 0;
    const isOther = compareVersions(found.course.version, course.version) !== 0;
    // Of the same version no file need be read: there is nothing to fetch.
    const files = isAsPacked
      ? record.manifest.files
      : isOther
        ? await hashFiles(root, filesOf(root), { signal, report: () => {} })
        : course.files;
    return {
      course: found.course,
      hashes: new Map(files.map(({ path, sha256 }) => [path, sha256])),
      signature: record?.signature ?? null,
      removable: record !== null,
      edited: edited.length,
    };
  }
}

/** Nobody stops it. */
const { signal } = new AbortController();

const stateOf = ({ root, stamp }: { root: string; stamp: number }): string => `${stamp} ${root}`;
