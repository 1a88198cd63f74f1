// Open edX problem Markdown in: each problem between two lines `---` becomes one block or more.
import type { Asked, DraftGap } from '../draft';
import { importer } from '../importer';
import { firstWords, Lessons } from '../lessons';
import { readNumber } from '../numbers';
import { type Message, type Report, short } from '../report';
import { type Flow, isEmpty, withGapBehind, wordsOf } from '../text/flow';
import { gapMark, withGaps } from '../text/gap-places';
import { gapWords } from '../text/gap-words';
import { type Asking, readFlow } from '../text/read';
import { typedNumbers, typedWords } from '../typed';
import { type EdxPart, partsOf, splitProblems, takeFeedback } from './split';

type Option = Extract<EdxPart, { type: 'option' }>;
type Typed = Extract<EdxPart, { type: 'typed' }>;

/** The text of a question, and the answers under it. */
interface Group {
  line: number;
  title: string;
  text: string[];
  options: Option[];
  typed: Typed[];
  gaps: DraftGap[];
  foreseen: { answer: string; feedback: string }[];
  /** Some text of its own has come after the answers: the next answers are another question's. */
  after: string[];
}

const newGroup = (line: number): Group => ({
  line,
  title: '',
  text: [],
  options: [],
  typed: [],
  gaps: [],
  foreseen: [],
  after: [],
});

const isAsked = ({ options, typed }: Group): boolean => options.length + typed.length > 0;

/** `>>label||more about it<<` marks what a screen reader says: all of it is text. */
const withoutLabels = (text: string): string =>
  text.replace(/>>([^\n<>]*)<</g, (_, label: string) => label.split('||').join('\n\n').trim());

/** What is said if an answer is chosen; what is said if it is not has no place. */
function chosenFeedback(feedback: string): { selected: string; unselected: boolean } {
  // One space at most: white space is looked through again from each place in it.
  const said = feedback.replace(/\s+/g, ' ');
  const parts = said
    .split(/[{,]?\s*\b(?=(?:un)?selected\s*:)/i)
    .filter((part) => part.trim() !== '');
  const words = (name: RegExp): string | undefined =>
    parts
      .find((part) => name.test(part))
      ?.replace(name, '')
      .replace(/\}?\s*,?\s*$/, '')
      .trim();
  const selected = words(/^\s*selected\s*:/i);
  const unselected = words(/^\s*unselected\s*:/i);
  if (selected === undefined && unselected === undefined)
    return { selected: feedback, unselected: false };
  return { selected: selected ?? '', unselected: (unselected ?? '') !== '' };
}

/** `5`, `5 +- 0.1`, `5 +-2%`, `[4, 6]`, `(4, 6)`. */
function rangeOf(written: string): { from: number; to: number } | undefined {
  const range = /^[[(]([^,]{1,40}),([^,]{1,40})[\])]$/.exec(written.trim());
  if (range) {
    const [from, to] = [readNumber(range[1] ?? ''), readNumber(range[2] ?? '')];
    return from === undefined || to === undefined || from > to ? undefined : { from, to };
  }
  const [value = '', off = '0', more] = written.split(/\+\/?-/);
  const middle = readNumber(value);
  const number = readNumber(off.replace(/%\s*$/, ''));
  if (middle === undefined || number === undefined || more !== undefined) return undefined;
  const distance = Math.abs(/%\s*$/.test(off) ? (middle * number) / 100 : number);
  return { from: middle - distance, to: middle + distance };
}

/** `[5, 7)` does not hold 7 itself. */
const hasOpenEnd = (written: string): boolean =>
  rangeOf(written) !== undefined && /^\(|\)$/.test(written.trim());

function wordsOfGap(gap: DraftGap): readonly string[] {
  if (gap.type === 'number') return [];
  return gap.type === 'options' ? gap.options : gap.answers;
}

class EdxProblem {
  private readonly hints: string[] = [];
  private readonly why: string[] = [];
  private readonly groups: Group[] = [];

  constructor(
    parts: readonly EdxPart[],
    private readonly lessons: Lessons,
    private readonly report: Report,
  ) {
    for (const part of joinDropDowns(parts)) this.take(part);
  }

  private current(line: number): Group {
    const last = this.groups.at(-1);
    if (last) return last;
    const made = newGroup(line);
    this.groups.push(made);
    return made;
  }

  /** The group an answer belongs to: another one where text or answers of another sort came between. */
  private groupFor(part: Option | Typed): Group {
    const last = this.current(part.line);
    const isOther =
      last.after.length > 0 ||
      last.gaps.length > 0 ||
      (part.type === 'option'
        ? last.typed.length > 0 || (last.options[0]?.several ?? part.several) !== part.several
        : last.options.length > 0);
    if (!isOther) return last;
    const made = { ...newGroup(part.line), text: last.after };
    last.after = [];
    this.groups.push(made);
    return made;
  }

  private take(part: EdxPart): void {
    switch (part.type) {
      case 'hint':
        this.hints.push(part.text);
        break;
      case 'explanation':
        this.why.push(part.text);
        break;
      case 'together':
        this.report.add(part.line, 'feedback-placeless', {
          name: this.nameOf(this.current(part.line)),
        });
        break;
      case 'option':
        this.groupFor(part).options.push(part);
        break;
      case 'typed':
        this.groupFor(part).typed.push(part);
        break;
      case 'title': {
        const group = this.current(part.line);
        if (
          group.title === '' &&
          !isAsked(group) &&
          group.text.every((text) => text.trim() === '')
        ) {
          group.title = part.text;
        } else this.addText(group, `\n## ${part.text}\n`, part.line);
        break;
      }
      case 'text':
        this.addText(this.current(part.line), part.text, part.line);
        break;
    }
  }

  private addText(group: Group, text: string, line: number): void {
    if (isAsked(group)) {
      if (text.trim() !== '' || group.after.length > 0) group.after.push(text);
      return;
    }
    if (text.trim() !== '' && group.text.length === 0 && group.title === '') group.line = line;
    const asking = { ...this.asking(group), line };
    group.text.push(
      text.replace(/\[\[([^[\]]+)\]\]/g, (whole, inside: string) => {
        const gap = this.dropDown(group, inside, asking);
        if (!gap) return whole;
        group.gaps.push(gap);
        return gapMark(group.gaps.length - 1);
      }),
    );
  }

  /** `[[wrong, (right), wrong]]`, or one on each line; undefined when none is right. */
  private dropDown(group: Group, inside: string, asking: Asking): DraftGap | undefined {
    const { report, line, name } = asking;
    const options = (inside.includes('\n') ? inside.split('\n') : inside.split(','))
      .map(takeFeedback)
      .filter(({ text }) => text !== '')
      .map(({ text, feedback }) => {
        const right = /^\((.*)\)$/.exec(text);
        return { words: gapWords(right?.[1] ?? text, asking), isRight: right !== null, feedback };
      });
    const [right, ...more] = options.filter(({ isRight }) => isRight);
    if (!right) {
      report.add(line, 'right-missing', { name });
      return undefined;
    }
    // A gap has one right option: another one would be wrong there.
    for (const { words } of more) report.add(line, 'answer-left-out', { name, text: short(words) });
    const kept = [right, ...options.filter(({ isRight }) => !isRight)];
    for (const { words, feedback } of kept) {
      if (feedback !== '') group.foreseen.push({ answer: words, feedback });
    }
    const words = kept.map((option) => option.words);
    return words.length > 1
      ? { type: 'options', options: words }
      : { type: 'text', answers: words };
  }

  private nameOf({ title, text }: Group): string {
    return short(
      title ||
        withoutLabels(text.slice(0, 9).join(' ').slice(0, 300)).replace(/\uFDD0\d+\uFDD1/g, '…'),
    );
  }

  private asking(group: Group): Asking {
    return { report: this.report, line: group.line, name: this.nameOf(group) };
  }

  private say(group: Group, message: Message, values = {}): undefined {
    this.report.add(group.line, message, { name: this.nameOf(group), ...values });
  }

  private options(group: Group): Asked | undefined {
    const asking = this.asking(group);
    const { options } = group;
    const several = options[0]?.several ?? false;
    const right = options.filter((option) => option.right);
    if (right.length === 0) return this.say(group, 'right-missing');
    if (!several && right.length > 1) this.say(group, 'any-right-changed');
    return {
      kind: 'choice',
      options: options.map(({ text, feedback, right: isRight, pinned }) => {
        const { selected, unselected } = chosenFeedback(feedback);
        if (unselected) this.say(group, 'feedback-placeless');
        return {
          text: readFlow(text, 'markdown', asking),
          feedback: readFlow(selected, 'markdown', asking),
          right: isRight,
          pinned,
        };
      }),
    };
  }

  private typed(group: Group): Asked | undefined {
    const asking = this.asking(group);
    if (group.typed.some(({ text }) => hasOpenEnd(text))) this.say(group, 'range-ends-changed');
    const isNumber = group.typed.every(
      ({ sign, text }) => sign !== 's=' && (sign === 'not=' || rangeOf(text) !== undefined),
    );
    const answers = group.typed.map(({ sign, text, feedback }) => ({
      text,
      feedback: readFlow(feedback, 'markdown', asking),
      weight: sign === 'not=' ? 0 : 100,
    }));
    const typed = isNumber
      ? typedNumbers(
          answers.map(({ text, ...rest }) => ({ ...rest, written: text, range: rangeOf(text) })),
          asking,
        )
      : typedWords(
          // A bar begins a pattern, which nobody can be asked to type.
          answers.flatMap(({ text, ...rest }) => {
            if (!text.startsWith('|')) return [{ ...rest, answer: text.replaceAll('*', '\\*') }];
            this.say(group, 'answer-left-out', { text: short(text) });
            return [];
          }),
          asking,
        );
    if (!typed) return this.say(group, 'right-missing');
    return { kind: 'blanks', gaps: [typed.gap], foreseen: typed.foreseen, strict: false };
  }

  /** What is said about a word goes for all gaps: where two gaps have it, it belongs to none. */
  private foreseen({ gaps, foreseen }: Group, asking: Asking) {
    const counts = new Map<string, number>();
    for (const gap of gaps) {
      for (const word of new Set(wordsOfGap(gap))) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
    return foreseen.flatMap(({ answer, feedback }) => {
      if (counts.get(answer) === 1) {
        return [{ answer, feedback: readFlow(feedback, 'markdown', asking) }];
      }
      asking.report.add(asking.line, 'feedback-placeless', { name: asking.name });
      return [];
    });
  }

  private asked(group: Group): { asked: Asked; text: Flow } | undefined {
    const asking = this.asking(group);
    const flow = readFlow(withoutLabels(group.text.join('\n')).trim(), 'markdown', asking);
    if (group.gaps.length > 0) {
      const foreseen = this.foreseen(group, asking);
      const asked: Asked = { kind: 'blanks', gaps: group.gaps, foreseen, strict: false };
      return { asked, text: withGaps(flow, group.gaps.length) };
    }
    const asked = group.typed.length > 0 ? this.typed(group) : this.options(group);
    if (!asked) return undefined;
    if (asked.kind !== 'blanks') return { asked, text: flow };
    return { asked, text: withGapBehind(flow) };
  }

  /** Hints and explanations are those of the whole problem; they go to its last question. */
  write(): void {
    const asking = this.groups.findLastIndex((group) => isAsked(group) || group.gaps.length > 0);
    for (const [at, group] of this.groups.entries()) {
      const context = this.asking(group);
      const flowOf = (text: string): Flow => readFlow(text, 'markdown', context);
      if (!isAsked(group) && group.gaps.length === 0) {
        const text = [...group.text, ...(asking < 0 ? [...this.hints, ...this.why] : [])];
        this.lessons.addText(group.line, group.title, flowOf(withoutLabels(text.join('\n'))));
        continue;
      }
      const found = this.asked(group);
      if (found) this.add(group, found, at === asking, flowOf);
      const after = flowOf(withoutLabels(group.after.join('\n')));
      if (!isEmpty(after)) this.lessons.addText(group.line, '', after);
    }
  }

  private add(
    group: Group,
    { asked, text }: { asked: Asked; text: Flow },
    isLast: boolean,
    flowOf: (text: string) => Flow,
  ): void {
    if (isEmpty(text) && group.title === '') {
      this.say(group, 'question-empty');
      return;
    }
    const why = isLast ? flowOf(this.why.join('\n\n')) : [];
    this.lessons.add({
      line: group.line,
      id: group.title || firstWords(wordsOf(text)),
      name: group.title,
      text,
      hints: isLast ? this.hints.map(flowOf) : [],
      why,
      points: 1,
      shuffled: asked.kind !== 'choice' || group.options.some(({ shuffled }) => shuffled),
      asked,
    });
  }
}

/** A drop-down may go over several lines: they become one part. */
function joinDropDowns(parts: readonly EdxPart[]): EdxPart[] {
  const joined: EdxPart[] = [];
  // From the end, so that each part knows at once whether a drop-down is closed after it.
  const closes: boolean[] = [];
  let later = false;
  for (let at = parts.length - 1; at >= 0; at--) {
    const part = parts[at];
    const text = part && 'text' in part ? part.text : '';
    closes[at] = later;
    if (text.includes(']]')) later = true;
    if (/\[\[[^\]]*$/.test(text.slice(-500))) later = false;
  }
  let open: Extract<EdxPart, { type: 'text' }> | undefined;
  for (const [at, part] of parts.entries()) {
    if (open) {
      open.text += `\n${lineOf(part)}`;
      if (lineOf(part).includes(']]')) open = undefined;
      continue;
    }
    joined.push(part.type === 'text' ? { ...part } : part);
    const last = joined.at(-1);
    if (last?.type !== 'text' || !closes[at]) continue;
    if (last.text.lastIndexOf('[[') > last.text.lastIndexOf(']]')) open = last;
  }
  return joined;
}

/** A part as it was written, where it turns out to be an answer of a drop-down. */
function lineOf(part: EdxPart): string {
  if (!('text' in part)) return '';
  const feedback = 'feedback' in part && part.feedback !== '' ? ` {{${part.feedback}}}` : '';
  return `${part.text}${feedback}`;
}

export const importEdx = importer((text, options, report) => {
  const lessons = new Lessons(options, report);
  for (const lines of splitProblems(text)) {
    new EdxProblem(partsOf(lines), lessons, report).write();
  }
  return { lessons: lessons.finish() };
});
