// What a kind of item must have on the page: a form to answer in, a settled look, and its words.
import type { ComponentType } from 'react';
import type { AnswerOf, ItemKind, ShownOf } from '../../core/course/blocks';
import type { ItemViewOf, Verdict } from '../../core/views';

/** The right answer, once it is due. */
export type Key<K extends ItemKind> = NonNullable<Verdict<K>['key']>;

export interface FormProps<K extends ItemKind> {
  view: ItemViewOf<K>;
  answer: AnswerOf<K>;
  onAnswer: (answer: AnswerOf<K>) => void;
  /** Enter in a field asks for the verdict, as everywhere. */
  onCheck: () => void;
  /** Parts found empty when the learner asked for the verdict. */
  missing: readonly number[];
  /** The element that says what is missing. */
  missingId: string;
  /** The element that names the form. */
  labelId: string;
}

export interface SettledProps<K extends ItemKind> {
  view: ItemViewOf<K>;
  /** What the learner answered last; null when they asked for the answer at once. */
  given: AnswerOf<K> | null;
  keyOf: Key<K>;
}

export interface BlockWords<K extends ItemKind> {
  /** What is missing in an answer, as one sentence that says what to do. */
  missing: (shown: ShownOf<K>, parts: readonly number[]) => string;
  /** How much of an answer is right, as a sentence; null when there is nothing to count. */
  count: (view: ItemViewOf<K>, verdict: Verdict<K>) => string | null;
}

/** Parts of the form carry `data-part`, so that the focus finds the first one that is missing. */
export interface Block<K extends ItemKind> {
  Form: ComponentType<FormProps<K>>;
  Settled: ComponentType<SettledProps<K>>;
  /** An answer that fits what is shown: what was saved of it, the rest empty. */
  begin: (shown: ShownOf<K>, saved: AnswerOf<K> | null) => AnswerOf<K>;
  /** The parts still empty; none when the answer is complete. */
  missing: (shown: ShownOf<K>, answer: AnswerOf<K>) => number[];
  useWords: () => BlockWords<K>;
  /** Each change is saved without waiting for a pause: what comes next hangs on it. */
  savesAtOnce?: true;
}
