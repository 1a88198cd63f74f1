// Words looked up in the lessons: what this learner may see of what is found, and where it opens.
import { bestLesson, bestText } from '../../../core/course/in-language';
import { itemsInPlay } from '../../../core/learning/draw';
import { excerptOf, marked } from '../../../core/search/excerpt';
import { matcherOf, type QueryWord } from '../../../core/search/query';
import type { SearchedCourse, SearchHit, SearchPlace } from '../../../core/views';
import type { LibraryCourse } from '../library/library';
import type { Found, LibrarySearch } from '../library/library-search';
import type { Handler } from './handlers';
import { coursesFor, needLearner, type StateOf } from './service';

const mostHits = 50;
const mostWithSome = 15;
/** A lesson that speaks of nothing else must not hide the others. */
const mostInLesson = 3;

/** A place that was found, in the course as it is now. */
interface Here {
  place: Found['places'][number];
  course: LibraryCourse;
  /** The language its lesson opens in for who asks. */
  shown: string;
}

export const search: Handler<'library.search'> = ({ learner, language, words }, service) => {
  const view = needLearner(service, learner);
  const stateOf = service.store().states.ofLearner(learner);
  const courses = new Map(coursesFor(service, view).map((each) => [each.course.id, each]));
  const { query, places } = service.search.find(words, language);
  const found = places.flatMap((place): Here[] => {
    const course = courses.get(place.course);
    if (!course) return [];
    const shown = shownLanguage(course, place, language, stateOf);
    return shown === undefined ? [] : [{ place, course, shown }];
  });
  const hitsOf = hitsBetween(found, (here) => hitAt(here, query, language, service.search));
  const grouped = (hits: ReturnType<typeof hitsOf>) =>
    [...hits].map(([{ course }, ofCourse]): SearchedCourse => {
      const text = bestText(course, language);
      return { id: course.id, title: text.matter.title, language: text.language, hits: ofCourse };
    });
  return {
    all: grouped(hitsOf(mostHits, ({ demand }) => demand !== 'any-inside')),
    some: grouped(hitsOf(mostWithSome, ({ demand }) => demand === 'any-inside')),
    isIndexing: !service.search.isReady,
  };
};

/** Undefined where there is nothing to open: the index may be older than the course. */
function shownLanguage(
  { course }: LibraryCourse,
  { kind, key, lesson: id, language: found }: Here['place'],
  language: string,
  stateOf: StateOf,
): string | undefined {
  // A word of the glossary is found only where the page of the course shows it.
  if (id === null) {
    const { language: best } = bestText(course, language);
    return found === best || found === course.texts[0].language ? found : undefined;
  }
  const best = bestLesson(course, id, language);
  if (!best || best.lesson.broken) return undefined;
  const { lesson, text } = best;
  const isAsked =
    kind !== 'block' ||
    lesson.kept.some((block) => block.id === key) ||
    // What a pool did not draw is not to be read before it is asked.
    itemsInPlay(lesson, stateOf(course.id)).some((item) => item.id === key);
  return isAsked ? text.language : undefined;
}

/**
 * Gives the best hits by their courses, some of the places at a time; each place once, in the
 * language it opens in where it was found in that.
 */
function hitsBetween(found: readonly Here[], hitAt: (here: Here) => SearchHit | undefined) {
  const nameOf = ({ course, lesson, kind, key }: Here['place']) =>
    JSON.stringify([course, lesson, kind, key]);
  const taken = new Set<string>();
  const opens = new Set(
    found.filter(({ place, shown }) => place.language === shown).map(({ place }) => nameOf(place)),
  );
  const inLesson = new Map<string, number>();
  return (most: number, isWanted: (place: Here['place']) => boolean) => {
    const hits = new Map<LibraryCourse, SearchHit[]>();
    let left = most;
    for (const here of found) {
      const { place, course, shown } = here;
      const name = nameOf(place);
      const lesson = JSON.stringify([place.course, place.lesson]);
      const count = inLesson.get(lesson) ?? 0;
      const isDouble = taken.has(name) || (place.language !== shown && opens.has(name));
      if (left === 0 || isDouble || count >= mostInLesson || !isWanted(place)) continue;
      const hit = hitAt(here);
      if (!hit) continue;
      taken.add(name);
      inLesson.set(lesson, count + 1);
      hits.set(course, [...(hits.get(course) ?? []), hit]);
      left--;
    }
    return hits;
  };
}

function hitAt(
  here: Here,
  query: readonly QueryWord[],
  asked: string,
  index: LibrarySearch,
): SearchHit | undefined {
  const { place } = here;
  const { language, lesson, kind, demand } = place;
  const text = index.text(place);
  if (!text) return undefined;
  const match = matcherOf(query, { language, asked, inside: demand !== 'all' });
  const title = marked(text.lessonTitle, match);
  const heading = marked(text.title, match);
  const excerpt = excerptOf(text.passages, match);
  const own = [...heading.words, ...excerpt.words];
  // That the title of its lesson has the word is no reason to name each place of the lesson.
  if (kind !== 'lesson' && own.length === 0) return undefined;
  const words = new Set([...title.words, ...own]);
  if (demand === 'any-inside' && words.size * 2 < query.length) return undefined;
  return {
    lesson: lesson === null ? null : { id: lesson, title: title.pieces },
    heading: heading.pieces,
    excerpt: excerpt.pieces,
    language,
    place: placeOf(here, excerpt.line, index),
  };
}

function placeOf({ place, shown }: Here, line: number | null, index: LibrarySearch): SearchPlace {
  const { kind, key, language } = place;
  if (kind === 'term') return { at: 'term', anchor: key };
  if (kind === 'block') return { at: 'block', block: key };
  if (kind === 'lesson') return { at: 'lesson' };
  // Lines are those of one language; sections have the same numbers in all of them.
  const there = language === shown ? line : index.lineIn(shown, place);
  return there === null ? { at: 'lesson' } : { at: 'line', line: there };
}
