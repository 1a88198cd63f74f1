// `blanks`: text with gaps to type, choose or reckon; an optional task list foresees wrong answers.
import { z } from 'zod';
import { plainText } from '../plain-text';
import type { Prose } from '../prose';
import { isTaskList, label, readAnswer } from './answers';
import { arranged, placeOf, positionOf } from './arrangement';
import { type Forgiveness, readNumbers, sameText } from './gap-text';
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

function readGap(gap: { text: string; line: number }, body: BlockBody): Gap {
  const text = gap.text.trim();
  if (text === '' || text === '>' || text === '=') {
    body.problems.add('gap-empty', gap.line, {}, '[[');
    return { type: 'text', answers: [] };
  }
  if (text.startsWith('>')) {
    const options = splitBars(text.slice(1));
    if (options.length < 2) body.problems.add('gap-options', gap.line, {}, '[[');
    return { type: 'options', options };
  }
  if (text.startsWith('=')) {
    const written = text.slice(1).trim();
    const [from = Number.NaN, to = from] = written.split('..').map((each) => Number(each.trim()));
    if (!Number.isFinite(from) || !Number.isFinite(to) || from > to) {
      body.problems.add('gap-number', gap.line, { text: written }, '[[');
    }
    return { type: 'number', from, to, written };
  }
  return { type: 'text', answers: splitBars(text) };
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
    return readNumbers(String(given)).some((number) => number >= gap.from && number <= gap.to);
  }
  return gap.answers.some((answer) => sameText(String(given), answer, forgiveness));
}

function feedbackOn(content: BlanksContent, words: string): Prose[] {
  const found = content.foreseen.find((each) =>
    sameText(words, each.answer, { strict: false, typos: 0 }),
  );
  return found?.feedback ?? [];
}

function gradeGap(content: BlanksContent, part: number, given: string | number | null): PartGrade {
  const gap = content.gaps[part];
  return {
    part,
    right: gap !== undefined && isRight(gap, given, content.forgiveness),
    feedback: feedbackOn(content, wordsOf(gap, given)),
  };
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
    const gaps = body.gaps.map((gap) => readGap(gap, body));
    const foreseen: BlanksContent['foreseen'] = [];
    const options = gaps.flatMap((gap) => (gap.type === 'options' ? gap.options : []));
    const typed = gaps.some((gap) => gap.type !== 'options');
    for (const item of list?.type === 'list' ? list.items : []) {
      const { text: words, feedback, line } = readAnswer(item);
      const answer = label(words);
      if (feedback.length === 0) body.problems.add('feedback-missing', line, { text: answer });
      const known = options.some((each) => sameText(answer, each, { strict: false, typos: 0 }));
      if (!typed && !known) body.problems.add('foreseen-unknown', line, { text: answer });
      foreseen.push({ answer, feedback });
    }
    for (const gap of gaps) {
      if (gap.type !== 'options') continue;
      for (const option of gap.options.slice(1)) {
        const covered = foreseen.some((each) =>
          sameText(each.answer, option, { strict: false, typos: 0 }),
        );
        if (!covered) body.problems.add('feedback-missing', body.line, { text: option });
      }
    }
    const typos = Number(body.attributes.get('typos') ?? '0');
    if (![0, 1, 2].includes(typos)) {
      body.problems.add('attribute-value', body.line, {
        name: 'typos',
        value: body.attributes.get('typos') ?? '',
        expected: '0, 1 or 2',
      });
    }
    const strict = body.attributes.has('strict') && body.attributes.get('strict') !== 'no';
    return { question: [], content: { text, gaps, foreseen, forgiveness: { strict, typos } } };
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
    content.gaps.map((gap) => (gap.type === 'options' ? shuffle(gap.options.length) : [])),

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
    const parts = content.gaps.map((_, part) => gradeGap(content, part, answer[part] ?? null));
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
