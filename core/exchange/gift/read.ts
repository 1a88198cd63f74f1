// GIFT in: questions of Moodle's text format become blocks of a course.
import { categoryTitle } from '../category';
import type { Asked, Draft } from '../draft';
import { importer } from '../importer';
import { firstWords, Lessons } from '../lessons';
import { type Message, type Report, short } from '../report';
import { askedAsStatement } from '../statement';
import { type Flow, isEmpty, isFormatted, plainFlow, withGapBehind, wordsOf } from '../text/flow';
import { gapMark } from '../text/gap-places';
import { gapWords } from '../text/gap-words';
import type { Asking, TextFormat } from '../text/read';
import { typedNumbers, typedWords } from '../typed';
import { optionsOf } from '../weighted';
import { type AddedWords, addedWords } from '../words';
import {
  type GiftAnswers,
  plainAnswer,
  readAnswers,
  readRange,
  shortAnswer,
  type WrittenAnswer,
  weighted,
} from './read-answers';
import { holdEscapes, releaseEscapes } from './signs';
import { splitGift } from './split';
import { formatOf, readText, releaseLines } from './texts';

/** A question taken apart; all texts hold their escapes. */
interface Parts {
  title: string;
  format: TextFormat;
  before: string;
  /** Undefined for a description. */
  inside: string | undefined;
  after: string;
  general: string;
}

function takeApart(written: string): Parts | undefined {
  let text = holdEscapes(written).trim();
  let title = '';
  const titleEnd = text.startsWith('::') ? text.indexOf('::', 2) : -1;
  if (titleEnd > 0) {
    title = releaseEscapes(text.slice(2, titleEnd)).replace(/\s+/g, ' ').trim();
    text = text.slice(titleEnd + 2);
  }
  const { format, rest } = formatOf(text, 'auto');
  const open = rest.indexOf('{');
  const close = rest.indexOf('}', open + 1);
  if (open < 0 && close < 0) {
    return { title, format, before: rest, inside: undefined, after: '', general: '' };
  }
  if (open < 0 || close < 0) return undefined;
  const inside = rest.slice(open + 1, close);
  const generalAt = inside.lastIndexOf('####');
  return {
    title,
    format,
    before: rest.slice(0, open),
    inside: (generalAt < 0 ? inside : inside.slice(0, generalAt)).trim(),
    after: rest.slice(close + 1).trim() === '' ? '' : rest.slice(close + 1),
    general: generalAt < 0 ? '' : inside.slice(generalAt + 4).trim(),
  };
}

class GiftQuestion {
  private readonly asking: Asking;

  constructor(
    private readonly parts: Parts,
    private readonly words: AddedWords,
    report: Report,
    line: number,
  ) {
    const said = releaseEscapes(parts.before)
      .slice(0, 500)
      .replace(/<[^<>]*>/g, ' ');
    const name = short(parts.title || said || releaseEscapes(parts.after));
    this.asking = { report, line, name };
  }

  private text(written: string): Flow {
    return readText(written, this.parts.format, this.asking);
  }

  private say(message: Message, values: Record<string, string> = {}): undefined {
    const { report, line, name } = this.asking;
    report.add(line, message, { name, ...values });
  }

  /** The text with a line where words are missing. */
  private question(): Flow {
    const { before, after } = this.parts;
    return this.text(after === '' ? before : `${before}_____${after}`);
  }

  /** The text with its gap: where words are missing, else at the end. */
  private textWithGap(): Flow {
    const { before, after, format } = this.parts;
    if (after !== '') {
      return readText(`${before}${gapMark(0)}${after}`, format, this.asking, 1);
    }
    // Behind an empty line it has a paragraph of its own.
    const isApart = /\n\s*\n[ \t]*$/.test(releaseEscapes(before.slice(-20)));
    return withGapBehind(this.text(before), isApart);
  }

  /** What is asked, or undefined when it cannot be: then the report says why. */
  asked(): { asked: Asked; text: Flow } | undefined {
    const answers = readAnswers(this.parts.inside ?? '');
    switch (answers.type) {
      case 'none':
        return this.say('answers-unclear');
      case 'essay':
        this.say('essay-ungraded');
        return {
          asked: { kind: 'reflect', model: this.text(this.parts.general) },
          text: this.question(),
        };
      case 'truth':
        return this.truth(answers);
      case 'pairs':
        return this.pairs(answers.pairs);
      case 'numbers':
        return this.numbers(answers.answers);
      case 'words':
        return this.typed(answers.answers);
      case 'options':
        return this.options(answers.answers, answers.isSingle);
    }
  }

  private truth({ isTrue, ifWrong, ifRight }: Extract<GiftAnswers, { type: 'truth' }>) {
    const asked = this.question();
    const text = isEmpty(asked) ? plainFlow(this.parts.title) : asked;
    if (text.length === 0) return this.say('question-empty');
    const [wrong, right] = [this.text(ifWrong), this.text(ifRight)];
    const said = isTrue ? { ifTrue: right, ifFalse: wrong } : { ifTrue: wrong, ifFalse: right };
    return askedAsStatement(text, isTrue, said, this.words);
  }

  private pairs(pairs: readonly { left: string; right: string }[]) {
    const kept = pairs.filter(({ left, right }) => {
      if (right === '' && left !== '')
        this.say('answer-left-out', { text: short(releaseEscapes(left)) });
      return right !== '';
    });
    if (kept.every(({ left }) => left === '')) return this.say('right-missing');
    return {
      asked: {
        kind: 'match' as const,
        pairs: kept.map(({ left, right }) => ({
          left: this.text(left),
          right: plainFlow(releaseLines(right, 'plain')),
        })),
      },
      text: this.question(),
    };
  }

  private numbers(answers: readonly WrittenAnswer[]) {
    const numbers = answers.map((answer) => {
      const written = plainAnswer(answer);
      const range = readRange(written);
      if (!range && written !== '*' && written !== '')
        this.say('answer-left-out', { text: short(written) });
      return { written, range, feedback: this.text(answer.feedback), weight: answer.weight };
    });
    const typed = typedNumbers(numbers, this.asking);
    return typed ? this.blanks(typed) : this.say('right-missing');
  }

  private typed(answers: readonly WrittenAnswer[]) {
    const typed = typedWords(
      answers.map((answer) => ({
        answer: plainAnswer(answer),
        feedback: this.text(answer.feedback),
        weight: answer.weight,
      })),
      this.asking,
    );
    return typed ? this.blanks(typed) : this.say('right-missing');
  }

  private blanks({ gap, foreseen }: NonNullable<ReturnType<typeof typedWords>>) {
    return {
      asked: { kind: 'blanks' as const, gaps: [gap], foreseen, strict: false },
      text: this.textWithGap(),
    };
  }

  private options(written: readonly WrittenAnswer[], isSingle: boolean) {
    const filled = written.filter((answer) => {
      if (answer.text === '') this.say('answer-left-out', { text: shortAnswer(answer) });
      return answer.text !== '';
    });
    const options = optionsOf(
      weighted(filled, this.parts.format, this.asking),
      isSingle,
      this.asking,
    );
    if (!options) return this.say('right-missing');
    const right = options.filter((option) => option.right);
    if (this.parts.after === '' || right.length > 1 || options.length < 2) {
      return { asked: { kind: 'choice' as const, options }, text: this.question() };
    }
    // A word that is missing is chosen where it is missing.
    if (options.some(({ text }) => isFormatted(text))) this.say('text-simplified');
    const words = [...right, ...options.filter((option) => !option.right)].map((option) => ({
      answer: gapWords(wordsOf(option.text), this.asking),
      feedback: option.feedback,
    }));
    return this.blanks({
      gap: { type: 'options', options: words.map(({ answer }) => answer) },
      foreseen: words.filter(({ feedback }) => !isEmpty(feedback)),
    });
  }

  draft(id: string): Draft | undefined {
    const found = this.asked();
    if (!found) return undefined;
    if (isEmpty(found.text) && this.parts.title === '') return this.say('question-empty');
    const { asked, text } = found;
    return {
      line: this.asking.line,
      id: id || this.parts.title || firstWords(this.asking.name),
      name: this.parts.title,
      text,
      hints: [],
      why: asked.kind === 'reflect' ? [] : this.text(this.parts.general),
      points: 1,
      shuffled: true,
      asked,
    };
  }

  description(): Flow {
    return this.question();
  }
}

export const importGift = importer((text, options, report) => {
  const lessons = new Lessons(options, report);
  const words = addedWords(options.language);
  for (const piece of splitGift(text)) {
    const { line } = piece;
    if (piece.type === 'comment') report.add(line, 'comment', { text: short(piece.text) });
    else if (piece.type === 'category') lessons.category(categoryTitle(piece.path), line);
    else {
      const parts = takeApart(piece.text);
      if (!parts) {
        report.add(line, 'brace-open', { name: short(piece.text) });
        continue;
      }
      const question = new GiftQuestion(parts, words, report, line);
      if (parts.inside === undefined) lessons.addText(line, parts.title, question.description());
      else {
        const draft = question.draft(piece.id);
        if (draft) lessons.add(draft);
      }
    }
  }
  return { lessons: lessons.finish() };
});
