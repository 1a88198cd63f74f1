// The keys that front matter may have, in courses and in lessons, and in words what each wants.
import { z } from '../zod';
import { idForm } from './attributes';
import { competenceCodes } from './competences';

export const levels = ['basic', 'intermediate', 'advanced', 'highly-advanced'] as const;
export type Level = (typeof levels)[number];

const versionForm = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;
const dateForm = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const text = z.string('it is no text').trim().min(1, 'it is empty');
const id = z.string('it is no text').regex(idForm, 'it is not in kebab-case');
const date = z.string('it is no date').regex(dateForm, 'it is no date');
const list = <T extends z.ZodType>(element: T) => z.array(element, 'it is no list');
/** A list, or one value alone. */
const oneOrMore = <T extends z.ZodType>(element: T) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : value), list(element));

/** Throws nothing: a tag that Intl does not know is simply not one. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

const shared = {
  id,
  competences: list(
    z.preprocess(
      (value) => String(value),
      z.enum(competenceCodes as [string, ...string[]], 'there is no such competence'),
    ),
  ),
  level: z.enum(levels, 'there is no such level'),
  topics: list(id),
  facts: list(text),
};

export const courseMatter = z.object({
  id: shared.id,
  title: text,
  summary: text,
  language: z.string('it is no text').refine(isLanguageTag, 'it is no language tag'),
  version: z.string('it is no text').regex(versionForm, 'it is no version number'),
  level: shared.level,
  topics: shared.topics.default([]),
  competences: shared.competences.default([]),
  prerequisites: list(id).default([]),
  pass: z
    .int('it is no whole number')
    .min(0, 'it is less than 0')
    .max(100, 'it is more than 100')
    .default(80),
  sure: z.enum(['graded', 'never'], 'there is no such value').default('graded'),
  authors: oneOrMore(text).default([]),
  license: text.optional(),
  facts: shared.facts.default([]),
  sources: list(
    z.object({
      title: text,
      url: z.url({ protocol: /^https$/, error: 'it is no https: address' }).optional(),
    }),
  ).default([]),
  reviewed: date.optional(),
  hidden: z.boolean('it is neither true nor false').default(false),
  format: z.int('it is no whole number').min(1, 'it is less than 1'),
});
export type CourseMatter = z.infer<typeof courseMatter>;

export const lessonMatter = z.object({
  id: shared.id.optional(),
  title: text,
  minutes: z
    .number('it is no number')
    .positive('it is not above 0')
    .max(180, 'it is more than 180')
    .default(5),
  objectives: oneOrMore(text).default([]),
  competences: shared.competences.optional(),
  level: shared.level.optional(),
  topics: shared.topics.optional(),
  facts: shared.facts.optional(),
  reviewBy: date.optional(),
  aid: z.boolean('it is neither true nor false').default(false),
  source: text.optional(),
});
export type LessonMatter = z.infer<typeof lessonMatter>;

/** A glossary needs no front matter; a title is for whoever reads the file. */
export const glossaryMatter = z.object({ title: text.optional() });

/** What to write, for the message about a value that does not fit. */
export const expectedValues: Record<string, string> = {
  id: 'small letters, digits and hyphens, for example reading-a-message',
  title: 'a few words',
  summary: 'one sentence',
  language: 'a language tag, for example en or pt-BR',
  version: 'three numbers, for example 1.2.0',
  level: levels.join(', '),
  topics: 'a list of ids, for example [cybersecurity]',
  competences: 'a list of DigComp codes in quotes, for example ["4.1", "1.2"]',
  prerequisites: 'a list of course ids',
  pass: 'a whole number from 0 to 100',
  sure: 'graded or never',
  authors: 'a list of names',
  license: 'the name of a licence, for example CC-BY-4.0',
  facts: 'a list of fact ids',
  sources: 'a list of entries with title: and, if there is one, url: https://…',
  hidden: 'true or false',
  reviewed: 'a date, for example 2026-11-01',
  reviewBy: 'a date, for example 2027-11-01',
  format: 'format: 1',
  minutes: 'a number of minutes, for example 6',
  objectives: 'a list of sentences that begin with a verb',
  aid: 'true or false',
  source: 'the hash that check prints',
};
