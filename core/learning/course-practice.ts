// A whole course played without a service: its lessons, how far one is, and all of it as one text to go on from.
import type { Course, Lesson } from '../course/course';
import { bestLesson, bestText } from '../course/in-language';
import type { Item } from '../course/item';
import { OperationError } from '../errors';
import type { CourseView, LessonView, Links, Place, ResultView } from '../views';
import { z } from '../zod';
import type { CourseState, LessonState } from './course-state';
import { courseView, resultView, type Surroundings } from './course-views';
import type { ItemEvent } from './events';
import { lessonView } from './lesson-view';
import { Practice } from './practice';
import { type PracticeState, practiceState } from './practice-state';
import { type CourseProgress, courseProgress } from './progress';

/** A question was answered; a learning platform may want to know. */
export interface Answered {
  lesson: string;
  item: Item;
  event: Extract<ItemEvent, { type: 'item.answered' }>;
}

interface CourseSetting {
  /** BCP 47 tag of the words that are wanted. */
  language: string;
  /** Decides what is drawn and shuffled, unless an earlier time decided it. */
  seed: string;
  now: () => Date;
  answered?: (answered: Answered) => void;
}

interface SurroundingsOf extends Omit<Surroundings, 'links'> {
  /** As seen from the folder of a language. */
  links: (folder: string) => Links;
}

/**
 * How much is kept where there is little room: everything; all but half answers; or only how each
 * question counts, without any answer.
 */
export const savedParts = ['all', 'answers', 'scores'] as const;
export type SavedParts = (typeof savedParts)[number];

const savedForm = 1;

const savedCourse = z.object({
  form: z.literal(savedForm),
  seed: z.string().max(100),
  opened: z.array(z.string().max(200)).max(5000),
  finished: z.array(z.string().max(200)).max(5000),
  lessons: z.record(z.string().max(200), practiceState),
});

/** Any time will do: platforms are only told that a lesson is done. */
const someTime = new Date(0).toISOString();

export class CoursePractice {
  private readonly practices = new Map<string, Practice>();
  private readonly places = new Map<string, Place>();
  private readonly opened = new Set<string>();
  private readonly finished = new Set<string>();
  private readonly seed: string;

  /** `saved` is what `save` gave; anything else begins anew. */
  constructor(
    readonly course: Course,
    private readonly setting: CourseSetting,
    saved: string | null = null,
  ) {
    const before = saved === null ? null : readSaved(saved);
    this.seed = before?.seed ?? setting.seed;
    for (const { id } of this.lessons) {
      const practice = this.practiceOf(id);
      this.practices.set(id, practice);
      const state = before?.lessons[id];
      if (state) practice.restore(state);
      if (before?.opened.includes(id)) this.opened.add(id);
      if (before?.finished.includes(id)) this.finished.add(id);
    }
  }

  /** Throws `not-found`. */
  in(lesson: string): Practice {
    const practice = this.practices.get(lesson);
    if (!practice) throw new OperationError('not-found', { what: 'lesson' });
    return practice;
  }

  open(lesson: string): void {
    this.opened.add(lesson);
  }

  finish(lesson: string): void {
    this.opened.add(lesson);
    this.finished.add(lesson);
  }

  /** Where reading stopped, as long as the page is open. */
  stop(lesson: string, place: Place): void {
    this.places.set(lesson, place);
  }

  progress(): CourseProgress {
    return courseProgress(this.course, this.state);
  }

  courseView({ links, organisation }: SurroundingsOf): CourseView {
    const { language } = this.setting;
    const { folder } = bestText(this.course, language);
    return courseView(this.course, this.state, language, {
      links: links(folder),
      organisation,
      // Organisations ask in the app, not on pages that travel.
      mandatory: null,
    });
  }

  resultView(): ResultView {
    return resultView(this.course, this.state, this.setting.language, null);
  }

  lessonView(id: string, { links, organisation }: SurroundingsOf): LessonView {
    const { text, lesson } = this.best(id);
    return lessonView(
      { course: this.course, lesson, text },
      this.state,
      this.setting.language,
      this.in(id).view(),
      { links: links(text.folder), organisation, place: this.places.get(id) ?? null },
    );
  }

  /** Private answers are left out, unless what is saved stays with the learner. */
  save(parts: SavedParts = 'all', withPrivate = false): string {
    const lessons = this.lessons.flatMap((lesson) => {
      const state = partOf(this.in(lesson.id).save(), parts, withPrivate ? null : lesson);
      return Object.values(state).some((each) => Object.keys(each).length > 0)
        ? [[lesson.id, state] as const]
        : [];
    });
    const saved: z.infer<typeof savedCourse> = {
      form: savedForm,
      seed: this.seed,
      opened: this.idsIn(this.opened),
      finished: this.idsIn(this.finished),
      lessons: Object.fromEntries(lessons),
    };
    return JSON.stringify(saved);
  }

  private get state(): CourseState {
    const all = this.lessons.map(({ id }) => this.in(id).state);
    const lessons = new Map<string, LessonState>(
      this.lessons.map(({ id }) => [
        id,
        {
          openedAt: this.opened.has(id) ? someTime : null,
          finishedAt: this.finished.has(id) ? someTime : null,
        },
      ]),
    );
    return {
      lessons,
      items: new Map(all.flatMap(({ items }) => [...items])),
      groups: new Map(all.flatMap(({ groups }) => [...groups])),
      seed: this.seed,
    };
  }

  private get lessons(): Lesson[] {
    return this.course.texts[0].lessons;
  }

  /** In the order of the course. */
  private idsIn(some: ReadonlySet<string>): string[] {
    return this.lessons.map(({ id }) => id).filter((id) => some.has(id));
  }

  private best(id: string) {
    const found = bestLesson(this.course, id, this.setting.language);
    if (!found) throw new OperationError('not-found', { what: 'lesson' });
    return found;
  }

  private practiceOf(lessonId: string): Practice {
    const { id, version, texts } = this.course;
    const { lesson } = this.best(lessonId);
    return new Practice(lesson, {
      course: id,
      version,
      pass: texts[0].matter.pass,
      seed: this.seed,
      now: this.setting.now,
      around: { lessons: this.lessons, keptIn: (other, block) => this.in(other).keptIn(block) },
      heard: (event, item) => {
        if (event.type === 'item.answered') {
          this.setting.answered?.({ lesson: lesson.id, item, event });
        }
      },
    });
  }
}

function readSaved(text: string): z.infer<typeof savedCourse> | null {
  try {
    return savedCourse.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** `lesson` names the private blocks to leave out; null keeps them. */
function partOf(state: PracticeState, parts: SavedParts, lesson: Lesson | null): PracticeState {
  const secret = new Set(lesson?.kept.filter((each) => each.private).map(({ id }) => id));
  const open = <Each>(all: Record<string, Each>): Record<string, Each> =>
    Object.fromEntries(Object.entries(all).filter(([id]) => !secret.has(id)));
  const { items, groups } = state;
  if (parts === 'scores') {
    const scores = Object.entries(items).map(([id, each]) => [id, { ...each, answer: null }]);
    return { items: Object.fromEntries(scores), groups, kept: {}, cards: {}, drafts: {} };
  }
  return {
    items,
    groups,
    kept: open(state.kept),
    cards: state.cards,
    drafts: parts === 'all' ? open(state.drafts) : {},
  };
}
