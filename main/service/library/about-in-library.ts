// What an event is about, as long as the library has its course.
import type { LearningEvent } from '../../../core/learning/events';
import { type About, aboutOf } from '../../../core/xapi/about';
import type { Library } from './library';

/** Null where the course is gone. */
export function aboutInLibrary(library: Library, event: LearningEvent): About | null {
  const found = library.find(event.course);
  return found ? aboutOf(library.open(found), event) : null;
}
