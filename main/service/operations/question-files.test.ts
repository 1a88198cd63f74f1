// LiaScript in and out through the Studio: what is not the same afterwards, a report names.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../../core/course/item';
import { parseLesson } from '../../../core/course/parse';
import { plainText } from '../../../core/course/plain-text';
import { samples } from '../../../core/course/samples';
import { smallCourse, writeFiles } from '../../../tests/unit/support/course-files';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { Harness } from '../../../tests/unit/support/service';

function desk(files: Record<string, string> = {}) {
  const own = temporaryFolder();
  writeFiles(own, { ...smallCourse('mine', 'mine'), ...files });
  const harness = new Harness({ courses: [{ kind: 'own', path: own }] });
  const items = (file: string): Item[] =>
    parseLesson(file, readFileSync(join(own, 'mine', file), 'utf8')).items;
  return { harness, items, folder: 'mine' };
}

/** What a question asks, what is right and what is said about it, without places in the file. */
const meaning = ({ kind, question, content, hints, why, tries }: Item): unknown =>
  JSON.parse(
    JSON.stringify(
      {
        kind,
        question: plainText(question),
        content,
        hints: hints.map(plainText),
        why: plainText(why),
        tries,
      },
      (key, value: unknown) => (key === 'line' || key === 'heads' ? undefined : value),
    ),
  );

/** About the lesson and the document, and not about a question. */
const tells = (message: string): boolean =>
  !['objectives-missing', 'head-left-out'].includes(message);

/** Out of the course, and into it again. */
function through({ harness, items, folder }: ReturnType<typeof desk>, file: string) {
  const out = harness.ask('studio.hand-out', { folder, file, format: 'liascript' });
  const back = harness.ask('studio.bring-in', {
    folder,
    name: out.name,
    format: 'liascript',
    text: out.text,
  });
  const said = [...out.report, ...back.report].filter(
    ({ what, message }) => what !== 'kept' && tells(message),
  );
  return { out, back, said, items: back.files.flatMap(items) };
}

const lesson = (body: string): string =>
  `---\ntitle: A lesson\n---\n\nWords before.\n\n${body}\n\n## A part\n\nWords.\n\n## Another\n\nWords after.\n`;

describe('a lesson handed out as LiaScript and brought in again', () => {
  test.each(
    [...samples.questions, ...samples.groups].map(({ kind, markdown }) => [kind, markdown]),
  )('asks the same, or a report says what it lost: %s', (_, markdown) => {
    const mine = desk({ 'mine/02-all.md': lesson(markdown) });
    const before = mine.items('02-all.md').map(meaning);
    const { said, items, back } = through(mine, '02-all.md');
    expect(back.files).toHaveLength(1);
    if (said.length === 0) expect(items.map(meaning)).toEqual(before);
    else expect(said.every(({ line }) => line >= 1)).toBe(true);
  });

  test('whatever words it has', () => {
    const words = fc
      .array(
        fc.constantFrom(
          'lock',
          'key',
          '*star*',
          'a | b',
          '$5',
          'a@b',
          '{z}',
          '(in)',
          'مفتاح',
          '<b>',
        ),
        {
          minLength: 1,
          maxLength: 3,
        },
      )
      .map((all) => `So ${all.join(' ').replace(/[\\`*_[\]<>|$@{}#]/g, '\\$&')} it`);
    fc.assert(
      fc.property(words, words, words, (question, right, why) => {
        const block = `::: choice #q\n${question}\n\n- [x] ${right}\n  > Yes.\n- [ ] other\n  > No.\n\n> [!WHY] ${why}\n:::`;
        const mine = desk({ 'mine/02-all.md': lesson(block) });
        const before = mine.items('02-all.md').map(meaning);
        const { said, items } = through(mine, '02-all.md');
        expect(said).toEqual([]);
        expect(items.map(meaning)).toEqual(before);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a course handed out as LiaScript', () => {
  const files = {
    'mine/02-next.md':
      '---\ntitle: Next\nobjectives: [Learn]\n---\n\nBack to [first](01-first.md). ![A desk](assets/desk.svg)\n',
    'mine/assets/desk.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  };

  test('has its introduction and all lessons; the report names the file of each line', () => {
    const { out } = through(desk(files), 'course.md');
    expect(out.name).toBe('mine.md');
    expect(out.text).toContain('# Title of mine\n\nAbout.\n\n## First of mine');
    expect(out.text).toContain('Back to [first](#first-of-mine)');
    expect(out.report).toContainEqual({
      of: 'pages',
      file: '02-next.md',
      line: 6,
      what: 'changed',
      message: 'file-beside',
      values: { path: 'assets/desk.svg' },
    });
    expect(out.report.map(({ values }) => values.kind)).toContain('objectives');
  });

  test('comes in as lessons that lead to each other under their new names', () => {
    const mine = desk(files);
    const { back, items } = through(mine, 'course.md');
    expect(back.files).toEqual(['03-title-of-mine.md', '04-first-of-mine.md', '05-next-2.md']);
    expect(items).toHaveLength(1);
    const read = (file: string) => mine.harness.ask('studio.read', { folder: 'mine', file }).text;
    expect(read('03-title-of-mine.md')).toContain('About.');
    expect(read('05-next-2.md')).toContain('Back to [first](04-first-of-mine.md)');
  });

  test('of another language is that translation', () => {
    const { harness } = desk({
      'mine/es/course.md':
        smallCourse('x', 'mine')['x/course.md']?.replace('Title of', 'Curso') ?? '',
      'mine/es/01-first.md': '---\ntitle: Primera\n---\n\nHola.\n',
    });
    const on = { folder: 'mine', format: 'liascript' } as const;
    const all = harness.ask('studio.hand-out', { ...on, file: 'es/course.md' });
    expect(all.text).toContain('# Curso mine');
    expect(all.text).toContain('## Primera');
    const one = harness.ask('studio.hand-out', { ...on, file: 'es/01-first.md' });
    expect(one.name).toBe('01-first.md');
    expect(one.text).toContain('Hola.');
  });

  test('that is not there is said', () => {
    const { harness } = desk();
    const on = { folder: 'mine', file: 'none.md', format: 'liascript' } as const;
    expect(harness.failure('studio.hand-out', on)).toBe('not-found');
  });
});
