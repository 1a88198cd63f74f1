// One page alone → a course: its chapters are the lessons.
import { anchorsIn, headingsOnly } from './anchors';
import { type Chapter, intoChapters } from './chapters';
import { plainWords, summaryOf, wordsOf, writeCourse, writeLesson } from './course-text';
import type { FolderInHand } from './folder-in-hand';
import { courseLanguage } from './languages';
import { isBlank, linesOf, textOf, tidy } from './lines';
import { contextOf, type Lesson } from './links';
import { takeMatter } from './matter';
import { idOf, Names } from './names';
import { readPage, slugLikeGitHub } from './page';
import type { FolderStep } from './read-result';
import { numbered, titleFrom } from './titles';

export function* writeChapters(
  folder: FolderInHand,
  path: string,
  language: string,
): Generator<FolderStep> {
  const { site, options, sources } = folder;
  const say = folder.say(path);
  const course = folder.newCourse(1, 0);
  const assets = folder.newAssets(0);
  const { matter, body } = takeMatter(linesOf(sources.textOf(path) ?? ''), say);
  // Read twice: where a link to a heading leads is known once all chapters have their names.
  const first = readPage(body, headingsOnly);
  if (!first) {
    say('left-out', 'page-tangled', 1);
    yield* folder.told();
    return;
  }
  const planned = intoChapters(first);
  const hasText = planned.front.lines.some((line) => !isBlank(line));
  const alone = planned.chapters.length === 0;
  const parts = alone ? [planned.front] : planned.chapters;
  const files = filesOf(parts, course);
  const anchors = anchorsOf(parts, files);
  const lesson: Lesson = {
    file: '',
    course: 0,
    versions: { own: path, others: new Map() },
    title: undefined,
  };
  const ownAnchor = (anchor: string): string | undefined =>
    anchors.get(anchor) ?? anchors.get(slugLikeGitHub(anchor));
  const linked = folder.linked(new Map(), undefined);
  const page = readPage(
    body,
    contextOf({ path, lesson, assets, language, say, ownAnchor }, linked),
  );
  if (!page) return;
  const { front, chapters } = intoChapters(page);
  const title = wordsOf(front.title) || matter.title || site.title || titleFrom(options.name);
  const about = alone || !hasText ? '' : textOf(tidy(front.lines));
  const words = {
    id: course,
    title,
    summary:
      matter.summary ??
      site.summary ??
      summaryOf(plainWords(hasText ? front.lines : (chapters[0]?.lines ?? []))),
    language: courseLanguage(language),
    authors: [...matter.authors, ...site.authors],
  };
  yield {
    type: 'file',
    path: `${course}/course.md`,
    text: writeCourse('course.md', words, about, 1, say),
  };
  for (const [at, chapter] of (alone ? [front] : chapters).entries()) {
    const file = files[at] ?? numbered(at, chapters.length, `chapter-${at + 1}`);
    const written = {
      title: wordsOf(chapter.title) || title,
      objectives: matter.objectives,
      body: textOf(tidy(chapter.lines)),
    };
    const { text } = writeLesson(file, written, chapter.line, say);
    say('kept', 'page', chapter.line, { path: `${course}/${file}` });
    yield { type: 'file', path: `${course}/${file}`, text };
  }
  yield* folder.told();
  yield { type: 'done', pages: 1, of: 1 };
  yield* folder.copyAll(course, assets);
}

function filesOf(parts: readonly Chapter[], course: string): string[] {
  const names = new Names();
  return parts.map(({ title }, at) =>
    numbered(at, parts.length, names.free(idOf(wordsOf(title) || course, 'chapter'))),
  );
}

/** Where links to headings of the page lead: to a lesson, or to a heading in one. */
function anchorsOf(parts: readonly Chapter[], files: readonly string[]): Map<string, string> {
  const anchors = new Map<string, string>();
  for (const [at, chapter] of parts.entries()) {
    const file = files[at] ?? '';
    for (const name of chapter.names) if (!anchors.has(name)) anchors.set(name, file);
    for (const [name, anchor] of anchorsIn(chapter)) {
      if (!anchors.has(name)) anchors.set(name, `${file}#${anchor}`);
    }
  }
  return anchors;
}
