// What courses and lessons are called where the pages do not say it: after their files and folders.
import { isIndexPath } from './folder';
import { folderOf, nameOf, withoutEnding } from './names';

/** `02-getting_started` → `Getting started`. */
export function titleFrom(name: string): string {
  const words = name
    .replace(/^\d+[-_. ]+(?=.)/, '')
    .replace(/[-_]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? name : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** A lesson is named like its page, or like the folder that its page stands for. */
export function lessonName(path: string): string {
  const folder = nameOf(folderOf(path));
  const name = isIndexPath(path) && folder !== '' ? folder : withoutEnding(nameOf(path));
  return name.replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, '').replace(/^\d+[-_. ]+(?=.)/, '');
}

/** A course that is a part of many pages is called after the folder or page it begins with. */
export function partTitle(path: string, content: string): string {
  const inside = pathInside(path, content).split('/');
  return titleFrom((inside.length > 1 ? inside[0] : withoutEnding(inside[0] ?? '')) ?? '');
}

/** The path of a page below the folder in which the pages of its site lie. */
export const pathInside = (path: string, content: string): string =>
  path.slice(content.length).replace(/^\//, '');

/** `03-name.md`: files of lessons stand in the order of their numbers. */
export const numbered = (at: number, count: number, name: string): string =>
  `${String(at + 1).padStart(Math.max(2, String(count).length), '0')}-${name}.md`;
