// A folder of Markdown of any dialect → a Deskwise course, step by step, so that a long one can be stopped.
import { liaScriptReader } from '../liascript';
import { findPages } from './find-pages';
import { FolderInHand, type FolderOptions } from './folder-in-hand';
import { inLanguages } from './languages';
import type { FolderStep, ReadFolder } from './read-result';
import { frontOf } from './site';
import type { SourceFile } from './source';
import { writeChapters } from './write-chapters';
import { writeCourses } from './write-courses';

/** All at once, for folders that are small or in memory. */
export function readFolder(files: readonly SourceFile[], options: FolderOptions): ReadFolder {
  const read: ReadFolder = { files: [], report: [] };
  for (const step of folderSteps(files, options)) {
    if (step.type === 'entry') read.report.push(step.entry);
    else if (step.type === 'file') read.files.push({ path: step.path, text: step.text });
    else if (step.type === 'copy') read.files.push({ path: step.path, copyOf: step.copyOf });
  }
  return read;
}

/** Never throws, whatever the files hold. */
export function* folderSteps(
  given: readonly SourceFile[],
  options: FolderOptions,
): Generator<FolderStep, void, void> {
  const folder = new FolderInHand(given, options);
  const found = yield* findPages(folder);
  const { language, pages, extra } = inLanguages(found.pages, found.language);
  for (const path of extra) folder.say(path)('left-out', 'page-extra', 1);
  const about = frontOf(
    pages.map(({ own }) => own),
    folder.site.content,
  );
  const front = pages.length > 1 ? pages.find(({ own }) => own === about) : undefined;
  const rest = pages.filter((each) => each !== front);
  const [only] = rest;
  if (only && pages.length === 1 && only.others.size === 0) {
    yield* writeChapters(folder, only.own, language);
  } else yield* writeCourses(folder, { pages: rest, front, language });
  yield* writeDocuments(folder, found.documents);
  const unused = folder.unused();
  if (unused.length > 0) {
    const values = { number: unused.length, examples: unused.slice(0, 5).join(', ') };
    folder.say('')('left-out', 'unused', 1, values);
  }
  yield* folder.told();
}

/** What a LiaScript document shows or offers may lie anywhere in the folder. */
function* writeDocuments(folder: FolderInHand, paths: readonly string[]): Generator<FolderStep> {
  if (paths.length === 0) return;
  const { sources, ids } = folder;
  const read = liaScriptReader(
    sources.paths.map((path) => ({ path, bytes: sources.bytesOf(path) })),
  );
  for (const path of paths) {
    const { files, report } = read({
      path,
      text: sources.textOf(path) ?? '',
      isTaken: (id) => ids.isTaken(id),
    });
    const [first] = files;
    if (first) {
      const id = first.path.slice(0, first.path.indexOf('/'));
      ids.free(id);
      folder.say(path)('kept', 'document', 1, { id });
    }
    yield* folder.told();
    for (const file of files) {
      if ('text' in file) yield { type: 'file', ...file };
      else yield* folder.copy(file.path, file.copyOf);
    }
    for (const entry of report) yield { type: 'entry', entry };
  }
}
