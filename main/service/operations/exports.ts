// Courses on their way to elsewhere: a page or a package is made beside everything else that goes on.
import { OperationError } from '../../../core/errors';
import { needOwnCourse } from '../studio/own-courses';
import type { Handlers } from './handlers';
import { needCourse, type Service, type WholeCourse } from './service';

/** A course of the library by its id, or one that is being written by its folder. */
function needEither(
  service: Service,
  { course, folder }: { course?: string | undefined; folder?: string | undefined },
): WholeCourse {
  if (course !== undefined) return needCourse(service, course);
  if (folder === undefined) throw new OperationError('bad-input', { what: 'course' });
  const found = needOwnCourse(service.library, folder);
  return { ...found, course: service.library.open(found) };
}

export const exports: Handlers<'export'> = {
  'export.start': ({ export: id, course, folder, format, language, paper }, service) =>
    service.exports.start(id, {
      found: needEither(service, { course, folder }),
      format,
      language,
      paper,
      organisation: service.organisation.words(),
    }),

  'export.read': ({ export: id }, service) => service.exports.read(id),

  'export.end': ({ export: id }, service) => {
    service.exports.end(id);
    return null;
  },
};
