// How far each file was read, so that the next look reads only what is new.
import { z } from '../../../../core/zod';
import type { Look } from './files';

export interface Place {
  /** Bytes and time of the file when it was last read to its end. */
  size: number;
  mtime: number;
  /** Bytes from the beginning up to which every line was whole; reading goes on here. */
  good: number;
  /** Checksum of the last bytes before `good`, by which a file that was replaced is known. */
  tail: number;
  /** Times it was seen unchanged, with something in it that is not whole. */
  looks: number;
  /** Lines behind `good` that were torn when it was last read. */
  damaged: number;
}

/** Size and time: a FAT stick keeps time in steps of two seconds, and copying programs set it back. */
export function isUnchanged(place: Place, look: Look): boolean {
  return place.size === look.size && place.mtime === look.mtime;
}

/**
 * Whether a file that has not changed is read again. Where all its lines were whole, it cannot say
 * anything else. Where one was not, it may be on its way still, so it is looked at again, but ever
 * less often: after 1, 2, 4, 8, … looks.
 */
export function isDueAgain(place: Place): boolean {
  return place.good < place.size && (place.looks & (place.looks - 1)) === 0;
}

const count = z.number().min(0);
const stored = z.array(z.tuple([z.string(), count, z.number(), count, count, count, count]));

/** Of all files, by their path below the root with `/`. */
export class Places {
  readonly #places = new Map<string, Place>();

  /** What `toJSON` gave; anything else is as if nothing had been read, which is harmless. */
  constructor(json: unknown = []) {
    const { data = [] } = stored.safeParse(json);
    for (const [file, size, mtime, good, tail, looks, damaged] of data)
      this.#places.set(file, { size, mtime, good, tail, looks, damaged });
  }

  toJSON(): unknown {
    return [...this.#places].map(([file, place]) => [
      file,
      place.size,
      place.mtime,
      place.good,
      place.tail,
      place.looks,
      place.damaged,
    ]);
  }

  get(file: string): Place | undefined {
    return this.#places.get(file);
  }

  /** To be called once what was read up to there is kept. */
  set(file: string, place: Place): void {
    this.#places.set(file, place);
  }

  delete(file: string): void {
    this.#places.delete(file);
  }

  entries(): IterableIterator<[string, Place]> {
    return this.#places.entries();
  }

  /** Torn lines in all files, as they were last read. */
  damaged(): number {
    let sum = 0;
    for (const place of this.#places.values()) sum += place.damaged;
    return sum;
  }
}
