// What the readers of a page ask of whoever knows the whole folder.
import { pictureWidth, widthMark } from '../../course/picture-width';
import type { Say } from './report';

export type Picture =
  | { src: string; alt: string }
  /** It cannot be shown, but saved. */
  | { href: string; alt: string };

export interface PageContext {
  say: Say;
  /** Where a link leads in the course; undefined when it leads nowhere, which has been said then. */
  link(address: string, line: number): string | undefined;
  /** A page or a file named by words alone, as wikis do. */
  wiki(name: string, line: number): { href: string; title: string } | undefined;
  picture(address: string, alt: string, line: number): Picture | undefined;
  /** The text of a file that a page takes in. */
  include(address: string): string | undefined;
  /** A dialect in which every dollar sign encloses a formula. */
  hasFormulas: boolean;
}

/** An address as Markdown takes it. */
export const destination = (address: string): string =>
  /[\s()<>]/.test(address)
    ? `<${address.replace(/[<>\n]/g, (sign) => encodeURIComponent(sign))}>`
    : address;

/** Words of a picture, between its brackets. */
export const pictureWords = (alt: string): string =>
  alt
    .replace(/[[\]\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** `width` as it is said elsewhere; one that courses do not know is left out. */
export function writtenPicture(picture: Picture, width?: string): string {
  const words = pictureWords(picture.alt);
  if (!('src' in picture)) return `[${words}](${destination(picture.href)})`;
  const known = width === undefined ? undefined : pictureWidth(width.trim());
  const mark = known === undefined ? '' : widthMark(known);
  return `![${words}](${destination(picture.src)})${mark}`;
}
