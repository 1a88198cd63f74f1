// What goes to a translation office and comes back, whatever the form of the file.
import type { PairState } from './pair';
import type { Role } from './segment';

export interface ExchangeUnit {
  /** The key of its segment. */
  key: string;
  role: Role;
  source: string;
  target: string | null;
  state: PairState;
  /** What the source was when it was translated. */
  was: string | null;
}

export interface Exchange {
  sourceLanguage: string;
  targetLanguage: string;
  /** Id and version of the course. */
  course: string;
  version: string;
  files: { file: string; units: ExchangeUnit[] }[];
}

/** What came back. */
export interface Returned {
  sourceLanguage: string | null;
  targetLanguage: string;
  files: { file: string; units: ReturnedUnit[] }[];
}

export interface ReturnedUnit {
  key: string | null;
  source: string;
  target: string;
  /** Whether somebody says that the target is a translation of this source. */
  isSaid: boolean;
}
