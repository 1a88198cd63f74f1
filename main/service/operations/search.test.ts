// Words are looked up in the shipped courses, as a learner would; nothing found gives an answer away.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindOf } from '../../../core/course/blocks';
import { inFileOrder } from '../../../core/course/blocks/arrangement';
import type { Lesson } from '../../../core/course/course';
import { plainText } from '../../../core/course/plain-text';
import type { Prose } from '../../../core/course/prose';
import type { Piece } from '../../../core/search/excerpt';
import { searchablesOf } from '../../../core/search/searchable';
import type { SearchHit, SearchView } from '../../../core/views';
import { courseText, lessonText, writeFiles } from '../../../tests/unit/support/course-files';
import {
  examinedCourses,
  shippedCourses,
  temporaryFolder,
} from '../../../tests/unit/support/folders';
import { Harness, wholeCourses } from '../../../tests/unit/support/service';

const desk = new Harness({ courses: [{ kind: 'shipped', path: shippedCourses }] });
desk.indexAll();
const learner = desk.learner();
const small = new Harness();
small.indexAll();

const look = (words: string, language = 'en', from = desk, who = learner): SearchView =>
  from.ask('library.search', { learner: who, language, words });
const hitsOf = ({ all }: SearchView) =>
  all.flatMap(({ id, hits }) => hits.map((hit) => ({ course: id, ...hit })));
const text = (pieces: readonly Piece[]): string => pieces.map((piece) => piece.text).join('');
const lessonsOf = (view: SearchView): string[] =>
  hitsOf(view).flatMap(({ course, lesson }) => (lesson ? [`${course}/${lesson.id}`] : []));

describe('the lesson that is looked for comes first', () => {
  test.each([
    [
      'en',
      'alternative text for pictures',
      'documents-everyone-can-read/pictures-charts-and-alternative-text',
    ],
    ['en', 'backup', 'cybersecurity-essentials/backups'],
    ['en', 'bank details changed', 'phishing-lab/changed-bank-details'],
    ['en', 'file names', 'find-check-keep/names-versions-and-folders'],
    ['en', 'how long to keep records', 'find-check-keep/keep-or-delete'],
    ['en', 'lost phone', 'working-safely-anywhere/sticks-scrap-and-lost-devices'],
    ['en', 'ransomware', 'when-something-goes-wrong/ransomware-day'],
    ['en', 'registrable dom', 'phishing-lab/read-addresses'],
    ['es', 'bloquear pantallas', 'cybersecurity-essentials/update-lock-restart'],
    ['es', 'contrasenas', 'cybersecurity-essentials/passkeys-and-passwords'],
    ['es', 'copias de seguridad', 'cybersecurity-essentials/backups'],
    ['es', 'qué es un dato personal', 'personal-data/what-counts'],
    ['ar', 'النسخ الاحتياطي', 'cybersecurity-essentials/backups'],
    ['ar', 'كلمة المرور', 'cybersecurity-essentials/passkeys-and-passwords'],
    ['ar', 'قفل شاشة', 'cybersecurity-essentials/update-lock-restart'],
    ['ar', 'الحساب المصرفي', 'phishing-lab/changed-bank-details'],
    ['de', 'Bankverbindung geändert', 'phishing-lab/changed-bank-details'],
    ['de', 'Passwoerter', 'cybersecurity-essentials/passkeys-and-passwords'],
    ['de', 'schirm sperren', 'cybersecurity-essentials/update-lock-restart'],
    ['de', 'Adressen lesen', 'phishing-lab/read-addresses'],
    ['fr', "l'adresse de l'expéditeur", 'phishing-lab/read-addresses'],
  ])('%s: %s', (language, words, lesson) => {
    const view = look(words, language);
    expect(lessonsOf(view)[0]).toBe(lesson);
    expect(hitsOf(view)[0]?.language).toBe(language);
  });
});

test('where no place has all of the words, some that have half of them are shown', () => {
  const { all, some } = look('report a suspicious xylophone');
  expect(all).toEqual([]);
  const [first] = some;
  expect(first?.hits.length).toBeGreaterThan(0);
  expect(look('xylophone').some).toEqual([]);
});

describe('a hit', () => {
  const where = (hit: SearchHit | undefined) => hit && [text(hit.heading), hit.place];

  test('opens at the passage, in the language of the lesson', () => {
    const [hit] = hitsOf(look('tired person taps approve'));
    expect(where(hit)?.[0]).toBe('When requests do not stop');
    const { prose } = desk.lesson(learner, hit?.course ?? '', hit?.lesson?.id ?? '');
    const line = hit?.place.at === 'line' ? hit.place.line : 0;
    const passage = prose.find((node) => node.line === line);
    expect(passage && plainText([passage])).toContain('tired person taps');
  });

  test('found in another language opens in that of the learner, at the same section', () => {
    const spanish = hitsOf(look('una persona cansada', 'es'))[0];
    const english = hitsOf(look('una persona cansada', 'en'))[0];
    expect([english?.language, english?.lesson?.id]).toEqual(['es', spanish?.lesson?.id]);
    const { prose } = desk.lesson(learner, english?.course ?? '', english?.lesson?.id ?? '');
    const line = english?.place.at === 'line' ? english.place.line : 0;
    expect(prose.find((node) => node.line === line)?.type).toBe('heading');
  });

  test('in a question opens the question, in the glossary the word', () => {
    const inQuestion = hitsOf(look('leave for a coffee', 'en', small, small.learner()));
    expect(inQuestion.map(({ place }) => place)).toContainEqual({ at: 'block', block: 'leaving' });
    const terms = hitsOf(look('password manager')).filter(({ lesson }) => lesson === null);
    expect(terms.map(({ place }) => place)).toContainEqual({
      at: 'term',
      anchor: 'password-manager',
    });
  });

  test('has the words marked, and is nothing but text', () => {
    const [hit] = hitsOf(look('passw manager'));
    const marked = [...(hit?.heading ?? []), ...(hit?.excerpt ?? [])].filter(
      (piece) => piece.marked,
    );
    expect(marked.map((piece) => piece.text.toLowerCase())).toEqual(
      expect.arrayContaining(['password', 'manager']),
    );
  });
});

test('no more than can be looked through, and not all from one lesson', () => {
  for (const words of ['a', 'the', 'e', 'mail message file']) {
    const hits = hitsOf(look(words));
    expect(hits.length).toBeLessThanOrEqual(50);
    const counts = new Map<string, number>();
    for (const lesson of lessonsOf(look(words))) counts.set(lesson, (counts.get(lesson) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(3);
    const places = hits.map(({ course, lesson, place }) =>
      JSON.stringify([course, lesson?.id, place]),
    );
    expect(new Set(places).size).toBe(places.length);
  }
});

describe('whatever is typed is words', () => {
  const same = (one: string, other: string) => expect(look(one)).toEqual(look(other));

  test('never the language of queries', () => {
    same('"password" AND (manager*)', 'password and manager');
    same('text:password NEAR ^manager', 'text password near manager');
    same('{lesson title}: password + "manager', 'lesson title password manager');
    same("password'; DROP TABLE words; -- manager", 'password drop table words manager');
    same('pass\0word', 'pass word');
  });

  test.each([
    '"',
    '*',
    '""',
    '-',
    'a"b"c',
    'NEAR(',
    'AND',
    'NOT OR',
    '\0',
    '😀',
    '\ud800',
    'ﷺ',
    '𞤀𞤁',
  ])('%j', (words) => {
    expect(desk.reply('library.search', { learner, language: 'en', words }).ok).toBe(true);
  });

  test('and anything else, in any language', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '"',
        ' AND ',
        ' NOT ',
        '*',
        'NEAR(',
        '{',
        '}',
        ':',
        '^',
        '\0',
        'phish',
        'كلمة',
      ),
    );
    const typed = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    const languages = fc.constantFrom('en', 'de', 'ar', 'es-MX', 'xx', 'not a tag');
    fc.assert(
      fc.property(typed, languages, (words, language) => {
        const reply = desk.reply('library.search', { learner, language, words });
        expect(reply.ok).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect(look(`${'x'.repeat(5000)} ${'"y '.repeat(1500)}`).isIndexing).toBe(false);
    expect(desk.log).toEqual([]);
  });
});

describe('nothing gives an answer away', () => {
  const lessons = [...wholeCourses(desk.library), ...wholeCourses(small.library)].flatMap(
    ({ course }) =>
      course.texts.flatMap((inLanguage) =>
        inLanguage.lessons.map((lesson) => ({ inLanguage, lesson })),
      ),
  );

  /** Values of a key wherever it stands. */
  const valuesOf = (value: unknown, key: string): unknown[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([name, each]) => [
          ...(name === key && !Array.isArray(value) ? [each] : []),
          ...valuesOf(each, key),
        ]);
  /** Long enough to be told apart. */
  const linesOf = (prose: unknown): string[] =>
    plainText(prose as Prose[])
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line.length >= 12);

  /** What may be read from the start. */
  function open({ prose, items, kept, matter }: Lesson): string {
    const shown = items.map(({ kind, content }) =>
      kindOf(kind).show(content, kindOf(kind).arrange(content, inFileOrder)),
    );
    const said = [prose, ...[...items, ...kept].map(({ question }) => question)].map(plainText);
    return [...said, JSON.stringify([shown, matter])].join(' ').replace(/\s+/g, ' ');
  }

  const secretsOf = (lesson: Lesson): string[] => {
    const said = open(lesson);
    const { items, kept } = lesson;
    return [
      ...items.flatMap(({ hints, why, content }) => [
        ...hints,
        why,
        ...valuesOf(content, 'feedback'),
      ]),
      ...kept.flatMap(({ content }) => [
        ...valuesOf(content, 'model'),
        ...valuesOf(content, 'meaning'),
      ]),
    ]
      .filter(Array.isArray)
      .flatMap(linesOf)
      .filter((line) => !said.includes(line) && !said.includes(JSON.stringify(line).slice(1, -1)));
  };

  test('no feedback, explanation, hint, model answer or back of a card can be found', () => {
    const secrets = lessons.flatMap(({ lesson }) => secretsOf(lesson));
    expect(secrets.length).toBeGreaterThan(2000);
    const told = lessons.flatMap(({ inLanguage, lesson }) => {
      const searched = searchablesOf(inLanguage)
        .filter((each) => each.lesson === lesson.id)
        .flatMap(({ passages }) => passages.map((passage) => passage.text))
        .join('\n');
      return secretsOf(lesson).filter((secret) => searched.includes(secret));
    });
    expect(told).toEqual([]);
  });

  test.each(['Feedback-leaving-lock', 'Hint-leaving-one', 'Feedback-leaving'])(
    '%s is looked for in vain',
    (words) => {
      const found = look(words, 'en', small, small.learner());
      const said = JSON.stringify([found.all, found.some]);
      expect(said).not.toContain('Feedback-');
      expect(said).not.toContain('Hint-');
      expect(found.all).toEqual([]);
    },
  );

  test('a question that a pool did not draw is not found', () => {
    const exams = new Harness({ courses: [{ kind: 'shipped', path: examinedCourses }] });
    exams.indexAll();
    const who = exams.learner();
    const { items } = exams.lesson(who, 'examined', 'pool');
    const [whole] = wholeCourses(exams.library);
    const pool = whole?.course.texts[0].lessons.find(({ id }) => id === 'pool');
    const found = (pool?.items ?? []).filter(({ id, question }) =>
      hitsOf(look(plainText(question), 'en', exams, who)).some(
        ({ place }) => place.at === 'block' && place.block === id,
      ),
    );
    expect(items.length).toBeLessThan(pool?.items.length ?? 0);
    expect(found.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
  });
});

test('courses for trainers are found by trainers', () => {
  const trainer = desk.learner('Tom', { trainers: true });
  const gallery = (who: string) => look('gallery block', 'en', desk, who);
  const ids = ({ all, some }: SearchView) => [...all, ...some].map(({ id }) => id);
  const hidden = desk.library
    .all()
    .filter(({ course }) => course.texts[0].matter.hidden)
    .map(({ course }) => course.id);
  expect(ids(gallery(trainer))).toEqual(expect.arrayContaining(hidden));
  expect(ids(gallery(learner)).filter((id) => hidden.includes(id))).toEqual([]);
});

test('as long as courses are missing in the index, that is said', () => {
  const folder = temporaryFolder();
  for (const id of ['one', 'two']) {
    writeFiles(folder, {
      [`${id}/course.md`]: courseText(id),
      [`${id}/01-first.md`]: lessonText(`Lighthouse of ${id}`),
    });
  }
  const two = new Harness({ courses: [{ kind: 'own', path: folder }] });
  const who = two.learner();
  const seen = () => {
    const { all, isIndexing } = look('lighthouse', 'en', two, who);
    return [all.map(({ id }) => id).sort(), isIndexing];
  };
  expect(seen()).toEqual([[], true]);
  two.service.search.step();
  expect(seen()).toEqual([['one'], true]);
  two.indexAll();
  expect(seen()).toEqual([['one', 'two'], false]);
});
