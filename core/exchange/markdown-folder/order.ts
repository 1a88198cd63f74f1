// The order in which the pages of a folder become lessons.
import { byNumber } from '../../course/by-number';
import { isIndexPath } from './folder';
import { folderPosition, type Site, type SiteFiles } from './site';

/** First as the site's list says, then by what folders and pages say of themselves, then by name. */
export function pagesInOrder(
  pages: readonly string[],
  inSite: Site['listed'],
  files: SiteFiles,
  /** What the page says of its own place. */
  orderOf: (path: string) => number | undefined,
): string[] {
  const known = new Set(pages);
  const listed = inSite.map(({ path }) => path).filter((path) => known.has(path));
  const inList = new Set(listed);
  const positions = new Map<string, number>();
  const positionOf = (folder: string): number => {
    const found = positions.get(folder);
    if (found !== undefined) return found;
    const index = ['_index.md', 'index.md', 'README.md', 'index.mdx'].map(
      (name) => `${folder}/${name}`,
    );
    const own = index.map((path) => orderOf(path)).find((order) => order !== undefined);
    const position = folderPosition(folder, files) ?? own ?? Number.POSITIVE_INFINITY;
    positions.set(folder, position);
    return position;
  };
  // Names are compared once, not for each pair of pages.
  const names = [...new Set(pages.flatMap((path) => path.split('/')))].sort(byNumber);
  const rank = new Map(names.map((name, at) => [name, at]));
  const keyOf = (path: string): [number, number][] => {
    const parts = path.split('/');
    return parts.map((part, at) => {
      const name = rank.get(part) ?? 0;
      if (at < parts.length - 1) return [positionOf(parts.slice(0, at + 1).join('/')), name];
      if (isIndexPath(path)) return [Number.NEGATIVE_INFINITY, name];
      return [orderOf(path) ?? Number.POSITIVE_INFINITY, name];
    });
  };
  const keys = new Map(pages.map((path) => [path, keyOf(path)]));
  const compare = (a: string, b: string): number => {
    const [one, two] = [keys.get(a) ?? [], keys.get(b) ?? []];
    for (let at = 0; at < Math.max(one.length, two.length); at++) {
      const [x, y] = [one[at], two[at]];
      if (!x || !y) return one.length - two.length;
      if (x[0] !== y[0]) return x[0] < y[0] ? -1 : 1;
      if (x[1] !== y[1]) return x[1] - y[1];
    }
    return a < b ? -1 : 1;
  };
  return [...listed, ...pages.filter((path) => !inList.has(path)).sort(compare)];
}
