// A graded block as the course keeps it, with its answers: this never leaves the service whole.

import type { ContentOf, ItemKind } from './blocks';
import type { Prose } from './prose';

/** What every graded block has, whatever its kind. */
export interface ItemBase {
  /** Unique in its lesson, for ever. */
  id: string;
  line: number;
  question: Prose[];
  /** Revealed one by one. */
  hints: Prose[][];
  /** Shown once the item is answered. */
  why: Prose[];
  points: number;
  /** Points that each hint used takes away. */
  hintCost: number;
  /** How often it may be answered before the right answer is shown; null: until right. */
  tries: number | null;
  /** Ask how sure the learner is; null: as the course says, which a course put together has settled. */
  sure: boolean | null;
  /** Comes back in spaced review. */
  review: boolean;
  competence: string | null;
  /** Answers stand in another order for each learner and attempt. */
  shuffled: boolean;
  /** Hash of question and answers: another revision is another question. */
  revision: string;
}

/** Any graded block: its kind tells the type of its content. */
export type Item = { [K in ItemKind]: ItemBase & { kind: K; content: ContentOf<K> } }[ItemKind];
