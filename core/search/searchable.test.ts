// What a search looks through, and what it must not.
import { expect, test } from 'vitest';
import { assembleCourse } from '../course/course';
import { parseCourseFile, parseGlossary, parseLesson } from '../course/parse';
import { samples } from '../course/samples';
import { type Searchable, searchablesOf } from './searchable';

const matter = (title: string): string =>
  `---\ntitle: ${title}\nobjectives: [Read an address]\n---\n`;

/** What is searched of a course with one lesson and perhaps a glossary. */
function searched(lesson: string, glossary?: string): Searchable[] {
  const course = assembleCourse({
    folder: 'test',
    files: ['course.md', '01-first.md'],
    courseFiles: [parseCourseFile('course.md', '---\nid: test\ntitle: T\nlanguage: en\n---\n')],
    lessonFiles: [parseLesson('01-first.md', matter('First') + lesson)],
    glossaries: glossary === undefined ? [] : [parseGlossary('glossary.md', glossary)],
    problems: [],
  });
  return searchablesOf(course.texts[0]);
}

const told = (all: readonly Searchable[]): string[] =>
  all.map(({ kind, key, title, passages }) =>
    [kind, key, title, ...passages.map(({ line, text }) => `${line}: ${text}`)].join(' | '),
  );

test('a lesson is cut at its headings, and each passage knows its line', () => {
  const lesson =
    'Before.\n\n## One\n\nFirst *words*.\n\n- an item\n- another\n\n## Two\n\n### Three\nEnd.\n';
  expect(told(searched(lesson))).toEqual([
    'lesson |  |  | null: Read an address',
    'section | 0 |  | 5: Before.',
    'section | 1 | One | 7:  | 9: First words. | 11: an item | 11: another',
    'section | 2 | Two | 14: ',
    'section | 3 | Three | 16:  | 17: End.',
  ]);
});

test('sections keep their numbers where one of them says nothing', () => {
  const numbers = (lesson: string) => searched(lesson).map(({ kind, key }) => `${kind} ${key}`);
  expect(numbers('## One\n\nWords.\n')).toEqual(['lesson ', 'section 1']);
});

test('blocks go by their ids, words of the glossary by their anchors', () => {
  const block = '::: reflect #last-time\nWhen was it?\n\n---\n\nOn Monday.\n:::\n';
  expect(told(searched(block, '## Second lock\n\nOne more proof.\n')).slice(1)).toEqual([
    'block | last-time |  | null: When was it?',
    'term | second-lock | Second lock | null: One more proof.',
  ]);
});

test('a very long text is found in parts, none of them long', () => {
  const all = searched(`${'word '.repeat(100_000)}\n\n${'x'.repeat(5000)}\n`);
  const passages = all.flatMap((each) => each.passages);
  expect(Math.max(...all.map((each) => each.passages.length))).toBe(60);
  expect(Math.max(...passages.map(({ text }) => text.length))).toBe(600);
  const words = passages.flatMap(({ text }) => text.match(/word/g) ?? []);
  expect(words).toHaveLength(100_000);
  expect(new Set(all.slice(1).map(({ key }) => key))).toEqual(new Set(['0']));
});

const wordsOf = (block: string): string[] =>
  searched(block)
    .filter(({ kind }) => kind === 'block')
    .flatMap(({ passages }) => passages.map(({ text }) => text));

/** A block as an author may write it, and as one may who wants another answer. */
const twins: Record<string, [string, string]> = {
  choice: [
    '::: choice #a\nWhich?\n\n- [x] Alpha\n  > A.\n- [ ] Beta\n  > B.\n:::',
    '::: choice #a\nWhich?\n\n- [ ] Beta\n  > A.\n- [ ] Alpha\n  > B.\n- [x] Beta\n:::',
  ],
  truefalse: [
    '::: truefalse #a\nTrue?\n\n- [x] Alpha\n  > A.\n- [ ] Beta\n  > B.\n:::',
    '::: truefalse #a\nTrue?\n\n- [x] Beta\n  > A.\n- [ ] Alpha\n  > B.\n:::',
  ],
  order: [
    '::: order #a\nOrder?\n\n1. Alpha\n2. Beta\n3. Gamma\n:::',
    '::: order #a\nOrder?\n\n1. Gamma\n2. Alpha\n3. Beta\n:::',
  ],
  match: [
    '::: match #a\nMatch.\n\n| l | r |\n| - | - |\n| A | one |\n| B | two |\n:::',
    '::: match #a\nMatch.\n\n| l | r |\n| - | - |\n| B | one |\n| A | two |\n:::',
  ],
  sort: [
    '::: sort #a\nSort.\n\n- Left\n  - Alpha\n- Right\n  - Beta\n:::',
    '::: sort #a\nSort.\n\n- Left\n  - Beta\n- Right\n  - Alpha\n:::',
  ],
  blanks: [
    '::: blanks #a\nIt is [[> Alpha | Beta]] or [[Gamma]].\n:::',
    '::: blanks #a\nIt is [[> Beta | Alpha]] or [[Delta]].\n:::',
  ],
  mark: [
    '::: mark #a\nMark.\n\n---\n\nAlpha ==beta== gamma.\n:::',
    '::: mark #a\nMark.\n\n---\n\n==Alpha== beta gamma.\n:::',
  ],
  form: [
    '::: form #a\nSet.\n\n| s | c |\n| - | - |\n| Who | **All** / Team |\n:::',
    '::: form #a\nSet.\n\n| s | c |\n| - | - |\n| Who | **Team** / All |\n:::',
  ],
};

test.each(Object.entries(twins))('%s: the words tell no right answer', (_, [one, other]) => {
  expect(wordsOf(one).length).toBeGreaterThan(1);
  expect(wordsOf(other)).toEqual(wordsOf(one));
});

const everyKind = [...samples.questions, ...samples.kept].map(
  ({ kind, markdown }): [string, string] => [kind, markdown],
);

test.each(everyKind)('%s: the question and what there is to answer with are found', (_, sample) => {
  expect(wordsOf(sample).length).toBeGreaterThan(0);
});
