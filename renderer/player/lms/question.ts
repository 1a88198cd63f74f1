// An answered question as the platforms are told of it.
import { kindOf } from '../../../core/course/blocks';
import type { Interaction } from '../../../core/course/blocks/kind';
import { plainText } from '../../../core/course/plain-text';
import type { Answered } from '../../../core/learning/course-practice';
import { itemKey } from '../../../core/learning/item-key';

export interface Question {
  /** The same for every learner and language. */
  id: string;
  words: string;
  interaction: Interaction;
  /** From 0 to 1. */
  share: number;
  points: number;
  /** Null when unknown. */
  seconds: number | null;
  at: string;
}

export function questionOf({ lesson, item, event }: Answered): Question {
  return {
    id: itemKey(lesson, item.id),
    // The text of the gaps is the question of `blanks`.
    words: plainText(item.kind === 'blanks' ? item.content.text : item.question)
      .replace(/\s+/g, ' ')
      .trim(),
    interaction: kindOf(item.kind).interaction(item.content, event.answer),
    share: event.share,
    points: item.points,
    seconds: event.seconds,
    at: event.at,
  };
}
