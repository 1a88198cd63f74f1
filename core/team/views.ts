// What the team view shows, as plain JSON. No figure in here is about fewer than five people.
import type { Failure } from '../errors';
import type { SyncProblem } from '../sync/state';
import type { PhishingFigures } from './phishing';
import type { QuestionFigures } from './questions';
import type { RosterMistake } from './roster';

export interface CourseName {
  id: string;
  title: string;
}

/** A part of the organisation; `name` is null for the small units that are only shown together. */
export interface BlockView {
  key: number;
  name: string | null;
  /** True for those who are in no list. */
  unlisted: boolean;
  units: number;
  people: number;
}

/** Somewhere people are counted. `reached` is "at least"; null where it is too few to say. */
export interface Coverage {
  people: number;
  reached: number | null;
}

export interface MandatoryView extends CourseName {
  /** The last day for it, as in 2027-03-31; null for no such day. */
  due: string | null;
  isOver: boolean;
  /** Exact: these people are named in the list below. */
  done: number;
  open: number;
  people: number;
  /** The organisation's policy asks for it: it cannot be taken back here. */
  isDecreed: boolean;
}

export interface TeamFigures {
  /** Where nothing was read yet, or fewer than five people. */
  isEmpty: boolean;
  people: number;
  roster: { people: number; units: number; openedAt: string } | null;
  /** For the choices. */
  courses: CourseName[];
  blocks: BlockView[];
  years: number[];
  /** Of what was chosen. */
  mandatory: MandatoryView[];
  byCourse: (CourseName & Coverage)[];
  byBlock: (BlockView & Coverage)[];
  /** All blocks that were chosen, of the chosen course; of all courses: courses finished. */
  total: Coverage;
  /** By the end of each month, as in 2026-11. */
  overTime: { month: string; reached: number }[];
  /** Null while they are counted. */
  competences: (Coverage & { code: string })[] | null;
}

/** The state of one person in a mandatory course. */
export type PersonState = 'done' | 'open' | 'overdue';

export interface PersonRow {
  account: string;
  name: string;
  unit: string;
  group: string;
  course: CourseName;
  due: string | null;
  state: PersonState;
  /** The day it was finished; null where it is not. */
  doneOn: string | null;
}

export interface PeoplePage {
  total: number;
  rows: PersonRow[];
}

export interface PhishingView {
  rows: (CourseName & PhishingFigures)[];
}

export interface QuestionsView {
  /** In whole fives. */
  people: number;
  /** Answers to other revisions of questions than the newest, which are in no figure; in whole fives. */
  leftOut: number;
  items: (QuestionFigures & {
    lessonTitle: string;
    question: string;
    /** The question that is here has been changed since, and nobody answered it yet. */
    isOlder: boolean;
    temptingWords: string | null;
  })[];
}

/** What went wrong with a source, in the words of sync where it is one of its cases. */
export type SourceFailure =
  | { kind: 'failure'; failure: Failure }
  | { kind: 'offline' | 'sign-in-needed' | 'trouble' }
  | { kind: 'problem'; problem: SyncProblem };

export interface SourceView {
  id: string;
  kind: 'files' | 'folder' | 'lrs';
  /** Folder or address; of files how they are called. */
  place: string;
  /** When it was last read to its end, ISO 8601; null for never. */
  readAt: string | null;
  failed: SourceFailure | null;
}

/** What came of reading. */
export interface Reading {
  /** Statements that were not known. */
  taken: number;
  known: number;
  /** Statements that say nothing that is counted. */
  others: number;
  /** Taken back. */
  voided: number;
  /** Statements or files that are none, or contradict others. */
  refused: number;
}

export type JobView =
  | { state: 'none' }
  | { state: 'running'; place: string; reading: Reading }
  | { state: 'done'; place: string; reading: Reading }
  | { state: 'cancelled'; place: string; reading: Reading }
  | { state: 'failed'; place: string; reading: Reading; failed: SourceFailure }
  | {
      state: 'roster';
      place: string;
      people: number;
      units: number;
      mistakes: RosterMistake[];
      left: number;
    }
  | { state: 'roster-failed'; place: string; mistakes: RosterMistake[] };

export interface SourcesView {
  /** Where the file is damaged: the places that can still be read in it. */
  damaged: { file: string; places: string[] } | null;
  sources: SourceView[];
  job: JobView;
  roster: { people: number; units: number; openedAt: string } | null;
}
