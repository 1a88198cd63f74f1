// What the screens show of the catalogue: whether it is on, whose it is, what it offers, what is being fetched.
import type { SignerView } from '../pack/views';
import type { SetAside } from '../set-aside';
import type { CatalogueFailure, CourseFailure } from './fault';

export interface LessonNews {
  title: string;
  change: 'new' | 'gone' | 'changed';
}

/** What an update would change. */
export interface OfferChanges {
  lessons: LessonNews[];
  files: { new: number; gone: number; changed: number };
}

/** What is here of a course that the catalogue offers. */
export interface OfferHere {
  version: string;
  /** A pack or a catalogue brought it: it can be taken away. */
  removable: boolean;
  /** Files changed by hand: an update keeps them aside. */
  edited: number;
  /** Who signed it, when another one or nobody signed what the catalogue has. */
  signer: SignerView | null;
}

/**
 * `new`: not here. `same`: here. `update`: an older one is here, or the same version with other
 * content. `newer-here`: nothing to do.
 */
export type OfferState = 'new' | 'same' | 'update' | 'newer-here';

export interface OfferView {
  id: string;
  version: string;
  title: string;
  summary: string;
  /** Of title and summary. */
  language: string;
  /** The course's own first. */
  languages: string[];
  minutes: number;
  /** Titles, in the course's own language. */
  lessons: string[];
  /** Of all files. */
  bytes: number;
  /** Of the files that are not here; null until that is known. */
  toFetch: number | null;
  signer: SignerView;
  state: OfferState;
  here: OfferHere | null;
  /** Null where nothing is updated, or as long as it is being compared. */
  changes: OfferChanges | null;
  /** Stays at the version that is here. */
  pinned: boolean;
  /** The organisation asks everybody to finish it: it comes by itself. */
  mandatory: boolean;
}

/** What became of a course since the app was started. */
export type OfferOutcome =
  | { course: string; at: 'installed'; version: string; keptAt: string | null }
  | { course: string; at: 'failed'; failure: CourseFailure };

/** A key that the person is to decide about. */
export interface KeyQuestion {
  because: 'first' | 'other-key' | 'other-catalogue';
  /** As the catalogue calls itself. */
  catalogue: string;
  signer: Exclude<SignerView, { state: 'none' }>;
  /** What was trusted until now. */
  before: { keyId: string; catalogue: string } | null;
}

export interface CatalogueView {
  /** Null: switched off, nobody is asked for anything. */
  address: string | null;
  /** The organisation decides about the address. */
  isManaged: boolean;
  isChecking: boolean;
  /** ISO time of the last check that came through. */
  checkedAt: string | null;
  /** Of the last check. */
  failure: CatalogueFailure | null;
  question: KeyQuestion | null;
  /** What was remembered of the catalogue and could not be read, until the person has heard of it. */
  lost: SetAside | null;
  /** Null until a catalogue was taken. */
  contents: {
    name: string;
    version: number;
    published: string;
    expires: string;
    /** Nothing is installed by it any more; what is here stays. */
    isExpired: boolean;
    signer: SignerView;
    offers: OfferView[];
  } | null;
  /** What is being fetched, in bytes. */
  work: { course: string; done: number; of: number } | null;
  /** Courses that come after it. */
  waiting: string[];
  outcomes: OfferOutcome[];
}
