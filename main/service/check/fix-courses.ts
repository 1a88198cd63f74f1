// Mends the files of courses on disk: each is replaced as a whole, and only when it changed.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type FileFix, fixText } from '../../../core/course/fix';
import { limits } from '../../../core/course/limits';
import { WrongUsage } from '../command-line/command';
import { replaceFile } from '../files/replace-file';
import { type CourseFile, filesOf } from '../library/folders';
import { isCourseText } from '../library/read-course';
import { shownPath } from './check';

const depth = (path: string): number => path.split('/').length;

/** Sources before their translations, which take their ids. Gives each fix once it is written. */
export function* fixCourse(root: string, folder: string): Generator<FileFix> {
  const texts = new Map<string, string>();
  const files = readable(root)
    .filter(({ path, bytes }) => isCourseText(path) && bytes <= limits.lessonBytes)
    .sort((a, b) => depth(a.path) - depth(b.path));
  for (const { path } of files) {
    const file = join(root, path);
    const written = readExactly(file);
    if (written === undefined) continue;
    const source = depth(path) > 1 ? texts.get(basename(path)) : undefined;
    const { text, ...fix } = fixText(path, written, source);
    texts.set(path, text);
    if (text === written) continue;
    const shown = shownPath(file, folder);
    replace(file, text, shown);
    yield { file: shown, ...fix };
  }
}

/** What cannot be listed is reported by the check. */
function readable(root: string): CourseFile[] {
  try {
    return filesOf(root);
  } catch {
    return [];
  }
}

/** Undefined for what is no UTF-8: written back, it would be another text. The mark of byte order stays. */
function readExactly(file: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
  } catch {
    return undefined;
  }
}

function replace(file: string, text: string, shown: string): void {
  try {
    replaceFile(file, text);
  } catch (error) {
    const { code } = error as { code?: string };
    throw new WrongUsage(`${shown} cannot be written (${code}).`);
  }
}
