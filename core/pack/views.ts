// What the screens show of packs: what is being read or written, and what is in it.
import type { Level } from '../course/matter-schemas';
import type { SetAside } from '../set-aside';
import type { Changes } from './changes';
import type { PackFailure } from './fault';

/** A key that somebody on this computer has said they know. */
export interface KnownSigner {
  /** 64 hexadecimal digits. */
  publicKey: string;
  keyId: string;
  name: string;
  /** Set by policy: nobody here can forget it. */
  byOrganisation: boolean;
}

export interface SignersView {
  signers: KnownSigner[];
  /** The list that was there before and could not be read, until the person has heard of it. */
  lost: SetAside | null;
}

/** Who signed a pack. A signature that does not hold never comes this far. */
export type SignerView =
  | { state: 'none' }
  | { state: 'unknown'; keyId: string }
  | { state: 'known'; keyId: string; name: string };

export interface PackView {
  id: string;
  version: string;
  title: string;
  summary: string;
  language: string;
  languages: string[];
  level: Level;
  authors: string[];
  license: string | null;
  minutes: number;
  lessons: number;
  files: number;
  /** Unpacked. */
  bytes: number;
  signer: SignerView;
  /** What is here now; null when the course is new. */
  installed: {
    version: string;
    /** `same`: nothing at all would change. */
    is: 'older' | 'other' | 'same';
    /** Who signed it, when another one or nobody signed this pack. */
    signer: SignerView | null;
    /** Files changed by hand since: they are kept aside. */
    edited: string[];
  } | null;
  changes: Changes;
}

export type ImportView =
  | { at: 'none' }
  | { at: 'reading'; job: string; file: string; done: number; of: number }
  | { at: 'refused'; job: string; file: string; failure: PackFailure }
  | { at: 'ready'; job: string; file: string; pack: PackView }
  | {
      at: 'installed';
      job: string;
      course: string;
      title: string;
      language: string;
      version: string;
      updated: boolean;
      /** Folder with the files that were changed by hand. */
      keptAt: string | null;
    };

export type ExportView =
  | { at: 'none' }
  | { at: 'writing'; job: string; course: string; done: number; of: number }
  | { at: 'failed'; job: string; course: string; failure: PackFailure }
  | {
      at: 'written';
      job: string;
      course: string;
      file: string;
      bytes: number;
      /** Null when it is not signed. */
      keyId: string | null;
    };

export interface PacksView {
  reading: ImportView;
  writing: ExportView;
}

/** A course that a pack brought. */
export interface AddedCourseView {
  signer: SignerView;
  /** Files changed by hand since. */
  edited: string[];
  /** The version that stands in its place once it is removed; null for none. */
  below: string | null;
}

/** What may be seen of the key that packs are signed with. */
export interface SigningKeyView {
  /** False where the system has no safe place for secrets: then none is made. */
  available: boolean;
  key: { keyId: string; publicKey: string } | null;
}
