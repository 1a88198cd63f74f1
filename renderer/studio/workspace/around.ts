// What the course around a text has to offer to whoever writes it: files, ids, words, competences.
import { competenceCodes } from '../../../core/course/competences';
import { inlineText } from '../../../core/course/plain-text';
import type { StudioCourseView } from '../../../core/studio/views';
import type { CourseAround, Named } from '../editor/completions';
import { type DraftText, languageFolderOf } from '../preview/draft-lesson';

const named = (id: string): Named => ({ id, name: '' });

/** Paths as links of this language write them: relative to the folder of the course. */
function filesOf({ files, texts }: StudioCourseView, folder: string): CourseAround['files'] {
  const titles = new Map(
    texts.flatMap((text) => text.files.map(({ file, title }) => [withoutFolder(file), title])),
  );
  const own = files.filter((file) => !file.includes('/') || file.startsWith('assets/'));
  const within = files.filter((file) => folder !== '' && file.startsWith(`${folder}/`));
  return [...new Set([...own, ...within.map(withoutFolder)])].map((path) => {
    const title = titles.get(path);
    return title === undefined ? { path } : { path, title };
  });
}

const withoutFolder = (file: string): string =>
  file.startsWith('assets/') ? file : file.slice(file.indexOf('/') + 1);

function idsOf({ prose, lesson }: DraftText): Named[] {
  const headings = prose.flatMap((node) =>
    node.type === 'heading' ? [{ id: node.anchor, name: inlineText(node.children) }] : [],
  );
  const blocks = lesson
    ? [...lesson.items, ...lesson.kept].map(({ id, kind }) => ({ id, name: kind }))
    : [];
  return [...headings, ...blocks];
}

export const aroundOf = (
  course: StudioCourseView,
  file: string,
  draft: DraftText,
  nameOfCompetence: (code: string) => string,
): CourseAround => ({
  file,
  files: filesOf(course, languageFolderOf(file)),
  ids: idsOf(draft),
  terms: [],
  competences: competenceCodes.map((id) => ({ id, name: nameOfCompetence(id) })),
  facts: course.known.facts.map(named),
  topics: course.known.topics.map(named),
  courses: course.known.courses,
  organisationKeys: course.known.organisation,
});
