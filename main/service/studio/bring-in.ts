// Puts what an importer made of a question bank into a course: lessons at the end, files among the assets.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CourseOutline } from '../../../core/course/outline';
import type { Asset, Imported } from '../../../core/exchange/format';
import { replaceFile } from '../files/replace-file';
import { storageError } from '../store/database';
import { numberedLessonFile } from './lesson-files';

/** Gives the new lesson files. Throws OperationError; then what was written before stays. */
export function bringIn(
  root: string,
  course: CourseOutline,
  { lessons, assets }: Imported,
): string[] {
  const made: string[] = [];
  try {
    const renamed = new Map<string, string>();
    for (const asset of assets) {
      const path = placeFor(root, asset);
      if (path !== asset.path) renamed.set(asset.path, path);
      mkdirSync(dirname(join(root, path)), { recursive: true });
      replaceFile(join(root, path), asset.bytes);
    }
    const links = new Map<string, string>();
    const placed: { file: string; text: string }[] = [];
    for (const { name, text } of lessons) {
      const taken = [...course.files, ...placed.map(({ file }) => file)];
      const file = numberedLessonFile(taken, name);
      links.set(name, file);
      placed.push({ file, text });
    }
    for (const { file, text } of placed) {
      replaceFile(join(root, file), withLinks(withPaths(text, renamed), links));
      made.push(file);
    }
    return made;
  } catch (error) {
    throw storageError(error, root);
  }
}

/** Its own path, unless another file has it. */
function placeFor(root: string, { path, bytes }: Asset): string {
  const [, name = path, ending = ''] = /^(.*?)(\.\w+)?$/.exec(path) ?? [];
  for (let copy = 1; ; copy++) {
    const free = copy === 1 ? path : `${name}-${copy}${ending}`;
    const file = join(root, free);
    if (!existsSync(file) || readFileSync(file).equals(bytes)) return free;
  }
}

const withPaths = (text: string, renamed: ReadonlyMap<string, string>): string =>
  [...renamed].reduce((all, [from, to]) => all.replaceAll(`(${from})`, `(${to})`), text);

/** Lessons that came together lead to each other under their new names. */
const withLinks = (text: string, links: ReadonlyMap<string, string>): string =>
  text.replace(/\]\(([^\s()<>#]+\.md)(?=[#)])/g, (link, name: string) => {
    const file = links.get(name);
    return file === undefined ? link : `](${file}`;
  });
