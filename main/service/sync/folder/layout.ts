// Where things lie in a shared folder and how they are named: docs/sync-folder.md tells it to people.
import { hash } from 'node:crypto';

/** Below the folder that was chosen. The number is that of the layout: a later one lies beside it. */
export const rootParts = ['deskwise', '1'] as const;

export const folderLimits = {
  /** Bytes of one line; what is longer is not ours. */
  line: 1024 * 1024,
  /** Bytes after which a device goes on in its next segment. */
  segment: 1024 * 1024,
  /** Bytes up to which old segments are put together. */
  compacted: 16 * 1024 * 1024,
  /** Bytes of one file that are read. */
  file: 64 * 1024 * 1024,
  /** Files that are read of one person. */
  filesOfPerson: 5000,
  people: 200_000,
} as const;

/** As in an xAPI statement: who someone is there, and nothing about who they are here. */
export interface Actor {
  homePage: string;
  name: string;
}

/**
 * The name of a person's folder. Small hexadecimal digits mean the same on every file system, and
 * tell nobody who only sees the list what the account is called.
 */
export function personKey({ homePage, name }: Actor): string {
  return hash('sha256', `${homePage}\n${name}`).slice(0, 32);
}

/** The account of a statement; null for what has none. */
export function actorOf(statement: unknown): Actor | null {
  const account = field(field(statement, 'actor'), 'account');
  const homePage = field(account, 'homePage');
  const name = field(account, 'name');
  return typeof homePage === 'string' && typeof name === 'string' ? { homePage, name } : null;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

export function idOf(statement: unknown): string | null {
  const id = field(statement, 'id');
  return typeof id === 'string' ? id : null;
}

export function isPersonFolder(name: string): boolean {
  return /^[0-9a-f]{32}$/i.test(name);
}

const ending = '.jsonl';

export function segmentName(device: string, segment: number): string {
  return `${device}.${String(segment).padStart(4, '0')}${ending}`;
}

/**
 * The number of a segment of this device, from 1; 0 where the name is no segment of it. A conflict
 * copy has the number of what it is a copy of, however the program that made it writes that.
 */
export function segmentOf(name: string, device: string): number {
  const lower = name.toLowerCase();
  if (!isSource(name) || !lower.startsWith(`${device}.`)) return 0;
  // More digits are no count of ours, and must not drive ours up.
  return Number(/^\d{1,8}(?!\d)/.exec(lower.slice(device.length + 1))?.[0] ?? 0);
}

/**
 * Whether a file is read. What stands before the ending is not asked: every program that carries
 * folders names its conflict copies in another way and language, and ids make any copy harmless.
 * Names that begin with a dot or tilde are files on their way (Syncthing, Nextcloud, Office).
 */
export function isSource(name: string): boolean {
  return /^[^.~].*\.jsonl$/i.test(name);
}

/** A file that stands for one which has not been downloaded (Nextcloud, ownCloud, iCloud). */
export function isPlaceholder(name: string): boolean {
  return /\.jsonl\.(nextcloud|owncloud|opencloud|icloud)$/i.test(name);
}
