// Which of its languages a course, or one of its lessons, is shown in.
import type { Course, CourseText } from './course';
import type { Term } from './glossary';
import type { CourseOutline } from './outline';

type TextOf<C extends CourseOutline> = C['texts'][0];
type LessonOf<C extends CourseOutline> = TextOf<C>['lessons'][number];

/** The texts that fit a reader, best first: `es-MX` → `es-MX`, `es`, any `es-…`, the first. */
function fittingTexts<T extends { language: string }>(
  texts: readonly [T, ...T[]],
  wanted: string,
): [T, ...T[]] {
  const base = (tag: string): string => tag.split('-')[0] ?? tag;
  const tag = wanted.toLowerCase();
  const fits: ((language: string) => boolean)[] = [
    (language) => language === tag,
    (language) => language === base(tag),
    (language) => base(language) === base(tag),
  ];
  const found = fits.flatMap((isFit) => texts.filter((text) => isFit(text.language.toLowerCase())));
  const [own] = texts;
  const [best = own, ...others] = found;
  return [best, ...others, own];
}

export const bestText = <C extends CourseOutline>(course: C, wanted: string): TextOf<C> =>
  bestOf<TextOf<C>>(course.texts, wanted);

export const bestOf = <T extends { language: string }>(
  texts: readonly [T, ...T[]],
  wanted: string,
): T => fittingTexts(texts, wanted)[0];

/** The words of a course in one of its languages; a translation without any has those of its source. */
export function glossaryOf(course: Course, text: CourseText): { language: string; terms: Term[] } {
  const { language, glossary } = text.glossary.length > 0 ? text : course.texts[0];
  return { language, terms: glossary };
}

/** The lesson in the best language: of the translation where it has it, else of the course's own. */
export function bestLesson<C extends CourseOutline>(
  course: C,
  lessonId: string,
  wanted: string,
): { lesson: LessonOf<C>; text: TextOf<C> } | undefined {
  for (const text of fittingTexts<TextOf<C>>(course.texts, wanted)) {
    const lesson = text.lessons.find((each) => each.id === lessonId && !each.broken);
    if (lesson) return { lesson, text };
  }
  const own = course.texts[0];
  const broken = own.lessons.find((each) => each.id === lessonId);
  return broken ? { lesson: broken, text: own } : undefined;
}
