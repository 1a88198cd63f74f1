// Parses and indexes the shipped courses when the app is built, so that its first start need not.
import { join } from 'node:path';
import { cacheFile, openParseCache } from '../store/parse-cache';
import { indexFile, openSearchIndex } from '../store/search-index';
import { makeReadOnly } from '../store/throw-away';
import { Library } from './library';
import { LibrarySearch } from './library-search';
import { isTrace } from './read-course';

/**
 * Leaves the results in `folder`, as the cache of a data folder has them, but only to be read.
 * Throws when a course cannot be indexed.
 */
export function prepareShipped(courses: string, folder: string): void {
  const cache = openParseCache(folder);
  const library = new Library([{ kind: 'shipped', path: courses }], {
    ...cache,
    // How the files lie on this computer says nothing about any other.
    get: (key, parse) => (isTrace(key) ? parse() : cache.get(key, parse)),
  });
  for (const course of library.all()) library.open(course);
  const search = new LibrarySearch(
    library,
    () => openSearchIndex(folder),
    (words, error) => {
      throw new Error(words, { cause: error });
    },
  );
  while (search.step());
  search.close();
  cache.sweep();
  cache.close();
  for (const file of [cacheFile, indexFile]) makeReadOnly(join(folder, file));
}
