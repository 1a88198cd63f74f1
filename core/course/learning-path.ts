// One way through the library: where a step of it leads, and its words in a language.
import type { Texts } from './learning-paths';

/** The course and the lesson of a step. */
export function placeOf(at: string): { course: string; lesson: string } {
  const [course = '', lesson = ''] = at.split('/');
  return { course, lesson };
}

/** The text in a language or one that is near to it, else in English, else in whatever there is. */
export function textIn(all: Texts, language: string): { text: string; language: string } {
  const base = (tag: string): string => tag.toLowerCase().split('-')[0] ?? tag;
  const tags = Object.keys(all);
  const best =
    tags.find((tag) => tag.toLowerCase() === language.toLowerCase()) ??
    tags.find((tag) => base(tag) === base(language)) ??
    tags.find((tag) => base(tag) === 'en') ??
    tags[0] ??
    '';
  return { text: all[best] ?? '', language: best };
}
