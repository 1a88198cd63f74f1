// Parses the shipped courses when the app is built, so that its first start need not.
import { openParseCache } from '../store/parse-cache';
import { Library } from './library';

/** Leaves the results in `folder`, as the cache of a data folder has them. */
export function parseShipped(courses: string, folder: string): void {
  const cache = openParseCache(folder);
  new Library([{ kind: 'shipped', path: courses }], cache);
  cache.sweep();
  cache.close();
}
