// The files that this device writes for one person: it only ever adds to the end of the newest.
import { codeOf } from './faults';
import type { Appending, Files } from './files';
import { folderLimits, isSource, segmentName, segmentOf } from './layout';
import { isUnchanged, type Place } from './place';
import { tailOf } from './read-file';
import { makeFolder } from './root';

export interface Written {
  /** Path below the root. */
  file: string;
  place: Place;
}

const namesTried = 100;

export class OwnSegments {
  /** The file that is gone on with, as it was left; null where the next one is begun. */
  #current: { name: string; place: Place } | null = null;
  /** Number of the newest segment there is; null until somebody looked. */
  #newest: number | null = null;

  /** `person` is a key, `device` an id in small letters, `placeOf` where reading stands. */
  constructor(
    private readonly files: Files,
    private readonly root: string,
    private readonly person: string,
    private readonly device: string,
    private readonly placeOf: (file: string) => Place | undefined,
  ) {}

  /**
   * Adds lines, to the newest segment or, where asked, to one of their own. Settles when they would
   * outlast a power cut and were read back as they are; gives null where they read back otherwise: then
   * nothing counts as written. Throws the system's error, and then nothing counts as written either.
   */
  async append(lines: Uint8Array, where: 'newest' | 'own' = 'newest'): Promise<Written | null> {
    this.#newest ??= await this.#find();
    const current = this.#current;
    const newest = this.#newest;
    // Whatever goes wrong from here on, what there is is looked at anew: a torn end is not gone on with.
    this.#current = null;
    this.#newest = null;
    const hasRoom = current !== null && current.place.size + lines.length <= folderLimits.segment;
    const appending =
      where === 'newest' && hasRoom ? await this.#reopen(current.name, current.place) : null;
    const written =
      current && appending
        ? await this.#goOn(appending, current, lines)
        : await this.#begin(newest, lines);
    if (!written) return null;
    this.#current = written;
    this.#newest = Math.max(newest, segmentOf(written.name, this.device));
    return { file: this.#file(written.name), place: written.place };
  }

  /** Null where somebody else has touched it: whatever it holds now is for the reader to find out. */
  async #reopen(name: string, place: Place): Promise<Appending | null> {
    const appending = await this.files.openToAppend(this.#path(name), 'there');
    try {
      if (isUnchanged(place, await appending.look())) return appending;
    } catch (error) {
      await appending.close();
      throw error;
    }
    await appending.close();
    return null;
  }

  async #goOn(
    appending: Appending,
    { name, place }: { name: string; place: Place },
    lines: Uint8Array,
  ) {
    try {
      await add(appending, lines, place.size);
    } finally {
      await appending.close();
    }
    return this.#readBack(name, lines, place.size);
  }

  async #begin(newest: number, lines: Uint8Array) {
    for (let segment = newest + 1; ; segment++) {
      const name = segmentName(this.device, segment);
      let appending: Appending;
      try {
        appending = await this.files.openToAppend(this.#path(name), 'new');
      } catch (error) {
        // What has the name is newer than the list, or was put there by somebody.
        if (codeOf(error) === 'EEXIST' && segment < newest + namesTried) continue;
        throw error;
      }
      try {
        await add(appending, lines, 0);
      } finally {
        await appending.close();
      }
      await this.files.flushFolder(this.#path());
      return this.#readBack(name, lines, 0);
    }
  }

  #path(name = ''): string {
    return `${this.root}/${this.#file(name)}`;
  }

  #file(name: string): string {
    return name === '' ? this.person : `${this.person}/${name}`;
  }

  /** Looks what is there already; the newest segment is gone on with if all in it was read and whole. */
  async #find(): Promise<number> {
    await makeFolder(this.files, this.#path(), this.root);
    let newest = 0;
    const names = new Set<string>();
    for await (const { name, kind } of this.files.list(this.#path())) {
      newest = Math.max(newest, segmentOf(name, this.device));
      if (kind === 'file' && isSource(name)) names.add(name);
    }
    const name = segmentName(this.device, newest);
    if (!names.has(name)) return newest;
    const place = this.placeOf(this.#file(name));
    if (!place || place.good < place.size) return newest;
    if (isUnchanged(place, await this.files.look(this.#path(name))))
      this.#current = { name, place };
    return newest;
  }

  async #readBack(name: string, lines: Uint8Array, from: number) {
    const reading = await this.files.openToRead(this.#path(name));
    try {
      const { size, mtime } = await reading.look();
      if (size !== from + lines.length) return null;
      const there = Buffer.alloc(lines.length);
      for (let at = 0; at < there.length; ) {
        const count = await reading.read(there.subarray(at), from + at);
        if (count === 0) return null;
        at += count;
      }
      if (!there.equals(lines)) return null;
      const tail = await tailOf(reading, size);
      return { name, place: { size, mtime, good: size, tail, looks: 0, damaged: 0 } };
    } finally {
      await reading.close();
    }
  }
}

/** Takes away again what went in only in part: a full disk would else fill with torn lines. */
async function add(appending: Appending, lines: Uint8Array, size: number): Promise<void> {
  try {
    await appending.append(lines);
    await appending.flush();
  } catch (error) {
    // Where even this fails, the torn line stays: readers pass over it.
    await appending.cut(size).catch(() => undefined);
    throw error;
  }
}
