// A picture that a page shows: found among the files that were brought in, and taken along with words for it.
import { isPicturePath, readAddress } from './folder';
import { nameOf, withoutEnding } from './names';
import type { Picture } from './page-context';
import type { ReportEntry, ReportMessage } from './report';

export interface PictureSource {
  /** The file at a path that is written in the page. */
  find(written: string): string | undefined;
  /** Its path in the course; undefined where it is too large, which has been said then. */
  take(path: string): string | undefined;
  /** What a picture without words is called, by the name of its file. */
  wordsFrom(name: string): string;
  say(what: ReportEntry['what'], message: ReportMessage, values: ReportEntry['values']): void;
}

/** Undefined for one that cannot come along, which has been said then. */
export function takePicture(
  written: string,
  alt: string,
  { find, take, wordsFrom, say }: PictureSource,
): Picture | undefined {
  const address = readAddress(written);
  if (address.is !== 'path') {
    say('left-out', 'picture-remote', { url: written });
    return undefined;
  }
  const found = address.path === '' ? undefined : find(address.path);
  if (found === undefined) {
    say('left-out', 'picture-missing', { path: address.path || '–' });
    return undefined;
  }
  const taken = take(found);
  if (taken === undefined) return undefined;
  const words = alt.replace(/\s+/g, ' ').trim() || wordsFrom(withoutEnding(nameOf(found)));
  if (!isPicturePath(found)) {
    say('changed', 'picture-kind', { path: found });
    return { href: taken, alt: words };
  }
  if (alt.trim() === '') say('changed', 'picture-words', { path: found, words });
  return { src: taken, alt: words };
}
