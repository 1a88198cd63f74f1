// What is remembered of the catalogue: where it lies, whose key is trusted, the newest seen, and what stays at its version.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { indexFile } from '../../../../core/catalogue/address';
import { z } from '../../../../core/zod';
import { replaceFile } from '../../files/replace-file';

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
  tag: z.string().nullable(),
  /** Ids of courses. */
  pinned: z.array(z.string()),
});
export type Kept = z.infer<typeof kept>;

const nothing: Kept = {
  trusted: null,
  seen: [],
  checkedAt: null,
  tag: null,
  pinned: [],
};

export class Memory {
  private readonly file: string;
  private readonly index: string;
  private now: Kept | undefined;

  constructor(private readonly folder: string) {
    this.file = join(folder, 'memory.json');
    this.index = join(folder, indexFile);
  }

  read(): Kept {
    this.now ??= this.load();
    return this.now;
  }

  change(change: Partial<Kept>): void {
    const next = { ...this.read(), ...change };
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

  private load(): Kept {
    try {
      return kept.parse(JSON.parse(readFileSync(this.file, 'utf8')));
    } catch {
      // Then nobody has chosen, and whose key it is is asked again: nothing is taken for trusted.
      return nothing;
    }
  }
}
