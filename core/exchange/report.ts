// What became of each line that was read: kept, changed or left out, and in which words to say so.

import type { ReportMessage } from './markdown-folder/report';

export type What = 'kept' | 'changed' | 'left-out';

/** Each message, and what it says has happened; its words are in the namespace `exchange`. */
export const messages = {
  // Kept
  question: 'kept',
  text: 'kept',
  category: 'kept',
  file: 'kept',

  // Changed on the way in
  'essay-ungraded': 'changed',
  'weights-changed': 'changed',
  'any-right-changed': 'changed',
  'part-right-changed': 'changed',
  'wildcard-changed': 'changed',
  'range-ends-changed': 'changed',
  'gap-brackets-changed': 'changed',
  'text-simplified': 'changed',
  'text-flattened': 'changed',
  'text-before': 'changed',
  'html-as-text': 'changed',
  'link-as-text': 'changed',
  'list-boxes-changed': 'changed',
  'quote-unwrapped': 'changed',
  'braces-as-code': 'changed',
  'marker-as-code': 'changed',
  'layout-default': 'changed',
  'points-changed': 'changed',

  // Left out on the way in
  'too-large': 'left-out',
  'nothing-found': 'left-out',
  'xml-broken': 'left-out',
  'xml-other': 'left-out',
  'xml-deep': 'left-out',
  'kind-unknown': 'left-out',
  'too-many': 'left-out',
  'question-long': 'left-out',
  'csv-quotes': 'changed',
  'head-left-out': 'left-out',
  'question-empty': 'left-out',
  'answers-unclear': 'left-out',
  'right-missing': 'left-out',
  'brace-open': 'left-out',
  comment: 'left-out',
  tags: 'left-out',
  settings: 'left-out',
  units: 'left-out',
  'feedback-shared': 'left-out',
  'feedback-placeless': 'left-out',
  'answer-left-out': 'left-out',
  'picture-remote': 'left-out',
  'file-refused': 'left-out',
  'file-missing': 'left-out',
  'column-unknown': 'left-out',
  'cells-extra': 'left-out',

  // What the course format asks for and the source does not have
  'feedback-missing': 'left-out',
  'explanation-missing': 'left-out',
  'model-missing': 'left-out',
  'picture-words-missing': 'left-out',
  'objectives-missing': 'left-out',
  problem: 'changed',

  // On the way out
  'statements-split': 'changed',
  'rows-split': 'changed',
  'order-as-match': 'changed',
  'sort-as-match': 'changed',
  'estimate-as-number': 'changed',
  'organisation-as-text': 'changed',
  'picture-as-text': 'changed',
  'block-as-text': 'changed',
  'text-kind-lost': 'changed',
  'kind-left-out': 'left-out',
  'gap-as-choice': 'changed',
  'gaps-several': 'left-out',
  'arrow-left-out': 'left-out',
  'hints-left-out': 'left-out',
  'feedback-left-out': 'left-out',
  'heads-left-out': 'left-out',
  'pins-left-out': 'left-out',
  'footnote-left-out': 'left-out',
  'group-left-out': 'left-out',
} as const satisfies Record<string, What>;

export type Message = keyof typeof messages;

interface RowAbout {
  /** The file that the line is in, where several were read. */
  file?: string;
  /** Line (from 1) of what was read. */
  line: number;
  what: What;
  /** Values for the words of the message. */
  values: Record<string, string | number>;
}

export interface QuestionRow extends RowAbout {
  of?: 'questions';
  message: Message;
}

/** What becomes of whole pages is said in the same words as for folders of Markdown. */
export interface PageRow extends RowAbout {
  of: 'pages';
  message: ReportMessage;
}

export type ReportRow = QuestionRow | PageRow;

export class Report {
  private readonly rows: QuestionRow[] = [];

  add(line: number, message: Message, values: QuestionRow['values'] = {}): void {
    this.rows.push({ line, what: messages[message], message, values });
  }

  /** In the order of the lines; what was kept comes first, then what was said first. */
  sorted(): QuestionRow[] {
    const isKept = ({ what }: QuestionRow): number => Number(what !== 'kept');
    return this.rows.toSorted((a, b) => a.line - b.line || isKept(a) - isKept(b));
  }
}

/** A text in one short line, for messages. */
export function short(text: string): string {
  const words = text.slice(0, 300).replace(/\s+/g, ' ').trim();
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}
