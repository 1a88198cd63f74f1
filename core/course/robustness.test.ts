// Nothing that a course contains stops the app: no text throws, none takes long, none loses words.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileLines, nastyMatter, nastyTexts, patterns } from '../../tests/nasty-texts';
import { growth, linear } from '../../tests/thread-cost';
import { gradedKinds } from './blocks';
import { assembleCourse } from './course';
import type { Item } from './item';
import { type ParsedLessonFile, parseCourseFile, parseLesson } from './parse';
import type { Prose } from './prose';
import { type RuleId, rules } from './rules';

const matter = '---\ntitle: T\nobjectives: [Do it]\n---\n';
const read = (text: string): ParsedLessonFile => parseLesson('01-a.md', matter + text);
const rulesOf = (file: ParsedLessonFile): string[] => file.problems.map(({ rule }) => rule);

/** Everything in a parsed file that a reader or an author sees. */
const seen = ({ prose, items, problems, matter }: ParsedLessonFile): string =>
  JSON.stringify([prose, items, problems, matter]);

/** Under these, something of the text is not shown: a message says so. */
const leavesOut: readonly RuleId[] = [
  'answer-double',
  'answer-empty',
  'aside-misplaced',
  'answers-after',
  'answers-missing',
  'answers-too-few',
  'attribute-syntax',
  'attribute-unknown',
  'attribute-value',
  'block-id-double',
  'block-id-missing',
  'block-kind-missing',
  'block-kind-unknown',
  'block-nested',
  'check-unknown',
  'choice-effect',
  'choice-form',
  'block-part-alone',
  'clue-in-genuine',
  'clue-place',
  'explanation-double',
  'footnote-unused',
  'form-columns',
  'form-right',
  'form-setting-missing',
  'gap-empty',
  'gap-misplaced',
  'gap-missing',
  'gap-number',
  'gap-options',
  'group-name-missing',
  'groups-too-few',
  'marks-missing',
  'passage-unknown',
  'match-columns',
  'match-right-empty',
  'message-key-double',
  'message-line',
  'message-verdict-missing',
  'messages-too-few',
  'nested-too-deep',
  'repair-model-fails',
  'repair-model-missing',
  'right-answer-missing',
  'sheet-cell-unknown',
  'sheet-mark-missing',
  'scene-good-missing',
  'scene-outcome-choices',
  'scene-unknown',
  'table-cells-extra',
  'text-tangled',
];

function itemsPlaced(prose: readonly Prose[]): string[] {
  const found: string[] = [];
  JSON.stringify(prose, (_, value: unknown) => {
    const node = value as Partial<Extract<Prose, { type: 'item' }>> | null;
    if (node?.type === 'item' && node.id !== undefined) found.push(node.id);
    return value;
  });
  return found;
}

describe('any text', () => {
  test('is read without throwing, into plain JSON, with places that exist', () => {
    fc.assert(
      fc.property(nastyTexts, ({ text }) => {
        const file = read(text);
        expect(JSON.parse(JSON.stringify(file))).toEqual(file);
        const lines = (matter + text).replace(/\r\n?/g, '\n').split('\n');
        for (const { rule, line, column, values } of file.problems) {
          expect(Object.keys(rules)).toContain(rule);
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual(Math.max(1, lines[line - 1]?.length ?? 0));
          expect(JSON.stringify(values)).not.toContain('null');
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('asks each question once, at a place of its own', () => {
    fc.assert(
      fc.property(nastyTexts, ({ text }) => {
        const { prose, items } = read(text);
        expect(itemsPlaced(prose).sort()).toEqual(items.map(({ id }) => id).sort());
      }),
      { numRuns: 1000 },
    );
  });

  test('loses no word without saying so', () => {
    fc.assert(
      fc.property(nastyTexts, ({ text, words }) => {
        const file = read(text);
        const everything = seen(file);
        for (const word of words) {
          if (everything.includes(word)) continue;
          // Behind the language of code stands what other programs want to know.
          if (new RegExp(`^.*(\`\`\`|~~~)\\S*\\s.*${word}`, 'm').test(text)) continue;
          // What is foreseen in a gap is compared with what is typed, and words to mark are pressed
          // to mark them: where a link in them leads is nothing.
          const inList = new RegExp(`^\\s*[-*] .*\\]\\(#${word}\\)`, 'm');
          if (/^\s*:{3,} ?(blanks|mark)/m.test(text) && inList.test(text)) continue;
          const reason = file.problems.find(({ rule }) => leavesOut.includes(rule));
          expect(reason, `nothing says why ${word} is left out`).toBeDefined();
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('reads the same again, and whatever its lines end with', () => {
    fc.assert(
      fc.property(nastyTexts, ({ text }) => {
        const clean = text.replace(/\r/g, '');
        const file = read(clean);
        expect(read(clean)).toEqual(file);
        const crlf = parseLesson('01-a.md', (matter + clean).replaceAll('\n', '\r\n'));
        expect(crlf).toEqual(file);
        const cr = parseLesson('01-a.md', (matter + clean).replaceAll('\n', '\r'));
        expect(cr).toEqual(file);
        const bom = parseLesson('01-a.md', `\ufeff${matter}${clean}`);
        expect(bom).toEqual(file);
      }),
    );
  });

  test('is a course description too, which asks nothing', () => {
    fc.assert(
      fc.property(nastyTexts, ({ text }) => {
        expect(itemsPlaced(parseCourseFile('course.md', text).prose)).toEqual([]);
      }),
    );
  });

  test('is put together into a course', () => {
    fc.assert(
      fc.property(nastyTexts, nastyTexts, nastyMatter, (one, other, front) => {
        const course = assembleCourse({
          folder: 'x',
          files: ['course.md', '01-a.md', 'es/course.md', 'es/01-a.md'],
          courseFiles: [
            parseCourseFile('course.md', front + one.text),
            parseCourseFile('es/course.md', front + other.text),
          ],
          lessonFiles: [
            parseLesson('01-a.md', matter + one.text),
            parseLesson('es/01-a.md', matter + other.text),
          ],
          problems: [],
        });
        expect(course.texts).toHaveLength(2);
        expect(course.texts[0].lessons).toHaveLength(1);
      }),
    );
  });
});

describe('twenty thousand lines of everything', () => {
  test('are read without throwing, with places that exist', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const text = hostileLines(20_000, seed);
        const lines = (matter + text).split(/\r\n?|\n/).length;
        const lesson = read(text);
        for (const file of [lesson, parseCourseFile('course.md', matter + text)]) {
          for (const { line, column } of file.problems) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(line).toBeLessThanOrEqual(lines);
            expect(column).toBeGreaterThanOrEqual(1);
          }
        }
        expect(itemsPlaced(lesson.prose).sort()).toEqual(lesson.items.map(({ id }) => id).sort());
      }),
      { numRuns: 3 },
    );
  });
});

describe('any front matter', () => {
  test('is read without throwing, into plain JSON', () => {
    fc.assert(
      fc.property(nastyMatter, (text) => {
        for (const file of [parseLesson('01-a.md', text), parseCourseFile('course.md', text)]) {
          expect(JSON.parse(JSON.stringify(file))).toEqual(file);
          expect(Object.getPrototypeOf(file.matter)).toBe(Object.prototype);
          for (const { line, column } of file.problems) {
            expect(line).toBeLessThanOrEqual(text.split('\n').length);
            expect(column).toBeGreaterThanOrEqual(1);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('of bytes that mean nothing is read too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        parseLesson('01-a.md', text);
        parseLesson('01-a.md', `---\n${text}\n---\n`);
        read(text);
      }),
    );
  });
});

describe('what is nested too deep', () => {
  const deep: [string, string][] = [
    ['quotes', `${'> '.repeat(70)}lost\n`],
    ['lists', `${'- '.repeat(40)}lost\n`],
    ['quotes and lists', `${'> - '.repeat(40)}lost\n`],
    [
      'blocks',
      Array.from({ length: 70 }, (_, at) => `${':'.repeat(80 - at)} details a\n`).join('') +
        'lost\n',
    ],
  ];

  test.each(deep)('is left out and reported: %s', (_, text) => {
    const file = read(`${text}\nafter\n`);
    expect(seen(file)).not.toContain('lost');
    expect(rulesOf(file)).toContain('nested-too-deep');
    expect(file.problems.find(({ rule }) => rule === 'nested-too-deep')?.line).toBeGreaterThan(4);
  });

  test.each(['*', '**', '~~', '_'])('keeps its words but not its form: %s', (mark) => {
    const file = read(`${`${mark}a `.repeat(100)}kept${` a${mark}`.repeat(100)}\n`);
    expect(seen(file)).toContain('kept');
    expect(rulesOf(file)).toEqual(['nested-too-deep']);
  });

  test('keeps everything up to the limit', () => {
    for (const text of [`${'> '.repeat(58)}kept`, `${'- '.repeat(29)}kept`]) {
      const file = read(text);
      expect(seen(file)).toContain('kept');
      expect(rulesOf(file)).toEqual([]);
    }
  });

  test('in brackets stays text', () => {
    for (const open of ['[', '![', '^[', '^[^[', '[^', '[[']) {
      for (const count of [3, 30, 300]) {
        const file = read(`[^a]: note\n\n${open.repeat(count)}kept${']'.repeat(count)}`);
        expect(seen(file), `${count} times ${open}`).toContain('kept');
      }
    }
  });
});

describe('long texts', () => {
  /** What a careless parser would put on the stack, or hand to a function as arguments. */
  test.each([
    ['stars', `${'*'.repeat(100_000)}a${'*'.repeat(100_000)}`],
    ['paragraphs in an unknown block', `::: zzz\n${'a\n\n'.repeat(200_000)}:::\n`],
    ['brackets', '['.repeat(100_000)],
    ['pictures in pictures', `${'!['.repeat(100_000)}a${'](u)'.repeat(100_000)}`],
    ['quotes', '>'.repeat(200_000)],
    ['colons', ':'.repeat(200_000)],
    ['one word', 'x'.repeat(2_000_000)],
  ])('do not overflow anything: %s', (_, text) => {
    const file = read(text);
    expect(JSON.parse(JSON.stringify(file.prose))).toEqual(file.prose);
  });

  test('deep YAML does not overflow anything', () => {
    for (const text of ['[', '{a: ', '- ', '? ']) {
      parseLesson('01-a.md', `---\na: ${text.repeat(10_000)}\n---\n`);
    }
  });
});

describe.each(Object.entries(patterns))('%s', (_, make) => {
  const text = (n: number): string => {
    const made = make(n);
    return made.startsWith('---\n') ? made : matter + made;
  };

  test('takes linear time', () => {
    const reading = (n: number) => {
      const made = text(n);
      return () => parseLesson('01-a.md', made);
    };
    expect(growth(reading)).toBeLessThanOrEqual(linear);
  });

  test('gives a result no larger than in proportion', () => {
    const size = (n: number): number => JSON.stringify(parseLesson('01-a.md', text(n))).length;
    expect(size(4000)).toBeLessThanOrEqual(size(500) * 8 * 2 + 10_000);
  });
});

describe('a question', () => {
  const samples = Object.values(gradedKinds).map(({ sample }) => sample);
  const all = fc
    .sample(nastyTexts, 300)
    .flatMap(({ text }, at) => read(`${samples[at % samples.length]}\n\n${text}`).items);

  test('found in any text has a revision and fits its kind', () => {
    expect(all.length).toBeGreaterThanOrEqual(300);
    for (const item of all as Item[]) {
      expect(item.revision).toMatch(/^[0-9a-f]{16}$/);
      expect(item.points).toBeGreaterThanOrEqual(0);
    }
  });
});
