// What stands between the braces of a GIFT question, for each kind of block that GIFT can ask.
import type { BlanksContent, Gap } from '../../course/blocks/blanks';
import type { ChoiceContent } from '../../course/blocks/choice';
import type { EstimateContent } from '../../course/blocks/estimate';
import { foldText } from '../../course/blocks/gap-text';
import type { MatchContent } from '../../course/blocks/match';
import { plainText } from '../../course/plain-text';
import type { Prose } from '../../course/prose';
import { decimal } from '../numbers';
import { truthOfAdded } from '../words';
import { type GiftTexts, plainWords } from './write-texts';

/** A weight is written where it is none of the usual ones, or where words would be taken for one. */
function answer(sign: '=' | '~', weight: number | null, text: string, feedback: string): string {
  const usual = sign === '=' ? 100 : 0;
  const isPlain = weight === null && !text.startsWith('%');
  const written = isPlain ? '' : `%${Number((weight ?? usual).toFixed(5))}%`;
  return `${sign}${written}${text}${feedback === '' ? '' : `#${feedback}`}`;
}

/** Right ones share all points; where there are several, wrong ones take as much away. */
export function choiceAnswers({ options, several }: ChoiceContent, texts: GiftTexts): string[] {
  const share = 100 / options.filter(({ right }) => right).length;
  return options.map(({ text, feedback, right }) => {
    const words = texts.prose(text);
    const said = texts.prose(feedback);
    if (several) return answer('~', right ? share : -share, words, said);
    return answer(right ? '=' : '~', null, words, said);
  });
}

/** The two answers that a statement gets when something else is said about each. */
export const isTrueOrFalse = ({ options, several }: ChoiceContent): boolean =>
  !several &&
  options.length === 2 &&
  options.every(
    ({ pinned, text }, at) => pinned && truthOfAdded(plainText(text).trim()) === (at === 0),
  );

export function truthAnswer({ options }: ChoiceContent, texts: GiftTexts): string {
  const isTrue = options[0]?.right === true;
  const [right, wrong] = isTrue ? options : options.toReversed();
  const said = [wrong, right].map((option) => texts.prose(option?.feedback ?? []));
  return [isTrue ? 'T' : 'F', ...said].join('#');
}

/** An arrow in the left side would be taken for the one between the two. */
const withoutArrow = (text: string): string => text.replaceAll('->', '-&gt;');

export const pair = (left: string, right: string): string => `=${withoutArrow(left)} -> ${right}`;

export const matchAnswers = ({ left, right }: MatchContent, texts: GiftTexts): string[] =>
  right.map((words, at) => {
    const given = left[at];
    return pair(given ? texts.inline(given) : '', texts.plain(words));
  });

const typedWords = (words: string): string => plainWords(words.replaceAll('*', '\\*'));

interface Foreseen {
  answer: string;
  feedback: Prose[];
}

interface GapAnswers {
  answers: string[];
  /** Foreseen answers whose feedback has no place in GIFT. */
  lost: number;
  /** Typed answers that GIFT would take for pairs. */
  arrows: string[];
}

/** What is said about an answer, and what is left when each has been asked for. */
class Said {
  private readonly byAnswer: Map<string, Foreseen>;

  constructor(
    foreseen: readonly Foreseen[],
    private readonly texts: GiftTexts,
  ) {
    this.byAnswer = new Map(foreseen.map((each) => [foldText(each.answer), each]));
  }

  take(words: string): string {
    const found = this.byAnswer.get(foldText(words));
    this.byAnswer.delete(foldText(words));
    return found ? this.texts.prose(found.feedback) : '';
  }

  get rest(): Foreseen[] {
    return [...this.byAnswer.values()];
  }
}

const numberForm = /^-?\d+(?:\.\d+)?$/;

function numberAnswers(
  gap: Extract<Gap, { type: 'number' }>,
  said: Said,
  texts: GiftTexts,
): GapAnswers {
  const [from, to] = [decimal(gap.from), decimal(gap.to)];
  const right = from === to ? from : `${from}..${to}`;
  const feedback = from === to ? said.take(from) : '';
  const wrong = said.rest.filter((each) => numberForm.test(each.answer));
  const lost = said.rest.length - wrong.length;
  if (feedback === '' && wrong.length === 0) return { answers: [`#${right}`], lost, arrows: [] };
  const answers = [
    answer('=', null, right, feedback),
    ...wrong.map((each) => answer('=', 0, each.answer, texts.prose(each.feedback))),
  ];
  return { answers: ['#', ...answers], lost, arrows: [] };
}

/** Undefined when there is more than one gap. */
export function gapAnswers(content: BlanksContent, texts: GiftTexts): GapAnswers | undefined {
  const [gap, ...more] = content.gaps;
  if (!gap || more.length > 0) return undefined;
  const said = new Said(content.foreseen, texts);
  switch (gap.type) {
    case 'number':
      return numberAnswers(gap, said, texts);
    case 'text': {
      const arrows: string[] = [];
      const typed = (weight: number | null, words: string, feedback: string): string[] => {
        if (!words.includes('->')) {
          return [answer('=', weight, typedWords(words), withoutArrow(feedback))];
        }
        arrows.push(words);
        return [];
      };
      const right = gap.answers.flatMap((words) => typed(null, words, said.take(words)));
      const wrong = said.rest.flatMap((each) => typed(0, each.answer, texts.prose(each.feedback)));
      return { answers: right.length > 0 ? [...right, ...wrong] : [], lost: 0, arrows };
    }
    case 'options': {
      // What is chosen is Markdown in GIFT, and only words in a gap.
      const answers = gap.options.map((words, at) =>
        answer(
          at === 0 ? '=' : '~',
          null,
          texts.inline([{ type: 'text', text: words }]),
          said.take(words),
        ),
      );
      return { answers, lost: said.rest.length, arrows: [] };
    }
  }
}

/** The numbers that are wholly right. */
export function estimateAnswers({ answer: truth, range, tolerance }: EstimateContent): string[] {
  const whole = truth === 0 && range ? range.to - range.from : Math.abs(truth);
  const off = (whole * tolerance) / 100;
  const from = Math.max(range?.from ?? Number.NEGATIVE_INFINITY, truth - off);
  const to = Math.min(range?.to ?? Number.POSITIVE_INFINITY, truth + off);
  return [from === to ? `#${decimal(from)}` : `#${decimal(from)}..${decimal(to)}`];
}
