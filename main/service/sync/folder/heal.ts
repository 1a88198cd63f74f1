// Finds what counts as delivered and does not lie in the folder any more, so that it is written again.
import { setImmediate as others } from 'node:timers/promises';
import type { Waiting } from '../queue';
import { codeOf } from './faults';
import type { Files } from './files';
import { idOf, isSource } from './layout';
import { objectIn } from './line';
import { scan } from './scan';
import { personOf } from './sendable';

/** What counts as delivered to this target: the other half of the outbox. */
export interface Sent {
  /** In an order that stays; `after` is the id of the last one of the page before. */
  page(after: string | null, limit: number): Waiting[];
}

const pageLength = 200;

/**
 * Pages of statements about these people that lie whole in no file of theirs; a page may be empty.
 * `people` are keys. Throws where a folder cannot be listed.
 */
export async function* missing(
  files: Files,
  root: string,
  people: ReadonlySet<string>,
  sent: Sent,
): AsyncGenerator<Waiting[]> {
  if (sent.page(null, 1).length === 0) return;
  const there = new Set<string>();
  for (const person of people) yield* collect(files, `${root}/${person}`, there);
  let after: string | null = null;
  for (;;) {
    const page = sent.page(after, pageLength);
    after = page.at(-1)?.id ?? null;
    if (after === null) return;
    yield page.filter(({ id, json }) => !there.has(id) && people.has(personOf(json) ?? ''));
    // An answer that is given meanwhile does not wait for all pages.
    await others();
  }
}

/** Gives an empty page after each file, so that whoever asked can stop between two. */
async function* collect(
  files: Files,
  folder: string,
  into: Set<string>,
): AsyncGenerator<Waiting[]> {
  for (const name of await sourcesIn(files, folder)) {
    try {
      const reading = await files.openToRead(`${folder}/${name}`);
      try {
        for await (const piece of scan(reading, 0))
          for (const json of piece.statements) into.add(idOf(objectIn(json)) ?? '');
      } finally {
        await reading.close();
      }
    } catch (error) {
      // What is only in there is written once more: twice is harmless, not at all is not.
      if (codeOf(error) === undefined) throw error;
    }
    yield [];
  }
}

/** None where the folder is not there. */
async function sourcesIn(files: Files, folder: string): Promise<string[]> {
  const names: string[] = [];
  try {
    for await (const { name, kind } of files.list(folder))
      if (kind === 'file' && isSource(name)) names.push(name);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  return names;
}
