// What an event is about, in words and answers of the course: looked up where the course is at hand.
import { type AnyKind, kindOf } from '../course/blocks';
import type { Interaction } from '../course/blocks/kind';
import type { Course, CourseText, Lesson } from '../course/course';
import { type AnyKeptKind, keptKindOf } from '../course/kept';
import { plainText } from '../course/plain-text';
import type { Prose } from '../course/prose';
import type { LearningEvent } from '../learning/events';
import { type LanguageMap, languageTag } from './statement';

export interface AboutBlock {
  words: LanguageMap;
  kind: string;
  /** How the answer is named; null where it is not named, or is one to another revision. */
  interaction: Interaction | null;
  /** Nobody but the learner ever sees what is given here. */
  isPrivate: boolean;
}

export interface About {
  course: LanguageMap;
  lesson: LanguageMap | null;
  block: AboutBlock | null;
}

const longestName = 250;

/** Words under their language; empty where there are none. */
function named(language: string, words: string): LanguageMap {
  const line = words.replace(/\s+/g, ' ').trim();
  const tag = languageTag(language);
  return line === '' || tag === undefined
    ? {}
    : { [tag]: [...line].slice(0, longestName).join('') };
}

const question = (text: CourseText, prose: readonly Prose[]): LanguageMap =>
  named(text.language, plainText(prose));

/** All languages of the title: activities are the same whoever reads them. */
const titles = (found: readonly { text: CourseText; title: string }[]): LanguageMap =>
  Object.assign({}, ...found.map(({ text, title }) => named(text.language, title)));

/** What the library knows of the course an event happened in. */
export function aboutOf(course: Course, event: LearningEvent): About {
  const courseTitles = course.texts.map((text) => ({ text, title: text.matter.title }));
  const about: About = { course: titles(courseTitles), lesson: null, block: null };
  if (!('lesson' in event)) return about;
  const found = course.texts.flatMap((text) => {
    const lesson = text.lessons.find(({ id }) => id === event.lesson);
    return lesson ? [{ text, lesson, title: lesson.matter.title }] : [];
  });
  if (found.length > 0) about.lesson = titles(found);
  for (const { text, lesson } of inLanguageOf(event, found)) {
    about.block ??= blockOf(text, lesson, event);
  }
  return about;
}

/** The text that was read comes first: the answer to some kinds depends on its words. */
function inLanguageOf<Found extends { text: CourseText }>(
  event: LearningEvent,
  found: readonly Found[],
): Found[] {
  const isRead = ({ text }: Found): boolean =>
    'language' in event && text.language === event.language;
  return [...found.filter(isRead), ...found.filter((each) => !isRead(each))];
}

function blockOf(text: CourseText, lesson: Lesson, event: LearningEvent): AboutBlock | null {
  if ('group' in event) {
    const group = lesson.groups.find(({ id }) => id === event.group);
    return group ? { words: {}, kind: group.kind, interaction: null, isPrivate: false } : null;
  }
  if (!('item' in event)) return null;
  const item = lesson.items.find(({ id }) => id === event.item);
  if (item) {
    const isSame = event.type === 'item.answered' && item.revision === event.revision;
    return {
      words: question(text, item.question),
      kind: item.kind,
      // An answer that was typed in secret is in no statement, whatever it says.
      interaction:
        isSame && item.kind !== 'password'
          ? interactionOf(kindOf(item.kind), item.content, event.answer)
          : null,
      isPrivate: false,
    };
  }
  const kept = lesson.kept.find(({ id }) => id === event.item);
  if (!kept) return null;
  const kind = keptKindOf(kept.kind);
  const isSame = event.type === 'block.kept' && kept.revision === event.revision;
  return {
    words: question(text, kept.question),
    kind: kept.kind,
    interaction: isSame ? interactionOf(kind, kept.content, event.answer) : null,
    isPrivate: kept.private || kind.isPrivate,
  };
}

/** Events come from elsewhere too: what is no answer to this block is not named as one. */
function interactionOf(
  kind: Pick<AnyKind | AnyKeptKind, 'answer' | 'isComplete' | 'interaction'>,
  content: unknown,
  answer: unknown,
): Interaction | null {
  const checked = kind.answer.safeParse(answer);
  if (!checked.success || !kind.isComplete(content, checked.data)) return null;
  return kind.interaction?.(content, checked.data) ?? null;
}
