// Finds what counts as delivered and does not lie in the folder any more, so that it is written again.
import { setImmediate as others } from 'node:timers/promises';
import type { Waiting } from '../queue';
import { codeOf } from './faults';
import type { Files } from './files';
import { folderLimits, idOf, segmentOf } from './layout';
import { objectIn } from './line';
import type { Places } from './place';
import { scan } from './scan';
import { personOf } from './sendable';

/**
 * What counts as delivered to this target: the other half of the outbox. What a person has taken back or
 * erased is not in it, or it would be written again.
 */
export interface Sent {
  /** In an order that stays; `after` is the id of the last one of the page before. */
  page(after: string | null, limit: number): Waiting[];
}

const pageLength = 200;

/** Whose files are looked through. */
export interface Own {
  files: Files;
  root: string;
  device: string;
  /** Keys. */
  people: ReadonlySet<string>;
  places: Places;
}

/**
 * Pages of statements about these people that lie whole in no file of this device; a page may be empty.
 * Only files that have a place count: if one of them goes away later, that is seen.
 */
export async function* missing(own: Own, sent: Sent): AsyncGenerator<Waiting[]> {
  if (sent.page(null, 1).length === 0) return;
  const there = new Set<string>();
  for (const file of ownFiles(own)) {
    await collect(own.files, `${own.root}/${file}`, there);
    // Whoever asked can stop between two files.
    yield [];
  }
  let after: string | null = null;
  for (;;) {
    const page = sent.page(after, pageLength);
    after = page.at(-1)?.id ?? null;
    if (after === null) return;
    yield page.filter(({ id, json }) => !there.has(id) && own.people.has(personOf(json) ?? ''));
    // An answer that is given meanwhile does not wait for all pages.
    await others();
  }
}

function ownFiles({ people, places, device }: Own): string[] {
  return [...places.entries()]
    .map(([file]) => file)
    .filter((file) => {
      const [person = '', name = ''] = file.split('/');
      return people.has(person) && segmentOf(name, device) > 0;
    });
}

async function collect(files: Files, path: string, into: Set<string>): Promise<void> {
  try {
    const reading = await files.openToRead(path);
    try {
      const { size } = await reading.look();
      for await (const piece of scan(reading, 0, Math.min(size, folderLimits.file)))
        for (const json of piece.statements) into.add(idOf(objectIn(json)) ?? '');
    } finally {
      await reading.close();
    }
  } catch (error) {
    // What is only in there is written once more: twice is harmless, not at all is not.
    if (codeOf(error) === undefined) throw error;
  }
}
