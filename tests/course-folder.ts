// Reads a course folder as the library does, without its cache and its limits.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { assembleCourse, type Course } from '../core/course/course';
import { isGlossary } from '../core/course/glossary';
import { parseCourseFile, parseGlossary, parseLesson } from '../core/course/parse';

export function courseFromFolder(folder: string): Course {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.split(sep).join('/'))
    .sort();
  const texts = files.filter((path) => path.endsWith('.md') && !path.startsWith('assets/'));
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const isCourse = (path: string): boolean => basename(path) === 'course.md';
  return assembleCourse({
    folder: basename(folder),
    files,
    courseFiles: texts.filter(isCourse).map((path) => parseCourseFile(path, read(path))),
    lessonFiles: texts
      .filter((path) => !isCourse(path) && !isGlossary(path))
      .map((path) => parseLesson(path, read(path))),
    glossaries: texts.filter(isGlossary).map((path) => parseGlossary(path, read(path))),
    problems: [],
  });
}
