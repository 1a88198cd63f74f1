// File names and ids that work everywhere: ASCII, small letters, digits, hyphens; no two alike.
import anyAscii from 'any-ascii';

/** Names that Windows keeps for itself. */
const deviceNames = /^(con|prn|aux|nul|com\d|lpt\d)$/;
const longest = 60;

/** `Añadir ñandú — 02` → `anadir-nandu-02`; other scripts are written in Latin letters. */
export function slugOf(text: string, fallback = 'page'): string {
  const slug = anyAscii(text.normalize('NFC').slice(0, 4 * longest))
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
  if (slug === '') return fallback;
  return deviceNames.test(slug) ? `${slug}-file` : slug;
}

/** As `slugOf`, but an id: it begins with a letter. */
export function idOf(text: string, fallback = 'page'): string {
  const slug = slugOf(text, fallback);
  return /^[a-z]/.test(slug) ? slug : `${fallback}-${slug}`;
}

/** Gives out names, each only once. */
export class Names {
  private readonly taken = new Set<string>();
  /** The number last tried for each name, so that a thousand equal ones take no longer each time. */
  private readonly last = new Map<string, number>();

  constructor(private readonly isTakenElsewhere: (name: string) => boolean = () => false) {}

  isTaken(name: string): boolean {
    return this.taken.has(name) || this.isTakenElsewhere(name);
  }

  /** `make` puts a number behind the name; it is asked until the result is free. */
  free(name: string, make = (number: number): string => `${name}-${number}`): string {
    let free = name;
    for (let number = this.last.get(name) ?? 1; this.isTaken(free); ) {
      number++;
      this.last.set(name, number);
      free = make(number);
    }
    this.taken.add(free);
    return free;
  }
}

export const folderOf = (path: string): string => {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
};

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** In small letters, without the dot; '' where there is none. */
export const endingOf = (path: string): string => {
  const name = nameOf(path);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
};

export const withoutEnding = (path: string): string => {
  const ending = endingOf(path);
  return ending === '' ? path : path.slice(0, -ending.length - 1);
};

/** `a/../b/./c` → `b/c`; undefined where it leads out of the folder. */
export function normalPath(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
