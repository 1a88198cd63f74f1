// What --fix writes: only what takes no decision, never another meaning, and nothing the second time.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nastyTexts } from '../../tests/nasty-texts';
import { fixText } from './fix';
import { parseLesson } from './parse';

const matter = '---\ntitle: T\nobjectives: [Do it]\n---\n';
const question = (head: string, words = 'What do you do first?'): string =>
  `${head}\n${words}\n\n- [x] This\n  > Yes.\n- [ ] That\n  > No.\n\n> [!WHY] So it is.\n:::\n`;
const fixed = (text: string, source?: string, file = source === undefined ? '01.md' : 'es/01.md') =>
  fixText(file, text, source);

describe('missing ids', () => {
  const idsOf = (text: string): string[] => fixed(matter + text).ids.map(({ id }) => id);

  test('are made of the first words of the question and stand behind the kind', () => {
    const text = matter + question('::: choice {points=2}');
    const result = fixed(text);
    expect(result.text).toBe(text.replace('choice', 'choice #what-do-you-do'));
    expect(result.ids).toEqual([{ line: 5, id: 'what-do-you-do' }]);
    const { items, problems } = parseLesson('01.md', result.text);
    expect(problems).toEqual([]);
    expect(items).toMatchObject([{ id: 'what-do-you-do', points: 2, line: 5 }]);
  });

  test('are unique in the lesson, whatever has an id already', () => {
    const three = question('::: choice').repeat(2) + question('::: choice #what-do-you-do-2');
    expect(idsOf(three)).toEqual(['what-do-you-do', 'what-do-you-do-3']);
    const figure = '::: figure #what-do-you-do\n![A](assets/a.svg)\n:::\n';
    expect(idsOf(figure + question('::: choice'))).toEqual(['what-do-you-do-2']);
    const other = `${question('::: choice', 'ماذا تفعل؟')}${question('::: choice', '你做什么')}`;
    expect(idsOf(other)).toEqual(['choice-1', 'choice-2']);
  });

  test.each([
    ['a quote', (text: string) => text.replace(/^/gm, '> '), '> ::: choice #what-do-you-do\n'],
    [
      'a list',
      (text: string) => `- a\n\n${text.replace(/^/gm, '  ')}`,
      '  ::: choice #what-do-you-do\n',
    ],
    [
      'folded text',
      (text: string) => `:::: details T\n${text}::::\n`,
      '\n::: choice #what-do-you-do\n',
    ],
    ['no space', (text: string) => text.replace('::: ', ':::'), ':::choice #what-do-you-do\n'],
    [
      'lines of Windows',
      (text: string) => text.replaceAll('\n', '\r\n'),
      '::: choice #what-do-you-do\r\n',
    ],
  ])('are written in %s', (_, within, expected) => {
    const result = fixed(matter + within(question('::: choice')));
    expect(result.ids).toHaveLength(1);
    expect(result.text).toContain(expected);
  });

  test.each([
    ['in code', `\`\`\`\n${question('::: choice')}\`\`\`\n`],
    ['of a block that nobody could answer', '::: choice\nWhat?\n\n- [ ] This\n- [ ] That\n:::\n'],
    ['of a kind there is not', question('::: choise')],
    ['where an id is written, if a wrong one', question('::: choice #Not_Fit')],
    ['of what needs none', '::: details T\na\n:::\n'],
    ['of a question within a question', `:::: choice #a\n${question('::: choice')}::::\n`],
  ])('are not given %s', (_, text) => {
    expect(fixed(matter + text)).toMatchObject({ text: matter + text, ids: [] });
  });

  test('are not given in course.md, which asks nothing', () => {
    const text = question('::: choice');
    expect(fixText('course.md', matter + text).text).toBe(matter + text);
  });
});

describe('the ids of a translation', () => {
  const source = matter + question('::: choice #first') + question('::: choice #second');
  const translated = (first: string, second: string): string =>
    matter + question(first, '¿Qué hace usted?') + question(second, '¿Y después?');

  test('are those of its source, block by block', () => {
    const text = translated('::: choice', '::: choice #second');
    expect(fixed(text, source).text).toBe(translated('::: choice #first', '::: choice #second'));
    expect(fixed(translated('::: choice', '::: choice'), source).ids.map(({ id }) => id)).toEqual([
      'first',
      'second',
    ]);
  });

  test.each([
    ['the kinds differ', translated('::: order', '::: choice')],
    ['an id differs', translated('::: choice', '::: choice #other')],
    ['a block is missing', matter + question('::: choice')],
  ])('are left out where %s', (_, text) => {
    expect(fixed(text, source).ids).toEqual([]);
  });

  test('are left out where there is no source, or it has none', () => {
    const text = translated('::: choice', '::: choice');
    expect(fixText('es/01.md', text).ids).toEqual([]);
    expect(fixed(text, source.replaceAll(/ #\w+/g, '')).ids).toEqual([]);
  });
});

describe('white space', () => {
  test('goes at the ends of lines, but where it means something', () => {
    const text = `---\ntitle: T  \nobjectives: [Do it]\n---\n \t\nA word. \nA line that  \nbreaks. \t\n\n\`\`\`\ncode  \n\`\`\`  \n`;
    expect(fixed(text)).toMatchObject({
      text: `---\ntitle: T\nobjectives: [Do it]\n---\n\nA word.\nA line that  \nbreaks.\n\n\`\`\`\ncode  \n\`\`\`\n`,
      lines: 5,
      finalNewline: false,
    });
  });

  test('stays as it is in the middle, at the beginning and in other forms', () => {
    const text = `${matter}  a  b\u00a0\n\n\n\nc\u3000\n`;
    expect(fixed(text).text).toBe(text);
  });

  test('a last line that is not ended gets its end, as the others have it', () => {
    expect(fixed(`${matter}a`)).toMatchObject({ text: `${matter}a\n`, finalNewline: true });
    const windows = `${matter}a`.replaceAll('\n', '\r\n');
    expect(fixed(windows).text).toBe(`${windows}\r\n`);
    expect(fixed('').text).toBe('');
    expect(fixed('\ufeffa').text).toBe('\ufeffa\n');
  });

  test('many lines that must keep theirs do not take for ever', () => {
    const text = `${matter}${'a  \n'.repeat(3000)}b \n`;
    const before = process.threadCpuUsage();
    fixed(text);
    const { user } = process.threadCpuUsage(before);
    // Without a limit it would be thousands of readings of the whole text.
    expect(user / 1000).toBeLessThan(60_000);
  });
});

describe('any text', () => {
  /** What a lesson says, without the questions that a fix made known. */
  const meaning = (text: string) => {
    const { prose, items, anchors, matter: front } = parseLesson('01.md', text);
    return { prose, items, anchors, front };
  };

  test('is mended once: a second time there is nothing to do', () => {
    fc.assert(
      fc.property(nastyTexts, ({ text }) => {
        const once = fixed(matter + text);
        const again = fixed(once.text);
        expect(again).toEqual({ text: once.text, ids: [], lines: 0, finalNewline: false });
      }),
      { numRuns: 1000 },
    );
  });

  test('says the same as before, and has no mistake that it had not', () => {
    fc.assert(
      fc.property(nastyTexts, ({ text }) => {
        const before = parseLesson('01.md', matter + text);
        const result = fixed(matter + text);
        const after = parseLesson('01.md', result.text);
        const rulesIn = (file: typeof before): string[] => file.problems.map(({ rule }) => rule);
        if (result.ids.length === 0) {
          expect(meaning(result.text)).toEqual(meaning(matter + text));
          expect(rulesIn(after)).toEqual(rulesIn(before));
        } else {
          expect(after.items).toHaveLength(before.items.length + result.ids.length);
          expect(after.problems).toHaveLength(before.problems.length - result.ids.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
