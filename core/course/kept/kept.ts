// A block that keeps an answer and grades none, as the course holds it.
import type { Prose } from '../prose';
import type { KeptContentOf, KeptKindName } from '.';

interface KeptBase {
  /** Unique in its lesson, among the graded blocks too, for ever. */
  id: string;
  line: number;
  question: Prose[];
  /** Hash of question and content: another revision is another question. */
  revision: string;
  /** The answer is the learner's alone. */
  private: boolean;
}

/** Any kept block: its kind tells the type of its content. */
export type Kept = {
  [K in KeptKindName]: KeptBase & { kind: K; content: KeptContentOf<K> };
}[KeptKindName];
