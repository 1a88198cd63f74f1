// The library: all courses and all paths, with how far the learner is in each.
import { bestText } from '../../../core/course/in-language';
import { languageNote } from '../../../core/course/language-note';
import { rules } from '../../../core/course/rules';
import { courseProgress } from '../../../core/learning/progress';
import type { CourseCard } from '../../../core/views';
import type { LibraryCourse } from '../library/library';
import type { Handlers } from './handlers';
import { mandateFor } from './mandatory';
import { pathsFor } from './paths';
import { search } from './search';
import { coursesFor, lessonsOf, needLearner, type Service, type StateOf } from './service';

export const library: Handlers<'library'> = {
  'library.read': ({ learner, language }, service) => {
    const view = needLearner(service, learner);
    const stateOf = service.store().states.ofLearner(learner);
    return {
      courses: coursesFor(service, view).map((each) => card(service, each, stateOf, language)),
      paths: pathsFor(service, view, language).map(
        ({ steps: _, next: __, after: ___, ...card }) => card,
      ),
      unreadableFolders: service.library.unreadableFolders,
    };
  },

  'library.search': search,
};

function card(
  service: Service,
  { course }: LibraryCourse,
  stateOf: StateOf,
  language: string,
): CourseCard {
  const text = bestText(course, language);
  const lessons = lessonsOf(course);
  const progress = courseProgress(course, stateOf(course.id));
  return {
    id: course.id,
    version: course.version,
    title: text.matter.title,
    summary: text.matter.summary,
    level: text.matter.level,
    topics: course.texts[0].matter.topics,
    minutes: lessons.reduce((sum, lesson) => sum + lesson.matter.minutes, 0),
    languages: course.texts.map((each) => each.language),
    language: languageNote(text, language),
    progress,
    mandatory: mandateFor(service, course.id, progress.status),
    errors: course.problems.filter(({ rule }) => rules[rule].severity === 'error').length,
  };
}
