// What is said about one part of an answer, right under it: a mark and the author's words.
import type { ReactNode } from 'react';
import type { Prose } from '../../core/course/prose';
import { Words } from '../prose/words';

interface FeedbackProps {
  /** Which side the thin edge takes: that of the mark, or none. */
  tone: 'right' | 'wrong' | 'plain';
  marks?: ReactNode;
  words: readonly Prose[];
}

export function Feedback({ tone, marks, words }: FeedbackProps) {
  if (!marks && words.length === 0) return null;
  return (
    <div className={`feedback feedback--${tone}`}>
      {marks && <div className="feedback__marks">{marks}</div>}
      {words.length > 0 && <Words nodes={words} />}
    </div>
  );
}
