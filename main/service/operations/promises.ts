// What Home comes back to: things set out to do at work, and plans whose time has come.
import { bestLesson } from '../../../core/course/in-language';
import type { Kept } from '../../../core/course/kept/kept';
import { type PlanAnswer, planSentences, reviewDue } from '../../../core/course/kept/plan-answer';
import type { CourseOutline, LessonOutline } from '../../../core/course/outline';
import { plainText } from '../../../core/course/plain-text';
import type { CourseState } from '../../../core/learning/course-state';
import type { KeptState } from '../../../core/learning/kept-state';
import { keptAnswer } from '../../../core/learning/kept-view';
import type { PlanRow, PromiseRow } from '../../../core/views';
import { blockKey } from '../store/kept';
import { lessonsOf } from './service';

interface Placed {
  block: Kept;
  /** The lesson in the best language. */
  lesson: LessonOutline;
  language: string;
  state: KeptState | undefined;
  own: LessonOutline;
}

const from = (course: CourseOutline, { block, lesson, language, own }: Placed) => ({
  course: course.id,
  lesson: own.id,
  lessonTitle: lesson.matter.title,
  block: block.id,
  language,
});

/** All kept blocks of a course that were answered, and the checklists of lessons that are finished. */
function* placed(
  course: CourseOutline,
  kept: ReadonlyMap<string, KeptState>,
  language: string,
): Generator<Placed> {
  for (const own of lessonsOf(course)) {
    if (own.kept.length === 0) continue;
    const best = bestLesson(course, own.id, language);
    for (const block of best?.lesson.kept ?? []) {
      const state = kept.get(blockKey(course.id, own.id, block.id));
      const { lesson, text } = best ?? { lesson: own, text: course.texts[0] };
      yield { block, lesson, language: text.language, state, own };
    }
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * The open items of checklists, once something was ticked or the lesson is finished: what was not
 * read yet is no promise.
 */
export function promisesOf(
  course: CourseOutline,
  state: CourseState,
  kept: ReadonlyMap<string, KeptState>,
  language: string,
): PromiseRow[] {
  return [...placed(course, kept, language)].flatMap((each) => {
    const { block, own } = each;
    if (block.kind !== 'checklist') return [];
    const answer = keptAnswer(block, each.state) as number[] | null;
    const isFinished = state.lessons.get(own.id)?.finishedAt != null;
    if (answer === null && !isFinished) return [];
    return block.content.items.flatMap((item, at) =>
      answer?.includes(at)
        ? []
        : [{ ...from(course, each), item: at, text: oneLine(plainText(item)) }],
    );
  });
}

const day = 24 * 60 * 60 * 1000;

/** Plans that ask how they went: their days have passed. */
export function plansOf(
  course: CourseOutline,
  kept: ReadonlyMap<string, KeptState>,
  language: string,
  now: Date,
): PlanRow[] {
  return [...placed(course, kept, language)].flatMap((each) => {
    const { block, state } = each;
    if (block.kind !== 'plan' || !state) return [];
    const answer = keptAnswer(block, state) as PlanAnswer | null;
    const due = answer && reviewDue(block.content, answer, state.at);
    if (!answer || due === null || now.toISOString() < due) return [];
    return [
      {
        ...from(course, each),
        keptAt: state.at,
        days: Math.floor((now.getTime() - Date.parse(state.at)) / day),
        lines: planSentences(block.content, answer),
        answer,
      },
    ];
  });
}
