// Finds what an address written in a page means, among the files of the folder.
import { linkTarget } from '../../course/link-target';
import { endingOf, folderOf, nameOf, normalPath, withoutEnding } from './names';

const pageEndings: ReadonlySet<string> = new Set(['md', 'mdx', 'markdown']);
export const isPagePath = (path: string): boolean => pageEndings.has(endingOf(path));

/** The page that stands for its folder. */
const indexNames: ReadonlySet<string> = new Set(['readme', 'index', '_index']);
export const isIndexPath = (path: string): boolean =>
  isPagePath(path) && indexNames.has(withoutEnding(nameOf(path)).toLowerCase());

const shownEndings: ReadonlySet<string> = new Set([
  'svg',
  'png',
  'jpg',
  'jpeg',
  'gif',
  'webp',
  'avif',
]);
export const isPicturePath = (path: string): boolean => shownEndings.has(endingOf(path));

export type WebAddress =
  | { is: 'path'; path: string; anchor: string }
  /** It may stand as it is, or in a form that may. */
  | { is: 'web'; url: string; isChanged: boolean }
  | { is: 'refused' };

/** Whether what was written leads out into the web, and may. */
export function readAddress(written: string): WebAddress {
  const address = written.startsWith('//') ? `https:${written}` : written.trim();
  if (/^[a-z][a-z0-9+.-]+:/i.test(address)) {
    if (address.startsWith('wiki:')) return { is: 'path', path: address, anchor: '' };
    const target = linkTarget(address);
    if (target.to === 'web' || target.to === 'mail') {
      return { is: 'web', url: address, isChanged: address !== written };
    }
    // Nearly every site that has a name answers to https as well.
    const secure = address.replace(/^http:/i, 'https:');
    const again = secure === address ? target : linkTarget(secure);
    const host = again.to === 'web' ? /^https:\/\/([^/?#]*)/.exec(again.url)?.[1] : undefined;
    if (host?.includes('.') && !/[:\]]|\.\d+$/.test(host)) {
      return { is: 'web', url: secure, isChanged: true };
    }
    return { is: 'refused' };
  }
  const [path = '', ...anchor] = address.split('#');
  return {
    is: 'path',
    path: decoded(path.replace(/\?.*$/, '')).replaceAll('\\', '/'),
    anchor: decoded(anchor.join('#')),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Names are compared without case, and spaces, hyphens and underscores are the same. */
const folded = (path: string): string => path.normalize('NFC').toLowerCase().replace(/[ _]+/g, '-');
/** `01-intro/02-first.md` → `intro/first.md`: some sites leave numbers out of addresses. */
const unnumbered = (path: string): string => path.replace(/(^|\/)\d+[-_. ]+(?=[^/])/g, '$1');

export class FolderIndex {
  private readonly exact: Set<string>;
  private readonly loose = new Map<string, string>();
  /** By the name alone, with and without its ending. */
  private readonly byName = new Map<string, string>();

  constructor(
    paths: readonly string[],
    /** Where addresses begin with a slash, and where pages lie. */
    private readonly roots: readonly string[],
  ) {
    this.exact = new Set(paths);
    const first = (map: Map<string, string>, key: string, path: string): void => {
      if (!map.has(key)) map.set(key, path);
    };
    for (const path of paths) first(this.loose, folded(path), path);
    for (const path of paths) {
      if (isPagePath(path)) first(this.loose, folded(unnumbered(path)), path);
      const name = folded(nameOf(path));
      first(this.byName, name, path);
      if (!isPagePath(path)) continue;
      first(this.byName, withoutEnding(name), path);
      first(this.byName, withoutEnding(unnumbered(name)), path);
      if (!isIndexPath(path)) continue;
      const folder = folded(nameOf(folderOf(path)));
      first(this.byName, folder, path);
      first(this.byName, unnumbered(folder), path);
    }
  }

  /** Another address of a page, as its front matter says. */
  alias(address: string, path: string): void {
    const key = folded(address.replace(/^\/|\/$/g, ''));
    if (key !== '' && !this.loose.has(key)) this.loose.set(key, path);
  }

  /** The file meant by a path that is written in the page `from`. */
  resolve(from: string, written: string): string | undefined {
    if (written.startsWith('wiki:')) return this.named(written.slice(5));
    const path = written.replace(/^(?:@site|~)\//, '/');
    if (path === '') return from;
    const bases = path.startsWith('/')
      ? [...this.roots, '']
      : // Sites that give each page a folder of its own write addresses from there.
        [folderOf(from), withoutEnding(from), ...this.roots, ''];
    for (const base of bases) {
      const inside = normalPath(`${base}/${path}`);
      const found = inside === undefined ? undefined : this.at(inside);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** A page or file by its name, wherever it lies. */
  named(name: string): string | undefined {
    const wanted = folded(name.replace(/^\/+/, '').trim());
    return (
      this.loose.get(wanted) ?? this.loose.get(`${wanted}.md`) ?? this.byName.get(nameOf(wanted))
    );
  }

  private at(path: string): string | undefined {
    if (path !== '' && this.exact.has(path)) return path;
    const bare = folded(path).replace(/\/$/, '');
    const page = bare.replace(/\.html?$/, '');
    const inside = page === '' ? '' : `${page}/`;
    for (const candidate of [
      bare,
      ...['.md', '.mdx', '.markdown'].map((ending) => `${page}${ending}`),
      ...['readme.md', 'index.md', '-index.md', 'index.mdx'].map((name) => `${inside}${name}`),
      page,
    ]) {
      const found = this.loose.get(candidate);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
