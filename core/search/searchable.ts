// What a search looks through: each lesson cut at its headings, each block, each word of the glossary.
import type { CourseText, Lesson } from '../course/course';
import type { Term } from '../course/glossary';
import { inlineText, plainText } from '../course/plain-text';
import type { Prose } from '../course/prose';
import { wordsOfItem, wordsOfKept } from './block-words';

/** Another number whenever other texts, or other places, come out of the same course. */
export const searchableVersion = 1;

export const placeKinds = ['lesson', 'section', 'block', 'term'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** Something said in one go: a paragraph, an item of a list, a row of a table, an answer. */
export interface Passage {
  /** Line of the node of the lesson it stands in; null where lines tell nothing. */
  line: number | null;
  text: string;
}

/** What is found as one. */
export interface Searchable {
  kind: PlaceKind;
  /** Id of the lesson; null for a word of the glossary, which is the course's. */
  lesson: string | null;
  lessonTitle: string;
  /**
   * Names it in its lesson, alike in all languages: the number of the section, the id of the block.
   * The anchor of a word of the glossary is a word itself and only of its own language.
   */
  key: string;
  /** The heading; empty for what has none. */
  title: string;
  passages: Passage[];
}

/** Longer passages are cut, and so many are found as one: each hit is looked through for its words. */
const longestPassage = 600;
const mostPassages = 60;

/** A line of text in pieces that are not too long, cut between words where there are any. */
const piecesOf = (text: string): string[] =>
  text.replace(/\s+/g, ' ').trim().match(passageForm) ?? [];
const passageForm = new RegExp(
  `\\S(?:.{0,${longestPassage - 2}}\\S)?(?=\\s|$)|\\S{${longestPassage}}`,
  'gu',
);

const passagesOf = (texts: readonly string[], line: number | null = null): Passage[] =>
  texts
    .flatMap((text) => text.split('\n'))
    .flatMap(piecesOf)
    .map((text) => ({ line, text }));

function inParts(whole: Searchable): Searchable[] {
  const { passages } = whole;
  const parts = Math.max(1, Math.ceil(passages.length / mostPassages));
  return Array.from({ length: parts }, (_, part) => ({
    ...whole,
    passages: passages.slice(part * mostPassages, (part + 1) * mostPassages),
  }));
}

/** All there is to find in one language of a course; lessons that cannot be taught are left out. */
export const searchablesOf = ({ lessons, glossary }: CourseText): Searchable[] =>
  [...lessons.filter(({ broken }) => !broken).flatMap(inLesson), ...glossary.map(ofTerm)]
    .filter(({ kind, passages }) => kind === 'lesson' || passages.length > 0)
    .flatMap(inParts);

const ofTerm = ({ anchor, term, definition }: Term): Searchable => ({
  kind: 'term',
  lesson: null,
  lessonTitle: '',
  key: anchor,
  title: inlineText(term).trim(),
  passages: passagesOf([plainText(definition)]),
});

function inLesson(lesson: Lesson): Searchable[] {
  const { id, matter, prose, items, kept } = lesson;
  const base = { lesson: id, lessonTitle: matter.title };
  const blocks = [
    ...items.map((item) => ({ id: item.id, texts: wordsOfItem(item) })),
    ...kept.map((block) => ({ id: block.id, texts: wordsOfKept(block) })),
  ];
  return [
    { ...base, kind: 'lesson', key: '', title: '', passages: passagesOf(matter.objectives) },
    ...sectionsOf(prose).map((section, at): Searchable => {
      return { ...base, kind: 'section', key: String(at), ...section };
    }),
    ...blocks.map(({ id: key, texts }): Searchable => {
      return { ...base, kind: 'block', key, title: '', passages: passagesOf(texts) };
    }),
  ];
}

/** The words before the first heading are the first section, even where there are none. */
function sectionsOf(prose: readonly Prose[]): Pick<Searchable, 'title' | 'passages'>[] {
  const sections = [{ title: '', passages: [] as Passage[] }];
  for (const node of prose) {
    const section = sections.at(-1);
    if (node.type === 'heading') {
      const title = inlineText(node.children).trim();
      // The line is where the section begins, also for one without any words.
      sections.push({ title, passages: [{ line: node.line, text: '' }] });
    } else section?.passages.push(...passagesOf([plainText([node])], node.line));
  }
  return sections;
}
