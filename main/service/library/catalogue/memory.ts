// What is remembered of the catalogue: where it lies, whose key is trusted, the newest seen, and what stays at its version.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { indexFile } from '../../../../core/catalogue/address';
import { OperationError } from '../../../../core/errors';
import type { SetAside } from '../../../../core/set-aside';
import { z } from '../../../../core/zod';
import { replaceFile } from '../../files/replace-file';
import { acknowledgeAside, asideOf, setAside } from '../../files/set-aside';

const publicKey = z.string().regex(/^[0-9a-f]{64}$/);

const kept = z.object({
  /** Null: the person switched it off. Missing: nobody has chosen. */
  address: z.string().max(2000).nullable().optional(),
  trusted: z.object({ publicKey, catalogue: z.uuid(), name: z.string() }).nullable(),
  seen: z.array(
    z.object({
      publicKey,
      catalogue: z.uuid(),
      version: z.int().min(1),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  checkedAt: z.iso.datetime().nullable(),
  /** The address that answered last; not known by who wrote the file before this was kept. */
  answered: z.string().max(2000).nullable().default(null),
  tag: z.string().nullable(),
  /** Ids of courses. */
  pinned: z.array(z.string()),
});
export type Kept = z.infer<typeof kept>;

const nothing: Kept = {
  trusted: null,
  seen: [],
  checkedAt: null,
  answered: null,
  tag: null,
  pinned: [],
};

const switchedOff: Kept = { ...nothing, address: null };

export class Memory {
  private readonly file: string;
  private readonly index: string;
  private now: Kept | undefined;

  constructor(
    private readonly folder: string,
    private readonly clock: () => Date,
    /** What an index of the catalogue, proven, says was seen of it. Throws where it proves nothing. */
    private readonly seenIn: (index: Uint8Array) => Kept['seen'][number],
  ) {
    this.file = join(folder, 'memory.json');
    this.index = join(folder, indexFile);
  }

  /**
   * What cannot be read counts as nothing, and is kept aside: the catalogue is switched off then, and
   * whose key it is is asked again. That no older index is taken holds for the one taken last.
   */
  read(): Kept {
    if (this.now) return this.now;
    const found = this.load();
    // As long as it cannot be kept aside, it may yet be read another time.
    if (!found) return switchedOff;
    this.now = found;
    return found;
  }

  /** What was lost, as long as the person has not acknowledged it. */
  lost(): SetAside | null {
    this.read();
    return asideOf(this.file);
  }

  acknowledge(): void {
    acknowledgeAside(this.file);
  }

  /** Throws OperationError: not-writable where what cannot be read can be kept nowhere else. */
  change(change: Partial<Kept>): void {
    const before = this.read();
    if (!this.now) throw new OperationError('not-writable', { file: this.file });
    this.write({ ...before, ...change });
  }

  private write(next: Kept): void {
    mkdirSync(this.folder, { recursive: true });
    replaceFile(this.file, `${JSON.stringify(next, null, 2)}\n`);
    this.now = next;
  }

  /** The file with the index that was taken last; null when there is none. */
  readIndex(): Buffer | null {
    return existsSync(this.index) ? readFileSync(this.index) : null;
  }

  keepIndex(file: Uint8Array | null): void {
    mkdirSync(this.folder, { recursive: true });
    if (file) replaceFile(this.index, file);
    else rmSync(this.index, { force: true });
  }

  /** Null where it cannot be read and could not be kept aside either. */
  private load(): Kept | null {
    if (!existsSync(this.file)) return nothing;
    try {
      return kept.parse(JSON.parse(readFileSync(this.file, 'utf8')));
    } catch {
      try {
        setAside(this.file, this.clock());
      } catch {
        return null;
      }
      const left = { ...switchedOff, seen: this.seenLast() };
      try {
        // The next start finds neither the lost file nor, switched off meanwhile, the index.
        this.write(left);
      } catch {
        // Nothing is trusted then either.
      }
      return left;
    }
  }

  private seenLast(): Kept['seen'] {
    try {
      const index = this.readIndex();
      return index ? [this.seenIn(index)] : [];
    } catch {
      return [];
    }
  }
}
