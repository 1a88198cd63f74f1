// Kept blocks in a whole course: translations, and polls that are compared.
import { describe, expect, test } from 'vitest';
import { madeFrom } from '../../../tests/unit/support/course-files';
import { assembleCourse, type Course } from '../course';
import { parseCourseFile, parseLesson } from '../parse';

const courseText = (language = 'en'): string =>
  `---\nid: a\ntitle: T\nsummary: S\nlanguage: ${language}\nversion: 1.0.0\nlevel: basic\nformat: 1\n---\n`;
const lessonText = (body: string): string => `---\ntitle: T\nobjectives: [Do it]\n---\n${body}`;

function assemble(files: Record<string, string>): Course {
  const texts = Object.entries({ 'course.md': courseText(), ...files });
  return assembleCourse({
    folder: 'a',
    files: texts.map(([path]) => path),
    courseFiles: texts
      .filter(([path]) => path.endsWith('course.md'))
      .map(([path, text]) => parseCourseFile(path, text)),
    lessonFiles: texts
      .filter(([path]) => !path.endsWith('course.md'))
      .map(([path, text]) => {
        const source = files[path.replace(/^es\//, '')] ?? '';
        const isTranslation = path.startsWith('es/');
        const lesson = lessonText(text);
        return parseLesson(path, isTranslation ? madeFrom(lessonText(source), lesson) : lesson);
      }),
    problems: [],
  });
}

const rulesOf = (course: Course): string[] =>
  course.problems.map(({ rule, file, line, values }) =>
    `${rule} ${file}:${line} ${Object.values(values).join(' ')}`.trim(),
  );

describe('a translation', () => {
  const source =
    '::: cards #c\nPhishing\n: m\n\nSmishing\n: n\n:::\n\n::: plan #p {again=14d}\n- If ___ then ___\n:::\n';
  const translated = (text: string): Course =>
    assemble({ '01-a.md': source, 'es/course.md': courseText('es'), 'es/01-a.md': text });

  test('takes over revisions, keys and days from its source', () => {
    const course = translated(
      '::: cards #c\nSuplantación\n: m\n\nSMS\n: n\n:::\n\n::: plan #p\n- Si ___ entonces ___\n:::\n',
    );
    expect(rulesOf(course)).toEqual([]);
    const [own, spanish] = course.texts.map(({ lessons }) => lessons[0]?.kept ?? []);
    expect(spanish?.map(({ revision }) => revision)).toEqual(own?.map(({ revision }) => revision));
    const [cards, plan] = spanish ?? [];
    const [ownCards] = own ?? [];
    const keys = (block: typeof cards) =>
      block?.kind === 'cards' ? block.content.cards.map(({ key }) => key) : [];
    expect(keys(cards)).toEqual(keys(ownCards));
    expect(keys(cards)).toHaveLength(2);
    expect(plan?.content).toMatchObject({ again: 14 });
  });

  test.each([
    ['::: plan #p\n- Si ___ entonces ___\n:::\n', 'cards #c is missing'],
    [`${source}::: checklist #x\n- [ ] a\n:::\n`, 'checklist #x is new'],
    [source.replace('If ___ then ___', 'If ___'), 'plan #p has other answers'],
    [source.replace('\n\nSmishing\n: n', ''), 'cards #c has other answers'],
  ])('%# must keep the same blocks', (text, difference) => {
    const course = translated(text);
    expect(rulesOf(course)).toEqual([expect.stringContaining(`translation-blocks es/01-a.md`)]);
    expect(rulesOf(course)[0]).toContain(difference);
    expect(course.texts[1]?.lessons[0]?.broken).toBe(true);
  });
});

describe('polls that are compared', () => {
  const scale = (id: string, more = '', steps = '1..5'): string =>
    `::: poll #${id} {scale=${steps} low=a high=b ${more}}\nQ\n:::\n`;

  test('may stand in the same lesson or in another', () => {
    const course = assemble({
      '01-one.md': scale('first') + scale('second', 'pair=first'),
      '02-two.md': scale('third', 'pair=one/first'),
    });
    expect(rulesOf(course)).toEqual([]);
  });

  test.each([
    ['pair=nobody', 'poll-pair-unknown 01-one.md:5 nobody'],
    ['pair=elsewhere/first', 'poll-pair-unknown 01-one.md:5 elsewhere/first'],
    ['pair=two/first', 'poll-pair-unknown 01-one.md:5 two/first'],
    // With itself there is nothing to compare.
    ['pair=first', 'poll-pair-unknown 01-one.md:5 first'],
    ['pair=two/wider', 'poll-pair-differs 01-one.md:5 two/wider'],
    // No poll.
    ['pair=two/list', 'poll-pair-unknown 01-one.md:5 two/list'],
  ])('%s', (pair, problem) => {
    const course = assemble({
      '01-one.md': scale('first', pair),
      '02-two.md': `${scale('wider', '', '1..7')}::: checklist #list\n- [ ] a\n:::\n`,
    });
    expect(rulesOf(course)).toEqual([problem]);
  });
});

test('links and pictures in kept blocks are looked for like all others', () => {
  const course = assemble({
    '01-one.md':
      '::: checklist #a\n- [ ] Read [this](gone.pdf)\n:::\n\n::: reflect #b\nQ\n\n---\n\n![x](gone.svg)\n:::\n',
  });
  expect(rulesOf(course)).toEqual([
    'link-dead 01-one.md:6 gone.pdf',
    'asset-missing 01-one.md:14 gone.svg',
  ]);
});
