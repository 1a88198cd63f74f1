// Which files of a folder become lessons, and in which order.
import { limits } from '../../course/limits';
import { isLiaScript } from '../liascript';
import { isIndexPath, isPagePath } from './folder';
import type { FolderInHand } from './folder-in-hand';
import { inLanguages } from './languages';
import { isBlank, linesOf } from './lines';
import { type ForeignMatter, takeMatter } from './matter';
import { folderOf } from './names';
import { pagesInOrder } from './order';
import type { FolderStep } from './read-result';
import { isListPage, isProjectPage } from './site';

export interface FoundPages {
  /** In the order of the lessons, in all languages. */
  pages: string[];
  /** Pages that are LiaScript: each is a course of its own. */
  documents: string[];
  /** As the site names it, or else the first page that does. */
  language: string | undefined;
}

/** Each page is half done once it was looked at. */
export function* findPages(folder: FolderInHand): Generator<FolderStep, FoundPages> {
  const pages: string[] = [];
  const documents: string[] = [];
  const matters = new Map<string, ForeignMatter>();
  const candidates = candidatesIn(folder);
  const of = candidates.length;
  for (const [at, path] of candidates.entries()) {
    const { is, matter } = look(folder, path);
    if (is === 'page') pages.push(path);
    if (is === 'document') documents.push(path);
    if (matter) matters.set(path, matter);
    yield { type: 'done', pages: (at + 1) / 2, of };
    yield* folder.told();
  }
  const { listed, language } = folder.site;
  const orderOf = (path: string): number | undefined => matters.get(path)?.order;
  const inOrder = pagesInOrder(pages, listed, folder.siteFiles, orderOf);
  yield { type: 'done', pages: of / 2, of };
  const named = [...matters.values()].find((matter) => matter.language !== undefined);
  return { pages: inOrder, documents, language: language ?? named?.language };
}

/** Pages of the site, before any is read. */
function candidatesIn(folder: FolderInHand): string[] {
  const { listed, takesUnlisted, content } = folder.site;
  const inList = new Set(listed.map(({ path }) => path));
  const inSite = (path: string): boolean =>
    content === '' ||
    path.startsWith(`${content}/`) ||
    /^(?:i18n|translations?)\//.test(path) ||
    (isIndexPath(path) && folderOf(path) === '');
  const all = folder.sources.paths.filter(isPagePath);
  const translations = new Set(
    inLanguages(all, undefined).pages.flatMap(({ others }) => [...others.values()]),
  );
  return all.filter((path) => {
    if (inList.has(path)) return true;
    if (isListPage(path)) return false;
    const message = isProjectPage(path)
      ? 'page-project'
      : inSite(path) && (takesUnlisted || translations.has(path))
        ? undefined
        : 'page-unlisted';
    if (message) folder.say(path)('left-out', message, 1);
    return message === undefined;
  });
}

interface Looked {
  is: 'page' | 'document' | 'neither';
  /** Also of a page without text: it may order what lies below. */
  matter?: ForeignMatter;
}

/** Reads as much of a page as tells whether it is one, and where it stands. */
function look(folder: FolderInHand, path: string): Looked {
  const { sources, index } = folder;
  const say = folder.say(path);
  if (sources.bytesOf(path) > limits.lessonBytes) {
    say('left-out', 'page-too-large', 1, { megabytes: limits.lessonBytes / 1024 / 1024 });
    return { is: 'neither' };
  }
  const text = sources.textOf(path);
  if (text === undefined) {
    say('left-out', 'page-unreadable', 1);
    return { is: 'neither' };
  }
  if (isLiaScript(text)) return { is: 'document' };
  const { matter, body } = takeMatter(linesOf(text), () => {});
  if (matter.isDraft) {
    say('left-out', 'page-draft', 1);
    return { is: 'neither' };
  }
  if (body.every(isBlank)) {
    // A section of some sites is a page that has only front matter: it orders what lies below.
    if (!isIndexPath(path)) say('left-out', 'page-empty', 1);
    return { is: 'neither', matter };
  }
  sources.keep(path, text);
  for (const address of matter.addresses) index.alias(address, path);
  return { is: 'page', matter };
}
