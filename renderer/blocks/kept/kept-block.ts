// What a kind of kept block must have on the page: its body, between the question and who sees it.
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { KeptAnswerOf, KeptKindName } from '../../../core/course/kept';
import type { RecallGrade } from '../../../core/learning/recall-grades';
import type { KeptViewOf } from '../../../core/views';

/** Each rejects with AskError and then has changed nothing. */
export interface KeptActions {
  save(answer: unknown): Promise<void>;
  /** Null forgets it. */
  saveDraft(answer: unknown): Promise<void>;
  recall(card: string, grade: RecallGrade, seconds: number | null): Promise<void>;
}

export interface KeptProps<K extends KeptKindName> {
  view: KeptViewOf<K>;
  /** The element that names the form: the question, or the label where there is none. */
  labelId: string;
  actions: Omit<KeptActions, 'save'> & { save(answer: KeptAnswerOf<K>): Promise<void> };
}

export interface KeptBlock<K extends KeptKindName> {
  icon: LucideIcon;
  Body: ComponentType<KeptProps<K>>;
}
