// A piece of a text that is translated on its own, and where it stands in the file.

export const roles = [
  'title',
  'summary',
  'objective',
  'heading',
  'paragraph',
  'item',
  'answer',
  'feedback',
  'hint',
  'explanation',
  'clue',
  'quote',
  'cell',
  'term',
  'definition',
  'label',
  'message',
] as const;
export type Role = (typeof roles)[number];

/** From and to, in the text of the file as it is. */
export interface Span {
  start: number;
  end: number;
}

/** How words are written at their place. */
export type Form =
  /** Lines of Markdown; each may begin with white space and marks that are no part of the words. */
  | 'lines'
  /** Markdown that must stay in one line. */
  | 'line'
  | 'cell'
  /** A value of the front matter. */
  | 'yaml'
  /** A value between quotation marks in the opening of a block. */
  | 'attribute';

export interface Segment {
  /** Names it within its file: the blocks around it, what it is, and which of these it is. */
  key: string;
  /** The blocks around it, '' outside of any. */
  block: string;
  role: Role;
  /** From 1. */
  line: number;
  /** The words, without the marks around them; lines end with `\n`. */
  text: string;
  form: Form;
  /** One for each line of the words, in their order. */
  spans: readonly Span[];
}

/** Code, addresses and e-mail addresses say the same in every language. */
const sameEverywhere = /`[^`]*`|<?\bhttps?:\/\/[^\s)>]+>?|(?<![\w.+-])[\w.+-]+@[\w.-]+/g;

/** Whether there is something to translate: numbers, code and addresses alone are not. */
export const hasWords = ({ text }: Pick<Segment, 'text'>): boolean =>
  /\p{L}/u.test(text.replace(sameEverywhere, ''));
