// What the links and pictures of a LiaScript document become in the course it turns into.
import { anchorOf } from '../../course/anchor';
import type { Assets } from '../markdown-folder/assets';
import { wordsOf } from '../markdown-folder/course-text';
import type { FolderIndex } from '../markdown-folder/folder';
import { slugLikeGitHub } from '../markdown-folder/page';
import type { PageContext } from '../markdown-folder/page-context';
import { takePicture } from '../markdown-folder/pictures';
import type { Say } from '../markdown-folder/report';
import { takeFile, takeLink } from '../markdown-folder/take-link';
import type { Section } from './sections';

/** Where the headings of the document are now. */
export class Places {
  private readonly places = new Map<string, { file: string; anchor: string }>();

  /** Headings are known by their words: the first of a lesson is the lesson itself. */
  note(sections: readonly Section[], file: string): void {
    for (const [at, { title }] of sections.entries()) {
      const words = wordsOf(title);
      const place = { file, anchor: at === 0 ? '' : anchorOf(words) };
      for (const name of [slugLikeGitHub(words), anchorOf(words)]) {
        if (!this.places.has(name)) this.places.set(name, place);
      }
    }
  }

  /** The address of a heading, as it is written in `file`; undefined where there is none. */
  addressOf(anchor: string, file: string): string | undefined {
    const place = this.places.get(anchor) ?? this.places.get(slugLikeGitHub(anchor));
    if (!place) return undefined;
    const hash = place.anchor === '' ? '' : `#${place.anchor}`;
    return place.file === file && hash !== '' ? hash : `${place.file}${hash}`;
  }
}

export interface LinkedDocument {
  path: string;
  index: FolderIndex;
  assets: Assets;
  places: Places;
  say: Say;
}

/** `file` is the one of the course that the text becomes a part of. */
export function contextOf(document: LinkedDocument, file: string): PageContext {
  const { path, index, assets, places, say } = document;
  const take = takeFile(assets, say);
  return {
    say,
    hasFormulas: true,
    include: () => undefined,
    wiki: () => undefined,
    link: takeLink(say, (address, written, line) => {
      if (address.path === '') {
        const place = places.addressOf(address.anchor, file);
        if (place === undefined) say('left-out', 'link-missing', line, { path: written });
        return place;
      }
      const found = index.resolve(path, address.path);
      if (found === undefined) say('left-out', 'link-missing', line, { path: address.path });
      return found === undefined ? undefined : take(found, line);
    }),
    picture: (written, alt, line) =>
      takePicture(written, alt, {
        find: (address) => index.resolve(path, address),
        take: (found) => take(found, line),
        wordsFrom: (name) => name,
        say: (what, message, values) => say(what, message, line, values),
      }),
  };
}
