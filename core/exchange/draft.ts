// A question on its way into a course: what all formats are read into, and what blocks are written from.
import type { Gap } from '../course/blocks/blanks';
import type { Flow } from './text/flow';

export interface DraftOption {
  text: Flow;
  feedback: Flow;
  right: boolean;
  pinned?: boolean;
}

/** What is asked, by the kind of block that asks it. */
export type Asked =
  | { kind: 'choice'; options: DraftOption[] }
  | { kind: 'truefalse'; statements: DraftOption[] }
  | { kind: 'order'; entries: { text: Flow; feedback: Flow }[] }
  /** A pair without a left side is a distractor. */
  | { kind: 'match'; pairs: { left: Flow; right: Flow }[] }
  /** The text of the draft has a node for each gap. */
  | {
      kind: 'blanks';
      gaps: DraftGap[];
      foreseen: { answer: string; feedback: Flow }[];
      strict: boolean;
    }
  | { kind: 'reflect'; model: Flow };

/** As the course has them, but a number is only its ends. */
export type DraftGap =
  | Extract<Gap, { type: 'text' | 'options' }>
  | Omit<Extract<Gap, { type: 'number' }>, 'written'>;

export interface Draft {
  line: number;
  /** What its id is made of: an id of its own, its title, or its first words. */
  id: string;
  /** Its title; empty when it has none. */
  name: string;
  text: Flow;
  hints: Flow[];
  why: Flow;
  points: number;
  shuffled: boolean;
  asked: Asked;
}
