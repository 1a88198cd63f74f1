// Sheets to print: every kind of block has a form on paper, and a work sheet holds nothing that is right.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Course } from '../../core/course/course';
import type { Item } from '../../core/course/item';
import { plainText } from '../../core/course/plain-text';
import type { Prose } from '../../core/course/prose';
import { type PaperOrder, sheetPage } from '../../core/paper/sheet-page';
import type { SheetFormat } from '../../core/player/formats';
import { courseFromFolder } from '../../tests/course-folder';
import { drawSheet } from './main';

const project = join(import.meta.dirname, '..', '..');
const gallery = courseFromFolder(join(project, 'courses', 'gallery'));
const items = gallery.texts[0].lessons.flatMap((lesson) => lesson.items);

function wordsIn(language: string): unknown {
  const folder = join(project, 'renderer', 'text', language);
  const files = readdirSync(folder).map((name) => [
    basename(name, '.json'),
    JSON.parse(readFileSync(join(folder, name), 'utf8')),
  ]);
  return Object.fromEntries(files);
}

function drawn(course: Course, format: SheetFormat, some: Partial<PaperOrder> = {}): string {
  const order: PaperOrder = {
    ...{ course, format, language: 'en', interfaceLanguage: 'en', paper: 'a4', organisation: {} },
    linksIn: () => ({}),
    ...some,
  };
  return drawSheet(sheetPage(order), wordsIn(order.interfaceLanguage));
}

const signs: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};
const folded = (text: string): string => text.replace(/\s+/g, '');

/** What can be read on the sheet, without white space. */
const read = (html: string): string =>
  folded(
    html.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot|#x27);/g, (sign) => signs[sign] ?? ''),
  );

/** All that authors say about answers, wherever in a block it stands. */
function saidIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(saidIn);
  return Object.entries(value).flatMap(([name, each]) => {
    if (!['feedback', 'why', 'meaning'].includes(name)) return saidIn(each);
    const all: Prose[][] = Array.isArray((each as unknown[])[0])
      ? (each as Prose[][])
      : [each as Prose[]];
    return all.map((nodes) => folded(plainText(nodes))).filter((text) => text !== '');
  });
}

/** Words of an item that are right and stand nowhere in what is asked. */
function answersIn(item: Item): string[] {
  switch (item.kind) {
    case 'blanks':
      return item.content.gaps.flatMap((gap) =>
        gap.type === 'text' ? gap.answers.slice(0, 1) : [],
      );
    case 'repair':
      return [item.content.model];
    default:
      return [];
  }
}

const kept = gallery.texts[0].lessons.flatMap((lesson) => lesson.kept);
const models = kept.flatMap((block) =>
  block.kind === 'reflect' ? [folded(plainText(block.content.model))] : [],
);
const secrets = [
  ...items.flatMap((item) => [...saidIn({ why: item.why, content: item.content })]),
  ...items.flatMap(answersIn).map(folded),
  ...saidIn(kept),
  ...models,
].filter((text) => text.length > 6);
const hints = items.flatMap((item) => item.hints.map((hint) => folded(plainText(hint))));

/** Secrets that a sheet gives away. */
const givenAway = (html: string): string[] => {
  const text = read(html);
  return secrets.filter((secret) => text.includes(secret));
};

describe('a work sheet', () => {
  test('says nothing about answers; an answer sheet, looked at in the same way, says all of it', () => {
    expect(new Set(items.map(({ kind }) => kind)).size).toBe(16);
    expect(secrets.length).toBeGreaterThan(60);
    const work = drawn(gallery, 'worksheet');
    expect(givenAway(work)).toEqual([]);
    expect(hints.filter((hint) => read(work).includes(hint))).toEqual([]);
    expect(work).not.toContain('paper__right');
    expect(work).not.toContain('lucide-check');
    // Its broken twin: the same page with the answers left in.
    const twin = drawn(gallery, 'answersheet');
    // What is said about wrong answers to gaps is about no gap of its own.
    const missed = secrets.filter((secret) => !givenAway(twin).includes(secret));
    expect(missed.length).toBeLessThan(secrets.length * 0.15);
    expect(twin).toContain('paper__right');
  });

  /** The same question with something else for its right answer. */
  const turned: { [K in Item['kind']]?: (item: Extract<Item, { kind: K }>) => void } = {
    choice: ({ content: { options } }) => {
      const rights = options.map(({ right }) => right);
      for (const [at, option] of options.entries()) option.right = rights.at(at - 1) ?? false;
    },
    truefalse: ({ content: { statements } }) => {
      for (const each of statements) each.isTrue = !each.isTrue;
    },
    address: ({ content: { addresses } }) => {
      for (const each of addresses) each.genuine = !each.genuine;
    },
    form: ({ content: { rows } }) => {
      for (const row of rows) row.right = (row.right + 1) % row.choices.length;
    },
    hotspot: ({ content: { areas } }) => {
      for (const area of areas) area.right = !area.right;
    },
    mark: ({ content }) => {
      content.spots = [{ units: [0], said: [] }];
    },
    sheet: ({ content }) => {
      content.right = [[0, 0, 0]];
    },
    inbox: ({ content: { messages } }) => {
      for (const message of messages) {
        message.nature = message.nature === 'genuine' ? 'phish' : 'genuine';
        message.clues = [];
      }
    },
    estimate: ({ content }) => {
      content.answer += 1;
    },
    scenario: ({ content: { scenes } }) => {
      const other = { good: 'bad', bad: 'good', mixed: 'good' } as const;
      for (const scene of scenes) if (scene.outcome) scene.outcome = other[scene.outcome];
    },
    blanks: ({ content: { gaps } }) => {
      for (const gap of gaps) if (gap.type === 'text') gap.answers = ['elsewhere'];
    },
    // In these two, what is right is the order in the file.
    order: ({ content: { entries } }) => {
      entries.push(...entries.splice(0, 1));
    },
    match: ({ content: { right } }) => {
      right.push(...right.splice(0, 1));
    },
    sort: ({ content: { groups, items } }) => {
      for (const each of items) each.group = (each.group + 1) % groups.length;
    },
    repair: ({ content }) => {
      content.model = 'Elsewhere.';
      for (const { check } of content.checks) {
        // Those without a label are asked for in so many words.
        if ('phrases' in check && check.label !== null) check.phrases = ['elsewhere'];
      }
    },
  };

  test('is looked at for every kind of question but the password, where nothing is right', () => {
    const kinds = new Set(items.map(({ kind }) => kind));
    expect(Object.keys(turned).sort()).toEqual(
      [...kinds].filter((kind) => kind !== 'password').sort(),
    );
  });

  /** Entries of lists and their letters by the alphabet: shuffled, they stand in another order each time. */
  const inNoOrder = (html: string): string[] => html.split(/(?=<\/?(?:li|strong)\b)/).sort();

  test.each(Object.keys(turned))('is the same whatever is right: %s', (kind) => {
    const other = structuredClone(gallery);
    for (const { items } of other.texts[0].lessons) {
      for (const item of items) if (item.kind === kind) turned[item.kind]?.(item as never);
    }
    const [work, before] = [drawn(other, 'worksheet'), drawn(gallery, 'worksheet')];
    if (kind === 'order' || kind === 'match') expect(inNoOrder(work)).toEqual(inNoOrder(before));
    else expect(work).toBe(before);
    // The answer sheet is what depends on it: the comparison can fail.
    expect(drawn(other, 'answersheet')).not.toBe(drawn(gallery, 'answersheet'));
  });

  test('numbers its questions as the answer sheet does', () => {
    const numbers = (html: string) =>
      [...html.matchAll(/<h3>([^<]*)<\/h3>/g)].map(([, words]) => words);
    const work = numbers(drawn(gallery, 'worksheet'));
    expect(work).toHaveLength(items.length + kept.length);
    expect(work.slice(0, 2)).toEqual(['Question 1', 'Question 2']);
    expect(numbers(drawn(gallery, 'answersheet'))).toEqual(work);
  });

  test('says what cannot be done on paper', () => {
    const text = read(drawn(gallery, 'worksheet'));
    for (const words of [
      'Neverwriteapasswordonpaper',
      'aboutfiguresthatcanbechanged',
      'Rowsandtablesmarked(hidden)',
      'Deskwiseasks1ofthenext2questions',
      'Atestwith2questions.Itispassedwith',
    ]) {
      expect(text).toContain(words);
    }
  });

  test('has no control in it and no script', () => {
    const html = drawn(gallery, 'worksheet');
    expect(html).not.toMatch(/<(script|input|select|textarea|iframe|form)\b|\son\w+=/);
  });

  test('of words that look like HTML shows them', () => {
    const other = structuredClone(gallery);
    other.texts[0].matter.title = '<script>alert(1)</script>';
    expect(drawn(other, 'worksheet')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('is in the language and the direction of the course', () => {
    const arabic = structuredClone(gallery);
    const [own] = arabic.texts;
    own.language = 'ar';
    own.matter.title = 'معرض';
    const html = drawn(arabic, 'worksheet', { language: 'ar', interfaceLanguage: 'ar' });
    expect(html).toContain('<h1 lang="ar" dir="rtl">معرض</h1>');
    expect(html).toContain('ورقة العمل');
    expect(html).toContain('السؤال');
  });

  test('of a course that asks nothing says so', () => {
    const empty = structuredClone(gallery);
    for (const lesson of empty.texts[0].lessons) Object.assign(lesson, { items: [], kept: [] });
    expect(drawn(empty, 'worksheet')).toContain('This course asks no questions.');
  });
});
