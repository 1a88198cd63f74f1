// `blanks`: text with gaps to type, choose or reckon; an optional task list foresees wrong answers.
import { z } from '../../zod';
import { plainText } from '../plain-text';
import type { Prose } from '../prose';
import { isTaskList, label, readAnswer } from './answers';
import { arranged, arrangedUnlikeFile, placeOf, positionOf } from './arrangement';
import { type Forgiveness, foldText, readNumbers, sameText } from './gap-text';
import type { BlockBody, GradedKind, PartGrade } from './kind';

export type Gap =
  | { type: 'text'; answers: string[] }
  /** The first option is the right one. */
  | { type: 'options'; options: string[] }
  | { type: 'number'; from: number; to: number; written: string };

export interface BlanksContent {
  text: Prose[];
  gaps: Gap[];
  foreseen: { answer: string; feedback: Prose[] }[];
  forgiveness: Forgiveness;
}

export interface BlanksShown {
  text: Prose[];
  gaps: ({ type: 'text' } | { type: 'number' } | { type: 'options'; options: string[] })[];
}

/** For each gap the typed text, or the position of the option chosen; null where still empty. */
export type BlanksAnswer = (string | number | null)[];

const splitBars = (text: string): string[] =>
  text
    .split(/(?<!\\)\|/)
    .map((part) => part.replaceAll('\\|', '|').trim())
    .filter((part) => part !== '');

const numberForm = /^-?\d+(\.\d+)?$/;

/** Undefined when the gap has no right answer that anybody could give. */
function readGap(gap: { text: string; line: number }, body: BlockBody): Gap | undefined {
  const text = gap.text.trim();
  const wrong = (rule: 'gap-empty' | 'gap-options' | 'gap-number', words = ''): undefined => {
    body.problems.add(rule, gap.line, words ? { text: words } : {}, `[[${gap.text}]]`);
  };
  const parts = splitBars(text.replace(/^[>=]/, ''));
  if (parts.length === 0) return wrong('gap-empty');
  if (text.startsWith('>')) {
    return parts.length < 2 ? wrong('gap-options') : { type: 'options', options: parts };
  }
  if (text.startsWith('=')) {
    const written = text.slice(1).trim();
    const ends = written.split('..').map((each) => each.trim());
    const [from = Number.NaN, to = from] = ends.map(Number);
    const isRange = ends.length <= 2 && ends.every((each) => numberForm.test(each)) && from <= to;
    return isRange ? { type: 'number', from, to, written } : wrong('gap-number', written);
  }
  return { type: 'text', answers: parts };
}

/** The numbers of the gaps that stand in a text, wherever in it. */
function gapsIn(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(gapsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'gap' && 'gap' in value) return [Number(value.gap)];
  return Object.values(value).flatMap(gapsIn);
}

/** What was answered, in words. */
function wordsOf(gap: Gap | undefined, given: string | number | null | undefined): string {
  if (gap?.type === 'options') return gap.options[Number(given)] ?? '';
  return String(given ?? '');
}

/** The right answer as a person would give it. */
function rightAnswer(gap: Gap): string | number {
  if (gap.type === 'options') return 0;
  return gap.type === 'number' ? gap.written.replace('..', '–') : (gap.answers[0] ?? '');
}

function isRight(gap: Gap, given: string | number | null, forgiveness: Forgiveness): boolean {
  if (given === null) return false;
  if (gap.type === 'options') return given === 0;
  if (gap.type === 'number') {
    // Whoever writes the whole range is right too.
    if (given === rightAnswer(gap)) return true;
    return readNumbers(String(given)).some((number) => number >= gap.from && number <= gap.to);
  }
  return gap.answers.some((answer) => sameText(String(given), answer, forgiveness));
}

function gradeGaps(content: BlanksContent, answer: BlanksAnswer): PartGrade[] {
  const foreseen = new Map(content.foreseen.map((each) => [foldText(each.answer), each.feedback]));
  return content.gaps.map((gap, part) => {
    const given = answer[part] ?? null;
    const right = isRight(gap, given, content.forgiveness);
    return { part, right, feedback: foreseen.get(foldText(wordsOf(gap, given))) ?? [] };
  });
}

function readForgiveness({ attributes, problems, line }: BlockBody): Forgiveness {
  const read = (name: string, fallback: string, known: readonly string[], expected: string) => {
    const value = attributes.get(name) ?? fallback;
    if (known.includes(value)) return value;
    problems.add('attribute-value', line, { name, value, expected }, name, '{');
    return fallback;
  };
  const strict = read('strict', 'no', ['', 'yes', 'no'], 'strict, strict=yes or strict=no');
  const typos = read('typos', '0', ['0', '1', '2'], '0, 1 or 2');
  return { strict: strict !== 'no', typos: Number(typos) };
}

export const blanks: GradedKind<BlanksContent, BlanksShown, BlanksAnswer> = {
  attributes: ['strict', 'typos'],

  read(body) {
    if (body.gaps.length === 0) {
      body.problems.add('gap-missing', body.line);
      return undefined;
    }
    const listAt = body.children.findIndex(isTaskList);
    const list = body.children[listAt];
    const text = listAt < 0 ? body.children : body.children.slice(0, listAt);
    const extra = listAt < 0 ? undefined : body.children[listAt + 1];
    if (extra) body.problems.add('answers-after', extra.line);
    const gaps = body.gaps.flatMap((gap) => readGap(gap, body) ?? []);
    const foreseen: BlanksContent['foreseen'] = [];
    const options = gaps.flatMap((gap) => (gap.type === 'options' ? gap.options : []));
    const known = new Set(options.map(foldText));
    const typed = gaps.some((gap) => gap.type !== 'options');
    const covered = new Set<string>();
    for (const item of list?.type === 'list' ? list.items : []) {
      const { text: words, feedback, line } = readAnswer(item);
      const answer = plainText(words).trim();
      const shown = { text: label(words) };
      if (answer === '') {
        body.problems.add('answer-empty', line);
        continue;
      }
      if (feedback.length === 0) body.problems.add('feedback-missing', line, shown);
      if (!typed && !known.has(foldText(answer))) {
        body.problems.add('foreseen-unknown', line, shown);
      }
      foreseen.push({ answer, feedback });
      covered.add(foldText(answer));
    }
    for (const gap of gaps) {
      if (gap.type !== 'options') continue;
      for (const option of gap.options.slice(1)) {
        if (covered.has(foldText(option))) continue;
        body.problems.add('feedback-missing', body.line, { text: option });
      }
    }
    const forgiveness = readForgiveness(body);
    // A gap that stands elsewhere could not be filled in.
    const isWhole = gapsIn(text).length === body.gaps.length;
    if (!isWhole) body.problems.add('gap-misplaced', body.line);
    if (!isWhole || gaps.length < body.gaps.length) return undefined;
    return { question: [], content: { text, gaps, foreseen, forgiveness } };
  },

  revisionText: (content) =>
    [
      plainText(content.text),
      ...content.gaps.map((gap) =>
        gap.type === 'text'
          ? gap.answers.join('|')
          : gap.type === 'options'
            ? `> ${gap.options.join('|')}`
            : `= ${gap.from}..${gap.to}`,
      ),
    ].join('\n'),

  arrange: (content, shuffle) =>
    content.gaps.map((gap) =>
      gap.type === 'options' ? arrangedUnlikeFile(gap.options, shuffle) : [],
    ),

  show: (content, arrangement) => ({
    text: content.text,
    gaps: content.gaps.map((gap, at) =>
      gap.type === 'options'
        ? { type: 'options', options: arranged(gap.options, arrangement, at) }
        : { type: gap.type },
    ),
  }),

  partsIn: null,

  answer: z.array(z.union([z.string().max(2000), z.int().min(0).max(999)]).nullable()).max(1000),

  isComplete: (content, answer) =>
    answer.length === content.gaps.length &&
    content.gaps.every((gap, at) => {
      const given = answer[at];
      if (gap.type !== 'options') return typeof given === 'string' && given.trim() !== '';
      return typeof given === 'number' && given >= 0 && given < gap.options.length;
    }),

  toFile: (answer, arrangement) =>
    answer.map((given, gap) =>
      typeof given === 'number' ? placeOf(arrangement, gap, given) : given,
    ),
  toScreen: (answer, arrangement) =>
    answer.map((given, gap) =>
      typeof given === 'number' ? positionOf(arrangement, gap, given) : given,
    ),

  grade(content, answer) {
    const parts = gradeGaps(content, answer);
    return { share: parts.filter((part) => part.right).length / parts.length, parts };
  },

  key: (content) => ({
    answer: content.gaps.map(rightAnswer),
    parts: content.gaps.map((_, part) => ({ part, right: true, feedback: [] })),
  }),

  interaction: (content, answer) => ({
    type: 'fill-in',
    response: answer.map((given, gap) => wordsOf(content.gaps[gap], given)).join('[,]'),
    correct: [content.gaps.map((gap) => wordsOf(gap, rightAnswer(gap))).join('[,]')],
  }),

  sample: `::: blanks #sign-in-words
Where it is offered, sign in with a [[> passkey | pet's name | shared password]].
Else let a password [[manager | safe | vault]] make one of at least [[= 15]] characters.

- [ ] pet's name
  > Names are among the first guesses.
- [ ] shared password
  > Then nobody can tell who did what.
- [ ] 8
  > Eight is enough only beside a second factor.

> [!WHY] Length matters more than symbols.
:::
`,
};
