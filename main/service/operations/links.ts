// What the paths written in a course lead to, seen from one of its languages.
import { resolvePath } from '../../../core/course/course';
import { isGlossary } from '../../../core/course/glossary';
import type { CourseTextOutline } from '../../../core/course/outline';
import type { Links } from '../../../core/views';
import type { LibraryCourse } from '../library/library';

export function linksOf(
  { course, stamp }: LibraryCourse,
  text: Pick<CourseTextOutline, 'folder'>,
): Links {
  const files = new Set(course.files);
  const names = course.files.map((path) => withoutFolder(path, text.folder));
  const lessons = new Map(course.texts[0].lessons.map((lesson) => [lesson.file, lesson.id]));
  const links: Links = {};
  for (const name of new Set(names)) {
    const path = resolvePath(text.folder, name, files);
    if (path === undefined) continue;
    const lesson = lessons.get(name);
    if (lesson !== undefined) links[name] = { to: 'lesson', lesson };
    else if (name === 'course.md') links[name] = { to: 'course' };
    else if (isGlossary(name)) links[name] = { to: 'glossary' };
    else {
      const encoded = path.split('/').map(encodeURIComponent).join('/');
      links[name] = { to: 'asset', url: `course://${course.id}/${stamp}/${encoded}`, path };
    }
  }
  return links;
}

const withoutFolder = (path: string, folder: string): string =>
  folder !== '' && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
