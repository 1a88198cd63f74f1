// What a kind of kept block must know to do: read its Markdown, show itself, and say what an answer is.
import type { z } from '../../zod';
import type { BlockBody, Interaction } from '../blocks/kind';
import type { Prose } from '../prose';
import type { AttributeReader } from '../read-attributes';

/** The body of a kept block, and its attributes as values. */
export interface KeptBody extends Pick<BlockBody, 'kind' | 'line' | 'children' | 'problems'> {
  read: AttributeReader;
}

/** Which poll was asked before: `ID` in the same lesson, `LESSON/ID` in the same course. */
export interface Pair {
  lesson: string | null;
  id: string;
}

/**
 * One kind of block that keeps an answer nobody grades. `Content` is what the file says, `Shown`
 * what a window may know from the start, `Answer` what a learner gives, `After` what is shown once
 * an answer is kept. All are JSON.
 */
export interface KeptKind<Content, Shown, Answer, After = null> {
  /** Attributes of this kind. */
  attributes: readonly string[];
  read(body: KeptBody): { question: Prose[]; content: Content } | undefined;
  /** The text whose change makes this another question. */
  revisionText(content: Content): string;
  /** What a translation must have in common with its source: how many parts, words apart. */
  shape(content: Content): string;
  /** What a translation takes over from its source. */
  translated?(content: Content, source: Content): Content;
  show(content: Content): Shown;
  /** Shape of an answer, also of half an answer, as it comes from a window: untrusted. */
  answer: z.ZodType<Answer>;
  /** True when the answer speaks only of parts that exist, and there is something to keep. */
  isComplete(content: Content, answer: Answer): boolean;
  /** What still holds of an answer given before the author changed the block; null when nothing does. */
  carry?(content: Content, answer: Answer): Answer | null;
  /** What is shown beside a kept answer; `before` is the answer to the block it is paired with. */
  after?(content: Content, answer: Answer, before: Answer | null): After;
  pair?(content: Content): Pair | null;
  /** Nobody but the learner ever sees the answer: it is in no statement and no report. */
  isPrivate: boolean;
  /** How an answer is named in an xAPI statement; private kinds have none. */
  interaction?(content: Content, answer: Answer): Interaction;
  /** A whole block in Markdown: feeds the gallery, the Insert menu, the docs and the tests. */
  sample: string;
}
