// Where links to a heading lead once its page is a lesson.
import { anchorOf } from '../../course/anchor';
import { type Chapter, withTitle } from './chapters';
import { wordsOf } from './course-text';
import { linesOf } from './lines';
import { takeMatter } from './matter';
import { Names } from './names';
import { readPage, slugLikeGitHub } from './page';
import type { PageContext } from './page-context';

/** Reads a page only for its headings. */
export const headingsOnly: PageContext = {
  say: () => {},
  hasFormulas: false,
  link: () => '#',
  wiki: (name) => ({ href: '#', title: name.replace(/^.*\|/, '') }),
  picture: () => undefined,
  include: () => undefined,
};

/** By which names links knew the headings, and the anchors they have in a lesson. */
export function anchorsIn({ headings }: Chapter): [name: string, anchor: string][] {
  const names = new Names();
  const counts = new Map<string, number>();
  return headings.flatMap(({ words, names: known }) => {
    const base = anchorOf(wordsOf(words));
    const anchor = names.free(base, (number) => `${base}-${number - 1}`);
    return [...known, anchor].map((name): [string, string] => {
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      return [count === 0 || name === anchor ? name : `${name}-${count}`, anchor];
    });
  });
}

/** Reads each page that is linked to once. */
export class PageAnchors {
  private readonly known = new Map<string, Map<string, string>>();

  constructor(private readonly textOf: (path: string) => string | undefined) {}

  /** The anchor in the lesson for one of the page; '' for its title, undefined where there is none. */
  of(path: string, anchor: string): string | undefined {
    let names = this.known.get(path);
    if (!names) {
      const { body } = takeMatter(linesOf(this.textOf(path) ?? ''), () => {});
      const page = readPage(body, headingsOnly);
      names = new Map<string, string>();
      if (page) {
        const chapter = withTitle(page);
        for (const name of chapter.names) names.set(name, '');
        for (const [name, written] of anchorsIn(chapter))
          if (!names.has(name)) names.set(name, written);
      }
      this.known.set(path, names);
    }
    return names.get(anchor) ?? names.get(slugLikeGitHub(anchor)) ?? names.get(anchorOf(anchor));
  }
}
