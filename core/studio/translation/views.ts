// What the screens for translators show.
import type { PairState } from './pair';
import type { Role } from './segment';
import type { TermHint } from './terms';
import type { DiffPart } from './word-diff';

/** How far something is, in segments. */
export interface Extent {
  segments: number;
  missing: number;
  stale: number;
}

export interface TranslationFileRow extends Extent {
  /** Of the source. */
  file: string;
  title: string;
  what: 'course' | 'lesson' | 'glossary';
  isBegun: boolean;
  /** The source changed after it was said to be up to date, and nobody knows where. */
  isChanged: boolean;
  /** Nothing is left to do but to say so. */
  isUnsaid: boolean;
}

export interface TranslationLanguage extends Extent {
  /** Name of its folder: what it is called by. */
  language: string;
  files: TranslationFileRow[];
}

export interface TranslationStatus {
  title: string;
  sourceLanguage: string;
  languages: TranslationLanguage[];
}

export interface TranslationRow {
  key: string;
  role: Role;
  /** Of the source. */
  line: number;
  source: string;
  /** Null while it is missing. */
  target: string | null;
  state: PairState;
  /** What changed in the source since; null where nothing did. */
  change: DiffPart[] | null;
  terms: TermHint[];
  /** What the same words were translated as elsewhere; null where they are translated here. */
  suggestion: string | null;
}

export interface TranslationView extends TranslationFileRow {
  courseTitle: string;
  sourceLanguage: string;
  language: string;
  rows: TranslationRow[];
  /** What only the translation has. */
  extra: string[];
  /** Some segments have no place in the translation yet. */
  lacksPlaces: boolean;
}

/** `breaks`: the words would change the structure; `places`: there is no place for them yet. */
export type TranslationWritten =
  | { isWritten: true; view: TranslationView }
  | { isWritten: false; why: 'breaks' | 'places' };

export interface Misfit {
  file: string;
  source: string;
  target: string;
  why: 'gone' | 'newer' | 'breaks' | 'places';
}

export type TranslationImported =
  | { isRead: false; why: 'form' }
  | { isRead: false; why: 'language'; language: string }
  | {
      isRead: true;
      taken: number;
      same: number;
      /** Taken, though the source changed meanwhile: they are stale now. */
      stale: number;
      misfits: Misfit[];
    };
