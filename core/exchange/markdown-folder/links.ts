// What the links and pictures of a page become in the lesson it turns into.
import type { PageAnchors } from './anchors';
import type { Assets } from './assets';
import { type FolderIndex, isPagePath } from './folder';
import type { PageVersions } from './languages';
import type { PageContext } from './page-context';
import { takePicture } from './pictures';
import type { Say } from './report';
import type { Sources } from './source';
import { takeFile, takeLink } from './take-link';
import { titleFrom } from './titles';

export interface Lesson {
  /** The file name in the course, in every language. */
  file: string;
  /** The number of its course, where the folder becomes several. */
  course: number;
  versions: PageVersions;
  /** As the list of the site names it. */
  title: string | undefined;
}

/** The whole folder, as links find what they lead to. */
export interface LinkedFolder {
  sources: Sources;
  index: FolderIndex;
  anchors: PageAnchors;
  lessonOf: ReadonlyMap<string, Lesson>;
  /** Whether the page became the file about the course. */
  isFront(path: string): boolean;
}

/** A page while it is written as a lesson, or as a part of one. */
export interface PageInHand {
  path: string;
  lesson: Lesson;
  language: string;
  assets: Assets;
  say: Say;
  /** Where a heading of this very page leads, if the page becomes several lessons. */
  ownAnchor?: (anchor: string) => string | undefined;
}

export function contextOf(page: PageInHand, folder: LinkedFolder): PageContext {
  const { path, lesson, language, assets, say, ownAnchor } = page;
  const toPage = (found: string, anchor: string, line: number): string | undefined => {
    const isFront = folder.isFront(found);
    const other = folder.lessonOf.get(found);
    if (found === path && ownAnchor) {
      const known = ownAnchor(anchor);
      if (known === undefined && anchor !== '')
        say('changed', 'link-anchor', line, { anchor, path: found });
      return known;
    }
    if (!isFront && !other) {
      say('left-out', 'link-missing', line, { path: found });
      return undefined;
    }
    if (other && other.course !== lesson.course) {
      say('left-out', 'link-beyond', line, { path: found });
      return undefined;
    }
    const file = isFront ? 'course.md' : (other?.file ?? '');
    if (anchor === '') return file;
    // A link to another language of the page is one to the page as the reader sees it.
    const shown = versionIn(folder.lessonOf.get(found), language) ?? found;
    const known = folder.anchors.of(shown, anchor);
    if (known === undefined) say('changed', 'link-anchor', line, { anchor, path: found });
    const hash = known ? `#${known}` : '';
    return found === path && hash !== '' ? hash : `${file}${hash}`;
  };
  const toFile = takeFile(assets, say);
  // What is not translated is found where the page that was translated would find it.
  const resolve = (written: string): string | undefined =>
    folder.index.resolve(path, written) ?? folder.index.resolve(lesson.versions.own, written);
  return {
    say,
    hasFormulas: false,
    include: (address) => {
      const found = resolve(address);
      return found === undefined ? undefined : folder.sources.textOf(found);
    },
    link: takeLink(say, (address, _written, line) => {
      if (address.path === '' && address.anchor === '') return undefined;
      const found = resolve(address.path);
      if (found === undefined) {
        say('left-out', 'link-missing', line, { path: address.path });
        return undefined;
      }
      return isPagePath(found) ? toPage(found, address.anchor, line) : toFile(found, line);
    }),
    wiki: (written, line) => {
      const [before = '', after] = written.split('|').map((each) => each.trim());
      const sought = (name: string): { found: string | undefined; anchor: string } => {
        const [page = '', ...anchor] = name.split('#');
        return {
          found: page === '' ? path : folder.index.named(page),
          anchor: anchor.join('#').replace(/^\^.*/, ''),
        };
      };
      const first = sought(before);
      // Some wikis write the words before the page.
      const isTurned = first.found === undefined && after !== undefined;
      const { found, anchor } = isTurned ? sought(after) : first;
      const title = (isTurned ? before : after) || before.replace(/^.*[/#](?=.)/, '');
      if (found === undefined) {
        say('left-out', 'link-missing', line, { path: before });
        return undefined;
      }
      const href = isPagePath(found) ? toPage(found, anchor, line) : toFile(found, line);
      return href === undefined ? undefined : { href, title };
    },
    picture: (written, alt, line) =>
      takePicture(written, alt, {
        find: (address) => {
          const found = resolve(address);
          return found !== undefined && isPagePath(found) ? undefined : found;
        },
        take: (found) => toFile(found, line),
        wordsFrom: titleFrom,
        say: (what, message, values) => say(what, message, line, values),
      }),
  };
}

function versionIn(lesson: Lesson | undefined, language: string): string | undefined {
  return lesson?.versions.others.get(language) ?? lesson?.versions.own;
}
