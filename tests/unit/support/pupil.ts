// Somebody who learns: reads a lesson, answers by the words they see, asks for hints.
import type { Operation, Output } from '../../../core/contract';
import type { ErrorKind } from '../../../core/errors';
import type { Input } from '../../../core/inputs';
import type { CourseView, ItemView, LessonView } from '../../../core/views';
import { itemIn, known, onScreen, type Words } from './answers';
import { type Harness, uuid } from './service';

type OnItem = 'item.hint' | 'item.reveal' | 'item.restart';

export class Pupil {
  constructor(
    readonly desk: Harness,
    readonly id: string = desk.learner(),
    readonly language = 'en',
    readonly course = 'safe-desk',
  ) {}

  /** The same person after the app was started again. */
  at(desk: Harness): Pupil {
    return new Pupil(desk, this.id, this.language, this.course);
  }

  private where(item: string) {
    const lesson = known[item]?.lesson ?? '';
    return { learner: this.id, language: this.language, course: this.course, lesson };
  }

  read(lesson: string): LessonView {
    return this.desk.lesson(this.id, this.course, lesson, this.language);
  }

  /** The page of the course. */
  page(): CourseView {
    const { id: learner, language, course } = this;
    return this.desk.ask('course.read', { learner, language, course });
  }

  sees(item: string): ItemView {
    return itemIn(this.read(known[item]?.lesson ?? ''), item);
  }

  /** What would be sent for an answer in words. */
  input(item: string, words: Words | 'right' | 'wrong', event = uuid()) {
    const given = typeof words === 'string' ? known[item]?.[words] : words;
    const answer = onScreen(this.sees(item), given as Words);
    return { ...this.where(item), item, event, answer, seconds: 5 };
  }

  answers(item: string, words: Words | 'right' | 'wrong', event?: string): ItemView {
    return this.desk.ask('item.answer', this.input(item, words, event));
  }

  private does<Name extends OnItem>(name: Name, item: string, event = uuid()): Output<Name> {
    return this.desk.ask(name, { ...this.where(item), item, event } as Input<Name>);
  }

  hint = (item: string, event?: string): ItemView => this.does('item.hint', item, event);
  reveal = (item: string, event?: string): ItemView => this.does('item.reveal', item, event);
  restart = (item: string, event?: string): ItemView => this.does('item.restart', item, event);

  /** The kind of error when something cannot be done with an item; null when it can. */
  fails(name: OnItem | 'item.answer', item: string, more: object = {}): ErrorKind | null {
    const base = { ...this.where(item), item, event: uuid() };
    const whole = name === 'item.answer' ? { answer: [0], seconds: null } : {};
    const reply = this.desk.reply(name satisfies Operation, { ...base, ...whole, ...more });
    return reply.ok ? null : reply.error.kind;
  }

  drafts(item: string, answer: unknown): ErrorKind | null {
    const reply = this.desk.reply('draft.save', { ...this.where(item), item, answer });
    return reply.ok ? null : reply.error.kind;
  }

  open(lesson: string, event = uuid()): void {
    const { id: learner, language, course } = this;
    this.desk.ask('lesson.open', { learner, language, course, lesson, event });
  }

  finish(lesson: string, event = uuid()): void {
    const { id: learner, language, course } = this;
    this.desk.ask('lesson.finish', { learner, language, course, lesson, event });
  }

  /** Answers every item of a lesson rightly and finishes it. */
  masters(lesson: string): void {
    this.open(lesson);
    for (const [item, { lesson: its }] of Object.entries(known)) {
      if (its === lesson) this.answers(item, 'right');
    }
    this.finish(lesson);
  }

  events(): {
    type: string;
    id: string;
    item?: string;
    answer?: unknown;
    [key: string]: unknown;
  }[] {
    return this.desk.service.store().events.ofLearner(this.id);
  }
}
