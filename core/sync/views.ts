// What the Sync page shows, as plain JSON.
import type { Account } from '../xapi/statement';
import type { Level } from './level';
import type { SyncState } from './state';
import type { SignIn } from './where';

export interface SyncCounts {
  waiting: number;
  delivered: number;
  /** Not taken there, or not taken in here: kept and shown. */
  aside: number;
}

/** Why an entry lies aside. */
export type AsideReason =
  | 'refused'
  | 'different-there'
  | 'too-large'
  | 'unreadable'
  /** It came in, and says something else than what is known here under its id. */
  | 'different-here';

/** What the last look into a shared folder could not take in; each is a count. */
export interface Unread {
  /** Files that are not downloaded yet, or could not be opened: looked at again by itself. */
  later: number;
  /** Lines; the computer that wrote them writes them once more. */
  torn: number;
  /** Entries about somebody else than the one they lie under. */
  foreign: number;
  /** Files that are none of ours: links, devices, far too large. */
  leftAlone: number;
}

export interface SyncTargetView {
  id: string;
  kind: 'lrs' | 'folder';
  /** Address or folder. */
  place: string;
  /** Null for a folder. */
  signIn: SignIn | null;
  account: Account;
  level: Level;
  state: SyncState;
  counts: SyncCounts;
  /** When it was switched on, ISO 8601. */
  since: string;
  /** When something was last sent or taken in, as far as it is known; ISO 8601. */
  last: string | null;
  /** Why they lie aside, and how many for each reason. */
  aside: { reason: AsideReason; count: number }[];
  /** Null where nothing was looked at yet, or all of it could be read. */
  unread: Unread | null;
}

/** What the organisation has decided or proposes for this computer. */
export interface SyncRules {
  /** The most that may be sent; `off` switches everything off. */
  most: Level | 'off';
  /** It is also the least. */
  isFixed: boolean;
  /** The place that is meant; null where everybody chooses. */
  target: {
    kind: 'lrs' | 'folder';
    place: string;
    level: Level;
    homePage: string | null;
    /** No other place may be chosen. */
    isLocked: boolean;
  } | null;
}

/** How the test of a connection ended; null while it is under way. */
export interface SyncTrial {
  target: string;
  outcome: SyncState | null;
}

export interface SyncView {
  /** That are on or paused. */
  targets: SyncTargetView[];
  /** That were ended; what went there is still told. */
  ended: SyncTargetView[];
  rules: SyncRules;
  /** Chosen in the dialog of the system, and not yet in use. */
  chosenFolder: string | null;
  trial: SyncTrial | null;
}

/** A statement in a list, with the words of it that a list shows. */
export interface StatementView {
  id: string;
  /** The very characters. */
  json: string;
  /** The last part of the verb's address. */
  verb: string;
  /** What it is about. */
  about: string;
  /** As the statement says it, or else when it came; ISO 8601. */
  when: string;
}

export interface PreviewView {
  statements: StatementView[];
  /** Made up: nothing that was done so far is sent at this level. */
  isExample: boolean;
  /** Where to go on; null at the end. */
  next: number | null;
}

export interface SentRow extends StatementView {
  position: number;
  state: 'waiting' | 'delivered' | 'aside';
  /** When it was delivered or set aside, ISO 8601. */
  at: string | null;
  reason: AsideReason | null;
  /** It was asked to be voided. */
  isVoided: boolean;
}

export interface SentView {
  rows: SentRow[];
  /** Where to go on; null at the end. */
  next: number | null;
}

/** A place on this computer's list that a person's work goes to from now on. */
export interface GoesTo {
  /** Address or folder. */
  place: string;
  level: Level;
}

/** Somebody who is, or may be, the same person as a learner. */
export interface PersonRow {
  learner: string;
  /** Null for one on another computer: names are never sent. */
  name: string | null;
  entries: number;
  /** When they last did something, ISO 8601. */
  last: string | null;
  isMe: boolean;
  /** Of all profiles of that person that are on this computer; paused ones too. */
  goesTo: GoesTo[];
}

export interface PersonsView {
  own: PersonRow;
  others: PersonRow[];
}
