// The Studio: an author's courses, and the texts they are made of.
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { OperationError } from '../../../core/errors';
import { exchangeFormats } from '../../../core/exchange';
import { handOut, handOutEndings } from '../../../core/exchange/hand-out';
import { templateFiles } from '../../../core/studio/templates';
import { courseProblems } from '../check/check';
import { replaceFile } from '../files/replace-file';
import type { LibraryCourse } from '../library/library';
import { storageError } from '../store/database';
import { bringIn } from '../studio/bring-in';
import { courseRow, courseView } from '../studio/course-view';
import { newLessonFile, orderLessons, removeLesson, slugOf } from '../studio/lesson-files';
import { newLessonText } from '../studio/new-lesson';
import { isShown, needOwnCourse, ownCourses } from '../studio/own-courses';
import { pictureFile } from '../studio/pictures';
import { qualityOf } from '../studio/quality';
import { resultsOf } from '../studio/results';
import type { Handlers } from './handlers';
import { needCourse, type Service, type WholeCourse } from './service';

const needOwn = ({ library }: Service, folder: string): LibraryCourse =>
  needOwnCourse(library, folder);

function needWhole(service: Service, folder: string): WholeCourse {
  const found = needOwn(service, folder);
  return { ...found, course: service.library.open(found) };
}

/** What the texts of a course may refer to beside the course itself. */
const knownBeside = ({ library, organisation }: Service, root: string) => ({
  facts: [...library.factsBeside(root)],
  courses: library
    .all()
    .map(({ course }) => ({ id: course.id, name: course.texts[0].matter.title })),
  organisation: Object.entries(organisation.words()).map(([id, name]) => ({ id, name })),
  topics: [...new Set(library.all().flatMap(({ course }) => course.texts[0].matter.topics))].sort(),
});

/** The folder that new courses are put into: the one named at the start, else the person's own. */
function writableFolder({ library }: Service): string {
  const found =
    library.folders.find(({ kind, path }) => kind === 'extra' && !isCourse(path)) ??
    library.folders.find(({ kind }) => kind === 'own');
  if (!found) throw new OperationError('not-possible', { what: 'folder' });
  return found.path;
}

const courseFileOf = ({ folder }: { folder: string }): string =>
  folder === '' ? 'course.md' : `${folder}/course.md`;

const isCourse = (path: string): boolean => existsSync(join(path, 'course.md'));

/** A folder of this name that is not there yet. */
function freeFolder(parent: string, name: string): string {
  for (let copy = 1; ; copy++) {
    const folder = copy === 1 ? name : `${name}-${copy}`;
    if (!existsSync(join(parent, folder))) return folder;
  }
}

/** Makes a folder whole or not at all, and reads the library anew. */
function make(service: Service, name: string, fill: (folder: string) => void): { folder: string } {
  const parent = writableFolder(service);
  const folder = freeFolder(parent, name);
  const path = join(parent, folder);
  try {
    mkdirSync(path, { recursive: true });
    fill(path);
  } catch (error) {
    rmSync(path, { recursive: true, force: true });
    throw storageError(error, path);
  }
  service.library.reload(path);
  return { folder };
}

export const studio: Handlers<'studio'> = {
  'studio.courses': (_, { library }) =>
    ownCourses(library)
      .map((found) => courseRow(found, isShown(library, found)))
      .sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1)),

  'studio.course': ({ folder }, service) =>
    courseView(needWhole(service, folder), knownBeside(service, needOwn(service, folder).root)),

  'studio.check': ({ folder }, service) =>
    courseProblems(needOwn(service, folder).root, service.now()),

  'studio.quality': ({ folder }, service) => {
    const { root, course } = needWhole(service, folder);
    return qualityOf(root, course, service.now());
  },

  'studio.results': ({ folder, texts }, service) =>
    resultsOf(needWhole(service, folder).course, texts),

  'studio.read': ({ folder, file }, service) =>
    service.texts.read(needOwn(service, folder).root, file),

  'studio.save': ({ folder, file, text, base }, service) => {
    const { root } = needOwn(service, folder);
    const outcome = service.texts.save(root, file, text, base);
    if (outcome.outcome !== 'conflict') service.library.reload(root);
    return outcome;
  },

  'studio.set-aside': ({ folder, file, text }, service) => {
    service.texts.setAside(needOwn(service, folder).root, file, text);
    return null;
  },

  'studio.history': ({ folder, file }, service) =>
    service.texts.history.versions(needOwn(service, folder).root, file),

  'studio.version': ({ folder, file, key }, service) => ({
    text: service.texts.history.read(needOwn(service, folder).root, file, key),
  }),

  'studio.create': ({ template, title, author, language }, service) =>
    make(service, slugOf(title).replace(/^lesson$/, 'course'), (path) => {
      const id = slugOf(title).replace(/^lesson$/, 'course');
      const files = templateFiles(template, { id: freeId(service, id), title, author, language });
      for (const [file, text] of Object.entries(files)) replaceFile(join(path, file), text);
    }),

  'studio.copy': ({ course }, service) => {
    const { root } = needCourse(service, course);
    return make(service, basename(root), (path) => cpSync(root, path, { recursive: true }));
  },

  'studio.add-lesson': ({ folder, title }, service) => {
    const { root, course } = needOwn(service, folder);
    const file = newLessonFile(course, title);
    service.texts.save(root, file, newLessonText(title), null);
    service.library.reload(root);
    return { file };
  },

  'studio.order-lessons': ({ folder, files }, service) => {
    const { root, course } = needWhole(service, folder);
    const renamed = orderLessons(root, course, files, service.texts);
    service.library.reload(root);
    return { renamed: Object.fromEntries(renamed) };
  },

  'studio.bring-in': ({ folder, name, format, text }, service) => {
    const { root, course } = needOwn(service, folder);
    const { language } = course.texts[0].matter;
    const title = name.replace(/\.\w+$/, '');
    const imported = exchangeFormats[format].import(text, { title, language });
    const files = bringIn(root, course, imported);
    service.library.reload(root);
    return { files, report: imported.report };
  },

  'studio.hand-out': ({ folder, file, format }, service) => {
    const { course } = needWhole(service, folder);
    const name = `${basename(file, '.md')}.${handOutEndings[format]}`;
    const text = course.texts.find((each) => file === courseFileOf(each));
    if (text) return { name: `${course.id}.${handOutEndings[format]}`, ...handOut(format, text) };
    const of = course.texts.find(({ lessons }) => lessons.some((each) => each.file === file));
    const lessons = of?.lessons.filter((each) => each.file === file);
    if (!of || !lessons) throw new OperationError('not-found', { what: 'lesson' });
    return { name, ...handOut(format, { ...of, about: [], lessons, isPart: true }) };
  },

  'studio.remove-lesson': ({ folder, file }, service) => {
    const { root, course } = needOwn(service, folder);
    removeLesson(root, course, file, service.texts);
    service.library.reload(root);
    return null;
  },

  'studio.add-picture': ({ folder, name, data }, service) => {
    const { root, course } = needOwn(service, folder);
    const bytes = Buffer.from(data, 'base64');
    const path = pictureFile(course.files, name, bytes);
    try {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      replaceFile(join(root, path), bytes);
    } catch (error) {
      throw storageError(error, root);
    }
    service.library.reload(root);
    return { path };
  },
};

/** An id that no course of the library has. */
function freeId({ library }: Service, id: string): string {
  for (let copy = 1; ; copy++) {
    const free = copy === 1 ? id : `${id}-${copy}`;
    if (!library.find(free)) return free;
  }
}
