// `mark`: a text with passages to find; the learner marks its words, lines or sentences.
import { z } from '../../zod';
import { plainText } from '../plain-text';
import type { Inline, Prose } from '../prose';
import { AttributeReader } from '../read-attributes';
import {
  foldedWords,
  type Passage,
  splitIntoUnits,
  type TextWord,
  type UnitKind,
  unitKinds,
  unitRuns,
} from '../units';
import { isTaskList, label, readAnswer } from './answers';
import type { BlockBody, GradedKind, PartGrade } from './kind';

export interface MarkContent {
  unit: UnitKind;
  /** The text with its units numbered; nothing in it says what is right. */
  text: Prose[];
  units: number;
  /** Passages to find, in their order; `said` are places in `feedback`. */
  spots: { units: number[]; said: number[] }[];
  /** Wrong marks that the author foresaw. */
  foreseen: { units: number[]; said: number }[];
  feedback: Prose[][];
}

export interface MarkShown {
  unit: UnitKind;
  text: Prose[];
  units: number;
}

/** The numbers of the marked units. */
export type MarkAnswer = number[];

export interface MarkDue {
  /** The units of each passage that was to be found. */
  spots: number[][];
}

/** So many words of a line are looked for: those it begins with are enough. */
const longestPhrase = 50;

interface Entry {
  line: number;
  text: string;
  right: boolean;
  said: number;
}

/** Phrases to look for, word by word. */
interface PhraseTree {
  entry?: Entry;
  next: Map<string, PhraseTree>;
}

const hasMarks = (nodes: readonly Inline[]): boolean =>
  nodes.some((node) => node.type === 'marked' || ('children' in node && hasMarks(node.children)));

/** The question is the first paragraph; what follows it is the text, up to the task list. */
function splitBody(body: BlockBody): { question: Prose[]; text: Prose[]; list: Prose | undefined } {
  const listAt = body.children.findIndex(isTaskList);
  const before = listAt < 0 ? body.children : body.children.slice(0, listAt);
  const extra = listAt < 0 ? undefined : body.children[listAt + 1];
  if (extra) body.problems.add('answers-after', extra.line);
  const first = before[0];
  const isQuestion = first?.type === 'paragraph' && !hasMarks(first.children);
  if (!isQuestion) body.problems.add('question-missing', body.line);
  const text = before.slice(isQuestion ? 1 : 0);
  return { question: isQuestion ? [first] : [], text, list: body.children[listAt] };
}

/** What the task list says about passages; each line needs a box, words and feedback. */
function readEntries(list: Prose | undefined, body: BlockBody, feedback: Prose[][]): Entry[] {
  const entries: Entry[] = [];
  for (const item of list?.type === 'list' ? list.items : []) {
    const { line, text: words, feedback: said, right } = readAnswer(item);
    const text = label(words);
    if (right === undefined) body.problems.add('answer-box-missing', line);
    if (text === '') body.problems.add('answer-empty', line);
    else if (said.length === 0) body.problems.add('feedback-missing', line, { text });
    if (text === '') continue;
    entries.push({ line, text: plainText(words), right: right ?? false, said: feedback.length });
    feedback.push(said);
  }
  return entries;
}

function plant(entries: readonly Entry[], { problems }: BlockBody): PhraseTree {
  const tree: PhraseTree = { next: new Map() };
  for (const entry of entries) {
    let node = tree;
    for (const word of foldedWords(entry.text).slice(0, longestPhrase)) {
      const next = node.next.get(word) ?? { next: new Map() };
      node.next.set(word, next);
      node = next;
    }
    if (node.entry) problems.add('answer-double', entry.line, { text: shortened(entry.text) });
    else node.entry = entry;
  }
  return tree;
}

const shortened = (text: string): string =>
  label([{ type: 'paragraph', line: 1, children: [{ type: 'text', text }] }]);

/** The longest phrase that begins at a word, and where it ends. */
function phraseAt(
  tree: PhraseTree,
  words: readonly TextWord[],
  from: number,
  isIn: (word: TextWord) => boolean,
): { entry: Entry; end: number } | undefined {
  let node: PhraseTree | undefined = tree;
  let found: { entry: Entry; end: number } | undefined;
  for (let at = from; at < words.length && at - from < longestPhrase; at++) {
    const word = words[at] as TextWord;
    node = isIn(word) ? node.next.get(word.word) : undefined;
    if (!node) break;
    if (node.entry) found = { entry: node.entry, end: at + 1 };
  }
  return found;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** Passages that share a unit are one: nobody could mark one without the other. */
function spotsOf(passages: readonly Passage[], said: readonly (number | undefined)[]) {
  const spots: { units: number[]; said: Set<number> }[] = [];
  for (const [at, { units }] of passages.entries()) {
    let last = spots.at(-1);
    const end = last?.units.at(-1) ?? -1;
    if (!last || (units[0] ?? 0) > end) {
      last = { units: [], said: new Set() };
      spots.push(last);
    }
    for (const unit of units) if (unit > end) last.units.push(unit);
    const about = said[at];
    if (about !== undefined) last.said.add(about);
  }
  return spots.map((spot) => ({ units: spot.units, said: [...spot.said] }));
}

const rightUnits = ({ spots }: MarkContent): number[] => spots.flatMap(({ units }) => units);

/** Words about a passage are said once, however many places they are about. */
class Sayings {
  private readonly over = new Set<number>();
  constructor(private readonly feedback: readonly Prose[][]) {}

  about(said: readonly number[]): Prose[] {
    const fresh = said.filter((each) => !this.over.has(each));
    for (const each of fresh) this.over.add(each);
    return fresh.flatMap((each) => this.feedback[each] ?? []);
  }
}

export const mark: GradedKind<MarkContent, MarkShown, MarkAnswer, MarkDue> = {
  attributes: ['unit'],

  read(body) {
    const { problems } = body;
    const attributes = new AttributeReader(body.attributes, body.line, problems);
    const unit = attributes.oneOf('unit', unitKinds, 'word, line or sentence') ?? 'word';
    const { question, text: written, list } = splitBody(body);
    const { text, units, passages: all, words } = splitIntoUnits(written, unit);
    const feedback: Prose[][] = [];
    const entries = readEntries(list, body, feedback);
    const passages = all.filter((passage) => passage.units.length > 0);
    if (passages.length === 0) {
      problems.add('marks-missing', body.line);
      return undefined;
    }

    const used = new Set<Entry>();
    const rights = plant(
      entries.filter(({ right }) => right),
      body,
    );
    const said: (number | undefined)[] = all.map(() => undefined);
    for (const [at, { passage }] of words.entries()) {
      if (passage === null || words[at - 1]?.passage === passage) continue;
      const found = phraseAt(rights, words, at, (word) => word.passage === passage);
      if (!found) continue;
      used.add(found.entry);
      said[passage] = found.entry.said;
    }
    for (const [at, { line, text: words, units: own }] of all.entries()) {
      if (own.length === 0 || said[at] !== undefined) continue;
      problems.add('feedback-missing', line, { text: shortened(words) });
    }
    const spots = spotsOf(
      passages,
      said.filter((_, at) => all[at]?.units.length !== 0),
    );

    const right = new Set(spots.flatMap((spot) => spot.units));
    const wrongs = plant(
      entries.filter((entry) => !entry.right),
      body,
    );
    const foreseen: MarkContent['foreseen'] = [];
    for (let at = 0; at < words.length; at++) {
      const found = phraseAt(wrongs, words, at, (word) => !right.has(word.unit));
      if (!found) continue;
      used.add(found.entry);
      const from = (words[at] as TextWord).unit;
      const to = (words[found.end - 1] as TextWord).unit;
      foreseen.push({ units: range(from, to), said: found.entry.said });
      at = found.end - 1;
    }
    for (const entry of entries) {
      if (used.has(entry)) continue;
      problems.add('passage-unknown', entry.line, { text: shortened(entry.text) });
    }
    if (right.size === units) problems.add('wrong-answer-missing', body.line);
    return { question, content: { unit, text, units, spots, foreseen, feedback } };
  },

  revisionText(content) {
    const right = new Set(rightUnits(content));
    const words = unitRuns(content.text).flat();
    return [
      content.unit,
      ...words.map(({ unit, words }) => `${right.has(unit) ? '==' : ''}${words}`),
    ].join('\n');
  },

  /** Other languages have other words, in other places; as many passages must be found. */
  shape: ({ unit, spots }) => `${unit} ${spots.length}`,
  placesByWords: true,

  arrange: () => [],

  show: ({ unit, text, units }) => ({ unit, text, units }),

  partsIn: null,

  answer: z.array(z.int().min(0).max(99_999)).max(5000),

  isComplete: (content, answer) =>
    answer.length >= 1 &&
    new Set(answer).size === answer.length &&
    answer.every((unit) => unit >= 0 && unit < content.units),

  toFile: (answer) => answer,
  toScreen: (answer) => answer,

  /** +1 for each right mark, −1 for each wrong one, never under 0, scaled. */
  grade(content, answer) {
    const spotOf = new Map(content.spots.flatMap((spot) => spot.units.map((unit) => [unit, spot])));
    const foreseenOf = new Map(
      content.foreseen.flatMap((each) => each.units.map((unit) => [unit, each])),
    );
    const sayings = new Sayings(content.feedback);
    const parts = answer.map((part): PartGrade => {
      const spot = spotOf.get(part);
      const foreseen = foreseenOf.get(part);
      const said = spot?.said ?? (foreseen ? [foreseen.said] : []);
      return { part, right: spot !== undefined, feedback: sayings.about(said) };
    });
    const hits = parts.filter((part) => part.right).length;
    const misses = parts.length - hits;
    return { share: Math.max(0, hits - misses) / spotOf.size, parts };
  },

  key(content) {
    const sayings = new Sayings(content.feedback);
    return {
      answer: rightUnits(content),
      parts: content.spots.map(({ units, said }) => ({
        part: units[0] ?? 0,
        right: true,
        feedback: sayings.about(said),
      })),
    };
  },

  due: ({ spots }) => ({ spots: spots.map(({ units }) => units) }),

  interaction: (content, answer) => ({
    type: 'choice',
    response: answer.join('[,]'),
    correct: [rightUnits(content).join('[,]')],
  }),

  sample: `::: mark #signs-of-a-trap
Mark the words that should make you stop and think.

Dear colleague, your mailbox is almost full. ==Act within the hour== or you lose your mail.
Sign in at ==town-hall.mail.example== with your usual password.

- [x] Act within the hour
  > Hurry keeps you from thinking.
- [x] town-hall.mail.example
  > An address belongs to whoever owns its end, and that is not the town hall.
- [ ] your mailbox is almost full
  > That can be true. It is no sign by itself.

> [!WHY] Hurry and a strange address together are enough to report a message.
:::
`,
};
