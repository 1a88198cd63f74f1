// Files under assets/ that no text of the course refers to, in whatever way it does.
import { type Course, resolvePath } from '../../../core/course/course';
import type { Problem } from '../../../core/course/problem';
import { eachNode, readSource, type SourceText } from './source-text';

/** `assets/…` as it may stand in an attribute or in front matter. Any character that ends it, ends it. */
const written = /assets\/[^\s"'<>()[\]{}|,;#?]+/g;
/** With spaces inside: between quotes, or between angle brackets. */
const quoted = /["'<](assets\/[^"'<>\n]+)["'>]/g;

const isAsset = (path: string): boolean => /^([^/]+\/)?assets\//.test(path);

/** Paths that a text may mean, as they stand there and decoded. */
function* pathsIn(text: string): Generator<string> {
  for (const [match] of text.matchAll(written)) {
    yield match;
    yield match.replace(/[.:!*_`]+$/, '');
    yield decoded(match);
  }
  for (const [, path = ''] of text.matchAll(quoted)) yield path;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

export function unusedAssets(
  course: Course,
  root: string,
  texts: readonly SourceText[],
): Problem[] {
  const assets = course.files.filter(isAsset);
  if (assets.length === 0) return [];
  const files = new Set(course.files);
  const used = new Set<string>();
  const use = (folder: string, path: string): void => {
    const found = resolvePath(folder, path, files);
    if (found !== undefined) used.add(found);
  };
  for (const { folder, prose, lesson } of texts) {
    eachNode([prose, lesson?.items], (node) => {
      const target = node as { to?: unknown; path?: unknown };
      if (target.to === 'file' && typeof target.path === 'string') use(folder, target.path);
    });
  }
  // Every text there is, the glossary and the readme too.
  for (const file of course.files.filter((path) => path.endsWith('.md') && !isAsset(path))) {
    const slash = file.lastIndexOf('/');
    const folder = slash < 0 ? '' : file.slice(0, slash);
    for (const path of pathsIn(readSource(root, file))) use(folder, path);
  }
  return assets
    .filter((path) => !used.has(path))
    .map((path) => ({ rule: 'asset-unused', file: path, line: 1, column: 1, values: { path } }));
}
