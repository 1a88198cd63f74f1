// Parses and indexes the shipped courses when the app is built, so that its first start need not.
import { join } from 'node:path';
import { cacheFile, openParseCache, type ParseCache } from '../store/parse-cache';
import { indexFile, openSearchIndex } from '../store/search-index';
import { makeReadOnly } from '../store/throw-away';
import { keepAsBuilt } from './as-built';
import type { CourseFolder } from './folders';
import { Library, readFolder } from './library';
import { LibrarySearch } from './library-search';
import { isTrace } from './read-course';

/**
 * Leaves the results in `into`, as the cache of a data folder has them, but only to be read.
 * Throws when a course cannot be indexed.
 */
export function prepareShipped(courses: string, into: string): void {
  const cache = openParseCache(into);
  const folder: CourseFolder = { kind: 'shipped', path: courses };
  // How the files lie on this computer says nothing about any other.
  const lasting: ParseCache = {
    ...cache,
    get: (key, parse) => (isTrace(key) ? parse() : cache.get(key, parse)),
  };
  const library = new Library([folder], lasting);
  keepAsBuilt(readFolder(folder, lasting), cache);
  for (const course of library.all()) library.open(course);
  const search = new LibrarySearch(
    library,
    () => openSearchIndex(into),
    (words, error) => {
      throw new Error(words, { cause: error });
    },
  );
  while (search.step());
  search.close();
  cache.sweep();
  cache.close();
  for (const file of [cacheFile, indexFile]) makeReadOnly(join(into, file));
}
