// What goes out as GIFT comes in again as it was, and nothing that comes in can stop the app.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drafts, exchangeSoup } from '../../tests/exchange-arbitraries';
import { nastyTexts } from '../../tests/nasty-texts';
import { type ParsedLessonFile, parseLesson } from '../course/parse';
import { exchangeFormats } from '.';
import type { Draft } from './draft';
import type { ExportedLesson, ImportedLesson } from './format';
import { exportGift } from './gift/write';
import { Lessons } from './lessons';
import { Report } from './report';

const options = { title: 'Questions', language: 'en' };

function lessonsOf(all: readonly Draft[]): ImportedLesson[] {
  const lessons = new Lessons(options, new Report());
  for (const draft of all) lessons.add(draft);
  return lessons.finish();
}

const parsed = ({ name, text }: ImportedLesson): ParsedLessonFile => parseLesson(name, text);

const exportable = ({ matter, prose, items, kept }: ParsedLessonFile): ExportedLesson => ({
  matter: { minutes: 5, objectives: [], aid: false, title: '', ...matter },
  prose,
  items,
  kept,
});

/** Everything that is asked, without the places in the file. */
const asked = ({ items, kept }: ParsedLessonFile): unknown =>
  JSON.parse(
    JSON.stringify([...items, ...kept], (key, value: unknown) =>
      key === 'line' || key === 'revision' || key === 'written' ? undefined : value,
    ),
  );

const through = (lesson: ParsedLessonFile) => {
  const out = exportGift(exportable(lesson));
  const back = exchangeFormats.gift.import(out.text, options);
  return { out, back, lessons: back.lessons.map(parsed) };
};

describe('questions that GIFT can say', () => {
  test('come back as they were', () => {
    fc.assert(
      fc.property(drafts, (all) => {
        const [lesson] = lessonsOf(all).map(parsed);
        if (!lesson) throw new Error('no lesson');
        const { out, lessons } = through(lesson);
        expect(lessons.map(asked), out.text).toEqual([asked(lesson)]);
        const lost = out.report.filter(({ what }) => what !== 'kept');
        // Rights of a match are words alone in GIFT.
        expect(lost.filter(({ message }) => message !== 'text-kind-lost')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

/** A question of GIFT for each piece of soup: what is no question is left out. */
const giftSoup = fc
  .array(exchangeSoup, { maxLength: 6 })
  .map((texts) => texts.map((text, at) => `::t${at}::${text}`).join('\n\n'));

describe('GIFT', () => {
  test.each([
    ['soup', fc.oneof(exchangeSoup, giftSoup)],
    ['Markdown', nastyTexts.map(({ text }) => `::a::[markdown]${text}\n\nb {=c ~d}`)],
  ])('that came in goes out, and comes in as it was: %s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const first = exchangeFormats.gift.import(text, options);
        for (const made of first.lessons) {
          const lesson = parsed(made);
          const { out, lessons } = through(lesson);
          const lost = out.report.filter(({ what }) => what !== 'kept');
          // A gap at the end of a heading comes back in a paragraph of its own.
          if (lost.length > 0 || /^#.*\[\[/m.test(made.text)) continue;
          expect(
            lessons.flatMap((each) => asked(each)),
            out.text,
          ).toEqual(asked(lesson));
        }
      }),
      { numRuns: 300 },
    );
  });
});
