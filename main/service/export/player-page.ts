// What a page outside the app needs of a course: its texts in one language, and the files they show.
import type { Course } from '../../../core/course/course';
import { bestText } from '../../../core/course/in-language';
import { interfaceLanguage } from '../../../core/looks';
import type { OrganisationWords } from '../../../core/organisation';
import type { Delivery, PlayerPage } from '../../../core/player/page';
import type { Links } from '../../../core/views';
import type { LibraryCourse } from '../library/library';
import { linksOf } from '../operations/links';

/** A course with all its words. */
export type WholeCourse = LibraryCourse & { course: Course };

export interface PagePlan {
  page: PlayerPage;
  /** Paths of the files that the texts show or offer, relative to the course folder. */
  assets: string[];
}

/** `assets/a b.svg` → `assets/a%20b.svg` */
const addressOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

export function planPage(
  found: WholeCourse,
  language: string,
  delivery: Delivery,
  organisation: OrganisationWords,
): PagePlan {
  const course = inLanguage(found.course, language);
  const named = pathsIn(course.texts);
  const assets = new Set<string>();
  const links: Record<string, Links> = {};
  for (const text of course.texts) {
    const kept: Links = {};
    for (const [name, link] of Object.entries(linksOf(found, text))) {
      if (link.to !== 'asset') kept[name] = link;
      else if (named.has(name)) {
        kept[name] = { ...link, url: addressOf(link.path) };
        assets.add(link.path);
      }
    }
    links[text.folder] = kept;
  }
  return {
    page: {
      delivery,
      course,
      language: bestText(course, language).language,
      interfaceLanguage: interfaceLanguage(language),
      links,
      organisation,
    },
    assets: [...assets].sort(),
  };
}

/** The own language, and the one that is wanted; mistakes are for authors, not for who learns. */
function inLanguage(course: Course, language: string): Course {
  const [own] = course.texts;
  const best = bestText(course, language);
  return { ...course, files: [], problems: [], texts: best === own ? [own] : [own, best] };
}

/** The paths of all files that are named anywhere in the texts. */
export function pathsIn(texts: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { to, path } = value as { to?: unknown; path?: unknown };
    if (to === 'file' && typeof path === 'string') found.add(path);
    for (const each of Object.values(value)) walk(each);
  };
  walk(texts);
  return found;
}

/** Only a course that asks for a password carries the lists that judge one. */
export const needsJudge = ({ course }: PlayerPage): boolean =>
  course.texts.some(({ lessons }) =>
    lessons.some(({ items }) => items.some(({ kind }) => kind === 'password')),
  );
