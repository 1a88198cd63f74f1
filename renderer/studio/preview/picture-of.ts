// Which picture of the text an image on the page comes from.
import { linkTarget } from '../../../core/course/link-target';
import type { PictureInText } from '../../../core/studio/picture/pictures';
import type { Links } from '../../../core/views';
import { pictureUrl } from '../../prose/prose-view';

/** Of the same file, in the part of the page that begins at its line; undefined where there is none. */
export function pictureOf(
  image: HTMLImageElement,
  pictures: readonly PictureInText[],
  links: Links,
  lineOf: (part: HTMLElement) => number | undefined,
): PictureInText | undefined {
  const part = image.closest<HTMLElement>('[data-line]');
  const line = (part && lineOf(part)) ?? 1;
  const url = image.getAttribute('src');
  const alike = [...(part?.querySelectorAll('img') ?? [])].filter(
    (each) => each.getAttribute('src') === url,
  );
  const behind = pictures.filter(
    (picture) => picture.line >= line && pictureUrl(linkTarget(picture.src), links) === url,
  );
  return behind[alike.indexOf(image)];
}
