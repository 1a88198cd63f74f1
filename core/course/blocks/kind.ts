// What a graded kind must know to do: read its Markdown, show itself without its answers, grade an answer.
import type { z } from '../../zod';
import type { ProblemList } from '../problem';
import type { Prose } from '../prose';

/** A line of the file as its author wrote it; lines count from 1. */
export interface SourceLine {
  line: number;
  text: string;
}

/** What an author points out in a part, under a name: `> [!CLUE link] It leads elsewhere.` */
export interface Clue {
  label: string;
  line: number;
  children: Prose[];
}

/** A block that means something only inside another one, such as a `message` of an `inbox`. */
export interface BlockPart {
  kind: string;
  id: string | undefined;
  line: number;
  attributes: ReadonlyMap<string, string>;
  /** The lines before `---`: the head of a message. */
  head: SourceLine[];
  children: Prose[];
  clues: Clue[];
  /** Its own explanation: what stands in `> [!WHY]` inside it. */
  why: Prose[];
}

/** The body of a block, taken apart as far as all kinds have in common. */
export interface BlockBody {
  kind: string;
  line: number;
  children: Prose[];
  gaps: { text: string; line: number }[];
  /** Blocks of a part kind that stand inside. */
  parts: BlockPart[];
  attributes: ReadonlyMap<string, string>;
  problems: ProblemList;
  /** The lines between opening and closing, for kinds whose body is no Markdown. */
  source(): SourceLine[];
}

/**
 * In which order things stand on screen: one permutation for each list that is shuffled;
 * `order[shown] = place in the file`. Derived again from the same seed, never stored.
 */
export type Arrangement = readonly (readonly number[])[];

/** Makes a permutation of 0 … count-1; places in `pinned` stay where they are. */
export type Shuffle = (count: number, pinned?: ReadonlySet<number>) => number[];

/** What grading finds out. All positions are places in the file. */
export interface Grade {
  /** From 0 to 1. */
  share: number;
  /** One for each part that was judged: an option, a statement, a pair, a gap. */
  parts: PartGrade[];
  /** What the kind counts besides: hits and false alarms of an inbox. It names no part. */
  tally?: Readonly<Record<string, number>>;
}

export interface PartGrade {
  /** Place in the file of the option, statement, entry, row or gap. */
  part: number;
  right: boolean;
  /** The author's words about what was answered here. */
  feedback: Prose[];
}

/** How an answer is named in an xAPI statement. */
export interface Interaction {
  type:
    | 'choice'
    | 'true-false'
    | 'sequencing'
    | 'matching'
    | 'fill-in'
    | 'long-fill-in'
    | 'numeric'
    | 'likert'
    | 'performance'
    | 'other';
  response: string;
  correct: string[];
}

/**
 * One kind of graded block. `Content` is what the file says with its answers, `Shown` what a
 * window may know before the answer is due, `Answer` what a learner gives, `Due` what the window
 * may know besides the key once the answer is due. All are JSON.
 */
export interface GradedKind<Content, Shown, Answer, Due = null> {
  /** Attributes of this kind beyond those that all graded kinds have. */
  attributes: readonly string[];
  /** Tries where the author says nothing; without it until right. */
  defaultTries?: number;
  /** Which part of the body is the question: everything before the answers. */
  read(body: BlockBody): { question: Prose[]; content: Content } | undefined;
  /** The text whose change makes this another question. */
  revisionText(content: Content): string;
  /** What a translation must have alike; without it, the lists on screen and the right answer. */
  shape?(content: Content): string;
  /**
   * Places depend on the words, so that an answer in one language means nothing in another: each
   * translation has a revision of its own.
   */
  placesByWords?: true;
  arrange(content: Content, shuffle: Shuffle): Arrangement;
  /** `given` is the answer so far, in places of the file; only kinds that unfold look at it. */
  show(content: Content, arrangement: Arrangement, given?: Answer | null): Shown;
  /**
   * What is shown depends on the answer so far: a scene follows from a choice, a check from a
   * text. The window is told anew with each half answer it saves.
   */
  unfolds?: true;
  /** The list of the arrangement that the parts of a grade stand in; null when they never move. */
  partsIn: number | null;
  /** Shape of an answer as it comes from a window: untrusted. */
  answer: z.ZodType<Answer>;
  /** True when the answer leaves nothing open and speaks only of parts that exist. */
  isComplete(content: Content, answer: Answer): boolean;
  /** From positions on screen to places in the file, and back. */
  toFile(answer: Answer, arrangement: Arrangement): Answer;
  toScreen(answer: Answer, arrangement: Arrangement): Answer;
  /** Judges a complete answer given in places in the file. */
  grade(content: Content, answer: Answer): Grade;
  /** The right answer, and the words about each part, for when they are due. */
  key(content: Content): { answer: Answer; parts: PartGrade[] };
  /** More than the key to show once it is due; `answer` is the last one given, null when none was. */
  due?(content: Content, answer: Answer | null, arrangement: Arrangement): Due;
  interaction(content: Content, answer: Answer): Interaction;
  /** What a translation must keep besides the shape of the right answer: ids, and words of the key. */
  keeps?(content: Content): string;
  /** A whole block in Markdown: feeds the gallery, the Insert menu, the docs and the tests. */
  sample: string;
}
