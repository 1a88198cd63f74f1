// Which courses fit what somebody looks for: words, topic, time, level, how far they are.
import { levels } from '../../../core/course/matter-schemas';
import { folded } from '../../../core/search/words';
import type { CourseCard } from '../../../core/views';

export const times = ['short', 'medium', 'long'] as const;
export type Time = (typeof times)[number];

export interface Wanted {
  words: string;
  /** Null for any. */
  topic: string | null;
  time: Time | null;
  level: CourseCard['level'] | null;
  status: CourseCard['progress']['status'] | null;
}

export const anything: Wanted = { words: '', topic: null, time: null, level: null, status: null };

export const isAnything = ({ words, ...filters }: Wanted): boolean =>
  words.trim() === '' && Object.values(filters).every((filter) => filter === null);

/** Up to three quarters of an hour, up to an hour and a quarter, longer. */
export function timeOf(minutes: number): Time {
  if (minutes <= 45) return 'short';
  return minutes <= 75 ? 'medium' : 'long';
}

/** Each word somewhere in title, summary or the names of the topics. */
function holdsWords(course: CourseCard, words: string, topicName: (topic: string) => string) {
  const text = folded([course.title, course.summary, ...course.topics.map(topicName)].join(' '));
  return folded(words)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export function fitting(
  courses: readonly CourseCard[],
  wanted: Wanted,
  topicName: (topic: string) => string,
): CourseCard[] {
  return courses.filter(
    (course) =>
      (wanted.topic === null || course.topics.includes(wanted.topic)) &&
      (wanted.time === null || timeOf(course.minutes) === wanted.time) &&
      (wanted.level === null || course.level === wanted.level) &&
      (wanted.status === null || course.progress.status === wanted.status) &&
      holdsWords(course, wanted.words, topicName),
  );
}

export const columns = ['title', 'level', 'time', 'progress', 'languages'] as const;
export type Column = (typeof columns)[number];

export interface Sort {
  column: Column;
  /** From the last to the first. */
  down: boolean;
}

/** Up, down, then again as the library has them. */
export function nextSort(sort: Sort | null, column: Column): Sort | null {
  if (sort?.column !== column) return { column, down: false };
  return sort.down ? null : { column, down: true };
}

/** From 0 to 1; a course that may be skipped is done. */
function shareDone({ status, finishedLessons, lessons }: CourseCard['progress']): number {
  if (status === 'finished') return 1;
  return status === 'new' || lessons === 0 ? 0 : (finishedLessons + 0.5) / (lessons + 1);
}

const places: Record<Exclude<Column, 'title'>, (course: CourseCard) => number> = {
  level: ({ level }) => levels.indexOf(level),
  time: ({ minutes }) => minutes,
  progress: ({ progress }) => shareDone(progress),
  languages: ({ languages }) => languages.length,
};

/** What is alike stays in the order of the library, whichever way it goes. */
export function sorted(
  courses: readonly CourseCard[],
  sort: Sort | null,
  language: string,
): readonly CourseCard[] {
  if (sort === null) return courses;
  const { column, down } = sort;
  const { compare } = new Intl.Collator(language, { numeric: true });
  const between = (one: CourseCard, other: CourseCard): number =>
    column === 'title'
      ? compare(one.title, other.title)
      : places[column](one) - places[column](other);
  return [...courses].sort((one, other) => (down ? -between(one, other) : between(one, other)));
}

/** Each topic there is, those of most courses first. */
export function topicsOf(courses: readonly CourseCard[]): string[] {
  const counts = new Map<string, number>();
  for (const topic of courses.flatMap(({ topics }) => topics)) {
    counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([topic]) => topic);
}
