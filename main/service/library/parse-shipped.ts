// Parses the shipped courses when the app is built, so that its first start need not.
import { makeReadOnly, openParseCache } from '../store/parse-cache';
import { Library } from './library';
import { isTrace } from './read-course';

/** Leaves the results in `folder`, as the cache of a data folder has them, but only to be read. */
export function parseShipped(courses: string, folder: string): void {
  const cache = openParseCache(folder);
  const library = new Library([{ kind: 'shipped', path: courses }], {
    ...cache,
    // How the files lie on this computer says nothing about any other.
    get: (key, parse) => (isTrace(key) ? parse() : cache.get(key, parse)),
  });
  for (const course of library.all()) library.open(course);
  cache.sweep();
  cache.close();
  makeReadOnly(folder);
}
