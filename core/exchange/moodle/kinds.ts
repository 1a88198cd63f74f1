// The types of Moodle questions that a course can ask, each with the block that asks it.
import type { Asked, DraftGap } from '../draft';
import { exchangeLimits } from '../limits';
import { readNumber } from '../numbers';
import { type Message, short } from '../report';
import { askedAsStatement } from '../statement';
import { type Flow, isEmpty, isFormatted, plainFlow, withGapBehind, wordsOf } from '../text/flow';
import { gapMark, withGaps } from '../text/gap-places';
import { gapWords } from '../text/gap-words';
import type { Asking } from '../text/read';
import { typedNumbers, typedWords } from '../typed';
import { optionsOf } from '../weighted';
import type { AddedWords } from '../words';
import { readMoodleText } from './texts';
import { childOf, childrenOf, childText, ownText, type XmlElement } from './xml';

export interface MoodleQuestion extends Asking {
  element: XmlElement;
  words: AddedWords;
}

interface Read {
  asked: Asked;
  /** Where it is not simply what stands in `questiontext`. */
  text?: Flow;
}

type ReadKind = (question: MoodleQuestion) => Read | undefined;

function say(question: MoodleQuestion, message: Message, values = {}): undefined {
  question.report.add(question.line, message, { name: question.name, ...values });
}

const textOf = (question: MoodleQuestion, element: XmlElement | undefined): Flow =>
  readMoodleText(element, question);

const questionText = (question: MoodleQuestion): Flow =>
  textOf(question, childOf(question.element, 'questiontext'));

const isYes = (written: string): boolean => /^(?:1|true)$/i.test(written);

const answersOf = (question: MoodleQuestion) =>
  childrenOf(question.element, 'answer').map((answer) => ({
    element: answer,
    weight: Number(answer.attributes.fraction ?? '0') || 0,
    written: ownText(answer),
    feedback: textOf(question, childOf(answer, 'feedback')),
  }));

const multichoice: ReadKind = (question) => {
  const answers = answersOf(question).flatMap(({ element, weight, feedback }) => {
    const text = textOf(question, element);
    if (!isEmpty(text)) return [{ text, weight, feedback }];
    say(question, 'answer-left-out', { text: '' });
    return [];
  });
  const single = childText(question.element, 'single');
  const options = optionsOf(answers, single === '' || isYes(single), question);
  return options ? { asked: { kind: 'choice', options } } : say(question, 'right-missing');
};

const truefalse: ReadKind = (question) => {
  const answers = answersOf(question);
  const right = answers.find(({ weight }) => weight > 0);
  if (!right) return say(question, 'right-missing');
  const isTrue = /^true$/i.test(right.written);
  const written = questionText(question);
  const text = isEmpty(written) ? plainFlow(childText(question.element, 'name')) : written;
  if (text.length === 0) return say(question, 'question-empty');
  const saidIf = (truth: string): Flow =>
    answers.find((answer) => answer.written.toLowerCase() === truth)?.feedback ?? [];
  const said = { ifTrue: saidIf('true'), ifFalse: saidIf('false') };
  return askedAsStatement(text, isTrue, said, question.words);
};

const shortanswer: ReadKind = (question) => {
  const typed = typedWords(
    answersOf(question).map(({ written, weight, feedback }) => ({
      answer: written,
      weight,
      feedback,
    })),
    question,
  );
  if (!typed) return say(question, 'right-missing');
  const { gap, foreseen } = typed;
  const strict = isYes(childText(question.element, 'usecase'));
  return {
    asked: { kind: 'blanks', gaps: [gap], foreseen, strict },
    text: withGapBehind(questionText(question)),
  };
};

const numerical: ReadKind = (question) => {
  const numbers = answersOf(question).map(({ element, written, weight, feedback }) => {
    const value = readNumber(written);
    const off = Math.abs(readNumber(childText(element, 'tolerance') || '0') ?? 0);
    const range = value === undefined ? undefined : { from: value - off, to: value + off };
    if (!range && written !== '*') say(question, 'answer-left-out', { text: short(written) });
    return { written: off === 0 ? written : `${written} ± ${off}`, range, weight, feedback };
  });
  const typed = typedNumbers(numbers, question);
  if (!typed) return say(question, 'right-missing');
  const { gap, foreseen } = typed;
  return {
    asked: { kind: 'blanks', gaps: [gap], foreseen, strict: false },
    text: withGapBehind(questionText(question)),
  };
};

const matching: ReadKind = (question) => {
  const pairs = childrenOf(question.element, 'subquestion').flatMap((element) => {
    const left = textOf(question, element);
    const right = textOf(question, childOf(element, 'answer'));
    if (!isEmpty(right)) return [{ left, right }];
    if (!isEmpty(left)) say(question, 'answer-left-out', { text: short(wordsOf(left)) });
    return [];
  });
  if (pairs.every(({ left }) => isEmpty(left))) return say(question, 'right-missing');
  return { asked: { kind: 'match', pairs } };
};

const essay: ReadKind = (question) => {
  say(question, 'essay-ungraded');
  const model = textOf(question, childOf(question.element, 'generalfeedback'));
  return { asked: { kind: 'reflect', model } };
};

const ordering: ReadKind = (question) => {
  const entries = answersOf(question)
    .map(({ element, feedback, weight }, at) => ({
      text: textOf(question, element),
      feedback,
      // Places are counted in `fraction`; without it, the file has the right order.
      place: weight || at + 1,
    }))
    .filter(({ text }) => !isEmpty(text))
    .sort((a, b) => a.place - b.place)
    .map(({ text, feedback }) => ({ text, feedback }));
  return entries.length > 0
    ? { asked: { kind: 'order', entries } }
    : say(question, 'right-missing');
};

/** Words to drag or choose: the text says `[[1]]` where the first of them belongs. */
const gapped =
  (list: string): ReadKind =>
  (question) => {
    const choices = childrenOf(question.element, list).map((element) => {
      const text = textOf(question, element);
      if (isFormatted(text)) say(question, 'text-simplified');
      return {
        words: gapWords(wordsOf(text), question),
        group: childText(element, 'group') || '1',
      };
    });
    const limit = exchangeLimits.gaps;
    if (choices.length > limit) return say(question, 'too-many', { limit });
    const gaps: DraftGap[] = [];
    const text = readMoodleText(childOf(question.element, 'questiontext'), question, (written) =>
      written.replace(/\[\[(\d{1,3})\]\]/g, (whole, number: string) => {
        const right = choices[Number(number) - 1];
        if (!right || right.words === '' || gaps.length >= limit) return whole;
        const others = choices
          .filter(({ group, words }) => group === right.group && words !== right.words)
          .map(({ words }) => words)
          .filter((words) => words !== '');
        const options = [...new Set([right.words, ...others])];
        gaps.push(
          options.length > 1
            ? { type: 'options', options }
            : { type: 'text', answers: [right.words] },
        );
        return gapMark(gaps.length - 1);
      }),
    );
    if (gaps.length === 0) return say(question, 'right-missing');
    const asked: Asked = { kind: 'blanks', gaps, foreseen: [], strict: false };
    return { asked, text: withGaps(text, gaps.length) };
  };

const kinds: Readonly<Record<string, ReadKind>> = {
  multichoice,
  truefalse,
  shortanswer,
  numerical,
  matching,
  essay,
  ordering,
  ddwtos: gapped('dragbox'),
  gapselect: gapped('selectoption'),
};

export function readKind(type: string, question: MoodleQuestion): Read | undefined {
  const read = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  return read ? read(question) : say(question, 'kind-unknown', { kind: short(type) });
}
