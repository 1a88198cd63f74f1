// Earlier states of an author's texts, beside the data of learners: to look at, and to go back to.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { OperationError } from '../../../core/errors';
import type { KeptVersion } from '../../../core/studio/views';

/** Who types is saved every moment: states closer together than this are one. */
const apartMilliseconds = 60_000;
const mostVersions = 200;

/** `2026-11-29T17-05-00-123Z.gz`: sorts by time, and is a name on every system. */
const keyForm = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3}Z)\.gz$/;
const keyOf = (at: Date): string => `${at.toISOString().replace(/[:.]/g, '-')}.gz`;
const timeOf = (key: string): string | undefined => {
  const found = keyForm.exec(key);
  return found ? `${found[1]}:${found[2]}:${found[3]}.${found[4]}` : undefined;
};

export class History {
  constructor(
    private readonly folder: string,
    private readonly now: () => Date,
  ) {}

  /**
   * Keeps a state that is about to be replaced. One that was only a step of typing is left out where
   * another of a moment ago is kept already.
   */
  keep(root: string, file: string, text: string, isStep: boolean): void {
    const folder = this.folderOf(root, file);
    const now = this.now();
    const [last] = this.versions(root, file);
    if (isStep && last && now.getTime() - Date.parse(last.at) < apartMilliseconds) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, keyOf(now)), gzipSync(text));
    for (const { key } of this.versions(root, file).slice(mostVersions)) {
      rmSync(join(folder, key), { force: true });
    }
  }

  /** The newest first. */
  versions(root: string, file: string): KeptVersion[] {
    const folder = this.folderOf(root, file);
    return names(folder)
      .flatMap((key) => {
        const at = timeOf(key);
        const bytes = statSync(join(folder, key), { throwIfNoEntry: false })?.size;
        return at === undefined || bytes === undefined ? [] : [{ key, at, bytes }];
      })
      .sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  /** Throws `not-found`. */
  read(root: string, file: string, key: string): string {
    try {
      if (timeOf(key) === undefined) throw new Error('no such key');
      return gunzipSync(readFileSync(join(this.folderOf(root, file), key)), {
        maxOutputLength: 16 * 1024 * 1024,
      }).toString('utf8');
    } catch (cause) {
      throw new OperationError('not-found', { what: 'version' }, { cause });
    }
  }

  /** Paths are no names of folders. */
  private folderOf(root: string, file: string): string {
    return join(this.folder, folderNameOf(root), file.replaceAll('/', '~'));
  }
}

/** For what is kept about a course outside of its own folder: two may have folders of one name. */
export function folderNameOf(root: string): string {
  const short = createHash('sha256').update(root).digest('hex').slice(0, 8);
  return `${basename(root)}-${short}`;
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
