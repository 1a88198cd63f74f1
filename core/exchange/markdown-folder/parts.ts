// Cuts more lessons than one course may hold into several courses.
import type { PageVersions } from './languages';
import { pathInside } from './titles';

/** Whole folders stay together, as far as a course may hold them. */
export function intoParts(
  pages: readonly PageVersions[],
  /** The folder of the site in which its pages lie; '' for the whole folder. */
  content: string,
  most: number,
): PageVersions[][] {
  const sizeOf = ({ others }: PageVersions): number => 1 + others.size;
  const groups: { pages: PageVersions[]; size: number; top: string }[] = [];
  for (const page of pages) {
    const inside = pathInside(page.own, content);
    const top = inside.split('/')[0] ?? '';
    let group = groups.at(-1);
    const fits = group !== undefined && group.size + sizeOf(page) <= most;
    if (!group || group.top !== top || !fits) {
      group = { pages: [], size: 0, top };
      groups.push(group);
    }
    group.pages.push(page);
    group.size += sizeOf(page);
  }
  const parts: { pages: PageVersions[]; size: number }[] = [];
  for (const { pages: inGroup, size } of groups) {
    const part = parts.at(-1);
    if (part && part.size + size <= most) {
      for (const page of inGroup) part.pages.push(page);
      part.size += size;
    } else parts.push({ pages: [...inGroup], size });
  }
  return parts.map((part) => part.pages);
}
