// What an update would change: the version, the lessons, their questions, the files.
import type { CourseOutline, LessonOutline } from '../course/outline';

export interface LessonChange {
  id: string;
  title: string;
  change: 'new' | 'gone' | 'changed';
  /** Blocks that keep an answer. Those changed keep their earlier answers, and are marked. */
  items: { new: number; gone: number; changed: number };
}

export interface Changes {
  lessons: LessonChange[];
  files: { new: number; gone: number; changed: number };
}

/** The state of a course that is compared: its outline, and the hash of each file. */
export interface CompareState {
  course: CourseOutline;
  hashes: ReadonlyMap<string, string>;
}

/** From nothing, everything is new. */
export function changesBetween(before: CompareState | null, after: CompareState): Changes {
  const old = new Map(before?.course.texts[0].lessons.map((lesson) => [lesson.id, lesson]));
  const own = after.course.texts[0].lessons;
  const kept = new Set(own.map(({ id }) => id));
  const changeOf = (lesson: LessonOutline): LessonChange | null => {
    const earlier = old.get(lesson.id);
    if (!earlier)
      return { ...named(lesson), change: 'new', items: compared(new Map(), revisions(lesson)) };
    const items = compared(revisions(earlier), revisions(lesson));
    const sameText = before?.hashes.get(earlier.file) === after.hashes.get(lesson.file);
    const sameItems = items.new + items.gone + items.changed === 0;
    return sameText && sameItems ? null : { ...named(lesson), change: 'changed', items };
  };
  return {
    lessons: [
      ...own.map(changeOf).filter((change) => change !== null),
      ...[...old.values()]
        .filter(({ id }) => !kept.has(id))
        .map(
          (lesson): LessonChange => ({
            ...named(lesson),
            change: 'gone',
            items: compared(revisions(lesson), new Map()),
          }),
        ),
    ],
    files: compared(before?.hashes ?? new Map(), after.hashes),
  };
}

const named = ({ id, matter }: LessonOutline) => ({ id, title: matter.title });

/** The revision of each block that keeps an answer, by its id. */
const revisions = ({ items, kept }: LessonOutline): Map<string, string> =>
  new Map([...items, ...kept].map(({ id, revision }) => [id, revision]));

function compared(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  const counts = { new: 0, gone: 0, changed: 0 };
  for (const [name, state] of after) {
    const earlier = before.get(name);
    if (earlier === undefined) counts.new++;
    else if (earlier !== state) counts.changed++;
  }
  for (const name of before.keys()) if (!after.has(name)) counts.gone++;
  return counts;
}
